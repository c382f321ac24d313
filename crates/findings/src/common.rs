use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
pub use trefonds_declare::SourceAt;
use trefonds_model::{DayFrom, Question};

/// What every result begins with: of what, and of which day, it speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Head {
    /// The version of this document.
    pub version: u32,
    /// The inventory's title.
    #[serde(default)]
    pub title: Option<String>,
    /// The day of the result.
    pub as_of: Option<String>,
    /// Where that day comes from.
    #[serde(default)]
    pub day_from: Option<DayFrom>,
    /// The trusted jurisdictions.
    pub home: Vec<String>,
    /// What is asked of events; left out where it is who can withdraw.
    #[serde(skip_serializing_if = "is_withdrawal", default)]
    pub question: Question,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
pub(crate) const fn is_withdrawal(question: &Question) -> bool {
    matches!(question, Question::Withdrawal)
}

/// An id and the name that people read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Named {
    /// The id in the inventory.
    pub id: String,
    /// The name; the id when there is none.
    pub name: String,
}

/// Where a fact is written, where it comes from, whether it was checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Provenance {
    /// Where it is written.
    pub at: SourceAt,
    /// Its source, as the inventory gives it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The inventory marks it as not verified.
    pub unverified: bool,
    /// The day of the check, `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verified_on: Option<String>,
}

/// Facts declared over facts called for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Coverage {
    /// How many are declared.
    pub declared: u64,
    /// How many the layers and entities call for.
    pub called_for: u64,
    /// Percentage, rounded down; 100 when nothing is called for.
    pub percent: u32,
}

impl Coverage {
    /// The coverage of `declared` facts out of `called_for`.
    #[must_use]
    pub fn new(declared: u64, called_for: u64) -> Self {
        let percent = (declared * 100).checked_div(called_for).unwrap_or(100) as u32;
        Self { declared, called_for, percent }
    }
}

/// Whether a finding follows from what is declared, or only once unknowns are taken against us.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// From what is declared.
    Certain,
    /// Once the unknowns are taken against us.
    Possible,
}

/// Minutes until failure in both readings; `null` is never. `careful <= settled`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SurvivalTimes {
    /// With every unknown taken against us.
    pub careful: Option<u32>,
    /// With what is declared.
    pub settled: Option<u32>,
}

/// A time during which a service is down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Outage {
    /// Minutes after the event at which it begins; 0 where it began before.
    pub from_minutes: u32,
    /// Minutes after the event at which the service is up again; `null`: it is down for good.
    pub until_minutes: Option<u32>,
    /// Certain: in the settled reading. Possible: in the careful one only.
    pub certainty: Certainty,
}

impl Outage {
    /// The outages of something that stops at these times and is not up again: no outages at all say the same.
    #[must_use]
    pub fn for_good(times: SurvivalTimes) -> Vec<Self> {
        let outage = |from_minutes, until_minutes, certainty| Self {
            from_minutes,
            until_minutes,
            certainty,
        };
        let certain = times.settled.map(|from| outage(from, None, Certainty::Certain));
        let sooner = times.careful.filter(|careful| times.settled != Some(*careful));
        let sooner = sooner.map(|from| outage(from, times.settled, Certainty::Possible));
        sooner.into_iter().chain(certain).collect()
    }
}

/// A component that cannot be mended: its repair needs what is down because of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Unmendable {
    /// The component.
    pub component: Named,
    /// What its repair needs.
    pub needs: Named,
    /// From what the repair needs down to the component: each needs the next. Empty where what the repair
    /// needs is down for another reason, and does not come back.
    pub circle: Vec<Named>,
    /// Certain or possible.
    pub certainty: Certainty,
    /// Where it is written what the repair needs.
    #[serde(flatten)]
    pub provenance: Provenance,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
pub(crate) const fn is_zero(count: &u32) -> bool {
    *count == 0
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
pub(crate) const fn is_no(it: &bool) -> bool {
    !*it
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
pub(crate) const fn is_yes(it: &bool) -> bool {
    *it
}

pub(crate) const fn yes() -> bool {
    true
}
