use std::fmt;
use std::str::FromStr;

use trefonds_model::Jurisdiction;
use trefonds_source::Span;

use super::Name;

/// The catalogue that an inventory is written against.
#[derive(Clone, Default)]
pub struct Catalogue<'a> {
    /// The edition, and where it is said; `None` is none of it.
    pub edition: Option<(Edition, Span)>,
    /// Whose laws are taken from it.
    pub laws: LawsOf,
    /// Folders of further catalogues, which go before it.
    pub also: Vec<Name<'a>>,
}

/// Whose laws are taken from the catalogue.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub enum LawsOf {
    /// Nobody's.
    #[default]
    Nobody,
    /// Everybody's.
    All,
    /// Those of these jurisdictions.
    These(Vec<Jurisdiction>),
}

impl LawsOf {
    /// Whether a law of a jurisdiction is meant.
    #[must_use]
    pub fn has(&self, jurisdiction: Jurisdiction) -> bool {
        match self {
            Self::Nobody => false,
            Self::All => true,
            Self::These(these) => these.contains(&jurisdiction),
        }
    }
}

/// An edition of the catalogue: a year and a month.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Edition {
    /// The year.
    pub year: u16,
    /// The month, from 1.
    pub month: u8,
}

impl FromStr for Edition {
    type Err = ();

    /// ```
    /// use trefonds_declare::forms::Edition;
    /// assert_eq!("2026.11".parse(), Ok(Edition { year: 2026, month: 11 }));
    /// assert!(["2026.13", "2026", "2026.1", "26.11", "+026.11"].iter().all(|it| it.parse::<Edition>().is_err()));
    /// ```
    fn from_str(text: &str) -> Result<Self, ()> {
        let (year, month) = text.split_once('.').ok_or(())?;
        let digits =
            |text: &str, count| text.len() == count && text.bytes().all(|it| it.is_ascii_digit());
        if !digits(year, 4) || !digits(month, 2) {
            return Err(());
        }
        let edition =
            Self { year: year.parse().map_err(drop)?, month: month.parse().map_err(drop)? };
        if (1..=12).contains(&edition.month) { Ok(edition) } else { Err(()) }
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}.{:02}", self.year, self.month)
    }
}
