use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use trefonds_model::{Channel, Criticality, EventKind, Level};

use crate::common::{is_zero, yes};
use crate::{
    Certainty, Coverage, Head, Named, Outage, SurvivalTimes, UnknownFact, Unmendable, Witness,
};

/// One event that stops one service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SinglePoint {
    /// The id of the service.
    pub service: String,
    /// The name of the service.
    pub service_name: String,
    /// How much the service matters.
    pub criticality: Criticality,
    /// The id of the event: a component, an entity, a country code, or an unknown fact.
    pub event: String,
    /// The name of the event.
    pub event_name: String,
    /// What the event is.
    pub event_kind: EventKind,
    /// Whether it is, or may be, outside home: `foreign_certainty` says which; `null` for components,
    /// which are neither.
    pub foreign: Option<bool>,
    /// What is certain of the finding as a whole: that the event stops the service and, unless it is
    /// at home for certain, that it is foreign.
    pub certainty: Certainty,
    /// What is certain of the stop alone.
    pub stop_certainty: Certainty,
    /// What is certain of the event being foreign; `null` when it is not, or is neither.
    pub foreign_certainty: Option<Certainty>,
    /// The service is down already, or will be before, from what has ended: the finding is what the
    /// event would do if that were back.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub if_back: bool,
    /// Possible in one hand only: the facts that it hangs on would have to be the same hand. Only lists
    /// that do not keep these apart have such points.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub one_hand: bool,
    /// When the service has failed.
    pub survival_minutes: SurvivalTimes,
    /// When it is down, where the inventory says what takes over, and after how long; empty: for good.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub outages: Vec<Outage>,
    /// By which channel; `null` for a component that fails of itself.
    pub channel: Option<Channel>,
    /// The channel at the component, whatever stands above its party.
    pub through: Option<Channel>,
    /// The unknown facts that the finding, or its careful time, hangs on.
    pub hangs_on: Vec<UnknownFact>,
    /// The proof: of the settled reading when the finding is certain, else of the careful one.
    pub witness: Witness,
}

/// One event over all services.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EventSummary {
    /// The event.
    pub event: Named,
    /// What it is.
    pub kind: EventKind,
    /// The country, where it has one.
    pub country: Option<String>,
    /// The unknown fact, when the event is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unknown: Option<UnknownFact>,
    /// Why an entity of a home country counts as foreign: its foreign ultimate controllers.
    pub foreign_through: Vec<Named>,
    /// For a component: the foreign ultimate controllers of its parties.
    pub controlled_by: Vec<Named>,
    /// Certain when it stops at least one service for certain.
    pub certainty: Certainty,
    /// The greatest criticality among the services that it stops.
    pub criticality: Criticality,
    /// Services stopped for certain.
    pub certain_services: Vec<Named>,
    /// Services stopped possibly.
    pub possible_services: Vec<Named>,
    /// The earliest stop.
    pub earliest_minutes: SurvivalTimes,
}

/// What the analysis says of one service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ServiceVerdict {
    /// The service.
    pub service: Named,
    /// How much it matters.
    pub criticality: Criticality,
    /// Facts known over its cone.
    pub coverage: Coverage,
    /// How many foreign events stop it for certain.
    pub certain: u32,
    /// How many more stop it possibly.
    pub possible: u32,
    /// How many unknown facts stop it when taken as foreign controllers.
    pub unknown: u32,
    /// How many findings are possible in one hand only.
    #[serde(skip_serializing_if = "is_zero", default)]
    pub one_hand: u32,
    /// How many things that have ended stop it.
    #[serde(skip_serializing_if = "is_zero", default)]
    pub ended: u32,
    /// How many of those that stop it for certain only interrupt it: it is up again in the end.
    #[serde(skip_serializing_if = "is_zero", default)]
    pub interrupting: u32,
}

/// Somebody and an unknown fact, or two unknown facts, that stop a service together and not alone: it
/// is a single point if they are one hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OneHand {
    /// The service.
    pub service: Named,
    /// How much it matters.
    pub criticality: Criticality,
    /// Who is named; `null` when two unknown facts would have to be one.
    pub event: Option<Named>,
    /// What it is.
    pub event_kind: Option<EventKind>,
    /// Its country, where it has one.
    pub country: Option<String>,
    /// Whether who is named is, or may be, outside home; `null` when nobody is, or it is neither.
    pub foreign: Option<bool>,
    /// The unknown fact that would have to be it: settle it, and the finding goes or is certain.
    pub unknown: UnknownFact,
    /// The other unknown fact, when nobody is named.
    pub other: Option<UnknownFact>,
    /// When the service would have failed, in minutes.
    pub minutes: u32,
    /// How many such pairs meet at one group of alternatives; this one is the first of them.
    pub count: u32,
    /// The unknown facts of the others.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub also: Vec<UnknownFact>,
    /// The proof, in the careful reading, as if they were one.
    pub witness: Witness,
}

