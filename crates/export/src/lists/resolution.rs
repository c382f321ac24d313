use trefonds_findings::{Certainty, Resolution, ResolvedItem, ResolvedKind};
use trefonds_lang::Lang;

use super::cell::Cell;
use super::document::{Document, Item, Section};
use super::table::{Rows, Table};
use super::ways::Paths;
use super::{Listed, keys, phrases};

impl Listed for Resolution {
    fn document(&self, lang: Lang) -> Document {
        let title = match (&self.subject, self.reverse) {
            (Some(subject), true) => lang.reverse_title(&phrases::named(lang, subject)),
            (Some(subject), false) => lang.resolve_title(&subject.name),
            (None, _) => lang.resolve_all_title(),
        };
        let day = (self.head.as_of.as_deref(), self.head.day_from);
        let facts = phrases::facts(lang, None, day, &self.head.home, self.coverage);
        let by_kind = self.items.chunk_by(|a, b| a.kind == b.kind);
        let paths = Paths::new(&self.ways);
        let mut sections: Vec<Section> =
            by_kind.map(|items| section(lang, items, &paths)).collect();
        if sections.is_empty() {
            sections.push(Section { heading: lang.rests_on_nothing(), items: Vec::new() });
        }
        if !self.blind_spots.is_empty() {
            let lines = self.blind_spots.iter().map(|fact| phrases::unknown_at(lang, fact));
            sections.push(Section::of_lines(lang.blind_spots(), lines));
        }
        Document { lang, title, facts, sections }
    }

    /// Long paths are shortened here too: `steps` says how long they are, and `after` what stands before.
    fn records(&self, _: Lang) -> Table {
        let paths = Paths::new(&self.ways);
        Rows::of(&self.items)
            .column("kind", |it| match it.kind {
                ResolvedKind::Component(layer) => keys::word(&layer),
                other => keys::word(&other),
            })
            .column("id", |it| &it.thing.id)
            .column("name", |it| &it.thing.name)
            .column("country", |it| it.country.as_ref())
            .column("foreign", |it| it.foreign)
            .column("certainty", |it| it.certainty)
            .column("steps", |it| it.steps)
            .column("after", |it| paths.last(it.after))
            .column("path", |it| paths.text(it.after, |n| format!("... {n} ...")))
            .column("soft_only", |it| it.soft_only)
            .column("at", |it| it.provenance.as_ref().map(|it| &it.at))
            .table()
    }
}

fn section(lang: Lang, items: &[ResolvedItem], paths: &Paths<'_>) -> Section {
    let heading = match items.first().map(|item| item.kind) {
        Some(ResolvedKind::Component(layer)) => phrases::layer(lang, layer),
        Some(ResolvedKind::Site) => lang.kind_sites(),
        Some(ResolvedKind::Entity) => lang.kind_entities(),
        Some(ResolvedKind::Controller) => lang.kind_controllers(),
        Some(ResolvedKind::Jurisdiction) => lang.kind_jurisdictions(),
        None => String::new(),
    };
    let table = Rows::of(items)
        .column(lang.column_name(), |it| phrases::named(lang, &it.thing))
        .column(lang.column_id(), |it| &it.thing.id)
        .column(lang.column_country(), |it| it.country.clone().map(Cell::Country))
        .column("", |it| marks(lang, it))
        .column(lang.column_path(), |it| paths.text(it.after, |n| lang.steps_left_out(n)))
        .column(lang.column_declared(), |it| it.provenance.as_ref().map(|it| &it.at))
        .table();
    Section { heading, items: vec![Item::Table(table)] }
}

fn marks(lang: Lang, item: &ResolvedItem) -> String {
    let mut marks = Vec::new();
    if item.foreign == Some(true) {
        marks.push(lang.foreign());
    }
    if item.certainty == Certainty::Possible {
        marks.push(lang.possible());
    }
    if item.soft_only {
        marks.push(lang.soft());
    }
    if item.provenance.as_ref().is_some_and(|provenance| provenance.unverified) {
        marks.push(lang.unverified());
    }
    marks.join(", ")
}
