//! What changed between two inventories, and what that did.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use trefonds_model::{Channel, Grade};

use crate::{
    Certainty, Coverage, DayFrom, EndedThing, Fact, FactKey, Level, Named, Outage, SubjectKind,
    SurvivalTimes, UnknownFact,
};

/// One side of a diff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DiffSide {
    /// The inventory's title.
    pub title: Option<String>,
    /// The day of its results.
    pub as_of: Option<String>,
    /// Where that day comes from.
    pub day_from: Option<DayFrom>,
    /// Its trusted jurisdictions.
    pub home: Vec<String>,
    /// Facts known over all its services.
    pub coverage: Coverage,
    /// Where its results come from.
    pub results: ResultsFrom,
    /// The version of the program that worked them out.
    pub program: String,
    /// How much its results say of what is possible in one hand; what one side does not say is not
    /// compared.
    #[serde(skip_serializing_if = "OneHandSaid::is_all", default)]
    pub one_hand: OneHandSaid,
    /// Where the program of the diff answers otherwise than the kept results, for the same
    /// declarations.
    pub answers: Vec<Answer>,
}

/// Where the results of a side come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ResultsFrom {
    /// An inventory: worked out for the diff.
    Inventory,
    /// A snapshot: kept in it.
    Snapshot,
    /// A snapshot whose results are of another day or home than what was asked for: worked out anew.
    OtherQuestion,
    /// A snapshot whose results cannot be read: worked out anew.
    Unreadable,
}

/// How much results say of what is possible in one hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OneHandSaid {
    /// All of it.
    #[default]
    All,
    /// Some: there were too many unknown facts to look for every pair.
    Some,
    /// Nothing, neither of that nor of what has ended: kept by a program that knew neither.
    Nothing,
}

impl OneHandSaid {
    /// Whether it says all.
    #[must_use]
    pub fn is_all(&self) -> bool {
        *self == Self::All
    }
}

/// What the program of today says of a matter, and what a snapshot kept of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Answer {
    /// About what.
    pub matter: Matter,
    /// In the snapshot; `null` when it was not found then, and for blind spots.
    pub kept: Option<State>,
    /// Today; `null` when it is not found any more, and for blind spots.
    pub today: Option<State>,
    /// Whether it is found today only, then only, or differently.
    pub turn: ChangeKind,
}

/// An id that changed while the rest stayed: a guess.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Rename {
    /// Of what.
    pub subject: SubjectKind,
    /// The id before.
    pub old: String,
    /// The id after.
    pub new: String,
}

/// Whether something came, went or is different.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// Only in the new one.
    Gained,
    /// Only in the old one.
    Lost,
    /// In both, differently.
    Changed,
}

/// One declaration that is different. A subject that came or went is one change, not one a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Change {
    /// Came, went or is different.
    pub turn: ChangeKind,
    /// Which declaration; for a whole subject that of its existence.
    pub key: FactKey,
    /// The name of the subject.
    pub name: String,
    /// The declaration before.
    pub before: Option<Fact>,
    /// The declaration after.
    pub after: Option<Fact>,
    /// How many declarations came or went with a whole subject; 1 otherwise.
    pub facts: u32,
}

/// Since when a service is down from what has ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Down {
    /// The first day on which it is down; `null` for ever.
    pub since: Option<String>,
    /// Whether it is down already, and not only later.
    pub already: bool,
    /// What has ended.
    pub things: Vec<EndedThing>,
}

/// What a matter is in one of the two inventories.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct State {
    /// Certain or possible.
    pub certainty: Certainty,
    /// When the service stops, for a single point.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub survival_minutes: Option<SurvivalTimes>,
    /// When it is down, where something takes over; empty: for good.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub outages: Vec<Outage>,
    /// How firmly the law reaches, for an exposure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<Grade>,
    /// The unknown facts that would have to be one hand, for what is possible in one hand.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub hands: Vec<UnknownFact>,
    /// Since when the service is down, for what has ended.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub down: Option<Down>,
}

/// What a consequence is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Matter {
    /// A service that is down already, or will be, from what has ended.
    Ended {
        /// The service.
        service: Named,
    },
    /// An event that stops a service alone.
    SinglePoint {
        /// The level of the event.
        level: Level,
        /// The service.
        service: Named,
        /// The event.
        event: Named,
        /// The fact that is not known, when the event is one.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        unknown: Option<UnknownFact>,
    },
    /// An event and an unknown fact, or two unknown facts, that stop a service if they are one hand.
    OneHand {
        /// The level of the event.
        level: Level,
        /// The service.
        service: Named,
        /// Who is named; `null` when unknown facts alone would have to be one: all such pairs of a
        /// service are one matter.
        event: Option<Named>,
    },
    /// A jurisdiction that reaches the data of a service.
    Exposure {
        /// The service.
        service: Named,
        /// The jurisdiction, or the id of the unknown fact that hides it.
        jurisdiction: String,
        /// The law, if one is declared.
        law: Option<Named>,
        /// The channel; `null` when it is not known.
        channel: Option<Channel>,
        /// The fact that is not known, when one hides the jurisdiction.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        unknown: Option<UnknownFact>,
    },
    /// A fact called for that is not known.
    BlindSpot {
        /// The id of the unknown fact.
        fact: String,
        /// Whose fact.
        subject: Named,
        /// The fact.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        unknown: Option<UnknownFact>,
    },
}

/// Which changes a consequence is traced to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Causes {
    /// Each of these alone: put back, the consequence is undone.
    EachAlone(Vec<u32>),
    /// None alone; these together, and none of them to spare.
    Together(Vec<u32>),
    /// The declarations of both sides give the same answer in the program of today: the programs
    /// differ.
    TheProgram,
    /// The two days differ, and the same facts give different results on them.
    TheDay,
    /// The two homes were asked for, and differ.
    TheHome,
    /// The two days and the two homes differ, and it takes both.
    TheDayAndHome,
    /// Too many changes for the search that was allowed.
    NotSearched,
}

/// What the changes did to one matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Consequence {
    /// Gained, lost or changed.
    pub turn: ChangeKind,
    /// About what.
    pub matter: Matter,
    /// Before; `null` when there was nothing, and for blind spots.
    pub before: Option<State>,
    /// After; `null` when there is nothing, and for blind spots.
    pub after: Option<State>,
    /// Positions in the list of changes.
    pub causes: Causes,
}

/// The difference of two inventories.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Diff {
    /// The version of this document.
    pub version: u32,
    /// The old side.
    pub old: DiffSide,
    /// The new side.
    pub new: DiffSide,
    /// Whether nothing is declared differently and nothing follows differently.
    pub same: bool,
    /// Guessed renames.
    pub renames: Vec<Rename>,
    /// What is declared differently.
    pub changes: Vec<Change>,
    /// What that did.
    pub consequences: Vec<Consequence>,
}
