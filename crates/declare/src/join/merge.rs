//! Two declarations of one thing, field by field: what the first says stands, what it does not say is
//! taken from the second.

use trefonds_model::{Stated, Verification};
use trefonds_source::Span;

use crate::Field;
use crate::forms::{Component, Entity, Identifier, NoteBox, Site, Source, add_up};

/// A field that the second says: where the first says it, if it does, and where the second.
pub(super) type Both = (Field, Option<Span>, Span);

/// A thing that may be declared twice.
pub(super) trait Merge {
    /// Takes out of the second what the first says as well, and tells every field that the second says.
    fn set_aside(&self, second: &mut Self) -> Vec<Both>;
    /// Takes what is left of the second.
    fn complete(&mut self, second: Self);
}

impl Merge for Component<'_> {
    fn set_aside(&self, second: &mut Self) -> Vec<Both> {
        let mut both = Met { both: Vec::new(), own: self.id.at, further: second.id.at };
        both.value(Field::Name, &self.name, &mut second.name);
        both.value(Field::Is, &self.is, &mut second.is);
        both.value(Field::Layer, &self.layer, &mut second.layer);
        both.value(Field::Criticality, &self.criticality, &mut second.criticality);
        both.value(Field::Owner, &self.owner, &mut second.owner);
        if !second.tags.is_empty() {
            both.said(Field::Tag, !self.tags.is_empty());
            second.tags.retain(|_| self.tags.is_empty());
        }
        both.identifiers(&self.same_as, &second.same_as);
        both.list(Field::Requirement, &self.requirements, &mut second.requirements);
        both.list(Field::Operator, &self.operators, &mut second.operators);
        both.list(Field::Supplier, &self.suppliers, &mut second.suppliers);
        both.list(Field::ChangedBy, &self.changed_by, &mut second.changed_by);
        both.list(Field::Site, &self.locations, &mut second.locations);
        both.value(Field::NeedsPlaces, &self.needs_places, &mut second.needs_places);
        both.list(Field::Data, &self.data, &mut second.data);
        both.value(Field::RestartsIn, &self.restarts_in, &mut second.restarts_in);
        both.list(Field::RecoversWith, &self.recovers_with, &mut second.recovers_with);
        for option in &second.alternatives {
            let own = self.alternatives.iter().find(|own| own.id.text == option.id.text);
            both.both.push((Field::Alternative, own.map(|own| own.id.at), option.id.at));
        }
        let own = |id: &str| self.alternatives.iter().any(|own| own.id.text == id);
        second.alternatives.retain(|option| !own(&option.id.text));
        both.note(&self.note, &mut second.note);
        both.both
    }

    fn complete(&mut self, second: Self) {
        self.name = self.name.take().or(second.name);
        self.is = self.is.take().or(second.is);
        self.layer = self.layer.or(second.layer);
        self.criticality = self.criticality.or(second.criticality);
        self.owner = self.owner.take().or(second.owner);
        self.tags.extend(second.tags);
        add_up(&mut self.same_as, second.same_as);
        fill(&mut self.requirements, second.requirements);
        fill(&mut self.operators, second.operators);
        fill(&mut self.suppliers, second.suppliers);
        fill(&mut self.changed_by, second.changed_by);
        fill(&mut self.locations, second.locations);
        self.needs_places = self.needs_places.or(second.needs_places);
        fill(&mut self.data, second.data);
        self.restarts_in = self.restarts_in.or(second.restarts_in);
        fill(&mut self.recovers_with, second.recovers_with);
        self.alternatives.extend(second.alternatives);
        fill_note(&mut self.note, second.note);
    }
}

impl Merge for Entity<'_> {
    fn set_aside(&self, second: &mut Self) -> Vec<Both> {
        let mut both = Met { both: Vec::new(), own: self.id.at, further: second.id.at };
        both.value(Field::Name, &self.name, &mut second.name);
        both.list(Field::Country, &self.country, &mut second.country);
        if let Some(lei) = &second.lei {
            both.both.push((Field::Lei, self.lei.as_ref().map(|lei| lei.at), lei.at));
            second.lei.take_if(|_| self.lei.is_some());
        }
        both.identifiers(&self.same_as, &second.same_as);
        both.list(Field::OwnedBy, &self.owned_by, &mut second.owned_by);
        both.list(Field::ControlledBy, &self.controlled_by, &mut second.controlled_by);
        both.note(&self.note, &mut second.note);
        both.both
    }

    fn complete(&mut self, second: Self) {
        self.name = self.name.take().or(second.name);
        fill(&mut self.country, second.country);
        self.lei = self.lei.take().or(second.lei);
        add_up(&mut self.same_as, second.same_as);
        fill(&mut self.owned_by, second.owned_by);
        fill(&mut self.controlled_by, second.controlled_by);
        fill_note(&mut self.note, second.note);
    }
}

