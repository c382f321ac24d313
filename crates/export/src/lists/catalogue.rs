//! What a catalogue holds.

mod entry;
mod fact;
mod identified;
mod stale;

use trefonds_findings::{
    CatalogueHead, CatalogueKind, CatalogueOverview, CatalogueSearch, CatalogueSource,
    CatalogueSources,
};
use trefonds_lang::Lang;

use super::cell::Cell;
use super::document::{Document, Item, Section};
use super::table::{Rows, Table};
use super::{Listed, keys};

/// What stands beside every result.
fn facts(head: &CatalogueHead, lang: Lang) -> Vec<String> {
    let mut facts = vec![lang.catalogue_title(&head.edition)];
    if !head.folders.is_empty() {
        facts.push(lang.catalogue_before(&head.folders.join(", ")));
    }
    facts.push(lang.catalogue_day(&lang.day(&head.as_of)));
    facts
}

fn kind(lang: Lang, kind: CatalogueKind) -> String {
    match kind {
        CatalogueKind::Offer => lang.one_offer(),
        CatalogueKind::Entity => lang.one_entity(),
        CatalogueKind::Region => lang.one_region(),
        CatalogueKind::Law => lang.one_law(),
    }
}

impl Listed for CatalogueOverview {
    fn document(&self, lang: Lang) -> Document {
        let counts = [
            (
                lang.catalogue_entities(),
                self.entities,
                lang.catalogue_read(self.entities_read_to_the_top as usize),
            ),
            (
                lang.catalogue_regions(),
                self.regions,
                lang.catalogue_verified(self.regions_verified as usize),
            ),
            (
                lang.catalogue_offers(),
                self.offers,
                lang.catalogue_whole(self.offers_whole as usize),
            ),
            (lang.catalogue_laws(), self.laws, String::new()),
            (lang.catalogue_patterns(), self.patterns, String::new()),
            (lang.catalogue_rules(), self.rules, String::new()),
            (lang.catalogue_sources(), self.sources, String::new()),
        ];
        let holds = Rows::of(&counts)
            .column(lang.column_what(), |(what, ..)| what)
            .column(lang.column_how_many(), |(_, number, _)| *number)
            .column(lang.column_of_which(), |(.., which)| which)
            .section(lang.catalogue_holds());
        let kinds = Rows::of(&self.kinds)
            .column(lang.column_kind(), |it| match it.kind.as_str() {
                "" => lang.catalogue_no_kind(),
                kind => kind.to_owned(),
            })
            .column(lang.column_offers(), |it| it.offers)
            .column(lang.column_whole(), |it| it.whole)
            .section(lang.catalogue_offers_by_kind());
        let mut facts = facts(&self.head, lang);
        facts.remove(0);
        facts.push(lang.catalogue_how(&self.head.edition));
        facts.push(lang.catalogue_terms());
        let title = lang.catalogue_title(&self.head.edition);
        Document { lang, title, facts, sections: vec![holds, kinds] }
    }

    fn records(&self, _: Lang) -> Table {
        let totals = [
            ("entities", self.entities, Some(self.entities_read_to_the_top)),
            ("regions", self.regions, Some(self.regions_verified)),
            ("offers", self.offers, Some(self.offers_whole)),
            ("laws", self.laws, None),
            ("patterns", self.patterns, None),
            ("rules", self.rules, None),
            ("sources", self.sources, None),
        ];
        let kinds = self.kinds.iter().map(|it| ("offers", &*it.kind, it.offers, Some(it.whole)));
        let rows = totals.into_iter().map(|(what, number, which)| (what, "", number, which));
        Rows::of(rows.chain(kinds))
            .column("what", |(what, ..)| what)
            .column("kind", |(_, kind, ..)| kind)
            .column("number", |(_, _, number, _)| number)
            .column("complete", |(.., complete)| complete)
            .table()
    }
}

impl Listed for CatalogueSearch {
    fn document(&self, lang: Lang) -> Document {
        let mut items = Rows::of(&self.found)
            .column(lang.column_id(), |it| &it.thing.id)
            .column(lang.column_kind(), |it| kind(lang, it.kind))
            .column(lang.column_name(), |it| &it.thing.name)
            .items();
        if items.is_empty() {
            items.push(Item::Line(lang.catalogue_nothing_has()));
        }
        Document {
            lang,
            title: lang.catalogue_search_title(&self.words.join(" ")),
            facts: facts(&self.head, lang),
            sections: vec![Section { heading: lang.catalogue_best_first(), items }],
        }
    }

    fn records(&self, _: Lang) -> Table {
        Rows::of(&self.found)
            .column("id", |it| &it.thing.id)
            .column("kind", |it| keys::word(&it.kind))
            .column("name", |it| &it.thing.name)
            .table()
    }
}

/// A source in words: what it is called, who published it, when, where it is found.
fn source(it: &CatalogueSource) -> String {
    let more = [&it.publisher, &it.date, &it.link].into_iter().flatten();
    let words = [&it.title].into_iter().chain(more).filter(|it| !it.is_empty());
    words.map(String::as_str).collect::<Vec<_>>().join(", ")
}

impl Listed for CatalogueSources {
    fn document(&self, lang: Lang) -> Document {
        let (licensed, read): (Vec<_>, Vec<_>) =
            self.sources.iter().partition(|it| it.licence.is_some());
        let licensed = Rows::of(licensed)
            .column(lang.column_id(), |it| &it.id)
            .column(lang.column_facts(), |it| it.facts)
            .column(lang.column_licence(), |it| it.licence.as_ref())
            .column(lang.column_snapshot(), |it| it.snapshot.as_ref())
            .column(lang.column_taken(), |it| it.taken.as_ref())
            .column(lang.column_source(), source)
            .section(lang.sources_licensed());
        let read = Rows::of(read)
            .column(lang.column_id(), |it| &it.id)
            .column(lang.column_facts(), |it| it.facts)
            .column(lang.column_source(), source)
            .section(lang.sources_read());
        let (title, facts) = (lang.sources_title(), facts(&self.head, lang));
        Document { lang, title, facts, sections: vec![licensed, read] }
    }

    fn records(&self, _: Lang) -> Table {
        Rows::of(&self.sources)
            .column("id", |it| &it.id)
            .column("title", |it| &it.title)
            .column("publisher", |it| it.publisher.as_ref())
            .column("date", |it| it.date.clone().map_or(Cell::Empty, Cell::Day))
            .column("link", |it| it.link.as_ref())
            .column("licence", |it| it.licence.as_ref())
            .column("snapshot", |it| it.snapshot.as_ref())
            .column("taken", |it| it.taken.as_ref())
            .column("facts", |it| it.facts)
            .table()
    }
}
