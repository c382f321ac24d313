use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::{Colour, Language};

/// Bring in what other tools already hold, with an account of every row
#[derive(Args, Debug)]
#[command(after_help = "Example:
  trefonds import csv tests/tables/cmdb_ci.csv tests/tables/cmdb_rel_ci.csv
      --mapping tests/tables/servicenow.yaml --into my-si

The facts are written into a folder of their own, imported/NAME, anew and whole at every import. What you know besides stands under `amend:` in a file of your own, which no import touches (docs/import.md).")]
pub(crate) struct Import {
    #[command(subcommand)]
    pub kind: ImportKind,
}

/// What is brought in.
#[derive(Debug, Subcommand)]
pub(crate) enum ImportKind {
    Csv(ImportCsv),
}

/// Tables of separated values, by a mapping that says what their columns mean
#[derive(Args, Debug)]
#[command(after_help = "Example:
  trefonds import csv tests/tables/cmdb_ci.csv tests/tables/cmdb_rel_ci.csv
      --mapping tests/tables/servicenow.yaml --into my-si")]
pub(crate) struct ImportCsv {
    /// The tables of which the mapping speaks
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// What the columns mean: a file that begins with `trefonds-mapping: 1`
    #[arg(long, value_name = "FILE")]
    pub mapping: PathBuf,
    /// The folder of the inventory
    #[arg(long, value_name = "INVENTORY")]
    pub into: PathBuf,
    /// Move what was changed by hand since the last import aside
    #[arg(long)]
    pub force: bool,
    /// The format of the account
    #[arg(long, value_enum, default_value = "text")]
    pub format: AccountFormat,
    /// The language of what is read on screen
    #[arg(long, value_enum, default_value = "en")]
    pub lang: Language,
    /// When to use colour
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN")]
    pub color: Colour,
}

/// Formats of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum AccountFormat {
    /// To read on screen
    Text,
    /// JSON, versioned, with a schema (`trefonds schema import`)
    Json,
}
