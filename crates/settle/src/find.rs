//! From an id to the thing of the inventory that it names.

use std::sync::OnceLock;

use trefonds_model::{ComponentIx, EntityIx, Inventory, LawIx, Layer, SiteIx, Text};

use crate::Settled;

/// The positions of one kind of things in the order of their ids, worked out when one is first looked for.
type Sorted = OnceLock<Vec<u32>>;

/// Every id, by kind.
#[derive(Default)]
pub(crate) struct Index {
    components: Sorted,
    entities: Sorted,
    sites: Sorted,
    laws: Sorted,
}

/// Where an id stands. O(log N), once O(N log N) for N things.
fn find(
    sorted: &Sorted,
    count: usize,
    id_at: impl Fn(u32) -> Text,
    texts: &Inventory,
    id: &str,
) -> Option<u32> {
    let text = |at: u32| texts.text(id_at(at));
    let sorted = sorted.get_or_init(|| {
        let mut all: Vec<u32> = (0..count as u32).collect();
        all.sort_by_key(|at| text(*at));
        all
    });
    let found = sorted.binary_search_by_key(&id, |at| text(*at)).ok()?;
    Some(sorted[found])
}

impl Settled<'_> {
    /// The component of an id. O(log N) once they are sorted.
    #[must_use]
    pub fn find_component(&self, id: &str) -> Option<ComponentIx> {
        let all = &self.model.components;
        find(&self.index.components, all.len(), |at| all[at as usize].id, self.model, id)
            .map(ComponentIx)
    }

    /// The legal entity of an id. O(log N) once they are sorted.
    #[must_use]
    pub fn find_entity(&self, id: &str) -> Option<EntityIx> {
        let all = &self.model.entities;
        find(&self.index.entities, all.len(), |at| all[at as usize].id, self.model, id)
            .map(EntityIx)
    }

    /// The site of an id. O(log N) once they are sorted.
    #[must_use]
    pub fn find_site(&self, id: &str) -> Option<SiteIx> {
        let all = &self.model.sites;
        find(&self.index.sites, all.len(), |at| all[at as usize].id, self.model, id).map(SiteIx)
    }

    /// The law of an id. O(log N) once they are sorted.
    #[must_use]
    pub fn find_law(&self, id: &str) -> Option<LawIx> {
        let all = &self.model.laws;
        find(&self.index.laws, all.len(), |at| all[at as usize].id, self.model, id).map(LawIx)
    }

    /// Whether a component is a business service that is there on the day.
    #[must_use]
    pub fn is_service(&self, component: ComponentIx) -> bool {
        self.is_present(component) && self.model.component(component).layer == Layer::Service
    }

    /// Whether a component is there on the day.
    #[must_use]
    pub fn is_present(&self, component: ComponentIx) -> bool {
        self.standing.is_present(component)
    }
}
