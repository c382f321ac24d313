use std::borrow::Cow;

use rustc_hash::FxHashMap;
use trefonds_lang::{Lang, country_code};
use trefonds_model::{AlternativeIx, ComponentIx, Country, EntityIx, SiteIx};
use trefonds_source::{Diagnostic, Span};

use crate::diags::{self, Kind};
use crate::forms::{Declarations, Name};
use crate::shelf::Ids;
use crate::suggest::Suggester;
use crate::validate::ids;

/// The ids of one kind: what they lead to, and all of them in file order.
#[derive(Default)]
struct Table<'a> {
    places: FxHashMap<Cow<'a, str>, (u32, Span)>,
    ids: Vec<Cow<'a, str>>,
}

impl<'a> Table<'a> {
    fn with_room_for(count: usize) -> Self {
        let places = FxHashMap::with_capacity_and_hasher(count, Default::default());
        Self { places, ids: Vec::with_capacity(count) }
    }

    /// Gives an id the next index; one that was there before is reported.
    fn declare(
        &mut self,
        id: &Name<'a>,
        allowed: fn(&str) -> bool,
        (lang, diagnostics): (Lang, &mut Vec<Diagnostic>),
    ) {
        if !ids::is_well_formed(&id.text) {
            diagnostics.push(diags::bad_id(lang, id.at, &id.text));
        } else if !allowed(&id.text) {
            diagnostics.push(diags::reserved_id(lang, id.at, &id.text));
        }
        let index = self.ids.len() as u32;
        self.ids.push(id.text.clone());
        let (_, first) = *self.places.entry(id.text.clone()).or_insert((index, id.at));
        if first != id.at {
            diagnostics.push(diags::duplicate_id(lang, id.at, first, &id.text));
        }
    }

    fn get(&self, id: &str) -> Option<u32> {
        self.places.get(id).map(|(index, _)| *index)
    }
}

/// All ids of the inventory.
pub(crate) struct Names<'a> {
    components: Table<'a>,
    entities: Table<'a>,
    sites: Table<'a>,
    laws: Table<'a>,
    cited: Table<'a>,
    alternatives: Table<'a>,
}

impl<'a> Names<'a> {
    /// Collects the ids in file order; indices are positions in this order.
    pub(crate) fn collect(
        files: &[Declarations<'a>],
        lang: Lang,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let room = |count: fn(&Declarations<'_>) -> usize| {
            Table::with_room_for(files.iter().map(count).sum())
        };
        let mut names = Self {
            components: room(|file| file.components.len()),
            entities: room(|file| file.entities.len()),
            sites: room(|file| file.sites.len()),
            laws: room(|file| file.laws.len()),
            cited: Table::default(),
            alternatives: Table::default(),
        };
        for file in files {
            let owners = file.components.iter();
            let alternatives = owners.flat_map(|owner| &owner.alternatives);
            let mut declare = |table: &mut Table<'a>, id, allowed| {
                table.declare(id, allowed, (lang, &mut *diagnostics));
            };
            for thing in alternatives {
                declare(&mut names.alternatives, &thing.id, ids::not_reserved);
            }
            for thing in &file.components {
                declare(&mut names.components, &thing.id, ids::not_reserved);
            }
            for thing in &file.entities {
                declare(&mut names.entities, &thing.id, ids::not_reserved);
            }
            for thing in &file.sites {
                declare(&mut names.sites, &thing.id, ids::not_a_word);
            }
            for thing in &file.laws {
                declare(&mut names.laws, &thing.id, ids::not_a_word);
            }
            for thing in &file.cited {
                declare(&mut names.cited, &thing.id, ids::not_a_word);
            }
        }
        names
    }

    pub(super) fn component(&self, id: &str) -> Option<ComponentIx> {
        self.components.get(id).map(ComponentIx)
    }

    pub(super) fn entity(&self, id: &str) -> Option<EntityIx> {
        self.entities.get(id).map(EntityIx)
    }

    pub(super) fn site(&self, id: &str) -> Option<SiteIx> {
        self.sites.get(id).map(SiteIx)
    }

    /// The position of a source that is listed.
    pub(super) fn cited(&self, id: &str) -> Option<u32> {
        self.cited.get(id)
    }

    /// The id of a listed source that a text may be meant for.
    pub(super) fn like_cited(&self, text: &str, suggester: &mut Suggester) -> Option<&str> {
        let could_be = !self.cited.ids.is_empty() && ids::is_well_formed(text);
        could_be.then(|| suggester.closest(text, self.cited.ids.iter().map(|id| &**id))).flatten()
    }

    pub(super) fn alternative(&self, id: &str) -> Option<AlternativeIx> {
        self.alternatives.get(id).map(AlternativeIx)
    }

    /// The id closest to a word that is none.
    pub(super) fn closest(
        &self,
        word: &str,
        kind: Kind,
        suggester: &mut Suggester,
    ) -> Option<&str> {
        let table = match kind {
            Kind::Component => &self.components,
            Kind::Alternative => &self.alternatives,
            Kind::Entity | Kind::Anybody => &self.entities,
            Kind::Site | Kind::Place => &self.sites,
        };
        let country = if kind == Kind::Place { country_of(word) } else { None };
        country.or_else(|| suggester.closest(word, table.ids.iter().map(|id| &**id)))
    }

    /// The same among ids that are at hand besides.
    pub(super) fn closest_of<'s>(
        further: &'s dyn Ids,
        word: &str,
        kind: Kind,
        suggester: &mut Suggester,
    ) -> Option<&'s str> {
        suggester.closest(word, further.ids(kind.subject()?))
    }

    /// What else is called so.
    pub(super) fn other_kind(&self, word: &str, sought: Kind) -> Option<Kind> {
        [
            (Kind::Component, self.components.get(word).is_some()),
            (Kind::Entity, self.entities.get(word).is_some()),
            (Kind::Site, self.sites.get(word).is_some()),
            (Kind::Alternative, self.alternatives.get(word).is_some()),
            (Kind::Place, Country::parse(word).is_some()),
        ]
        .into_iter()
        .find(|(kind, there)| *there && *kind != sought)
        .map(|(kind, _)| kind)
    }
}

/// The country that a word in lower case, or a name, is meant for.
fn country_of(word: &str) -> Option<&'static str> {
    let country = country_code(word).or_else(|| {
        let upper = word.to_ascii_uppercase();
        trefonds_lang::known_country(&upper)
    });
    country.filter(|code| Country::parse(code).is_some())
}
