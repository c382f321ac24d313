//! What the rules on single points share.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use trefonds_findings::{
    Certainty, Criticality, EventKind, Level, Named, OneHand, Outage, SinglePoint, SourceAt,
    StepKind, SubjectKind as Declared,
};

use crate::Delay;
use crate::policy::evaluate::{Case, Violation};
use crate::policy::{Message, Subject, SubjectKind};

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
        let ended = point.event_kind == EventKind::Ended;
        ended || self == Self::Anyone || point.foreign == Some(true)
    }

    /// Whether whoever would have to be the unknown hand counts; two unknown hands do.
    fn has_hand(self, it: &OneHand) -> bool {
        self == Self::Anyone || it.event.is_none() || it.foreign == Some(true)
    }
}

/// Which single points a rule speaks of.
#[derive(Clone, Copy)]
pub(super) struct Scope {
    pub(super) level: Level,
    pub(super) criticality: Criticality,
    pub(super) whose: Whose,
    pub(super) coincidences: Coincidences,
    /// What is over sooner does not count, in minutes.
    pub(super) lasting: Option<u32>,
}

/// How many unknown facts may have to be one hand for a point to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(try_from = "u8")]
#[schemars(with = "u8", extend("enum" = [0, 1]))]
pub enum Coincidences {
    /// Points that stop a service alone only.
    None,
    /// Those of two that may be one hand too.
    One,
}

impl TryFrom<u8> for Coincidences {
    type Error = String;

    fn try_from(degree: u8) -> Result<Self, String> {
        match degree {
            0 => Ok(Self::None),
            1 => Ok(Self::One),
            other => Err(format!("{other}: 0 or 1")),
        }
    }
}

/// One unknown fact: what counts when nothing is said.
pub(super) const fn one() -> Coincidences {
    Coincidences::One
}

/// From which time on a stop is a violation, in minutes: the first time that is none.
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
    let counts =
        |point: &&SinglePoint| scope.whose.has(point) && lasts(point, scope.lasting).is_some();
    for point in points.filter(counts) {
        by_service.entry(&point.service).or_default().push(point);
    }
    for service in case.evidence.services(scope.criticality) {
        let subject = Subject::new(SubjectKind::Service, &service.service);
        case.checked(subject.clone());
        let points = by_service.remove(service.service.id.as_str()).unwrap_or_default();
        let (unknown, named): (Vec<_>, Vec<_>) =
            points.into_iter().partition(|point| point.event_kind == EventKind::Unknown);
        let (ended, named): (Vec<_>, Vec<_>) =
            named.into_iter().partition(|point| point.event_kind == EventKind::Ended);
        judge_ended(case, scope.level, subject.clone(), &ended, limit);
        for point in named {
            let Some(certainty) = certainty(point, limit, scope.whose) else { continue };
            let certainty = certainty.max(lasts(point, scope.lasting).unwrap_or(certainty));
            let at = line_of(point).or_else(|| declared(case, &point.service));
            case.violated(Violation {
                subject: subject.clone(),
                about: vec![point.event.clone()],
                certainty,
                message: message(point),
                at,
            });
        }
        judge_unknown(case, subject.clone(), &unknown, limit);
        if scope.coincidences == Coincidences::One {
            judge_one_hand(case, scope, subject, limit);
        }
    }
}

/// Whether a point is down for so long without a break: for certain, or once possible outages count too.
/// What is told without its outages is down for good.
fn lasts(point: &SinglePoint, lasting: Option<u32>) -> Option<Certainty> {
    let Some(lasting) = lasting.filter(|_| !point.outages.is_empty()) else {
        return Some(Certainty::Certain);
    };
    let reaches = |from: u32, until: Option<u32>| {
        until.is_none_or(|until| until.saturating_sub(from) >= lasting)
    };
    let certain = point.outages.iter().filter(|it| it.certainty == Certainty::Certain);
    if certain.clone().any(|it| reaches(it.from_minutes, it.until_minutes)) {
        return Some(Certainty::Certain);
    }
    // Parts that touch one another are one outage of the careful reading.
    let mut from = None;
    let mut last: Option<&Outage> = None;
    for it in &point.outages {
        let touches = last.is_some_and(|last| last.until_minutes == Some(it.from_minutes));
        let begun = if touches { from.unwrap_or(it.from_minutes) } else { it.from_minutes };
        if reaches(begun, it.until_minutes) {
            return Some(Certainty::Possible);
        }
        (from, last) = (Some(begun), Some(it));
    }
    None
}

