use trefonds_findings::{Exposure, ExposureFinding};
use trefonds_lang::Lang;

use super::document::{Document, Item, Section, Table};
use super::single_points::certainty;
use super::{Listed, phrases};

impl Listed for Exposure {
    fn document(&self, lang: Lang) -> Document {
        let (title_of, day) =
            (self.title.as_deref(), phrases::day(lang, self.as_of.as_deref(), self.day_from));
        let mut facts = phrases::facts(lang, title_of, day, &self.home, self.coverage);
        facts.push(lang.exposure_question());
        let by_service = self.findings.chunk_by(|a, b| a.service == b.service);
        let mut sections: Vec<Section> = by_service.map(|list| service(lang, list)).collect();
        let lines = self.unexposed.iter().map(|(service, coverage)| {
            Item::Line(format!("{} ({})", service.name, lang.coverage_short(coverage.percent)))
        });
        sections.push(Section { heading: lang.unexposed(), items: lines.collect() });
        let title = lang.exposure_title();
        Document { title, facts, sections, records: records(self), nothing: lang.nothing() }
    }
}

fn service(lang: Lang, findings: &[ExposureFinding]) -> Section {
    let heading = findings.first().map_or_else(String::new, |first| {
        format!("{} ({})", first.service.name, phrases::criticality(lang, first.criticality))
    });
    let mut table = Table::new([
        lang.column_jurisdiction(),
        lang.column_law(),
        lang.column_certainty(),
        lang.column_grade(),
        lang.column_channel(),
        lang.column_data(),
        lang.column_component(),
        lang.column_path(),
    ]);
    let mut items = Vec::new();
    for finding in findings {
        let mut component = finding.component.name.clone();
        if !finding.others.is_empty() {
            component.push_str(&format!(" {}", lang.and_more(finding.others.len())));
        }
        table.rows.push(vec![
            finding.jurisdiction.as_ref().map_or_else(|| "?".to_owned(), |code| lang.country(code)),
            finding.law.as_ref().map_or_else(|| lang.no_law(), |law| law.name.clone()),
            certainty(lang, finding.certainty),
            phrases::grade(lang, finding.grade),
            finding.channel.map_or_else(
                || "?".to_owned(),
                |channel| phrases::channel(lang, Some(channel), None),
            ),
            if finding.data.is_empty() { lang.data_not_said() } else { finding.data.join(", ") },
            component,
            phrases::path(lang, &finding.path, &finding.component.id),
        ]);
    }
    items.push(Item::Table(table));
    let mut seen = Vec::new();
    for fact in findings.iter().flat_map(|finding| &finding.hangs_on) {
        if !seen.contains(fact) {
            seen.push(fact.clone());
        }
    }
    if !seen.is_empty() {
        items.push(Item::Line(lang.hangs_on(&phrases::unknowns(lang, &seen))));
    }
    Section { heading, items }
}

fn records(exposure: &Exposure) -> Table {
    let mut table = Table::of_fields(&[
        "service",
        "criticality",
        "jurisdiction",
        "foreign",
        "law",
        "certainty",
        "grade",
        "channel",
        "component",
        "data",
        "hangs_on",
        "unverified",
        "path",
        "others",
    ]);
    for finding in &exposure.findings {
        let steps = finding.path.iter();
        let path = steps.map(|s| format!("{} > {} ({})", s.from.id, s.to.id, s.provenance.at));
        let others = finding.others.iter().map(|other| other.component.id.as_str());
        table.rows.push(vec![
            finding.service.id.clone(),
            phrases::word(&finding.criticality),
            finding.jurisdiction.clone().unwrap_or_default(),
            finding.foreign.to_string(),
            finding.law.as_ref().map(|law| law.id.clone()).unwrap_or_default(),
            phrases::word(&finding.certainty),
            phrases::word(&finding.grade),
            finding.channel.map(|channel| phrases::word(&channel)).unwrap_or_default(),
            finding.component.id.clone(),
            finding.data.join(" "),
            phrases::unknown_ids(&finding.hangs_on),
            phrases::any_unverified(&finding.path).to_string(),
            path.collect::<Vec<_>>().join("; "),
            others.collect::<Vec<_>>().join(" "),
        ]);
    }
    table
}
