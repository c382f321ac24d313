//! One record a service and outcome, for CSV.

use trefonds_findings::{
    CarrierKind, Certainty, EndedService, HiddenStop, Named, StoppedService, SurvivalTimes, WhatIf,
    Witness,
};

use crate::lists::document::Table;
use crate::lists::{ended, phrases};

pub(super) fn records(result: &WhatIf) -> Table {
    let mut table = Table::of_fields(&[
        "outcome",
        "service",
        "service_name",
        "criticality",
        "certainty",
        "careful_hours",
        "settled_hours",
        "by",
        "grade",
        "hangs_on",
        "unverified",
        "because",
        "path",
        "if_back",
    ]);
    for it in &result.ended {
        table.rows.push(down(it));
    }
    for it in &result.stopped {
        table.rows.push(failing(result, "stops", it));
    }
    for it in &result.degraded {
        table.rows.push(failing(result, "degrades", it));
    }
    for it in &result.held {
        let because = it.because.iter().map(|carrier| {
            format!("{} {} ({})", word(&carrier.kind), carrier.component.id, carrier.provenance.at)
        });
        let mut row = vec![
            "holds".to_owned(),
            it.service.id.clone(),
            it.service.name.clone(),
            phrases::word(&it.criticality),
            phrases::word(&Certainty::Certain),
            phrases::hours(it.survival_hours.careful),
            phrases::hours(it.survival_hours.settled),
        ];
        row.extend([(); 4].map(|()| String::new()));
        let back = is_back(result, &it.service, it.survival_hours);
        row.extend([because.collect::<Vec<_>>().join("; "), String::new(), back]);
        table.rows.push(row);
    }
    for it in &result.untouched {
        let (id, name) = (it.service.id.clone(), it.service.name.clone());
        let mut row = vec!["not-hit".to_owned(), id, name, phrases::word(&it.criticality)];
        row.extend([(); 9].map(|()| String::new()));
        let never = SurvivalTimes { careful: None, settled: None };
        row.push(is_back(result, &it.service, never));
        table.rows.push(row);
    }
    for hidden in result.hidden.iter().flatten() {
        table.rows.extend(hidden.services.iter().map(|service| could_stop(hidden, service)));
    }
    table
}

/// What has ended, with the hours since it failed.
fn down(it: &EndedService) -> Vec<String> {
    let things: Vec<&str> = it.things.iter().map(|thing| thing.component.id.as_str()).collect();
    let mut row = vec![
        "down".to_owned(),
        it.service.id.clone(),
        it.service.name.clone(),
        phrases::word(&it.criticality),
        phrases::word(&Certainty::Certain),
        it.hours.to_string(),
        it.hours.to_string(),
    ];
    row.extend([(); 3].map(|()| String::new()));
    row.push(phrases::any_unverified(&it.witness.steps).to_string());
    row.extend([format!("ended {}", things.join(" ")), path(&it.witness), "false".to_owned()]);
    row
}

/// A service that stands, and would stop if unknown facts were the same hand as who withdraws.
fn could_stop(hidden: &HiddenStop, service: &Named) -> Vec<String> {
    let facts: Vec<&str> = hidden.facts().map(|fact| fact.id.as_str()).collect();
    let mut row = vec!["could-stop".to_owned(), service.id.clone(), service.name.clone()];
    row.extend([(); 6].map(|()| String::new()));
    row.push(facts.join(" "));
    row.extend([(); 4].map(|()| String::new()));
    row
}

fn is_back(result: &WhatIf, service: &Named, times: SurvivalTimes) -> String {
    let ended = result.ended.iter().find(|ended| ended.service == *service);
    ended::is_back(ended, times).to_string()
}

fn path(witness: &Witness) -> String {
    let steps = witness.steps.iter();
    let steps =
        steps.map(|step| format!("{} > {} ({})", step.from.id, step.to.id, step.provenance.at));
    steps.collect::<Vec<_>>().join("; ")
}

fn word(kind: &CarrierKind) -> &'static str {
    match kind {
        CarrierKind::Redundancy { .. } => "redundancy",
        CarrierKind::Tolerance { .. } => "tolerance",
        CarrierKind::Soft { .. } => "soft",
        CarrierKind::Delay { .. } => "delay",
        CarrierKind::Survives { .. } => "survives",
    }
}

fn failing(result: &WhatIf, outcome: &str, it: &StoppedService) -> Vec<String> {
    let by = it.by.iter().filter_map(|at| result.withdrawn.get(*at as usize));
    let by: Vec<&str> = by.map(|it| it.written.as_str()).collect();
    let last = it.grades.last().and_then(|graded| graded.grade);
    let mut hangs_on = phrases::unknown_ids(&it.hangs_on);
    for elsewhere in &it.stands_elsewhere {
        let gap = if hangs_on.is_empty() { "" } else { " " };
        hangs_on.push_str(&format!("{gap}elsewhere:{}", elsewhere.component.id));
    }
    vec![
        outcome.to_owned(),
        it.service.id.clone(),
        it.service.name.clone(),
        phrases::word(&it.criticality),
        phrases::word(&it.certainty),
        phrases::hours(it.survival_hours.careful),
        phrases::hours(it.survival_hours.settled),
        by.join(" "),
        last.map(|grade| phrases::word(&grade)).unwrap_or_default(),
        hangs_on,
        phrases::any_unverified(&it.witness.steps).to_string(),
        String::new(),
        path(&it.witness),
        is_back(result, &it.service, it.survival_hours),
    ]
}
