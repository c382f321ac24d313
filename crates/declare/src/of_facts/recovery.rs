//! Who can change a component from afar, and what it needs to come back.

use std::borrow::Cow;

use trefonds_model::{Minutes, NeedsPlaces, Stated};
use trefonds_source::Span;

use super::{Fields, Maker, one};
use crate::forms::{Change, Noted, Recovery, StandIn};
use crate::{AlternativeFact, FactNote, FactValue, Field, ItemFact, PlacesFact};

impl<'f> Maker<'f> {
    pub(super) fn change(
        &mut self,
        value: &'f FactValue,
        note: &'f FactNote,
    ) -> Option<Noted<'f, Change<'f>>> {
        let FactValue::Change { entity, how, because } = value else { return self.none() };
        let because = because.as_deref().map(Cow::Borrowed);
        let entity = self.name(entity);
        self.noted(Change { entity, how: *how, because }, note)
    }

    fn recovery(
        &mut self,
        value: &'f FactValue,
        note: &'f FactNote,
    ) -> Option<Noted<'f, Recovery<'f>>> {
        let FactValue::Recovery { component, because } = value else { return self.none() };
        let because = because.as_deref().map(Cow::Borrowed);
        let component = self.name(component);
        self.noted(Recovery { component, because }, note)
    }

    /// What the repair of a component needs: nothing is said of a rest.
    pub(super) fn recovers_with(
        &mut self,
        fields: &Fields<'f>,
        whole: Span,
    ) -> Stated<Noted<'f, Recovery<'f>>> {
        let mut items = Vec::new();
        for fact in fields.get(&Field::RecoversWith).into_iter().flatten() {
            self.enter(*fact);
            items.extend(self.recovery(&fact.1.value, &fact.1.note));
        }
        if items.is_empty() { Stated::not_said(whole) } else { Stated::complete(items, whole) }
    }

    /// The same, of an option.
    pub(super) fn recovers_instead(
        &mut self,
        items: Option<&'f Vec<ItemFact>>,
    ) -> Option<Stated<Noted<'f, Recovery<'f>>>> {
        let items = items?;
        let at = self.fresh();
        let made = items.iter().filter_map(|item| self.recovery(&item.value, &item.note));
        Some(Stated::complete(made.collect(), at))
    }

    /// How many of its places a component needs: at least one.
    pub(super) fn needs_places(&mut self, said: PlacesFact) -> Option<(NeedsPlaces, Span)> {
        let needed = match said {
            PlacesFact::All => NeedsPlaces::All,
            PlacesFact::AtLeast(0) => return self.none(),
            PlacesFact::AtLeast(places) => NeedsPlaces::AtLeast(places),
        };
        Some((needed, self.fresh()))
    }

    /// A field that is a duration.
    pub(super) fn minutes(&mut self, fields: &Fields<'f>, field: Field) -> Option<Minutes> {
        let fact = one(fields, field)?;
        self.enter(fact);
        match fact.1.value {
            FactValue::Duration(said) => Some(self.duration(said)),
            _ => self.none(),
        }
    }

    pub(super) fn stand_in(&mut self, said: &'f AlternativeFact) -> Option<StandIn<'f>> {
        if said.stand_in.is_none() && said.starts_in != 0 {
            self.unfit();
        }
        let component = self.name(said.stand_in.as_deref()?);
        Some(StandIn { component, starts_in: self.duration(said.starts_in) })
    }
}
