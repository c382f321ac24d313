use trefonds_source::Span;

use crate::{Country, EntityIx, Identifier, NoteIx, Party, SiteIx, Stated, Text};

/// A part of the votes in millionths, as a range; an exact share has equal bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// At least.
    pub at_least: u32,
    /// At most.
    pub at_most: u32,
}

impl Share {
    /// 100 %.
    pub const WHOLE: u32 = 1_000_000;
    /// Control takes more than this.
    pub const HALF: u32 = 500_000;
    /// Nothing is said of the share.
    pub const UNKNOWN: Self = Self { at_least: 0, at_most: Self::WHOLE };

    /// An exact share.
    #[must_use]
    pub const fn exactly(millionths: u32) -> Self {
        Self { at_least: millionths, at_most: millionths }
    }
}

/// Who holds votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// A legal entity of the inventory.
    Entity(EntityIx),
    /// Natural persons, the public, dispersed capital: nobody who could control.
    Dispersed,
}

/// A holding of votes in an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Who holds.
    pub holder: Holder,
    /// How much of the votes.
    pub votes: Share,
    /// Whether the share was written down: without it, the range is the widest.
    pub votes_said: bool,
    /// Dates and source.
    pub note: NoteIx,
    /// Where it is said.
    pub at: Span,
}

/// Control by other means than votes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ControlLink {
    /// Who controls.
    pub entity: EntityIx,
    /// By which means, in the inventory's words.
    pub by: Option<Text>,
    /// Dates and source.
    pub note: NoteIx,
    /// Where it is said.
    pub at: Span,
}

/// A country stated of an entity or a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountryFact {
    /// Which.
    pub country: Country,
    /// Dates and source.
    pub note: NoteIx,
    /// Where it is said.
    pub at: Span,
}

/// A legal entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// The id, unique in the inventory.
    pub id: Text,
    /// The legal name, if said.
    pub name: Option<Text>,
    /// Country of incorporation.
    pub country: Stated<CountryFact>,
    /// Legal Entity Identifier (ISO 17442), check digits valid.
    pub lei: Option<Text>,
    /// What others call it.
    pub same_as: Box<[Identifier]>,
    /// Who holds its votes.
    pub owned_by: Stated<Holding>,
    /// Who controls it by other means.
    pub controlled_by: Stated<ControlLink>,
    /// Dates and source of the entity itself.
    pub note: NoteIx,
    /// Where its id is.
    pub at: Span,
}

/// A place with a name: a data centre, a cloud region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The id, unique in the inventory.
    pub id: Text,
    /// The name, if said.
    pub name: Option<Text>,
    /// The country where it stands.
    pub country: Stated<CountryFact>,
    /// Who runs the site.
    pub operators: Stated<Party>,
    /// What others call it.
    pub same_as: Box<[Identifier]>,
    /// The site around it, and where that is said. Never in a circle.
    pub within: Option<(SiteIx, Span)>,
    /// Dates and source.
    pub note: NoteIx,
    /// Where its id is.
    pub at: Span,
}
