use serde_json::{Value, json};

use super::samples::{Findings, findings, foreign, policy, rule};
use crate::policy::{Baseline, PolicyReport, Severity};

fn case() -> Findings {
    let mut findings = findings();
    findings.points =
        vec![foreign("care", "acme", 0), foreign("care", "other", 0), foreign("mail", "acme", 0)];
    findings
}

fn exception(subject: Option<&str>, about: &[&str], until: &str) -> Value {
    json!([{"rule": "r", "subject": subject, "about": about, "reason": "because", "owner": "me",
        "until": until}])
}

fn judged(findings: &Findings, exceptions: Value) -> PolicyReport {
    findings.judge(&policy(rule("no_foreign_single_point", json!({})), exceptions))
}

fn excepted(report: &PolicyReport) -> Vec<&str> {
    let results = report.results.iter().filter(|result| result.excepted.is_some());
    results.map(|result| result.fingerprint.as_str()).collect()
}

#[test]
fn an_exception_accepts_what_it_names_until_its_last_day() {
    let report = judged(&case(), exception(Some("care"), &["acme"], "2026-11-01"));
    assert_eq!(excepted(&report), ["r|care|acme"]);
    assert_eq!((report.verdict.errors, report.verdict.excepted), (2, 1));
    let report = judged(&case(), exception(None, &["acme"], "2026-11-01"));
    assert_eq!(excepted(&report), ["r|care|acme", "r|mail|acme"]);
}

#[test]
fn an_expired_one_accepts_nothing_and_is_told_with_the_severity_of_its_rule() {
    let report = judged(&case(), exception(Some("care"), &["acme"], "2026-10-31"));
    assert!(excepted(&report).is_empty());
    let last = report.results.last().unwrap();
    assert_eq!((last.rule.as_str(), last.severity), ("exception-expired", Severity::Error));
    assert_eq!(last.fingerprint, "exception-expired|r|care|acme");
}

#[test]
fn a_useless_one_is_a_warning() {
    let report = judged(&case(), exception(Some("news"), &[], "2027-01-01"));
    let last = report.results.last().unwrap();
    assert_eq!((last.rule.as_str(), last.severity), ("exception-useless", Severity::Warning));
}

#[test]
fn without_a_day_no_exception_is_applied() {
    let mut findings = case();
    findings.overview.head.as_of = None;
    let report = judged(&findings, exception(Some("care"), &["acme"], "2099-01-01"));
    assert!(excepted(&report).is_empty());
    assert_eq!(report.results.last().unwrap().rule, "exception-undated");
}

#[test]
fn what_an_exception_accepted_is_new_when_it_expires() {
    let before = judged(&case(), exception(Some("care"), &["acme"], "2026-11-01"));
    let baseline = Baseline::of(&before);
    assert_eq!(baseline.results.len(), 2);
    let mut after = judged(&case(), exception(Some("care"), &["acme"], "2026-10-31"));
    baseline.apply(&mut after);
    let new: Vec<&str> = after
        .results
        .iter()
        .filter(|result| result.is_new())
        .map(|result| result.rule.as_str())
        .collect();
    assert_eq!(new, ["r", "exception-expired"]);
}

#[test]
fn a_baseline_tells_what_is_new_and_what_is_gone() {
    let baseline = Baseline::of(&judged(&case(), json!([])));
    let mut findings = case();
    findings.points.remove(0);
    findings.points.push(foreign("news", "acme", 0));
    let mut report = judged(&findings, json!([]));
    baseline.apply(&mut report);
    assert_eq!((report.verdict.errors, report.verdict.known), (1, 2));
    let used = report.baseline.unwrap();
    assert_eq!((used.known, used.gone), (2, vec!["r|care|acme".to_owned()]));
}
