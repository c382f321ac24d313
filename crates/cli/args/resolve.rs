use clap::Args;

use super::Listing;

/// List all that a component rests on, layer by layer, down to jurisdictions; or what rests on it.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  trefonds resolve inventories/hospital patient-record
  trefonds resolve inventories/hospital --reverse US
  trefonds resolve inventories/hospital --reverse microsoft --format csv")]
pub(crate) struct Resolve {
    #[command(flatten)]
    pub listing: Listing,
    /// A component; with --reverse also an entity, a site or a country, with component:, entity:,
    /// controller:, site: or country: before what is called alike [default: all services]
    pub subject: Option<String>,
    /// List what rests on the subject
    #[arg(long, requires = "subject")]
    pub reverse: bool,
}
