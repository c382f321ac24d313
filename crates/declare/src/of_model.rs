//! The declarations of a model by name, whatever the day.

use trefonds_model::{
    Change, Component, Data, DataForm, HiddenIx, Identifier, Inventory, Location, Minutes, Need,
    NeedsPlaces, NoteIx, OnWithdrawal, Party, Place, Recovery, Requirement, Rest, Stated, Supply,
    Text, Verification, Who,
};
use trefonds_source::Span;

use crate::{
    FACTS_VERSION, Fact, FactKey, FactNote, FactValue, Facts, Field, FormFact, HiddenFact,
    NeedFact, PlacesFact, RequirementFact, RestFact, SourceAt, SubjectKind, WithdrawalFact,
};

use crate::compare::numbered;

mod alternatives;
mod subjects;

/// Every declaration of an inventory, in the order of the keys. O(F log F) for F facts.
#[must_use]
pub fn facts(model: &Inventory) -> Facts {
    let mut writer = Writer { model, facts: Vec::new() };
    writer.root();
    model.components.iter().for_each(|component| writer.component(component));
    model.alternatives.iter().for_each(|alternative| writer.alternative(alternative));
    model.entities.iter().for_each(|entity| writer.entity(entity));
    model.sites.iter().for_each(|site| writer.site(site));
    model.laws.iter().for_each(|law| writer.law(law));
    model.cited.iter().for_each(|source| writer.source(source));
    let mut facts = writer.facts;
    number_repeated(&mut facts);
    facts.sort_by(|a, b| a.key.cmp(&b.key));
    Facts { version: FACTS_VERSION, facts }
}

/// Items of one key, such as two contracts with one supplier, are told apart by number, in an order
/// that comes from what they say and not from the files.
fn number_repeated(facts: &mut [Fact]) {
    fn order(fact: &Fact) -> impl Ord {
        let dates = (&fact.note.from, &fact.note.until);
        (&fact.key, dates, &fact.value, &fact.note, &fact.at)
    }
    facts.sort_by(|one, other| order(one).cmp(&order(other)));
    let mut number = 1;
    let mut last: Option<FactKey> = None;
    for fact in facts {
        number = if last.as_ref() == Some(&fact.key) { number + 1 } else { 1 };
        last = Some(fact.key.clone());
        fact.key = numbered(&fact.key, number);
    }
}

struct Writer<'m> {
    model: &'m Inventory,
    facts: Vec<Fact>,
}

/// One item of a list: its key, its value, its note, its place.
pub(crate) type Written = (String, FactValue, NoteIx, Span);

/// Whose fields are being written.
#[derive(Clone, Copy)]
struct Subject<'a> {
    kind: SubjectKind,
    id: &'a str,
}

impl<'m> Writer<'m> {
    fn text(&self, text: Text) -> String {
        self.model.text(text).to_owned()
    }

    fn place(&self, span: Span) -> SourceAt {
        SourceAt::of(&self.model.sources, span)
    }

    fn note(&self, note: NoteIx) -> FactNote {
        let note = self.model.notes.get(note);
        FactNote {
            from: note.validity.from.map(|day| day.to_string()),
            until: note.validity.until.map(|day| day.to_string()),
            source: note.source.map(|source| self.model.source_id(source).to_owned()),
            candidate: note.candidate,
            verified: match note.verification {
                Verification::NotSaid => None,
                Verification::Unverified => Some("false".to_owned()),
                Verification::Verified => Some("true".to_owned()),
                Verification::VerifiedOn(day) => Some(day.to_string()),
            },
        }
    }

    fn add(
        &mut self,
        subject: Subject<'_>,
        field: Field,
        item: String,
        value: FactValue,
        (note, at): (NoteIx, Span),
    ) {
        let key = FactKey { subject: subject.kind, id: subject.id.to_owned(), field, item };
        let (note, at) = (self.note(note), self.place(at));
        self.facts.push(Fact { key, value, note, at });
    }

    fn one(&mut self, subject: Subject<'_>, field: Field, value: Option<FactValue>, at: Span) {
        if let Some(value) = value {
            self.add(subject, field, String::new(), value, (NoteIx::default(), at));
        }
    }

    /// Items of a list, and what is said of the rest.
    fn stated<T>(
        &mut self,
        subject: Subject<'_>,
        field: Field,
        stated: &Stated<T>,
        value: impl Fn(&Self, &T) -> Written,
    ) {
        for item in &stated.items {
            let (key, value, note, at) = value(self, item);
            self.add(subject, field, key, value, (note, at));
        }
        let rest = self.rest(stated.rest, stated.hidden).map(FactValue::Rest);
        self.one(subject, field, rest, stated.at);
    }

    /// What is said of the part of a list that is not listed.
    fn rest(&self, rest: Rest, hidden: Option<HiddenIx>) -> Option<RestFact> {
        let hidden = hidden.and_then(|hidden| self.model.hidden.get(hidden.at()));
        match (rest, hidden) {
            (Rest::NotSaid, _) => None,
            (Rest::Nothing, _) => Some(RestFact::Nothing),
            (Rest::Undisclosed, None) => Some(RestFact::Undisclosed),
            (Rest::Undisclosed, Some(hidden)) => Some(RestFact::Hidden(HiddenFact {
                name: hidden.name.map(|name| self.text(name)),
                not: self.whos(&hidden.not),
                among: hidden.among.as_deref().map(|among| self.whos(among)),
            })),
        }
    }

