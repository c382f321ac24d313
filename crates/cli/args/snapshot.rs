use std::path::PathBuf;

use clap::Args;

use super::Common;

/// Keep the state of an inventory in one file: what it declares and what follows.
#[derive(Args, Debug)]
#[command(after_help = "Example:
  trefonds snapshot inventories/hospital -o hospital-2026.json
  trefonds diff hospital-2026.json inventories/hospital

The same inventory gives the same bytes. `diff` takes a snapshot on either side; it reads what was
declared and works out anew what follows, so that no earlier program is needed. A snapshot of a later
version is refused.")]
pub(crate) struct Snapshot {
    #[command(flatten)]
    pub common: Common,
    /// Write to this file, whole or not at all; - is standard output [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}