/// The id of the event when two unknown facts would have to be one, and nobody is named.
pub const TWO_HANDS: &str = "one-hand";

impl OneHand {
    /// The id of who is named; [`TWO_HANDS`] when nobody is.
    #[must_use]
    pub fn event_id(&self) -> &str {
        self.event.as_ref().map_or(TWO_HANDS, |event| &event.id)
    }

    /// The unknown facts that would have to be it, or one another.
    #[must_use]
    pub fn facts(&self) -> Vec<UnknownFact> {
        [self.other.as_ref(), Some(&self.unknown)].into_iter().flatten().cloned().collect()
    }

    /// The same in the words of a single point: possible, and hanging on these facts.
    #[must_use]
    pub fn as_point(&self) -> SinglePoint {
        let id = self.event_id().to_owned();
        SinglePoint {
            service: self.service.id.clone(),
            service_name: self.service.name.clone(),
            criticality: self.criticality,
            event_name: self.event.as_ref().map_or_else(|| id.clone(), |it| it.name.clone()),
            event: id,
            event_kind: self.event_kind.unwrap_or(EventKind::Unknown),
            foreign: self.foreign,
            certainty: Certainty::Possible,
            stop_certainty: Certainty::Possible,
            foreign_certainty: None,
            if_back: false,
            one_hand: true,
            survival_minutes: SurvivalTimes { careful: Some(self.minutes), settled: None },
            outages: Vec::new(),
            channel: None,
            through: None,
            hangs_on: self.facts(),
            witness: self.witness.clone(),
        }
    }
}

/// A component that has ended, or is not there yet, and is needed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EndedThing {
    /// The component.
    pub component: Named,
    /// Its last day, `YYYY-MM-DD`; `null` when it is not there yet.
    pub until: Option<String>,
}

/// A service that is down, or will be, from what has ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EndedService {
    /// The service.
    pub service: Named,
    /// How much it matters.
    pub criticality: Criticality,
    /// When it failed, in minutes after the day of the result: before it when less than 0.
    pub minutes: i64,
    /// The first day on which it is down; `null` for ever.
    pub since: Option<String>,
    /// What has ended.
    pub things: Vec<EndedThing>,
    /// The proof.
    pub witness: Witness,
}

/// An event that degrades a service without stopping it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Degradation {
    /// The service.
    pub service: Named,
    /// The event.
    pub event: Named,
    /// What the event is.
    pub event_kind: EventKind,
    /// Whether it is outside home.
    pub foreign: Option<bool>,
    /// Certain or possible.
    pub certainty: Certainty,
    /// When the service is degraded.
    pub degraded_minutes: SurvivalTimes,
}

/// Single points of control at one level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SinglePoints {
    /// Of what and of which day it speaks.
    #[serde(flatten)]
    pub head: Head,
    /// The level of the events.
    pub level: Level,
    /// The horizon in minutes: later stops are left out.
    pub by_minutes: Option<u32>,
    /// What is over sooner is left out.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lasting_minutes: Option<u32>,
    /// Facts known over all services.
    pub coverage: Coverage,
    /// One verdict a service, those without any finding included.
    pub services: Vec<ServiceVerdict>,
    /// One summary an event, ranked.
    pub events: Vec<EventSummary>,
    /// The services that are down already, or will be, from what has ended.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub ended: Vec<EndedService>,
    /// What is possible in one hand only: a coincidence of degree 1.
    #[serde(default)]
    pub one_hand: Vec<OneHand>,
    /// Whether every coincidence of degree 1 was looked for; where not, no verdict is clean.
    #[serde(default = "yes")]
    pub one_hand_complete: bool,
    /// The entities that the inventory speaks for, whose own withdrawal is left out.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub left_out: Vec<Named>,
    /// The components whose repair rests on themselves.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub unmendable: Vec<Unmendable>,
    /// Every finding: what has ended first, then certain ones, possible ones, unknown facts.
    pub findings: Vec<SinglePoint>,
    /// What degrades a service without stopping it.
    pub degradations: Vec<Degradation>,
}
