//! The facts that are not known: one table, one index each, so that a finding can name what it hangs on.

use rustc_hash::FxHashMap;
use trefonds_model::{
    ComponentIx, Country, Date, EntityIx, HiddenIx, LawIx, NoteIx, Notes, Rest, SiteIx, Stated,
    Validity,
};
use trefonds_model::{FactKind, Why};
use trefonds_source::Span;

/// An unknown fact of [`Unknowns`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownIx(pub u32);

impl UnknownIx {
    pub(crate) const fn at(self) -> usize {
        self.0 as usize
    }
}

/// Whose fact it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A component.
    Component(ComponentIx),
    /// A legal entity.
    Entity(EntityIx),
    /// A site.
    Site(SiteIx),
    /// A country.
    Country(Country),
    /// A law.
    Law(LawIx),
}

/// A fact that is not known.
#[derive(Clone, Copy, Debug)]
pub struct Unknown {
    /// Which kind of fact.
    pub fact: FactKind,
    /// Whose.
    pub subject: Subject,
    /// The other party, or what may be needed.
    pub about: Option<Subject>,
    /// Why it is unknown.
    pub why: Why,
    /// Where the answer belongs.
    pub at: Span,
    /// Whether the layer or the entity calls for it: a blind spot, counted in the coverage.
    pub called_for: bool,
    /// What is said of it, when it is undisclosed.
    pub(crate) hidden: Option<HiddenIx>,
}

impl Unknown {
    /// A fact that nobody has said, or that is not known for another reason.
    pub(crate) const fn new(fact: FactKind, subject: Subject, why: Why, at: Span) -> Self {
        Self { fact, subject, about: None, why, at, called_for: false, hidden: None }
    }
}

/// All of them, in the order in which they were met: entities, sites, components, in file order.
#[derive(Debug, Default)]
pub struct Unknowns {
    all: Vec<Unknown>,
    /// Those that are known to hide one and the same, by the first of them; the first included.
    same: FxHashMap<UnknownIx, Vec<UnknownIx>>,
    named: FxHashMap<String, UnknownIx>,
}

impl Unknowns {
    pub(crate) fn add(&mut self, unknown: Unknown) -> UnknownIx {
        self.all.push(unknown);
        UnknownIx(self.all.len() as u32 - 1)
    }

    /// Adds one that has a name: all of that name are one.
    pub(crate) fn add_named(&mut self, unknown: Unknown, name: Option<&str>) -> UnknownIx {
        let at = self.add(unknown);
        if let Some(name) = name {
            let first = *self.named.entry(name.to_owned()).or_insert(at);
            self.same.entry(first).or_default().push(at);
        }
        at
    }

    /// All that are known to hide the same as one that comes first among them; itself included.
    pub fn hidden_with(&self, first: UnknownIx) -> Vec<UnknownIx> {
        self.same.get(&first).cloned().unwrap_or_else(|| vec![first])
    }

    /// The first of those that are known to hide the same.
    pub fn first_of(&self, unknown: UnknownIx) -> UnknownIx {
        let mut groups = self.same.iter().filter(|(_, all)| all.contains(&unknown));
        groups.next().map_or(unknown, |(first, _)| *first)
    }

    /// One of them.
    pub fn get(&self, unknown: UnknownIx) -> &Unknown {
        &self.all[unknown.at()]
    }

    /// All of them, with their indices.
    pub fn iter(&self) -> impl Iterator<Item = (UnknownIx, &Unknown)> {
        self.all.iter().enumerate().map(|(at, unknown)| (UnknownIx(at as u32), unknown))
    }
}

/// The dates that results speak of, to ask whether a fact holds.
#[derive(Clone, Copy)]
pub struct Calendar<'m> {
    pub(crate) notes: &'m Notes,
    pub(crate) day: Option<Date>,
}

impl Calendar<'_> {
    /// Whether a fact holds on the day.
    pub fn holds(&self, note: NoteIx) -> bool {
        self.notes.get(note).validity.holds_on(self.day)
    }

    /// Whether a fact is a candidate: counted in the careful reading only.
    pub(crate) fn candidate(&self, note: NoteIx) -> bool {
        self.notes.get(note).candidate
    }

    /// Whether an item of a list has ended without a successor: one of the same list that begins later.
    pub(crate) fn has_ended(&self, note: NoteIx, all: impl Iterator<Item = NoteIx>) -> bool {
        let Validity { from, until } = self.notes.get(note).validity;
        let ended = self.day.zip(until).is_some_and(|(day, until)| until < day);
        ended && !all.into_iter().any(|other| self.notes.get(other).validity.from > from)
    }

    /// Whether any item of a list has.
    pub(crate) fn any_has_ended<T>(
        &self,
        stated: &Stated<T>,
        note: impl Fn(&T) -> NoteIx + Copy,
    ) -> bool {
        let notes = || stated.items.iter().map(note);
        notes().any(|own| self.has_ended(own, notes()))
    }

    /// Why the fact as a whole is not known on the day, or `None` when it is. One of which only
    /// candidates hold is not known.
    pub(crate) fn gap<T>(&self, stated: &Stated<T>, note: impl Fn(&T) -> NoteIx) -> Option<Why> {
        let mut holding = stated.items.iter().map(note).filter(|note| self.holds(*note)).peekable();
        match stated.rest {
            Rest::NotSaid => Some(Why::NotSaid),
            Rest::Undisclosed => Some(Why::Undisclosed),
            Rest::Nothing if stated.items.is_empty() => None,
            Rest::Nothing if holding.peek().is_none() => Some(Why::Lapsed),
            Rest::Nothing => holding.all(|note| self.candidate(note)).then_some(Why::Candidate),
        }
    }

    /// The same of parties, places and holdings: one that has ended may have been followed by
    /// somebody whom nobody wrote down.
    pub(crate) fn gap_of_parties<T>(
        &self,
        stated: &Stated<T>,
        note: impl Fn(&T) -> NoteIx + Copy,
    ) -> Option<Why> {
        let lapsed = || self.any_has_ended(stated, note).then_some(Why::Lapsed);
        match self.gap(stated, note) {
            None | Some(Why::Candidate) => lapsed().or_else(|| self.gap(stated, note)),
            gap => gap,
        }
    }
}