    fn whos(&self, whos: &[Who]) -> Vec<String> {
        let mut names: Vec<String> = whos.iter().map(|who| who_text(self.model, *who)).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    fn root(&mut self) {
        let subject = Subject { kind: SubjectKind::Inventory, id: "" };
        let root = self.model.root;
        let title = self.model.title.map(|title| FactValue::Text(self.text(title)));
        self.one(subject, Field::Title, title, root.title);
        let day = self.model.as_of.map(|day| FactValue::Text(day.to_string()));
        self.one(subject, Field::AsOf, day, root.as_of);
        let currency = self.model.currency.map(|it| FactValue::Text(self.text(it)));
        self.one(subject, Field::Currency, currency, root.currency);
        let edition = self.model.catalogue.map(|it| FactValue::Text(self.text(it)));
        self.one(subject, Field::Catalogue, edition, root.catalogue);
        let note = NoteIx::default();
        for (kind, who) in &self.model.asks {
            let value = FactValue::Text(self.text(*who));
            self.add(subject, Field::Ask, kind.word().to_owned(), value, (note, root.asks));
        }
        for entity in &self.model.organisation {
            let id = self.text(self.model.entity(*entity).id);
            let value = FactValue::Party(id.clone());
            self.add(subject, Field::Organisation, id, value, (note, root.organisation));
        }
        for home in &self.model.home {
            let code = home.code().to_owned();
            let value = FactValue::Text(code.clone());
            self.add(subject, Field::Home, code, value, (note, root.home));
        }
    }

    fn component(&mut self, component: &Component) {
        let id = self.text(component.id);
        let subject = Subject { kind: SubjectKind::Component, id: &id };
        let at = component.at;
        self.add(subject, Field::Exists, String::new(), FactValue::Exists, (component.note, at));
        let name = component.name.map(|name| FactValue::Text(self.text(name)));
        self.one(subject, Field::Name, name, at);
        let is = component.is.map(|offer| FactValue::Text(self.text(offer)));
        self.one(subject, Field::Is, is, at);
        self.one(subject, Field::Layer, Some(FactValue::Layer(component.layer)), at);
        let criticality = component.criticality.map(FactValue::Criticality);
        self.one(subject, Field::Criticality, criticality, at);
        let owner = component.owner.map(|owner| FactValue::Text(self.text(owner)));
        self.one(subject, Field::Owner, owner, at);
        for tag in &component.tags {
            let tag = self.text(*tag);
            let value = FactValue::Text(tag.clone());
            self.add(subject, Field::Tag, tag, value, (NoteIx::default(), at));
        }
        self.identifiers(subject, &component.same_as);
        let planned = component.planned.then_some(FactValue::Exists);
        self.one(subject, Field::Planned, planned, at);
        self.stated(subject, Field::Requirement, &component.requirements, Self::top_requirement);
        self.parties(subject, &component.operators);
        self.stated(subject, Field::Supplier, &component.suppliers, Self::supply);
        self.stated(subject, Field::ChangedBy, &component.changes, Self::change);
        self.stated(subject, Field::Site, &component.locations, Self::location);
        let needed = component.needs_places.map(|it| FactValue::Places(places(it)));
        self.one(subject, Field::NeedsPlaces, needed, at);
        self.stated(subject, Field::Data, &component.data, Self::data);
        let restarts_in = component.restarts_in;
        let restarts = (restarts_in != Minutes::ZERO).then_some(FactValue::Duration(restarts_in.0));
        self.one(subject, Field::RestartsIn, restarts, at);
        for recovery in &component.recovers_with {
            let (item, value, note, at) = self.recovery(recovery);
            self.add(subject, Field::RecoversWith, item, value, (note, at));
        }
    }

    fn identifiers(&mut self, subject: Subject<'_>, identifiers: &[Identifier]) {
        for identifier in identifiers {
            let (scheme, value) = (self.text(identifier.scheme), self.text(identifier.value));
            let item = format!("{scheme}:{value}");
            let value = FactValue::Identifier { scheme, value };
            self.add(subject, Field::SameAs, item, value, (NoteIx::default(), identifier.at));
        }
    }

    fn change(&self, change: &Change) -> Written {
        let entity = self.text(self.model.entity(change.entity).id);
        let because = change.because.map(|because| self.text(because));
        let value = FactValue::Change { entity: entity.clone(), how: change.how, because };
        (entity, value, change.note, change.at)
    }

    fn recovery(&self, recovery: &Recovery) -> Written {
        let component = self.text(self.model.component(recovery.component).id);
        let because = recovery.because.map(|because| self.text(because));
        let value = FactValue::Recovery { component: component.clone(), because };
        (component, value, recovery.note, recovery.at)
    }

    fn party(&self, party: &Party) -> Written {
        let entity = self.text(self.model.entity(party.entity).id);
        (entity.clone(), FactValue::Party(entity), party.note, party.at)
    }

    fn supply(&self, supply: &Supply) -> Written {
        let entity = self.text(self.model.entity(supply.entity).id);
        let on_withdrawal = withdrawal(supply.on_withdrawal);
        let value = FactValue::Supply { entity: entity.clone(), on_withdrawal };
        (entity, value, supply.note, supply.at)
    }

    fn location(&self, location: &Location) -> Written {
        let (item, value) = match location.place {
            Place::Site(site) => {
                let id = self.text(self.model.site(site).id);
                (id.clone(), FactValue::Site(id))
            }
            Place::Country(country) => {
                let code = country.code().to_owned();
                (code.clone(), FactValue::Country(code))
            }
        };
        (item, value, location.note, location.at)
    }

    fn data(&self, data: &Data) -> Written {
        let class = data.class.map(|class| self.text(class));
        let value = FactValue::Data { class: class.clone(), form: self.form(&data.form) };
        (class.unwrap_or_else(|| "-".to_owned()), value, data.note, data.at)
    }

    fn top_requirement(&self, requirement: &Requirement) -> Written {
        let fact = self.requirement(requirement, false);
        let value = FactValue::Requirement(fact.clone());
        (requirement_line(&fact), value, requirement.note, requirement.at)
    }

    fn form(&self, form: &DataForm) -> FormFact {
        match form {
            DataForm::NotSaid => FormFact::NotSaid,
            DataForm::Clear => FormFact::Clear,
            DataForm::Encrypted { keys } => {
                let holders = keys.items.iter();
                let mut holders: Vec<String> =
                    holders.map(|entity| self.text(self.model.entity(*entity).id)).collect();
                holders.sort_unstable();
                FormFact::Encrypted { keys: holders, rest: self.rest(keys.rest, keys.hidden) }
            }
        }
    }

    /// A requirement by name; `inner` keeps the note of a member, as the whole has its own beside.
    fn requirement(&self, requirement: &Requirement, inner: bool) -> RequirementFact {
        let members = || -> Vec<RequirementFact> {
            let members = requirement.members().iter();
            let mut members: Vec<RequirementFact> =
                members.map(|member| self.requirement(member, true)).collect();
            // The order of members means nothing.
            members.sort_by_cached_key(|member| (requirement_line(member), member.clone()));
            members
        };
        let need = match &requirement.need {
            Need::Component(component) => {
                NeedFact::Component(self.text(self.model.component(*component).id))
            }
            Need::AllOf(_) => NeedFact::AllOf(members()),
            Need::AnyOf(_) => NeedFact::AnyOf(members()),
            Need::AtLeast { k, .. } => NeedFact::AtLeast { k: *k, of: members() },
        };
        RequirementFact {
            need,
            soft: requirement.soft,
            tolerates: requirement.tolerates.0,
            starts_in: requirement.starts_in.0,
            because: requirement.because.map(|because| self.text(because)),
            note: if inner { self.note(requirement.note) } else { FactNote::default() },
        }
    }

    fn parties(&mut self, subject: Subject<'_>, parties: &Stated<Party>) {
        self.stated(subject, Field::Operator, parties, Self::party);
    }
}

/// Who an undisclosed fact could be, as [`HiddenFact`] has it.
#[must_use]
pub fn who_text(model: &Inventory, who: Who) -> String {
    let (kind, id) = match who {
        Who::Entity(entity) => (SubjectKind::Entity, model.entity(entity).id),
        Who::Site(site) => (SubjectKind::Site, model.site(site).id),
        Who::Component(component) => (SubjectKind::Component, model.component(component).id),
        Who::Jurisdiction(jurisdiction) => return jurisdiction.code().to_owned(),
    };
    HiddenFact::bound(kind, model.text(id))
}

/// A requirement in one line, the same whatever the order of the members: what is needed, not how
/// its loss is borne.
pub fn requirement_line(fact: &RequirementFact) -> String {
    let list =
        |of: &[RequirementFact]| of.iter().map(requirement_line).collect::<Vec<_>>().join(", ");
    match &fact.need {
        NeedFact::Component(id) => id.clone(),
        NeedFact::AllOf(of) => format!("all of [{}]", list(of)),
        NeedFact::AnyOf(of) => format!("any of [{}]", list(of)),
        NeedFact::AtLeast { k, of } => format!("{k} of [{}]", list(of)),
    }
}

const fn places(needed: NeedsPlaces) -> PlacesFact {
    match needed {
        NeedsPlaces::All => PlacesFact::All,
        NeedsPlaces::AtLeast(places) => PlacesFact::AtLeast(places),
    }
}

const fn withdrawal(on_withdrawal: OnWithdrawal) -> WithdrawalFact {
    match on_withdrawal {
        OnWithdrawal::NotSaid => WithdrawalFact::NotSaid,
        OnWithdrawal::Stops => WithdrawalFact::Stops,
        OnWithdrawal::StopsAfter(delay) => WithdrawalFact::StopsAfter(delay.0),
        OnWithdrawal::Survives => WithdrawalFact::Survives,
    }
}
