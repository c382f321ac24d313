//! Declarations as a source says them, thing by thing: names of other things are texts with a place.

mod catalogue;
mod entities;
mod identifiers;
mod laws;
mod options;
mod recovery;
mod requirements;

pub use catalogue::{Catalogue, Edition, LawsOf};
pub use entities::{Control, Entity, Holding, Site};
pub use identifiers::{Identifier, add_up};
pub use laws::{Denied, Law, Rule};
pub use options::{Alternative, StandIn};
pub use recovery::{Change, Recovery};
pub use requirements::{Need, Requirement};

use std::borrow::Cow;

use trefonds_model::{
    Country, Criticality, Date, FactKind, Jurisdiction, Layer, Minutes, NeedsPlaces, OnWithdrawal,
    Stated, Verification,
};
use trefonds_source::Span;

use crate::Field;

/// Everything that a file declares.
#[derive(Default)]
pub struct Declarations<'a> {
    /// Where the version of the format is said.
    pub version: Option<Span>,
    /// What it describes.
    pub title: Option<Name<'a>>,
    /// The trusted jurisdictions.
    pub home: Option<(Vec<Jurisdiction>, Span)>,
    /// The day that it speaks of.
    pub as_of: Option<(Date, Span)>,
    /// The currency of costs.
    pub currency: Option<Name<'a>>,
    /// Whom to ask.
    pub asks: Option<(Asks<'a>, Span)>,
    /// The entities that it speaks for.
    pub organisation: Option<(Vec<Name<'a>>, Span)>,
    /// What is said of undisclosed facts that have a name or bounds; [`Stated::hidden`] leads here.
    pub hidden: Vec<Hidden<'a>>,
    /// The catalogue that it is written against.
    pub catalogue: Option<(Catalogue<'a>, Span)>,
    /// Components.
    pub components: Vec<Component<'a>>,
    /// What a component can be said to be; each enters as a component where it is meant.
    pub offers: Vec<Component<'a>>,
    /// Legal entities.
    pub entities: Vec<Entity<'a>>,
    /// Sites.
    pub sites: Vec<Site<'a>>,
    /// Laws.
    pub laws: Vec<Law<'a>>,
    /// Sources that facts refer to.
    pub cited: Vec<Source<'a>>,
    /// What completes or replaces facts of things that are declared elsewhere.
    pub amendments: Amendments<'a>,
    /// The newest day on which one of its facts was verified.
    pub newest_verified: Option<Date>,
    /// The first date in it from or until which something holds.
    pub dated: Option<Span>,
}

impl Declarations<'_> {
    /// Whether nothing is declared under an id, and nothing amended.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.components.is_empty()
            && self.offers.is_empty()
            && self.entities.is_empty()
            && self.sites.is_empty()
            && self.laws.is_empty()
            && self.cited.is_empty()
            && self.amendments.is_empty()
    }
}

/// Amendments of things, by kind.
#[derive(Default)]
pub struct Amendments<'a> {
    /// Of components.
    pub components: Vec<Amendment<'a, Component<'a>>>,
    /// Of legal entities.
    pub entities: Vec<Amendment<'a, Entity<'a>>>,
    /// Of sites.
    pub sites: Vec<Amendment<'a, Site<'a>>>,
}

impl Amendments<'_> {
    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.components.is_empty() && self.entities.is_empty() && self.sites.is_empty()
    }
}

/// What completes or replaces facts of a thing that is declared elsewhere.
pub struct Amendment<'a, T> {
    /// What is said; all else in it is as if nothing were said.
    pub thing: T,
    /// Which fields are said, and where; [`Field::Exists`] is the note of the whole.
    pub said: Vec<(Field, Span)>,
    /// Whether it is said if the thing is a candidate.
    pub candidate_said: bool,
    /// Requirements that come to those declared.
    pub added: Vec<Requirement<'a>>,
    /// Requirements of those declared that go.
    pub removed: Vec<Requirement<'a>>,
}

impl<'a, T> Amendment<'a, T> {
    /// One that says nothing yet.
    #[must_use]
    pub fn of(thing: T) -> Self {
        let (added, removed) = (Vec::new(), Vec::new());
        Self { thing, said: Vec::new(), candidate_said: false, added, removed }
    }
}

/// Whom to ask for facts of some kinds.
pub type Asks<'a> = Vec<(FactKind, Cow<'a, str>)>;

/// A text and where it stands: an id, a reference, a title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name<'a> {
    /// As it is written.
    pub text: Cow<'a, str>,
    /// Where.
    pub at: Span,
}

/// The note of a fact; most facts have none.
pub type NoteBox<'a> = Option<Box<Note<'a>>>;

