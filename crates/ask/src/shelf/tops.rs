//! Of what enough was read.

use rustc_hash::FxHashSet;
use trefonds_model::{Component, EntityIx, Holder, OnWithdrawal, Rest, Share, SourceRef};

use super::Catalogue;

impl Catalogue<'_> {
    /// Whether every link from an entity up to whoever is at the top was verified: each that may control, and
    /// that of whoever these are. Where a majority is in known hands the others do not matter; where it is not,
    /// an undisclosed rest is no top. O(links above).
    pub(super) fn is_read_to_the_top(&self, entity: EntityIx) -> bool {
        let mut met: FxHashSet<EntityIx> = FxHashSet::default();
        let mut queue = vec![entity];
        while let Some(at) = queue.pop() {
            if !met.insert(at) {
                continue;
            }
            match self.parents_read(at) {
                Some(parents) => queue.extend(parents),
                None => return false,
            }
        }
        true
    }

    /// Who may control an entity, if all of that was verified.
    fn parents_read(&self, entity: EntityIx) -> Option<Vec<EntityIx>> {
        let entity = self.model.entity(entity);
        let owned: Vec<_> = entity.owned_by.items.iter().filter(|it| self.holds(it.note)).collect();
        let links: Vec<_> =
            entity.controlled_by.items.iter().filter(|it| self.holds(it.note)).collect();
        if owned.is_empty() && links.is_empty() {
            // That there is nobody above is said of the whole.
            let nobody = [entity.owned_by.rest, entity.controlled_by.rest]
                .iter()
                .all(|rest| *rest != Rest::Undisclosed)
                && (entity.owned_by.is_said() || entity.controlled_by.is_said());
            return (nobody && self.is_verified(entity.note)).then(Vec::new);
        }
        if links.iter().any(|it| !self.is_verified(it.note)) {
            return None;
        }
        let mut parents: Vec<EntityIx> = links.iter().map(|it| it.entity).collect();
        let majority = owned.iter().find(|it| it.votes.at_least > Share::HALF);
        if let Some(majority) = majority {
            if !self.is_verified(majority.note) {
                return None;
            }
            if let Holder::Entity(holder) = majority.holder {
                parents.push(holder);
            }
            return Some(parents);
        }
        let named: u64 = owned.iter().map(|it| u64::from(it.votes.at_least)).sum();
        let open = u64::from(Share::WHOLE).saturating_sub(named) > u64::from(Share::HALF);
        let undisclosed = entity.owned_by.rest == Rest::Undisclosed && open;
        if undisclosed || owned.iter().any(|it| !self.is_verified(it.note)) {
            return None;
        }
        parents.extend(owned.iter().filter_map(|it| match it.holder {
            Holder::Entity(holder) if it.votes.at_most > Share::HALF => Some(holder),
            _ => None,
        }));
        Some(parents)
    }

    /// Whether an offer is whole: an operator, suppliers with what their withdrawal does, at least one thing
    /// that it rests on by a source, and a source with a date.
    pub(super) fn is_whole(&self, offer: &Component) -> bool {
        let suppliers = &offer.suppliers;
        let said = |on_withdrawal| on_withdrawal != OnWithdrawal::NotSaid;
        let source = |note| self.model.notes.get(note).source;
        let dated = |source: SourceRef| match source {
            SourceRef::Said(_) => false,
            SourceRef::Listed(at) => {
                self.model.cited.get(at as usize).is_some_and(|it| it.date.is_some())
            }
        };
        let notes = [offer.note]
            .into_iter()
            .chain(offer.operators.items.iter().map(|it| it.note))
            .chain(suppliers.items.iter().map(|it| it.note))
            .chain(offer.requirements.items.iter().map(|it| it.note));
        !offer.operators.items.is_empty()
            && suppliers.is_said()
            && suppliers.rest != Rest::Undisclosed
            && suppliers.items.iter().all(|it| said(it.on_withdrawal))
            && offer.requirements.items.iter().any(|it| source(it.note).is_some())
            && notes.into_iter().filter_map(source).any(dated)
    }
}
