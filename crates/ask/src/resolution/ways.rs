//! Ways as one tree that they share: a way is where it ends, and each thing on it knows what stands before.
//!
//! A chain of 20,000 has 20,000 entries, not a list of up to 20,000 ids for each of its things.

use trefonds_findings::WayStep;
use trefonds_model::{ComponentIx, EntityIx, SiteIx};

use crate::Analysis;

/// Something that stands on a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    Component(ComponentIx),
    Site(SiteIx),
    Entity(EntityIx),
    /// The subject of a reversed resolution, whatever it is.
    Subject,
}

/// Where a way ends in [`Ways`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct WayIx(u32);

/// All ways of a resolution; what stands before a thing has been added before it.
#[derive(Default)]
pub(super) struct Ways {
    stops: Vec<(Stop, Option<WayIx>)>,
}

impl Ways {
    /// The way that goes on to `stop`.
    pub(super) fn onward(&mut self, after: Option<WayIx>, stop: Stop) -> WayIx {
        self.stops.push((stop, after));
        WayIx(self.stops.len() as u32 - 1)
    }

    /// The part of the tree that some ways use, in order, and where each of them ends in it. Linear in
    /// the tree.
    pub(super) fn told(
        &self,
        analysis: &Analysis<'_>,
        subject: &str,
        wanted: &[Option<WayIx>],
    ) -> (Vec<WayStep>, Vec<Option<u32>>) {
        let mut used = vec![false; self.stops.len()];
        for way in wanted.iter().flatten() {
            let mut at = Some(*way);
            while let Some(WayIx(here)) = at.filter(|way| !used[way.0 as usize]) {
                used[here as usize] = true;
                at = self.stops[here as usize].1;
            }
        }
        let mut places = vec![0; self.stops.len()];
        let mut steps = Vec::new();
        for (at, (stop, after)) in self.stops.iter().enumerate().filter(|(at, _)| used[*at]) {
            places[at] = steps.len() as u32;
            let after = after.map(|way| places[way.0 as usize]);
            steps.push(WayStep { id: analysis.stop_id(*stop, subject), after });
        }
        let ends = wanted.iter().map(|way| way.map(|way| places[way.0 as usize]));
        (steps, ends.collect())
    }
}

impl Analysis<'_> {
    fn stop_id(&self, stop: Stop, subject: &str) -> String {
        match stop {
            Stop::Component(component) => self.text(self.model().component(component).id),
            Stop::Site(site) => self.site_named(site).id,
            Stop::Entity(entity) => self.text(self.model().entity(entity).id),
            Stop::Subject => subject.to_owned(),
        }
    }
}
