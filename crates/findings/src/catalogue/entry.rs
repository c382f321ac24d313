use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use trefonds_model::{ChangeWay, Channel, Effect, Grade, Layer, Link};

use super::{CatalogueHead, CatalogueKind};
use crate::{Named, Provenance};

/// Where a fact of a catalogue stands, where it comes from, and whether anybody verified it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CatalogueGround {
    /// Place, source, day of the verification.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// Nobody verified it: it counts in the careful reading only.
    pub candidate: bool,
    /// The first day on which it holds, `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub from: Option<String>,
    /// The last.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub until: Option<String>,
}

/// What a fact of a catalogue says.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum CatalogueFactKind {
    /// Who runs it.
    Operator,
    /// Who makes, licenses, supports or updates it.
    Supplier,
    /// Who can change it from afar.
    ChangedBy,
    /// Where it stands.
    Place,
    /// What it rests on.
    RestsOn,
    /// Its country.
    Country,
    /// Who holds votes.
    Owner,
    /// Who controls it by other means.
    Controller,
    /// The site around it.
    Within,
    /// How a law reaches.
    Reaches,
    /// Whom a law on denial means.
    Targets,
    /// Whom it spares.
    Spares,
}

/// What a fact names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CatalogueValue {
    /// A thing of the catalogue.
    Thing(Named),
    /// A country, by its code.
    Country(String),
    /// Nobody who could control: natural persons, the public.
    Dispersed,
    /// There is none.
    None,
    /// There is one that is not disclosed.
    Undisclosed,
    /// The organisation of the inventory.
    Organisation,
    /// Nothing: the rest of the fact says it.
    Nothing,
}

/// What the withdrawal of a supplier does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CatalogueWithdrawal {
    /// Not said.
    NotSaid,
    /// It stops after so many minutes.
    StopsAfter(u32),
    /// It goes on.
    Survives,
}

/// By which channel and link a law reaches, and how firmly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CatalogueReach {
    /// The channel.
    pub channel: Channel,
    /// The link.
    pub link: Link,
    /// How firmly.
    pub grade: Grade,
    /// Minutes after the order until what is denied stops.
    pub after_minutes: u32,
}

/// A fact of a catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CatalogueFact {
    /// What it says.
    pub fact: CatalogueFactKind,
    /// Of what it names: whom, or what.
    pub value: CatalogueValue,
    /// Of an owner: at least so many millionths of the votes, at most so many.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub votes: Option<(u32, u32)>,
    /// Of a controller: by which means. Of who can change it: more of it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub by: Option<String>,
    /// Of a supplier: what its withdrawal does.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub on_withdrawal: Option<CatalogueWithdrawal>,
    /// Of who can change it: how.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub how: Option<ChangeWay>,
    /// Of what it rests on: it only degrades without it.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub soft: bool,
    /// Of what it rests on: it is one of several in a group.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub in_a_group: bool,
    /// Of a law.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reach: Option<CatalogueReach>,
    /// Where it stands and where it comes from.
    #[serde(flatten)]
    pub ground: CatalogueGround,
}

/// A fact in a tree of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CatalogueStep {
    /// How many steps from the entry: 1 is next to it. What follows with a greater depth hangs on it.
    pub depth: u32,
    /// Whose fact it is.
    pub of: Named,
    /// What it is, where that is an offer: of which layer.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub layer: Option<Layer>,
    /// It was told before: what hangs on it is not told again.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub again: bool,
    /// The fact.
    #[serde(flatten)]
    pub fact: CatalogueFact,
}

/// A pattern that leads names to an offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CataloguePattern {
    /// What kind of names.
    pub kind: String,
    /// The pattern.
    pub pattern: String,
    /// The file in which it stands.
    pub file: String,
    /// Its source, in full.
    pub source: Option<String>,
    /// The day on which it was read there; without one it is a candidate.
    pub verified_on: Option<String>,
    /// The first day on which such names are of the offer.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub from: Option<String>,
    /// The last.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub until: Option<String>,
    /// Other offers have it too.
    pub shared: bool,
}

/// An entry of a catalogue, with what is above, beneath and beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CatalogueEntry {
    /// Of which catalogue it speaks.
    #[serde(flatten)]
    pub head: CatalogueHead,
    /// What it is.
    pub kind: CatalogueKind,
    /// Which.
    pub thing: Named,
    /// Of an offer: its kind.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub offer_kind: Option<String>,
    /// Of an offer: its layer.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub layer: Option<Layer>,
    /// Of an entity: its LEI.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lei: Option<String>,
    /// Of a law: whose.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub jurisdiction: Option<String>,
    /// Of a law: what it compels.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub effect: Option<Effect>,
    /// Of an entity: every link up to the top was verified. Of an offer: it is whole.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub complete: Option<bool>,
    /// Where it is declared.
    pub ground: CatalogueGround,
    /// What is said of it.
    pub facts: Vec<CatalogueFact>,
    /// Of an entity: who owns and controls it, up to the top.
    pub above: Vec<CatalogueStep>,
    /// Of an entity: whom it owns and controls, and these in turn. Of a region: what is within.
    pub beneath: Vec<CatalogueStep>,
    /// Of an offer: what it rests on, and that in turn.
    pub rests_on: Vec<CatalogueStep>,
    /// Of an entity: offers and regions that it runs, supplies or can change. Of a region: what stands there.
    /// Of an offer: what rests on it, or is it.
    pub beside: Vec<CatalogueStep>,
    /// Of an offer: what leads to it.
    pub patterns: Vec<CataloguePattern>,
}
