//! Sets of withdrawals as findings.

use trefonds_findings::{
    Certainty, Coverage, CutEvent, CutSet, EndedService, Head, Level, Named, OneHand, UnknownFact,
};
use trefonds_model::{ComponentIx, Criticality, Minutes};

use crate::Analysis;
use crate::single_points::SinglePointOptions;
use trefonds_settle::events::Event;
use trefonds_settle::unknowns::UnknownIx;
use trefonds_settle::withdrawal::Withdrawal;
use trefonds_settle::withdrawal::event_of;

/// What stands at the head of a list of cut sets.
pub struct CutHead {
    /// Of what and of which day it speaks.
    pub head: Head,
    /// The service.
    pub service: Named,
    /// How much it matters.
    pub criticality: Criticality,
    /// Facts known over its cone.
    pub coverage: Coverage,
    /// Whether members of groups that take over after a time are taken as hot or as down: what is listed is
    /// then an upper bound.
    pub upper_bound: bool,
}

impl Analysis<'_> {
    /// The head of a list of cut sets of a service.
    #[must_use]
    pub fn cut_head(&self, service: ComponentIx) -> CutHead {
        CutHead {
            head: self.head(),
            service: self.component_named(service),
            criticality: self.criticality(service),
            coverage: self.coverage(&[service]).all,
            upper_bound: self.circuit().any_cold(),
        }
    }

    /// A withdrawal of a cut set; `None` for one that is no event (a union, a site, a law).
    #[must_use]
    pub fn cut_event(&self, withdrawal: Withdrawal) -> Option<CutEvent> {
        let event = event_of(withdrawal)?;
        let component = event.kind().is_thing();
        Some(CutEvent {
            event: self.event_named(event),
            kind: event.kind(),
            country: self.event_country(event),
            foreign: (!component).then(|| self.foreign(event).careful),
            unknown: match event {
                Event::Unknown(unknown) => Some(self.unknown_fact(unknown)),
                _ => None,
            },
        })
    }

    /// A set of withdrawals that stop a service by a horizon, with its proof; `None` when it does not.
    ///
    /// Where only foreign withdrawals count, a set is certain only if each of its is foreign for
    /// certain. Time as for [`Analysis::stopped_by`].
    #[must_use]
    pub fn cut_set(
        &self,
        service: ComponentIx,
        withdrawals: &[Withdrawal],
        by: Option<Minutes>,
        foreign_only: bool,
    ) -> Option<CutSet> {
        let stopped = self.stopped_by(service, withdrawals, by)?;
        let doubtful: Vec<UnknownIx> =
            if foreign_only { self.doubtfully_foreign(withdrawals) } else { Vec::new() };
        let mut hangs_on: Vec<UnknownFact> = stopped.hangs_on;
        for fact in self.unknown_facts(&doubtful) {
            if !hangs_on.contains(&fact) {
                hangs_on.push(fact);
            }
        }
        let all_foreign = withdrawals.iter().filter_map(|one| self.is_foreign(*one));
        let all_foreign = !foreign_only || all_foreign.into_iter().all(|(settled, _)| settled);
        let certainty = if all_foreign { stopped.certainty } else { Certainty::Possible };
        let named = withdrawals.iter().filter_map(|one| event_of(*one));
        let order = self.order_of(withdrawals);
        Some(CutSet {
            order,
            degree: withdrawals.len() as u32 - order,
            events: named.map(|event| self.event_named(event).id).collect(),
            certainty,
            survival_minutes: stopped.survival_minutes,
            hangs_on,
            witness: stopped.witness,
        })
    }

    /// How many hands a set takes at least: one, when all of it but one who is named are unknown hands
    /// that could be that one, or one another.
    fn order_of(&self, withdrawals: &[Withdrawal]) -> u32 {
        let events = withdrawals.iter().filter_map(|one| event_of(*one));
        let (hands, named): (Vec<Event>, Vec<Event>) =
            events.partition(|event| matches!(event, Event::Unknown(_)));
        let hands: Vec<UnknownIx> = hands
            .into_iter()
            .filter_map(|event| match event {
                Event::Unknown(unknown) => Some(unknown),
                _ => None,
            })
            .collect();
        let level = match named.first() {
            Some(Event::Entity(_)) => Level::Entity,
            Some(Event::Controller(_)) => Level::Controller,
            Some(Event::Component(_)) => Level::Component,
            Some(Event::Site(_)) => Level::Site,
            _ => Level::Jurisdiction,
        };
        let as_named = named.iter().all(|one| hands.iter().all(|hand| self.could_be(*hand, *one)));
        let one = |a: usize, hand: &UnknownIx| {
            hands[a + 1..].iter().all(|other| self.could_be_one(*hand, *other, level))
        };
        let as_one = hands.iter().enumerate().all(|(at, hand)| one(at, hand));
        if named.len() <= 1 && as_named && as_one { 1 } else { withdrawals.len() as u32 }
    }

    /// What is possible in one hand of one service, and whether all of it was looked for; and since
    /// when it is down from what has ended.
    #[must_use]
    pub fn beside_cuts(
        &self,
        service: ComponentIx,
        level: Level,
        by: Option<Minutes>,
        foreign_only: bool,
    ) -> (Vec<OneHand>, bool, Option<EndedService>) {
        let options =
            SinglePointOptions { by, home_too: !foreign_only, ..SinglePointOptions::at(level) };
        let found = self.coincidences(&options, &[service]);
        (self.one_hands(&found), found.complete, self.ended_service(service, by))
    }

    /// The unknown facts by which withdrawals may be foreign that are not so for certain.
    fn doubtfully_foreign(&self, withdrawals: &[Withdrawal]) -> Vec<UnknownIx> {
        let mut found = Vec::new();
        for event in withdrawals.iter().filter_map(|one| event_of(*one)) {
            if let (false, Event::Entity(entity) | Event::Controller(entity)) =
                (self.foreign(event).settled, event)
            {
                found.extend(self.foreign_hangs_on(entity));
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// How much a component matters; standard when nothing is said.
    #[must_use]
    pub fn matters(&self, component: ComponentIx) -> Criticality {
        self.criticality(component)
    }

    /// The business services that are there on the day, in file order.
    #[must_use]
    pub fn business_services(&self) -> Vec<ComponentIx> {
        self.services()
    }
}
