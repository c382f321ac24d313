//! Findings made by hand.

use serde_json::{Value, json};
use trefonds_findings::{
    Cuts, EndedService, Ends, Exposure, ExposureFinding, Fact, Facts, Level, OneHand, Overview,
    SinglePoint, SinglePoints, SourceAt,
};

use crate::policy::{Evidence, Policy, PolicyFile, PolicyReport, evaluate};

pub(super) fn at(line: u32) -> Value {
    json!({"file": "si.yaml", "line": line, "column": 1})
}

fn named(id: &str) -> Value {
    json!({"id": id, "name": id.to_uppercase()})
}

/// The findings of one inventory.
#[derive(Clone, Debug)]
pub(super) struct Findings {
    pub(super) overview: Overview,
    pub(super) points: Vec<SinglePoint>,
    pub(super) exposure: Vec<ExposureFinding>,
    pub(super) facts: Vec<Fact>,
    pub(super) cut_sets: Vec<Cuts>,
    pub(super) one_hand: Vec<OneHand>,
    pub(super) ended: Vec<EndedService>,
    pub(super) ends: Option<Ends>,
}

/// Services `care` (vital), `mail` (important) and `news` (minor), nothing found, on 2026-11-01.
pub(super) fn findings() -> Findings {
    let service = |id: &str, criticality: &str, percent: u32| {
        json!({"service": named(id), "criticality": criticality, "components": 3,
            "coverage": {"declared": percent, "called_for": 100, "percent": percent}})
    };
    let overview = json!({
        "version": 1, "title": "Sample", "as_of": "2026-11-01", "home": ["FR"], "layers": [],
        "entities": 0, "sites": 0, "laws": 0,
        "coverage": {"declared": 80, "called_for": 100, "percent": 80},
        "services": [service("care", "vital", 95), service("mail", "important", 70),
            service("news", "minor", 60)],
        "blind_spots": [], "unreached": [], "unverified": 0,
    });
    let overview = serde_json::from_value(overview).unwrap();
    Findings {
        overview,
        points: Vec::new(),
        exposure: Vec::new(),
        facts: Vec::new(),
        cut_sets: Vec::new(),
        one_hand: Vec::new(),
        ended: Vec::new(),
        ends: None,
    }
}

/// A point with its settled and careful times, of the kind `controller` or `unknown`.
pub(super) fn point(
    service: &str,
    event: &str,
    foreign: bool,
    times: (Option<u32>, Option<u32>),
    kind: &str,
) -> SinglePoint {
    let criticality = match service {
        "care" => "vital",
        "mail" => "important",
        _ => "minor",
    };
    let step = json!({"kind": "operation", "from": named(service), "to": named(event),
        "at": at(7), "unverified": false});
    serde_json::from_value(json!({
        "service": service, "service_name": service, "criticality": criticality,
        "event": event, "event_name": event.to_uppercase(), "event_kind": kind, "foreign": foreign,
        "certainty": if times.0.is_some() { "certain" } else { "possible" },
        "stop_certainty": if times.0.is_some() { "certain" } else { "possible" },
        "foreign_certainty": if foreign { json!("certain") } else { Value::Null },
        "survival_minutes": {"settled": times.0, "careful": times.1},
        "channel": "operation", "through": "operation", "hangs_on": [],
        "witness": {"reading": "settled", "fails_at": 0, "steps": [step]},
    }))
    .unwrap()
}

/// A foreign controller that stops a service for certain.
pub(super) fn foreign(service: &str, event: &str, minutes: u32) -> SinglePoint {
    point(service, event, true, (Some(minutes), Some(minutes)), "controller")
}

/// A law of `jurisdiction` that reaches data of `care` in a component, for certain.
pub(super) fn exposed(jurisdiction: &str, component: &str, grade: &str, data: &[&str]) -> Value {
    let step = json!({"kind": "operation", "from": named(component), "to": named("op"),
        "at": at(9), "unverified": false});
    json!({
        "service": named("care"), "criticality": "vital", "jurisdiction": jurisdiction,
        "foreign": jurisdiction != "FR", "law": named("law"), "channel": "operation",
        "grade": grade, "certainty": "certain", "component": named(component), "data": data,
        "hangs_on": [], "path": [step], "others": [],
    })
}

/// A fact about a component.
pub(super) fn fact(id: &str, field: &str, item: &str, value: Value, note: Value) -> Fact {
    serde_json::from_value(json!({
        "subject": "component", "id": id, "field": field, "item": item, "value": value,
        "note": note, "at": at(3),
    }))
    .unwrap()
}

/// A policy of these rules and exceptions.
pub(super) fn policy(rules: Value, exceptions: Value) -> Policy {
    let file =
        json!({"trefonds-policy": 1, "title": "P", "rules": rules, "exceptions": exceptions});
    let file: PolicyFile = serde_json::from_value(file).unwrap();
    Policy::new(file, &place).unwrap()
}

pub(super) fn place(_: &str) -> SourceAt {
    SourceAt::text("policy.yaml", 1, 1)
}

/// One rule of a kind, an error.
pub(super) fn rule(kind: &str, settings: Value) -> Value {
    json!([{"id": "r", "severity": "error", "text": "why", kind: settings}])
}

impl Findings {
    pub(super) fn judge(&self, policy: &Policy) -> PolicyReport {
        let list = |level| SinglePoints {
            head: self.overview.head.clone(),
            level,
            lasting_minutes: None,
            by_minutes: None,
            coverage: self.overview.coverage,
            services: Vec::new(),
            events: Vec::new(),
            ended: self.ended.clone(),
            left_out: Vec::new(),
            one_hand: self.one_hand.clone(),
            one_hand_complete: true,
            unmendable: Vec::new(),
            findings: self.points.clone(),
            degradations: Vec::new(),
        };
        let exposure = Exposure {
            head: self.overview.head.clone(),
            coverage: self.overview.coverage,
            unexposed: Vec::new(),
            findings: self.exposure.clone(),
        };
        let mut facts = self.facts.clone();
        facts.sort_by(|a, b| a.key.cmp(&b.key));
        evaluate(
            policy,
            &Evidence {
                overview: &self.overview,
                single_points: &[list(Level::Controller)],
                cut_sets: &self.cut_sets,
                exposure: &exposure,
                ends: self.ends.as_ref(),
                facts: &Facts { version: 1, facts },
            },
        )
    }

    /// The fingerprints of what a rule of a kind finds, with `?` behind what is only possible.
    pub(super) fn found(&self, kind: &str, settings: Value) -> Vec<String> {
        self.found_by(&rule(kind, settings))
    }

    pub(super) fn found_by(&self, rules: &Value) -> Vec<String> {
        let report = self.judge(&policy(rules.clone(), json!([])));
        let mark = |certain| if certain { "" } else { "?" };
        let results = report.results.iter();
        results
            .map(|result| {
                let certain = result.certainty == trefonds_findings::Certainty::Certain;
                format!("{}{}", result.fingerprint, mark(certain))
            })
            .collect()
    }
}
