//! What has ended and is still needed, and what that stops.
//!
//! A component that has ended is down since the day after its end; one that is needed and not there
//! yet has been down for ever. What is borne of the loss counts from then, so a service may be down
//! already, or will be.

use std::collections::BTreeSet;

use jiff::ToSpan;
use rustc_hash::FxHashSet;
use trefonds_findings::{EndedService, EndedThing, Reading, is_earlier};
use trefonds_model::{ComponentIx, Date, Minutes};

use crate::Analysis;
use crate::events::{Event, Foreign};
use crate::search::{Search, Seeds};
use crate::single_points::{Hit, Worlds};
use crate::survival::{Failure, World};
use crate::unknowns::UnknownIx;
use crate::witness::{Edge, Proof};

/// When each component fails from what has ended alone, in minutes after the day of the results, before
/// it when less than 0; empty when nothing has ended.
#[derive(Debug, Default)]
pub(crate) struct EndedTimes {
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

impl Analysis<'_> {
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
    pub(crate) fn ended_at(&self, service: ComponentIx) -> Option<i64> {
        self.ended_in(service, Reading::Settled)
    }

    /// The same in one reading.
    pub(crate) fn ended_in(&self, component: ComponentIx, reading: Reading) -> Option<i64> {
        self.ended.of(component, reading, Failure::Stops)
    }

