//! Legal entities, sites, sources and laws, by name.

use trefonds_model::{CountryFact, Denied, Entity, Holder, Law, NoteIx, Site, Source, Stated};

use super::{Subject, Writer};
use crate::{FactValue, Field, SubjectKind};

impl Writer<'_> {
    fn country(&mut self, subject: Subject<'_>, country: &Stated<CountryFact>) {
        self.stated(subject, Field::Country, country, |_, fact| {
            let code = fact.country.code().to_owned();
            (code.clone(), FactValue::Country(code), fact.note, fact.at)
        });
    }

    pub(super) fn entity(&mut self, entity: &Entity) {
        let id = self.text(entity.id);
        let subject = Subject { kind: SubjectKind::Entity, id: &id };
        let at = entity.at;
        self.add(subject, Field::Exists, String::new(), FactValue::Exists, (entity.note, at));
        let name = entity.name.map(|name| FactValue::Text(self.text(name)));
        self.one(subject, Field::Name, name, at);
        let lei = entity.lei.map(|lei| FactValue::Text(self.text(lei)));
        self.one(subject, Field::Lei, lei, at);
        self.identifiers(subject, &entity.same_as);
        self.country(subject, &entity.country);
        self.stated(subject, Field::OwnedBy, &entity.owned_by, |w, holding| {
            let holder = match holding.holder {
                Holder::Entity(entity) => Some(w.text(w.model.entity(entity).id)),
                Holder::Dispersed => None,
            };
            let value = FactValue::Holding {
                holder: holder.clone(),
                at_least: holding.votes.at_least,
                at_most: holding.votes.at_most,
                said: holding.votes_said,
            };
            (holder.unwrap_or_else(|| "dispersed".to_owned()), value, holding.note, holding.at)
        });
        self.stated(subject, Field::ControlledBy, &entity.controlled_by, |w, link| {
            let entity = w.text(w.model.entity(link.entity).id);
            let by = link.by.map(|by| w.text(by));
            let value = FactValue::Control { entity: entity.clone(), by };
            (entity, value, link.note, link.at)
        });
    }

    pub(super) fn site(&mut self, site: &Site) {
        let id = self.text(site.id);
        let subject = Subject { kind: SubjectKind::Site, id: &id };
        let at = site.at;
        self.add(subject, Field::Exists, String::new(), FactValue::Exists, (site.note, at));
        let name = site.name.map(|name| FactValue::Text(self.text(name)));
        self.one(subject, Field::Name, name, at);
        self.country(subject, &site.country);
        self.parties(subject, &site.operators);
        self.identifiers(subject, &site.same_as);
        if let Some((around, at)) = site.within {
            let around = FactValue::Site(self.text(self.model.site(around).id));
            self.one(subject, Field::Within, Some(around), at);
        }
    }

    pub(super) fn source(&mut self, source: &Source) {
        let id = self.text(source.id);
        let subject = Subject { kind: SubjectKind::Source, id: &id };
        let note = NoteIx::default();
        self.add(subject, Field::Exists, String::new(), FactValue::Exists, (note, source.at));
        for (field, text) in [
            (Field::Title, Some(source.title)),
            (Field::Publisher, source.publisher),
            (Field::Published, source.date),
            (Field::Link, source.link),
        ] {
            let value = text.map(|text| FactValue::Text(self.text(text)));
            self.one(subject, field, value, source.at);
        }
    }

    pub(super) fn law(&mut self, law: &Law) {
        let id = self.text(law.id);
        let subject = Subject { kind: SubjectKind::Law, id: &id };
        let at = law.at;
        self.add(subject, Field::Exists, String::new(), FactValue::Exists, (law.note, at));
        let name = law.name.map(|name| FactValue::Text(self.text(name)));
        self.one(subject, Field::Name, name, at);
        let jurisdiction = FactValue::Text(law.jurisdiction.code().to_owned());
        self.one(subject, Field::Jurisdiction, Some(jurisdiction), at);
        self.one(subject, Field::Effect, Some(FactValue::Effect(law.effect)), at);
        for rule in &law.reaches {
            let (channel, link, grade) = (rule.channel, rule.link, rule.grade);
            let item = format!("{channel:?} {link:?}").to_lowercase();
            let value = FactValue::Rule { channel, link, grade, after: rule.after.0 };
            self.add(subject, Field::Reaches, item, value, (rule.note, rule.at));
        }
        for (field, denied) in [(Field::Targets, &law.targets), (Field::Spares, &law.spares)] {
            for (whose, at) in denied {
                let (item, value) = self.denied(*whose);
                self.add(subject, field, item, value, (NoteIx::default(), *at));
            }
        }
    }

    /// Whose components are denied or spared: the organisation is no item of a list of ids.
    fn denied(&self, whose: Denied) -> (String, FactValue) {
        match whose {
            Denied::Organisation => (String::new(), FactValue::Organisation),
            Denied::Entity(entity) => {
                let id = self.text(self.model.entity(entity).id);
                (id.clone(), FactValue::Party(id))
            }
        }
    }
}
