//! Results of both sides, matter by matter.

use std::collections::BTreeMap;

use trefonds_findings::{
    Channel, Coverage, DayFrom, Exposure, Level, Matter, Named, Overview, SinglePoints, State, Turn,
};
use trefonds_graph::{Analysis, Detail, Options, SinglePointOptions};
use trefonds_model::Inventory;

/// What is told apart between the sides, by ids: events and jurisdictions first, then services.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum MatterKey {
    SinglePoint(Level, String, String),
    Exposure(String, Option<String>, String, Option<Channel>),
    BlindSpot(String),
}

/// The results of one side that a diff compares.
pub(crate) struct Results {
    pub title: Option<String>,
    pub as_of: Option<String>,
    pub day_from: Option<DayFrom>,
    pub home: Vec<String>,
    pub coverage: Coverage,
    /// `None`: a blind spot, which has no state but being there.
    pub matters: BTreeMap<MatterKey, (Matter, Option<State>)>,
}

/// A matter that is not the same on both sides.
pub(crate) struct Difference {
    pub turn: Turn,
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
        Self::from_parts(analysis.overview(), &points, analysis.exposure(false))
    }

    /// The same of results that are there already.
    pub(crate) fn from_parts(
        overview: Overview,
        points: &[SinglePoints],
        exposure: Exposure,
    ) -> Self {
        let mut matters = BTreeMap::new();
        for points in points.iter().filter(|points| LEVELS.contains(&points.level)) {
            single_points(points, &mut matters);
        }
        exposures(exposure, &mut matters);
        for spot in overview.blind_spots {
            let (fact, subject) = (spot.id.clone(), spot.subject.clone());
            let key = MatterKey::BlindSpot(spot.id.clone());
            matters.insert(key, (Matter::BlindSpot { fact, subject, unknown: Some(spot) }, None));
        }
        Self {
            title: overview.title,
            as_of: overview.as_of,
            day_from: overview.day_from,
            home: overview.home,
            coverage: overview.coverage,
            matters,
        }
    }
}

/// The levels that a diff looks at.
const LEVELS: [Level; 2] = [Level::Controller, Level::Jurisdiction];

type Matters = BTreeMap<MatterKey, (Matter, Option<State>)>;

fn single_points(points: &SinglePoints, matters: &mut Matters) {
    for finding in &points.findings {
        let service = Named { id: finding.service.clone(), name: finding.service_name.clone() };
        let event = Named { id: finding.event.clone(), name: finding.event_name.clone() };
        let state = State {
            certainty: finding.certainty,
            survival_hours: Some(finding.survival_hours),
            grade: None,
        };
        let key = MatterKey::SinglePoint(points.level, event.id.clone(), service.id.clone());
        let unknown = finding.hangs_on.iter().find(|fact| fact.id == event.id).cloned();
        let matter = Matter::SinglePoint { level: points.level, service, event, unknown };
        matters.insert(key, (matter, Some(state)));
    }
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
        let state = State {
            certainty: finding.certainty,
            survival_hours: None,
            grade: Some(finding.grade),
        };
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

/// What is gained, lost or changed, in a fixed order.
pub(crate) fn compare(before: &Results, after: &Results) -> Vec<Difference> {
    let mut found = Vec::new();
    for (key, (matter, old)) in &before.matters {
        let (turn, new) = match after.matters.get(key) {
            None => (Turn::Lost, None),
            Some((_, new)) if new != old => (Turn::Changed, *new),
            Some(_) => continue,
        };
        let (key, matter) = (key.clone(), matter.clone());
        found.push(Difference { turn, key, matter, before: *old, after: new });
    }
    for (key, (matter, new)) in &after.matters {
        if !before.matters.contains_key(key) {
            let (key, matter) = (key.clone(), matter.clone());
            found.push(Difference { turn: Turn::Gained, key, matter, before: None, after: *new });
        }
    }
    found.sort_by(|a, b| a.key.cmp(&b.key));
    found
}
