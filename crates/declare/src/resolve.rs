//! Unresolved facts of all files to one valid inventory: every name must lead somewhere.
//!
//! All ids are collected first, then each fact is resolved once, in file order. What cannot be
//! resolved is reported and left out; the caller drops the result when anything was.

mod alternatives;
mod components;
mod entities;
mod hidden;
mod laws;
mod names;
mod recovery;
mod root;
mod same;
mod sites;

use names::Names;

use std::borrow::Cow;

use trefonds_lang::Lang;
use trefonds_model::{
    Date, HiddenIx, Inventory, Note, NoteIx, Notes, Source, SourceRef, Stated, Text, Texts,
    Validity,
};
use trefonds_source::Diagnostic;

use crate::amend::{Amended, amend};
use crate::diags::{self, Kind};
use crate::forms::{self, Declarations, NoteBox};
use crate::shelf::Ids;
use crate::suggest::Suggester;

/// How declarations are let in.
#[derive(Clone, Copy)]
pub struct Door<'d> {
    /// The language of the messages.
    pub lang: Lang,
    /// Whether every file was read to its end: only then can an id be said to be unknown, or a root
    /// key to be missing.
    pub complete: bool,
    /// The file at fault where a root key is missing.
    pub first_file: &'d str,
    /// The day that is asked for from outside: the declarations need not say one then.
    pub as_of: Option<Date>,
    /// The ids of what is at hand besides, such as a catalogue: one may be meant.
    pub further: Option<&'d dyn Ids>,
    /// What slip of the pen may have made a name that leads nowhere.
    pub slip: fn(Lang, &str) -> Option<String>,
}

/// Resolves and checks the declarations of all files. What cannot be resolved is reported and left
/// out: the inventory is to be dropped when anything was. O(F log F) for F declarations.
#[must_use]
pub fn resolve(mut files: Vec<Declarations<'_>>, door: &Door<'_>) -> Resolved {
    let lang = door.lang;
    let mut diagnostics = Vec::new();
    let mut inventory = Inventory::default();
    root::resolve(&mut files, &mut inventory, door, &mut diagnostics);
    let outcome = amend(&mut files, lang);
    diagnostics.extend(outcome.diagnostics);
    inventory.newest_verified = files.iter().filter_map(|file| file.newest_verified).max();
    let dated = files.iter().find_map(|file| file.dated);
    let names = Names::collect(&files, lang, &mut diagnostics);
    let (organisation, organisation_at) = root::organisation(&mut files, lang, &mut diagnostics);
    same::one_lei(&files, lang, &mut diagnostics);
    same::one_identifier(&files, lang, &mut diagnostics);
    let mut resolver = Resolver {
        names: &names,
        door,
        lang,
        texts: std::mem::take(&mut inventory.texts),
        notes: Notes::default(),
        diagnostics,
        suggester: Suggester::default(),
        hidden_before: 0,
        organisation_said: !organisation.is_empty(),
    };
    outcome.unknown.iter().for_each(|(name, kind)| resolver.unknown(name, *kind));
    inventory.organisation =
        organisation.iter().filter_map(|name| resolver.entity_named(name)).collect();
    for file in files {
        resolver.file(file, &mut inventory);
    }
    inventory.root.organisation = organisation_at;
    let Resolver { texts, notes, mut diagnostics, .. } = resolver;
    inventory.texts = texts;
    inventory.notes = notes;
    same::one_name(&inventory, lang, &mut diagnostics);
    sites::check(&inventory, lang, &mut diagnostics);
    if let (Some(at), None, true) = (dated, door.as_of.or(inventory.day()), door.complete) {
        diagnostics.push(diags::missing_day(lang, at));
    }
    Resolved { inventory, diagnostics, amended: outcome.amended }
}

/// What declarations say together.
pub struct Resolved {
    /// The inventory; to be dropped when there was an error.
    pub inventory: Inventory,
    /// Every problem.
    pub diagnostics: Vec<Diagnostic>,
    /// What was amended, in the order of the ids.
    pub amended: Vec<Amended>,
}

/// Turns names into indices, texts into handles.
struct Resolver<'n> {
    names: &'n Names<'n>,
    door: &'n Door<'n>,
    lang: Lang,
    texts: Texts,
    notes: Notes,
    diagnostics: Vec<Diagnostic>,
    suggester: Suggester,
    /// How many named or bounded unknowns the files before have.
    hidden_before: usize,
    /// Whether the inventory says whom it speaks for.
    organisation_said: bool,
}

