use clap::Args;

use super::Listing;

/// Prove why a controller can stop a service: each step with file, line, column and source.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  trefonds why inventories/hospital messaging US
  trefonds why inventories/hospital imaging ge-healthcare-tech")]
pub(crate) struct Why {
    #[command(flatten)]
    pub listing: Listing,
    /// The service, or any component
    pub service: String,
    /// The controller: a legal entity with all that it controls, a country, a component, or an
    /// unknown fact as `spof` names it
    pub controller: String,
}
