//! Catalogues: further sets of declarations of which an inventory names the edition.

use std::fmt;

use rustc_hash::FxHashSet;
use trefonds_model::{Stated, Verification};

use crate::SubjectKind;
use crate::forms::{
    Component, Declarations, Edition, Entity, Law, LawsOf, Need, Note, NoteBox, Noted, Requirement,
    Site,
};
use crate::walk::{self, Part};

/// What brings a catalogue, in the format of inventories.
pub trait Shelf: Sync + fmt::Debug {
    /// Its edition.
    fn edition(&self) -> Edition;
    /// The ids of all its offers.
    fn offers(&self) -> Vec<&str>;
    /// Its ids of a kind, for whoever has mistyped one.
    fn ids(&self, kind: SubjectKind) -> Vec<&str>;
    /// The files in which what is wanted is declared, and all that it leads to, with the lines that they have
    /// there: names and texts. More may be there than is wanted.
    fn texts(&self, wanted: &Wanted) -> Vec<(String, String)>;
}

/// What is at hand beside what is declared, by its ids.
pub trait Ids {
    /// Those of a kind, for whoever has mistyped one.
    fn ids(&self, kind: SubjectKind) -> Vec<&str>;
    /// The edition of a catalogue that is not used, and that has this id.
    fn unused(&self, kind: SubjectKind, id: &str) -> Option<Edition>;
}

/// What an inventory may take from a catalogue.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Ids of things of any kind.
    pub names: FxHashSet<String>,
    /// Whose laws.
    pub laws: LawsOf,
}

impl Wanted {
    /// Every name in some files: of what they declare, of what they speak of, and LEIs. O(n).
    #[must_use]
    pub fn of(files: &mut [Declarations<'_>]) -> Self {
        let mut wanted = Self::default();
        for file in files {
            wanted.add(file);
            if let Some((catalogue, _)) = &file.catalogue {
                wanted.laws = catalogue.laws.clone();
            }
        }
        wanted
    }

    /// Adds every word of a text that may be an id. O(n).
    pub fn add_words(&mut self, text: &str) {
        let ends = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/'));
        let words = text.split(ends).filter(|word| !word.is_empty());
        self.names.extend(words.map(str::to_owned));
    }

    fn add(&mut self, file: &mut Declarations<'_>) {
        let names = &mut self.names;
        walk::file(file, &mut |part| match part {
            Part::Name(_, name) | Part::Option(name) | Part::Anybody(name) => {
                let text = &*name.text;
                names.insert(text.rsplit_once(':').map_or(text, |(_, id)| id).to_owned());
            }
            Part::Dated(_) | Part::Hidden(_) => {}
        });
        let mut is_of = |component: &Component<'_>| {
            names.insert(component.id.text.to_string());
            names.extend(component.is.iter().map(|offer| offer.text.to_string()));
        };
        file.components.iter().chain(&file.offers).for_each(&mut is_of);
        file.amendments.components.iter().for_each(|it| is_of(&it.thing));
        for entity in &file.entities {
            names.insert(entity.id.text.to_string());
            names.extend(entity.lei.iter().map(|lei| lei.text.to_string()));
        }
        names.extend(file.sites.iter().map(|site| site.id.text.to_string()));
    }
}

impl<'a> Declarations<'a> {
    /// The offers of a file as a further set of their own, of which each enters where it is meant.
    #[must_use]
    pub fn take_offers(&mut self) -> Option<Self> {
        if self.offers.is_empty() {
            return None;
        }
        let components = std::mem::take(&mut self.offers);
        Some(Self { components, hidden: self.hidden.clone(), ..Self::default() })
    }

    /// Makes a catalogue of a file: what can be said to be enters as a component where it is meant, and what
    /// nobody has verified is a candidate.
    pub fn become_a_catalogue(&mut self) {
        self.components.append(&mut self.offers);
        self.components.iter_mut().for_each(doubt_component);
        self.entities.iter_mut().for_each(doubt_entity);
        self.sites.iter_mut().for_each(doubt_site);
        self.laws.iter_mut().for_each(doubt_law);
    }

    /// Adds what another file of the same origin declares. O(n) of the other.
    pub fn append(&mut self, mut other: Self) {
        let before = self.hidden.len();
        walk::file(&mut other, &mut |part| {
            if let Part::Hidden(hidden) = part
                && let Some(moved) = trefonds_model::HiddenIx::new(before + hidden.at())
            {
                *hidden = moved;
            }
        });
        self.hidden.append(&mut other.hidden);
        self.components.append(&mut other.components);
        self.offers.append(&mut other.offers);
        self.entities.append(&mut other.entities);
        self.sites.append(&mut other.sites);
        self.laws.append(&mut other.laws);
        self.cited.append(&mut other.cited);
    }
}

/// A fact that nobody has verified is a candidate.
fn doubt(note: &mut NoteBox<'_>) {
    let verification = note.as_ref().map(|note| note.verification);
    if !matches!(verification, Some(Verification::Verified | Verification::VerifiedOn(_))) {
        note.get_or_insert_with(|| Box::new(Note::default())).candidate = true;
    }
}

/// A rule of which nothing is said is as good as its law.
fn doubt_law(law: &mut Law<'_>) {
    doubt(&mut law.note);
    let own = law.reaches.iter_mut().filter_map(|rule| rule.note.as_mut());
    own.filter(|note| note.verification == Verification::Unverified)
        .for_each(|note| note.candidate = true);
}

fn doubt_all<T>(list: &mut Stated<Noted<'_, T>>) {
    list.items.iter_mut().for_each(|it| doubt(&mut it.note));
}

fn doubt_component(component: &mut Component<'_>) {
    component.requirements.items.iter_mut().for_each(doubt_requirement);
    doubt_all(&mut component.operators);
    doubt_all(&mut component.suppliers);
    doubt_all(&mut component.changed_by);
    doubt_all(&mut component.locations);
    doubt_all(&mut component.data);
}

/// What is said of a group is said of its members, but of those that say that nobody verified them.
fn doubt_requirement(requirement: &mut Requirement<'_>) {
    doubt(&mut requirement.note);
    doubt_members(requirement);
}

fn doubt_members(requirement: &mut Requirement<'_>) {
    let (Need::AllOf(of) | Need::AnyOf(of) | Need::AtLeast { of, .. }) = &mut requirement.need
    else {
        return;
    };
    for member in of {
        if let Some(note) =
            member.note.as_mut().filter(|it| it.verification == Verification::Unverified)
        {
            note.candidate = true;
        }
        doubt_members(member);
    }
}

fn doubt_entity(entity: &mut Entity<'_>) {
    doubt_all(&mut entity.country);
    doubt_all(&mut entity.owned_by);
    doubt_all(&mut entity.controlled_by);
}

fn doubt_site(site: &mut Site<'_>) {
    doubt_all(&mut site.country);
    doubt_all(&mut site.operators);
}
