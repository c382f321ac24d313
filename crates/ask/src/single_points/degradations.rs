//! Which event degrades which service before it stops it, or without.

use rayon::prelude::*;
use trefonds_findings::{Certainty, Degradation, SurvivalTimes};
use trefonds_model::{ComponentIx, Minutes};

use super::SinglePointOptions;
use super::hits::{Pair, is_solved_alone};
use crate::Analysis;
use trefonds_settle::circuit::Failure;
use trefonds_settle::events::Event;
use trefonds_settle::spread::width;

impl Analysis<'_> {
    /// Named events that degrade a service before they stop it, or without.
    pub(crate) fn degradations(
        &self,
        options: &SinglePointOptions,
        services: &[ComponentIx],
    ) -> Vec<Degradation> {
        if options.level.is_of_things() || !self.circuit().nodes.iter().any(|node| node.soft) {
            return Vec::new();
        }
        let blocks: Vec<Event> =
            self.counting(options).filter(|event| !is_solved_alone(*event)).collect();
        let blocks = blocks.par_chunks(width(blocks.len())).flat_map_iter(|block| {
            let stops = self.block_times(block, services, Failure::Stops);
            let degrades = self.block_times(block, services, Failure::Degrades);
            let mut found = Vec::new();
            for ((event, stops), degrades) in block.iter().zip(stops).zip(degrades) {
                for ((service, stops), degrades) in services.iter().zip(stops).zip(degrades) {
                    found.extend(self.degradation(*event, *service, &stops, &degrades, options));
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
        stops: &Pair,
        degrades: &Pair,
        options: &SinglePointOptions,
    ) -> Option<Degradation> {
        let by = options.by.unwrap_or(Minutes(u32::MAX - 1));
        let foreign = self.foreign(event);
        let times = |pair: &Pair| (pair.careful.0, pair.settled.0);
        let (stops, degrades) = (times(stops), times(degrades));
        let earlier = degrades.1 < stops.1;
        if degrades.0 > by || !(earlier || degrades.0 < stops.0) {
            return None;
        }
        let certain = earlier && degrades.1 <= by && foreign.is_plain();
        Some(Degradation {
            service: self.component_named(service),
            event: self.event_named(event),
            event_kind: event.kind(),
            foreign: Some(foreign.careful),
            certainty: if certain { Certainty::Certain } else { Certainty::Possible },
            degraded_minutes: SurvivalTimes {
                careful: degrades.0.finite(),
                settled: degrades.1.finite(),
            },
        })
    }
}
