//! Unknown facts that could hide one of the withdrawn, and what they would stop.

use rayon::prelude::*;
use trefonds_findings::{FactKind, HiddenStop, Reading};
use trefonds_model::ComponentIx;

use super::joint::{Joint, Part, Played};
use crate::Analysis;
use crate::events::Event;
use crate::search::{Search, Seed};
use crate::unknowns::UnknownIx;

impl Analysis<'_> {
    /// For each unknown fact, the services that stand in the careful reading and would stop by the
    /// horizon if whoever it hides withdrew as well; those that stop most first. An unknown fact that
    /// could not hide any of the withdrawn is left out: a component is no controller, and a closing
    /// site is not hidden by anything but an unknown site.
    pub(super) fn hidden(
        &self,
        joint: &Joint,
        played: &Played,
        standing: &[ComponentIx],
        by: u32,
    ) -> Vec<HiddenStop> {
        let beneath = self.beneath(standing);
        let starts = played.starts();
        let unknowns: Vec<UnknownIx> = (self.unknowns.iter())
            .filter(|(_, unknown)| could_hide(joint, unknown.fact))
            .map(|(at, _)| at)
            .collect();
        let stops = unknowns.par_iter().map_init(
            || Search::new(self),
            |search, unknown| {
                let more = self.more_stops(*unknown, &starts, (standing, &beneath), by, search);
                (*unknown, more)
            },
        );
        let mut stops: Vec<(UnknownIx, Vec<ComponentIx>)> =
            stops.filter(|(_, more)| !more.is_empty()).collect();
        stops.sort_by_key(|(unknown, more)| {
            let worst = more.iter().map(|service| self.criticality(*service)).min();
            (std::cmp::Reverse(more.len()), worst, *unknown)
        });
        let told = stops.into_iter().map(|(unknown, more)| HiddenStop {
            unknown: self.unknown_fact(unknown),
            services: more.into_iter().map(|service| self.component_named(service)).collect(),
        });
        told.collect()
    }

    /// Whether each component is one of these, or anything that they need.
    fn beneath(&self, tops: &[ComponentIx]) -> Vec<bool> {
        let mut beneath = vec![false; self.model.components.len()];
        let mut stack = tops.to_vec();
        while let Some(component) = stack.pop() {
            if !std::mem::replace(&mut beneath[component.at()], true) {
                stack.extend(self.circuit.leaves(component).map(|(_, needed)| needed));
            }
        }
        beneath
    }

    fn more_stops(
        &self,
        unknown: UnknownIx,
        starts: &[Seed],
        (standing, beneath): (&[ComponentIx], &[bool]),
        by: u32,
        search: &mut Search,
    ) -> Vec<ComponentIx> {
        let none = rustc_hash::FxHashSet::default();
        let scope = self.scope(Event::Unknown(unknown), Reading::Careful, &none);
        let own = self.seeds(&scope, Reading::Careful, &none);
        if !own.iter().any(|seed| beneath[seed.component.at()]) {
            return Vec::new();
        }
        let all: Vec<Seed> = starts.iter().copied().chain(own).collect();
        search.run_from(self, &all);
        let failed = |service: &&ComponentIx| search.time(**service).is_some_and(|time| time <= by);
        standing.iter().filter(failed).copied().collect()
    }
}

/// Whether an unknown fact of this kind could hide anything that the scenario withdraws.
pub(crate) fn could_hide(joint: &Joint, fact: FactKind) -> bool {
    joint.parts.iter().any(|part| match part {
        Part::Site(_) => fact == FactKind::Site,
        Part::Law(_, reached) => !reached.is_empty(),
        Part::Events(events) => !events.iter().all(|event| matches!(event, Event::Component(_))),
    })
}
