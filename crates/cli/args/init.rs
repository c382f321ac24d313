use std::path::PathBuf;

use clap::Args;
use trefonds_model::Date;

use super::Language;

/// Write a commented starter inventory that passes `check`, and the schema that its first lines name.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  trefonds init my-si && trefonds check my-si
  trefonds init . --as-of 2026-12-01

The folder may hold other things, as a new repository does; nothing in it is overwritten. Results never
ask the clock: the starter says of which day it speaks.")]
pub(crate) struct Init {
    /// The folder: made if need be
    pub folder: PathBuf,
    /// The language of the comments
    #[arg(long, value_enum, default_value = "en")]
    pub lang: Language,
    /// The day that the inventory speaks of [default: that of the starter]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = super::common::date)]
    pub as_of: Option<Date>,
}
