//! Subjects: the inventory itself, components, entities, sites and laws.

use std::borrow::Cow;

use trefonds_model::FactKind;
use trefonds_source::Span;

use super::{Fields, Maker, every, one};
use crate::forms::{
    Catalogue, Component, Denied, Entity, Identifier, Law, Name, NoteBox, Noted, Rule, Site, Source,
};
use crate::{FactValue, Field, SubjectKind, diags};

/// The lists of a component.
const LISTS: [Field; 8] = [
    Field::Requirement,
    Field::Operator,
    Field::Supplier,
    Field::ChangedBy,
    Field::Site,
    Field::Data,
    Field::RecoversWith,
    Field::Alternative,
];

impl<'f> Maker<'f> {
    pub(super) fn subject(&mut self, kind: SubjectKind, id: &'f str, fields: &Fields<'f>) {
        self.report_repeated(fields);
        if kind == SubjectKind::Inventory {
            return self.root(fields);
        }
        let Some(whole) = one(fields, Field::Exists) else {
            if let Some((_, first)) = every(fields).first() {
                let at = self.enter(*first);
                self.diagnostics.push(diags::facts_of_nothing(self.lang, at, id));
            }
            return;
        };
        let at = self.enter(whole);
        if whole.1.value != FactValue::Exists {
            self.unfit();
        }
        let name = Name { text: Cow::Borrowed(id), at };
        let note = self.note(&whole.1.note);
        match kind {
            SubjectKind::Component => self.component(name, note, fields),
            SubjectKind::Entity => self.entity(name, note, fields),
            SubjectKind::Site => self.site(name, note, fields),
            SubjectKind::Law => self.law(name, note, fields),
            SubjectKind::Source => self.source(name, fields),
            SubjectKind::Inventory => {}
        }
    }

