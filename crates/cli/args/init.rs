use std::path::PathBuf;

use clap::Args;

use super::Language;

/// Write a commented starter inventory that passes `check`.
#[derive(Args, Debug)]
#[command(after_help = "Example:
  trefonds init my-si && trefonds check my-si")]
pub(crate) struct Init {
    /// The folder to make; it must be new or empty
    pub folder: PathBuf,
    /// The language of the comments
    #[arg(long, value_enum, default_value = "en")]
    pub lang: Language,
}
