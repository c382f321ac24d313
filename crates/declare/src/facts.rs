//! The declarations of an inventory by name: what a diff compares, a snapshot keeps, a policy reads.
//!
//! A fact has a key (whose, which field, which item of it) that does not change when files are
//! reordered, reformatted or moved, and a value. Everything that [`trefonds_model::Inventory`]
//! holds is here but the texts of the files.

mod key;
mod options;

pub use key::{FactKey, Field, SubjectKind};
pub use options::{AlternativeFact, ItemFact, ListFact};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use trefonds_model::{ChangeWay, Channel, Criticality, Effect, Grade, Layer, Link};

use crate::SourceAt;

/// The version of lists of declarations.
pub const FACTS_VERSION: u32 = 2;

/// What a requirement needs, by name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NeedFact {
    /// One component.
    Component(String),
    /// Every member.
    AllOf(Vec<RequirementFact>),
    /// At least one member.
    AnyOf(Vec<RequirementFact>),
    /// At least `k` members.
    AtLeast {
        /// How many.
        k: u32,
        /// The members.
        of: Vec<RequirementFact>,
    },
}

/// A requirement, by name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct RequirementFact {
    /// What is needed.
    pub need: NeedFact,
    /// Degrades only.
    pub soft: bool,
    /// Minutes for which the loss is borne.
    pub tolerates: u32,
    /// Minutes that a member of a group needs to take over; none for a hot one, which runs all the time.
    #[serde(skip_serializing_if = "is_none", default)]
    pub starts_in: u32,
    /// The reason given.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub because: Option<String>,
    /// Dates and source of a member; those of the whole are beside the fact.
    #[serde(skip_serializing_if = "FactNote::is_empty", default)]
    pub note: FactNote,
}

/// Whether there is no minute; then a document does not say it.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
pub(crate) const fn is_none(minutes: &u32) -> bool {
    *minutes == 0
}

/// How many of its places a component needs.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum PlacesFact {
    /// Every one of them.
    All,
    /// So many, at least 1.
    AtLeast(u32),
}

/// What is said of something undisclosed. A country or a union is its code; an entity, a site and a
/// component are `entity:ID`, `site:ID` and `component:ID`.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub struct HiddenFact {
    /// Undisclosed facts of one name hide one and the same.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub name: Option<String>,
    /// Whom it is not.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub not: Vec<String>,
    /// Whom it is one of; `null` is anybody.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub among: Option<Vec<String>>,
}

/// The kinds of things that a bound of something hidden names, and their words.
const BOUNDS: [(SubjectKind, &str); 3] = [
    (SubjectKind::Entity, "entity"),
    (SubjectKind::Site, "site"),
    (SubjectKind::Component, "component"),
];

impl HiddenFact {
    /// The kind and the id of what a bound names; `None` for a country or a union.
    #[must_use]
    pub fn named(bound: &str) -> Option<(SubjectKind, &str)> {
        let (word, id) = bound.split_once(':')?;
        let (kind, _) = BOUNDS.iter().find(|(_, own)| *own == word)?;
        Some((*kind, id))
    }

    /// The bound that names a thing of a kind.
    #[must_use]
    pub fn bound(kind: SubjectKind, id: &str) -> String {
        let word = BOUNDS.iter().find(|(own, _)| *own == kind).map_or("", |(_, word)| word);
        format!("{word}:{id}")
    }
}

/// What is said of the part of a list that is not listed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RestFact {
    /// There is nothing else: with no item, declared none.
    Nothing,
    /// There is something else, undisclosed.
    Undisclosed,
    /// There is something else, undisclosed, of which something is said.
    Hidden(HiddenFact),
}

/// What a supplier's withdrawal does.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum WithdrawalFact {
    /// Not said.
    NotSaid,
    /// Stops at once.
    Stops,
    /// Stops after so many minutes.
    StopsAfter(u32),
    /// Survives.
    Survives,
}

/// In which form data is held.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FormFact {
    /// Not said.
    NotSaid,
    /// Clear.
    Clear,
    /// Encrypted.
    Encrypted {
        /// Who holds the keys.
        keys: Vec<String>,
        /// What is said of other holders; `null` is not said.
        rest: Option<RestFact>,
    },
}

/// The value of a fact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FactValue {
    /// The subject exists.
    Exists,
    /// Words: a name, an owner, a title, a tag, a day, a code.
    Text(String),
    /// What others call the subject.
    Identifier {
        /// Who calls it so: `lei`, `sys_id`.
        scheme: String,
        /// What.
        value: String,
    },
    /// A layer.
    Layer(Layer),
    /// A criticality.
    Criticality(Criticality),
    /// What is said of the rest of a list.
    Rest(RestFact),
    /// A requirement.
    Requirement(RequirementFact),
    /// A legal entity in a role.
    Party(String),
    /// A supplier.
    Supply {
        /// Who.
        entity: String,
        /// What its withdrawal does.
        on_withdrawal: WithdrawalFact,
    },
    /// Somebody who can change a component from afar.
    Change {
        /// Who.
        entity: String,
        /// How; `null` is not said.
        how: Option<ChangeWay>,
        /// More of it, in words.
        because: Option<String>,
    },
    /// What the repair of a component needs.
    Recovery {
        /// What.
        component: String,
        /// The reason given.
        because: Option<String>,
    },
    /// How many of its places a component needs.
    Places(PlacesFact),
    /// A duration in minutes.
    Duration(u32),
    /// What the organisation runs: all of this inventory.
    Organisation,
    /// A named site.
    Site(String),
    /// A country.
    Country(String),
    /// Data.
    Data {
        /// Its class.
        class: Option<String>,
        /// Its form.
        form: FormFact,
    },
    /// A holding of votes, in millionths; no holder is dispersed.
    Holding {
        /// Who; `null` is dispersed.
        holder: Option<String>,
        /// At least.
        at_least: u32,
        /// At most.
        at_most: u32,
        /// Whether the share was written down.
        said: bool,
    },
    /// Control by other means.
    Control {
        /// Who.
        entity: String,
        /// By which means.
        by: Option<String>,
    },
    /// An option for changing a component.
    Alternative(Box<AlternativeFact>),
    /// The effect of a law.
    Effect(Effect),
    /// A rule of reach.
    Rule {
        /// Over which channel.
        channel: Channel,
        /// By which link.
        link: Link,
        /// How firmly.
        grade: Grade,
        /// Minutes from the order until what is denied stops; none is at once.
        #[serde(skip_serializing_if = "is_none", default)]
        after: u32,
    },
}

/// Dates, source and verification of a fact; days are `YYYY-MM-DD`.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub struct FactNote {
    /// First day.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub from: Option<String>,
    /// Last day.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub until: Option<String>,
    /// Where it comes from: words, or the id of a source that is listed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub source: Option<String>,
    /// `true`, `false`, or the day of the check; `null` when nothing is said.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub verified: Option<String>,
    /// Found by a pattern, or made as a stub.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub candidate: bool,
}

impl FactNote {
    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// One declaration.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Fact {
    /// Which.
    #[serde(flatten)]
    pub key: FactKey,
    /// What is declared.
    pub value: FactValue,
    /// Dates and source.
    #[serde(skip_serializing_if = "FactNote::is_empty", default)]
    pub note: FactNote,
    /// Where it is written.
    pub at: SourceAt,
}

/// All declarations of an inventory, in the order of their keys.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Facts {
    /// The version of this document.
    pub version: u32,
    /// The declarations.
    pub facts: Vec<Fact>,
}
