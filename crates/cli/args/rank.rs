use clap::Args;
use trefonds_model::Minutes;

use super::Listing;
use super::spof::{LevelName, duration};

/// Rank who and what matters most, and tell how concentrated control is.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  trefonds rank inventories/hospital
  trefonds rank inventories/hospital --level component --all
  trefonds rank inventories/hospital --by 30d --format csv -o rank.csv

Ranked by the services that each stops alone, the most critical first, certain before possible. The
measures are defined in docs/method.md.")]
pub(crate) struct Rank {
    #[command(flatten)]
    pub listing: Listing,
    /// Ask whose fault breaks what: failures, and changes that go wrong or are hostile; not who withdraws
    #[arg(long)]
    pub fault: bool,
    /// One level only [default: all four]
    #[arg(long, value_enum)]
    pub level: Option<LevelName>,
    /// What stops later does not count: 15min, 12h, 30d, 2w, 6mo, 1y
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    pub by: Option<Minutes>,
    /// Events at home too, not the foreign ones only
    #[arg(long)]
    pub all: bool,
}
