//! Options for change.

use std::borrow::Cow;

use trefonds_model::Alternative as Model;

use super::{Fields, Maker};
use crate::forms::{Alternative, Name};
use crate::{AlternativeFact, FactValue, Field, diags};

impl<'f> Maker<'f> {
    pub(super) fn alternatives(&mut self, fields: &Fields<'f>) -> Vec<Alternative<'f>> {
        let mut made = Vec::new();
        for fact in fields.get(&Field::Alternative).into_iter().flatten() {
            let at = self.enter(*fact);
            let FactValue::Alternative(said) = &fact.1.value else {
                self.unfit();
                continue;
            };
            let id = Name { text: Cow::Borrowed(fact.1.key.item.as_str()), at };
            let note = self.note(&fact.1.note);
            made.push(Alternative { note, ..self.alternative(id, said) });
        }
        made
    }

    fn alternative(&mut self, id: Name<'f>, said: &'f AlternativeFact) -> Alternative<'f> {
        let cost = (said.cost <= Model::MOST).then_some(said.cost);
        if cost.is_none() {
            self.diagnostics.push(diags::bad_cost(self.lang, self.at, &said.cost.to_string()));
        }
        let alternative = Alternative {
            name: said.name.as_deref().map(Cow::Borrowed),
            cost,
            lead_time: said.lead_time.map(|time| self.duration(time)),
            requirements: self.list(said.requirements.as_ref(), Self::requirement),
            operators: self.list(said.operators.as_ref(), Self::party),
            suppliers: self.list(said.suppliers.as_ref(), Self::supply),
            terms: Vec::new(),
            locations: self.list(said.locations.as_ref(), Self::location),
            data: self.list(said.data.as_ref(), Self::data),
            changed_by: self.list(said.changed_by.as_ref(), Self::change),
            needs_places: said.needs_places.and_then(|it| self.needs_places(it)),
            restarts_in: said.restarts_in.map(|time| self.duration(time)),
            recovers_with: self.recovers_instead(said.recovers_with.as_ref()),
            stand_in: self.stand_in(said),
            excludes: said.excludes.iter().map(|id| self.name(id)).collect(),
            requires: said.requires.iter().map(|id| self.name(id)).collect(),
            note: None,
            id,
        };
        let terms = said.terms.iter().filter_map(|item| self.supply(&item.value, &item.note));
        let terms: Vec<_> = terms.collect();
        let alternative = Alternative { terms, ..alternative };
        if !said.changes() {
            let at = alternative.id.at;
            let problem = diags::option_without_change(self.lang, at, &alternative.id.text);
            self.diagnostics.push(problem);
        }
        alternative
    }
}
