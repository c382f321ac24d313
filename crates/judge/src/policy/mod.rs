//! Rules as data, judged on findings: what an organisation does not accept, and what it accepts for
//! a while.
//!
//! ```text
//! PolicyFile --Policy::new--> Policy --evaluate(.., Evidence)--> PolicyReport --Baseline--> Verdict
//! ```
//!
//! A policy file is read elsewhere into a [`PolicyFile`]; [`Policy::new`] makes a [`Policy`] of it or
//! tells every fault. [`evaluate`] is a pure function from a policy and [`Evidence`], the findings of
//! the analyses, to a [`PolicyReport`]: each rule's violations as plain data, without a sentence. An
//! [`Exception`] silences violations for a reason, under a name and until a day; a [`Baseline`]
//! separates what is new. Days are compared with that of the results, never with the clock.

mod baseline;
mod blind;
mod days;
mod evaluate;
mod evidence;
mod exceptions;
mod fault;
mod file;
mod report;
mod rule;
mod rules;
#[cfg(test)]
mod tests;
mod verdict;

pub use baseline::{BASELINE_VERSION, Baseline, BaselineEntry};
pub use blind::blind;
pub use days::Day;
pub use evaluate::evaluate;
pub use evidence::Evidence;
pub use exceptions::Exception;
pub use fault::{Fault, FaultKind};
pub use file::{ExceptionEntry, POLICY_VERSION, PolicyFile, RuleEntry};
pub use report::{
    BaselineUse, Excepted, Message, PolicyReport, PolicyResult, RuleKind, RuleOutcome, Severity,
    Subject, SubjectKind,
};
pub use rule::{Check, Policy, Rule};
pub use rules::{
    Concentration, Coverage, CoverageOf, CutSets, Exposure, GradeName, NoEnd, Owners, SinglePoints,
    Survival, VerifiedWithin, Whose,
};
pub use verdict::Verdict;
