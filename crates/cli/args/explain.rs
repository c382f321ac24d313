use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Language;

/// Explain a diagnostic by its code.
#[derive(Args, Debug)]
#[command(after_help = "Example:
  trefonds explain unknown-reference")]
pub(crate) struct Explain {
    /// The code, as it stands in brackets after `error`; without one, all codes with a line each
    pub code: Option<String>,
    /// The language of the explanation
    #[arg(long, value_enum, default_value = "en")]
    pub lang: Language,
    /// Print the page of all diagnostics (docs/diagnostics.md)
    #[arg(long, hide = true)]
    pub page: bool,
}

/// What a schema describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    /// Inventory files
    Inventory,
    /// The JSON of `catalogue`
    Catalogue,
    /// The JSON of `catalogue identify`
    CatalogueIdentify,
    /// The JSON of `catalogue search`
    CatalogueSearch,
    /// The JSON of `catalogue show`
    CatalogueShow,
    /// The JSON of `catalogue sources`
    CatalogueSources,
    /// The JSON of `catalogue stale`
    CatalogueStale,
    /// The JSON of `check`
    Check,
    /// The JSON of `cuts`
    Cuts,
    /// The JSON of `denial`
    Denial,
    /// The JSON of `diff`
    Diff,
    /// The JSON of `ends`
    Ends,
    /// The JSON of `exposure`
    Exposure,
    /// The JSON of `cuts --open-psa`
    FaultTree,
    /// The JSON of `history`
    History,
    /// The JSON of `import`
    Import,
    /// The JSON of `map`
    Map,
    /// The JSON of `plan`
    Plan,
    /// Policy files
    Policy,
    /// The JSON of `check --policy`
    PolicyReport,
    /// The JSON of `questions`
    Questions,
    /// The JSON of `rank`
    Rank,
    /// The JSON of `resolve`
    Resolve,
    /// Scenario files
    Scenario,
    /// Snapshots
    Snapshot,
    /// The JSON of `spof`
    Spof,
    /// The JSON of `suggest`
    Suggest,
    /// The JSON of `test`
    Test,
    /// The JSON of `whatif`
    Whatif,
    /// The JSON of `why`
    Why,
}

/// Print a JSON Schema: of inventory files, or of the JSON that a command prints.
#[derive(Args, Debug)]
#[command(after_help = "Example:
  trefonds schema > trefonds.schema.json")]
pub(crate) struct Schema {
    /// What the schema describes
    #[arg(value_enum, default_value = "inventory")]
    pub of: SchemaOf,
}

/// Print a completion script for a shell.
#[derive(Args, Debug)]
#[command(after_help = "Example:
  trefonds completions bash > ~/.local/share/bash-completion/completions/trefonds")]
pub(crate) struct Completions {
    /// The shell
    pub shell: clap_complete::Shell,
}

/// Print the manual page, or write those of all commands into a folder.
#[derive(Args, Debug)]
#[command(after_help = "Example:
  mkdir -p man1 && trefonds man man1 && man man1/trefonds-spof.1")]
pub(crate) struct Man {
    /// A folder that is there
    pub folder: Option<PathBuf>,
    /// The language of the manual
    #[arg(long, value_enum, default_value = "en")]
    pub lang: Language,
}
