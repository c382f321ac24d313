//! What a policy says of an inventory, as plain data.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use trefonds_findings::{
    Certainty, Channel, Coverage, DayFrom, EndKind, EventKind, Field, Grade, Layer, Level, Named,
    SourceAt, SurvivalTimes, UnknownFact,
};

use crate::Truth;
use crate::policy::{Day, Verdict};

/// How much a violation matters. The greatest first.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Fails the check.
    Error,
    /// Is told.
    Warning,
    /// Is told, last.
    Note,
}

/// The kinds of rules.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum RuleKind {
    /// No foreign single point.
    NoForeignSinglePoint,
    /// Survival of at least so long.
    SurvivalAtLeast,
    /// No exposure.
    NoExposure,
    /// Enough is known.
    CoverageAtLeast,
    /// Nobody stops too many.
    ConcentrationAtMost,
    /// Owners.
    OwnerRequired,
    /// Facts verified of late.
    VerifiedWithin,
    /// Several withdrawals.
    CutSetsAtLeast,
    /// No end that stops a service.
    NoEndWithin,
}

impl RuleKind {
    /// The key of a policy file.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NoForeignSinglePoint => "no_foreign_single_point",
            Self::SurvivalAtLeast => "survival_at_least",
            Self::NoExposure => "no_exposure",
            Self::CoverageAtLeast => "coverage_at_least",
            Self::ConcentrationAtMost => "concentration_at_most",
            Self::OwnerRequired => "owner_required",
            Self::VerifiedWithin => "verified_within",
            Self::CutSetsAtLeast => "cut_sets_at_least",
            Self::NoEndWithin => "no_end_within",
        }
    }
}

/// The rules that every policy has: about its exceptions.
pub(crate) const META_RULES: [&str; 3] = [EXPIRED, USELESS, UNDATED];
pub(crate) const EXPIRED: &str = "exception-expired";
pub(crate) const USELESS: &str = "exception-useless";
pub(crate) const UNDATED: &str = "exception-undated";

/// What kind of thing a violation is about.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum SubjectKind {
    /// The whole inventory.
    Inventory,
    /// A business service.
    Service,
    /// A component.
    Component,
    /// A legal entity.
    Entity,
    /// A site.
    Site,
    /// A law.
    Law,
    /// A country that withdraws what it reaches.
    Country,
    /// A rule of the policy.
    Rule,
}

/// What a violation is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Subject {
    /// What it is.
    pub kind: SubjectKind,
    /// Its id; empty for the inventory.
    pub id: String,
    /// Its name.
    pub name: String,
}

impl Subject {
    /// A subject of a kind.
    #[must_use]
    pub fn new(kind: SubjectKind, named: &Named) -> Self {
        Self { kind, id: named.id.clone(), name: named.name.clone() }
    }

    /// The whole inventory.
    #[must_use]
    pub fn inventory(title: Option<&str>) -> Self {
        let name = title.unwrap_or_default().to_owned();
        Self { kind: SubjectKind::Inventory, id: String::new(), name }
    }
}

