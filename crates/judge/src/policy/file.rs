//! A policy file as it is written.

use schemars::JsonSchema;
use serde::Deserialize;
use trefonds_findings::Certainty;

use crate::policy::rules::{
    Concentration, Coverage, CutSets, Exposure, NoEnd, Owners, SinglePoints, Survival,
    VerifiedWithin,
};
use crate::policy::{Day, Severity};

/// The version of policy files.
pub const POLICY_VERSION: u32 = 1;

/// A policy: what an organisation does not accept of its dependencies, and what it accepts for a
/// while.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PolicyFile {
    /// The version of the format: 1.
    #[serde(rename = "trefonds-policy")]
    #[schemars(range(min = 1, max = 1))]
    pub version: u32,
    /// Whose policy it is.
    pub title: Option<String>,
    /// What is not accepted.
    #[schemars(length(min = 1))]
    pub rules: Vec<RuleEntry>,
    /// What is accepted nonetheless, by whom and until when.
    #[serde(default)]
    pub exceptions: Vec<ExceptionEntry>,
}

/// One rule: an id, a severity, a text for people, and exactly one kind with its settings.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("oneOf" = one_kind()))]
pub struct RuleEntry {
    /// Names the rule: small letters, digits, `-`; a letter first.
    #[schemars(regex(pattern = r"^[a-z][a-z0-9-]*$"))]
    pub id: String,
    /// An error that is new fails the check.
    pub severity: Severity,
    /// Why the organisation has this rule, for whoever breaks it.
    #[schemars(length(min = 1))]
    pub text: String,
    /// `certain`: what follows from declared facts (what errors have when nothing is said);
    /// `possible`: what unknown facts could hide as well (what warnings and notes have).
    pub certainty: Option<Certainty>,
    /// No foreign event stops a service by itself.
    pub no_foreign_single_point: Option<SinglePoints>,
    /// Every service bears every withdrawal for at least so long.
    pub survival_at_least: Option<Survival>,
    /// No law reaches the data.
    pub no_exposure: Option<Exposure>,
    /// Enough facts are known.
    pub coverage_at_least: Option<Coverage>,
    /// Nobody can stop too many services.
    pub concentration_at_most: Option<Concentration>,
    /// Every component has an owner.
    pub owner_required: Option<Owners>,
    /// Facts have been verified of late.
    pub verified_within: Option<VerifiedWithin>,
    /// It takes several withdrawals together to stop a service.
    pub cut_sets_at_least: Option<CutSets>,
    /// Nothing ends soon that stops a service.
    pub no_end_within: Option<NoEnd>,
}

/// The keys of which a rule has exactly one.
pub(crate) const KINDS: [&str; 9] = [
    "no_foreign_single_point",
    "survival_at_least",
    "no_exposure",
    "coverage_at_least",
    "concentration_at_most",
    "owner_required",
    "verified_within",
    "cut_sets_at_least",
    "no_end_within",
];

fn one_kind() -> Vec<std::collections::BTreeMap<&'static str, [&'static str; 1]>> {
    KINDS.iter().map(|kind| [("required", [*kind])].into()).collect()
}

/// What is accepted although a rule forbids it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExceptionEntry {
    /// The id of the rule.
    pub rule: String,
    /// The service, component or other subject, by its id; all when it is left out.
    pub subject: Option<String>,
    /// What the violation speaks of beside its subject, by its id: the controller; the country, the
    /// law, the component; the field of the fact. Each of these must be there; all violations when it
    /// is left out.
    #[serde(default)]
    pub about: Vec<String>,
    /// Why it is accepted.
    #[schemars(length(min = 1))]
    pub reason: String,
    /// Who answers for that.
    #[schemars(length(min = 1))]
    pub owner: String,
    /// The last day on which it is.
    pub until: Day,
}
