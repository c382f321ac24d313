//! From what a user types to a thing of the inventory: what things are called, what a name means, what
//! might have been meant.

mod known;
mod meaning;

pub use meaning::NameFault;

use trefonds_model::ComponentIx;

use crate::Analysis;

/// What kind of thing a name is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NamedKind {
    /// A component that is there on the day.
    Component,
    /// A legal entity.
    Entity,
    /// A site.
    Site,
    /// A law.
    Law,
}

/// A thing with its id and the name that people call it by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedThing<'m> {
    /// What it is.
    pub kind: NamedKind,
    /// Its id.
    pub id: &'m str,
    /// Its name.
    pub name: &'m str,
}

impl<'m> Analysis<'m> {
    /// Everything that has a name beside its id, in file order, components first. O(things).
    pub fn names(&self) -> impl Iterator<Item = NamedThing<'m>> {
        let model = self.model();
        let there = model.components.iter().enumerate();
        let there = there.filter(|(at, _)| self.is_present(ComponentIx(*at as u32)));
        let components = there.map(|(_, it)| (NamedKind::Component, it.id, it.name));
        let entities = model.entities.iter().map(|it| (NamedKind::Entity, it.id, it.name));
        let sites = model.sites.iter().map(|it| (NamedKind::Site, it.id, it.name));
        let laws = model.laws.iter().map(|it| (NamedKind::Law, it.id, it.name));
        components.chain(entities).chain(sites).chain(laws).filter_map(move |(kind, id, name)| {
            Some(NamedThing { kind, id: model.text(id), name: model.text(name?) })
        })
    }
}
