use clap::Args;
use trefonds_model::Minutes;

use super::Listing;
use super::spof::duration;

/// List what each law on denial could stop, alone: when, how firmly, through whom; those in force first.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  trefonds denial inventories/hospital
  trefonds denial inventories/hospital --law us-sanctions --by 90d
  trefonds denial inventories/hospital --format csv -o denial.csv

Certain: from what is declared. Arguable: only if a rule reaches that is contested. Possible: once
the unknowns are taken against us. A law that is not in force is played all the same, and told as
such.")]
pub(crate) struct Denial {
    #[command(flatten)]
    pub listing: Listing,
    /// This law alone; may be repeated [default: every law on denial]
    #[arg(long, value_name = "LAW")]
    pub law: Vec<String>,
    /// Leave out what stops later: 15min, 12h, 30d, 2w, 6mo, 1y
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    pub by: Option<Minutes>,
}
