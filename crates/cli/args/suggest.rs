use std::path::PathBuf;

use clap::Args;

use super::Listing;

/// List what the inventory could say besides: components that look like an offer of the catalogue, and layers that nobody declared
///
/// These are questions with a ready answer: they count in no analysis. What is taken is written as amendments, into a file of its own.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  trefonds suggest inventories/hospital
  trefonds suggest inventories/hospital --format csv -o suggestions.csv")]
pub(crate) struct Suggest {
    #[command(flatten)]
    pub listing: Listing,
    /// Take a suggestion: COMPONENT=OFFER says what a component is, COMPONENT+OFFER what it rests on; may be repeated
    #[arg(long, value_name = "SUGGESTION", requires = "write")]
    pub take: Vec<String>,
    /// Write what is taken as amendments into this file, which must be new
    #[arg(long, value_name = "FILE", requires = "take")]
    pub write: Option<PathBuf>,
}
