//! What is known already: a check with a baseline fails on what is new only.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use trefonds_findings::Certainty;

use crate::policy::{BaselineUse, PolicyReport, Verdict};

/// The version of baselines.
pub const BASELINE_VERSION: u32 = 1;

/// A violation that is known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BaselineEntry {
    /// Which.
    pub fingerprint: String,
    /// How certain it was: one that was possible and is certain now is new.
    pub certainty: Certainty,
}

/// The violations that are known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// The version of this document.
    #[serde(rename = "trefonds-baseline")]
    pub version: u32,
    /// The day of the results that it was made of.
    pub as_of: Option<String>,
    /// What is known, sorted.
    pub results: Vec<BaselineEntry>,
}

impl Baseline {
    /// Everything that a report has and no exception accepts: when an exception expires, what it
    /// accepted is new.
    #[must_use]
    pub fn of(report: &PolicyReport) -> Self {
        let open = report.results.iter().filter(|result| result.excepted.is_none());
        let mut results: Vec<BaselineEntry> = open
            .map(|result| BaselineEntry {
                fingerprint: result.fingerprint.clone(),
                certainty: result.certainty,
            })
            .collect();
        results.sort();
        results.dedup_by(|later, first| later.fingerprint == first.fingerprint);
        Self { version: BASELINE_VERSION, as_of: report.as_of.clone(), results }
    }

    /// Marks what is known in a report, and counts again.
    pub fn apply(&self, report: &mut PolicyReport) {
        let mut left: BTreeMap<&str, Certainty> = BTreeMap::new();
        for entry in &self.results {
            let kept = left.entry(&entry.fingerprint).or_insert(entry.certainty);
            *kept = (*kept).min(entry.certainty);
        }
        let known = left.clone();
        let mut count = 0;
        for result in &mut report.results {
            left.remove(result.fingerprint.as_str());
            let was = known.get(result.fingerprint.as_str());
            // Certain comes first in the order.
            result.known =
                result.excepted.is_none() && was.is_some_and(|was| *was <= result.certainty);
            count += u32::from(result.known);
        }
        let gone = left.into_keys().map(str::to_owned).collect();
        report.baseline = Some(BaselineUse { known: count, gone });
        report.verdict = Verdict::of(&report.results);
    }
}
