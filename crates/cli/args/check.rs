use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{Common, ListFormat};

/// The format of what `check` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// For a terminal
    Text,
    /// With a published schema (`trefonds schema`)
    Json,
    /// One record a finding
    Csv,
    /// For a page or a merge request
    Markdown,
    /// SARIF 2.1.0, for code hosts; with --policy
    Sarif,
    /// JUnit XML, for the test pages of CI; with --policy
    Junit,
}

impl CheckFormat {
    /// The format of lists, when it is one.
    pub(crate) const fn of_list(self) -> Option<ListFormat> {
        match self {
            Self::Text => Some(ListFormat::Text),
            Self::Json => Some(ListFormat::Json),
            Self::Csv => Some(ListFormat::Csv),
            Self::Markdown => Some(ListFormat::Markdown),
            Self::Sarif | Self::Junit => None,
        }
    }
}

/// Read an inventory: every problem of every file, then what it holds and its coverage; or, with a
/// policy, what it says.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  trefonds check inventories/hospital
  trefonds check inventories/hospital --format json > overview.json
  trefonds check inventories/hospital --policy inventories/policies/hospital.yaml
  trefonds check inventories/hospital --watch
  trefonds check inventories/hospital --policy inventories/policies/hospital.yaml
      --write-baseline baseline.json
  trefonds check inventories/hospital --policy inventories/policies/hospital.yaml
      --baseline baseline.json --format sarif -o check.sarif

With a policy, the exit code is 1 when a rule of severity error is violated that no exception accepts
and the baseline does not know.")]
pub(crate) struct Check {
    #[command(flatten)]
    pub common: Common,
    /// The rules to judge the inventory by (docs/policy.md)
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// Violations that are known: fail on what is new only
    #[arg(long, value_name = "FILE", requires = "policy")]
    pub baseline: Option<PathBuf>,
    /// Write the violations there are as a baseline, whole or not at all
    #[arg(long, value_name = "FILE", requires = "policy")]
    pub write_baseline: Option<PathBuf>,
    /// The format
    #[arg(long, value_enum, default_value = "text")]
    pub format: CheckFormat,
    /// Write to this file, whole or not at all; - is standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Show every warning in full, not the first three of each code
    #[arg(long)]
    pub all: bool,
    /// Go on, and check again whenever a file of the inventory changes
    #[arg(long)]
    pub watch: bool,
}
