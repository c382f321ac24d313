//! A policy as JUnit XML: a suite a rule, a case a thing that was looked at. A warning passes, with its
//! text as output; what an exception accepts or the baseline knows is skipped, with the reason.

use std::collections::BTreeMap;
use std::io::{self, Write};

use trefonds_judge::policy::{PolicyReport, PolicyResult, Severity, Subject};
use trefonds_lang::Lang;

use crate::junit::{Case, Failure, Suite, write};
use crate::lists::policy::{sentence, subject};

/// The suite of what is wrong with exceptions.
const EXCEPTIONS: &str = "exceptions";

/// Writes a report as JUnit XML.
///
/// # Errors
/// Whatever `out` returns.
pub fn junit(report: &PolicyReport, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    write(report.policy.as_deref().unwrap_or("trefonds"), &suites(report, lang), out)
}

fn suites(report: &PolicyReport, lang: Lang) -> Vec<Suite> {
    let mut suites = Vec::new();
    for rule in &report.rules {
        let mut by_subject: BTreeMap<&Subject, Vec<&PolicyResult>> = BTreeMap::new();
        for result in report.results.iter().filter(|result| result.rule == rule.id) {
            by_subject.entry(&result.subject).or_default().push(result);
        }
        let cases = rule.checked.iter().map(|checked| {
            let results = by_subject.remove(checked).unwrap_or_default();
            case(lang, name(lang, checked), &results)
        });
        suites.push(Suite { name: rule.id.clone(), cases: cases.collect() });
    }
    let of_rule = |result: &PolicyResult| report.rules.iter().any(|rule| rule.id == result.rule);
    let exceptions = report.results.iter().filter(|result| !of_rule(result));
    let cases: Vec<Case> =
        exceptions.map(|result| case(lang, result.fingerprint.clone(), &[result])).collect();
    if !cases.is_empty() {
        suites.push(Suite { name: EXCEPTIONS.to_owned(), cases });
    }
    suites
}

fn name(lang: Lang, of: &Subject) -> String {
    let name = subject(lang, of);
    if name == of.id || of.id.is_empty() { name } else { format!("{name} ({})", of.id) }
}

fn case(lang: Lang, name: String, results: &[&PolicyResult]) -> Case {
    let of = |wanted: fn(&PolicyResult) -> bool| {
        results.iter().copied().filter(move |result| wanted(result))
    };
    let failures = of(|result| result.is_new() && result.severity == Severity::Error);
    let failures = failures.map(|result| Failure {
        kind: result.rule.clone(),
        message: sentence(lang, result),
        text: line(lang, result),
    });
    let accepted: Vec<String> =
        of(|result| !result.is_new()).map(|result| why_accepted(lang, result)).collect();
    let others = of(|result| result.is_new() && result.severity != Severity::Error);
    Case {
        name,
        failures: failures.collect(),
        skipped: (!accepted.is_empty()).then(|| accepted.join("\n")),
        output: others.map(|result| line(lang, result)).collect(),
    }
}

fn line(lang: Lang, result: &PolicyResult) -> String {
    let sentence = sentence(lang, result);
    result.at.as_ref().map_or(sentence.clone(), |at| format!("{}: {sentence}", at.told(lang)))
}

fn why_accepted(lang: Lang, result: &PolicyResult) -> String {
    match &result.excepted {
        None => lang.policy_known(1),
        Some(excepted) => {
            let until = excepted.until.to_string();
            lang.exception_cell(&excepted.owner, &until, &excepted.reason)
        }
    }
}
