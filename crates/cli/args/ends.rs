use std::path::PathBuf;

use clap::{Args, ValueEnum};
use trefonds_model::Minutes;

use super::spof::duration;
use super::{Common, ListFormat};

/// The format of what `ends` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum EndsFormat {
    /// For a terminal
    Text,
    /// With a published schema (`trefonds schema`)
    Json,
    /// One record an end and a service that it stops
    Csv,
    /// For a page or a merge request
    Markdown,
    /// iCalendar (RFC 5545), for calendars: an event an end, on its last day
    Ics,
}

impl EndsFormat {
    /// The format of lists, when it is one.
    pub(crate) const fn of_list(self) -> Option<ListFormat> {
        match self {
            Self::Text => Some(ListFormat::Text),
            Self::Json => Some(ListFormat::Json),
            Self::Csv => Some(ListFormat::Csv),
            Self::Markdown => Some(ListFormat::Markdown),
            Self::Ics => None,
        }
    }
}

/// List what ends, in the order of the days: what each end stops if nothing takes its place, and when.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  trefonds ends inventories/hospital
  trefonds ends inventories/hospital --by 90d --format csv -o ends.csv
  trefonds ends inventories/hospital --format ics -o ends.ics

Certain: what has ended is down. Possible: whoever comes next is not written down, and withdraws.
Services that are down already are not told again.")]
pub(crate) struct Ends {
    #[command(flatten)]
    pub common: Common,
    /// Leave out what ends later: 30d, 2w, 6mo, 1y
    #[arg(long, value_name = "DURATION", value_parser = duration, default_value = "1y")]
    pub by: Minutes,
    /// The format
    #[arg(long, value_enum, default_value = "text")]
    pub format: EndsFormat,
    /// Write to this file, whole or not at all; - is standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}