/// What is wrong, without a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Message {
    /// An event stops the service by itself.
    SinglePoint {
        /// The event.
        event: Named,
        /// What it is.
        event_kind: EventKind,
        /// When the service has failed.
        stops: SurvivalTimes,
        /// By which channel.
        channel: Option<Channel>,
        /// The channel at the component.
        through: Option<Channel>,
        /// The horizon of the rule, in minutes.
        by_minutes: Option<u32>,
    },
    /// Several events together stop the service, fewer than the rule asks for.
    CutSet {
        /// The events.
        events: Vec<Named>,
        /// When the service has failed.
        stops: SurvivalTimes,
        /// How many withdrawals the rule asks for.
        at_least: u32,
    },
    /// More sets stop the service than are listed.
    MoreCutSets {
        /// How many were gone through.
        listed: u32,
        /// How many there are, certain ones or, of the careful reading, all.
        total: u128,
    },
    /// What stops the service together is known up to an order only.
    CutSetsNotKnown {
        /// The greatest order that is known.
        up_to: u32,
    },
    /// An event stops the service too early.
    TooEarly {
        /// The event.
        event: Named,
        /// What it is.
        event_kind: EventKind,
        /// When the service has failed.
        stops: SurvivalTimes,
        /// The minutes that the rule asks for.
        at_least_minutes: u32,
    },
    /// Unknown facts hide controllers that could stop the service.
    UnknownControllers {
        /// The ids of the unknown facts.
        facts: Vec<String>,
        /// The earliest stop.
        earliest_minutes: Option<u32>,
    },
    /// The service is down, or will be, from what has ended.
    Ended {
        /// What has ended.
        things: Vec<Named>,
        /// The first day on which the service is down; `null` for ever.
        since: Option<String>,
        /// The same in minutes after the day of the result: before it when less than 0.
        minutes: i64,
    },
    /// Something ends, and stops the service if nothing takes its place.
    Ends {
        /// What ends.
        what: EndKind,
        /// The thing itself, or whose fact it is.
        of: Named,
        /// The other party, the place, or what is needed.
        about: Option<Named>,
        /// The last day, `YYYY-MM-DD`.
        until: String,
        /// Days from the day of the result until then.
        days: u32,
        /// Minutes from the end until the service has stopped.
        minutes: u32,
        /// The time that the rule asks for, in minutes.
        within_minutes: u32,
    },
    /// Somebody and an unknown fact, or two unknown facts, stop the service if they are one hand.
    OneHand {
        /// Who is named; `null` when two unknown facts would have to be one.
        event: Option<Named>,
        /// The unknown facts.
        facts: Vec<UnknownFact>,
        /// When it would stop.
        minutes: u32,
    },
    /// There are too many unknown facts to look for those that may be one hand.
    OneHandNotLookedFor,
    /// A law reaches data of the service.
    Exposed {
        /// The jurisdiction; `null` when it is not known.
        jurisdiction: Option<String>,
        /// The law; `null` when none is declared.
        law: Option<Named>,
        /// The component that is reached.
        component: Named,
        /// The classes of data; empty when not said.
        data: Vec<String>,
        /// How firmly.
        grade: Grade,
        /// The channel at the component.
        channel: Option<Channel>,
    },
    /// Too little is known.
    Uncovered {
        /// What is known.
        coverage: Coverage,
        /// The percentage that the rule asks for.
        at_least: u32,
    },
    /// One event stops too many services.
    Concentrated {
        /// The level of the event.
        level: Level,
        /// Services that it stops for certain.
        certain: u32,
        /// Services that it stops possibly, besides.
        possible: u32,
        /// Out of how many.
        of: u32,
        /// The percentage that the rule allows.
        at_most: u32,
        /// The horizon of the rule, in minutes.
        by_minutes: Option<u32>,
    },
    /// A component without an owner.
    NoOwner {
        /// Its layer.
        layer: Option<Layer>,
    },
    /// A fact that was verified too long ago.
    Stale {
        /// Which field.
        field: Field,
        /// Which item of it.
        item: String,
        /// The day of the check.
        verified: Day,
        /// Days since.
        age_days: u32,
        /// The days that the rule allows.
        at_most_days: u32,
    },
    /// Facts of a field that bear no day of a check: their age is not known.
    NeverDated {
        /// Which field.
        field: Field,
        /// How many items of it.
        facts: u32,
        /// The days that the rule allows.
        at_most_days: u32,
    },
    /// The rule needs a day, and the results have none.
    NotJudged,
    /// An exception whose last day is over.
    ExceptionExpired {
        /// The last day.
        until: Day,
        /// Who answers for it.
        owner: String,
        /// Why it was accepted.
        reason: String,
    },
    /// An exception that excepts nothing.
    ExceptionUseless {
        /// Who answers for it.
        owner: String,
        /// Why it was accepted.
        reason: String,
    },
    /// An exception that cannot be applied, as the results have no day.
    ExceptionUndated {
        /// The last day.
        until: Day,
        /// Who answers for it.
        owner: String,
    },
}

/// By which exception a violation is accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Excepted {
    /// Why.
    pub reason: String,
    /// Who answers for it.
    pub owner: String,
    /// The last day.
    pub until: Day,
    /// Where the exception is written.
    pub at: SourceAt,
}

/// One violation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PolicyResult {
    /// The id of the rule; `exception-expired`, `exception-useless`, `exception-undated` for what is
    /// wrong with an exception.
    pub rule: String,
    /// How much it matters.
    pub severity: Severity,
    /// What it is about.
    pub subject: Subject,
    /// The ids of what it speaks of beside the subject: a controller; a country, a law and a
    /// component; a field and its item. Exceptions name them.
    pub about: Vec<String>,
    /// Certain or possible.
    pub certainty: Certainty,
    /// What is wrong.
    pub message: Message,
    /// The line to look at.
    pub at: Option<SourceAt>,
    /// Names the violation in baselines: made of ids, never of places.
    pub fingerprint: String,
    /// The exception by which it is accepted.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub excepted: Option<Excepted>,
    /// Whether the baseline has it.
    pub known: bool,
}

impl PolicyResult {
    /// Neither accepted by an exception nor known by the baseline.
    #[must_use]
    pub const fn is_new(&self) -> bool {
        self.excepted.is_none() && !self.known
    }
}

/// One rule and what it was judged on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RuleOutcome {
    /// Its id.
    pub id: String,
    /// How much a violation matters.
    pub severity: Severity,
    /// For people.
    pub text: String,
    /// Its kind.
    pub kind: RuleKind,
    /// Whether what is only possible violates it.
    pub certainty: Certainty,
    /// Where it is written.
    pub at: SourceAt,
    /// Everything that was looked at, violations or none.
    pub checked: Vec<Subject>,
    /// Whether it holds, violations that are accepted or known included.
    pub answer: Truth,
    /// How many violations are only possible and not among the results, as the rule speaks of what is
    /// certain.
    pub possible_besides: u32,
}

/// How a baseline was used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BaselineUse {
    /// Violations that it knows and that are still there.
    pub known: u32,
    /// Fingerprints that are no longer there: it can be written again without them.
    pub gone: Vec<String>,
}

/// What a policy says of an inventory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PolicyReport {
    /// The version of this document.
    pub version: u32,
    /// The inventory's title.
    pub title: Option<String>,
    /// The policy's title.
    pub policy: Option<String>,
    /// The day of the result.
    pub as_of: Option<String>,
    /// Where that day comes from.
    pub day_from: Option<DayFrom>,
    /// The trusted jurisdictions.
    pub home: Vec<String>,
    /// Facts known over all services.
    pub coverage: Coverage,
    /// How many violations of which severity.
    pub verdict: Verdict,
    /// The baseline, if there is one.
    pub baseline: Option<BaselineUse>,
    /// The rules, in the order of the file.
    pub rules: Vec<RuleOutcome>,
    /// The violations, by rule; what is wrong with exceptions last.
    pub results: Vec<PolicyResult>,
}
