use std::path::PathBuf;

use clap::Args;
use trefonds_model::{Date, Jurisdiction, Minutes};

use super::spof::{LevelName, duration};
use super::{ArgumentFault, Colour, Common, Language, ListFormat};

/// List the minimal cut sets of a service: which withdrawals together stop it.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  trefonds cuts inventories/hospital emergency-care --foreign --order 2
  trefonds cuts inventories/hospital emergency-care --level component --count
  trefonds cuts --open-psa tests/open-psa/pumps.xml tests/open-psa/pumps-events.xml --count

Certain: from what is declared. Possible: once the unknowns are taken against us. When the memory
allowed does not suffice, the result says up to which order it is complete, and the exit code is 2.")]
pub(crate) struct Cuts {
    /// The inventory: a folder of YAML and JSON files, or one file
    #[arg(required_unless_present = "open_psa")]
    pub inventory: Option<PathBuf>,
    /// The id or the name of the service
    #[arg(required_unless_present = "open_psa")]
    pub service: Option<String>,
    /// Fault trees in the Open-PSA format instead of an inventory; one model, in one file or several
    #[arg(long, value_name = "MODEL.xml", num_args = 1.., conflicts_with = "inventory")]
    pub open_psa: Vec<PathBuf>,
    /// The gate of the model; needed when it has several at the top
    #[arg(long, value_name = "GATE", requires = "open_psa")]
    pub top: Option<String>,
    /// Take models with negations: a cut set then says what happens while nothing else does
    #[arg(long, requires = "open_psa")]
    pub allow_not: bool,
    /// Ask whose fault breaks what: failures, and changes that go wrong or are hostile; not who withdraws
    #[arg(long, conflicts_with = "open_psa")]
    pub fault: bool,
    /// The level of the withdrawals
    #[arg(long, value_enum, default_value = "controller", conflicts_with = "open_psa")]
    pub level: LevelName,
    /// The greatest order: how many withdrawals a set has at most [default: every order]
    #[arg(long, value_name = "K", value_parser = clap::value_parser!(u16).range(1..))]
    pub order: Option<u16>,
    /// Leave out what stops later: 15min, 12h, 30d, 2w, 6mo, 1y
    #[arg(long, value_name = "DURATION", value_parser = duration, conflicts_with = "open_psa")]
    pub by: Option<Minutes>,
    /// Foreign withdrawals only
    #[arg(long, conflicts_with = "open_psa")]
    pub foreign: bool,
    /// Count without listing
    #[arg(long)]
    pub count: bool,
    /// List at most so many sets of each reading, the lowest orders first
    #[arg(long, value_name = "N", default_value_t = 1_000)]
    pub limit: usize,
    /// The most memory for decision diagrams: 512M, 4G
    #[arg(long, value_name = "SIZE", default_value = "4G", value_parser = size)]
    pub memory: usize,
    /// The format of the list
    #[arg(long, value_enum, default_value = "text")]
    pub format: ListFormat,
    /// Write to this file, whole or not at all; - is standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The language of what is read on screen
    #[arg(long, value_enum, default_value = "en")]
    pub lang: Language,
    /// The day that the results speak of [default: the inventory's own]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = super::common::date)]
    pub as_of: Option<Date>,
    /// Trusted jurisdictions instead of the inventory's: country codes, EU, EEA
    #[arg(long, value_name = "CODES", value_delimiter = ',',
        value_parser = super::common::jurisdiction)]
    pub home: Option<Vec<Jurisdiction>>,
    /// A folder with a catalogue of your own, which goes before that of the program; may be repeated
    #[arg(long, value_name = "DIR", conflicts_with = "open_psa")]
    pub catalogue: Vec<PathBuf>,
    /// When to use colour
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    pub color: Colour,
}

impl Cuts {
    /// What commands on an inventory share.
    pub(crate) fn common(&self) -> Common {
        Common {
            inventory: self.inventory.clone().unwrap_or_default(),
            lang: self.lang,
            as_of: self.as_of,
            home: self.home.clone(),
            catalogue: self.catalogue.clone(),
            color: self.color,
        }
    }
}

/// Bytes: a whole number, and K, M or G for powers of 1,024.
fn size(text: &str) -> Result<usize, ArgumentFault> {
    let (digits, unit) = match text.find(|c: char| !c.is_ascii_digit()) {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    let factor: usize = match unit {
        "" => 1,
        "K" | "k" => 1 << 10,
        "M" | "m" => 1 << 20,
        "G" | "g" => 1 << 30,
        _ => return Err(ArgumentFault::Size),
    };
    digits.parse::<usize>().ok().and_then(|n| n.checked_mul(factor)).ok_or(ArgumentFault::Size)
}
