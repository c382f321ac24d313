//! Scenarios as JUnit XML: a suite a scenario, a case a service of which something is expected.

use std::io::{self, Write};

use trefonds_judge::scenario::{Check, ScenarioResult, TestReport};
use trefonds_lang::Lang;

use crate::junit::{Case, Failure, Suite, write};
use crate::lists::scenarios::{called, difference, expected, found, unspoken};

/// Writes a report as JUnit XML.
///
/// # Errors
/// Whatever `out` returns.
pub fn junit(report: &TestReport, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let suites: Vec<Suite> =
        report.scenarios.iter().map(|scenario| suite(scenario, lang)).collect();
    write(report.title.as_deref().unwrap_or("trefonds"), &suites, out)
}

fn suite(scenario: &ScenarioResult, lang: Lang) -> Suite {
    let name = called(scenario);
    let mut cases: Vec<Case> = scenario.checks.iter().map(|check| case(check, lang)).collect();
    if cases.is_empty() {
        let skipped = Some(lang.scen_nothing_expected(&name));
        cases.push(Case { name: name.clone(), skipped, ..Case::default() });
    }
    let others = unspoken(scenario, lang);
    if let (Some(others), Some(last)) = (others, cases.last_mut()) {
        last.output.push(others);
    }
    Suite { name, cases }
}

fn case(check: &Check, lang: Lang) -> Case {
    let (expected, found) = (expected(check, lang), found(&check.found, lang));
    let sentence = lang.scen_failure(&check.service.name, &expected, &found);
    let failures = check.differences.iter().map(|kind| Failure {
        kind: difference_word(kind),
        message: format!("{sentence} ({})", difference(kind, lang)),
        text: lang.scen_failure_at(&check.at.told(lang), &sentence),
    });
    let (id, name) = (&check.service.id, &check.service.name);
    Case {
        name: if id == name { name.clone() } else { format!("{name} ({id})") },
        failures: failures.collect(),
        ..Case::default()
    }
}

fn difference_word(kind: &trefonds_judge::scenario::Difference) -> String {
    match kind {
        trefonds_judge::scenario::Difference::Outcome => "outcome",
        trefonds_judge::scenario::Difference::TooEarly { .. } => "too-early",
        trefonds_judge::scenario::Difference::TooLate { .. } => "too-late",
        trefonds_judge::scenario::Difference::NotBack { .. } => "not-back",
        trefonds_judge::scenario::Difference::NotForGood => "not-for-good",
        trefonds_judge::scenario::Difference::Down { .. } => "down",
    }
    .to_owned()
}
