//! A policy that can be judged: made of a file, or refused with every fault.

use std::collections::BTreeMap;

use trefonds_findings::{Certainty, Criticality, Level, SourceAt};

use crate::policy::exceptions::Exception;
use crate::policy::fault::{Fault, FaultKind};
use crate::policy::file::{ExceptionEntry, KINDS, POLICY_VERSION, PolicyFile, RuleEntry};
use crate::policy::report::META_RULES;
use crate::policy::rules::{
    Concentration, Coverage, CutSets, CutSetsWanted, Exposure, NoEnd, Owners, SinglePoints,
    Survival, VerifiedWithin,
};
use crate::policy::{RuleKind, Severity};

/// What a rule asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Check {
    /// No foreign single point.
    SinglePoints(SinglePoints),
    /// Survival of at least so long.
    Survival(Survival),
    /// No exposure.
    Exposure(Exposure),
    /// Enough is known.
    Coverage(Coverage),
    /// Nobody stops too many.
    Concentration(Concentration),
    /// Owners.
    Owners(Owners),
    /// Facts verified of late.
    VerifiedWithin(VerifiedWithin),
    /// Several withdrawals.
    CutSets(CutSets),
    /// No end that stops a service.
    NoEnd(NoEnd),
}

/// One rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Its id.
    pub id: String,
    /// Whether a violation fails the check.
    pub severity: Severity,
    /// For people.
    pub text: String,
    /// Whether what is only possible violates it.
    pub certainty: Certainty,
    /// What it asks for.
    pub check: Check,
    /// Where it is written.
    pub at: SourceAt,
    /// Where each of its settings is written by which it speaks of less than everything.
    pub places: BTreeMap<&'static str, SourceAt>,
}

/// The settings by which a rule speaks of less than everything.
const FILTERS: [&str; 5] = ["jurisdiction", "data", "criticality", "layers", "fields"];

/// A policy without faults.
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    /// Whose.
    pub title: Option<String>,
    /// The rules, ids unique.
    pub rules: Vec<Rule>,
    /// The exceptions, each to a rule that is there.
    pub exceptions: Vec<Exception>,
}

impl Policy {
    /// Makes a policy of a file; `place` gives the place of a path such as `rules[0].id`.
    ///
    /// # Errors
    /// Every fault, in the order of the file.
    pub fn new(file: PolicyFile, place: &dyn Fn(&str) -> SourceAt) -> Result<Self, Vec<Fault>> {
        let mut reader = Reader { place, faults: Vec::new() };
        if file.version != POLICY_VERSION {
            reader.fault("trefonds-policy", FaultKind::Version(file.version));
        }
        if file.rules.is_empty() {
            reader.fault("rules", FaultKind::NoRule);
        }
        let ids: Vec<String> = file.rules.iter().map(|rule| rule.id.clone()).collect();
        let mut rules = Vec::new();
        for (at, entry) in file.rules.into_iter().enumerate() {
            let seen = ids.iter().take(at).any(|id| *id == entry.id);
            rules.extend(reader.rule(&format!("rules[{at}]"), entry, seen));
        }
        let mut exceptions = Vec::new();
        for (at, entry) in file.exceptions.into_iter().enumerate() {
            exceptions.push(reader.exception(&format!("exceptions[{at}]"), entry, &ids));
        }
        if reader.faults.is_empty() {
            Ok(Self { title: file.title, rules, exceptions })
        } else {
            Err(reader.faults)
        }
    }

    /// The levels at which single points are needed to judge it, each once.
    #[must_use]
    pub fn levels(&self) -> Vec<Level> {
        let wanted =
            |level: &Level| self.rules.iter().any(|rule| rule.check.level() == Some(*level));
        Level::ALL.into_iter().filter(wanted).collect()
    }

    /// The horizon of the coming ends that are needed to judge it, in minutes; `None` when none are.
    #[must_use]
    pub fn ends_within(&self) -> Option<u32> {
        let times = self.rules.iter().filter_map(|rule| match &rule.check {
            Check::NoEnd(rule) => Some(rule.time.0),
            _ => None,
        });
        times.max()
    }

    /// The cut sets that are needed to judge it, beyond the single points.
    #[must_use]
    pub fn cut_sets(&self) -> Vec<CutSetsWanted> {
        let wanted = self.rules.iter().filter_map(|rule| match &rule.check {
            Check::CutSets(rule) => rule.wanted(),
            _ => None,
        });
        wanted.collect()
    }
}

impl Check {
    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> RuleKind {
        match self {
            Self::SinglePoints(_) => RuleKind::NoForeignSinglePoint,
            Self::Survival(_) => RuleKind::SurvivalAtLeast,
            Self::Exposure(_) => RuleKind::NoExposure,
            Self::Coverage(_) => RuleKind::CoverageAtLeast,
            Self::Concentration(_) => RuleKind::ConcentrationAtMost,
            Self::Owners(_) => RuleKind::OwnerRequired,
            Self::VerifiedWithin(_) => RuleKind::VerifiedWithin,
            Self::CutSets(_) => RuleKind::CutSetsAtLeast,
            Self::NoEnd(_) => RuleKind::NoEndWithin,
        }
    }

