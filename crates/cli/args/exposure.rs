use clap::Args;

use super::Listing;

/// List, per service, which jurisdiction can reach its data, by which channel and law.
#[derive(Args, Debug)]
#[command(after_help = "Example:
  trefonds exposure inventories/health-data-before --lang fr")]
pub(crate) struct Exposure {
    #[command(flatten)]
    pub listing: Listing,
    /// Jurisdictions at home too, not the foreign ones only
    #[arg(long)]
    pub all: bool,
}
