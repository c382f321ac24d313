use std::path::PathBuf;

use clap::{Args, ValueEnum};
use trefonds_export::lists::Format;
use trefonds_lang::{Lang, country_code, known_country};
use trefonds_model::{Date, Jurisdiction};

use super::ArgumentFault;

/// The language of what is read on screen.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Language {
    /// English
    En,
    /// French
    Fr,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::En => Self::En,
            Language::Fr => Self::Fr,
        }
    }
}

/// When to use colour.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Colour {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The format of a list.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ListFormat {
    /// For a terminal
    Text,
    /// With a published schema (`trefonds schema`)
    Json,
    /// One record a finding
    Csv,
    /// For a page or a merge request
    Markdown,
}

impl From<ListFormat> for Format {
    fn from(format: ListFormat) -> Self {
        match format {
            ListFormat::Text => Self::Text,
            ListFormat::Json => Self::Json,
            ListFormat::Csv => Self::Csv,
            ListFormat::Markdown => Self::Markdown,
        }
    }
}

/// What every command on an inventory takes.
#[derive(Args, Debug)]
pub(crate) struct Common {
    /// The inventory: a folder of YAML and JSON files, or one file
    pub inventory: PathBuf,
    /// The language of what is read on screen
    #[arg(long, value_enum, default_value = "en")]
    pub lang: Language,
    /// The day that the results speak of [default: the inventory's own]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub as_of: Option<Date>,
    /// Trusted jurisdictions instead of the inventory's: country codes, EU, EEA
    #[arg(long, value_name = "CODES", value_delimiter = ',', value_parser = jurisdiction)]
    pub home: Option<Vec<Jurisdiction>>,
    /// A folder with a catalogue of your own, which goes before that of the program; may be repeated
    #[arg(long, value_name = "DIR")]
    pub catalogue: Vec<PathBuf>,
    /// When to use colour
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    pub color: Colour,
}

/// What every list takes.
#[derive(Args, Debug)]
pub(crate) struct Listing {
    #[command(flatten)]
    pub common: Common,
    /// The format of the list
    #[arg(long, value_enum, default_value = "text")]
    pub format: ListFormat,
    /// Write to this file, whole or not at all; - is standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

pub(super) fn date(text: &str) -> Result<Date, ArgumentFault> {
    text.parse().map_err(|_| ArgumentFault::Day)
}

pub(super) fn jurisdiction(code: &str) -> Result<Jurisdiction, ArgumentFault> {
    Jurisdiction::parse(code).ok_or_else(|| {
        let upper = known_country(&code.to_ascii_uppercase());
        ArgumentFault::Jurisdiction(upper.or_else(|| country_code(code)))
    })
}
