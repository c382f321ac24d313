use std::fmt;

use trefonds_read::{Format, Kind, Limits, Stream};

/// A small file as it is written: texts, lists, mappings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Tree {
    Text(String),
    List(Vec<Tree>),
    Map(Vec<(String, Tree)>),
}

/// What is wrong with a file of the catalogue that is no inventory file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file.
    pub file: String,
    /// The line, from 1; 0 is the whole.
    pub line: usize,
    /// What, in English: it is for whoever keeps the catalogue.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.what)
    }
}

impl Tree {
    /// Reads a text. O(n).
    ///
    /// # Errors
    /// What is no YAML within the usual limits.
    pub(crate) fn read(file: &str, text: &str) -> Result<Self, Fault> {
        let mut stream = Stream::new(text, Format::Yaml, Limits::default());
        let first = stream.next_event().kind;
        let tree = take(&mut stream, first);
        match (tree, stream.stop()) {
            (Some(tree), None) => Ok(tree),
            (_, stop) => Err(Fault {
                file: file.to_owned(),
                line: 0,
                what: stop.map_or_else(|| "not a tree".to_owned(), |stop| format!("{stop:?}")),
            }),
        }
    }

    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Map(entries) => {
                entries.iter().find(|(own, _)| own == key).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    pub(crate) fn entries(&self) -> &[(String, Self)] {
        match self {
            Self::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The members of a list; of anything else, itself.
    pub(crate) fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            one => std::slice::from_ref(one),
        }
    }

    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The text under a key.
    pub(crate) fn said(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(Self::text)
    }

    /// The texts under a key: a list, or a single one.
    pub(crate) fn texts(&self, key: &str) -> Vec<String> {
        let items = self.get(key).map(Self::items).unwrap_or_default();
        items.iter().filter_map(Self::text).map(str::to_owned).collect()
    }
}

/// The value that begins with an event.
fn take(stream: &mut Stream<'_>, kind: Kind<'_>) -> Option<Tree> {
    match kind {
        Kind::Scalar { text, .. } => Some(Tree::Text(text.into_owned())),
        Kind::ListStart => {
            let mut items = Vec::new();
            loop {
                match stream.next_event().kind {
                    Kind::ListEnd => return Some(Tree::List(items)),
                    kind => items.push(take(stream, kind)?),
                }
            }
        }
        Kind::MapStart => {
            let mut entries = Vec::new();
            loop {
                let key = match stream.next_event().kind {
                    Kind::MapEnd => return Some(Tree::Map(entries)),
                    Kind::Scalar { text, .. } => text.into_owned(),
                    _ => return None,
                };
                let kind = stream.next_event().kind;
                entries.push((key, take(stream, kind)?));
            }
        }
        _ => None,
    }
}
