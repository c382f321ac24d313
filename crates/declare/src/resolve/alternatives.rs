use trefonds_model::{Alternative, AlternativeIx, Changes, OnWithdrawal, StandIn, Terms};

use super::{Resolver, kept};
use crate::diags::{self, Kind};
use crate::forms::{self, Noted};

impl Resolver<'_> {
    /// An alternative of a component; `None` without a cost, which was reported.
    pub(super) fn alternative(
        &mut self,
        raw: &forms::Alternative<'_>,
        owner: &forms::Component<'_>,
    ) -> Option<Alternative> {
        let own = &*owner.id.text;
        self.check_places_of_option(raw, owner);
        let requirements = raw.requirements.as_ref().map(|stated| {
            self.check_top(&stated.items);
            self.stated(stated, |resolver, raw| resolver.requirement(raw, own))
        });
        let changes = Changes {
            requirements,
            operators: raw.operators.as_ref().map(|stated| self.stated(stated, Self::party)),
            suppliers: raw.suppliers.as_ref().map(|stated| self.stated(stated, Self::supply)),
            locations: raw.locations.as_ref().map(|stated| self.stated(stated, Self::location)),
            data: raw.data.as_ref().map(|stated| self.stated(stated, Self::data)),
            changed_by: raw.changed_by.as_ref().map(|stated| self.stated(stated, Self::change)),
            needs_places: raw.needs_places.map(|(needed, _)| needed),
            restarts_in: raw.restarts_in,
            recovers_with: (raw.recovers_with.as_ref())
                .map(|stated| kept(&stated.items, |it| self.recovery(it, own))),
            terms: kept(&raw.terms, |terms| self.terms(terms, owner)),
            stand_in: self.stand_in(raw, own),
        };
        Some(Alternative {
            component: self.names.component(own)?,
            changes,
            excludes: kept(&raw.excludes, |name| self.alternative_named(name)),
            requires: kept(&raw.requires, |name| self.alternative_named(name)),
            id: self.texts.add(&raw.id.text),
            name: self.text(raw.name.as_ref()),
            lead_time: raw.lead_time,
            note: self.note(&raw.note),
            at: raw.id.at,
            cost: raw.cost?,
        })
    }

    fn alternative_named(&mut self, name: &forms::Name<'_>) -> Option<AlternativeIx> {
        let found = self.names.alternative(&name.text);
        if found.is_none() {
            self.unknown(name, Kind::Alternative);
        }
        found
    }

    fn stand_in(&mut self, raw: &forms::Alternative<'_>, own: &str) -> Option<StandIn> {
        let forms::StandIn { component: name, starts_in } = raw.stand_in.as_ref()?;
        if name.text == own {
            self.diagnostics.push(diags::own_stand_in(self.lang, name.at, own));
            return None;
        }
        let component = self.component_named(name)?;
        Some(StandIn { component, starts_in: *starts_in, at: name.at })
    }

    fn terms(
        &mut self,
        raw: &Noted<'_, (forms::Name<'_>, OnWithdrawal)>,
        owner: &forms::Component<'_>,
    ) -> Option<Terms> {
        let (name, on_withdrawal) = &raw.value;
        let entity = self.entity_named(name)?;
        let mut suppliers = owner.suppliers.items.iter();
        if !suppliers.any(|supplier| supplier.value.0.text == name.text) {
            let component = &owner.id.text;
            self.diagnostics.push(diags::not_a_supplier(self.lang, name.at, &name.text, component));
            return None;
        }
        let on_withdrawal = *on_withdrawal;
        Some(Terms { entity, on_withdrawal, note: self.note(&raw.note), at: raw.at })
    }
}
