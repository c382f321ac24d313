use std::path::PathBuf;

use clap::Args;
use trefonds_model::{Date, Jurisdiction};

use super::common::{date, jurisdiction};
use super::{Colour, Language, ListFormat};

/// Compare two inventories: what is declared differently, and what that did.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  trefonds diff inventories/health-data-before inventories/health-data-after
  trefonds diff inventories/health-data-before inventories/health-data-after -o both.svg
  trefonds snapshot inventories/hospital -o last-year.json
  trefonds diff last-year.json inventories/hospital --format markdown -o comment.md
  trefonds diff --git main..HEAD inventories/hospital
  trefonds diff --git HEAD inventories/hospital      since the last commit

Each side is a folder, a file or a snapshot; with --git, two revisions of the one that is named, or a
revision and the files on disk. Reordering, reformatting, moving between files and comments make no
difference. Each consequence is traced to the declarations that cause it: put back alone, or
together, they undo it.

Exit codes: 0 the same, 1 different, 2 error.")]
pub(crate) struct Diff {
    /// The old inventory; with --git, the inventory
    pub old: PathBuf,
    /// The new inventory
    #[arg(required_unless_present = "git", conflicts_with = "git")]
    pub new: Option<PathBuf>,
    /// Compare revisions of one inventory: A..B, or A for A against the files on disk
    #[arg(long, value_name = "REVISIONS")]
    pub git: Option<String>,
    /// Do not guess renames of ids
    #[arg(long)]
    pub no_renames: bool,
    /// The format of the list
    #[arg(long, value_enum, default_value = "text")]
    pub format: ListFormat,
    /// Write to this file, whole or not at all (- is standard output); .svg draws both sides on one map
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The language of what is read on screen
    #[arg(long, value_enum, default_value = "en")]
    pub lang: Language,
    /// The day of both sides [default: each side's own]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub as_of: Option<Date>,
    /// Trusted jurisdictions of both sides [default: each side's own]
    #[arg(long, value_name = "CODES", value_delimiter = ',', value_parser = jurisdiction)]
    pub home: Option<Vec<Jurisdiction>>,
    /// A folder with a catalogue of your own, which goes before that of the program; may be repeated
    #[arg(long, value_name = "DIR")]
    pub catalogue: Vec<PathBuf>,
    /// When to use colour
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    pub color: Colour,
}
