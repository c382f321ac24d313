//! Which event stops which service, and when, in both readings.

use rayon::prelude::*;
use rustc_hash::FxHashSet;
use trefonds_findings::{Certainty, Level, Reading, SurvivalTimes};
use trefonds_model::{ComponentIx, Minutes};

use super::SinglePointOptions;
use crate::Analysis;
use trefonds_settle::circuit::Failure;
use trefonds_settle::ended::told_by;
use trefonds_settle::events::{Event, Foreign, Scope};
use trefonds_settle::search::Search;
use trefonds_settle::spread::width;
use trefonds_settle::survival::{LANES, World};
use trefonds_settle::unknowns::UnknownIx;

/// An event that stops a service in the careful reading at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub event: Event,
    pub service: ComponentIx,
    pub careful: Minutes,
    pub settled: Minutes,
    pub foreign: Foreign,
    /// Whether it stops the service, by the horizon, from what is declared.
    pub stops_for_certain: bool,
    /// Whether all that is said of it is certain: that it stops the service and, unless it is at home
    /// for certain, that it is foreign.
    pub certain: bool,
    /// In which world each time was found.
    pub worlds: Worlds,
    /// Whether the service is only interrupted: up again in the end, in either reading in which it stops.
    pub interrupts: bool,
}

/// The world in which each reading found a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Worlds {
    pub settled: World,
    pub careful: World,
}

impl Worlds {
    /// What has ended is down, in both readings.
    pub(crate) const NOW: Self = Self { settled: World::Now, careful: World::Now };

    /// The world of one reading.
    pub(crate) const fn of(self, reading: Reading) -> World {
        match reading {
            Reading::Settled => self.settled,
            Reading::Careful => self.careful,
        }
    }
}

impl Hit {
    /// What has ended first, then named events, then unknown facts.
    pub(crate) const fn order(&self) -> u8 {
        match self.event {
            Event::Ended(_) => 0,
            Event::Unknown(_) => 2,
            _ => 1,
        }
    }

    pub(crate) const fn certainty(&self) -> Certainty {
        if self.certain { Certainty::Certain } else { Certainty::Possible }
    }

    /// The world in which the finding is told.
    pub(crate) const fn best_world(&self) -> World {
        if self.stops_for_certain { self.worlds.settled } else { self.worlds.careful }
    }

    pub(crate) fn times(&self) -> SurvivalTimes {
        SurvivalTimes { careful: self.careful.finite(), settled: self.settled.finite() }
    }
}

/// Survival times of the services under one event: careful and settled.
type Times = Vec<Pair>;

/// When one event stops one service, and in which world that is so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub careful: (Minutes, World),
    pub settled: (Minutes, World),
    /// Whether the service is up again in the end, in either reading in which it stops.
    back: bool,
}

impl Pair {
    /// What is certain is possible: where a service may be down from what has ended in the careful reading
    /// only, that hides nothing of the settled one.
    fn new(careful: (Minutes, World), settled: (Minutes, World)) -> Self {
        let careful = if settled.0 < careful.0 { settled } else { careful };
        Self { careful, settled, back: false }
    }
}

/// When each event stops each service: now, and as if what has ended were back where anything has.
type InBoth = (Vec<Vec<Minutes>>, Option<Vec<Vec<Minutes>>>);

/// So many events tell whether sweeps are shorter than searches.
const PROBED: usize = 16;

/// A search is shorter when one event makes less than one component in so many fail: a sweep serves
/// [`trefonds_settle::spread::WIDTH`] events, and goes through all components.
const SPARSE: usize = 32;

const NEVER: (Minutes, World) = (Minutes::NEVER, World::Now);

/// Whether an event makes so little fail that no sweep over all components is shorter.
pub(super) const fn is_solved_alone(event: Event) -> bool {
    matches!(event, Event::Component(_) | Event::Unknown(_))
}

/// When the first outage begins that lasts so long, and whether the last one is over; never when none does.
fn first_lasting(search: &Search, component: ComponentIx, lasting: Minutes) -> (Minutes, bool) {
    let outages = search.outages(component);
    let back = outages.last().is_some_and(|outage| outage.until.is_some());
    let first = outages.iter().find(|it| it.lasts(lasting));
    (first.map_or(Minutes::NEVER, |it| Minutes(it.from)), back)
}

