use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use trefonds_model::{ChangeWay, Channel, Grade};

use crate::{
    Certainty, EndedService, EventKind, Head, HiddenStop, Named, Outage, Provenance, Reading,
    SurvivalTimes, UnknownFact,
};

/// What a step of a witness says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum StepKind {
    /// `from` needs `to`, perhaps as a member of a group.
    Requires {
        /// How many members of the group must fail, and of how many: `null` outside any-of and k-of-n.
        #[serde(skip_serializing_if = "Option::is_none")]
        group: Option<(u32, u32)>,
        /// Minutes for which the loss is borne.
        tolerates: u32,
        /// A soft requirement: the loss degrades, and does not stop.
        #[serde(skip_serializing_if = "std::ops::Not::not", default)]
        soft: bool,
    },
    /// `to` could take over for `from`, and has not: it takes so long to start.
    Starts {
        /// Minutes that it takes.
        after: u32,
    },
    /// `from` stands in the place `to`.
    Location,
    /// `from` is run by `to`, directly or as the operator of its site.
    Operation,
    /// `from` can be changed from afar by `to`.
    Change {
        /// How, if said.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        how: Option<ChangeWay>,
    },
    /// `from` is supplied by `to`.
    Supply {
        /// Minutes between the withdrawal and the stop.
        after: u32,
    },
    /// `from` rests on `to`, hard or soft, perhaps as an alternative: a way down to technology by which a law
    /// reaches whoever runs `from`.
    RestsOn,
    /// The technology of `from` comes from `to`, its supplier, whatever happens when that withdraws.
    Technology,
    /// `from` is controlled by `to` through votes, in millionths of all votes.
    Votes {
        /// At least.
        at_least: u32,
        /// At most.
        at_most: u32,
    },
    /// `from` is controlled by `to` by other means.
    ControlByOtherMeans,
    /// `from` is incorporated in, or the site `from` stands in, the country `to`.
    Country,
    /// A fact of `from` that is not known is taken against us; `to` names it.
    Unknown,
    /// The component `from` itself is what is withdrawn.
    Itself,
    /// The component `from` has ended, or is not there yet.
    Ended {
        /// Its last day, `YYYY-MM-DD`; `null` when it is not there yet.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        until: Option<String>,
    },
}

/// One edge of a witness.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Step {
    /// What it says.
    #[serde(flatten)]
    pub kind: StepKind,
    /// The end nearer to the service.
    pub from: Named,
    /// The end nearer to the controller.
    pub to: Named,
    /// Minutes after the withdrawal at which `from` has failed; `null` for steps about entities.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fails_at: Option<u32>,
    /// Where it is written and where it comes from.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// The unknown fact that the step takes against us, if it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assumes: Option<UnknownFact>,
}

/// An irreducible proof that a service fails: without any one step it proves nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Witness {
    /// In which reading it holds.
    pub reading: Reading,
    /// Minutes after the withdrawal at which the service has failed.
    pub fails_at: u32,
    /// The steps, from the service down, each `from` after the step that leads to it.
    pub steps: Vec<Step>,
}

/// A law that reaches the far end of a channel, and how firmly.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct LawReach {
    /// The law.
    pub law: Named,
    /// Whose law.
    pub jurisdiction: String,
    /// How firmly it reaches.
    pub grade: Grade,
    /// Certain, or possible once unknowns are taken against us.
    pub certainty: Certainty,
}

/// The answer to "why can this controller stop this service?".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Explanation {
    /// Of what and of which day it speaks.
    #[serde(flatten)]
    pub head: Head,
    /// The service.
    pub service: Named,
    /// The controller.
    pub event: Named,
    /// What it is: an entity alone, a controller with all that it controls, a country...
    pub event_kind: EventKind,
    /// The fact that is not known, when the event is one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub unknown: Option<UnknownFact>,
    /// Certain or possible; `null` when it cannot stop the service in either reading.
    pub certainty: Option<Certainty>,
    /// When, in both readings.
    pub survival_minutes: SurvivalTimes,
    /// When the service is down, where something takes over; empty: for good.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub outages: Vec<Outage>,
    /// By which channel: `ownership` when a link of control stands between the party and the event.
    pub channel: Option<Channel>,
    /// The channel at the component, whatever stands above its party.
    pub through: Option<Channel>,
    /// Declared laws by which the withdrawal could be ordered: denial of service or technology.
    pub denial_laws: Vec<LawReach>,
    /// The unknown facts that it hangs on.
    pub hangs_on: Vec<UnknownFact>,
    /// The proof in the settled reading, if there is one.
    pub settled: Option<Witness>,
    /// The proof in the careful reading, when it says more than the settled one.
    pub careful: Option<Witness>,
    /// Where it cannot stop the service in either reading: the smallest sets of unknown facts that would
    /// let it, were they the same hand. That is possible in one hand.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub one_hand: Vec<HiddenStop>,
    /// That the service is down already, or will be, from what has ended.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub ended: Option<EndedService>,
}
