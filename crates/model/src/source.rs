use std::borrow::Cow;

use trefonds_source::Span;

use crate::{Inventory, Text};

/// A source of facts that the inventory lists once, for many facts to refer to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its id, by which facts refer to it.
    pub id: Text,
    /// What it is called.
    pub title: Text,
    /// Who published it.
    pub publisher: Option<Text>,
    /// When: a year, a month or a day, as ISO 8601 writes them.
    pub date: Option<Text>,
    /// Where it is found.
    pub link: Option<Text>,
    /// Where it is declared.
    pub at: Span,
}

/// Where a fact comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceRef {
    /// Said in words, beside the fact.
    Said(Text),
    /// Listed once: a position in [`Inventory::cited`].
    Listed(u32),
}

impl Inventory {
    /// A source for people: its words, or title, publisher, date and link.
    #[must_use]
    pub fn source_words(&self, source: SourceRef) -> Cow<'_, str> {
        let listed = match source {
            SourceRef::Said(text) => return Cow::Borrowed(self.text(text)),
            SourceRef::Listed(at) => self.cited.get(at as usize),
        };
        let Some(source) = listed else { return Cow::Borrowed("") };
        let more = [source.publisher, source.date, source.link].into_iter().flatten();
        let words = [source.title].into_iter().chain(more).map(|text| self.text(text));
        Cow::Owned(words.collect::<Vec<_>>().join(", "))
    }

    /// A source as it is declared beside a fact: its words, or the id of one that is listed.
    #[must_use]
    pub fn source_id(&self, source: SourceRef) -> &str {
        let listed = match source {
            SourceRef::Said(text) => return self.text(text),
            SourceRef::Listed(at) => self.cited.get(at as usize),
        };
        listed.map_or("", |source| self.text(source.id))
    }
}