impl Analysis<'_> {
    /// All hits of a level, by event, then by service, in file order.
    pub(crate) fn hits(&self, options: &SinglePointOptions, services: &[ComponentIx]) -> Vec<Hit> {
        let (mut one_by_one, mut blocks) = self.wanted_events(options);
        let sweeps = options.level == Level::Component && !self.circuit().any_cold();
        if sweeps && self.is_dense(&one_by_one) {
            blocks.append(&mut one_by_one);
        }
        let mut hits: Vec<Hit> = blocks
            .par_chunks(width(blocks.len()))
            .flat_map_iter(|block| {
                let times = self.block_times(block, services, Failure::Stops);
                self.hits_of(block, &times, services, options)
            })
            .collect();
        hits.par_extend(
            one_by_one
                .par_iter()
                .map_init(
                    || Search::new(self),
                    |search, event| {
                        let times = self.single_times(search, *event, services, options.lasting);
                        self.hits_of(&[*event], &[times], services, options)
                    },
                )
                .flatten_iter(),
        );
        let by = options.by.unwrap_or(Minutes(u32::MAX - 1));
        hits.extend(self.ended_hits(services, by));
        hits.sort_by_key(|hit| (hit.event, hit.service));
        hits
    }

    /// The services that one event stops, at any time.
    pub(crate) fn event_hits(
        &self,
        search: &mut Search,
        event: Event,
        services: &[ComponentIx],
    ) -> Vec<Hit> {
        let times = self.single_times(search, event, services, None);
        self.hits_of(&[event], &[times], services, &SinglePointOptions::at(Level::Jurisdiction))
    }

    /// Events worth solving: those solved one by one, and those solved in blocks. Where members of groups
    /// take over after a time, no sweep says when.
    fn wanted_events(&self, options: &SinglePointOptions) -> (Vec<Event>, Vec<Event>) {
        let in_time = self.circuit().any_cold();
        self.counting(options).partition(|event| in_time || is_solved_alone(*event))
    }

    /// Whether some events make so much fail that sweeps over all components are shorter, by a few of
    /// them. The results are the same.
    fn is_dense(&self, events: &[Event]) -> bool {
        let few = events.iter().step_by(events.len().div_ceil(PROBED).max(1));
        let mut search = Search::new(self);
        let none = FxHashSet::default();
        let failed = few.map(|event| {
            let scope = self.scope(*event, Reading::Careful, &none);
            search.run(self, &scope, Reading::Careful, &none);
            search.failed().len()
        });
        failed.sum::<usize>() > self.model().components.len() * PROBED / SPARSE
    }

    /// The events of a level that count.
    pub(crate) fn counting(&self, options: &SinglePointOptions) -> impl Iterator<Item = Event> {
        let all = self.events(options.level).into_iter();
        all.filter(move |event| {
            options.level.is_of_things() || options.home_too || self.foreign(*event).careful
        })
    }

    fn scopes(&self, events: &[Event], reading: Reading) -> Vec<Scope> {
        let none = FxHashSet::default();
        events.iter().map(|event| self.scope(*event, reading, &none)).collect()
    }

    pub(super) fn block_times(
        &self,
        block: &[Event],
        services: &[ComponentIx],
        failure: Failure,
    ) -> Vec<Times> {
        let readings = [Reading::Careful, Reading::Settled];
        let [careful, settled] = readings.map(|reading| {
            let scopes = self.scopes(block, reading);
            let now = self.times_of(&scopes, services, reading, failure, World::Now);
            let back = self
                .standing()
                .any_down()
                .then(|| self.times_of(&scopes, services, reading, failure, World::Back));
            (now, back)
        });
        let best = |(now, back): &InBoth, reading, event: usize, at: usize| {
            let now = now[event][at];
            let back = back.as_ref().map_or(now, |back| back[event][at]);
            self.told_time(services[at], (now, back), reading, failure)
        };
        let of_event = |event| {
            let pair = |at| {
                let careful = best(&careful, Reading::Careful, event, at);
                Pair::new(careful, best(&settled, Reading::Settled, event, at))
            };
            (0..services.len()).map(pair).collect()
        };
        (0..block.len()).map(of_event).collect()
    }

    /// A named event is told where it stops a service earlier than what has ended does, else where it
    /// would if what has ended were back.
    fn told_time(
        &self,
        service: ComponentIx,
        (now, back): (Minutes, Minutes),
        reading: Reading,
        failure: Failure,
    ) -> (Minutes, World) {
        match self.told_in(service, now.finite(), reading, failure) {
            World::Now => (now, World::Now),
            World::Back => (back, World::Back),
        }
    }

    /// The time of one service in a run of one event, in both worlds where they differ.
    pub(crate) fn time_in(
        &self,
        search: &mut Search,
        scope: &Scope,
        service: ComponentIx,
        reading: Reading,
        answered: &FxHashSet<UnknownIx>,
    ) -> (Minutes, World) {
        let mut run = |world| {
            search.enter(world);
            search.run(self, scope, reading, answered);
            search.time(service).map_or(Minutes::NEVER, Minutes)
        };
        let now = run(World::Now);
        if self.ended_in(service, reading).is_none() {
            return (now, World::Now);
        }
        let back = run(World::Back);
        let ended = self.ended_if(service, reading, answered);
        let (time, world) = match told_by(ended, now.finite()) {
            World::Now => (now, World::Now),
            World::Back => (back, World::Back),
        };
        if world == World::Now {
            run(World::Now);
        }
        (time, world)
    }

    /// When each event makes each of some components fail: in short where that is shorter.
    fn times_of(
        &self,
        scopes: &[Scope],
        of: &[ComponentIx],
        reading: Reading,
        failure: Failure,
        world: World,
    ) -> Vec<Vec<Minutes>> {
        let mut found = vec![vec![Minutes::NEVER; of.len()]; scopes.len()];
        if let Some(spread) = self.spread(scopes, reading, failure, world) {
            for (at, component) in of.iter().enumerate() {
                for (event, time) in spread.times(*component) {
                    found[event][at] = time;
                }
            }
            return found;
        }
        for (block, found) in scopes.chunks(LANES).zip(found.chunks_mut(LANES)) {
            let times = self.survival(block, reading, failure, world);
            for (lane, found) in found.iter_mut().enumerate() {
                for (time, component) in found.iter_mut().zip(of) {
                    *time = Minutes(times[component.at()][lane]);
                }
            }
        }
        found
    }

    fn single_times(
        &self,
        search: &mut Search,
        event: Event,
        services: &[ComponentIx],
        lasting: Option<Minutes>,
    ) -> Times {
        let none = FxHashSet::default();
        let lasting = lasting.unwrap_or(Minutes::ZERO);
        let mut times = [vec![NEVER; services.len()], vec![NEVER; services.len()]];
        let mut back = vec![true; services.len()];
        for reading in [Reading::Careful, Reading::Settled] {
            let scope = self.scope(event, reading, &none);
            let never = || vec![(Minutes::NEVER, true); services.len()];
            let mut both = [never(), never()];
            for (world, found) in self.worlds().iter().zip(&mut both) {
                search.enter(*world);
                search.run(self, &scope, reading, &none);
                for component in search.failed() {
                    let Ok(at) = services.binary_search(component) else {
                        continue;
                    };
                    found[at] = match search.was_in_time() {
                        false => (Minutes(search.time(*component).unwrap_or(u32::MAX)), false),
                        true => first_lasting(search, *component, lasting),
                    };
                }
            }
            let [now, in_back] = both;
            for (at, told) in times[usize::from(reading == Reading::Settled)].iter_mut().enumerate()
            {
                let both = (now[at].0, in_back[at].0);
                *told = self.told_time(services[at], both, reading, Failure::Stops);
                back[at] &= match told.1 {
                    World::Now => now[at].1,
                    World::Back => in_back[at].1,
                };
            }
        }
        search.enter(World::Now);
        let [careful, settled] = times;
        let pairs = careful.into_iter().zip(settled).zip(back);
        pairs
            .map(|((careful, settled), back)| Pair { back, ..Pair::new(careful, settled) })
            .collect()
    }

    fn hits_of(
        &self,
        events: &[Event],
        times: &[Times],
        services: &[ComponentIx],
        options: &SinglePointOptions,
    ) -> Vec<Hit> {
        let by = options.by.unwrap_or(Minutes(u32::MAX - 1));
        let mut hits = Vec::new();
        for (event, times) in events.iter().zip(times) {
            let foreign = self.foreign(*event);
            for (service, pair) in services.iter().zip(times) {
                let ((careful, in_careful), (settled, in_settled)) = (pair.careful, pair.settled);
                // That a service stops when it is itself withdrawn goes without saying.
                let itself = *event == Event::Component(*service);
                if (careful <= by || settled <= by) && !itself {
                    let (event, service) = (*event, *service);
                    let stops_for_certain = settled <= by;
                    let certain = stops_for_certain && foreign.is_plain();
                    let worlds = Worlds { settled: in_settled, careful: in_careful };
                    hits.push(Hit {
                        event,
                        service,
                        careful,
                        settled,
                        foreign,
                        stops_for_certain,
                        certain,
                        worlds,
                        interrupts: pair.back,
                    });
                }
            }
        }
        hits
    }
}
