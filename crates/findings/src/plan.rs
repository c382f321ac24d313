//! A cheapest set of options for change after which no foreign single point is left, as a road map.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    AlternativeFact, Certainty, Coverage, Criticality, EventKind, Head, Level, Named, Provenance,
    SinglePoint, SubjectKind, UnknownFact,
};

/// One event that stops one service.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct PlanPoint {
    /// The service.
    pub service: Named,
    /// How much the service matters.
    pub criticality: Criticality,
    /// What the event is.
    pub event_kind: EventKind,
    /// The event.
    pub event: Named,
    /// The unknown fact, when the event is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unknown: Option<UnknownFact>,
    /// The unknown facts that would have to be the same hand, when it is possible in one hand only.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub one_hand: Vec<UnknownFact>,
}

/// How far the plan goes.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum PlanOutcome {
    /// There was nothing to remove.
    NothingToDo,
    /// No single point that counts is left.
    Complete,
    /// Some are left: the budget does not go further.
    WithinBudget,
    /// Some are left: no set of options removes them all, which is proven.
    Infeasible,
    /// Some are left, and the search ended before it was known whether a set removes them all.
    NotKnown,
}

/// Whether more could be had.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Proof {
    /// Fewer single points, or the same at less cost, cannot be had: proven.
    Optimal,
    /// The search ended at its limit: the bounds beside say how much better it could be at most.
    Gap,
}

/// Why a single point is left.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum LeftWhy {
    /// No declared option touches anything that it rests on.
    Untouched,
    /// Options touch what it rests on, and no set of them removes it.
    NoSet,
    /// Some set of options removes it, and brings or leaves others that weigh more.
    AtThePriceOfOthers,
    /// Some set of options removes it; within the budget, others weigh more.
    Budget,
    /// The search ended before it was known.
    NotKnown,
}

/// A single point that counts and is left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StandingPoint {
    /// The finding once the plan is carried out, with its proof.
    #[serde(flatten)]
    pub finding: SinglePoint,
    /// Why it is left.
    pub why: LeftWhy,
    /// Whether the plan itself brings it.
    pub brought: bool,
}

/// A service before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PlanService {
    /// The service.
    pub service: Named,
    /// How much it matters.
    pub criticality: Criticality,
    /// Whether the plan is for it.
    pub chosen: bool,
    /// Certain single points before.
    pub certain_before: u32,
    /// Certain single points after.
    pub certain_after: u32,
    /// Possible ones before, unknown facts included.
    pub possible_before: u32,
    /// Possible ones after, unknown facts included.
    pub possible_after: u32,
    /// Findings possible in one hand before.
    pub one_hand_before: u32,
    /// Findings possible in one hand after.
    pub one_hand_after: u32,
    /// Coverage after.
    pub coverage: Coverage,
}

/// One option, in the order of the road map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PlanStep {
    /// The option.
    #[serde(flatten)]
    pub option: OptionLine,
    /// What this and all earlier steps cost.
    pub cost_so_far: u64,
    /// The single points that count which are gone once this step is taken after the earlier ones.
    pub removes: Vec<PlanPoint>,
    /// Those that come with it; a later step may remove them.
    pub brings: Vec<PlanPoint>,
    /// The single points that would be there without this step, all others taken.
    pub holds_off: Vec<PlanPoint>,
    /// The options of the plan that cannot be taken without it.
    pub needed_by: Vec<Named>,
    /// How many single points that count are left after it.
    pub left: u32,
}

/// An option for change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OptionLine {
    /// The option.
    pub option: Named,
    /// The component that it changes.
    pub component: Named,
    /// What it costs.
    pub cost: u64,
    /// How long it takes, in minutes; `null` when not said.
    pub lead_time_minutes: Option<u32>,
    /// What it changes.
    pub changes: AlternativeFact,
    /// The names of what it names.
    pub names: Vec<NamedSubject>,
    /// Where it is declared and where it comes from.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// Whether it holds on the day; one that does not is never taken.
    pub available: bool,
}

/// Something with a name for people.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct NamedSubject {
    /// What it is.
    pub subject: SubjectKind,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// What a single point weighs by the criticality of its service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PlanWeights {
    /// Over a vital service.
    pub vital: u32,
    /// Over an important one.
    pub important: u32,
    /// Over a standard one.
    pub standard: u32,
    /// Over a minor one.
    pub minor: u32,
}

impl PlanWeights {
    /// Twice as much at each step up.
    pub const DOUBLING: Self = Self { vital: 8, important: 4, standard: 2, minor: 1 };

    /// What a single point over such a service weighs.
    #[must_use]
    pub const fn of(&self, criticality: Criticality) -> u64 {
        (match criticality {
            Criticality::Vital => self.vital,
            Criticality::Important => self.important,
            Criticality::Standard => self.standard,
            Criticality::Minor => self.minor,
        }) as u64
    }
}

/// What the search took; counts, so that the same input gives the same numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Effort {
    /// How often a set of options was proposed by the solver.
    pub rounds: u32,
    /// How many sets of options were analysed.
    pub analyses: u32,
    /// How many nodes the solver visited.
    pub nodes: u64,
    /// How many conditions it was given.
    pub conditions: u32,
}

/// The plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Plan {
    /// Of what and of which day it speaks.
    #[serde(flatten)]
    pub head: Head,
    /// The level of the events.
    pub level: Level,
    /// The horizon in minutes: later stops do not count.
    pub by_minutes: Option<u32>,
    /// What is over sooner does not count.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lasting_minutes: Option<u32>,
    /// Whether members of groups take over after a time: what is left is exact all the same; that nothing is
    /// cheaper holds of what gains nothing from something that fails sooner.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub in_time: bool,
    /// `certain`: certain single points count, and possible ones that were not there before.
    /// `possible`: all count.
    pub counted: Certainty,
    /// The plan is for services at least as critical.
    pub criticality: Criticality,
    /// The budget, if one was given.
    pub budget: Option<u64>,
    /// The currency of costs, if the inventory says one.
    pub currency: Option<String>,
    /// Facts known over all services before.
    pub coverage_before: Coverage,
    /// Facts known over all services after.
    pub coverage: Coverage,
    /// How far it goes.
    pub outcome: PlanOutcome,
    /// Whether more could be had.
    pub proof: Proof,
    /// What it costs.
    pub cost: u64,
    /// No set of options that leaves as little costs less than this.
    pub cost_at_least: u64,
    /// What single points weigh.
    pub weights: PlanWeights,
    /// The weight of what counts before.
    pub weight_before: u64,
    /// The weight of what is left.
    pub weight_left: u64,
    /// No set of options, within the budget, leaves less than this.
    pub weight_at_least: u64,
    /// The longest lead time among its steps, when all begin together; `null` when none is said.
    pub longest_lead_time_minutes: Option<u32>,
    /// All lead times in turn, when one step begins as the other ends.
    pub lead_times_in_turn_minutes: u32,
    /// Steps that do not say how long they take.
    pub lead_times_not_said: u32,
    /// How many single points count before.
    pub counted_before: u32,
    /// The road map.
    pub steps: Vec<PlanStep>,
    /// Every service, before and after.
    pub services: Vec<PlanService>,
    /// The single points that count and are left.
    pub left: Vec<StandingPoint>,
    /// Those that were certain and are possible only once the plan is carried out.
    pub weakened: Vec<SinglePoint>,
    /// Those over services for which the plan is not made that come with it, certain or possible.
    pub elsewhere: Vec<SinglePoint>,
    /// Options that were not taken.
    pub not_taken: Vec<OptionLine>,
    /// What the search took.
    pub effort: Effort,
}
