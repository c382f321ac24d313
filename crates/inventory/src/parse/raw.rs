//! Facts as a file says them: names of other things are texts with a place.

use std::borrow::Cow;

use trefonds_model::{
    Channel, Country, Criticality, Date, Effect, Grade, Hours, Jurisdiction, Layer, Link,
    OnWithdrawal, Share, Stated, Verification,
};
use trefonds_source::{Diagnostic, Span};

/// What one file gave.
pub(crate) struct Parsed<'a> {
    pub facts: Facts<'a>,
    pub diagnostics: Vec<Diagnostic>,
    /// The newest date written in it.
    pub newest_date: Option<Date>,
    /// Whether it was read to its end.
    pub complete: bool,
}

/// Everything that a file declares.
#[derive(Default)]
pub(crate) struct Facts<'a> {
    pub version: Option<Span>,
    pub title: Option<Name<'a>>,
    pub home: Option<(Vec<Jurisdiction>, Span)>,
    pub as_of: Option<(Date, Span)>,
    pub currency: Option<Name<'a>>,
    pub organisation: Option<(Vec<Name<'a>>, Span)>,
    pub hidden: Vec<Hidden<'a>>,
    pub components: Vec<Component<'a>>,
    pub entities: Vec<Entity<'a>>,
    pub sites: Vec<Site<'a>>,
    pub laws: Vec<Law<'a>>,
}

/// A text and where it stands: an id, a reference, a title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name<'a> {
    pub text: Cow<'a, str>,
    pub at: Span,
}

/// The note of a fact; most facts have none.
pub(crate) type NoteBox<'a> = Option<Box<Note<'a>>>;

/// Dates, source and verification of a fact.
#[derive(Default)]
pub(crate) struct Note<'a> {
    pub from: Option<Date>,
    pub until: Option<Date>,
    pub source: Option<Cow<'a, str>>,
    pub verification: Verification,
    pub candidate: bool,
}

/// What is said of something undisclosed.
pub(crate) struct Hidden<'a> {
    pub name: Option<Cow<'a, str>>,
    pub not: Vec<Name<'a>>,
    pub among: Option<Vec<Name<'a>>>,
    pub at: Span,
}

/// A value with its note and place.
pub(crate) struct Fact<'a, T> {
    pub value: T,
    pub note: NoteBox<'a>,
    pub at: Span,
}

pub(crate) struct Component<'a> {
    pub id: Name<'a>,
    pub name: Option<Cow<'a, str>>,
    pub layer: Option<Layer>,
    pub criticality: Option<Criticality>,
    pub owner: Option<Cow<'a, str>>,
    pub tags: Vec<Cow<'a, str>>,
    pub requirements: Stated<Requirement<'a>>,
    pub operators: Stated<Fact<'a, Name<'a>>>,
    pub suppliers: Stated<Fact<'a, (Name<'a>, OnWithdrawal)>>,
    pub locations: Stated<Fact<'a, Place<'a>>>,
    pub data: Stated<Fact<'a, Data<'a>>>,
    pub alternatives: Vec<Alternative<'a>>,
    pub planned: bool,
    pub note: NoteBox<'a>,
}

pub(crate) struct Alternative<'a> {
    pub id: Name<'a>,
    pub name: Option<Cow<'a, str>>,
    pub cost: Option<u64>,
    pub lead_time: Option<Hours>,
    pub requirements: Option<Stated<Requirement<'a>>>,
    pub operators: Option<Stated<Fact<'a, Name<'a>>>>,
    pub suppliers: Option<Stated<Fact<'a, (Name<'a>, OnWithdrawal)>>>,
    pub terms: Vec<Fact<'a, (Name<'a>, OnWithdrawal)>>,
    pub locations: Option<Stated<Fact<'a, Place<'a>>>>,
    pub data: Option<Stated<Fact<'a, Data<'a>>>>,
    pub stand_in: Option<Name<'a>>,
    pub excludes: Vec<Name<'a>>,
    pub requires: Vec<Name<'a>>,
    pub note: NoteBox<'a>,
}

impl<'a> Alternative<'a> {
    /// One of which nothing is said yet.
    pub(crate) fn unsaid(id: Name<'a>) -> Self {
        Self {
            id,
            name: None,
            cost: None,
            lead_time: None,
            requirements: None,
            operators: None,
            suppliers: None,
            terms: Vec::new(),
            locations: None,
            data: None,
            stand_in: None,
            excludes: Vec::new(),
            requires: Vec::new(),
            note: None,
        }
    }
}

pub(crate) struct Requirement<'a> {
    pub need: Need<'a>,
    pub soft: bool,
    pub tolerates: Hours,
    pub because: Option<Cow<'a, str>>,
    pub note: NoteBox<'a>,
    pub at: Span,
}

pub(crate) enum Need<'a> {
    Component(Name<'a>),
    AllOf(Vec<Requirement<'a>>),
    AnyOf(Vec<Requirement<'a>>),
    AtLeast { k: u32, of: Vec<Requirement<'a>> },
}

impl<'a> Need<'a> {
    /// The members of a group; none for a single component.
    pub(crate) fn members(&self) -> &[Requirement<'a>] {
        match self {
            Self::Component(_) => &[],
            Self::AllOf(of) | Self::AnyOf(of) | Self::AtLeast { of, .. } => of,
        }
    }
}

pub(crate) enum Place<'a> {
    /// A word that is no country: must be a site.
    Named(Name<'a>),
    /// `{site: id}`.
    Site(Name<'a>),
    Country(Country),
}

pub(crate) struct Data<'a> {
    pub class: Option<Cow<'a, str>>,
    pub form: Form,
    /// Who holds the keys, if it is encrypted.
    pub keys: Stated<Name<'a>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    NotSaid,
    Clear,
    Encrypted,
}

pub(crate) struct Entity<'a> {
    pub id: Name<'a>,
    pub name: Option<Cow<'a, str>>,
    pub country: Stated<Fact<'a, Country>>,
    pub lei: Option<Name<'a>>,
    pub owned_by: Stated<Fact<'a, Holding<'a>>>,
    pub controlled_by: Stated<Fact<'a, Control<'a>>>,
    pub note: NoteBox<'a>,
}

pub(crate) struct Holding<'a> {
    /// Nobody who could control, when there is none.
    pub holder: Option<Name<'a>>,
    pub votes: Option<Share>,
}

pub(crate) struct Control<'a> {
    pub entity: Name<'a>,
    pub by: Option<Cow<'a, str>>,
}

pub(crate) struct Site<'a> {
    pub id: Name<'a>,
    pub name: Option<Cow<'a, str>>,
    pub country: Stated<Fact<'a, Country>>,
    pub operators: Stated<Fact<'a, Name<'a>>>,
    pub note: NoteBox<'a>,
}

pub(crate) struct Law<'a> {
    pub id: Name<'a>,
    pub name: Option<Cow<'a, str>>,
    pub jurisdiction: Option<Jurisdiction>,
    pub effect: Option<Effect>,
    pub reaches: Vec<Fact<'a, Rule>>,
    pub note: NoteBox<'a>,
}

pub(crate) struct Rule {
    pub channel: Channel,
    pub link: Link,
    pub grade: Grade,
}
