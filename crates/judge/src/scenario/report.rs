//! What came of scenarios, as plain data.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use trefonds_findings::{
    Certainty, Criticality, DayFrom, Named, Outage, Outcome, SourceAt, SurvivalTimes, Withdrawn,
};

use crate::scenario::Expectation;

/// What a service does in a scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Found {
    /// It stops, is degraded without stopping by the horizon, or holds in both readings.
    pub outcome: Outcome,
    /// Certain or possible.
    pub certainty: Certainty,
    /// When; of what holds, when it stops after the horizon.
    pub minutes: SurvivalTimes,
    /// When it is down, where that is over at some time; empty: for good.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub outages: Vec<Outage>,
}

/// In which way what was found is not what was expected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Difference {
    /// Another outcome, or another certainty.
    Outcome,
    /// It stops, or is degraded, before it may.
    TooEarly {
        /// Not before these minutes.
        at_least_minutes: u32,
    },
    /// It stops, or is degraded, later than it should.
    TooLate {
        /// By these minutes.
        at_most_minutes: u32,
    },
    /// It is not up for good by then.
    NotBack {
        /// By these minutes.
        back_minutes: u32,
    },
    /// It is not down for good.
    NotForGood,
    /// It is down, or will be, from what has ended, whatever is withdrawn.
    Down {
        /// When it failed, in minutes after the day of the result: before it when less than 0.
        minutes: i64,
        /// The first day on which it is down, `YYYY-MM-DD`; `null` when it has never been there.
        since: Option<String>,
    },
}

/// One expectation, held against what was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Check {
    /// The service.
    pub service: Named,
    /// Where the expectation is written.
    pub at: SourceAt,
    /// What was expected.
    pub expected: Expectation,
    /// What was found.
    pub found: Found,
    /// Nothing when it is as expected.
    pub differences: Vec<Difference>,
}

/// A service that stops or is degraded, and of which the scenario expects nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Unspoken {
    /// The service.
    pub service: Named,
    /// How much it matters.
    pub criticality: Criticality,
    /// What was found.
    pub found: Found,
}

/// What came of one scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ScenarioResult {
    /// The file.
    pub file: String,
    /// Its title.
    pub title: Option<String>,
    /// The horizon in minutes.
    pub by_minutes: Option<u32>,
    /// What was withdrawn.
    pub withdrawn: Vec<Withdrawn>,
    /// Whether everything is as expected; true when nothing is expected.
    pub passed: bool,
    /// The expectations, in the order of the file.
    pub checks: Vec<Check>,
    /// Services that stop or are degraded, and of which nothing is expected.
    pub unspoken: Vec<Unspoken>,
}

/// What came of all scenarios of an inventory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TestReport {
    /// The version of this document.
    pub version: u32,
    /// The inventory's title.
    pub title: Option<String>,
    /// The day of the results.
    pub as_of: Option<String>,
    /// Where that day comes from.
    pub day_from: Option<DayFrom>,
    /// The trusted jurisdictions.
    pub home: Vec<String>,
    /// Whether every scenario passed.
    pub passed: bool,
    /// The scenarios, in the order of their files.
    pub scenarios: Vec<ScenarioResult>,
}
