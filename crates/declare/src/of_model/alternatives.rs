//! Options for change, by name.

use trefonds_model::{Alternative, AlternativeIx, Recovery, Stated};

use super::{Subject, Writer, Written, places, withdrawal};
use crate::{AlternativeFact, FactValue, Field, ItemFact, ListFact, SubjectKind};

impl Writer<'_> {
    pub(super) fn alternative(&mut self, alternative: &Alternative) {
        let owner = self.text(self.model.component(alternative.component).id);
        let subject = Subject { kind: SubjectKind::Component, id: &owner };
        let changes = &alternative.changes;
        let fact = AlternativeFact {
            name: alternative.name.map(|name| self.text(name)),
            cost: alternative.cost,
            lead_time: alternative.lead_time.map(|minutes| minutes.0),
            requirements: self.list(changes.requirements.as_ref(), Self::top_requirement),
            operators: self.list(changes.operators.as_ref(), Self::party),
            suppliers: self.list(changes.suppliers.as_ref(), Self::supply),
            locations: self.list(changes.locations.as_ref(), Self::location),
            data: self.list(changes.data.as_ref(), Self::data),
            terms: self.terms(alternative),
            changed_by: self.list(changes.changed_by.as_ref(), Self::change),
            needs_places: changes.needs_places.map(places),
            restarts_in: changes.restarts_in.map(|minutes| minutes.0),
            recovers_with: changes.recovers_with.as_deref().map(|of| self.recoveries(of)),
            starts_in: changes.stand_in.map_or(0, |it| it.starts_in.0),
            stand_in: changes.stand_in.map(|it| self.text(self.model.component(it.component).id)),
            excludes: self.ids(&alternative.excludes),
            requires: self.ids(&alternative.requires),
        };
        let item = self.text(alternative.id);
        let place = (alternative.note, alternative.at);
        self.add(subject, Field::Alternative, item, FactValue::Alternative(Box::new(fact)), place);
    }

    fn terms(&self, alternative: &Alternative) -> Vec<ItemFact> {
        let terms = alternative.changes.terms.iter().map(|terms| {
            let entity = self.text(self.model.entity(terms.entity).id);
            let on_withdrawal = withdrawal(terms.on_withdrawal);
            let value = FactValue::Supply { entity, on_withdrawal };
            ItemFact { value, note: self.note(terms.note) }
        });
        sorted(terms.collect())
    }

    fn recoveries(&self, recoveries: &[Recovery]) -> Vec<ItemFact> {
        let items = recoveries.iter().map(|recovery| {
            let (_, value, note, _) = self.recovery(recovery);
            ItemFact { value, note: self.note(note) }
        });
        sorted(items.collect())
    }

    fn list<T>(
        &self,
        stated: Option<&Stated<T>>,
        write: impl Fn(&Self, &T) -> Written,
    ) -> Option<ListFact> {
        let stated = stated?;
        let items = stated.items.iter().map(|item| {
            let (_, value, note, _) = write(self, item);
            ItemFact { value, note: self.note(note) }
        });
        Some(ListFact {
            items: sorted(items.collect()),
            rest: self.rest(stated.rest, stated.hidden),
        })
    }

    fn ids(&self, alternatives: &[AlternativeIx]) -> Vec<String> {
        let found = alternatives.iter().filter_map(|at| self.model.alternatives.get(at.at()));
        let mut ids: Vec<String> = found.map(|alternative| self.text(alternative.id)).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }
}

/// The order of a list means nothing.
fn sorted(mut items: Vec<ItemFact>) -> Vec<ItemFact> {
    items.sort();
    items
}
