//! Scenarios as data: what is withdrawn together, and what is expected to come of it.
//!
//! A scenario file becomes a [`Scenario`] and a list of faults; [`judge`] holds what it expects against
//! a [`trefonds_findings::WhatIf`] and says each difference. What a name means, and what a withdrawal
//! does, is for others: nothing here knows an inventory.
//!
//! ```
//! use trefonds_findings::SourceAt;
//! use trefonds_judge::scenario::{Scenario, ScenarioFile};
//! let json = r#"{"trefonds-scenario": 1, "withdraw": "us", "by": "30d", "expect": {"mail": "holds"}}"#;
//! let file: ScenarioFile = serde_json::from_str(json).unwrap();
//! let at = |_: &str| SourceAt::text("us.yaml", 1, 1);
//! let (scenario, faults) = Scenario::new(file, &at);
//! assert!(faults.is_empty());
//! assert_eq!(scenario.by_minutes, Some(43_200));
//! assert_eq!(scenario.names[0].name, "us");
//! ```

mod expectation;
mod file;
mod judge;
mod report;
mod withdrawals;

pub use expectation::{Expectation, ExpectationForm};
pub use file::{OneOrMany, SCENARIO_KEY, SCENARIO_VERSION, ScenarioFile};
pub use judge::judge;
pub use report::{Check, Difference, Found, ScenarioResult, TestReport, Unspoken};
pub use withdrawals::{Asked, Expected, Fault, FaultKind, Name, Scenario};
