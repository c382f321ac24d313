//! Every end that the model speaks of, in the order of the files.

use std::collections::BTreeMap;

use trefonds_findings::{EndKind, FactKind, Named, Successor};
use trefonds_model::{
    ComponentIx, Date, EntityIx, Holder, LawIx, Need, NoteIx, Place, Requirement, SiteIx, Stated,
};
use trefonds_settle::unknowns::Subject;
use trefonds_source::Span;

use crate::Analysis;

/// Something that ends.
#[derive(Clone, Debug)]
pub(super) struct Ending<'m> {
    pub id: String,
    pub kind: EndKind,
    pub subject: Subject,
    pub about: Option<Named>,
    pub until: Date,
    pub note: NoteIx,
    pub at: Span,
    pub followed_by: Option<Successor>,
    /// Of a need that a component has.
    pub need: Option<NeedEnding<'m>>,
}

/// Where a need stands that ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct NeedEnding<'m> {
    /// The whole requirement.
    pub whole: &'m Requirement,
    /// The group whose member it is; `None` for the whole requirement.
    pub group: Option<&'m Requirement>,
}

impl Ending<'_> {
    /// Which kind of fact it leaves open.
    pub(super) const fn fact(&self) -> FactKind {
        match self.kind {
            EndKind::Component | EndKind::Alternative => FactKind::Presence,
            EndKind::Need | EndKind::Recovery => FactKind::Requirements,
            EndKind::Operator | EndKind::Change => FactKind::Operator,
            EndKind::Supplier => FactKind::Suppliers,
            EndKind::Place => FactKind::Site,
            EndKind::Data => FactKind::Data,
            EndKind::Entity | EndKind::Holding | EndKind::Control => FactKind::Parents,
            EndKind::Country => FactKind::Country,
            EndKind::Site | EndKind::SiteOperator => FactKind::SiteOperator,
            EndKind::SiteCountry => FactKind::SiteCountry,
            EndKind::Law => FactKind::Law,
            EndKind::Rule => FactKind::Rule,
        }
    }

    /// Whether anything can stop when it ends: what is only shown, and what laws reach, stops nothing.
    pub(super) const fn may_stop(&self) -> bool {
        !matches!(
            self.kind,
            EndKind::Change
                | EndKind::Data
                | EndKind::Recovery
                | EndKind::Entity
                | EndKind::Site
                | EndKind::Law
                | EndKind::Rule
                | EndKind::Alternative
        )
    }
}

impl<'m> Analysis<'m> {
    /// All of them, whenever they end. What is said of a thing that has ended by then is not told again.
    /// O(facts) time.
    pub(super) fn endings(&self) -> Vec<Ending<'m>> {
        let mut finder = Finder { of: self, found: Vec::new(), ids: BTreeMap::new() };
        for at in 0..self.model().components.len() {
            finder.component(ComponentIx(at as u32));
        }
        for at in 0..self.model().entities.len() {
            finder.entity(EntityIx(at as u32));
        }
        for at in 0..self.model().sites.len() {
            finder.site(SiteIx(at as u32));
        }
        for at in 0..self.model().laws.len() {
            finder.law(LawIx(at as u32));
        }
        for option in &self.model().alternatives {
            let named = self.named(option.id, option.name);
            let whose = Whose { subject: Subject::Component(option.component), until: None };
            finder.end(whose, EndKind::Alternative, Some(named), (option.note, option.at));
        }
        finder.found
    }

    fn until(&self, note: NoteIx) -> Option<Date> {
        self.model().notes.get(note).validity.until
    }
}

/// Whose facts are looked at, and when it ends itself.
#[derive(Clone, Copy)]
struct Whose {
    subject: Subject,
    until: Option<Date>,
}

struct Finder<'a, 'm> {
    of: &'a Analysis<'m>,
    found: Vec<Ending<'m>>,
    /// How many there are of an id.
    ids: BTreeMap<String, u32>,
}