/// The limit of a horizon, which is still within itself.
pub(super) fn within(by: Delay) -> Limit {
    by.0.checked_add(1)
}

/// Certain when the finding is and its settled time is before the limit, possible when the careful
/// one is: an event that is only possibly foreign stays possible, whatever its time, where only those
/// count.
pub(super) fn certainty(point: &SinglePoint, limit: Limit, whose: Whose) -> Option<Certainty> {
    let said = if whose == Whose::Anyone { point.stop_certainty } else { point.certainty };
    let early = |time: Option<u32>| time.is_some_and(|time| limit.is_none_or(|limit| time < limit));
    if said == Certainty::Certain && early(point.survival_minutes.settled) {
        Some(Certainty::Certain)
    } else {
        early(point.survival_minutes.careful).then_some(Certainty::Possible)
    }
}

fn judge_unknown(case: &mut Case<'_>, subject: Subject, points: &[&SinglePoint], limit: Limit) {
    let early: Vec<&&SinglePoint> =
        points.iter().filter(|p| certainty(p, limit, Whose::Foreign).is_some()).collect();
    let Some(first) = early.first() else { return };
    let facts = early.iter().map(|point| point.event.clone()).collect();
    let earliest_minutes = early.iter().filter_map(|point| point.survival_minutes.careful).min();
    let at = first.hangs_on.iter().find_map(|fact| fact.at.clone()).or_else(|| line_of(first));
    case.violated(Violation {
        subject,
        about: vec!["unknown".to_owned()],
        certainty: Certainty::Possible,
        message: Message::UnknownControllers { facts, earliest_minutes },
        at,
    });
}

/// A service that is down from what has ended, or will be within the limit: one violation.
fn judge_ended(
    case: &mut Case<'_>,
    level: Level,
    subject: Subject,
    points: &[&SinglePoint],
    limit: Limit,
) {
    let early = |point: &&SinglePoint| certainty(point, limit, Whose::Anyone);
    let found = points.iter().find_map(|point| Some((point, early(point)?)));
    let Some((first, certainty)) = found else { return };
    let ended = case.evidence.ended(level, &subject.id);
    let things = match ended {
        Some(ended) => ended.things.iter().map(|it| it.component.clone()).collect(),
        None => vec![event_of(first)],
    };
    let about: Vec<String> = things.iter().map(|it: &Named| it.id.clone()).collect();
    let since = ended.and_then(|ended| ended.since.clone());
    let minutes = ended.map_or(0, |ended| ended.minutes);
    let at = first.witness.steps.last().map(|step| step.provenance.at.clone());
    let message = Message::Ended { things, since, minutes };
    case.violated(Violation { subject, about, certainty, message, at });
}

/// What is possible in one hand: one violation for each who is named, and one for all that are not.
fn judge_one_hand(case: &mut Case<'_>, scope: Scope, subject: Subject, limit: Limit) {
    let evidence = case.evidence;
    let mut found: BTreeMap<String, Vec<&OneHand>> = BTreeMap::new();
    for it in evidence.one_hand(scope.level, &subject.id) {
        if scope.whose.has_hand(it) && limit.is_none_or(|limit| it.minutes < limit) {
            let who = it.event.as_ref().map_or("unknown", |event| event.id.as_str());
            found.entry(who.to_owned()).or_default().push(it);
        }
    }
    for (who, list) in found {
        let Some(first) = list.iter().min_by_key(|it| it.minutes) else { continue };
        let facts = list.iter().flat_map(|it| {
            [Some(&it.unknown), it.other.as_ref()].into_iter().flatten().chain(&it.also)
        });
        let mut facts: Vec<_> = facts.cloned().collect();
        facts.sort_unstable();
        facts.dedup();
        case.violated(Violation {
            subject: subject.clone(),
            about: vec![who, "one-hand".to_owned()],
            certainty: Certainty::Possible,
            message: Message::OneHand { event: first.event.clone(), facts, minutes: first.minutes },
            at: first.unknown.at.clone(),
        });
    }
    if !evidence.one_hand_complete(scope.level) {
        let (about, at) = (vec!["one-hand".to_owned()], Some(case.rule.at.clone()));
        let (certainty, message) = (Certainty::Possible, Message::OneHandNotLookedFor);
        case.violated(Violation { subject, about, certainty, message, at });
    }
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