impl Merge for Site<'_> {
    fn set_aside(&self, second: &mut Self) -> Vec<Both> {
        let mut both = Met { both: Vec::new(), own: self.id.at, further: second.id.at };
        both.value(Field::Name, &self.name, &mut second.name);
        both.list(Field::Country, &self.country, &mut second.country);
        both.list(Field::Operator, &self.operators, &mut second.operators);
        both.identifiers(&self.same_as, &second.same_as);
        both.value(Field::Within, &self.within, &mut second.within);
        both.note(&self.note, &mut second.note);
        both.both
    }

    fn complete(&mut self, second: Self) {
        self.name = self.name.take().or(second.name);
        fill(&mut self.country, second.country);
        fill(&mut self.operators, second.operators);
        add_up(&mut self.same_as, second.same_as);
        self.within = self.within.take().or(second.within);
        fill_note(&mut self.note, second.note);
    }
}

impl Merge for Source<'_> {
    fn set_aside(&self, second: &mut Self) -> Vec<Both> {
        let mut both = Met { both: Vec::new(), own: self.id.at, further: second.id.at };
        both.value(Field::Title, &self.title, &mut second.title);
        both.value(Field::Publisher, &self.publisher, &mut second.publisher);
        both.value(Field::Published, &self.date, &mut second.date);
        both.value(Field::Link, &self.link, &mut second.link);
        both.both
    }

    fn complete(&mut self, second: Self) {
        self.title = self.title.take().or(second.title);
        self.publisher = self.publisher.take().or(second.publisher);
        self.date = self.date.take().or(second.date);
        self.link = self.link.take().or(second.link);
    }
}

/// Collects what both say.
struct Met {
    both: Vec<Both>,
    /// Where the first stands.
    own: Span,
    /// Where the second does.
    further: Span,
}

impl Met {
    fn said(&mut self, field: Field, own: bool) {
        self.both.push((field, own.then_some(self.own), self.further));
    }

    /// Identifiers add up: what both say is said by both, the others by the second alone.
    fn identifiers(&mut self, own: &[Identifier<'_>], second: &[Identifier<'_>]) {
        for further in second {
            let same = own.iter().find(|own| own.is(further));
            self.both.push((Field::SameAs, same.map(|own| own.value.at), further.value.at));
        }
    }

    fn value<T>(&mut self, field: Field, own: &Option<T>, second: &mut Option<T>) {
        if second.is_some() {
            self.said(field, own.is_some());
            second.take_if(|_| own.is_some());
        }
    }

    fn list<T>(&mut self, field: Field, own: &Stated<T>, second: &mut Stated<T>) {
        if second.is_said() {
            self.both.push((field, own.is_said().then_some(own.at), second.at));
            if own.is_said() {
                *second = Stated::not_said(second.at);
            }
        }
    }

    /// The note of a whole, key by key. What is declared first is there, whoever guesses it too.
    fn note(&mut self, own: &NoteBox<'_>, second: &mut NoteBox<'_>) {
        let Some(more) = second else { return };
        self.said(Field::Exists, own.is_some());
        more.candidate = false;
        if let Some(own) = own {
            more.from.take_if(|_| own.from.is_some());
            more.until.take_if(|_| own.until.is_some());
            more.source.take_if(|_| own.source.is_some());
            if own.verification != Verification::NotSaid {
                more.verification = Verification::NotSaid;
            }
        }
    }
}

fn fill<T>(own: &mut Stated<T>, second: Stated<T>) {
    if !own.is_said() && second.is_said() {
        *own = second;
    }
}

fn fill_note<'a>(own: &mut NoteBox<'a>, second: NoteBox<'a>) {
    let Some(more) = second else { return };
    let own = own.get_or_insert_default();
    own.from = own.from.or(more.from);
    if own.until.is_none() {
        (own.until, own.until_at) = (more.until, more.until_at);
    }
    own.source = own.source.take().or(more.source);
    if own.verification == Verification::NotSaid {
        own.verification = more.verification;
    }
}
