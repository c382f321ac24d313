//! What several withdrawals at once do to the services.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use trefonds_model::{Channel, Criticality, Effect, Grade};

use crate::{
    Certainty, Coverage, DeniedChannel, EndedService, ExposureFinding, Head, LawDays, Named,
    Outage, Provenance, SurvivalTimes, UnknownFact, Unmendable, Witness,
};

/// What is withdrawn.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum WithdrawnKind {
    /// A component fails.
    Component,
    /// A legal entity withdraws, alone.
    Entity,
    /// A legal entity withdraws with all that it controls.
    Controller,
    /// A country withdraws all that it reaches.
    Country,
    /// Every country of a union that the inventory meets.
    Union,
    /// Whoever an unknown fact hides.
    Unknown,
    /// A site closes.
    Site,
    /// A law is applied to all that it reaches.
    Law,
}

/// One withdrawal of a scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Withdrawn {
    /// As it was written: `us`, `entity:acme`.
    pub written: String,
    /// What it is taken for.
    pub kind: WithdrawnKind,
    /// A fault of it, and no withdrawal.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub fault: bool,
    /// Its id and name.
    pub named: Named,
    /// Of a law: what it can compel. A law on access stops nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effect: Option<Effect>,
    /// Of a law: whether it is in force on the day; it is played all the same.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub in_force: Option<bool>,
    /// Of a law: whether it is in force on the day, and its days.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub days: Option<LawDays>,
    /// The unknown fact, when it is one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub unknown: Option<UnknownFact>,
    /// The countries of a union that the inventory meets.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub countries: Vec<String>,
    /// The legal entities that withdraw for certain; of a law, those that it reaches.
    pub parties: Vec<Named>,
    /// The legal entities that withdraw possibly.
    pub possible_parties: Vec<Named>,
    /// How many components it touches by their own channels for certain, those included that go on.
    pub components: u32,
    /// How many more possibly.
    pub possible_components: u32,
}

/// When a service stops by what the laws of a scenario reach so firmly or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GradedTimes {
    /// The grade; `null`: without any law.
    pub grade: Option<Grade>,
    /// When.
    pub survival_minutes: SurvivalTimes,
}

/// A component that stands in a closed site and elsewhere too: nobody has said whether it goes on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct StandsElsewhere {
    /// The component.
    pub component: Named,
    /// Its other places.
    pub places: Vec<Named>,
}

/// A service that stops, or is degraded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StoppedService {
    /// The service.
    pub service: Named,
    /// How much it matters.
    pub criticality: Criticality,
    /// Certain or possible.
    pub certainty: Certainty,
    /// When.
    pub survival_minutes: SurvivalTimes,
    /// When it is down, where something takes over, or the withdrawals end; empty: for good.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub outages: Vec<Outage>,
    /// Positions in the list of withdrawals: those that the proof rests on.
    pub by: Vec<u32>,
    /// With a law in the scenario: how firmly it must reach for the service to stop so early, the
    /// firmest first; the last is the time above. Empty without a law.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub grades: Vec<GradedTimes>,
    /// With a law in the scenario: the channels that it denies on which the proof rests, in its order.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub denied: Vec<DeniedChannel>,
    /// The unknown facts that the finding, or its careful time, hangs on.
    pub hangs_on: Vec<UnknownFact>,
    /// Components of which it is not said whether they go on in their other places; it hangs on these
    /// too.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub stands_elsewhere: Vec<StandsElsewhere>,
    /// The proof: of the settled reading when the finding is certain, else of the careful one.
    pub witness: Witness,
}

/// What carried a service at one point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum CarrierKind {
    /// Enough of some alternatives stand.
    Redundancy {
        /// How many must stand.
        k: u32,
        /// Of how many.
        n: u32,
        /// What has failed.
        lost: Vec<Named>,
        /// What stands in.
        standing: Vec<Named>,
    },
    /// The loss is borne beyond the horizon.
    Tolerance {
        /// What has failed.
        lost: Vec<Named>,
        /// When, in minutes.
        lost_at: u32,
        /// For how many minutes its loss is borne.
        tolerates: u32,
        /// Until when.
        until: u32,
    },
    /// What was lost was agreeable, not necessary.
    Soft {
        /// What has failed.
        lost: Vec<Named>,
    },
    /// A supplier has withdrawn, and the component goes on until after the horizon.
    Delay {
        /// The supplier, or the place.
        party: Named,
        /// Until when, in minutes.
        until: u32,
    },
    /// A supplier has withdrawn, and the component goes on without it.
    Survives {
        /// The supplier.
        party: Named,
    },
}

