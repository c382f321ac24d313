use trefonds_findings::{Certainty, Resolution, ResolvedItem, ResolvedKind};
use trefonds_lang::Lang;

use super::document::{Document, Item, Section, Table};
use super::ways::Paths;
use super::{Listed, phrases};

impl Listed for Resolution {
    fn document(&self, lang: Lang) -> Document {
        let title = match (&self.subject, self.reverse) {
            (Some(subject), true) => lang.reverse_title(&phrases::named(lang, subject)),
            (Some(subject), false) => lang.resolve_title(&subject.name),
            (None, _) => lang.resolve_all_title(),
        };
        let day = phrases::day(lang, self.as_of.as_deref(), self.day_from);
        let facts = phrases::facts(lang, None, day, &self.home, self.coverage);
        let by_kind = self.items.chunk_by(|a, b| a.kind == b.kind);
        let paths = Paths::new(&self.ways);
        let mut sections: Vec<Section> =
            by_kind.map(|items| section(lang, items, &paths)).collect();
        if sections.is_empty() {
            sections.push(Section { heading: lang.rests_on_nothing(), items: Vec::new() });
        }
        if !self.blind_spots.is_empty() {
            let lines = self.blind_spots.iter();
            let items = lines.map(|fact| Item::Line(phrases::unknown_at(lang, fact))).collect();
            sections.push(Section { heading: lang.blind_spots(), items });
        }
        Document { title, facts, sections, records: records(self, &paths), nothing: lang.nothing() }
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
    let mut table = Table::new([
        lang.column_name(),
        lang.column_id(),
        lang.column_country(),
        String::new(),
        lang.column_path(),
        lang.column_declared(),
    ]);
    for item in items {
        table.rows.push(vec![
            phrases::named(lang, &item.thing),
            item.thing.id.clone(),
            item.country.as_ref().map(|code| lang.country(code)).unwrap_or_default(),
            marks(lang, item),
            paths.told(item.after, |n| lang.steps_left_out(n)),
            item.provenance.as_ref().map(|p| p.at.to_string()).unwrap_or_default(),
        ]);
    }
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

/// Long paths are shortened here too: `steps` says how long they are, and `after` what stands before.
fn records(resolution: &Resolution, paths: &Paths<'_>) -> Table {
    let mut table = Table::of_fields(&[
        "kind",
        "id",
        "name",
        "country",
        "foreign",
        "certainty",
        "steps",
        "after",
        "path",
        "soft_only",
        "at",
    ]);
    for item in &resolution.items {
        let kind = match item.kind {
            ResolvedKind::Component(layer) => phrases::word(&layer),
            other => phrases::word(&other),
        };
        table.rows.push(vec![
            kind,
            item.thing.id.clone(),
            item.thing.name.clone(),
            item.country.clone().unwrap_or_default(),
            item.foreign.map(|foreign| foreign.to_string()).unwrap_or_default(),
            phrases::word(&item.certainty),
            item.steps.to_string(),
            paths.last(item.after).to_owned(),
            paths.told(item.after, |n| format!("... {n} ...")),
            item.soft_only.to_string(),
            item.provenance.as_ref().map(|p| p.at.to_string()).unwrap_or_default(),
        ]);
    }
    table
}
