use trefonds_findings::{AmendedFact, FactKey, Overview, PassedOver, PassedOverKind};
use trefonds_lang::Lang;

use super::document::{Document, Item, Section, Table};
use super::{Listed, facts, phrases};

impl Listed for Overview {
    fn document(&self, lang: Lang) -> Document {
        let (title_of, day) =
            (self.title.as_deref(), phrases::day(lang, self.as_of.as_deref(), self.day_from));
        let mut facts = phrases::facts(lang, title_of, day, &self.home, self.coverage);
        let counts = [
            lang.legal_entities(self.entities as usize),
            lang.sites_counted(self.sites as usize),
            lang.laws_counted(self.laws as usize),
        ];
        facts.push(counts.join(", "));
        if self.unverified > 0 {
            facts.push(lang.unverified_facts(self.unverified as usize));
        }
        let mut sections = vec![layers(self, lang), services(self, lang), blind_spots(self, lang)];
        if !self.unreached.is_empty() {
            let items = self.unreached.iter().map(|lost| Item::Line(lost.name.clone()));
            sections.push(Section { heading: lang.unreached(), items: items.collect() });
        }
        if !self.scenarios.is_empty() {
            let items = self.scenarios.iter().map(|file| Item::Line(file.clone()));
            sections.push(Section { heading: lang.scen_left_alone(), items: items.collect() });
        }
        if !self.passed_over.is_empty() {
            let items = self.passed_over.iter().map(|it| Item::Line(passed_over(it, lang)));
            sections.push(Section { heading: lang.passed_over(), items: items.collect() });
        }
        if !self.amended.is_empty() {
            let items = self.amended.iter().map(|it| Item::Line(amended(it, lang)));
            sections.push(Section { heading: lang.amended(), items: items.collect() });
        }
        let title = lang.overview_title();
        Document { title, facts, sections, records: records(self), nothing: lang.nothing() }
    }
}

/// "component Mail: operator: amend.yaml:3:5 instead of mail.yaml:7:9".
fn amended(found: &AmendedFact, lang: Lang) -> String {
    let (id, item) = (found.of.id.clone(), String::new());
    let key = FactKey { subject: found.subject, id, field: found.field, item };
    let declaration = facts::declaration(lang, &key, &found.of.name, false);
    let now = found.now.to_string();
    let place = match &found.was {
        Some(was) => lang.amended_instead(&now, &was.to_string()),
        None => lang.amended_first(&now),
    };
    format!("{declaration}{}{place}", phrases::colon(lang))
}

/// "my-si/policy.yaml: a policy".
fn passed_over(found: &PassedOver, lang: Lang) -> String {
    let kind = match found.kind {
        PassedOverKind::Policy => lang.file_policy(),
        PassedOverKind::Schema => lang.file_schema(),
        PassedOverKind::Mapping => lang.file_mapping(),
        PassedOverKind::Snapshot => lang.file_snapshot(),
        PassedOverKind::Baseline => lang.file_baseline(),
    };
    format!("{}{}{kind}", found.file, phrases::colon(lang))
}

fn layers(overview: &Overview, lang: Lang) -> Section {
    let mut table = Table::new([lang.column_layer(), lang.column_components()]);
    for count in &overview.layers {
        table.rows.push(vec![phrases::layer(lang, count.layer), count.components.to_string()]);
    }
    Section { heading: lang.column_components(), items: vec![Item::Table(table)] }
}

fn services(overview: &Overview, lang: Lang) -> Section {
    let mut table = Table::new([
        lang.column_service(),
        lang.column_id(),
        lang.column_criticality(),
        lang.column_components(),
        lang.column_coverage(),
    ]);
    for line in &overview.services {
        table.rows.push(vec![
            line.service.name.clone(),
            line.service.id.clone(),
            phrases::criticality(lang, line.criticality),
            line.components.to_string(),
            lang.percent(&line.coverage.percent.to_string()),
        ]);
    }
    Section { heading: lang.section_services(), items: vec![Item::Table(table)] }
}

fn blind_spots(overview: &Overview, lang: Lang) -> Section {
    let mut table = Table::new([lang.column_fact(), lang.column_why(), lang.column_where()]);
    for fact in &overview.blind_spots {
        table.rows.push(vec![
            phrases::unknown(lang, fact),
            phrases::why(lang, fact.why),
            fact.at.to_string(),
        ]);
    }
    let items = if table.rows.is_empty() { Vec::new() } else { vec![Item::Table(table)] };
    Section { heading: lang.blind_spots(), items }
}

fn records(overview: &Overview) -> Table {
    let mut table = Table::of_fields(&["fact", "kind", "subject", "why", "file", "line", "column"]);
    for fact in &overview.blind_spots {
        table.rows.push(vec![
            fact.id.clone(),
            phrases::word(&fact.fact),
            fact.subject.id.clone(),
            phrases::word(&fact.why),
            fact.at.file.clone(),
            fact.at.line.to_string(),
            fact.at.column.to_string(),
        ]);
    }
    table
}
