//! Text formats to events with places: what stands between a syntax and those who know what it says.
//!
//! A source of events ([`EventSource`]) knows a format and nothing of an information system; whoever takes
//! its events knows what they say and no format. [`Stream`] stands between them: it expands aliases, counts depth and
//! size, and stops for good at the first event that cannot be read.

mod json;
mod limits;
mod offsets;
mod stream;
pub mod table;
pub mod workbook;
mod yaml;

pub use limits::Limits;
pub use stream::{Stop, Stream};

use std::borrow::Cow;

/// One event of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event<'a> {
    /// What.
    pub kind: Kind<'a>,
    /// First byte.
    pub start: u32,
    /// One past the last byte; of a list or a mapping, of its opening.
    pub end: u32,
    /// The number of the anchor that marks it; 0 for none.
    pub anchor: usize,
    /// Whether a tag stands before it.
    pub tagged: bool,
}

impl Event<'_> {
    /// The end of a file, wherever.
    pub fn end() -> Self {
        Self { kind: Kind::End, start: 0, end: 0, anchor: 0, tagged: false }
    }
}

/// What happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind<'a> {
    /// A text, a number, a word: whatever is neither a list nor a mapping.
    Scalar {
        /// Without quotes and escapes.
        text: Cow<'a, str>,
        /// Without quotes in the file: may be a number, a boolean or null.
        plain: bool,
    },
    /// A list begins.
    ListStart,
    /// A list ends.
    ListEnd,
    /// A mapping begins: keys and values follow in turn.
    MapStart,
    /// A mapping ends.
    MapEnd,
    /// Stands for what the anchor of this number marks.
    Alias(usize),
    /// Another document begins in the same file.
    NextDocument,
    /// The file ends, for good.
    End,
}

/// What a parser met instead of what it expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The YAML parser's own words, in English: they are looked at, never shown.
    Yaml(String),
    /// A value is missing.
    Value,
    /// The file ends too early.
    Ends,
    /// A control character within quotes.
    Control,
    /// An escape that is none.
    Escape,
    /// A key is missing.
    Key,
    /// A colon is missing.
    Colon,
    /// Something follows the one value.
    Behind,
    /// A comma, or this bracket, is missing.
    Comma(char),
}

impl Reason {
    /// The YAML parser's words.
    pub fn english(&self) -> &str {
        if let Self::Yaml(words) = self { words } else { "" }
    }
}

/// Why a file cannot be read on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The place.
    pub at: u32,
    /// What the parser met.
    pub reason: Reason,
    /// Whether the nesting is beyond what the parser takes.
    pub too_deep: bool,
}

/// Gives the events of one text in order; after [`Kind::End`] or a fault it is not asked again.
pub trait EventSource<'a> {
    /// The next event.
    fn next(&mut self) -> Result<Event<'a>, Fault>;
}

/// The text formats of inventories.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// YAML 1.2.
    Yaml,
    /// JSON (RFC 8259).
    Json,
}

impl Format {
    /// The format of a file of this name, in capitals or not, if it is one of an inventory.
    pub fn of(name: &str) -> Option<Self> {
        let ending = name.rsplit_once('.')?.1;
        let is = |known: &str| ending.eq_ignore_ascii_case(known);
        match ending {
            _ if is("yaml") || is("yml") => Some(Self::Yaml),
            _ if is("json") => Some(Self::Json),
            _ => None,
        }
    }

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Yaml => "YAML",
            Self::Json => "JSON",
        }
    }

    /// The events of a text, aliases as such.
    #[must_use]
    pub fn open(self, text: &str) -> Source<'_> {
        match self {
            Self::Yaml => Source(Parser::Yaml(Box::new(yaml::YamlEvents::new(text)))),
            Self::Json => Source(Parser::Json(json::JsonEvents::new(text))),
        }
    }
}

/// The events of one text.
pub struct Source<'a>(Parser<'a>);

/// The parser of a format. Not a trait object: the parser's events, large as they are, are then
/// taken apart where they arise.
enum Parser<'a> {
    Yaml(Box<yaml::YamlEvents<'a>>),
    Json(json::JsonEvents<'a>),
}

impl<'a> EventSource<'a> for Source<'a> {
    #[inline]
    fn next(&mut self) -> Result<Event<'a>, Fault> {
        match &mut self.0 {
            Parser::Yaml(events) => events.next(),
            Parser::Json(events) => events.next(),
        }
    }
}
