use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CatalogueFact, CatalogueHead, CataloguePattern, CatalogueThing};
use crate::Named;

/// What has the words that were searched for, the best first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CatalogueSearch {
    /// Of which catalogue it speaks.
    #[serde(flatten)]
    pub head: CatalogueHead,
    /// The words.
    pub words: Vec<String>,
    /// What has all of them.
    pub found: Vec<CatalogueThing>,
}

/// A pattern that matches a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct IdentityHit {
    /// The offer that it leads to.
    pub offer: Named,
    /// Whether no other matches more of the name.
    pub wins: bool,
    /// The pattern.
    pub pattern: CataloguePattern,
}

/// What came of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum IdentityVerdict {
    /// It is of one offer.
    Offer,
    /// It is of one of several offers, and nothing tells of which.
    Tie,
    /// It is a region, with its provider.
    Region,
    /// It is a code that several providers may use: a region is never recognised without its provider.
    RegionWithoutProvider,
    /// Nothing leads from it anywhere.
    NotRecognised,
}

/// A name, and what it leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Identity {
    /// The name as it was given.
    pub name: String,
    /// What came of it.
    pub verdict: IdentityVerdict,
    /// Every pattern that matches, those that match most first.
    pub hits: Vec<IdentityHit>,
    /// Regions that it is, or could be meant for; with their countries.
    pub regions: Vec<(Named, Option<String>)>,
}

/// Names, and what they lead to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Identified {
    /// Of which catalogue it speaks.
    #[serde(flatten)]
    pub head: CatalogueHead,
    /// The kind of name that was asked for.
    pub kind: Option<String>,
    /// Each name, in the order in which they were given.
    pub names: Vec<Identity>,
}

/// A source, and what comes from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CatalogueSource {
    /// Its id.
    pub id: String,
    /// What it is called; empty where only its licence is told.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// When: a year, a month or a day.
    pub date: Option<String>,
    /// Where it is found.
    pub link: Option<String>,
    /// Under which licence facts were taken from it, where it is a set of data.
    pub licence: Option<String>,
    /// Which state of it was read.
    pub snapshot: Option<String>,
    /// What was taken.
    pub taken: Option<String>,
    /// How many facts, patterns and rules name it.
    pub facts: u32,
}

/// All sources of a catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CatalogueSources {
    /// Of which catalogue it speaks.
    #[serde(flatten)]
    pub head: CatalogueHead,
    /// The sources, in the order of their ids.
    pub sources: Vec<CatalogueSource>,
}

/// What kind of fact has become old, by which it is known when it is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum StaleKind {
    /// From a list of certificate roots: after 3 months.
    Root,
    /// Of a region: after 6 months.
    Region,
    /// Who owns or controls: after 12 months.
    Control,
}

/// A fact whose verification is too long ago.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StaleFact {
    /// What kind of fact it is, by which it grows old.
    pub term: StaleKind,
    /// Of what.
    #[serde(flatten)]
    pub of: CatalogueThing,
    /// The last day on which it was not old; `null` where it was verified on no stated day.
    pub fresh_until: Option<String>,
    /// The fact.
    pub fact: CatalogueFact,
}

/// What has become old on a day, the oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CatalogueStale {
    /// Of which catalogue, and of which day, it speaks.
    #[serde(flatten)]
    pub head: CatalogueHead,
    /// How many facts were looked at.
    pub looked_at: u32,
    /// The old ones.
    pub stale: Vec<StaleFact>,
}
