//! When what has ended is down, and which world is asked about.
//!
//! A component that has ended is down since the day after its end; one that is needed and not there
//! yet has been down for ever. What is borne of the loss counts from then, so a service may be down
//! already, or will be.

use trefonds_model::{ComponentIx, Reading, is_earlier};

use crate::Settled;
use crate::circuit::Failure;
use crate::search::{Search, Seeds};
use crate::survival::World;

impl Settled<'_> {
    /// When each component fails from what has ended alone, in minutes after the day of the results;
    /// empty when nothing has.
    pub(crate) fn ended_times(&self) -> Vec<Option<i64>> {
        if !self.standing.any_down() {
            return Vec::new();
        }
        let mut search = Search::of(self, Failure::Stops);
        search.run_from(self, Seeds::default(), Reading::Settled);
        let all = 0..self.model.components.len() as u32;
        all.map(|at| search.since(ComponentIx(at))).collect()
    }

    /// When a service fails from what has ended alone, in minutes after the day of the results.
    pub fn ended_at(&self, service: ComponentIx) -> Option<i64> {
        self.ended.get(service.at()).copied().flatten()
    }

    /// The worlds to be tried: the second one only where something has ended.
    pub fn worlds(&self) -> &'static [World] {
        if self.standing.any_down() { &[World::Now, World::Back] } else { &[World::Now] }
    }

    /// The world in which a service is asked about: what is down from what has ended as if that were back.
    pub fn world_of(&self, service: ComponentIx) -> World {
        if self.ended_at(service).is_some() { World::Back } else { World::Now }
    }

    /// The world in which is told what something does that would stop a service at `now`.
    pub fn told_in(&self, service: ComponentIx, now: Option<u32>) -> World {
        match self.ended_at(service) {
            Some(ended) if !is_earlier(now, ended) => World::Back,
            _ => World::Now,
        }
    }
}
