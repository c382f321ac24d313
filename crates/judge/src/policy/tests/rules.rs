use serde_json::{Value, json};

use super::samples::{Findings, at, exposed, fact, findings, foreign, point, policy, rule};
use crate::policy::Message;

fn with_points() -> Findings {
    let mut findings = findings();
    findings.points = vec![
        foreign("care", "acme", 30 * 1440),
        point("care", "maybe", true, (None, Some(0)), "controller"),
        point("care", "ours", false, (Some(0), Some(0)), "controller"),
        point("care", "operator:x", true, (None, Some(0)), "unknown"),
        point("care", "site:x", true, (None, Some(5)), "unknown"),
        foreign("mail", "acme", 0),
        foreign("news", "acme", 0),
    ];
    findings
}

/// A rule that speaks of what is possible as well.
fn possible(kind: &str, settings: Value) -> Value {
    json!([{"id": "r", "severity": "error", "certainty": "possible", "text": "w", kind: settings}])
}

#[test]
fn foreign_single_points_from_a_criticality_up() {
    let found = |settings| with_points().found("no_foreign_single_point", settings);
    assert_eq!(found(json!({"criticality": "vital"})), ["r|care|acme"]);
    assert_eq!(found(json!({"criticality": "important"})), ["r|care|acme", "r|mail|acme"]);
    assert_eq!(found(json!({})).len(), 3);
}

#[test]
fn the_horizon_is_within_itself() {
    let found = |by| {
        let settings = json!({"criticality": "vital", "by": by});
        with_points().found("no_foreign_single_point", settings).len()
    };
    assert_eq!((found("29d"), found("30d"), found("31d")), (0, 1, 1));
}

#[test]
fn what_is_possible_is_told_when_asked_for_and_unknowns_make_one_line() {
    let rules = possible("no_foreign_single_point", json!({"criticality": "vital"}));
    assert_eq!(with_points().found_by(&rules), ["r|care|acme", "r|care|maybe?", "r|care|unknown?"]);
    let report = with_points().judge(&policy(rules, json!([])));
    let unknown = report.results.last().map(|result| result.message.clone());
    let facts = vec!["operator:x".to_owned(), "site:x".to_owned()];
    assert_eq!(unknown, Some(Message::UnknownControllers { facts, earliest_minutes: Some(0) }));
}

#[test]
fn survival_is_at_least_the_time_itself() {
    let found = |time| {
        let settings = json!({"criticality": "vital", "time": time});
        with_points().found("survival_at_least", settings)
    };
    assert!(found("30d").is_empty());
    assert_eq!(found("31d"), ["r|care|acme"]);
    let anyone = json!({"criticality": "vital", "time": "1h", "whose": "anyone"});
    assert_eq!(with_points().found("survival_at_least", anyone), ["r|care|ours"]);
}

#[test]
fn a_settled_time_that_holds_leaves_a_possible_one() {
    let mut findings = findings();
    findings.points = vec![point("care", "acme", true, (Some(6000), Some(120)), "controller")];
    let settings = json!({"time": "48h"});
    assert!(findings.found("survival_at_least", settings.clone()).is_empty());
    let rules = possible("survival_at_least", settings);
    assert_eq!(findings.found_by(&rules), ["r|care|acme?"]);
}

#[test]
fn nothing_ends_within_a_time_that_stops_a_service() {
    let end = |kind: &str, subject: &str, days: u32, certainty: &str| {
        json!({"id": format!("{kind}:{subject}"), "kind": kind, "subject": {"id": subject, "name": subject},
            "until": "2027-01-30", "days": days, "at": at(4), "unverified": false, "ask": [], "desk": "owner",
            "stops": [{"service": {"id": "care", "name": "care"}, "criticality": "vital",
                "certainty": certainty, "minutes": 60, "day": "2027-01-31", "already": false, "with": [],
                "hangs_on": []}]})
    };
    let ends = json!({"version": 1, "as_of": "2026-11-01", "home": ["FR"], "by_minutes": 129_600,
        "coverage": {"declared": 1, "called_for": 1, "percent": 100}, "last_day": "2027-01-30", "ended": [],
        "ends": [end("component", "cert", 90, "certain"), end("supplier", "till", 91, "possible")]});
    let mut findings = findings();
    findings.ends = Some(serde_json::from_value(ends).unwrap());
    let found = |time: &str| findings.found("no_end_within", json!({"time": time}));
    assert_eq!(found("89d"), [""; 0]);
    assert_eq!(found("90d"), ["r|care|component|cert"]);
    assert_eq!(found("91d"), ["r|care|component|cert"]);
    let both = findings.found_by(&possible("no_end_within", json!({"time": "91d"})));
    assert_eq!(both, ["r|care|component|cert", "r|care|supplier|till?"]);
    let important = json!({"time": "1y", "criticality": "vital"});
    assert_eq!(findings.found("no_end_within", important).len(), 1);
}