/// Dates, source and verification of a fact.
#[derive(Clone, Default)]
pub struct Note<'a> {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
    /// Where the last day is said.
    pub until_at: Span,
    /// Where it comes from: words, or the id of a source that is listed.
    pub source: Option<Name<'a>>,
    /// Whether it was checked.
    pub verification: Verification,
    /// Found by a pattern, or made as a stub.
    pub candidate: bool,
}

/// What is said of something undisclosed.
#[derive(Clone)]
pub struct Hidden<'a> {
    /// Undisclosed facts of one name hide one and the same.
    pub name: Option<Cow<'a, str>>,
    /// Whom it is not.
    pub not: Vec<Name<'a>>,
    /// Whom it is one of; `None` is anybody.
    pub among: Option<Vec<Name<'a>>>,
    /// Where it is said.
    pub at: Span,
}

/// A value with its note and place.
#[derive(Clone)]
pub struct Noted<'a, T> {
    /// What is said.
    pub value: T,
    /// Its dates and source.
    pub note: NoteBox<'a>,
    /// Where.
    pub at: Span,
}

/// A component.
#[derive(Clone)]
pub struct Component<'a> {
    /// Its id.
    pub id: Name<'a>,
    /// Its name for people.
    pub name: Option<Cow<'a, str>>,
    /// The offer that it is, which says what the component does not.
    pub is: Option<Name<'a>>,
    /// What the offer rests on and this one does without.
    pub without: Vec<Name<'a>>,
    /// Its layer, without which it cannot be.
    pub layer: Option<Layer>,
    /// How much it matters.
    pub criticality: Option<Criticality>,
    /// Who owns it.
    pub owner: Option<Cow<'a, str>>,
    /// Its tags.
    pub tags: Vec<Cow<'a, str>>,
    /// What others call it.
    pub same_as: Vec<Identifier<'a>>,
    /// What it needs.
    pub requirements: Stated<Requirement<'a>>,
    /// Who runs it.
    pub operators: Stated<Noted<'a, Name<'a>>>,
    /// Who supplies it, and what their withdrawal does.
    pub suppliers: Stated<Noted<'a, (Name<'a>, OnWithdrawal)>>,
    /// Who can change it from afar.
    pub changed_by: Stated<Noted<'a, Change<'a>>>,
    /// Where it stands.
    pub locations: Stated<Noted<'a, Place<'a>>>,
    /// How many of its places it needs, and where that is said.
    pub needs_places: Option<(NeedsPlaces, Span)>,
    /// What data it holds.
    pub data: Stated<Noted<'a, Data<'a>>>,
    /// How long it takes to be up again.
    pub restarts_in: Option<Minutes>,
    /// What its repair needs: a list without a rest.
    pub recovers_with: Stated<Noted<'a, Recovery<'a>>>,
    /// How it could be changed.
    pub alternatives: Vec<Alternative<'a>>,
    /// Whether it is only planned.
    pub planned: bool,
    /// Its dates and source.
    pub note: NoteBox<'a>,
}

impl<'a> Component<'a> {
    /// One of which nothing is said yet.
    #[must_use]
    pub fn unsaid(id: Name<'a>) -> Self {
        let at = id.at;
        Self {
            id,
            name: None,
            is: None,
            without: Vec::new(),
            layer: None,
            criticality: None,
            owner: None,
            tags: Vec::new(),
            same_as: Vec::new(),
            requirements: Stated::not_said(at),
            operators: Stated::not_said(at),
            suppliers: Stated::not_said(at),
            changed_by: Stated::not_said(at),
            locations: Stated::not_said(at),
            needs_places: None,
            data: Stated::not_said(at),
            restarts_in: None,
            recovers_with: Stated::not_said(at),
            alternatives: Vec::new(),
            planned: false,
            note: None,
        }
    }
}

/// Where a component stands.
#[derive(Clone)]
pub enum Place<'a> {
    /// A word that is no country: must be a site.
    Named(Name<'a>),
    /// `{site: id}`.
    Site(Name<'a>),
    /// A country.
    Country(Country),
}

/// Data that a component holds.
#[derive(Clone)]
pub struct Data<'a> {
    /// Its class.
    pub class: Option<Cow<'a, str>>,
    /// In which form it is held.
    pub form: Form,
    /// Who holds the keys, if it is encrypted.
    pub keys: Stated<Name<'a>>,
}

/// In which form data is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Not said.
    NotSaid,
    /// Clear.
    Clear,
    /// Encrypted.
    Encrypted,
}

/// A source that facts refer to.
#[derive(Clone)]
pub struct Source<'a> {
    /// Its id.
    pub id: Name<'a>,
    /// What it is called, without which it cannot be.
    pub title: Option<Cow<'a, str>>,
    /// Who published it.
    pub publisher: Option<Cow<'a, str>>,
    /// When.
    pub date: Option<Name<'a>>,
    /// Where it is found.
    pub link: Option<Cow<'a, str>>,
}
