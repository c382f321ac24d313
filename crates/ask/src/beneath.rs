//! What components are as others see them: names, parties, and what they rest on, by declared requirements alone.

use rustc_hash::FxHashSet;
use trefonds_findings::{Coverage, Head, Layer, Named, SourceAt};
use trefonds_model::ComponentIx;

use crate::Analysis;

/// A component, for whoever compares it with something else.
#[derive(Clone, Debug)]
pub struct Sketch {
    /// Id and name.
    pub component: Named,
    /// Its layer.
    pub layer: Layer,
    /// Its tags.
    pub tags: Vec<String>,
    /// The offer that it is.
    pub is: Option<String>,
    /// Whether it came from a catalogue.
    pub of_catalogue: bool,
    /// The ids of who runs and supplies it.
    pub parties: Vec<String>,
    /// Where it is declared.
    pub at: SourceAt,
}

impl Analysis<'_> {
    /// Of what and of which day results speak, and the coverage of all services.
    #[must_use]
    pub fn about(&self) -> (Head, Coverage) {
        (self.head(), self.coverage(&self.services()).all)
    }

    /// The components that are there on the day, in the order of the files.
    #[must_use]
    pub fn present(&self) -> Vec<ComponentIx> {
        self.present_components().collect()
    }

    /// A component. O(its facts).
    #[must_use]
    pub fn sketch(&self, component: ComponentIx) -> Sketch {
        let model = self.model();
        let it = model.component(component);
        let operators = it.operators.items.iter().map(|party| party.entity);
        let suppliers = it.suppliers.items.iter().map(|supply| supply.entity);
        let parties = operators.chain(suppliers);
        Sketch {
            component: self.component_named(component),
            layer: it.layer,
            tags: it.tags.iter().map(|tag| model.text(*tag).to_owned()).collect(),
            is: it.is.map(|offer| model.text(offer).to_owned()),
            of_catalogue: model.is_of_the_catalogue(component),
            parties: parties.map(|it| model.text(model.entity(it).id).to_owned()).collect(),
            at: self.source_at(it.at),
        }
    }

    /// All that a component rests on, by hard and soft requirements, itself left out. O(V + E).
    #[must_use]
    pub fn beneath(&self, component: ComponentIx) -> Vec<ComponentIx> {
        let mut met: FxHashSet<ComponentIx> = FxHashSet::default();
        met.insert(component);
        let mut queue = vec![component];
        let mut beneath = Vec::new();
        while let Some(at) = queue.pop() {
            for requirement in &self.model().component(at).requirements.items {
                for needed in requirement.components() {
                    if met.insert(needed) {
                        beneath.push(needed);
                        queue.push(needed);
                    }
                }
            }
        }
        beneath.sort_unstable();
        beneath
    }
}