    /// The worlds to be tried: the second one only where something has ended.
    pub(crate) fn worlds(&self) -> &'static [World] {
        if self.standing.any_down() { &[World::Now, World::Back] } else { &[World::Now] }
    }

    /// The world in which is told what something does that would stop a component at `now`, or degrade
    /// it: as it is where that is earlier than from what has ended, else as if that were back.
    pub(crate) fn told_in(
        &self,
        component: ComponentIx,
        now: Option<u32>,
        reading: Reading,
        failure: Failure,
    ) -> World {
        told_by(self.ended.of(component, reading, failure), now)
    }

    /// When a service stops from what has ended alone, once some unknown facts are answered in our favour.
    pub(crate) fn ended_if(
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

    /// What has ended and stops a service: each alone where it does, else those that do together. What
    /// does so in the careful reading alone is told of services that nothing that has ended stops for
    /// certain.
    pub(crate) fn ended_hits(&self, services: &[ComponentIx], by: Minutes) -> Vec<Hit> {
        if !self.standing.any_down() {
            return Vec::new();
        }
        let in_doubt = services.iter().copied().filter(|service| {
            let careful = self.ended_in(*service, Reading::Careful);
            careful.is_some() && self.ended_at(*service).is_none()
        });
        let in_doubt: Vec<ComponentIx> = in_doubt.collect();
        let mut hits = self.ended_hits_in(Reading::Settled, services, by);
        if !in_doubt.is_empty() {
            hits.extend(self.ended_hits_in(Reading::Careful, &in_doubt, by));
        }
        hits.sort_by_key(|hit| (hit.event, hit.service));
        hits
    }

    fn ended_hits_in(&self, reading: Reading, services: &[ComponentIx], by: Minutes) -> Vec<Hit> {
        let mut hits = Vec::new();
        let mut search = Search::of(self, Failure::Stops);
        let mut alone: BTreeSet<ComponentIx> = BTreeSet::new();
        for (thing, _) in self.standing.all_down() {
            search.run_ended(self, thing, reading);
            for service in services {
                if let Some(time) = search.time(*service).filter(|time| *time <= by.0) {
                    hits.push(ended_hit(thing, *service, Minutes(time), reading));
                    alone.insert(*service);
                }
            }
        }
        search.run_from(self, Seeds::default(), reading, &FxHashSet::default());
        for service in services.iter().filter(|service| !alone.contains(service)) {
            let Some(time) = search.time(*service).filter(|time| *time <= by.0) else { continue };
            for edge in self.walk(&search, *service) {
                if let Edge::Ended(thing) = edge {
                    hits.push(ended_hit(thing, *service, Minutes(time), reading));
                }
            }
        }
        hits
    }

    /// The proof that something that has ended stops a service, alone or with others; `search` holds
    /// its times afterwards.
    pub(crate) fn prove_ended(
        &self,
        search: &mut Search,
        thing: ComponentIx,
        service: ComponentIx,
    ) -> Option<Proof> {
        let none = FxHashSet::default();
        let event = Event::Ended(thing);
        let reading = match self.ended_at(service) {
            Some(_) => Reading::Settled,
            None => Reading::Careful,
        };
        search.run_ended(self, thing, reading);
        if search.time(service).is_none() {
            search.enter(World::Now);
            search.run_from(self, Seeds::default(), reading, &none);
        }
        self.prove(search, event, service, reading, &none)
    }

    /// The services that are down, or will be by a horizon, from what has ended: the most critical
    /// first, then those that have been down for longest.
    pub(crate) fn ended_services(&self, by: Option<Minutes>) -> Vec<EndedService> {
        let found = self.ended_among(&self.services(), by).into_iter();
        let mut found: Vec<EndedService> = found.map(|(_, ended)| ended).collect();
        found.sort_by_key(|it| (it.criticality, it.minutes));
        found
    }

    /// The same of one service.
    pub(crate) fn ended_service(
        &self,
        service: ComponentIx,
        by: Option<Minutes>,
    ) -> Option<EndedService> {
        self.ended_among(&[service], by).pop().map(|(_, ended)| ended)
    }

    /// The same of some services, in their order.
    pub(crate) fn ended_among(
        &self,
        services: &[ComponentIx],
        by: Option<Minutes>,
    ) -> Vec<(ComponentIx, EndedService)> {
        let by = by.unwrap_or(Minutes(u32::MAX - 1));
        let mut search = Search::of(self, Failure::Stops);
        let mut found = Vec::new();
        if self.standing.any_down() {
            search.run_from(self, Seeds::default(), Reading::Settled, &FxHashSet::default());
        }
        for service in services.iter().copied() {
            let Some(minutes) = self.ended_at(service).filter(|at| *at <= i64::from(by.0)) else {
                continue;
            };
            let none = FxHashSet::default();
            let event = Event::Ended(service);
            let Some(proof) = self.prove(&search, event, service, Reading::Settled, &none) else {
                continue;
            };
            let things = proof.edges.iter().filter_map(|edge| match edge {
                Edge::Ended(thing) => Some(self.ended_thing(*thing)),
                _ => None,
            });
            let ended = EndedService {
                service: self.component_named(service),
                criticality: self.criticality(service),
                minutes,
                since: self.day_at(minutes),
                things: things.collect(),
                witness: self.witness(&proof, &search),
            };
            found.push((service, ended));
        }
        found
    }

    /// What has ended, and its last day.
    pub(crate) fn ended_thing(&self, thing: ComponentIx) -> EndedThing {
        let note = self.model.notes.get(self.model.component(thing).note);
        let past = |until: &Date| self.day.is_some_and(|day| *until < day);
        EndedThing {
            component: self.component_named(thing),
            until: note.validity.until.filter(past).map(|day| day.to_string()),
        }
    }

    /// The day of a minute after the day of the results, `None` when it is before all days.
    pub(crate) fn day_at(&self, minutes: i64) -> Option<String> {
        let days = i32::try_from(minutes.div_euclid(24 * 60)).ok()?;
        let begun = i64::from(crate::standing::ORIGIN) + minutes > 0;
        let day = self.day.filter(|_| begun)?.checked_add(days.days()).ok()?;
        Some(day.to_string())
    }
}

/// The world in which a time is told, by when what has ended stops the same.
pub(crate) fn told_by(ended: Option<i64>, now: Option<u32>) -> World {
    match ended {
        Some(ended) if !is_earlier(now, ended) => World::Back,
        _ => World::Now,
    }
}

fn ended_hit(thing: ComponentIx, service: ComponentIx, time: Minutes, reading: Reading) -> Hit {
    let certain = reading == Reading::Settled;
    Hit {
        event: Event::Ended(thing),
        service,
        careful: time,
        settled: if certain { time } else { Minutes::NEVER },
        foreign: Foreign::NO,
        stops_for_certain: certain,
        certain,
        worlds: Worlds::NOW,
    }
}
