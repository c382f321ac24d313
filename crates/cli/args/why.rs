use clap::Args;

use super::Listing;

/// Prove why a controller can stop a service: each step with file, line, column and source.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  trefonds why inventories/hospital messaging US
  trefonds why inventories/hospital messaging entity:microsoft-ireland-operations
  trefonds why inventories/hospital imaging ge-healthcare

A bare name is a component, a legal entity with all that it controls, a country, or an unknown fact as
`spof` names it. entity:NAME is the legal entity alone; controller:NAME, component:NAME and country:CODE
tell apart what is called alike, and a name that could be two things is refused.")]
pub(crate) struct Why {
    #[command(flatten)]
    pub listing: Listing,
    /// Ask whose fault breaks what: failures, and changes that go wrong or are hostile; not who withdraws
    #[arg(long)]
    pub fault: bool,
    /// The service, or any component
    pub service: String,
    /// Who or what withdraws: a legal entity with all that it controls, entity:NAME alone, a country, a
    /// component, or an unknown fact as `spof` names it
    pub controller: String,
}
