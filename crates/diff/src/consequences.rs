//! Results of both sides, matter by matter.

use std::collections::BTreeMap;

use trefonds_ask::{Analysis, Detail, Options, SinglePointOptions};
use trefonds_findings::{
    Certainty, ChangeKind, Channel, Coverage, DayFrom, Down, EndedService, EventKind, Exposure,
    Level, Matter, Named, OneHand, OneHandSaid, Outage, Overview, SinglePoint, SinglePoints, State,
    SurvivalTimes,
};
use trefonds_model::Inventory;

/// What is told apart between the sides, by ids: events and jurisdictions first, then services.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum MatterKey {
    Ended(String),
    SinglePoint(Level, String, String),
    /// All pairs of unknown facts of a service are one matter, without event: they come last.
    OneHand(Level, bool, Option<String>, String),
    Exposure(String, Option<String>, String, Option<Channel>),
    BlindSpot(String),
}

impl MatterKey {
    /// The id of the service that it is about; none for a blind spot.
    pub(crate) fn service(&self) -> Option<&str> {
        match self {
            Self::Ended(service)
            | Self::SinglePoint(_, _, service)
            | Self::OneHand(.., service)
            | Self::Exposure(_, _, service, _) => Some(service),
            Self::BlindSpot(_) => None,
        }
    }
}

/// The results of one side that a diff compares.
pub(crate) struct Results {
    pub title: Option<String>,
    pub as_of: Option<String>,
    pub day_from: Option<DayFrom>,
    pub home: Vec<String>,
    pub coverage: Coverage,
    pub one_hand: OneHandSaid,
    /// `None`: a blind spot, which has no state but being there.
    pub matters: BTreeMap<MatterKey, (Matter, Option<State>)>,
}

/// A matter that is not the same on both sides.
pub(crate) struct Difference {
    pub turn: ChangeKind,
    pub key: MatterKey,
    pub matter: Matter,
    pub before: Option<State>,
    pub after: Option<State>,
}

impl Results {
    /// Analyses a model: single points of controllers and jurisdictions, exposure, blind spots.
    pub(crate) fn of(model: &Inventory, options: &Options) -> Self {
        let analysis = Analysis::new(model, options);
        let unproven = |level| SinglePointOptions {
            detail: Detail::Unproven,
            ..SinglePointOptions::at(level)
        };
        let points = LEVELS.map(|level| analysis.single_points(&unproven(level)));
        Self::from_parts(analysis.overview(), &points, analysis.exposure(false), true)
    }

    /// The same of results that are there already; `says_one_hand`: of a program that knew what is
    /// possible in one hand, and what has ended.
    pub(crate) fn from_parts(
        overview: Overview,
        points: &[SinglePoints],
        exposure: Exposure,
        says_one_hand: bool,
    ) -> Self {
        let mut matters = BTreeMap::new();
        let mut complete = true;
        for points in points.iter().filter(|points| LEVELS.contains(&points.level)) {
            complete &= points.one_hand_complete;
            single_points(points, &mut matters);
            points.ended.iter().for_each(|service| ended(service, &mut matters));
            points.one_hand.iter().for_each(|pair| one_hand(points.level, pair, &mut matters));
        }
        exposures(exposure, &mut matters);
        for spot in overview.blind_spots {
            let (fact, subject) = (spot.id.clone(), spot.subject.clone());
            let key = MatterKey::BlindSpot(spot.id.clone());
            matters.insert(key, (Matter::BlindSpot { fact, subject, unknown: Some(spot) }, None));
        }
        Self {
            title: overview.head.title,
            as_of: overview.head.as_of,
            day_from: overview.head.day_from,
            home: overview.head.home,
            coverage: overview.coverage,
            one_hand: match (says_one_hand, complete) {
                (false, _) => OneHandSaid::Nothing,
                (true, false) => OneHandSaid::Some,
                (true, true) => OneHandSaid::All,
            },
            matters,
        }
    }

    /// Whether a matter is among those that these results tell one way or the other.
    fn says(&self, key: &MatterKey) -> bool {
        match key {
            MatterKey::Ended(_) => self.one_hand != OneHandSaid::Nothing,
            MatterKey::OneHand(..) => self.one_hand.is_all(),
            _ => true,
        }
    }
}

/// Whether a matter is there, and how.
pub(crate) type Found<'r> = Option<Option<&'r State>>;

pub(crate) fn found<'r>(results: &'r Results, key: &MatterKey) -> Found<'r> {
    results.matters.get(key).map(|(_, state)| state.as_ref())
}

/// Whether a matter is as it was.
pub(crate) fn is_as(results: &Results, key: &MatterKey, old: Found<'_>) -> bool {
    match (found(results, key), old) {
        (Some(now), Some(old)) => is_same(now, old),
        (now, old) => now.is_none() && old.is_none(),
    }
}

/// The levels that a diff looks at.
const LEVELS: [Level; 2] = [Level::Controller, Level::Jurisdiction];

type Matters = BTreeMap<MatterKey, (Matter, Option<State>)>;

