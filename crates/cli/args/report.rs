use std::path::PathBuf;

use clap::Args;

use super::Common;

/// Write one page to read and explore: findings, proofs, the map, what a withdrawal would do.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  trefonds report inventories/hospital -o hospital.html
  trefonds report inventories/hospital --lang fr -o rapport.html
  trefonds report inventories/health-data-after --diff inventories/health-data-before -o report.html

The page is one file: it opens from disk and by mail, asks nothing of any network, and holds both
languages; --lang chooses the first. The same inventory gives the same bytes.")]
pub(crate) struct Report {
    #[command(flatten)]
    pub common: Common,
    /// Say what changed since this earlier inventory: a folder, a file or a snapshot
    #[arg(long, value_name = "OLD")]
    pub diff: Option<PathBuf>,
    /// Write to this file, whole or not at all; - is standard output [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}
