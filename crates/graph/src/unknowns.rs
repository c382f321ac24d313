//! The facts that are not known: one table, one index each, so that a finding can name what it hangs on.

use trefonds_findings::{FactKind, Why};
use trefonds_model::{ComponentIx, Country, Date, EntityIx, NoteIx, Notes, Rest, SiteIx, Stated};
use trefonds_source::Span;

/// An unknown fact of [`Unknowns`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct UnknownIx(pub u32);

impl UnknownIx {
    pub(crate) const fn at(self) -> usize {
        self.0 as usize
    }
}

/// Whose fact it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Subject {
    Component(ComponentIx),
    Entity(EntityIx),
    Site(SiteIx),
    Country(Country),
}

/// A fact that is not known.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unknown {
    pub fact: FactKind,
    pub subject: Subject,
    pub about: Option<EntityIx>,
    pub why: Why,
    pub at: Span,
    /// Whether the layer or the entity calls for it: a blind spot, counted in the coverage.
    pub called_for: bool,
}

/// All of them, in the order in which they were met: entities, sites, components, in file order.
#[derive(Debug, Default)]
pub(crate) struct Unknowns {
    all: Vec<Unknown>,
}

impl Unknowns {
    pub(crate) fn add(&mut self, unknown: Unknown) -> UnknownIx {
        self.all.push(unknown);
        UnknownIx(self.all.len() as u32 - 1)
    }

    pub(crate) fn get(&self, unknown: UnknownIx) -> &Unknown {
        &self.all[unknown.at()]
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (UnknownIx, &Unknown)> {
        self.all.iter().enumerate().map(|(at, unknown)| (UnknownIx(at as u32), unknown))
    }
}

/// The dates that results speak of, to ask whether a fact holds.
#[derive(Clone, Copy)]
pub(crate) struct Calendar<'m> {
    pub notes: &'m Notes,
    pub day: Option<Date>,
}

impl Calendar<'_> {
    pub(crate) fn holds(&self, note: NoteIx) -> bool {
        self.notes.get(note).validity.holds_on(self.day)
    }

    /// Why the fact as a whole is not known on the day, or `None` when it is.
    pub(crate) fn gap<T>(&self, stated: &Stated<T>, note: impl Fn(&T) -> NoteIx) -> Option<Why> {
        match stated.rest {
            Rest::NotSaid => Some(Why::NotSaid),
            Rest::Undisclosed => Some(Why::Undisclosed),
            Rest::Nothing => {
                let lapsed = !stated.items.is_empty()
                    && !stated.items.iter().any(|item| self.holds(note(item)));
                lapsed.then_some(Why::Lapsed)
            }
        }
    }
}
