use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{Common, ListFormat};

/// The format of what `test` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TestFormat {
    /// For a terminal
    Text,
    /// With a published schema (`trefonds schema`)
    Json,
    /// One record an expectation
    Csv,
    /// For a page or a merge request
    Markdown,
    /// JUnit XML, for the test pages of CI
    Junit,
}

impl TestFormat {
    /// The format of lists, when it is one.
    pub(crate) const fn of_list(self) -> Option<ListFormat> {
        match self {
            Self::Text => Some(ListFormat::Text),
            Self::Json => Some(ListFormat::Json),
            Self::Csv => Some(ListFormat::Csv),
            Self::Markdown => Some(ListFormat::Markdown),
            Self::Junit => None,
        }
    }
}

/// Play the scenarios that stand beside an inventory, and say where they do not do what they expect.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  trefonds test inventories/hospital
  trefonds test inventories/hospital --format junit -o scenarios.xml
  trefonds test inventories/hospital --scenario inventories/hospital/scenarios/us-withdraws.yaml

Every YAML or JSON file in the inventory's folder with the key `trefonds-scenario` is a scenario
(docs/whatif.md). The exit code is 1 when anything is not as expected.")]
pub(crate) struct Test {
    #[command(flatten)]
    pub common: Common,
    /// Play these files instead of those in the folder; may be repeated
    #[arg(long, value_name = "FILE")]
    pub scenario: Vec<PathBuf>,
    /// The format
    #[arg(long, value_enum, default_value = "text")]
    pub format: TestFormat,
    /// Write to this file, whole or not at all; - is standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}
