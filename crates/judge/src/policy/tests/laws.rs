use proptest::prelude::*;
use serde_json::{Value, json};

use super::samples::{Findings, findings, point, policy};
use crate::policy::{Baseline, Policy, PolicyResult};

const SERVICES: [&str; 3] = ["care", "mail", "news"];
const EVENTS: [&str; 3] = ["acme", "other", "third"];

prop_compose! {
    fn some_findings()(
        points in prop::collection::vec(
            (0..3_usize, 0..3_usize, any::<bool>(), prop::option::of(0..2000_u32), 0..2000_u32, any::<bool>()),
            0..12,
        ),
        dated in any::<bool>(),
    ) -> Findings {
        let mut findings = findings();
        for (service, event, foreign, settled, careful, unknown) in points {
            let careful = settled.map_or(careful, |settled| careful.min(settled));
            let kind = if unknown { "unknown" } else { "controller" };
            let settled = settled.filter(|_| !unknown);
            let times = (settled, Some(careful));
            findings.points.push(point(SERVICES[service], EVENTS[event], foreign, times, kind));
        }
        if !dated {
            findings.overview.head.as_of = None;
        }
        findings
    }
}

fn rules() -> Value {
    let rule = |id: &str, severity: &str, kind: &str, settings: Value| json!({"id": id, "severity": severity, "text": "t", kind: settings});
    json!([
        rule("points", "error", "no_foreign_single_point", json!({})),
        rule("maybe", "warning", "survival_at_least", json!({"time": "30d", "whose": "anyone"})),
        rule("hands", "note", "concentration_at_most", json!({"percent": 40})),
        rule("age", "error", "verified_within", json!({"days": 3})),
    ])
}

prop_compose! {
    fn some_exceptions()(
        list in prop::collection::vec(
            (0..4_usize, prop::option::of(0..3_usize), 0..3_usize, any::<bool>()),
            0..5,
        ),
    ) -> Value {
        let one = |(rule, subject, about, open): &(usize, Option<usize>, usize, bool)| {
            let rule = ["points", "maybe", "hands", "age"][*rule];
            json!({"rule": rule, "subject": subject.map(|at| SERVICES[at]),
                "about": [EVENTS[*about]], "reason": "r", "owner": "o",
                "until": if *open { "2027-01-01" } else { "2025-01-01" }})
        };
        Value::Array(list.iter().map(one).collect())
    }
}

fn is_about_an_exception(result: &PolicyResult) -> bool {
    result.rule.starts_with("exception-")
}

fn bare() -> Policy {
    policy(rules(), json!([]))
}

proptest! {
    #[test]
    fn judging_twice_is_judging_once(findings in some_findings(), exceptions in some_exceptions()) {
        let policy = policy(rules(), exceptions);
        prop_assert_eq!(findings.judge(&policy), findings.judge(&policy));
    }

    #[test]
    fn exceptions_add_nothing_but_what_is_wrong_with_them(
        findings in some_findings(),
        exceptions in some_exceptions(),
    ) {
        let without = findings.judge(&bare()).results;
        let mut with = findings.judge(&policy(rules(), exceptions)).results;
        with.retain(|result| !is_about_an_exception(result));
        for result in &mut with {
            result.excepted = None;
        }
        prop_assert_eq!(with, without);
    }

    #[test]
    fn the_baseline_of_a_report_silences_it(
        findings in some_findings(),
        exceptions in some_exceptions(),
    ) {
        let mut report = findings.judge(&policy(rules(), exceptions));
        Baseline::of(&report).apply(&mut report);
        prop_assert!(!report.verdict.fails());
        prop_assert!(report.results.iter().all(|result| !result.is_new()));
        prop_assert!(report.baseline.is_some_and(|used| used.gone.is_empty()));
    }

    #[test]
    fn an_empty_baseline_changes_no_verdict(findings in some_findings()) {
        let mut report = findings.judge(&bare());
        let verdict = report.verdict;
        let empty = Baseline { version: 1, as_of: None, results: Vec::new() };
        empty.apply(&mut report);
        prop_assert_eq!(report.verdict, verdict);
    }

    #[test]
    fn what_is_certain_is_found_whichever_certainty_is_asked_for(findings in some_findings()) {
        let asked = |certainty: &str| {
            let rules = json!([{"id": "r", "severity": "error", "text": "t",
                "certainty": certainty, "no_foreign_single_point": {}}]);
            findings.judge(&policy(rules, json!([]))).results
        };
        let mut all = asked("possible");
        all.retain(|result| result.certainty == trefonds_findings::Certainty::Certain);
        prop_assert_eq!(asked("certain"), all);
    }

    #[test]
    fn fingerprints_name_one_violation_each(findings in some_findings()) {
        let results = findings.judge(&bare()).results;
        let mut seen: Vec<&str> = results.iter().map(|it| it.fingerprint.as_str()).collect();
        seen.sort_unstable();
        let count = seen.len();
        seen.dedup();
        prop_assert_eq!(seen.len(), count);
    }
}
