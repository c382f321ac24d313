//! One entry, with what is above, beneath and beside it.

use trefonds_findings::{CatalogueEntry, CatalogueKind, CatalogueValue};
use trefonds_model::NoteIx;
use trefonds_source::Span;

use super::{Catalogue, Thing};

impl Catalogue<'_> {
    /// What the catalogue says of a thing; of several of one id, the first of the kinds in their order. Patterns
    /// are for whoever has them to add. O(n) for n facts.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<CatalogueEntry> {
        let kinds = [
            CatalogueKind::Offer,
            CatalogueKind::Entity,
            CatalogueKind::Region,
            CatalogueKind::Law,
        ];
        let found = |kind| Some((kind, *self.things.get(&(kind, id))?));
        let (kind, thing) = kinds.into_iter().find_map(found)?;
        Some(match thing {
            Thing::Offer(at) => {
                let it = self.model.component(at);
                CatalogueEntry {
                    offer_kind: self.kind_of_offer(at),
                    layer: Some(it.layer),
                    complete: Some(self.is_whole(it)),
                    facts: self.facts_of_offer(it),
                    rests_on: self.rests_on(at),
                    ..self.empty(kind, thing, it.at, it.note)
                }
            }
            Thing::Entity(at) => {
                let it = self.model.entity(at);
                CatalogueEntry {
                    lei: it.lei.map(|lei| self.model.text(lei).to_owned()),
                    complete: Some(self.is_read_to_the_top(at)),
                    facts: self.facts_of_entity(it),
                    above: self.above(at),
                    beneath: self.beneath(at),
                    ..self.empty(kind, thing, it.at, it.note)
                }
            }
            Thing::Region(at) => {
                let it = self.model.site(at);
                CatalogueEntry {
                    facts: self.facts_of_region(it),
                    beneath: self.within(at),
                    ..self.empty(kind, thing, it.at, it.note)
                }
            }
            Thing::Law(at) => {
                let it = self.model.law(at);
                CatalogueEntry {
                    jurisdiction: Some(it.jurisdiction.code().to_owned()),
                    effect: Some(it.effect),
                    facts: self.facts_of_law(it),
                    ..self.empty(kind, thing, it.at, it.note)
                }
            }
        })
    }

    /// What every entry has.
    fn empty(&self, kind: CatalogueKind, thing: Thing, at: Span, note: NoteIx) -> CatalogueEntry {
        CatalogueEntry {
            head: self.head.clone(),
            kind,
            thing: self.named(thing),
            offer_kind: None,
            layer: None,
            lei: None,
            jurisdiction: None,
            effect: None,
            complete: None,
            ground: self.ground(at, note),
            facts: Vec::new(),
            above: Vec::new(),
            beneath: Vec::new(),
            rests_on: Vec::new(),
            beside: self.beside(thing),
            patterns: Vec::new(),
        }
    }

    pub(super) fn value_of(&self, thing: Thing) -> CatalogueValue {
        CatalogueValue::Thing(self.named(thing))
    }
}