#[test]
fn two_withdrawals_at_least() {
    let settings = json!({"order": 2, "criticality": "important"});
    let found = with_points().found("cut_sets_at_least", settings);
    assert_eq!(found, ["r|care|acme", "r|mail|acme"]);
}

#[test]
fn pairs_count_where_three_withdrawals_are_asked_for() {
    let set = |events: [&str; 2], certainty: &str| {
        json!({"events": events, "order": 2, "degree": 0, "certainty": certainty,
            "survival_minutes": {"careful": 4, "settled": 4}, "hangs_on": [],
            "witness": {"reading": "settled", "fails_at": 4, "steps": []}})
    };
    let event = |id: &str| json!({"id": id, "name": id, "kind": "controller", "country": "US", "foreign": true});
    let cuts = |total: u32, complete: bool| {
        let counts =
            json!({"by_order": {"1": 0, "2": total}, "total": total, "complete": complete});
        json!({
            "version": 1, "title": null, "as_of": null, "home": ["FR"],
            "service": {"id": "care", "name": "care"}, "criticality": "vital",
            "coverage": {"declared": 1, "called_for": 1, "percent": 100},
            "level": "controller", "order": 2, "by_minutes": null, "foreign_only": true,
            "by_order": counts["by_order"], "total": total, "complete": complete, "one_hand_complete": true,
            "careful": {"by_order": counts["by_order"], "total": total, "complete": complete},
            "counted_only": false, "listed_certain": 2, "listed_careful": 2,
            "events": [event("a"), event("b"), event("c")],
            "sets": [set(["a", "b"], "certain"), set(["a", "c"], "possible")],
        })
    };
    let found = |order: u32, cuts: Value| {
        let mut findings = findings();
        findings.cut_sets = vec![serde_json::from_value(cuts).unwrap()];
        let rules = possible("cut_sets_at_least", json!({"order": order, "criticality": "vital"}));
        findings.found_by(&rules)
    };
    assert_eq!(found(3, cuts(2, true)), ["r|care|a|b", "r|care|a|c?"]);
    // The rule of another order reads other lists.
    assert!(found(2, cuts(2, true)).is_empty());
    assert!(found(4, cuts(2, true)).is_empty());
    // What is not listed, and what is not known, is said.
    let more = found(3, cuts(9, true));
    assert_eq!(more, ["r|care|a|b", "r|care|a|c?", "r|care|settled", "r|care|careful?"]);
    let less = found(3, cuts(2, false));
    assert_eq!(less, ["r|care|a|b", "r|care|a|c?", "r|care|settled?", "r|care|careful?"]);
}

#[test]
fn concentration_counts_services_for_certain() {
    let found = |settings| with_points().found("concentration_at_most", settings);
    assert_eq!(found(json!({"percent": 99})), ["r|acme"]);
    assert!(found(json!({"percent": 100})).is_empty());
    assert!(found(json!({"percent": 67, "by": "1d"})).is_empty());
    assert_eq!(found(json!({"percent": 66, "by": "1d"})), ["r|acme"]);
}

#[test]
fn coverage_of_all_and_of_each() {
    let found = |settings| findings().found("coverage_at_least", settings);
    assert!(found(json!({"percent": 80})).is_empty());
    assert_eq!(found(json!({"percent": 81})), ["r|"]);
    let each = json!({"percent": 70, "of": "each-service"});
    assert_eq!(found(each), ["r|news"]);
    let vital = json!({"percent": 90, "of": "each-service", "criticality": "vital"});
    assert!(found(vital).is_empty());
}

fn with_exposure(list: &[Value]) -> Findings {
    let mut findings = findings();
    findings.exposure =
        list.iter().map(|value| serde_json::from_value(value.clone()).unwrap()).collect();
    findings
}

