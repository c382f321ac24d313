//! Facts that hang on one another: up to the top, down to the last, and what an offer rests on.

use rustc_hash::FxHashSet;
use trefonds_findings::{CatalogueFact, CatalogueFactKind as Fact, CatalogueStep};
use trefonds_model::{ComponentIx, EntityIx, Holder, SiteIx};

use super::{Catalogue, Thing};

/// A fact that leads on, and to what.
pub(super) type Leads = (CatalogueFact, Option<Thing>, bool);

impl Catalogue<'_> {
    /// The tree of what facts lead to, depth first; what was met before is told and not followed again.
    fn tree(&self, root: Thing, next: impl Fn(Thing) -> Vec<(Thing, Leads)>) -> Vec<CatalogueStep> {
        let mut steps = Vec::new();
        let mut met: FxHashSet<String> = FxHashSet::default();
        met.insert(self.named(root).id);
        let begin = |of, depth: u32| {
            let mut leads: Vec<(u32, Thing, Leads)> =
                next(of).into_iter().map(|(of, leads)| (depth, of, leads)).collect();
            leads.reverse();
            leads
        };
        let mut stack = begin(root, 1);
        while let Some((depth, of, (fact, to, follows))) = stack.pop() {
            let again = to.is_some_and(|to| !met.insert(self.named(to).id));
            let layer = match to {
                Some(Thing::Offer(offer)) => Some(self.model.component(offer).layer),
                _ => None,
            };
            steps.push(CatalogueStep { depth, of: self.named(of), layer, again, fact });
            if let Some(to) = to.filter(|_| follows && !again) {
                stack.extend(begin(to, depth + 1));
            }
        }
        steps
    }

    /// Who owns and controls an entity, up to the top. What does not hold on the day is not followed.
    pub(super) fn above(&self, entity: EntityIx) -> Vec<CatalogueStep> {
        self.tree(Thing::Entity(entity), |of| {
            let Thing::Entity(at) = of else { return Vec::new() };
            let entity = self.model.entity(at);
            let holders = entity.owned_by.items.iter().map(|it| match it.holder {
                Holder::Entity(holder) => (Some(Thing::Entity(holder)), self.holds(it.note)),
                Holder::Dispersed => (None, false),
            });
            let controllers = entity.controlled_by.items.iter();
            let controllers =
                controllers.map(|it| (Some(Thing::Entity(it.entity)), self.holds(it.note)));
            let (mut holders, mut controllers) = (holders, controllers);
            let told = self.parents(entity).into_iter().map(|fact| {
                let leads = match fact.fact {
                    Fact::Owner => holders.next(),
                    _ => controllers.next(),
                };
                let (to, follows) = leads.unwrap_or((None, false));
                (of, (fact, to, follows))
            });
            told.collect()
        })
    }

    /// Whom an entity owns and controls, and these in turn.
    pub(super) fn beneath(&self, entity: EntityIx) -> Vec<CatalogueStep> {
        self.tree(Thing::Entity(entity), |of| {
            let Thing::Entity(at) = of else { return Vec::new() };
            let mut found = Vec::new();
            for (number, one) in self.model.entities.iter().enumerate() {
                let thing = Thing::Entity(EntityIx(number as u32));
                for it in one.owned_by.items.iter().filter(|it| it.holder == Holder::Entity(at)) {
                    found.push((thing, (self.holding(it), Some(thing), self.holds(it.note))));
                }
                for it in one.controlled_by.items.iter().filter(|it| it.entity == at) {
                    found.push((thing, (self.link(it), Some(thing), self.holds(it.note))));
                }
            }
            found.sort_by_cached_key(|(thing, _)| self.named(*thing).id);
            found
        })
    }

    /// What an offer rests on, and that in turn.
    pub(super) fn rests_on(&self, offer: ComponentIx) -> Vec<CatalogueStep> {
        self.tree(Thing::Offer(offer), |of| {
            let Thing::Offer(at) = of else { return Vec::new() };
            let mut found = Vec::new();
            for it in &self.model.component(at).requirements.items {
                for (fact, to) in self.requirement(it).into_iter().zip(it.components()) {
                    found.push((of, (fact, Some(Thing::Offer(to)), self.holds(it.note))));
                }
            }
            found
        })
    }

    /// What is within a region, and within that in turn.
    pub(super) fn within(&self, region: SiteIx) -> Vec<CatalogueStep> {
        self.tree(Thing::Region(region), |of| {
            let Thing::Region(at) = of else { return Vec::new() };
            let inner = self
                .model
                .sites
                .iter()
                .enumerate()
                .filter(|(_, site)| site.within.is_some_and(|(around, _)| around == at));
            let mut found: Vec<(Thing, Leads)> = inner
                .filter_map(|(number, site)| {
                    let thing = Thing::Region(SiteIx(number as u32));
                    let mut facts = self.facts_of_region(site);
                    let fact = facts.pop().filter(|it| it.fact == Fact::Within)?;
                    Some((thing, (fact, Some(thing), true)))
                })
                .collect();
            found.sort_by_cached_key(|(thing, _)| self.named(*thing).id);
            found
        })
    }

    /// What stands next to a thing: what speaks of it.
    pub(super) fn beside(&self, thing: Thing) -> Vec<CatalogueStep> {
        let mut steps = Vec::new();
        let mut add = |of: Thing, fact: CatalogueFact| {
            let layer = match of {
                Thing::Offer(offer) => Some(self.model.component(offer).layer),
                _ => None,
            };
            steps.push(CatalogueStep { depth: 1, of: self.named(of), layer, again: false, fact });
        };
        for (number, it) in self.model.components.iter().enumerate() {
            let offer = Thing::Offer(ComponentIx(number as u32));
            match thing {
                Thing::Entity(entity) => {
                    let operators = it.operators.items.iter().filter(|it| it.entity == entity);
                    operators.for_each(|it| add(offer, self.party(Fact::Operator, it)));
                    let suppliers = it.suppliers.items.iter().filter(|it| it.entity == entity);
                    suppliers.for_each(|it| add(offer, self.supply(it)));
                    let changes = it.changes.items.iter().filter(|it| it.entity == entity);
                    changes.for_each(|it| add(offer, self.change(it)));
                }
                Thing::Region(_) => {
                    for place in &it.locations.items {
                        let fact = self.location(place);
                        if fact.value == self.value_of(thing) {
                            add(offer, fact);
                        }
                    }
                }
                Thing::Offer(_) => {
                    for requirement in &it.requirements.items {
                        let facts = self.requirement(requirement).into_iter();
                        facts
                            .filter(|fact| fact.value == self.value_of(thing))
                            .for_each(|fact| add(offer, fact));
                    }
                }
                Thing::Law(_) => {}
            }
        }
        if let Thing::Entity(entity) = thing {
            for (number, it) in self.model.sites.iter().enumerate() {
                let region = Thing::Region(SiteIx(number as u32));
                let operators = it.operators.items.iter().filter(|it| it.entity == entity);
                operators.for_each(|it| add(region, self.party(Fact::Operator, it)));
            }
        }
        steps.sort_by(|one, other| (one.fact.fact, &one.of).cmp(&(other.fact.fact, &other.of)));
        steps
    }
}
