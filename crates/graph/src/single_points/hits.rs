//! Which event stops which service, and when, in both readings.

use rayon::prelude::*;
use rustc_hash::FxHashSet;
use trefonds_findings::{Certainty, Degradation, Level, Reading, SurvivalTimes};
use trefonds_model::{ComponentIx, Hours};

use super::SinglePointOptions;
use crate::Analysis;
use crate::events::{Event, Foreign, Scope};
use crate::search::Search;
use crate::spread::width;
use crate::survival::{Failure, LANES};

/// An event that stops a service in the careful reading at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub event: Event,
    pub service: ComponentIx,
    pub careful: Hours,
    pub settled: Hours,
    pub foreign: Foreign,
    /// Whether it stops the service, by the horizon, from what is declared.
    pub certain: bool,
}

impl Hit {
    pub(crate) const fn is_unknown(&self) -> bool {
        matches!(self.event, Event::Unknown(_))
    }

    pub(crate) const fn certainty(&self) -> Certainty {
        if self.certain { Certainty::Certain } else { Certainty::Possible }
    }

    pub(crate) fn times(&self) -> SurvivalTimes {
        SurvivalTimes { careful: self.careful.finite(), settled: self.settled.finite() }
    }
}

/// Survival times of the services under one event: careful and settled.
type Times = Vec<(Hours, Hours)>;

impl Analysis<'_> {
    /// All hits of a level, by event, then by service, in file order.
    pub(crate) fn hits(&self, options: &SinglePointOptions, services: &[ComponentIx]) -> Vec<Hit> {
        let (one_by_one, blocks) = self.wanted_events(options);
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
                        let times = self.single_times(search, *event, services);
                        self.hits_of(&[*event], &[times], services, options)
                    },
                )
                .flatten_iter(),
        );
        hits.sort_by_key(|hit| (hit.event, hit.service));
        hits
    }

    /// Events worth solving: those solved one by one, and those solved in blocks.
    fn wanted_events(&self, options: &SinglePointOptions) -> (Vec<Event>, Vec<Event>) {
        let all = self.events(options.level).into_iter();
        let wanted = all.filter(|event| {
            options.level == Level::Component || options.home_too || self.foreign(*event).careful
        });
        wanted.partition(|event| matches!(event, Event::Component(_) | Event::Unknown(_)))
    }

    fn scopes(&self, events: &[Event], reading: Reading) -> Vec<Scope> {
        let none = FxHashSet::default();
        events.iter().map(|event| self.scope(*event, reading, &none)).collect()
    }

    fn block_times(
        &self,
        block: &[Event],
        services: &[ComponentIx],
        failure: Failure,
    ) -> Vec<Times> {
        let [careful, settled] = [Reading::Careful, Reading::Settled]
            .map(|reading| self.times_of(&self.scopes(block, reading), services, reading, failure));
        let pair = |(careful, settled): (Vec<Hours>, Vec<Hours>)| {
            careful.into_iter().zip(settled).collect::<Times>()
        };
        careful.into_iter().zip(settled).map(pair).collect()
    }

    /// When each event makes each of some components fail: in short where that is shorter.
    fn times_of(
        &self,
        scopes: &[Scope],
        of: &[ComponentIx],
        reading: Reading,
        failure: Failure,
    ) -> Vec<Vec<Hours>> {
        let mut found = vec![vec![Hours::NEVER; of.len()]; scopes.len()];
        if let Some(spread) = self.spread(scopes, reading, failure) {
            for (at, component) in of.iter().enumerate() {
                for (event, time) in spread.times(*component) {
                    found[event][at] = time;
                }
            }
            return found;
        }
        for (block, found) in scopes.chunks(LANES).zip(found.chunks_mut(LANES)) {
            let times = self.survival(block, reading, failure);
            for (lane, found) in found.iter_mut().enumerate() {
                for (time, component) in found.iter_mut().zip(of) {
                    *time = Hours(times[component.at()][lane]);
                }
            }
        }
        found
    }

    fn single_times(&self, search: &mut Search, event: Event, services: &[ComponentIx]) -> Times {
        let none = FxHashSet::default();
        let mut times = vec![(Hours::NEVER, Hours::NEVER); services.len()];
        for reading in [Reading::Careful, Reading::Settled] {
            search.run(self, &self.scope(event, reading, &none), reading, &none);
            for component in search.failed() {
                let Ok(at) = services.binary_search(component) else {
                    continue;
                };
                let time = Hours(search.time(*component).unwrap_or(u32::MAX));
                match reading {
                    Reading::Careful => times[at].0 = time,
                    Reading::Settled => times[at].1 = time,
                }
            }
        }
        times
    }

    fn hits_of(
        &self,
        events: &[Event],
        times: &[Times],
        services: &[ComponentIx],
        options: &SinglePointOptions,
    ) -> Vec<Hit> {
        let by = options.by.unwrap_or(Hours(u32::MAX - 1));
        let mut hits = Vec::new();
        for (event, times) in events.iter().zip(times) {
            let foreign = self.foreign(*event);
            let counts = options.level == Level::Component || options.home_too || foreign.settled;
            for (service, (careful, settled)) in services.iter().zip(times) {
                // That a service stops when it is itself withdrawn goes without saying.
                let itself = *event == Event::Component(*service);
                if *careful <= by && !itself {
                    let certain = counts && *settled <= by;
                    let (event, service, careful, settled) = (*event, *service, *careful, *settled);
                    hits.push(Hit { event, service, careful, settled, foreign, certain });
                }
            }
        }
        hits
    }

    /// Named events that degrade a service before they stop it, or without.
    pub(crate) fn degradations(
        &self,
        options: &SinglePointOptions,
        services: &[ComponentIx],
    ) -> Vec<Degradation> {
        if options.level == Level::Component || !self.circuit.nodes.iter().any(|node| node.soft) {
            return Vec::new();
        }
        let (_, blocks) = self.wanted_events(options);
        let blocks = blocks.par_chunks(width(blocks.len())).flat_map_iter(|block| {
            let stops = self.block_times(block, services, Failure::Stops);
            let degrades = self.block_times(block, services, Failure::Degrades);
            let mut found = Vec::new();
            for ((event, stops), degrades) in block.iter().zip(stops).zip(degrades) {
                for ((service, stops), degrades) in services.iter().zip(stops).zip(degrades) {
                    found.extend(self.degradation(*event, *service, stops, degrades, options));
                }
            }
            found
        });
        let mut found: Vec<Degradation> = blocks.collect();
        found.sort_by_key(|item| item.certainty);
        found
    }

    fn degradation(
        &self,
        event: Event,
        service: ComponentIx,
        stops: (Hours, Hours),
        degrades: (Hours, Hours),
        options: &SinglePointOptions,
    ) -> Option<Degradation> {
        let by = options.by.unwrap_or(Hours(u32::MAX - 1));
        let foreign = self.foreign(event);
        if degrades.0 > by || degrades == stops {
            return None;
        }
        let earlier = degrades.1 < stops.1;
        let certain = earlier && degrades.1 <= by && (foreign.settled || options.home_too);
        Some(Degradation {
            service: self.component_named(service),
            event: self.event_named(event),
            event_kind: event.kind(),
            foreign: Some(foreign.careful),
            certainty: if certain { Certainty::Certain } else { Certainty::Possible },
            degraded_hours: SurvivalTimes {
                careful: degrades.0.finite(),
                settled: degrades.1.finite(),
            },
        })
    }
}
