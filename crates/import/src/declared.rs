//! What was read as declarations, and the files that say them.

use std::borrow::Cow;
use std::collections::BTreeSet;

use thiserror::Error;
use trefonds_declare::forms::{
    Component, Declarations, Entity, Identifier, Name, Need, Note, NoteBox, Noted, Place,
    Requirement, Site, Source,
};
use trefonds_declare::{Remarks, SubjectKind, Unwritable, write};
use trefonds_lang::Lang;
use trefonds_model::{Country, Minutes, OnWithdrawal, Rest, Stated, Verification};
use trefonds_source::Span;

use crate::account::Account;
use crate::book::{Kind, Said, Thing};
use crate::join::{Joined, join};
use crate::manifest::{MANIFEST, Manifest, hash_of};
use crate::reading::Reading;

/// What an import gives: nothing of it is written yet.
#[derive(Clone, Debug)]
pub struct Import {
    /// The files of the folder, by name, with their texts; the manifest is one of them.
    pub files: Vec<(String, String)>,
    /// What became of every row.
    pub account: Account,
}

/// What cannot be written as an inventory.
#[derive(Clone, Debug, Error)]
#[error(transparent)]
pub struct Unwritten(#[from] Unwritable);

const AT: Span = Span::new(trefonds_source::FileId(0), 0, 0);

impl Reading<'_> {
    /// Joins what was read, and makes the files of it. `before` is the manifest of the last run.
    /// O(n log n) for n things and edges.
    ///
    /// # Errors
    /// Something that the format cannot say.
    pub fn end(self, before: Option<&Manifest>, lang: Lang) -> Result<Import, Unwritten> {
        let mapping = self.mapping;
        let name = mapping.name();
        let mut joined = join(self);
        let tally = std::mem::take(&mut joined.tally);
        let mut account = tally.into_account(&mapping.source, &format!("imported/{name}"));
        account.tables = std::mem::take(&mut joined.tables);
        account.stubs = std::mem::take(&mut joined.stubs);
        account.wrong_way = std::mem::take(&mut joined.wrong_way);
        let source = format!("imported/{name}");
        let maker = Maker { joined: &joined, source: &source };
        let head = lang.import_head(&mapping.source);
        let mut manifest = Manifest { version: 1, ..Manifest::default() };
        let mut files = Vec::new();
        for kind in [Kind::Component, Kind::Entity, Kind::Site] {
            let (declared, remarks) = maker.of_kind(kind, &mapping.source, &mut account);
            if declared.is_empty() {
                continue;
            }
            let text = write(&declared, &remarks.with_head(&head))?;
            let file = match kind {
                Kind::Component => "components.yaml",
                Kind::Entity => "entities.yaml",
                Kind::Site => "sites.yaml",
            };
            manifest.files.insert(file.to_owned(), hash_of(text.as_bytes()));
            files.push((file.to_owned(), text));
        }
        let ids = joined.things.iter().map(|it| format!("{}:{}", it.kind.word(), it.id));
        manifest.ids = ids.collect();
        if let Some(before) = before {
            let without = |one: &BTreeSet<String>, other: &BTreeSet<String>| {
                one.difference(other).cloned().collect::<Vec<_>>()
            };
            account.came = Some(without(&manifest.ids, &before.ids));
            account.went = without(&before.ids, &manifest.ids);
        }
        files.push((MANIFEST.to_owned(), manifest.text()));
        Ok(Import { files, account })
    }
}

/// Makes declarations of what is joined.
struct Maker<'j> {
    joined: &'j Joined,
    source: &'j str,
}

fn name(text: &str) -> Name<'_> {
    Name { text: Cow::Borrowed(text), at: AT }
}

/// A list by what is said of it as a whole.
fn listed<F, T>(said: &Said<F>, items: Vec<T>) -> Stated<T> {
    match (said.undisclosed, items.is_empty() && !said.none) {
        (true, _) => Stated { rest: Rest::Undisclosed, ..Stated::complete(items, AT) },
        (false, true) => Stated::not_said(AT),
        (false, false) => Stated::complete(items, AT),
    }
}

impl<'j> Maker<'j> {
    fn of_kind(
        &self,
        kind: Kind,
        title: &'j str,
        account: &mut Account,
    ) -> (Declarations<'j>, Remarks) {
        let (mut declared, mut remarks) = (Declarations::default(), Remarks::default());
        let mut all: Vec<(usize, &Thing)> =
            self.joined.things.iter().enumerate().filter(|(_, it)| it.kind == kind).collect();
        all.sort_by(|(_, one), (_, other)| one.id.cmp(&other.id));
        for (at, thing) in all {
            let subject = match kind {
                Kind::Component => {
                    account.written.components += 1;
                    declared.components.push(self.component(at, thing, account));
                    SubjectKind::Component
                }
                Kind::Entity => {
                    account.written.entities += 1;
                    declared.entities.push(self.entity(thing, account));
                    SubjectKind::Entity
                }
                Kind::Site => {
                    account.written.sites += 1;
                    declared.sites.push(self.site(at, thing, account));
                    SubjectKind::Site
                }
            };
            thing.remarks.iter().for_each(|it| remarks.add(subject, &thing.id, it));
        }
        let first = match kind {
            Kind::Component => true,
            Kind::Entity => account.written.components == 0,
            Kind::Site => account.written.components + account.written.entities == 0,
        };
        if first && !declared.is_empty() {
            let source = Source {
                id: name(self.source),
                title: Some(Cow::Borrowed(title)),
                publisher: None,
                date: None,
                link: None,
            };
            declared.cited.push(source);
        }
        (declared, remarks)
    }

