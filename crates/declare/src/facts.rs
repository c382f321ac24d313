//! The declarations of an inventory by name: what a diff compares, a snapshot keeps, a policy reads.
//!
//! A fact has a key (whose, which field, which item of it) that does not change when files are
//! reordered, reformatted or moved, and a value. Everything that [`trefonds_model::Inventory`]
//! holds is here but the texts of the files.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use trefonds_model::{Channel, Criticality, Effect, Grade, Layer, Link};

use crate::SourceAt;

/// The version of lists of declarations.
pub const FACTS_VERSION: u32 = 2;

/// Whose fact it is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum SubjectKind {
    /// The inventory itself.
    Inventory,
    /// A component.
    Component,
    /// A legal entity.
    Entity,
    /// A site.
    Site,
    /// A law.
    Law,
    /// A source that facts refer to.
    Source,
}

/// Which field of a subject.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// That it exists, with the dates, source and verification of the whole.
    Exists,
    /// Title of the inventory, or of a source.
    Title,
    /// A trusted jurisdiction.
    Home,
    /// The day that the inventory speaks of.
    AsOf,
    /// The currency of costs.
    Currency,
    /// Whom to ask for facts of a kind.
    Ask,
    /// An entity that the inventory speaks for.
    Organisation,
    /// Name for people.
    Name,
    /// Layer of a component.
    Layer,
    /// Criticality of a component.
    Criticality,
    /// Owner of a component.
    Owner,
    /// That a component is only planned.
    Planned,
    /// A tag of a component.
    Tag,
    /// A requirement of a component.
    Requirement,
    /// An operator of a component or a site.
    Operator,
    /// A supplier of a component.
    Supplier,
    /// A place of a component.
    Site,
    /// Data of a component.
    Data,
    /// An option for changing a component.
    Alternative,
    /// Country of an entity or a site.
    Country,
    /// Legal Entity Identifier.
    Lei,
    /// A holding of votes in an entity.
    OwnedBy,
    /// Control of an entity by other means.
    ControlledBy,
    /// Jurisdiction of a law.
    Jurisdiction,
    /// Effect of a law.
    Effect,
    /// A rule of reach of a law.
    Reaches,
    /// Who published a source.
    Publisher,
    /// When a source was published.
    Published,
    /// Where a source is found.
    Link,
}

/// Names a fact, whatever its value.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub struct FactKey {
    /// Whose.
    pub subject: SubjectKind,
    /// The id of the subject; empty for the inventory.
    pub id: String,
    /// Which field.
    pub field: Field,
    /// Which item of the field, such as the id of a supplier; empty for a field of one value, and
    /// for what is said of the rest of a list.
    pub item: String,
}

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
    /// The reason given.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub because: Option<String>,
    /// Dates and source of a member; those of the whole are beside the fact.
    #[serde(skip_serializing_if = "FactNote::is_empty", default)]
    pub note: FactNote,
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

/// One item of a list that an option puts in the place of another, with its dates and source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct ItemFact {
    /// What is declared.
    pub value: FactValue,
    /// Dates and source.
    #[serde(skip_serializing_if = "FactNote::is_empty", default)]
    pub note: FactNote,
}

/// A list that an option puts in the place of another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct ListFact {
    /// Its items.
    pub items: Vec<ItemFact>,
    /// What is said of the rest.
    pub rest: Option<RestFact>,
}

/// An option for changing a component, by name. What it leaves alone is `null`.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub struct AlternativeFact {
    /// Its name for people.
    pub name: Option<String>,
    /// What it costs, in units of the inventory's currency.
    pub cost: u64,
    /// How many minutes it takes, if said.
    pub lead_time: Option<u32>,
    /// Instead of the requirements.
    pub requirements: Option<ListFact>,
    /// Instead of the operators.
    pub operators: Option<ListFact>,
    /// Instead of the suppliers.
    pub suppliers: Option<ListFact>,
    /// Instead of the places.
    pub locations: Option<ListFact>,
    /// Instead of the data.
    pub data: Option<ListFact>,
    /// New terms with suppliers that stay.
    pub terms: Vec<ItemFact>,
    /// The component that stands in.
    pub stand_in: Option<String>,
    /// Options that cannot be taken as well.
    pub excludes: Vec<String>,
    /// Options without which it cannot be taken.
    pub requires: Vec<String>,
}

/// The value of a fact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FactValue {
    /// The subject exists.
    Exists,
    /// Words: a name, an owner, a title, a tag, a day, a code.
    Text(String),
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

impl AlternativeFact {
    /// Whether taking it makes anything different.
    #[must_use]
    pub fn changes(&self) -> bool {
        let lists =
            [&self.requirements, &self.operators, &self.suppliers, &self.locations, &self.data];
        lists.iter().any(|list| list.is_some()) || !self.terms.is_empty() || self.stand_in.is_some()
    }
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
