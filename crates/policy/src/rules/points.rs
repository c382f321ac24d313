//! What the rules on single points share.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use trefonds_findings::{
    Certainty, Criticality, EventKind, Level, Named, SinglePoint, SourceAt, StepKind,
    SubjectKind as Declared,
};

use crate::evaluate::{Case, Violation};
use crate::{Delay, Message, Subject, SubjectKind};

/// Whose withdrawals count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Whose {
    /// Those of events outside home.
    #[default]
    Foreign,
    /// Those at home too.
    Anyone,
}

impl Whose {
    pub(super) fn has(self, point: &SinglePoint) -> bool {
        self == Self::Anyone || point.foreign == Some(true)
    }
}

/// Which single points a rule speaks of.
#[derive(Clone, Copy)]
pub(super) struct Scope {
    pub(super) level: Level,
    pub(super) criticality: Criticality,
    pub(super) whose: Whose,
}

/// From which time on a stop is a violation, in hours: the first time that is none.
pub(super) type Limit = Option<u32>;

/// Notes every service in scope as looked at, and every point that stops one before the limit.
/// Unknown controllers make one violation a service, so that they never drown those with a name.
pub(super) fn judge(
    case: &mut Case<'_>,
    scope: Scope,
    limit: Limit,
    message: impl Fn(&SinglePoint) -> Message,
) {
    let mut by_service: BTreeMap<&str, Vec<&SinglePoint>> = BTreeMap::new();
    let points = case.evidence.points(scope.level, scope.criticality);
    for point in points.filter(|point| scope.whose.has(point)) {
        by_service.entry(&point.service).or_default().push(point);
    }
    for service in case.evidence.services(scope.criticality) {
        let subject = Subject::new(SubjectKind::Service, &service.service);
        case.checked(subject.clone());
        let points = by_service.remove(service.service.id.as_str()).unwrap_or_default();
        let (unknown, named): (Vec<_>, Vec<_>) =
            points.into_iter().partition(|point| point.event_kind == EventKind::Unknown);
        for point in named {
            let Some(certainty) = certainty(point, limit) else { continue };
            let at = line_of(point).or_else(|| declared(case, &point.service));
            case.violated(Violation {
                subject: subject.clone(),
                about: vec![point.event.clone()],
                certainty,
                message: message(point),
                at,
            });
        }
        judge_unknown(case, subject, &unknown, limit);
    }
}

/// The limit of a horizon, which is still within itself.
pub(super) fn within(by: Delay) -> Limit {
    by.0.checked_add(1)
}

/// Certain when the finding is and its settled time is before the limit, possible when the careful
/// one is: an event that is only possibly foreign stays possible, whatever its time.
pub(super) fn certainty(point: &SinglePoint, limit: Limit) -> Option<Certainty> {
    let early = |time: Option<u32>| time.is_some_and(|time| limit.is_none_or(|limit| time < limit));
    if point.certainty == Certainty::Certain && early(point.survival_hours.settled) {
        Some(Certainty::Certain)
    } else {
        early(point.survival_hours.careful).then_some(Certainty::Possible)
    }
}

fn judge_unknown(case: &mut Case<'_>, subject: Subject, points: &[&SinglePoint], limit: Limit) {
    let early: Vec<&&SinglePoint> =
        points.iter().filter(|point| certainty(point, limit).is_some()).collect();
    let Some(first) = early.first() else { return };
    let facts = early.iter().map(|point| point.event.clone()).collect();
    let earliest_hours = early.iter().filter_map(|point| point.survival_hours.careful).min();
    let at = first.hangs_on.first().map(|fact| fact.at.clone()).or_else(|| line_of(first));
    case.violated(Violation {
        subject,
        about: vec!["unknown".to_owned()],
        certainty: Certainty::Possible,
        message: Message::UnknownControllers { facts, earliest_hours },
        at,
    });
}

/// The line that lets the event in: the last one of the proof that speaks of a channel.
pub(super) fn line_of(point: &SinglePoint) -> Option<SourceAt> {
    let channel = |kind: &StepKind| {
        matches!(
            kind,
            StepKind::Location | StepKind::Operation | StepKind::Supply { .. } | StepKind::Itself
        )
    };
    let steps = &point.witness.steps;
    let step = steps.iter().rfind(|step| channel(&step.kind)).or_else(|| steps.last())?;
    Some(step.provenance.at.clone())
}

fn declared(case: &Case<'_>, service: &str) -> Option<SourceAt> {
    case.evidence.declared_at(Declared::Component, service)
}

/// The event of a point.
pub(super) fn event_of(point: &SinglePoint) -> Named {
    Named { id: point.event.clone(), name: point.event_name.clone() }
}
