//! What a catalogue holds, as data: how much, what was found, one entry, names and what they lead to, sources,
//! what has become old.

mod entry;
mod found;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use entry::{
    CatalogueEntry, CatalogueFact, CatalogueFactKind, CatalogueGround, CataloguePattern,
    CatalogueReach, CatalogueStep, CatalogueValue, CatalogueWithdrawal,
};
pub use found::{
    CatalogueSearch, CatalogueSource, CatalogueSources, CatalogueStale, Identified, Identity,
    IdentityHit, IdentityVerdict, StaleFact, StaleKind,
};

use crate::Named;

/// What an entry of a catalogue is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum CatalogueKind {
    /// What a component can be said to be.
    Offer,
    /// A legal entity.
    Entity,
    /// A place: a cloud region, a zone of one.
    Region,
    /// A law.
    Law,
}

/// Of which catalogue, and of which day, a result speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CatalogueHead {
    /// The version of this document.
    pub version: u32,
    /// The edition that the program brings.
    pub edition: String,
    /// Folders that go before it, the first first.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub folders: Vec<String>,
    /// The day on which facts are looked at.
    pub as_of: String,
}

/// An entry, by what it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct CatalogueThing {
    /// What it is.
    pub kind: CatalogueKind,
    /// Which.
    #[serde(flatten)]
    pub thing: Named,
}

/// How many offers there are of a kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OfferKindCount {
    /// The kind: the name of the file in which they stand.
    pub kind: String,
    /// How many.
    pub offers: u32,
    /// Of how many an operator, the suppliers with what their withdrawal does, and something that it rests on
    /// are said, by a source with a date.
    pub whole: u32,
}

/// How much a catalogue holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CatalogueOverview {
    /// Of which catalogue it speaks.
    #[serde(flatten)]
    pub head: CatalogueHead,
    /// How many legal entities.
    pub entities: u32,
    /// Of how many every link up to the top was verified.
    pub entities_read_to_the_top: u32,
    /// How many regions.
    pub regions: u32,
    /// Of how many the country was verified.
    pub regions_verified: u32,
    /// How many offers.
    pub offers: u32,
    /// How many of them are whole.
    pub offers_whole: u32,
    /// The same by kind, in the order of the kinds.
    pub kinds: Vec<OfferKindCount>,
    /// How many laws.
    pub laws: u32,
    /// How many patterns lead a name to an offer.
    pub patterns: u32,
    /// How many rules name what usually lies beneath.
    pub rules: u32,
    /// How many sources.
    pub sources: u32,
}
