use serde_json::{Value, json};
use trefonds_findings::SourceAt;

use crate::policy::{FaultKind, Policy, PolicyFile};

/// The places and kinds of the faults of a policy.
fn faults(rules: Value, exceptions: Value) -> Vec<(String, FaultKind)> {
    let file = json!({"trefonds-policy": 1, "rules": rules, "exceptions": exceptions});
    let file: PolicyFile = serde_json::from_value(file).unwrap();
    let place = |path: &str| SourceAt::text(path, 1, 1);
    let found = Policy::new(file, &place).unwrap_err();
    found.into_iter().map(|fault| (fault.at.file, fault.kind)).collect()
}

fn rule(id: &str, kind: &str, settings: Value) -> Value {
    json!({"id": id, "severity": "error", "text": "t", kind: settings})
}

#[test]
fn every_fault_is_told() {
    let rules = json!([
        rule("Bad Id", "owner_required", json!({})),
        rule("a", "owner_required", json!({})),
        rule("a", "coverage_at_least", json!({"percent": 101})),
        rule("exception-useless", "owner_required", json!({})),
        {"id": "b", "severity": "note", "text": " "},
        {"id": "c", "severity": "note", "text": "t", "owner_required": {},
            "verified_within": {"days": 3}},
        rule("d", "no_foreign_single_point", json!({"level": "component"})),
    ]);
    let found = faults(rules, json!([]));
    let places: Vec<&str> = found.iter().map(|(place, _)| place.as_str()).collect();
    assert_eq!(
        places,
        [
            "rules[0].id",
            "rules[2].id",
            "rules[2].coverage_at_least",
            "rules[3].id",
            "rules[4].text",
            "rules[4]",
            "rules[5]",
            "rules[6].no_foreign_single_point",
        ]
    );
    assert_eq!(found[2].1, FaultKind::Percent(101));
    assert_eq!(found[6].1, FaultKind::SeveralKinds("c".to_owned()));
}

#[test]
fn an_order_that_every_service_has_is_refused() {
    let order =
        |order| faults(json!([rule("a", "cut_sets_at_least", json!({"order": order}))]), json!([]));
    assert_eq!(order(0)[0].1, FaultKind::OrderSaysNothing(0));
    assert_eq!(order(1)[0].1, FaultKind::OrderSaysNothing(1));
}

#[test]
fn exceptions_name_a_rule_and_something_of_it() {
    let exception = json!([
        {"rule": "b", "reason": "", "owner": "o", "until": "2026-01-01"},
    ]);
    let found = faults(json!([rule("a", "owner_required", json!({}))]), exception);
    let kinds: Vec<&FaultKind> = found.iter().map(|(_, kind)| kind).collect();
    let unknown = FaultKind::NoSuchRule { rule: "b".to_owned(), known: "a".to_owned() };
    let everything = FaultKind::ExceptsEverything("b".to_owned());
    assert_eq!(kinds, [&unknown, &everything, &FaultKind::Empty("reason")]);
}

#[test]
fn a_policy_without_rules_or_of_another_version_is_none() {
    assert_eq!(faults(json!([]), json!([]))[0].1, FaultKind::NoRule);
    let file: PolicyFile =
        serde_json::from_value(json!({"trefonds-policy": 2, "rules": []})).unwrap();
    let place = |path: &str| SourceAt::text(path, 1, 1);
    assert_eq!(Policy::new(file, &place).unwrap_err()[0].kind, FaultKind::Version(2));
}
