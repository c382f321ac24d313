//! Sets of withdrawals as findings.

use trefonds_findings::{
    Certainty, Coverage, CutEvent, CutSet, DayFrom, EventKind, Named, UnknownFact, VERSION,
};
use trefonds_model::{ComponentIx, Criticality, Hours};

use crate::Analysis;
use crate::events::Event;
use crate::stop_formula::event_of;
use crate::unknowns::UnknownIx;
use crate::what_if::Withdrawal;

/// What stands at the head of a list of cut sets.
pub struct CutHead {
    /// The version of the document.
    pub version: u32,
    /// The inventory's title.
    pub title: Option<String>,
    /// The day of the result.
    pub as_of: Option<String>,
    /// Where that day comes from.
    pub day_from: Option<DayFrom>,
    /// The trusted jurisdictions.
    pub home: Vec<String>,
    /// The service.
    pub service: Named,
    /// How much it matters.
    pub criticality: Criticality,
    /// Facts known over its cone.
    pub coverage: Coverage,
}

impl Analysis<'_> {
    /// The head of a list of cut sets of a service.
    #[must_use]
    pub fn cut_head(&self, service: ComponentIx) -> CutHead {
        CutHead {
            version: VERSION,
            title: self.title(),
            as_of: self.day_text(),
            day_from: self.day_from,
            home: self.home_codes(),
            service: self.component_named(service),
            criticality: self.criticality(service),
            coverage: self.coverage(&[service]).all,
        }
    }

    /// A withdrawal of a cut set; `None` for one that is no event (a union, a site, a law).
    #[must_use]
    pub fn cut_event(&self, withdrawal: Withdrawal) -> Option<CutEvent> {
        let event = event_of(withdrawal)?;
        let component = event.kind() == EventKind::Component;
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
        by: Option<Hours>,
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
        Some(CutSet {
            events: named.map(|event| self.event_named(event).id).collect(),
            certainty,
            survival_hours: stopped.survival_hours,
            hangs_on,
            witness: stopped.witness,
        })
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