fn single_points(points: &SinglePoints, matters: &mut Matters) {
    // What has ended is told of its services, once for all levels.
    let events = points.findings.iter().filter(|it| it.event_kind != EventKind::Ended);
    for finding in events {
        let service = Named { id: finding.service.clone(), name: finding.service_name.clone() };
        let event = Named { id: finding.event.clone(), name: finding.event_name.clone() };
        let state = State {
            survival_minutes: Some(finding.survival_minutes),
            outages: told_outages(finding),
            ..of(finding.certainty)
        };
        let key = MatterKey::SinglePoint(points.level, event.id.clone(), service.id.clone());
        let unknown = finding.hangs_on.iter().find(|fact| fact.id == event.id).cloned();
        let matter = Matter::SinglePoint { level: points.level, service, event, unknown };
        matters.insert(key, (matter, Some(state)));
    }
}

fn of(certainty: Certainty) -> State {
    let (hands, outages) = (Vec::new(), Vec::new());
    State { certainty, survival_minutes: None, outages, grade: None, hands, down: None }
}

/// When a service is down, where that says more than that it stops: a spare somewhere else, which takes over after a
/// time, makes no difference to what stops for good.
fn told_outages(finding: &SinglePoint) -> Vec<Outage> {
    let outages = finding.outages.clone();
    if outages == Outage::for_good(finding.survival_minutes) { Vec::new() } else { outages }
}

fn ended(of_service: &EndedService, matters: &mut Matters) {
    let service = of_service.service.clone();
    let key = MatterKey::Ended(service.id.clone());
    let down = Down {
        since: of_service.since.clone(),
        already: of_service.minutes <= 0,
        things: of_service.things.clone(),
    };
    let state = State { down: Some(down), ..of(Certainty::Certain) };
    matters.insert(key, (Matter::Ended { service }, Some(state)));
}

/// Pairs of one service and one event are one matter, wherever they meet: the earliest stop, and all
/// the facts.
fn one_hand(level: Level, pair: &OneHand, matters: &mut Matters) {
    let (service, event) = (pair.service.clone(), pair.event.clone());
    let id = event.as_ref().map(|event| event.id.clone());
    let key = MatterKey::OneHand(level, id.is_none(), id, service.id.clone());
    let minutes = |minutes| Some(SurvivalTimes { careful: minutes, settled: None });
    let blank = State { survival_minutes: minutes(None), ..of(Certainty::Possible) };
    let new = || (Matter::OneHand { level, service, event }, Some(blank));
    let (_, state) = matters.entry(key).or_insert_with(new);
    let Some(state) = state else { return };
    let before = state.survival_minutes.and_then(|times| times.careful);
    state.survival_minutes = minutes(before.into_iter().chain([pair.minutes]).min());
    state.hands.extend(pair.facts().into_iter().chain(pair.also.iter().cloned()));
    state.hands.sort_by(|a, b| a.id.cmp(&b.id));
    state.hands.dedup_by(|a, b| a.id == b.id);
}

/// Whether two sides say the same of a matter: facts are known by their ids, wherever they are written,
/// and a service that is down by its day, whatever of several things that have ended is told.
pub(crate) fn is_same(one: Option<&State>, other: Option<&State>) -> bool {
    let told = |state: &State| {
        let hands: Vec<String> = state.hands.iter().map(|fact| fact.id.clone()).collect();
        let down = state.down.as_ref().map(|down| (down.since.clone(), down.already));
        let times = (state.survival_minutes, state.outages.clone());
        (state.certainty, times, state.grade, hands, down)
    };
    one.map(told) == other.map(told)
}

fn exposures(exposure: Exposure, matters: &mut Matters) {
    for finding in exposure.findings {
        // The least of them, whatever the order of the files.
        let hidden = finding.hangs_on.iter().min_by_key(|fact| &fact.id);
        let unknown = hidden.filter(|_| finding.jurisdiction.is_none()).cloned();
        let hidden = || unknown.as_ref().map(|fact| fact.id.clone());
        let jurisdiction = finding.jurisdiction.clone().or_else(hidden).unwrap_or_default();
        let law = finding.law.as_ref().map(|law| law.id.clone());
        let service = finding.service.id.clone();
        let key = MatterKey::Exposure(jurisdiction.clone(), law, service, finding.channel);
        let state = State { grade: Some(finding.grade), ..of(finding.certainty) };
        let matter = Matter::Exposure {
            service: finding.service,
            jurisdiction,
            law: finding.law,
            channel: finding.channel,
            unknown,
        };
        // The findings of a service are sorted, certain ones first: the first of a kind is the best.
        matters.entry(key).or_insert((matter, Some(state)));
    }
}

/// What is gained, lost or changed, in a fixed order; what one side says nothing of is left out.
pub(crate) fn compare(before: &Results, after: &Results) -> Vec<Difference> {
    let mut found = Vec::new();
    for (key, (matter, old)) in &before.matters {
        let (turn, new) = match after.matters.get(key) {
            None => (ChangeKind::Lost, None),
            Some((_, new)) if !is_same(new.as_ref(), old.as_ref()) => {
                (ChangeKind::Changed, new.clone())
            }
            Some(_) => continue,
        };
        let (key, matter) = (key.clone(), matter.clone());
        found.push(Difference { turn, key, matter, before: old.clone(), after: new });
    }
    for (key, (matter, new)) in &after.matters {
        if !before.matters.contains_key(key) {
            let (key, matter) = (key.clone(), matter.clone());
            found.push(Difference {
                turn: ChangeKind::Gained,
                key,
                matter,
                before: None,
                after: new.clone(),
            });
        }
    }
    found.retain(|difference| before.says(&difference.key) && after.says(&difference.key));
    found.sort_by(|a, b| a.key.cmp(&b.key));
    found
}