impl Resolver<'_> {
    /// Resolves what a file declares, and gives the memory of each unresolved fact back at once.
    fn file(&mut self, file: Declarations<'_>, inventory: &mut Inventory) {
        self.hidden_before = inventory.hidden.len();
        inventory.hidden.extend(file.hidden.iter().map(|hidden| self.hidden(hidden)));
        for component in file.components {
            let alternatives = component.alternatives.iter();
            inventory
                .alternatives
                .extend(alternatives.filter_map(|it| self.alternative(it, &component)));
            inventory.components.extend(self.component(&component));
        }
        inventory.entities.extend(file.entities.into_iter().map(|entity| self.entity(&entity)));
        inventory.sites.extend(file.sites.into_iter().map(|site| self.site(&site)));
        for source in &file.cited {
            inventory.cited.extend(self.cited(source));
        }
        for law in file.laws {
            inventory.laws.extend(self.law(&law));
        }
    }

    fn text(&mut self, text: Option<&Cow<'_, str>>) -> Option<Text> {
        text.map(|text| self.texts.add(text))
    }

    fn note(&mut self, note: &NoteBox<'_>) -> NoteIx {
        let Some(note) = note else {
            return NoteIx::default();
        };
        if let (Some(from), Some(until)) = (note.from, note.until)
            && from > until
        {
            let (from, until) = (from.to_string(), until.to_string());
            let problem = diags::dates_reversed(self.lang, note.until_at, &from, &until);
            self.diagnostics.push(problem);
        }
        let source = note.source.as_ref().map(|source| self.source(source));
        let validity = Validity { from: note.from, until: note.until };
        let (verification, candidate) = (note.verification, note.candidate);
        self.notes.add(Note { validity, source, verification, candidate })
    }

    /// Where a fact comes from. A text that is nearly the id of a listed source is a text, with a
    /// warning.
    fn source(&mut self, source: &forms::Name<'_>) -> SourceRef {
        if let Some(listed) = self.names.cited(&source.text) {
            return SourceRef::Listed(listed);
        }
        if self.door.complete
            && let Some(near) = self.names.like_cited(&source.text, &mut self.suggester)
        {
            let problem = diags::like_a_source(self.lang, source.at, &source.text, near);
            self.diagnostics.push(problem);
        }
        SourceRef::Said(self.texts.add(&source.text))
    }

    /// A source under its id; `None` without a title, which was reported.
    fn cited(&mut self, raw: &forms::Source<'_>) -> Option<Source> {
        if let Some(date) = raw.date.as_ref().filter(|date| !is_part_of_a_day(&date.text)) {
            self.diagnostics.push(diags::bad_source_date(self.lang, date.at, &date.text));
        }
        Some(Source {
            id: self.texts.add(&raw.id.text),
            publisher: self.text(raw.publisher.as_ref()),
            date: self.text(raw.date.as_ref().map(|date| &date.text)),
            link: self.text(raw.link.as_ref()),
            at: raw.id.at,
            title: self.text(Some(raw.title.as_ref()?))?,
        })
    }

    /// A fact of which the things that resolve are kept.
    fn stated<R, T>(
        &mut self,
        raw: &Stated<R>,
        mut resolve: impl FnMut(&mut Self, &R) -> Option<T>,
    ) -> Stated<T> {
        let items = kept(&raw.items, |item| resolve(self, item));
        let hidden = raw.hidden.and_then(|hidden| HiddenIx::new(self.hidden_before + hidden.at()));
        Stated { items, rest: raw.rest, hidden, at: raw.at }
    }

    /// Reports a name that leads nowhere, unless it may be in a file that could not be read.
    fn unknown(&mut self, name: &forms::Name<'_>, kind: Kind) {
        if !self.door.complete {
            return;
        }
        let close = self.names.closest(&name.text, kind, &mut self.suggester).or_else(|| {
            Names::closest_of(self.door.further?, &name.text, kind, &mut self.suggester)
        });
        let other = self.names.other_kind(&name.text, kind);
        let slip = (self.door.slip)(self.lang, &name.text);
        let further = self.door.further.zip(kind.subject());
        let unused = further.and_then(|(ids, subject)| ids.unused(subject, &name.text));
        self.diagnostics.push(diags::unknown_reference(
            self.lang,
            name.at,
            &name.text,
            kind,
            (close, other),
            (slip, unused),
        ));
    }
}

/// Whether a text is a year, a month or a day: `2026`, `2026-05`, `2026-05-01`.
fn is_part_of_a_day(text: &str) -> bool {
    let whole = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    whole.parse::<Date>().is_ok()
}

/// The things that resolve. Room for all of them is taken at once: mostly they all do.
fn kept<R, T>(raw: &[R], resolve: impl FnMut(&R) -> Option<T>) -> Box<[T]> {
    let mut items = Vec::with_capacity(raw.len());
    items.extend(raw.iter().filter_map(resolve));
    items.into_boxed_slice()
}