    /// The words of a field of one value.
    fn text(&mut self, fields: &Fields<'f>, field: Field) -> Option<Name<'f>> {
        let fact = one(fields, field)?;
        let at = self.enter(fact);
        match &fact.1.value {
            FactValue::Text(text) => Some(Name { text: Cow::Borrowed(text), at }),
            _ => {
                self.unfit();
                None
            }
        }
    }

    fn words(&mut self, fields: &Fields<'f>, field: Field) -> Option<Cow<'f, str>> {
        self.text(fields, field).map(|name| name.text)
    }

    fn root(&mut self, fields: &Fields<'f>) {
        self.made.title = self.text(fields, Field::Title);
        self.made.currency = self.text(fields, Field::Currency);
        if let Some(day) = self.text(fields, Field::AsOf) {
            self.made.as_of = self.day(&day.text).map(|parsed| (parsed, day.at));
        }
        if let Some(said) = self.text(fields, Field::Catalogue) {
            let edition = said.text.parse().ok().map(|edition| (edition, said.at));
            if edition.is_none() {
                self.unfit();
            }
            self.made.catalogue = Some((Catalogue { edition, ..Catalogue::default() }, said.at));
        }
        let (mut home, mut home_at) = (Vec::new(), Span::default());
        let (mut organisation, mut asks) = (Vec::new(), Vec::new());
        let (mut organisation_at, mut asks_at) = (Span::default(), Span::default());
        for (field, fact) in every(fields) {
            let at = self.enter(fact);
            match (field, &fact.1.value) {
                (Field::Home, FactValue::Text(code)) => {
                    home_at = at;
                    home.extend(self.jurisdiction(code));
                }
                (Field::Organisation, FactValue::Party(id)) => {
                    organisation_at = at;
                    organisation.push(Name { text: Cow::Borrowed(id), at });
                }
                (Field::Ask, FactValue::Text(who)) => match FactKind::parse(&fact.1.key.item) {
                    Some(kind) => {
                        asks_at = at;
                        asks.push((kind, Cow::Borrowed(who.as_str())));
                    }
                    None => self.unfit(),
                },
                (Field::Title | Field::Currency | Field::AsOf | Field::Catalogue, _) => {}
                _ => self.unfit(),
            }
        }
        asks.sort_by_key(|(kind, _)| *kind);
        self.made.home = fields.contains_key(&Field::Home).then_some((home, home_at));
        self.made.asks = Some((asks, asks_at));
        self.made.organisation = Some((organisation, organisation_at));
    }

    fn component(&mut self, id: Name<'f>, note: NoteBox<'f>, fields: &Fields<'f>) {
        let whole = id.at;
        let (mut layer, mut criticality, mut planned) = (None, None, false);
        let mut needs_places = None;
        let mut tags = Vec::new();
        for (field, fact) in every(fields) {
            if LISTS.contains(&field) {
                continue;
            }
            self.enter(fact);
            match (field, &fact.1.value) {
                (Field::Layer, FactValue::Layer(said)) => layer = Some(*said),
                (Field::Criticality, FactValue::Criticality(said)) => criticality = Some(*said),
                (Field::Planned, FactValue::Exists) => planned = true,
                (Field::Tag, FactValue::Text(tag)) => tags.push(Cow::Borrowed(tag.as_str())),
                (Field::NeedsPlaces, FactValue::Places(said)) => {
                    needs_places = self.needs_places(*said);
                }
                (Field::SameAs, FactValue::Identifier { .. }) => {}
                (Field::Exists | Field::Name | Field::Is | Field::Owner | Field::RestartsIn, _) => {
                }
                _ => self.unfit(),
            }
        }
        if !fields.contains_key(&Field::Layer) {
            self.diagnostics.push(diags::lacks(self.lang, whole, "layer"));
        }
        let component = Component {
            name: self.words(fields, Field::Name),
            is: self.text(fields, Field::Is),
            without: Vec::new(),
            layer,
            criticality,
            owner: self.words(fields, Field::Owner),
            tags,
            same_as: self.identifiers(fields),
            requirements: self.stated(fields, Field::Requirement, whole, Self::requirement),
            operators: self.stated(fields, Field::Operator, whole, Self::party),
            suppliers: self.stated(fields, Field::Supplier, whole, Self::supply),
            changed_by: self.stated(fields, Field::ChangedBy, whole, Self::change),
            locations: self.stated(fields, Field::Site, whole, Self::location),
            needs_places,
            data: self.stated(fields, Field::Data, whole, Self::data),
            restarts_in: self.minutes(fields, Field::RestartsIn),
            recovers_with: self.recovers_with(fields, whole),
            alternatives: self.alternatives(fields),
            planned,
            note,
            id,
        };
        self.made.components.push(component);
    }

    fn entity(&mut self, id: Name<'f>, note: NoteBox<'f>, fields: &Fields<'f>) {
        use Field::{ControlledBy, Country, Exists, Lei, Name as Called, OwnedBy, SameAs};
        self.only(fields, &[Exists, Called, Country, Lei, SameAs, OwnedBy, ControlledBy]);
        let whole = id.at;
        let entity = Entity {
            name: self.words(fields, Called),
            country: self.stated(fields, Country, whole, Self::country),
            lei: self.text(fields, Lei),
            same_as: self.identifiers(fields),
            owned_by: self.stated(fields, OwnedBy, whole, Self::holding),
            controlled_by: self.stated(fields, ControlledBy, whole, Self::control),
            note,
            id,
        };
        self.made.entities.push(entity);
    }

    fn site(&mut self, id: Name<'f>, note: NoteBox<'f>, fields: &Fields<'f>) {
        use Field::{Country, Exists, Name as Called, Operator, SameAs, Within};
        self.only(fields, &[Exists, Called, Country, Operator, SameAs, Within]);
        let whole = id.at;
        let site = Site {
            name: self.words(fields, Field::Name),
            country: self.stated(fields, Field::Country, whole, Self::country),
            operators: self.stated(fields, Field::Operator, whole, Self::party),
            same_as: self.identifiers(fields),
            within: self.within(fields),
            note,
            id,
        };
        self.made.sites.push(site);
    }

    fn identifiers(&mut self, fields: &Fields<'f>) -> Vec<Identifier<'f>> {
        let mut identifiers = Vec::new();
        for fact in fields.get(&Field::SameAs).into_iter().flatten() {
            let at = self.enter(*fact);
            match &fact.1.value {
                FactValue::Identifier { scheme, value } => {
                    let name = |text: &'f str| Name { text: Cow::Borrowed(text), at };
                    identifiers.push(Identifier { scheme: name(scheme), value: name(value) });
                }
                _ => self.unfit(),
            }
        }
        identifiers
    }

    fn within(&mut self, fields: &Fields<'f>) -> Option<Name<'f>> {
        let fact = one(fields, Field::Within)?;
        let at = self.enter(fact);
        match &fact.1.value {
            FactValue::Site(id) => Some(Name { text: Cow::Borrowed(id), at }),
            _ => self.none(),
        }
    }

    fn law(&mut self, id: Name<'f>, note: NoteBox<'f>, fields: &Fields<'f>) {
        let (mut jurisdiction, mut effect, mut reaches) = (None, None, Vec::new());
        let (mut targets, mut spares) = (Vec::new(), Vec::new());
        for (field, fact) in every(fields) {
            let at = self.enter(fact);
            match (field, &fact.1.value) {
                (Field::Jurisdiction, FactValue::Text(code)) => {
                    jurisdiction = self.jurisdiction(code);
                }
                (Field::Effect, FactValue::Effect(said)) => effect = Some(*said),
                (Field::Reaches, FactValue::Rule { channel, link, grade, after }) => {
                    let after = (*after != 0).then(|| (self.duration(*after), at));
                    let value = Rule { channel: *channel, link: *link, grade: *grade, after };
                    reaches.push(Noted { value, note: self.note(&fact.1.note), at });
                }
                (Field::Targets | Field::Spares, value) => {
                    let denied = match value {
                        FactValue::Organisation => Denied::Organisation(at),
                        FactValue::Party(id) => {
                            Denied::Entity(Name { text: Cow::Borrowed(id), at })
                        }
                        _ => {
                            self.unfit();
                            continue;
                        }
                    };
                    if field == Field::Targets { &mut targets } else { &mut spares }.push(denied);
                }
                (Field::Exists | Field::Name, _) => {}
                _ => self.unfit(),
            }
        }
        for (field, key) in [
            (Field::Jurisdiction, "jurisdiction"),
            (Field::Effect, "effect"),
            (Field::Reaches, "reaches"),
        ] {
            if !fields.contains_key(&field) {
                self.diagnostics.push(diags::lacks(self.lang, id.at, key));
            }
        }
        let name = self.words(fields, Field::Name);
        self.made.laws.push(Law { id, name, jurisdiction, effect, reaches, targets, spares, note });
    }

    fn source(&mut self, id: Name<'f>, fields: &Fields<'f>) {
        use Field::{Exists, Link, Published, Publisher, Title};
        self.only(fields, &[Exists, Title, Publisher, Published, Link]);
        if !fields.contains_key(&Title) {
            self.diagnostics.push(diags::lacks(self.lang, id.at, "title"));
        }
        let title = self.words(fields, Title);
        let (publisher, link) = (self.words(fields, Publisher), self.words(fields, Link));
        let date = self.text(fields, Published);
        self.made.cited.push(Source { id, title, publisher, date, link });
    }

    /// Reports fields that a subject cannot have.
    fn only(&mut self, fields: &Fields<'f>, allowed: &[Field]) {
        for (field, fact) in every(fields) {
            if !allowed.contains(&field) {
                self.enter(fact);
                self.unfit();
            }
        }
    }
}
