//! What stands in a table: typed, so that each format shows it in its own way.

use trefonds_findings::{
    Certainty, Channel, Criticality, Grade, Layer, SourceAt, SurvivalTimes, Why,
};
use trefonds_lang::Lang;

use super::{keys, phrases};

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Names, sentences, and whatever else is text.
    Text(String),
    /// A number of things, or of minutes.
    Number(u64),
    /// A share in percent.
    Percent(u32),
    /// Minutes until something happens; `None` is never.
    Duration(Option<u32>),
    /// Minutes until something happens, in both readings.
    Times(SurvivalTimes),
    /// A day, `YYYY-MM-DD`.
    Day(String),
    /// Where something is said.
    Place(SourceAt),
    /// A country, by its code.
    Country(String),
    /// One of the words that results speak in.
    Word(Word),
}

/// A word that people read in their language, and programs as the inventory has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// Certain or possible.
    Certainty(Certainty),
    /// How much a service matters.
    Criticality(Criticality),
    /// A layer.
    Layer(Layer),
    /// A channel.
    Channel(Channel),
    /// How firmly a law reaches.
    Grade(Grade),
    /// Why a fact is not known.
    Why(Why),
}

impl Word {
    fn shown(self, lang: Lang) -> String {
        match self {
            Self::Certainty(it) => phrases::certainty(lang, it),
            Self::Criticality(it) => phrases::criticality(lang, it),
            Self::Layer(it) => phrases::layer(lang, it),
            Self::Channel(it) => phrases::channel(lang, Some(it), None),
            Self::Grade(it) => phrases::grade(lang, it),
            Self::Why(it) => phrases::why(lang, it),
        }
    }

    fn key(self) -> String {
        match self {
            Self::Certainty(it) => keys::word(&it),
            Self::Criticality(it) => keys::word(&it),
            Self::Layer(it) => keys::word(&it),
            Self::Channel(it) => keys::word(&it),
            Self::Grade(it) => keys::word(&it),
            Self::Why(it) => keys::word(&it),
        }
    }
}

impl Cell {
    /// As people read it.
    #[must_use]
    pub fn shown(&self, lang: Lang) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Day(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Percent(percent) => lang.percent(&percent.to_string()),
            Self::Duration(minutes) => lang.duration(*minutes),
            Self::Times(times) => phrases::times(lang, *times),
            Self::Place(at) => at.told(lang),
            Self::Country(code) => lang.country(code),
            Self::Word(word) => word.shown(lang),
        }
    }

    /// As programs read it: codes, keys and plain numbers. Of two times it is that of the settled reading.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Percent(percent) => percent.to_string(),
            Self::Duration(minutes) => keys::minutes(*minutes),
            Self::Times(times) => keys::minutes(times.settled),
            Self::Country(code) => code.clone(),
            Self::Place(at) => at.to_string(),
            Self::Word(word) => word.key(),
            // What is left reads the same in every language.
            _ => self.shown(Lang::default()),
        }
    }

    /// Whether it is a number, which stands at the right.
    #[must_use]
    pub const fn is_number(&self) -> bool {
        matches!(self, Self::Number(_) | Self::Percent(_))
    }
}

/// Texts become cells; an empty one is nothing.
macro_rules! texts {
    ($($text:ty),*) => {$(
        impl From<$text> for Cell {
            fn from(text: $text) -> Self {
                if text.is_empty() { Self::Empty } else { Self::Text(text.into()) }
            }
        }
    )*};
}

texts!(String, &String, &str);

/// Numbers become cells.
macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl From<$number> for Cell {
            fn from(number: $number) -> Self {
                Self::Number(number.into())
            }
        }
    )*};
}

numbers!(u32, u64);

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        Self::Number(u64::try_from(number).unwrap_or(u64::MAX))
    }
}

/// As programs read it.
impl From<bool> for Cell {
    fn from(it: bool) -> Self {
        Self::Text(it.to_string())
    }
}

impl From<SurvivalTimes> for Cell {
    fn from(times: SurvivalTimes) -> Self {
        Self::Times(times)
    }
}

impl From<&SourceAt> for Cell {
    fn from(at: &SourceAt) -> Self {
        Self::Place(at.clone())
    }
}

/// Words become cells.
macro_rules! words {
    ($($word:ident),*) => {$(
        impl From<$word> for Cell {
            fn from(word: $word) -> Self {
                Self::Word(Word::$word(word))
            }
        }
    )*};
}

words!(Certainty, Criticality, Layer, Channel, Grade, Why);

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(it: Option<T>) -> Self {
        it.map_or(Self::Empty, Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_and_programs_read_the_same_cell() {
        let both = |cell: Cell| (cell.shown(Lang::Fr), cell.key());
        assert_eq!(both(Certainty::Possible.into()), ("possible".into(), "possible".into()));
        assert_eq!(both(Layer::Data.into()), ("Données".into(), "data".into()));
        assert_eq!(both(Cell::Duration(Some(2880))), ("2 j".into(), "2880".into()));
        assert_eq!(both(Cell::Country("US".into())), ("États-Unis (US)".into(), "US".into()));
        assert_eq!(both(None::<u32>.into()), (String::new(), String::new()));
    }
}
