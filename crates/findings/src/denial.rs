//! What the laws on denial of an inventory could stop.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use trefonds_model::{Channel, Grade};

use crate::{Certainty, Coverage, EndedService, Head, Named, Provenance, StoppedService, Why};

/// Whether a law is in force on the day.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Force {
    /// It holds, and any of its rules does.
    InForce,
    /// Its first day, or that of its first rule, is still to come.
    NotYet,
    /// Its last day, or that of its last rule, is over.
    NoMore,
    /// It holds, and none of its rules does.
    NoRule,
}

/// Whether a law is in force on the day, and its days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LawDays {
    /// Whether it is in force.
    pub force: Force,
    /// Its first day, `YYYY-MM-DD`; of one that is not yet in force for want of a rule, that of the first rule.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub from: Option<String>,
    /// Its last day; of one that is no more in force for want of a rule, that of the last rule.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub until: Option<String>,
}

/// A channel that a law on denial denies, on which the proof of a stop rests.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct DeniedChannel {
    /// The component.
    pub component: Named,
    /// Who must obey, or where it stands.
    pub through: Named,
    /// By which channel.
    pub channel: Channel,
    /// How firmly the law reaches it, by the best way that is soon enough.
    pub grade: Grade,
    /// Certain or possible.
    pub certainty: Certainty,
}

/// Whose components a law on denial denies, or spares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum DeniedTo {
    /// All of this inventory.
    Organisation,
    /// What this legal entity runs.
    Entity {
        /// Who.
        entity: Named,
    },
}

/// What one law on denial could stop, alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LawDenial {
    /// The law.
    pub law: Named,
    /// Whose law.
    pub jurisdiction: String,
    /// Whether that is outside home.
    pub foreign: bool,
    /// Whether it is in force; it is played all the same.
    pub days: LawDays,
    /// Whose components it denies; empty: all.
    pub targets: Vec<DeniedTo>,
    /// Whose components it spares.
    pub spares: Vec<DeniedTo>,
    /// Where it is declared and where it comes from.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// How many components it denies by their own channels for certain, those included that go on.
    pub components: u32,
    /// How many more possibly.
    pub possible_components: u32,
    /// The services that stop: certain before possible, then the most critical, then the earliest.
    pub stopped: Vec<StoppedService>,
    /// How many services are degraded before they stop, or without.
    pub degraded: u32,
    /// The services that it reaches and that hold in both readings.
    pub held: Vec<Named>,
    /// How many services it does not reach.
    pub untouched: u32,
}

impl StoppedService {
    /// Whether it stops only if a rule reaches that is contested.
    #[must_use]
    pub fn is_contested(&self) -> bool {
        self.certainty == Certainty::Possible
            && self.hangs_on.iter().any(|fact| fact.why == Why::Arguable)
    }
}

/// What the laws on denial could stop, each alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Denials {
    /// Of what and of which day it speaks.
    #[serde(flatten)]
    pub head: Head,
    /// Facts known over all services.
    pub coverage: Coverage,
    /// The horizon in minutes: what stops later holds.
    pub by_minutes: Option<u32>,
    /// The services that are down already, or will be by the horizon, from what has ended; they are told
    /// below as if that were back.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub ended: Vec<EndedService>,
    /// The laws: those in force, then the others, each in the order of the files.
    pub laws: Vec<LawDenial>,
}
