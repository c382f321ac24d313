//! What one event or hand does alone, as far as pairs ask for it.

use std::collections::{BTreeMap, BTreeSet};

use trefonds_findings::Reading;
use trefonds_model::ComponentIx;

use super::asked::Asked;
use super::stopped_in;
use crate::Analysis;
use trefonds_settle::circuit::{Gate, NodeIx, Parent};
use trefonds_settle::events::{Event, Scope};
use trefonds_settle::search::Search;

/// So many failures are kept, of all events together: some 200 MB. What does not fit is run again when a
/// pair asks for it.
const KEPT: usize = 20_000_000;

/// What one event or hand does alone, up to the horizon.
pub(super) struct Alone {
    pub event: Event,
    pub scope: Scope,
    pub stopped: BTreeSet<ComponentIx>,
    /// How many components fail.
    pub failed: u64,
    /// Groups that bear the loss of a member, of which some have failed; sorted.
    pub groups: Vec<Touched>,
    /// Components that bear the loss of a place, with those that are lost; sorted.
    pub places: Vec<(ComponentIx, BTreeSet<u32>)>,
    /// When each component fails, sorted; `None` where that is not kept.
    times: Option<Vec<(ComponentIx, u32)>>,
}

/// A group of which some members have failed.
pub(super) struct Touched {
    pub group: NodeIx,
    /// These, with when; sorted.
    pub members: Vec<(NodeIx, u32)>,
    /// Whether they are not enough for the group to fail.
    pub holds: bool,
}

impl Alone {
    /// Reads off what a run has made fail.
    pub(super) fn of(
        analysis: &Analysis<'_>,
        search: &Search,
        (event, scope): (Event, Scope),
        asked: &Asked<'_>,
    ) -> Self {
        let failed = search.failed().len() as u64 + 1;
        let stopped = stopped_in(search, asked);
        // Time begins long before the events where something may be up again, and where something has ended:
        // pairs are worked out in that of their world.
        let early = search.origin().saturating_sub(analysis.origin(asked.world));
        let groups = touched(analysis, search, early);
        let places = analysis.places_taken(&scope);
        let times = search.failed().iter();
        let mut times: Vec<(ComponentIx, u32)> =
            times.map(|it| (*it, later(search.absolute_time(*it), early))).collect();
        times.sort_unstable();
        Self { event, scope, stopped, failed, groups, places, times: Some(times) }
    }

    /// When a component fails; never when that is not kept.
    pub(super) fn time(&self, component: ComponentIx) -> u32 {
        let times = self.times.as_deref().unwrap_or_default();
        let at = times.binary_search_by_key(&component, |(own, _)| *own);
        at.map_or(u32::MAX, |at| times[at].1)
    }

    /// Whether when its components fail is kept.
    pub(super) const fn is_kept(&self) -> bool {
        self.times.is_some()
    }

    /// Whether each of so many services stops with one or the other.
    pub(super) fn leaves_nothing(&self, other: &Self, services: usize) -> bool {
        let most = self.stopped.len() + other.stopped.len();
        most >= services && self.stopped.union(&other.stopped).count() == services
    }
}

/// Lets go of what is not to be kept: of events that meet no other, and what is too much together.
pub(super) fn keep_within_bounds(
    all: &mut [Alone],
    kept: &mut usize,
    meets: impl Fn(&Alone) -> bool,
) {
    for alone in all {
        let length = alone.times.as_ref().map_or(0, Vec::len);
        if meets(alone) && *kept + length <= KEPT {
            *kept += length;
        } else {
            alone.times = None;
        }
    }
}

/// A time where time begins so much later; never stays never.
const fn later(time: u32, early: u32) -> u32 {
    if time == u32::MAX { time } else { time.saturating_sub(early) }
}

/// The groups of which some members have failed, with these; those that fail with any member are left
/// out, as two events do no more to them than each.
fn touched(analysis: &Analysis<'_>, search: &Search, early: u32) -> Vec<Touched> {
    let circuit = &analysis.circuit();
    let members = search.failed_nodes().filter_map(|node| match circuit.node(node).parent {
        Parent::Group(group) => match circuit.node(group).gate {
            Gate::Group { must_fail, .. } if must_fail > 1 => Some((group, node)),
            _ => None,
        },
        Parent::Component(_) => None,
    });
    let mut members: Vec<(NodeIx, NodeIx)> = members.collect();
    members.sort_unstable();
    members.dedup();
    let groups = members.chunk_by(|a, b| a.0 == b.0).map(|members| {
        let group = members[0].0;
        let time = |node| later(search.node_time(analysis, node), early);
        Touched {
            group,
            members: members.iter().map(|(_, node)| (*node, time(*node))).collect(),
            holds: !search.has_failed(group),
        }
    });
    groups.collect()
}

impl Analysis<'_> {
    /// The places that a scope takes of components that bear it, as it is said how many they need: no more than
    /// they can do without.
    fn places_taken(&self, scope: &Scope) -> Vec<(ComponentIx, BTreeSet<u32>)> {
        let mut taken: BTreeMap<ComponentIx, BTreeSet<u32>> = BTreeMap::new();
        for entry in self.switched_off(scope).map(|at| self.channels().get(at)) {
            let Some(places) = self.channels().places(entry.owner) else { continue };
            if let Some(place) = entry.place.filter(|_| places.takes(entry, Reading::Careful)) {
                taken.entry(entry.owner).or_default().insert(place);
            }
        }
        taken.retain(|owner, lost| self.bears_places(*owner, lost.len()));
        taken.into_iter().collect()
    }

    /// Whether a component goes on without so many of its places, in the careful reading.
    pub(super) fn bears_places(&self, component: ComponentIx, lost: usize) -> bool {
        let places = self.channels().places(component);
        let places = places.filter(|places| places.unknown().is_none());
        places.is_some_and(|places| lost < places.must_fail() as usize)
    }
}
