use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::policy::{PolicyResult, Severity};

/// How many violations there are of which severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Verdict {
    /// Errors that are new.
    pub errors: u32,
    /// Warnings that are new.
    pub warnings: u32,
    /// Notes that are new.
    pub notes: u32,
    /// Violations that an exception accepts.
    pub excepted: u32,
    /// Violations that the baseline knows.
    pub known: u32,
}

impl Verdict {
    /// Counts violations.
    #[must_use]
    pub fn of(results: &[PolicyResult]) -> Self {
        let mut verdict = Self::default();
        for result in results {
            let count = match (&result.excepted, result.known, result.severity) {
                (Some(_), ..) => &mut verdict.excepted,
                (None, true, _) => &mut verdict.known,
                (None, false, Severity::Error) => &mut verdict.errors,
                (None, false, Severity::Warning) => &mut verdict.warnings,
                (None, false, Severity::Note) => &mut verdict.notes,
            };
            *count += 1;
        }
        verdict
    }

    /// Whether the check fails: there is an error that is new.
    #[must_use]
    pub const fn fails(&self) -> bool {
        self.errors > 0
    }
}
