use clap::Args;

use super::Listing;

/// List the unknown facts, those on which most findings hang first, with whom to ask.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  trefonds questions inventories/hospital --format csv -o questions.csv
  trefonds questions inventories/hospital --fault")]
pub(crate) struct Questions {
    #[command(flatten)]
    pub listing: Listing,
    /// Ask whose fault breaks what: failures, and changes that go wrong or are hostile; not who withdraws
    #[arg(long)]
    pub fault: bool,
}