impl<'m> Finder<'_, 'm> {
    /// One fact; the one that was added, if it ends.
    fn end(
        &mut self,
        whose: Whose,
        kind: EndKind,
        about: Option<Named>,
        (note, at): (NoteIx, Span),
    ) -> Option<&mut Ending<'m>> {
        let until = self.of.until(note)?;
        if whose.until.is_some_and(|own| own < until) {
            return None;
        }
        let id = self.id_of(kind, whose.subject, about.as_ref());
        let subject = whose.subject;
        let (followed_by, need) = (None, None);
        self.found.push(Ending { id, kind, subject, about, until, note, at, followed_by, need });
        self.found.last_mut()
    }

    fn id_of(&mut self, kind: EndKind, subject: Subject, about: Option<&Named>) -> String {
        let subject = self.of.subject_named(subject);
        let mut id = format!("{}:{}", kind.word(), subject.id);
        if let Some(about) = about {
            id = format!("{id}:{}", about.id);
        }
        let count = self.ids.entry(id.clone()).or_insert(0);
        *count += 1;
        if *count == 1 { id } else { format!("{id}:{count}") }
    }

    /// The items of a fact that has successors: one whose own first day is later.
    fn parties<T>(
        &mut self,
        whose: Whose,
        kind: EndKind,
        all: &Stated<T>,
        note: impl Fn(&T) -> (NoteIx, Span),
        who: impl Fn(&Analysis<'_>, &T) -> Option<Named>,
    ) {
        for item in &all.items {
            let of = self.of;
            let from = |note| of.model().notes.get(note).validity.from;
            let own = from(note(item).0);
            let Some(ending) = self.end(whose, kind, who(of, item), note(item)) else { continue };
            let later = all.items.iter().filter(|other| from(note(other).0) > own);
            let next = later.min_by_key(|other| from(note(other).0));
            ending.followed_by = next.and_then(|next| {
                let from = from(note(next).0)?.to_string();
                Some(Successor { who: who(of, next), from })
            });
        }
    }

    fn component(&mut self, at: ComponentIx) {
        let of = self.of;
        let component = of.model().component(at);
        let subject = Subject::Component(at);
        let whose = Whose { subject, until: of.until(component.note) };
        self.end(whose, EndKind::Component, None, (component.note, component.at));
        for requirement in &component.requirements.items {
            self.need(whose, requirement, NeedEnding { whole: requirement, group: None });
        }
        self.parties(
            whose,
            EndKind::Operator,
            &component.operators,
            |it| (it.note, it.at),
            |of, it| Some(of.entity_named(it.entity)),
        );
        self.parties(
            whose,
            EndKind::Supplier,
            &component.suppliers,
            |it| (it.note, it.at),
            |of, it| Some(of.entity_named(it.entity)),
        );
        self.parties(
            whose,
            EndKind::Change,
            &component.changes,
            |it| (it.note, it.at),
            |of, it| Some(of.entity_named(it.entity)),
        );
        self.parties(
            whose,
            EndKind::Place,
            &component.locations,
            |it| (it.note, it.at),
            |of, it| {
                Some(match it.place {
                    Place::Site(site) => of.site_named(site),
                    Place::Country(country) => of.subject_named(Subject::Country(country)),
                })
            },
        );
        for data in &component.data.items {
            let class = data.class.map(|class| of.text(class));
            let class = class.map(|class| Named { id: class.clone(), name: class });
            self.end(whose, EndKind::Data, class, (data.note, data.at));
        }
        for need in &component.recovers_with {
            let needed = of.component_named(need.component);
            self.end(whose, EndKind::Recovery, Some(needed), (need.note, need.at));
        }
    }

    /// A requirement, and the members of a group.
    fn need(&mut self, whose: Whose, requirement: &'m Requirement, stands: NeedEnding<'m>) {
        let named = self.needed(requirement);
        let ending = self.end(whose, EndKind::Need, named, (requirement.note, requirement.at));
        if let Some(ending) = ending {
            ending.need = Some(stands);
        }
        let own = self.of.until(requirement.note);
        let until = [whose.until, own].into_iter().flatten().min();
        for member in requirement.members() {
            let stands = NeedEnding { whole: stands.whole, group: Some(requirement) };
            self.need(Whose { until, ..whose }, member, stands);
        }
    }

    /// What is needed; of a group, all that is in it.
    fn needed(&self, requirement: &Requirement) -> Option<Named> {
        let all = requirement.components();
        let all: Vec<Named> = all.into_iter().map(|it| self.of.component_named(it)).collect();
        let first = all.first()?;
        Some(match requirement.need {
            Need::Component(_) => first.clone(),
            _ => {
                let names: Vec<&str> = all.iter().map(|it| it.name.as_str()).collect();
                Named { id: first.id.clone(), name: names.join(" + ") }
            }
        })
    }

    fn entity(&mut self, at: EntityIx) {
        let entity = self.of.model().entity(at);
        // Its own end is shown, and not computed with.
        let whose = Whose { subject: Subject::Entity(at), until: None };
        self.end(whose, EndKind::Entity, None, (entity.note, entity.at));
        self.parties(
            whose,
            EndKind::Country,
            &entity.country,
            |it| (it.note, it.at),
            |of, it| Some(of.subject_named(Subject::Country(it.country))),
        );
        self.parties(
            whose,
            EndKind::Holding,
            &entity.owned_by,
            |it| (it.note, it.at),
            |of, it| match it.holder {
                Holder::Entity(holder) => Some(of.entity_named(holder)),
                Holder::Dispersed => None,
            },
        );
        self.parties(
            whose,
            EndKind::Control,
            &entity.controlled_by,
            |it| (it.note, it.at),
            |of, it| Some(of.entity_named(it.entity)),
        );
    }

    fn site(&mut self, at: SiteIx) {
        let site = self.of.model().site(at);
        let whose = Whose { subject: Subject::Site(at), until: None };
        self.end(whose, EndKind::Site, None, (site.note, site.at));
        self.parties(
            whose,
            EndKind::SiteCountry,
            &site.country,
            |it| (it.note, it.at),
            |of, it| Some(of.subject_named(Subject::Country(it.country))),
        );
        self.parties(
            whose,
            EndKind::SiteOperator,
            &site.operators,
            |it| (it.note, it.at),
            |of, it| Some(of.entity_named(it.entity)),
        );
    }

    fn law(&mut self, at: LawIx) {
        let law = self.of.model().law(at);
        let whose = Whose { subject: Subject::Law(at), until: self.of.until(law.note) };
        self.end(whose, EndKind::Law, None, (law.note, law.at));
        for rule in &law.reaches {
            self.end(whose, EndKind::Rule, None, (rule.note, rule.at));
        }
    }
}
