use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use trefonds_source::Span;

use crate::{EntityIx, Jurisdiction, Minutes, NoteIx, Text};

/// How a jurisdiction or an entity reaches a component.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// It stands in a place.
    Location,
    /// Somebody runs it.
    Operation,
    /// Somebody makes, licenses, supports or updates it.
    Supply,
    /// Somebody can change it from afar.
    Change,
    /// A link of control above the entity of one of the other channels.
    Ownership,
}

/// What a law can compel.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// Access to data.
    Access,
    /// Denial of a service or a technology.
    Denial,
}

/// By which link a law reaches the party of a channel.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Link {
    /// Located or incorporated in the jurisdiction.
    Direct,
    /// An entity above the party is incorporated there.
    ViaControl,
    /// An entity below or beside the party in its group is incorporated there.
    ViaGroup,
    /// Technology that comes from there.
    Technology,
}

/// How firmly a law reaches, the firmest first.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    /// By location or incorporation.
    Direct,
    /// Through an entity above.
    ViaControl,
    /// Through an entity below or beside in the group.
    ViaGroup,
    /// Through technology.
    Technology,
    /// Contested.
    Arguable,
    /// A fact is missing.
    Undetermined,
    /// It does not reach.
    None,
}

impl From<Link> for Grade {
    fn from(link: Link) -> Self {
        match link {
            Link::Direct => Self::Direct,
            Link::ViaControl => Self::ViaControl,
            Link::ViaGroup => Self::ViaGroup,
            Link::Technology => Self::Technology,
        }
    }
}

/// One line of a law's reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReachRule {
    /// Over which channel; never [`Channel::Ownership`], which is a link.
    pub channel: Channel,
    /// By which link.
    pub link: Link,
    /// How firmly: the link's own grade unless the inventory says otherwise.
    pub grade: Grade,
    /// How long after the order what is denied stops; of a law on denial.
    pub after: Minutes,
    /// Dates and source.
    pub note: NoteIx,
    /// Where it is said.
    pub at: Span,
}

/// Whose components a law on denial denies, or spares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denied {
    /// All of this inventory.
    Organisation,
    /// What this entity runs.
    Entity(EntityIx),
}

/// A law that reaches beyond the parties' own will.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Law {
    /// The id, unique in the inventory.
    pub id: Text,
    /// The name, if said.
    pub name: Option<Text>,
    /// Whose law.
    pub jurisdiction: Jurisdiction,
    /// What it compels.
    pub effect: Effect,
    /// How it reaches.
    pub reaches: Box<[ReachRule]>,
    /// Whose components it denies; all when there are none.
    pub targets: Box<[(Denied, Span)]>,
    /// Whose components it spares.
    pub spares: Box<[(Denied, Span)]>,
    /// From and until when, source.
    pub note: NoteIx,
    /// Where its id is.
    pub at: Span,
}
