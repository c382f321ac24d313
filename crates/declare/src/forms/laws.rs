use std::borrow::Cow;

use trefonds_model::{Channel, Effect, Grade, Jurisdiction, Link, Minutes};
use trefonds_source::Span;

use super::{Name, NoteBox, Noted};

/// A law.
#[derive(Clone)]
pub struct Law<'a> {
    /// Its id.
    pub id: Name<'a>,
    /// Its name for people.
    pub name: Option<Cow<'a, str>>,
    /// Whose it is, without which it cannot be.
    pub jurisdiction: Option<Jurisdiction>,
    /// What it does, without which it cannot be.
    pub effect: Option<Effect>,
    /// Whom it reaches.
    pub reaches: Vec<Noted<'a, Rule>>,
    /// Whose components it denies; all when there are none.
    pub targets: Vec<Denied<'a>>,
    /// Whose components it spares.
    pub spares: Vec<Denied<'a>>,
    /// Its dates and source.
    pub note: NoteBox<'a>,
}

/// A rule of reach of a law.
#[derive(Clone)]
pub struct Rule {
    /// Over which channel.
    pub channel: Channel,
    /// By which link.
    pub link: Link,
    /// How firmly.
    pub grade: Grade,
    /// How long after the order what is denied stops, and where that is said.
    pub after: Option<(Minutes, Span)>,
}

/// Whose components a law on denial denies, or spares.
#[derive(Clone)]
pub enum Denied<'a> {
    /// All of this inventory, and where that is said.
    Organisation(Span),
    /// What an entity runs.
    Entity(Name<'a>),
}

impl Denied<'_> {
    /// The word for all of this inventory.
    pub const ORGANISATION: &'static str = "organisation";

    /// Where it is said.
    #[must_use]
    pub const fn at(&self) -> Span {
        match self {
            Self::Organisation(at) => *at,
            Self::Entity(name) => name.at,
        }
    }
}
