//! Options for change, back to a model.

use std::collections::BTreeMap;

use trefonds_findings::FactNote;
use trefonds_findings::{AlternativeFact, Fact, FactValue, Field, ListFact, SubjectKind};
use trefonds_model::{
    Alternative, AlternativeIx, Changes, ComponentIx, Hours, NoteIx, Stated, Supply, Terms,
};

use super::{Builder, Rebuilt};

/// The fact of an option and whose it is.
type Found<'f> = (ComponentIx, &'f Fact, &'f AlternativeFact);

impl<'f> Builder<'f> {
    /// All options, in the order of the ids of their components, then of their own.
    pub(super) fn alternatives(&mut self) -> Rebuilt<()> {
        let mut found: Vec<Found<'f>> = Vec::new();
        for (id, component) in self.components.clone() {
            let fields = self.fields(SubjectKind::Component, id);
            for fact in fields.get(&Field::Alternative).into_iter().flatten() {
                if let FactValue::Alternative(alternative) = &fact.value {
                    found.push((component, fact, alternative));
                }
            }
        }
        let names = found.iter().enumerate();
        let names: BTreeMap<&str, AlternativeIx> = names
            .map(|(at, (_, fact, _))| (fact.key.item.as_str(), AlternativeIx(at as u32)))
            .collect();
        for (component, fact, alternative) in found {
            let note = self.note(&fact.note)?;
            let made = self.alternative(component, fact, alternative, note, &names)?;
            self.model.alternatives.push(made);
        }
        Ok(())
    }

    fn alternative(
        &mut self,
        component: ComponentIx,
        fact: &'f Fact,
        said: &'f AlternativeFact,
        note: NoteIx,
        names: &BTreeMap<&str, AlternativeIx>,
    ) -> Rebuilt<Alternative> {
        let named = |ids: &[String]| -> Box<[AlternativeIx]> {
            ids.iter().filter_map(|id| names.get(id.as_str()).copied()).collect()
        };
        let (excludes, requires) = (named(&said.excludes), named(&said.requires));
        self.place = Some(&fact.at);
        let stand_in = said.stand_in.as_deref().and_then(|id| self.components.get(id).copied());
        let changes = Changes {
            requirements: self.list(said.requirements.as_ref(), Self::top_requirement)?,
            operators: self.list(said.operators.as_ref(), Self::party)?,
            suppliers: self.list(said.suppliers.as_ref(), Self::supply)?,
            locations: self.list(said.locations.as_ref(), Self::location)?,
            data: self.list(said.data.as_ref(), Self::data)?,
            terms: self.terms(said)?,
            stand_in: stand_in.map(|stand_in| (stand_in, self.span())),
        };
        Ok(Alternative {
            id: self.model.texts.add(&fact.key.item),
            name: said.name.as_ref().map(|name| self.model.texts.add(name)),
            component,
            cost: said.cost.min(Alternative::MOST),
            lead_time: said.lead_time.map(Hours),
            changes,
            excludes,
            requires,
            note,
            at: self.span(),
        })
    }

    fn list<T>(
        &mut self,
        list: Option<&ListFact>,
        make: impl FnMut(&mut Self, &FactValue, NoteIx) -> Rebuilt<Option<T>>,
    ) -> Rebuilt<Option<Stated<T>>> {
        let Some(list) = list else { return Ok(None) };
        let values = list.items.iter().map(|item| (&item.value, &item.note, None));
        let rest = self.rest(list.rest.as_ref());
        Ok(Some(self.listed(values, rest, make)?))
    }

    fn terms(&mut self, said: &AlternativeFact) -> Rebuilt<Box<[Terms]>> {
        let values: Vec<(&FactValue, &FactNote)> =
            said.terms.iter().map(|item| (&item.value, &item.note)).collect();
        let mut terms = Vec::with_capacity(values.len());
        for (value, note) in values {
            let note = self.note(note)?;
            let made = self.supply(value, note)?;
            terms.extend(made.map(|Supply { entity, on_withdrawal, note, at }| Terms {
                entity,
                on_withdrawal,
                note,
                at,
            }));
        }
        Ok(terms.into())
    }
}
