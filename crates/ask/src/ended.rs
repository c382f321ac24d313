//! What has ended and is still needed, and what that stops.

use std::collections::BTreeSet;

use jiff::ToSpan;
use rustc_hash::FxHashSet;
use trefonds_findings::{EndedService, EndedThing, Reading};
use trefonds_model::{ComponentIx, Date, Minutes};
use trefonds_settle::circuit::Failure;
use trefonds_settle::events::{Event, Foreign};
use trefonds_settle::proof::{Edge, Proof};
use trefonds_settle::search::{Search, Seeds};
use trefonds_settle::survival::World;

use crate::Analysis;
use crate::single_points::{Hit, Worlds};

impl Analysis<'_> {
    /// What has ended and stops a service: each alone where it does, else those that do together. What
    /// does so in the careful reading alone is told of services that nothing that has ended stops for
    /// certain.
    pub(crate) fn ended_hits(&self, services: &[ComponentIx], by: Minutes) -> Vec<Hit> {
        if !self.standing().any_down() {
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
        for (thing, _) in self.standing().all_down() {
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
        if self.standing().any_down() {
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
        let (component, note) = match self.standing().short_of(thing) {
            Some(member) => (self.need_named(thing, member.needed), member.note),
            None => (self.component_named(thing), self.model().component(thing).note),
        };
        let note = self.model().notes.get(note);
        let past = |until: &Date| self.day().is_some_and(|day| *until < day);
        EndedThing { component, until: note.validity.until.filter(past).map(|day| day.to_string()) }
    }

    /// The day of a minute after the day of the results, `None` when it is before all days.
    pub(crate) fn day_at(&self, minutes: i64) -> Option<String> {
        let days = i32::try_from(minutes.div_euclid(24 * 60)).ok()?;
        let begun = i64::from(trefonds_settle::standing::ORIGIN) + minutes > 0;
        let day = self.day().filter(|_| begun)?.checked_add(days.days()).ok()?;
        Some(day.to_string())
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
        interrupts: false,
    }
}