    /// The level of the single points that it reads, if it does.
    #[must_use]
    pub const fn level(&self) -> Option<Level> {
        match self {
            Self::SinglePoints(rule) => Some(rule.level),
            Self::Survival(rule) => Some(rule.level),
            Self::Concentration(rule) => Some(rule.level),
            Self::CutSets(rule) => Some(rule.level),
            _ => None,
        }
    }

    /// How much the services matter that it speaks of, if it speaks of services.
    pub(crate) const fn criticality(&self) -> Option<Criticality> {
        match self {
            Self::SinglePoints(rule) => Some(rule.criticality),
            Self::Survival(rule) => Some(rule.criticality),
            Self::Exposure(rule) => Some(rule.criticality),
            Self::Coverage(rule) => Some(rule.criticality),
            Self::Concentration(rule) => Some(rule.criticality),
            Self::CutSets(rule) => Some(rule.criticality),
            Self::NoEnd(rule) => Some(rule.criticality),
            Self::Owners(_) | Self::VerifiedWithin(_) => None,
        }
    }

    fn fault(&self) -> Option<FaultKind> {
        if self.level() == Some(Level::Component) {
            return Some(FaultKind::ComponentLevel);
        }
        match self {
            Self::Coverage(Coverage { percent, .. })
            | Self::Concentration(Concentration { percent, .. })
                if *percent > 100 =>
            {
                Some(FaultKind::Percent(*percent))
            }
            Self::CutSets(CutSets { order: order @ 0..=1, .. }) => {
                Some(FaultKind::OrderSaysNothing(*order))
            }
            _ => None,
        }
    }
}

struct Reader<'p> {
    place: &'p dyn Fn(&str) -> SourceAt,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn fault(&mut self, path: &str, kind: FaultKind) {
        self.faults.push(Fault { at: (self.place)(path), kind });
    }

    fn said(&mut self, path: &str, key: &'static str, text: &str) {
        if text.trim().is_empty() {
            self.fault(&format!("{path}.{key}"), FaultKind::Empty(key));
        }
    }

    fn rule(&mut self, path: &str, entry: RuleEntry, seen: bool) -> Option<Rule> {
        let id_at = format!("{path}.id");
        if !is_id(&entry.id) {
            self.fault(&id_at, FaultKind::BadId(entry.id.clone()));
        } else if seen {
            self.fault(&id_at, FaultKind::DuplicateId(entry.id.clone()));
        }
        self.said(path, "text", &entry.text);
        let certainty = entry.certainty.unwrap_or(match entry.severity {
            Severity::Error => Certainty::Certain,
            Severity::Warning | Severity::Note => Certainty::Possible,
        });
        let (id, severity, text) = (entry.id.clone(), entry.severity, entry.text.clone());
        let check = self.check(path, entry)?;
        if let Some(fault) = check.fault() {
            self.fault(&format!("{path}.{}", check.kind().key()), fault);
        }
        let kind = check.kind().key();
        let places = FILTERS.map(|key| (key, (self.place)(&format!("{path}.{kind}.{key}"))));
        let (at, places) = ((self.place)(path), places.into());
        Some(Rule { id, severity, text, certainty, check, at, places })
    }

    /// The one kind of a rule.
    fn check(&mut self, path: &str, entry: RuleEntry) -> Option<Check> {
        let id = entry.id;
        let kinds = [
            entry.no_foreign_single_point.map(Check::SinglePoints),
            entry.survival_at_least.map(Check::Survival),
            entry.no_exposure.map(Check::Exposure),
            entry.coverage_at_least.map(Check::Coverage),
            entry.concentration_at_most.map(Check::Concentration),
            entry.owner_required.map(Check::Owners),
            entry.verified_within.map(Check::VerifiedWithin),
            entry.cut_sets_at_least.map(Check::CutSets),
            entry.no_end_within.map(Check::NoEnd),
        ];
        let mut found = kinds.into_iter().flatten();
        let first = found.next();
        if first.is_none() {
            self.fault(path, FaultKind::NoKind(KINDS.join(", ")));
        } else if found.next().is_some() {
            self.fault(path, FaultKind::SeveralKinds(id));
            return None;
        }
        first
    }

    fn exception(&mut self, path: &str, entry: ExceptionEntry, ids: &[String]) -> Exception {
        if !ids.contains(&entry.rule) {
            let (rule, known) = (entry.rule.clone(), ids.join(", "));
            self.fault(&format!("{path}.rule"), FaultKind::NoSuchRule { rule, known });
        }
        if entry.subject.is_none() && entry.about.is_empty() {
            self.fault(path, FaultKind::ExceptsEverything(entry.rule.clone()));
        }
        self.said(path, "reason", &entry.reason);
        self.said(path, "owner", &entry.owner);
        Exception {
            rule: entry.rule,
            subject: entry.subject,
            about: entry.about,
            reason: entry.reason,
            owner: entry.owner,
            until: entry.until,
            at: (self.place)(path),
        }
    }
}

fn is_id(id: &str) -> bool {
    let fine = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.chars().all(fine)
        && !META_RULES.contains(&id)
}
