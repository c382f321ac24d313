//! What is accepted although a rule forbids it: applied last, so that it never adds a violation but
//! those about itself.

use trefonds_findings::{Certainty, SourceAt};

use crate::policy::report::{EXPIRED, UNDATED, USELESS};
use crate::policy::{
    Day, Excepted, Message, Policy, PolicyResult, Rule, Severity, Subject, SubjectKind,
};

/// An exception to a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// The rule.
    pub rule: String,
    /// The subject; all when left out.
    pub subject: Option<String>,
    /// What the violation speaks of: all of these.
    pub about: Vec<String>,
    /// Why.
    pub reason: String,
    /// Who answers for it.
    pub owner: String,
    /// The last day.
    pub until: Day,
    /// Where it is written.
    pub at: SourceAt,
}

impl Exception {
    fn covers(&self, result: &PolicyResult) -> bool {
        self.rule == result.rule
            && result.message != Message::NotJudged
            && self.subject.as_ref().is_none_or(|subject| *subject == result.subject.id)
            && self.about.iter().all(|about| result.about.contains(about))
    }

    fn excepted(&self) -> Excepted {
        Excepted {
            reason: self.reason.clone(),
            owner: self.owner.clone(),
            until: self.until,
            at: self.at.clone(),
        }
    }

    /// A finding about the exception itself.
    fn finding(&self, id: &str, severity: Severity, message: Message) -> PolicyResult {
        let about: Vec<String> = self.subject.iter().chain(&self.about).cloned().collect();
        let subject =
            Subject { kind: SubjectKind::Rule, id: self.rule.clone(), name: self.rule.clone() };
        PolicyResult {
            rule: id.to_owned(),
            severity,
            subject,
            certainty: Certainty::Certain,
            message,
            at: Some(self.at.clone()),
            fingerprint: format!("{id}|{}|{}", self.rule, about.join("|")),
            about,
            excepted: None,
            known: false,
        }
    }
}

/// Marks what exceptions accept, and adds what is wrong with exceptions themselves.
pub(crate) fn apply(policy: &Policy, day: Option<Day>, results: &mut Vec<PolicyResult>) {
    let mut about_exceptions = Vec::new();
    for exception in &policy.exceptions {
        let Some(rule) = policy.rules.iter().find(|rule| rule.id == exception.rule) else {
            continue;
        };
        about_exceptions.extend(apply_one(exception, rule, day, results));
    }
    results.extend(about_exceptions);
}

fn apply_one(
    exception: &Exception,
    rule: &Rule,
    day: Option<Day>,
    results: &mut [PolicyResult],
) -> Option<PolicyResult> {
    let (owner, reason) = (exception.owner.clone(), exception.reason.clone());
    let Some(day) = day else {
        let message = Message::ExceptionUndated { until: exception.until, owner };
        return Some(exception.finding(UNDATED, rule.severity, message));
    };
    if day > exception.until {
        let message = Message::ExceptionExpired { until: exception.until, owner, reason };
        return Some(exception.finding(EXPIRED, rule.severity, message));
    }
    let mut used = false;
    for result in results.iter_mut().filter(|result| exception.covers(result)) {
        used = true;
        result.excepted.get_or_insert_with(|| exception.excepted());
    }
    let useless = Message::ExceptionUseless { owner, reason };
    (!used).then(|| exception.finding(USELESS, Severity::Warning, useless))
}
