//! Who and what matters most, and how concentrated control is.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use trefonds_model::{Criticality, Layer};

use crate::{Coverage, EventKind, Head, Level, Named, UnknownFact};

/// How many services, by how much they matter.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub struct ByCriticality {
    /// Vital ones.
    pub vital: u32,
    /// Important ones.
    pub important: u32,
    /// Standard ones.
    pub standard: u32,
    /// Minor ones.
    pub minor: u32,
}

impl ByCriticality {
    /// Counts one more.
    pub const fn add(&mut self, criticality: Criticality) {
        let count = match criticality {
            Criticality::Vital => &mut self.vital,
            Criticality::Important => &mut self.important,
            Criticality::Standard => &mut self.standard,
            Criticality::Minor => &mut self.minor,
        };
        *count += 1;
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.total() == 0
    }

    /// All of them.
    #[must_use]
    pub const fn total(&self) -> u32 {
        self.vital + self.important + self.standard + self.minor
    }
}

/// Minimal cut sets of two withdrawals, over all services.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Pairs {
    /// How many stop their service for certain.
    pub certain: u64,
    /// How many more stop it possibly.
    pub possible: u64,
}

/// One event and what hangs on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Ranked {
    /// The event.
    pub event: Named,
    /// What it is.
    pub kind: EventKind,
    /// The country, where it has one.
    pub country: Option<String>,
    /// Whether it is, or may be, outside home; `null` for components.
    pub foreign: Option<bool>,
    /// The unknown fact, when the event is one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub unknown: Option<UnknownFact>,
    /// Services that it stops alone, for certain.
    pub certain: ByCriticality,
    /// Services that it stops alone possibly, beside those.
    pub possible: ByCriticality,
    /// Services that it stops if an unknown fact is the same hand, beside those.
    #[serde(default)]
    pub one_hand: ByCriticality,
    /// Of those that it stops alone, the services that are up again in the end.
    #[serde(skip_serializing_if = "ByCriticality::is_empty", default)]
    pub interrupted: ByCriticality,
    /// The minimal cut sets of two that it is in; `null` when these were not worked out.
    pub pairs: Option<Pairs>,
}

/// One level, ranked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RankedLevel {
    /// The level.
    pub level: Level,
    /// All minimal cut sets of two at this level; `null` when these were not worked out.
    pub pairs: Option<Pairs>,
    /// What has ended, and stops services already.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub ended: Vec<Ranked>,
    /// Events that stop something alone or stand in a pair: those on which the most critical services
    /// hang first.
    pub events: Vec<Ranked>,
    /// Unknown facts, each taken as a controller of its own: counted apart.
    pub unknown: Vec<Ranked>,
    /// How many events of the level stop nothing alone and stand in no pair.
    pub others: u32,
}

/// What shares are shares of.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum HolderKind {
    /// Ultimate controllers of those who run or supply the components.
    Controller,
    /// Countries: of these controllers, and where the components stand.
    Jurisdiction,
}

/// A share of the components of a layer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Share {
    /// Whose.
    pub holder: Named,
    /// In millionths.
    pub millionths: u32,
}

/// How concentrated the components of a layer are in few hands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Concentration {
    /// The layer; `null` is all layers together.
    pub layer: Option<Layer>,
    /// In whose hands.
    pub by: HolderKind,
    /// How many components somebody can stop by its own channels.
    pub components: u32,
    /// How many nobody can.
    pub unheld: u32,
    /// The Herfindahl-Hirschman index, 0 to 10,000, with each unknown holder taken as one of its own.
    pub at_least: u32,
    /// The same with all unknown holders taken as the largest; equal when nothing is unknown.
    pub at_most: u32,
    /// The share of holders that are not known, in millionths.
    pub unknown_millionths: u32,
    /// The holders, the largest first.
    pub shares: Vec<Share>,
}

/// Who and what matters most, and how concentrated control is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Rank {
    /// Of what and of which day it speaks.
    #[serde(flatten)]
    pub head: Head,
    /// Facts known over all services.
    pub coverage: Coverage,
    /// The horizon in minutes: what stops later does not count.
    pub by_minutes: Option<u32>,
    /// Whether events at home were left out.
    pub foreign_only: bool,
    /// How many services there are.
    pub services: ByCriticality,
    /// The levels that were asked for.
    pub levels: Vec<RankedLevel>,
    /// Concentration by layer, then over all layers; by controller, then by jurisdiction.
    pub concentration: Vec<Concentration>,
}
