use trefonds_findings::{CatalogueStale, StaleKind};
use trefonds_lang::Lang;

use super::fact::{named, sentence, value_key};
use super::facts;
use crate::lists::cell::Cell;
use crate::lists::document::Document;
use crate::lists::table::{Rows, Table};
use crate::lists::{Listed, keys};

fn kind(lang: Lang, kind: StaleKind) -> String {
    match kind {
        StaleKind::Root => lang.stale_root(),
        StaleKind::Region => lang.stale_region(),
        StaleKind::Control => lang.stale_control(),
    }
}

impl Listed for CatalogueStale {
    fn document(&self, lang: Lang) -> Document {
        let title = lang.stale_title(&lang.day(&self.head.as_of));
        let mut told = facts(&self.head, lang);
        told.push(lang.stale_after());
        let heading = lang.stale_counts(self.stale.len(), self.looked_at);
        let section = Rows::of(&self.stale)
            .column(lang.column_fresh_until(), |it| match &it.fresh_until {
                Some(day) => Cell::Day(day.clone()),
                None => Cell::Text(lang.stale_no_day()),
            })
            .column(lang.column_kind(), |it| kind(lang, it.term))
            .column(lang.column_what(), |it| named(&it.of.thing))
            .column(lang.column_told(), |it| sentence(lang, &it.fact))
            .column(lang.column_declared(), |it| &it.fact.ground.provenance.at)
            .column(lang.column_source(), |it| it.fact.ground.provenance.source.as_ref())
            .section(heading);
        Document { lang, title, facts: told, sections: vec![section] }
    }

    fn records(&self, _: Lang) -> Table {
        Rows::of(&self.stale)
            .column("fresh_until", |it| it.fresh_until.clone().map_or(Cell::Empty, Cell::Day))
            .column("term", |it| keys::word(&it.term))
            .column("of", |it| &it.of.thing.id)
            .column("fact", |it| keys::word(&it.fact.fact))
            .column("value", |it| value_key(&it.fact))
            .column("verified_on", |it| it.fact.ground.provenance.verified_on.as_ref())
            .column("source", |it| it.fact.ground.provenance.source.as_ref())
            .column("at", |it| &it.fact.ground.provenance.at)
            .table()
    }
}