/// A point at which a failure went no further.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Carrier {
    /// The component that bears it.
    pub component: Named,
    /// How many requirements below the service.
    pub steps: u32,
    /// How.
    #[serde(flatten)]
    pub kind: CarrierKind,
    /// Where that is declared.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// A service that rests on something that was hit, and stands in both readings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StandingService {
    /// The service.
    pub service: Named,
    /// How much it matters.
    pub criticality: Criticality,
    /// When it stops after the horizon; both `null`: never.
    pub survival_minutes: SurvivalTimes,
    /// Why it stands, in the careful reading: the nearest points first.
    pub because: Vec<Carrier>,
}

/// A service that rests on nothing that was hit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct UntouchedService {
    /// The service.
    pub service: Named,
    /// How much it matters.
    pub criticality: Criticality,
    /// Facts known over its cone: with little known, untouched says little.
    pub coverage: Coverage,
}

/// An unknown fact that, if it hid one of the withdrawn, would stop more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HiddenStop {
    /// The fact.
    pub unknown: UnknownFact,
    /// Further unknown facts that would have to be it as well.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub with: Vec<UnknownFact>,
    /// They stop without it too, and come back: with it they would not.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub for_good: bool,
    /// The services that would stop as well.
    pub services: Vec<Named>,
}

impl HiddenStop {
    /// The unknown facts that would all have to be it.
    pub fn facts(&self) -> impl Iterator<Item = &UnknownFact> {
        std::iter::once(&self.unknown).chain(&self.with)
    }
}

/// What happens to a component.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It stops.
    Stops,
    /// It works worse, and does not stop by the horizon.
    Degrades,
    /// Something that it rests on is hit, and it stands.
    Holds,
}

/// What happens to a component, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Fate {
    /// What.
    pub outcome: Outcome,
    /// Certain or possible.
    pub certainty: Certainty,
    /// When it stops or is degraded; of what holds, when it stops after the horizon.
    pub minutes: SurvivalTimes,
}

/// The channel by which a law reaches something, for those who ask what it stops.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReachedByLaw {
    /// Position in the list of withdrawals.
    pub law: u32,
    /// The component.
    pub component: Named,
    /// Who, or where.
    pub through: Named,
    /// By which channel.
    pub channel: Channel,
    /// How firmly.
    pub grade: Grade,
    /// Certain or possible.
    pub certainty: Certainty,
    /// When it stops the component by itself.
    pub own_minutes: SurvivalTimes,
}

/// What several withdrawals at once do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct WhatIf {
    /// Of what and of which day it speaks.
    #[serde(flatten)]
    pub head: Head,
    /// The scenario's title.
    pub scenario: Option<String>,
    /// Facts known over all services.
    pub coverage: Coverage,
    /// The horizon in minutes: what stops later holds.
    pub by_minutes: Option<u32>,
    /// What is withdrawn, all of it at minute 0.
    pub withdrawn: Vec<Withdrawn>,
    /// For how many minutes; `null`: for good.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lasts_minutes: Option<u32>,
    /// The components that stay down though their cause is over, or could be put right: what their repair
    /// needs is down because of them.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub unmendable: Vec<Unmendable>,
    /// The services that are down already, or will be by the horizon, from what has ended; they are
    /// told below as if that were back.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub ended: Vec<EndedService>,
    /// The services that stop: certain before possible, then the most critical, then the earliest.
    pub stopped: Vec<StoppedService>,
    /// The services that are degraded before they stop, or without.
    pub degraded: Vec<StoppedService>,
    /// The services that were hit and stand in both readings.
    pub held: Vec<StandingService>,
    /// The services that were not hit by anything that withdraws; a law on access does not.
    pub untouched: Vec<UntouchedService>,
    /// Unknown facts that could hide one of the withdrawn, and would stop more; `null` when that was
    /// not worked out.
    pub hidden: Option<Vec<HiddenStop>>,
    /// What the laws on denial reach, component by component.
    pub law_touches: Vec<ReachedByLaw>,
    /// What the laws on access reach: another question, which stops nothing.
    pub reached: Vec<ExposureFinding>,
}
