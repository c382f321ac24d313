use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{Common, ListFormat};

/// The format of a history.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum HistoryFormat {
    /// For a terminal
    #[value(alias = "table")]
    Text,
    /// With a published schema (`trefonds schema`)
    Json,
    /// One record a commit
    Csv,
    /// For a page or a merge request
    Markdown,
}

impl From<HistoryFormat> for ListFormat {
    fn from(format: HistoryFormat) -> Self {
        match format {
            HistoryFormat::Text => Self::Text,
            HistoryFormat::Json => Self::Json,
            HistoryFormat::Csv => Self::Csv,
            HistoryFormat::Markdown => Self::Markdown,
        }
    }
}

/// Show what an inventory said over the commits that touched it, the newest first.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  trefonds history inventories/hospital
  trefonds history inventories/hospital --since 2026-01-01 --format csv -o history.csv
  trefonds history inventories/hospital --since HEAD~1 -o history.svg

Along the first parents of the last commit: a merge is one step. Results of a commit are as of its own
inventory's day, unless --as-of gives one day to all. A commit whose inventory does not load is shown as
such. Each state of the inventory is analysed once.")]
pub(crate) struct History {
    #[command(flatten)]
    pub common: Common,
    /// Begin after this revision, or with this day
    #[arg(long, value_name = "YYYY-MM-DD|REVISION")]
    pub since: Option<String>,
    /// The format of the list
    #[arg(long, value_enum, default_value = "text")]
    pub format: HistoryFormat,
    /// Write to this file, whole or not at all (- is standard output); a chart when it ends in .svg
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}