    fn note(&self) -> NoteBox<'j> {
        Some(Box::new(Note { source: Some(name(self.source)), ..Note::default() }))
    }

    fn whole(&self, thing: &Thing) -> NoteBox<'j> {
        let mut note = Note {
            source: Some(name(self.source)),
            from: thing.from,
            until: thing.until,
            ..Note::default()
        };
        if thing.stub {
            (note.candidate, note.verification) = (true, Verification::Unverified);
        }
        Some(Box::new(note))
    }

    fn noted<T>(&self, value: T) -> Noted<'j, T> {
        Noted { value, note: self.note(), at: AT }
    }

    fn stated<F, T>(&self, said: &'j Said<F>, make: impl Fn(&'j F) -> T) -> Stated<T> {
        let items: Vec<T> = said.items.iter().map(make).collect();
        listed(said, items)
    }

    fn id(&self, at: usize) -> Name<'j> {
        name(self.joined.things.get(at).map_or("", |thing| &thing.id))
    }

    fn list(lists: &'j [Said<usize>], at: usize) -> &'j Said<usize> {
        const NOTHING: &Said<usize> = &Said { items: Vec::new(), none: false, undisclosed: false };
        lists.get(at).unwrap_or(NOTHING)
    }

    fn identifiers(thing: &'j Thing) -> Vec<Identifier<'j>> {
        let of = |(scheme, value): (&'j String, &'j String)| Identifier {
            scheme: name(scheme),
            value: name(value),
        };
        thing.same_as.iter().map(of).collect()
    }

    fn component(&self, at: usize, thing: &'j Thing, account: &mut Account) -> Component<'j> {
        let needs = Self::list(&self.joined.needs, at);
        let (run, sold) =
            (Self::list(&self.joined.operators, at), Self::list(&self.joined.suppliers, at));
        let sites = Self::list(&self.joined.sites, at);
        account.written.requirements += needs.items.len() as u32;
        account.written.parties += (run.items.len() + sold.items.len()) as u32;
        let mut locations = self.stated(sites, |at| self.noted(Place::Site(self.id(*at))));
        if !sites.is_said() {
            let country = |it: &Country| self.noted(Place::Country(*it));
            locations = self.stated(&thing.countries, country);
        }
        account.written.places += locations.items.len() as u32;
        Component {
            name: thing.name.as_deref().map(Cow::Borrowed),
            layer: thing.layer,
            criticality: thing.criticality,
            owner: thing.owner.as_deref().map(Cow::Borrowed),
            same_as: Self::identifiers(thing),
            requirements: self.requirements(needs, at),
            operators: self.stated(run, |at| self.noted(self.id(*at))),
            suppliers: self.stated(sold, |at| self.noted((self.id(*at), OnWithdrawal::NotSaid))),
            locations,
            note: self.whole(thing),
            ..Component::unsaid(name(&thing.id))
        }
    }

    /// What it needs, and as candidates what it may need.
    fn requirements(&self, needs: &Said<usize>, of: usize) -> Stated<Requirement<'j>> {
        let need = |at: usize, candidate: bool| {
            let mut note = self.note();
            if let Some(note) = note.as_mut().filter(|_| candidate) {
                (note.candidate, note.verification) = (true, Verification::Unverified);
            }
            Requirement {
                need: Need::Component(self.id(at)),
                soft: false,
                tolerates: Minutes::ZERO,
                starts_in: None,
                because: None,
                note,
                at: AT,
            }
        };
        let firm = needs.items.iter().map(|at| need(*at, false));
        let supposed = self.joined.supposed.get(of).into_iter().flatten();
        let items: Vec<_> = firm.chain(supposed.map(|at| need(*at, true))).collect();
        listed(needs, items)
    }

    fn entity(&self, thing: &'j Thing, account: &mut Account) -> Entity<'j> {
        account.written.places += thing.countries.items.len() as u32;
        Entity {
            name: thing.name.as_deref().map(Cow::Borrowed),
            country: self.stated(&thing.countries, |it| self.noted(*it)),
            lei: thing.lei.as_deref().map(name),
            same_as: Self::identifiers(thing),
            note: self.whole(thing),
            ..Entity::unsaid(name(&thing.id))
        }
    }

    fn site(&self, at: usize, thing: &'j Thing, account: &mut Account) -> Site<'j> {
        let run = Self::list(&self.joined.operators, at);
        account.written.places += thing.countries.items.len() as u32;
        account.written.parties += run.items.len() as u32;
        Site {
            name: thing.name.as_deref().map(Cow::Borrowed),
            country: self.stated(&thing.countries, |it| self.noted(*it)),
            operators: self.stated(run, |at| self.noted(self.id(*at))),
            same_as: Self::identifiers(thing),
            note: self.whole(thing),
            ..Site::unsaid(name(&thing.id))
        }
    }
}
