//! Minimal cut sets: which withdrawals together stop a service, none of them superfluous.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use trefonds_model::Criticality;

use crate::{
    Certainty, Coverage, EndedService, EventKind, Head, Level, Named, OneHand, SurvivalTimes,
    UnknownFact, Witness,
};

/// How many minimal cut sets there are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CutCounts {
    /// By order (how many withdrawals a set has), from 1 to the greatest order looked at or met.
    pub by_order: BTreeMap<u32, u128>,
    /// All of them.
    pub total: u128,
    /// Whether every set of every order that was asked for is counted. When not, those of the orders
    /// in `by_order` are all there, and higher ones are not known.
    pub complete: bool,
}

/// A withdrawal that stands in a listed set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CutEvent {
    /// Its id and name.
    #[serde(flatten)]
    pub event: Named,
    /// What it is.
    pub kind: EventKind,
    /// The country, where it has one.
    pub country: Option<String>,
    /// Whether it is, or may be, outside home; `null` for components, which are neither.
    pub foreign: Option<bool>,
    /// The unknown fact, when it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unknown: Option<UnknownFact>,
}

/// One minimal cut set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CutSet {
    /// The ids of its withdrawals.
    pub events: Vec<String>,
    /// How many hands it takes at least: 1 for a coincidence, whose unknown facts could all be the one
    /// that is named, or one another; else as many as there are withdrawals.
    pub order: u32,
    /// How many unknown facts would have to be the same hand for that: the withdrawals less the order.
    pub degree: u32,
    /// Certain or possible.
    pub certainty: Certainty,
    /// When the service has stopped, all of them together.
    pub survival_minutes: SurvivalTimes,
    /// The unknown facts that the finding, or its careful time, hangs on.
    pub hangs_on: Vec<UnknownFact>,
    /// The proof: of the settled reading when the finding is certain, else of the careful one.
    pub witness: Witness,
}

/// The minimal cut sets of one service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Cuts {
    /// Of what and of which day it speaks.
    #[serde(flatten)]
    pub head: Head,
    /// The service.
    pub service: Named,
    /// How much it matters.
    pub criticality: Criticality,
    /// Facts known over its cone.
    pub coverage: Coverage,
    /// The level of the withdrawals.
    pub level: Level,
    /// The greatest order that was asked for; `null` is every order.
    pub order: Option<u32>,
    /// The horizon in minutes: sets that stop the service later are left out.
    pub by_minutes: Option<u32>,
    /// Whether withdrawals at home were left out.
    pub foreign_only: bool,
    /// How many sets follow from what is declared, by order: certain ones.
    pub by_order: BTreeMap<u32, u128>,
    /// All of them.
    pub total: u128,
    /// Whether every certain set of every order that was asked for is counted.
    pub complete: bool,
    /// The sets of the careful reading. A certain set is among them unless, with the unknowns against
    /// us, a part of it is enough.
    pub careful: CutCounts,
    /// Whether sets were only counted.
    pub counted_only: bool,
    /// How many of the certain sets are listed.
    pub listed_certain: u64,
    /// How many of the sets of the careful reading were gone through for the list.
    pub listed_careful: u64,
    /// The withdrawals of the listed sets.
    pub events: Vec<CutEvent>,
    /// The listed sets: by order, certain ones first.
    pub sets: Vec<CutSet>,
    /// What is possible in one hand, the votes of that hand added up: the sets above add up none.
    #[serde(default)]
    pub one_hand: Vec<OneHand>,
    /// Whether every coincidence of degree 1 was looked for.
    pub one_hand_complete: bool,
    /// Whether members of groups that take over after a time are taken as hot or as down: what is listed is
    /// then an upper bound.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub upper_bound: bool,
    /// The service is down already, or will be, from what has ended: the sets are those that stop it if
    /// that were back.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub ended: Option<EndedService>,
}

impl Cuts {
    /// The counts of the certain sets.
    #[must_use]
    pub fn certain(&self) -> CutCounts {
        let (by_order, total, complete) = (self.by_order.clone(), self.total, self.complete);
        CutCounts { by_order, total, complete }
    }
}

impl FaultTreeCuts {
    /// The counts of the sets.
    #[must_use]
    pub fn counts(&self) -> CutCounts {
        let (by_order, total, complete) = (self.by_order.clone(), self.total, self.complete);
        CutCounts { by_order, total, complete }
    }
}

/// The minimal cut sets of a gate of a fault tree model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FaultTreeCuts {
    /// The version of this document.
    pub version: u32,
    /// The files of the model.
    pub files: Vec<String>,
    /// The gate.
    pub top: String,
    /// How many gates the model has.
    pub gates: u64,
    /// How many basic events the model has.
    pub basic_events: u64,
    /// The greatest order that was asked for; `null` is every order.
    pub order: Option<u32>,
    /// How many sets there are, by order.
    pub by_order: BTreeMap<u32, u128>,
    /// All of them.
    pub total: u128,
    /// Whether every set of every order that was asked for is counted.
    pub complete: bool,
    /// The most nodes that the decision diagrams had at once.
    pub peak_nodes: u64,
    /// Whether sets were only counted.
    pub counted_only: bool,
    /// Basic events that gates name and no file defines.
    pub undefined: Vec<String>,
    /// Elements of the model that were not applied, with how many there are.
    pub passed_over: BTreeMap<String, u32>,
    /// The listed sets: the names of their basic events.
    pub sets: Vec<Vec<String>>,
}
