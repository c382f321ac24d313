//! Amendments: what completes or replaces facts of things that are declared elsewhere.

use trefonds_declare::Field;
use trefonds_lang::Lang;

use super::components::COMPONENT;
use super::entities::ENTITY;
use super::node::{Node, Seen};
use super::requirements::Changes;
use super::sites::SITE;
use super::{Amendment, Amendments, Component, Entity, Name, Reader, Site};

/// What can be amended.
pub(crate) const AMEND: &[&str] = &["components", "entities", "sites"];
impl<'a> Reader<'a> {
    /// The mapping under `amend`.
    pub(super) fn amendments(&mut self, node: Node<'a>) -> Amendments<'a> {
        let mut amendments = Amendments::default();
        let Some(at) = self.mapping(node, Lang::a_mapping) else { return amendments };
        let mut seen = Seen::in_mapping(at);
        while let Some((key, value)) = self.field(AMEND, &mut seen) {
            match key {
                "components" => {
                    amendments.components = self.declared(value, Self::amended_component);
                }
                "entities" => amendments.entities = self.declared(value, Self::amended_entity),
                _ => amendments.sites = self.declared(value, Self::amended_site),
            }
        }
        amendments
    }

    fn amended_component(&mut self, id: Name<'a>, node: Node<'a>) -> Amendment<'a, Component<'a>> {
        let mut amendment = Amendment::of(Component::unsaid(id));
        if !self.opens_mapping(node) {
            return amendment;
        }
        let mut changes = Changes::default();
        let seen = self.component_fields(&mut amendment.thing, Some(&mut changes));
        said(&mut amendment, &seen, COMPONENT);
        if changes.said {
            amendment.said.retain(|(field, _)| *field != Field::Requirement);
        }
        (amendment.added, amendment.removed) = (changes.added, changes.removed);
        amendment
    }

    fn amended_entity(&mut self, id: Name<'a>, node: Node<'a>) -> Amendment<'a, Entity<'a>> {
        let mut amendment = Amendment::of(Entity::unsaid(id));
        if self.opens_mapping(node) {
            let seen = self.entity_fields(&mut amendment.thing);
            said(&mut amendment, &seen, ENTITY);
        }
        amendment
    }

    fn amended_site(&mut self, id: Name<'a>, node: Node<'a>) -> Amendment<'a, Site<'a>> {
        let mut amendment = Amendment::of(Site::unsaid(id));
        if self.opens_mapping(node) {
            let seen = self.site_fields(&mut amendment.thing);
            said(&mut amendment, &seen, SITE);
        }
        amendment
    }
}

/// Notes which fields are said, and where.
fn said<T>(amendment: &mut Amendment<'_, T>, seen: &Seen, known: &[&'static str]) {
    for key in known {
        let Some(at) = seen.place(known, key) else { continue };
        amendment.candidate_said |= *key == "candidate";
        let Some(field) = field_of(key) else { continue };
        // The keys of a note are one field, at the first of them.
        match amendment.said.iter_mut().find(|(own, _)| *own == field) {
            Some((_, first)) => *first = (*first).min(at),
            None => amendment.said.push((field, at)),
        }
    }
}

/// The field that a key says; a description is none.
fn field_of(key: &str) -> Option<Field> {
    Some(match key {
        "is" | "without" => Field::Is,
        "name" => Field::Name,
        "layer" => Field::Layer,
        "criticality" => Field::Criticality,
        "owner" => Field::Owner,
        "tags" => Field::Tag,
        "same_as" => Field::SameAs,
        "planned" => Field::Planned,
        "depends_on" => Field::Requirement,
        "operator" => Field::Operator,
        "suppliers" => Field::Supplier,
        "changed_by" => Field::ChangedBy,
        "site" => Field::Site,
        "needs_places" => Field::NeedsPlaces,
        "data" => Field::Data,
        "restarts_in" => Field::RestartsIn,
        "recovers_with" => Field::RecoversWith,
        "alternatives" => Field::Alternative,
        "country" => Field::Country,
        "within" => Field::Within,
        "lei" => Field::Lei,
        "owned_by" => Field::OwnedBy,
        "controlled_by" => Field::ControlledBy,
        "from" | "until" | "source" | "verified" | "candidate" => Field::Exists,
        _ => return None,
    })
}