#[test]
fn exposure_by_class_jurisdiction_and_grade() {
    let findings = with_exposure(&[
        exposed("US", "db", "via-control", &["health"]),
        exposed("US", "web", "direct", &["public"]),
        exposed("FR", "own", "direct", &["health"]),
        exposed("US", "dark", "direct", &[]),
    ]);
    let found = |settings| findings.found("no_exposure", settings);
    assert_eq!(found(json!({"data": "health"})), ["r|care|US|law|db"]);
    assert!(found(json!({"data": "health", "grade": "direct"})).is_empty());
    assert_eq!(found(json!({"data": "health", "jurisdiction": "FR"})), ["r|care|FR|law|own"]);
    assert_eq!(found(json!({})).len(), 3);
    let rules = possible("no_exposure", json!({"data": "health", "grade": "direct"}));
    assert_eq!(findings.found_by(&rules), ["r|care|US|law|dark?"]);
}

#[test]
fn other_components_are_judged_by_their_own_grade_and_data() {
    let other = |id: &str, grade: &str, data: &[&str]| json!({"id": id, "name": id.to_uppercase(), "grade": grade, "data": data});
    let mut first = exposed("US", "web", "direct", &["public"]);
    first["others"] = json!([
        other("db", "arguable", &["health"]),
        other("log", "via-control", &["health", "personal"]),
        other("news", "direct", &["public"]),
        other("dark", "direct", &[]),
    ]);
    let findings = with_exposure(&[first]);
    let settings = |grade| json!({"data": "health", "criticality": "vital", "grade": grade});
    assert_eq!(findings.found("no_exposure", settings("via control")), ["r|care|US|law|log"]);
    let all = ["r|care|US|law|db", "r|care|US|law|log"];
    assert_eq!(findings.found("no_exposure", settings("arguable")), all);
    // What `dark` holds nobody says: possibly health data.
    let rules = possible("no_exposure", settings("via control"));
    assert_eq!(findings.found_by(&rules), ["r|care|US|law|log", "r|care|US|law|dark?"]);
}

fn component(
    id: &str,
    layer: &str,
    owner: Option<&str>,
    until: Option<&str>,
) -> Vec<trefonds_findings::Fact> {
    let mut facts = vec![
        fact(id, "exists", "", json!("exists"), json!({"until": until})),
        fact(id, "layer", "", json!({"layer": layer}), json!({})),
    ];
    facts.extend(owner.map(|owner| fact(id, "owner", "", json!({"text": owner}), json!({}))));
    facts
}

#[test]
fn owners_of_components_that_are_there() {
    let mut findings = findings();
    findings.facts = [
        component("a", "service", Some("someone"), None),
        component("b", "service", None, None),
        component("c", "application", None, None),
        component("old", "service", None, Some("2026-10-31")),
    ]
    .concat();
    assert_eq!(findings.found("owner_required", json!({})), ["r|b", "r|c"]);
    assert_eq!(findings.found("owner_required", json!({"layers": ["service"]})), ["r|b"]);
}

#[test]
fn facts_grow_old_as_of_the_day() {
    let party = |item: &str, note: Value| fact("a", "operator", item, json!({"party": item}), note);
    let mut findings = findings();
    findings.facts = vec![
        party("fresh", json!({"verified": "2026-10-02"})),
        party("stale", json!({"verified": "2026-10-01"})),
        party("never", json!({"verified": "false"})),
        party("over", json!({"verified": "2020-01-01", "until": "2026-10-31"})),
    ];
    let settings = json!({"days": 30});
    assert_eq!(findings.found("verified_within", settings.clone()), ["r|a|operator|stale"]);
    let rules = possible("verified_within", settings.clone());
    assert_eq!(findings.found_by(&rules), ["r|a|operator|stale", "r|a|operator?"]);
    assert!(findings.found("verified_within", json!({"days": 31})).is_empty());
    let sites = json!({"days": 1, "fields": ["site"]});
    assert!(findings.found("verified_within", sites).is_empty());
}

#[test]
fn without_a_day_age_cannot_be_judged_and_that_is_told() {
    let mut findings = findings();
    findings.overview.head.as_of = None;
    assert_eq!(findings.found("verified_within", json!({"days": 1})), ["r||not-judged"]);
    let report = findings.judge(&policy(rule("verified_within", json!({"days": 1})), json!([])));
    assert!(report.verdict.fails());
}
