//! Who can change a component from afar, and what it needs to come back.

use trefonds_model::{Minutes, NeedsPlaces};

use super::Writer;
use crate::forms::{Change, Noted, Recovery, StandIn};
use crate::yaml::{Fields, Tree};

impl<'d> Writer<'d> {
    pub(super) fn change(&mut self, change: &'d Noted<'d, Change<'d>>) -> Tree<'d> {
        let Change { entity, how, because } = &change.value;
        let mut fields = Fields::one("entity", Tree::text(&entity.text));
        fields.put("how", how.map(|way| Tree::word(way.word())));
        fields.put_text("because", because.as_ref());
        self.note(&change.note, &mut fields);
        Self::short(entity, fields)
    }

    pub(super) fn recovery(&mut self, recovery: &'d Noted<'d, Recovery<'d>>) -> Tree<'d> {
        let Recovery { component, because } = &recovery.value;
        let mut fields = Fields::one("needs", Tree::text(&component.text));
        fields.put_text("because", because.as_ref());
        self.note(&recovery.note, &mut fields);
        Self::short(component, fields)
    }

    pub(super) fn stand_in(&mut self, stand_in: &'d StandIn<'d>) -> Tree<'d> {
        let StandIn { component, starts_in } = stand_in;
        let mut fields = Fields::one("needs", Tree::text(&component.text));
        self.starts_in(*starts_in, &mut fields);
        Self::short(component, fields)
    }

    /// How long something needs to take over; what runs all the time says nothing.
    pub(super) fn starts_in(&mut self, time: Minutes, fields: &mut Fields<'d>) {
        if time != Minutes::ZERO {
            let time = self.duration("starts_in", time);
            fields.put("starts_in", Some(Tree::word(time)));
        }
    }
}

/// How many of its places a component needs.
pub(super) fn places<'d>(needed: NeedsPlaces) -> Tree<'d> {
    match needed {
        NeedsPlaces::All => Tree::word("all"),
        NeedsPlaces::AtLeast(places) => Tree::word(places.to_string()),
    }
}
