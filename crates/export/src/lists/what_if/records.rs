//! One record a service and outcome, for CSV.

use trefonds_findings::{CarrierKind, Certainty, StoppedService, WhatIf};

use crate::lists::document::Table;
use crate::lists::phrases;

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
    ]);
    for it in &result.stopped {
        table.rows.push(failing(result, "stops", it));
    }
    for it in &result.degraded {
        table.rows.push(failing(result, "degrades", it));
    }
    for it in &result.held {
        let because = it.because.iter().map(|carrier| {
            format!("{} {} ({})", word(&carrier.kind), carrier.at.id, carrier.provenance.at)
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
        row.extend([because.collect::<Vec<_>>().join("; "), String::new()]);
        table.rows.push(row);
    }
    for it in &result.untouched {
        let (id, name) = (it.service.id.clone(), it.service.name.clone());
        let mut row = vec!["not-hit".to_owned(), id, name, phrases::word(&it.criticality)];
        row.extend([(); 9].map(|()| String::new()));
        table.rows.push(row);
    }
    table
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
    let path = it.witness.steps.iter();
    let path =
        path.map(|step| format!("{} > {} ({})", step.from.id, step.to.id, step.provenance.at));
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
        path.collect::<Vec<_>>().join("; "),
    ]
}
