use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Common;

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// For reading and paper: findings, proofs, a map a service, lists, method
    Pdf,
    /// The map as a picture of dots
    Png,
    /// The map, for anything that draws
    Svg,
    /// A workbook: a sheet a list
    Xlsx,
    /// Everything as text with marks
    Markdown,
}

/// Write what a committee gets: findings, maps, blind spots, method, sources, in one file.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  trefonds export inventories/hospital -o hospital.pdf
  trefonds export inventories/hospital -o hospital.xlsx
  trefonds export inventories/hospital --to markdown --lang fr -o rapport.md

The ending of the file says what it is, unless --to does. The same inventory gives the same bytes.")]
pub(crate) struct Export {
    #[command(flatten)]
    pub common: Common,
    /// What to write [default: what the ending of the file names]
    #[arg(long, value_enum, value_name = "KIND")]
    pub to: Option<Kind>,
    /// Write to this file, whole or not at all; - is standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
}
