//! How much a catalogue holds.

use std::collections::BTreeMap;

use trefonds_findings::{CatalogueOverview, OfferKindCount};
use trefonds_model::{ComponentIx, EntityIx};

use super::Catalogue;

impl Catalogue<'_> {
    /// How much it holds; patterns and rules are counted by whoever has them. O(n) for n entries, and what is
    /// above each entity.
    #[must_use]
    pub fn overview(&self, patterns: u32, rules: u32) -> CatalogueOverview {
        let model = self.model;
        let mut kinds: BTreeMap<String, (u32, u32)> = BTreeMap::new();
        let mut whole = 0;
        for (number, offer) in model.components.iter().enumerate() {
            let is_whole = u32::from(self.is_whole(offer));
            whole += is_whole;
            let kind = self.kind_of_offer(ComponentIx(number as u32)).unwrap_or_default();
            let (offers, whole) = kinds.entry(kind).or_default();
            (*offers, *whole) = (*offers + 1, *whole + is_whole);
        }
        let verified = |site: &&trefonds_model::Site| {
            !site.country.items.is_empty()
                && site.country.items.iter().all(|it| self.is_verified(it.note))
        };
        let entities = 0..model.entities.len();
        let read = entities.filter(|at| self.is_read_to_the_top(EntityIx(*at as u32)));
        CatalogueOverview {
            head: self.head.clone(),
            entities: model.entities.len() as u32,
            entities_read_to_the_top: read.count() as u32,
            regions: model.sites.len() as u32,
            regions_verified: model.sites.iter().filter(verified).count() as u32,
            offers: model.components.len() as u32,
            offers_whole: whole,
            kinds: kinds
                .into_iter()
                .map(|(kind, (offers, whole))| OfferKindCount { kind, offers, whole })
                .collect(),
            laws: model.laws.len() as u32,
            patterns,
            rules,
            sources: model.cited.len() as u32,
        }
    }
}
