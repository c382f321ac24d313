//! Single points of control: which event alone stops which service.
//!
//! Named events are solved in blocks ([`hits`]), unknown facts and components one by one, and only
//! what was hit is then proven ([`proofs`]) and summed up ([`ranking`]).

mod degradations;
mod hits;
mod proofs;
mod ranking;

use rustc_hash::FxHashMap;
use trefonds_findings::{Level, Named, OneHand, ServiceVerdict, SinglePoints};
use trefonds_model::{ComponentIx, Criticality, Minutes};

use crate::Analysis;
use crate::coverage::Coverages;
pub(crate) use hits::{Hit, Worlds};
use trefonds_settle::events::Event;

/// How much of each finding is worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Detail {
    /// Findings with witnesses and what they hang on.
    #[default]
    Full,
    /// The same, unless the proofs have more steps than so many together: on a long chain each of its
    /// components has a proof as long as the chain. Then as [`Detail::Summary`].
    Within(usize),
    /// Findings and what they hang on, their witnesses without steps. For whoever compares findings.
    Unproven,
    /// Summaries by event and service only; `findings` stays empty. For very large inventories.
    Summary,
}

/// Which single points to look for.
#[derive(Clone, Copy, Debug)]
pub struct SinglePointOptions {
    /// The level of the events.
    pub level: Level,
    /// Leave out what stops later.
    pub by: Option<Minutes>,
    /// Leave out what is over sooner: only outages that last so long count.
    pub lasting: Option<Minutes>,
    /// Home controllers too, not the foreign ones only.
    pub home_too: bool,
    /// How much is worked out.
    pub detail: Detail,
}

impl SinglePointOptions {
    /// Foreign single points of a level, at any time, in full.
    #[must_use]
    pub const fn at(level: Level) -> Self {
        Self { level, by: None, lasting: None, home_too: false, detail: Detail::Full }
    }
}

impl Analysis<'_> {
    /// The single points of control of every service at one level.
    ///
    /// O((V + E) x named events) time for the times, memory V x 64 bytes a thread; then, for each
    /// event that stops something, O(F log F) over the F components that it makes fail.
    #[must_use]
    pub fn single_points(&self, options: &SinglePointOptions) -> SinglePoints {
        let services = self.services();
        let coverage = self.coverage(&services);
        let hits = self.hits(options, &services);
        let coincidences = self.coincidences(options, &services);
        let events = self.summaries(&hits);
        let findings = self.findings(&hits, &events, options);
        let one_hand = self.one_hands(&coincidences);
        SinglePoints {
            head: self.head(),
            level: options.level,
            by_minutes: options.by.map(|by| by.0),
            lasting_minutes: options.lasting.map(|lasting| lasting.0),
            coverage: coverage.all,
            services: self.verdicts(&services, &coverage, &hits, &one_hand),
            events: events.into_iter().map(|(_, summary)| summary).collect(),
            ended: self.ended_services(options.by),
            left_out: self.left_out(options.level),
            one_hand,
            one_hand_complete: coincidences.complete,
            unmendable: self.unmendable().to_vec(),
            findings,
            degradations: self.degradations(options, &services),
        }
    }

    fn verdicts(
        &self,
        services: &[ComponentIx],
        coverage: &Coverages,
        hits: &[Hit],
        one_hand: &[OneHand],
    ) -> Vec<ServiceVerdict> {
        let mut verdicts: Vec<ServiceVerdict> = (services.iter().zip(&coverage.each))
            .map(|(service, coverage)| ServiceVerdict {
                service: self.component_named(*service),
                criticality: self.criticality(*service),
                coverage: *coverage,
                certain: 0,
                possible: 0,
                unknown: 0,
                one_hand: 0,
                ended: 0,
                interrupting: 0,
            })
            .collect();
        for hit in hits {
            let Ok(at) = services.binary_search(&hit.service) else {
                continue;
            };
            let verdict = &mut verdicts[at];
            let count = match (hit.event, hit.certain) {
                (Event::Ended(_), true) => &mut verdict.ended,
                // That it is needed is an unknown fact.
                (Event::Ended(_), false) | (Event::Unknown(_), _) => &mut verdict.unknown,
                (_, true) => &mut verdict.certain,
                (_, false) => &mut verdict.possible,
            };
            *count += 1;
            let named = !matches!(hit.event, Event::Ended(_) | Event::Unknown(_));
            verdict.interrupting += u32::from(hit.interrupts && hit.certain && named);
        }
        let mut counts: FxHashMap<&str, u32> = FxHashMap::default();
        for one in one_hand {
            *counts.entry(&one.service.id).or_default() += 1;
        }
        for verdict in &mut verdicts {
            verdict.one_hand = counts.get(verdict.service.id.as_str()).copied().unwrap_or(0);
        }
        verdicts.sort_by_key(|verdict| verdict.criticality);
        verdicts
    }

    /// The organisation's own events that a level leaves out.
    fn left_out(&self, level: Level) -> Vec<Named> {
        if !matches!(level, Level::Entity | Level::Controller) {
            return Vec::new();
        }
        self.model().organisation.iter().map(|entity| self.entity_named(*entity)).collect()
    }

    /// How much a component matters; standard when nothing is said.
    pub(crate) fn criticality(&self, component: ComponentIx) -> Criticality {
        self.model().component(component).criticality.unwrap_or_default()
    }
}
