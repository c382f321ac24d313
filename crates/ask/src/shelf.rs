//! What a catalogue says, once all of it is let in as an inventory whose components are its offers.
//!
//! Nothing is settled here: each fact is told as it is declared, with its place, its source and its day. What
//! does not hold on the day is told with its dates, and not followed.

mod entry;
mod facts;
mod overview;
mod search;
mod sources;
mod stale;
mod tops;
mod trees;

use rustc_hash::FxHashMap;
use trefonds_findings::{CatalogueHead, CatalogueKind, CatalogueThing, Named};
use trefonds_model::{
    ComponentIx, Date, EntityIx, Inventory, LawIx, NoteIx, SiteIx, SourceRef, Text, Verification,
};

pub use search::Folded;

/// A catalogue to be looked at.
pub struct Catalogue<'m> {
    model: &'m Inventory,
    head: CatalogueHead,
    day: Date,
    things: FxHashMap<(CatalogueKind, &'m str), Thing>,
}

/// An entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Thing {
    Offer(ComponentIx),
    Entity(EntityIx),
    Region(SiteIx),
    Law(LawIx),
}

impl<'m> Catalogue<'m> {
    /// Looks at one on a day. O(n) for n entries.
    #[must_use]
    pub fn new(model: &'m Inventory, head: CatalogueHead, day: Date) -> Self {
        let mut things = FxHashMap::default();
        let mut add = |kind, id: Text, thing| {
            things.insert((kind, model.text(id)), thing);
        };
        for (at, it) in model.components.iter().enumerate() {
            add(CatalogueKind::Offer, it.id, Thing::Offer(ComponentIx(at as u32)));
        }
        for (at, it) in model.entities.iter().enumerate() {
            add(CatalogueKind::Entity, it.id, Thing::Entity(EntityIx(at as u32)));
        }
        for (at, it) in model.sites.iter().enumerate() {
            add(CatalogueKind::Region, it.id, Thing::Region(SiteIx(at as u32)));
        }
        for (at, it) in model.laws.iter().enumerate() {
            add(CatalogueKind::Law, it.id, Thing::Law(LawIx(at as u32)));
        }
        Self { model, head, day, things }
    }

    /// Every entry, kind by kind, each kind in the order of its ids.
    #[must_use]
    pub fn things(&self) -> Vec<CatalogueThing> {
        let mut all: Vec<CatalogueThing> = self
            .things
            .iter()
            .map(|((kind, _), thing)| CatalogueThing { kind: *kind, thing: self.named(*thing) })
            .collect();
        all.sort();
        all
    }

    /// The name of an offer, if it is one of the catalogue; else its id.
    #[must_use]
    pub fn offer_named(&self, id: &str) -> Named {
        match self.things.get(&(CatalogueKind::Offer, id)) {
            Some(thing) => self.named(*thing),
            None => Named { id: id.to_owned(), name: id.to_owned() },
        }
    }

    /// Regions of a code, each with its country: the one of that id, else those of any provider that are
    /// called so.
    #[must_use]
    pub fn regions(&self, code: &str) -> Vec<(Named, Option<String>)> {
        let code = code.trim().to_lowercase();
        let of_code = |id: &str| {
            let id = id.to_lowercase();
            id == code || id.split_once('/').is_some_and(|(_, behind)| behind == code)
        };
        let sites = self.model.sites.iter().filter(|site| of_code(self.model.text(site.id)));
        let mut found: Vec<(Named, Option<String>)> = sites
            .map(|site| {
                let countries = site.country.items.iter();
                let country = countries.map(|it| it.country.code().to_owned()).next();
                (self.called(site.id, site.name), country)
            })
            .collect();
        found.sort();
        found
    }

    /// A source in full, by its id; the id itself where it is not listed.
    #[must_use]
    pub fn source_in_full(&self, id: &str) -> String {
        let at = self.model.cited.iter().position(|it| self.model.text(it.id) == id);
        match at.and_then(|at| u32::try_from(at).ok()) {
            Some(at) => self.model.source_words(SourceRef::Listed(at)).into_owned(),
            None => id.to_owned(),
        }
    }

    fn called(&self, id: Text, name: Option<Text>) -> Named {
        let [id, name] = [id, name.unwrap_or(id)].map(|text| self.model.text(text).to_owned());
        Named { id, name }
    }

    fn named(&self, thing: Thing) -> Named {
        match thing {
            Thing::Offer(it) => {
                let it = self.model.component(it);
                self.called(it.id, it.name)
            }
            Thing::Entity(it) => {
                let it = self.model.entity(it);
                self.called(it.id, it.name)
            }
            Thing::Region(it) => {
                let it = self.model.site(it);
                self.called(it.id, it.name)
            }
            Thing::Law(it) => {
                let it = self.model.law(it);
                self.called(it.id, it.name)
            }
        }
    }

    /// Whether somebody verified a fact.
    fn is_verified(&self, note: NoteIx) -> bool {
        let note = self.model.notes.get(note);
        let verified =
            matches!(note.verification, Verification::Verified | Verification::VerifiedOn(_));
        verified && !note.candidate
    }

    fn holds(&self, note: NoteIx) -> bool {
        self.model.notes.get(note).validity.holds_on(Some(self.day))
    }

    /// The kind of an offer: the name of the file in which it stands.
    fn kind_of_offer(&self, offer: ComponentIx) -> Option<String> {
        let at = self.model.component(offer).at;
        let file = self.model.sources.locate(at).file.to_owned();
        let name = file.rsplit_once("offers/")?.1;
        let name = name.rsplit_once('.').map_or(name, |(name, _)| name);
        (!name.contains('/')).then(|| name.to_owned())
    }
}
