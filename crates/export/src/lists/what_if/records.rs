//! One record a service and outcome, for CSV.

use trefonds_findings::{
    Carrier, CarrierKind, Certainty, Criticality, EndedService, Named, StoppedService,
    SurvivalTimes, WhatIf, Witness,
};

use crate::lists::cell::Cell;
use crate::lists::table::{Rows, Table};
use crate::lists::{ended, keys, outages, phrases};

/// What is said of a service.
struct Record<'a> {
    outcome: &'static str,
    service: &'a Named,
    criticality: Option<Criticality>,
    certainty: Option<Certainty>,
    careful: Cell,
    settled: Cell,
    failing: Option<&'a StoppedService>,
    hangs_on: String,
    because: String,
    witness: Option<&'a Witness>,
    if_back: Option<bool>,
}

impl<'a> Record<'a> {
    const fn new(outcome: &'static str, service: &'a Named) -> Self {
        Self {
            outcome,
            service,
            criticality: None,
            certainty: None,
            careful: Cell::Empty,
            settled: Cell::Empty,
            failing: None,
            hangs_on: String::new(),
            because: String::new(),
            witness: None,
            if_back: None,
        }
    }

    /// When it fails, and whether that is as if what has ended were back.
    fn at(mut self, result: &WhatIf, times: SurvivalTimes) -> Self {
        let ended = result.ended.iter().find(|ended| ended.service == *self.service);
        self.if_back = Some(ended::is_back(ended, times));
        (self.careful, self.settled) = (times.careful.into(), times.settled.into());
        self
    }
}

pub(super) fn records(result: &WhatIf) -> Table {
    let mut records: Vec<Record<'_>> = result.ended.iter().map(down).collect();
    let stops = result.stopped.iter().map(|it| failing(result, "stops", it));
    let degrades = result.degraded.iter().map(|it| failing(result, "degrades", it));
    records.extend(stops.chain(degrades));
    records.extend(result.held.iter().map(|it| {
        let record = Record {
            criticality: Some(it.criticality),
            certainty: Some(Certainty::Certain),
            because: it.because.iter().map(carrier).collect::<Vec<_>>().join("; "),
            ..Record::new("holds", &it.service)
        };
        record.at(result, it.survival_minutes)
    }));
    records.extend(result.untouched.iter().map(|it| {
        let record =
            Record { criticality: Some(it.criticality), ..Record::new("not-hit", &it.service) };
        record.at(result, SurvivalTimes { careful: None, settled: None })
    }));
    // These stand, and would stop if unknown facts were the same hand as who withdraws.
    records.extend(result.hidden.iter().flatten().flat_map(|hidden| {
        let facts = hidden.facts().map(|fact| fact.id.as_str()).collect::<Vec<_>>().join(" ");
        let outcome = if hidden.for_good { "could-stay-down" } else { "could-stop" };
        let record =
            move |service| Record { hangs_on: facts.clone(), ..Record::new(outcome, service) };
        hidden.services.iter().map(record)
    }));
    table(result, &records)
}

fn table(result: &WhatIf, records: &[Record<'_>]) -> Table {
    let grade = |it: &Record<'_>| it.failing?.grades.last()?.grade;
    Rows::of(records)
        .column("outcome", |it| it.outcome)
        .column("service", |it| &it.service.id)
        .column("service_name", |it| &it.service.name)
        .column("criticality", |it| it.criticality)
        .column("certainty", |it| it.certainty)
        .column("careful_minutes", |it| it.careful.clone())
        .column("settled_minutes", |it| it.settled.clone())
        .column("by", |it| it.failing.map(|it| by(result, it)))
        .column("grade", grade)
        .column("hangs_on", |it| &it.hangs_on)
        .column("unverified", |it| it.witness.map(|it| phrases::any_unverified(&it.steps)))
        .column("because", |it| &it.because)
        .column("path", |it| it.witness.map(|it| keys::steps(&it.steps)))
        .column("if_back", |it| it.if_back)
        .column("outages", |it| it.failing.map(|it| outages::key(&it.outages)))
        .table()
}

/// What has ended, with the minutes since it failed.
fn down(it: &EndedService) -> Record<'_> {
    let things = keys::ids(it.things.iter().map(|thing| &thing.component));
    Record {
        criticality: Some(it.criticality),
        certainty: Some(Certainty::Certain),
        careful: it.minutes.to_string().into(),
        settled: it.minutes.to_string().into(),
        because: format!("ended {things}"),
        witness: Some(&it.witness),
        if_back: Some(false),
        ..Record::new("down", &it.service)
    }
}

fn failing<'a>(result: &WhatIf, outcome: &'static str, it: &'a StoppedService) -> Record<'a> {
    let record = Record {
        criticality: Some(it.criticality),
        certainty: Some(it.certainty),
        failing: Some(it),
        hangs_on: doubts(it),
        witness: Some(&it.witness),
        ..Record::new(outcome, &it.service)
    };
    record.at(result, it.survival_minutes)
}

fn by(result: &WhatIf, it: &StoppedService) -> String {
    let by = it.by.iter().filter_map(|at| result.withdrawn.get(*at as usize));
    by.map(|it| it.written.as_str()).collect::<Vec<_>>().join(" ")
}

/// The unknown facts, and the components that may go on in another place.
pub(in crate::lists) fn doubts(it: &StoppedService) -> String {
    let facts = it.hangs_on.iter().map(|fact| fact.id.clone());
    let elsewhere = it.stands_elsewhere.iter();
    let elsewhere = elsewhere.map(|it| format!("elsewhere:{}", it.component.id));
    facts.chain(elsewhere).collect::<Vec<_>>().join(" ")
}

fn carrier(it: &Carrier) -> String {
    let kind = match it.kind {
        CarrierKind::Redundancy { .. } => "redundancy",
        CarrierKind::Tolerance { .. } => "tolerance",
        CarrierKind::Soft { .. } => "soft",
        CarrierKind::Delay { .. } => "delay",
        CarrierKind::Survives { .. } => "survives",
    };
    format!("{kind} {} ({})", it.component.id, it.provenance.at)
}
