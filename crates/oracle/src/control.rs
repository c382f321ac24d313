//! Who controls whom: the least fixpoint, from nothing up.

use std::collections::BTreeSet;

use crate::lookup::Reading;
use crate::unknown::{Kind, Unknown, at_least};
use crate::world::*;

/// More than this is control.
const HALF: i64 = WHOLE / 2;

impl World {
    /// All that somebody controls, who is, or holds what these do, and whom `hands` hide; those themselves
    /// included.
    #[must_use]
    pub fn controlled(&self, by: &[Id], hands: &[Unknown], reading: Reading) -> BTreeSet<Id> {
        let mut all: BTreeSet<Id> = by.iter().cloned().collect();
        loop {
            let next: Vec<Id> = (self.entities.iter())
                .filter(|it| !all.contains(&it.id) && self.is_controlled(it, &all, hands, reading))
                .map(|it| it.id.clone())
                .collect();
            if next.is_empty() {
                return all;
            }
            all.extend(next);
        }
    }

    fn is_controlled(
        &self,
        entity: &Entity,
        by: &BTreeSet<Id>,
        hands: &[Unknown],
        reading: Reading,
    ) -> bool {
        let mut links = self.read(&entity.controlled_by, reading);
        links.any(|link| by.contains(link))
            || self.votes(entity, by, hands, reading) > HALF
                && self.votes_of_others(entity, by, hands) < WHOLE - HALF
    }

    fn votes(
        &self,
        entity: &Entity,
        by: &BTreeSet<Id>,
        hands: &[Unknown],
        reading: Reading,
    ) -> i64 {
        let held = self.read(&entity.owned_by, reading).map(|holding| match holding {
            Holding::Entity(id, votes) if by.contains(id) => {
                let (least, most) = votes.unwrap_or((0, WHOLE));
                if reading == Reading::Careful { most } else { least }
            }
            _ => 0,
        });
        let hides = |it: &Unknown| it.kind == Kind::Parents && it.subject == entity.id;
        let hidden = if hands.iter().any(hides) { self.hidden_votes(entity) } else { 0 };
        held.sum::<i64>() + hidden
    }

    /// The votes that others have at least: none can have them too.
    fn votes_of_others(&self, entity: &Entity, by: &BTreeSet<Id>, hands: &[Unknown]) -> i64 {
        let hides = |it: &Unknown| it.kind == Kind::Parents && it.subject == entity.id;
        if hands.iter().any(hides) && self.may_be_controlled(&entity.id) {
            return 0;
        }
        let said = || self.read(&entity.owned_by, Reading::Settled);
        let own = |holding: &&Holding| matches!(holding, Holding::Entity(id, _) if by.contains(id));
        // Who has a majority for certain has it, whatever is said of others.
        if said().filter(own).map(at_least).sum::<i64>() > HALF {
            return 0;
        }
        said().filter(|holding| !own(holding)).map(at_least).sum()
    }

    /// Whether one entity controls another; none controls itself.
    #[must_use]
    pub fn controls(&self, top: &str, entity: &str, reading: Reading) -> bool {
        top != entity && self.controlled(&[top.to_owned()], &[], reading).contains(entity)
    }

    /// Everybody above an entity.
    #[must_use]
    pub fn above(&self, entity: &str, reading: Reading) -> Vec<Id> {
        let all = self.entities.iter().map(|it| it.id.clone());
        all.filter(|top| self.controls(top, entity, reading)).collect()
    }

    /// The ultimate controllers: those above it that nobody controls but whom they control; itself where
    /// that is so of itself.
    #[must_use]
    pub fn ultimate(&self, entity: &str, reading: Reading) -> Vec<Id> {
        let mut all = self.above(entity, reading);
        all.push(entity.to_owned());
        all.retain(|top| {
            let above = self.above(top, reading);
            above.iter().all(|higher| self.controls(top, higher, reading))
        });
        all
    }

    /// Whether an entity is foreign, in the settled and in the careful reading.
    #[must_use]
    pub fn foreign(&self, entity: &str) -> (bool, bool) {
        let abroad = |id: &str, reading| {
            self.countries_of(id, reading).iter().any(|country| self.is_abroad(country))
        };
        let by = |mut tops: Vec<Id>, reading| {
            tops.push(entity.to_owned());
            tops.iter().any(|top| abroad(top, reading))
        };
        let settled = by(self.ultimate(entity, Reading::Settled), Reading::Settled);
        // The careful reading loses none of the controllers of the settled one.
        let careful = || by(self.tops(entity).into_iter().collect(), Reading::Careful);
        (settled, settled || careful() || self.may_be_foreign(entity))
    }

    /// Whether somebody who is not named may control an entity alone.
    #[must_use]
    pub fn may_be_controlled(&self, entity: &str) -> bool {
        self.entity(entity).is_some_and(|it| self.hidden_votes(it) > HALF)
    }

    /// Whether an unknown fact of an entity, or of anybody above, could make it foreign.
    fn may_be_foreign(&self, entity: &str) -> bool {
        let mut all = self.above(entity, Reading::Careful);
        all.push(entity.to_owned());
        self.unknowns().iter().filter(|it| all.contains(&it.subject)).any(|it| match it.kind {
            Kind::Country => true,
            Kind::Parents => self.may_be_controlled(&it.subject),
            _ => false,
        })
    }
}
