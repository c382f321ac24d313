//! When what has ended is down, and which world is asked about.
//!
//! A component that has ended is down since the day after its end; one that is needed and not there
//! yet has been down for ever. What is borne of the loss counts from then, so a service may be down
//! already, or will be.

use rustc_hash::FxHashSet;
use trefonds_model::{ComponentIx, Reading, is_earlier};

use crate::Settled;
use crate::circuit::Failure;
use crate::search::{Search, Seeds};
use crate::survival::World;
use crate::unknowns::UnknownIx;

/// When each component fails from what has ended alone, in minutes after the day of the results, before
/// it when less than 0; empty when nothing has ended.
#[derive(Debug, Default)]
pub struct EndedTimes {
    /// By reading, then by whether it stops or is degraded.
    all: [[Vec<Option<i64>>; 2]; 2],
}

impl EndedTimes {
    /// When a component stops, or is degraded, in one reading.
    pub(crate) fn of(
        &self,
        component: ComponentIx,
        reading: Reading,
        failure: Failure,
    ) -> Option<i64> {
        let by_failure = &self.all[usize::from(reading == Reading::Careful)];
        let times = &by_failure[usize::from(failure == Failure::Degrades)];
        times.get(component.at()).copied().flatten()
    }
}

impl Settled<'_> {
    /// When components fail from what has ended alone. O(F log F) for the F requirements that do.
    pub(crate) fn ended_times(&self) -> EndedTimes {
        if !self.standing.any_down() {
            return EndedTimes::default();
        }
        let all = [Reading::Settled, Reading::Careful].map(|reading| {
            [Failure::Stops, Failure::Degrades].map(|failure| {
                let mut search = Search::of(self, failure);
                search.run_from(self, Seeds::default(), reading, &FxHashSet::default());
                let all = 0..self.model.components.len() as u32;
                all.map(|at| search.since(ComponentIx(at))).collect()
            })
        });
        EndedTimes { all }
    }

    /// When a service stops from what has ended alone, for certain, in minutes after the day of the
    /// results.
    pub fn ended_at(&self, service: ComponentIx) -> Option<i64> {
        self.ended_in(service, Reading::Settled)
    }

    /// The same in one reading.
    pub fn ended_in(&self, component: ComponentIx, reading: Reading) -> Option<i64> {
        self.ended.of(component, reading, Failure::Stops)
    }

    /// The worlds to be tried: the second one only where something has ended.
    pub fn worlds(&self) -> &'static [World] {
        if self.standing.any_down() { &[World::Now, World::Back] } else { &[World::Now] }
    }

    /// The world in which is told what something does that would stop a component at `now`, or degrade
    /// it: as it is where that is earlier than from what has ended, else as if that were back.
    pub fn told_in(
        &self,
        component: ComponentIx,
        now: Option<u32>,
        reading: Reading,
        failure: Failure,
    ) -> World {
        told_by(self.ended.of(component, reading, failure), now)
    }

    /// When a service stops from what has ended alone, once some unknown facts are answered in our favour.
    pub fn ended_if(
        &self,
        service: ComponentIx,
        reading: Reading,
        answered: &FxHashSet<UnknownIx>,
    ) -> Option<i64> {
        let ended = self.ended_in(service, reading)?;
        if answered.is_empty() || self.ended_at(service) == Some(ended) {
            return Some(ended);
        }
        let mut search = Search::of(self, Failure::Stops);
        search.confine(self, &[service]);
        search.run_from(self, Seeds::default(), reading, answered);
        search.since(service)
    }
}

/// The world in which a time is told, by when what has ended stops the same.
pub fn told_by(ended: Option<i64>, now: Option<u32>) -> World {
    match ended {
        Some(ended) if !is_earlier(now, ended) => World::Back,
        _ => World::Now,
    }
}
