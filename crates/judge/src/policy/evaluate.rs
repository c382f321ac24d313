use std::collections::{BTreeMap, BTreeSet};

use trefonds_findings::{Certainty, SourceAt, VERSION};

use crate::Truth;
use crate::policy::{
    Check, Evidence, Message, Policy, PolicyReport, PolicyResult, Rule, RuleOutcome, Subject,
    Verdict, exceptions,
};

/// Judges every rule of a policy on the findings. The same input gives the same report.
///
/// O(R x F) time and space for R rules and F findings and facts.
#[must_use]
pub fn evaluate(policy: &Policy, evidence: &Evidence<'_>) -> PolicyReport {
    let overview = evidence.overview;
    let mut results = Vec::new();
    let mut rules = Vec::new();
    for rule in &policy.rules {
        let mut case = Case {
            rule,
            evidence,
            checked: Vec::new(),
            results: Vec::new(),
            besides: BTreeSet::new(),
        };
        judge(&mut case);
        let found = strongest(case.results);
        case.besides.retain(|besides| found.iter().all(|it| it.fingerprint != *besides));
        let answer = answer(&found, &case.besides);
        results.extend(found);
        rules.push(RuleOutcome {
            id: rule.id.clone(),
            severity: rule.severity,
            text: rule.text.clone(),
            kind: rule.check.kind(),
            certainty: rule.certainty,
            at: rule.at.clone(),
            checked: case.checked,
            answer,
            possible_besides: case.besides.len() as u32,
        });
    }
    exceptions::apply(policy, evidence.day(), &mut results);
    PolicyReport {
        version: VERSION,
        title: overview.head.title.clone(),
        policy: policy.title.clone(),
        as_of: overview.head.as_of.clone(),
        day_from: overview.head.day_from,
        home: overview.head.home.clone(),
        coverage: overview.coverage,
        verdict: Verdict::of(&results),
        baseline: None,
        rules,
        results,
    }
}

fn judge(case: &mut Case<'_>) {
    match &case.rule.check {
        Check::SinglePoints(rule) => rule.judge(case),
        Check::Survival(rule) => rule.judge(case),
        Check::Exposure(rule) => rule.judge(case),
        Check::Coverage(rule) => rule.judge(case),
        Check::Concentration(rule) => rule.judge(case),
        Check::Owners(rule) => rule.judge(case),
        Check::VerifiedWithin(rule) => rule.judge(case),
        Check::CutSets(rule) => rule.judge(case),
        Check::NoEnd(rule) => rule.judge(case),
    }
}

/// What a rule comes to: what is only possible, told or not, leaves it open.
fn answer(found: &[PolicyResult], besides: &BTreeSet<String>) -> Truth {
    let of = |result: &PolicyResult| match (result.certainty, &result.message) {
        (Certainty::Possible, _) | (_, Message::NotJudged) => Truth::NotKnown,
        (Certainty::Certain, _) => Truth::DoesNot,
    };
    let open = if besides.is_empty() { Truth::Holds } else { Truth::NotKnown };
    found.iter().map(of).fold(open, Truth::and)
}

/// One violation a fingerprint, the most certain, at its own place.
fn strongest(results: Vec<PolicyResult>) -> Vec<PolicyResult> {
    let mut kept: Vec<Option<PolicyResult>> = Vec::new();
    let mut at: BTreeMap<String, usize> = BTreeMap::new();
    for result in results {
        let known = at.get(&result.fingerprint).copied().and_then(|at| kept.get_mut(at));
        match known {
            Some(Some(other)) if result.certainty >= other.certainty => continue,
            Some(weaker) => *weaker = None,
            None => {}
        }
        at.insert(result.fingerprint.clone(), kept.len());
        kept.push(Some(result));
    }
    kept.into_iter().flatten().collect()
}

/// One rule while it is judged.
pub(crate) struct Case<'c> {
    pub(crate) rule: &'c Rule,
    pub(crate) evidence: &'c Evidence<'c>,
    checked: Vec<Subject>,
    results: Vec<PolicyResult>,
    /// Fingerprints of violations that are only possible, and of which the rule does not speak.
    besides: BTreeSet<String>,
}

/// A violation as a rule finds it.
pub(crate) struct Violation {
    pub(crate) subject: Subject,
    pub(crate) about: Vec<String>,
    pub(crate) certainty: Certainty,
    pub(crate) message: Message,
    pub(crate) at: Option<SourceAt>,
}

impl Case<'_> {
    /// Notes that a subject was looked at.
    pub(crate) fn checked(&mut self, subject: Subject) {
        self.checked.push(subject);
    }

    /// Notes a violation, unless it is only possible and the rule speaks of what is certain.
    pub(crate) fn violated(&mut self, violation: Violation) {
        let mut fingerprint = format!("{}|{}", self.rule.id, violation.subject.id);
        for part in &violation.about {
            fingerprint.push('|');
            fingerprint.push_str(part);
        }
        if violation.certainty > self.rule.certainty {
            self.besides.insert(fingerprint);
            return;
        }
        self.results.push(PolicyResult {
            rule: self.rule.id.clone(),
            severity: self.rule.severity,
            subject: violation.subject,
            about: violation.about,
            certainty: violation.certainty,
            message: violation.message,
            at: violation.at,
            fingerprint,
            excepted: None,
            known: false,
        });
    }

    /// Notes that the rule cannot be judged for want of a day, which is a violation of its own.
    pub(crate) fn not_judged(&mut self) {
        let subject = Subject::inventory(self.evidence.overview.head.title.as_deref());
        self.checked(subject.clone());
        let (at, about) = (Some(self.rule.at.clone()), vec!["not-judged".to_owned()]);
        let (certainty, message) = (Certainty::Certain, Message::NotJudged);
        self.violated(Violation { subject, about, certainty, message, at });
    }
}
