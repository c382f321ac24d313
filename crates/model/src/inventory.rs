use trefonds_source::{SourceMap, Span};

use crate::{
    Alternative, Component, Date, Entity, FactKind, Hidden, HiddenIx, Jurisdiction, Law, Notes,
    Site, Source, Text, Texts,
};

macro_rules! index {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The position in its table.
            #[must_use]
            pub const fn at(self) -> usize {
                self.0 as usize
            }
        }
    };
}

index!(
    /// A component of [`Inventory::components`].
    ComponentIx
);
index!(
    /// A legal entity of [`Inventory::entities`].
    EntityIx
);
index!(
    /// A site of [`Inventory::sites`].
    SiteIx
);
index!(
    /// A law of [`Inventory::laws`].
    LawIx
);

/// Where an inventory says what stands once in the whole of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct RootPlaces {
    /// The title.
    pub title: Span,
    /// The trusted jurisdictions.
    pub home: Span,
    /// The day.
    pub as_of: Span,
    /// The currency.
    pub currency: Span,
    /// The edition of the catalogue.
    pub catalogue: Span,
    /// Whom to ask.
    pub asks: Span,
    /// The entities that it speaks for.
    pub organisation: Span,
}

/// A valid inventory: every index in it points at something that exists.
#[derive(Clone, Debug, Default)]
pub struct Inventory {
    /// What it describes.
    pub title: Option<Text>,
    /// The trusted jurisdictions; all others are foreign.
    pub home: Vec<Jurisdiction>,
    /// The day that it speaks of, if it says so.
    pub as_of: Option<Date>,
    /// The newest day on which one of its facts was verified.
    pub newest_verified: Option<Date>,
    /// Components, in file order.
    pub components: Vec<Component>,
    /// Legal entities, in file order.
    pub entities: Vec<Entity>,
    /// Sites, in file order.
    pub sites: Vec<Site>,
    /// Laws, in file order.
    pub laws: Vec<Law>,
    /// What could be changed, in file order.
    pub alternatives: Vec<Alternative>,
    /// Sources that facts refer to by their ids, in file order.
    pub cited: Vec<Source>,
    /// The entities that the inventory speaks for.
    pub organisation: Vec<EntityIx>,
    /// What is said of undisclosed facts that have a name or bounds, in file order.
    pub hidden: Vec<Hidden>,
    /// The currency of costs, ISO 4217; costs are in units of no name without one.
    pub currency: Option<Text>,
    /// The edition of the catalogue that it is written against; what it takes from it is among its own.
    pub catalogue: Option<Text>,
    /// Whom to ask for facts of some kinds, in the order of the kinds.
    pub asks: Vec<(FactKind, Text)>,
    /// Where it says what stands once in the whole inventory.
    pub root: RootPlaces,
    /// All texts.
    pub texts: Texts,
    /// All notes.
    pub notes: Notes,
    /// The files that it was read from, to turn a span into file, line and column.
    pub sources: SourceMap,
}

impl Inventory {
    /// Whether nobody declared a component: it came from a catalogue, because something rests on it.
    #[must_use]
    pub fn is_of_the_catalogue(&self, component: ComponentIx) -> bool {
        let Some(it) = self.components.get(component.at()) else { return false };
        it.is.is_some_and(|offer| self.text(offer) == self.text(it.id))
    }

    /// A text of this inventory.
    #[must_use]
    pub fn text(&self, text: Text) -> &str {
        self.texts.get(text)
    }

    /// The day that results speak of: the inventory's own, else that of the newest verification. The
    /// dates of facts never make it.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        self.as_of.or(self.newest_verified)
    }

    /// What is said of something undisclosed.
    #[must_use]
    pub fn hidden_of(&self, hidden: Option<HiddenIx>) -> Option<&Hidden> {
        self.hidden.get(hidden?.at())
    }

    /// The name of something undisclosed, if it was given one.
    #[must_use]
    pub fn hidden_name(&self, hidden: Option<HiddenIx>) -> Option<&str> {
        self.hidden.get(hidden?.at())?.name.map(|name| self.text(name))
    }

    /// The component behind an index.
    #[must_use]
    pub fn component(&self, component: ComponentIx) -> &Component {
        &self.components[component.at()]
    }

    /// The legal entity behind an index.
    #[must_use]
    pub fn entity(&self, entity: EntityIx) -> &Entity {
        &self.entities[entity.at()]
    }

    /// The site behind an index.
    #[must_use]
    pub fn site(&self, site: SiteIx) -> &Site {
        &self.sites[site.at()]
    }

    /// The law behind an index.
    #[must_use]
    pub fn law(&self, law: LawIx) -> &Law {
        &self.laws[law.at()]
    }

    /// The name of a component for people: its name, else its id.
    #[must_use]
    pub fn component_name(&self, component: ComponentIx) -> &str {
        let component = self.component(component);
        self.text(component.name.unwrap_or(component.id))
    }

    /// The name of a legal entity for people: its name, else its id.
    #[must_use]
    pub fn entity_name(&self, entity: EntityIx) -> &str {
        let entity = self.entity(entity);
        self.text(entity.name.unwrap_or(entity.id))
    }
}
