//! One record a service and outcome, for CSV.

use trefonds_findings::{
    Carrier, CarrierKind, Certainty, Criticality, EndedService, HeldService, HiddenStop, Named,
    StoppedService, SurvivalTimes, UntouchedService, WhatIf, Witness,
};

use crate::lists::cell::Cell;
use crate::lists::table::{Rows, Table};
use crate::lists::{ended, keys, phrases};

/// What is said of a service.
#[derive(Clone, Copy)]
enum Record<'a> {
    /// Down from what has ended, with the hours since it failed.
    Down(&'a EndedService),
    Stops(&'a StoppedService),
    Degrades(&'a StoppedService),
    Holds(&'a HeldService),
    NotHit(&'a UntouchedService),
    /// It stands, and would stop if unknown facts were the same hand as who withdraws.
    CouldStop(&'a HiddenStop, &'a Named),
}

pub(super) fn records(result: &WhatIf) -> Table {
    let down = result.ended.iter().map(Record::Down);
    let stops = result.stopped.iter().map(Record::Stops);
    let degrades = result.degraded.iter().map(Record::Degrades);
    let holds = result.held.iter().map(Record::Holds);
    let not_hit = result.untouched.iter().map(Record::NotHit);
    let hidden = result.hidden.iter().flatten();
    let could_stop =
        hidden.flat_map(|it| it.services.iter().map(|service| Record::CouldStop(it, service)));
    Rows::of(down.chain(stops).chain(degrades).chain(holds).chain(not_hit).chain(could_stop))
        .column("outcome", Record::outcome)
        .column("service", |it| &it.service().id)
        .column("service_name", |it| &it.service().name)
        .column("criticality", Record::criticality)
        .column("certainty", Record::certainty)
        .column("careful_hours", |it| it.hours(|times| times.careful))
        .column("settled_hours", |it| it.hours(|times| times.settled))
        .column("by", |it| it.failing().map(|it| by(result, it)))
        .column("grade", |it| {
            it.failing().and_then(|it| it.grades.last()).and_then(|last| last.grade)
        })
        .column("hangs_on", Record::hangs_on)
        .column("unverified", |it| it.witness().map(|it| phrases::any_unverified(&it.steps)))
        .column("because", Record::because)
        .column("path", |it| it.witness().map(|it| keys::steps(&it.steps)))
        .column("if_back", |it| it.if_back(result))
        .table()
}

impl<'a> Record<'a> {
    const fn outcome(self) -> &'static str {
        match self {
            Self::Down(_) => "down",
            Self::Stops(_) => "stops",
            Self::Degrades(_) => "degrades",
            Self::Holds(_) => "holds",
            Self::NotHit(_) => "not-hit",
            Self::CouldStop(..) => "could-stop",
        }
    }

    const fn service(self) -> &'a Named {
        match self {
            Self::Down(it) => &it.service,
            Self::Stops(it) | Self::Degrades(it) => &it.service,
            Self::Holds(it) => &it.service,
            Self::NotHit(it) => &it.service,
            Self::CouldStop(_, service) => service,
        }
    }

    const fn criticality(self) -> Option<Criticality> {
        match self {
            Self::Down(it) => Some(it.criticality),
            Self::Stops(it) | Self::Degrades(it) => Some(it.criticality),
            Self::Holds(it) => Some(it.criticality),
            Self::NotHit(it) => Some(it.criticality),
            Self::CouldStop(..) => None,
        }
    }

    const fn certainty(self) -> Option<Certainty> {
        match self {
            Self::Stops(it) | Self::Degrades(it) => Some(it.certainty),
            Self::Down(_) | Self::Holds(_) => Some(Certainty::Certain),
            Self::NotHit(_) | Self::CouldStop(..) => None,
        }
    }

    const fn failing(self) -> Option<&'a StoppedService> {
        match self {
            Self::Stops(it) | Self::Degrades(it) => Some(it),
            Self::Down(_) | Self::Holds(_) | Self::NotHit(_) | Self::CouldStop(..) => None,
        }
    }

    const fn witness(self) -> Option<&'a Witness> {
        match self {
            Self::Down(it) => Some(&it.witness),
            Self::Stops(it) | Self::Degrades(it) => Some(&it.witness),
            Self::Holds(_) | Self::NotHit(_) | Self::CouldStop(..) => None,
        }
    }

    /// In which hour, in both readings; what is not hit never fails.
    const fn times(self) -> Option<SurvivalTimes> {
        match self {
            Self::Stops(it) | Self::Degrades(it) => Some(it.survival_hours),
            Self::Holds(it) => Some(it.survival_hours),
            Self::NotHit(_) => Some(SurvivalTimes { careful: None, settled: None }),
            Self::Down(_) | Self::CouldStop(..) => None,
        }
    }

    fn hours(self, of: fn(SurvivalTimes) -> Option<u32>) -> Cell {
        match self {
            Self::Down(it) => it.hours.to_string().into(),
            _ => self.times().and_then(of).into(),
        }
    }

    fn hangs_on(self) -> String {
        match self {
            Self::Stops(it) | Self::Degrades(it) => doubts(it),
            Self::CouldStop(hidden, _) => {
                hidden.facts().map(|fact| fact.id.as_str()).collect::<Vec<_>>().join(" ")
            }
            Self::Down(_) | Self::Holds(_) | Self::NotHit(_) => String::new(),
        }
    }

    fn because(self) -> String {
        match self {
            Self::Down(it) => {
                format!("ended {}", keys::ids(it.things.iter().map(|thing| &thing.component)))
            }
            Self::Holds(it) => it.because.iter().map(carrier).collect::<Vec<_>>().join("; "),
            _ => String::new(),
        }
    }

    fn if_back(self, result: &WhatIf) -> Option<bool> {
        let ended = result.ended.iter().find(|ended| ended.service == *self.service());
        match self {
            Self::Down(_) => Some(false),
            _ => self.times().map(|times| ended::is_back(ended, times)),
        }
    }
}

fn by(result: &WhatIf, it: &StoppedService) -> String {
    let by = it.by.iter().filter_map(|at| result.withdrawn.get(*at as usize));
    by.map(|it| it.written.as_str()).collect::<Vec<_>>().join(" ")
}

/// The unknown facts, and the components that may go on in another place.
fn doubts(it: &StoppedService) -> String {
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
