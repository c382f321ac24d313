use trefonds_findings::{AmendedFact, FactKey, Overview, PassedOver, PassedOverKind, UnknownFact};
use trefonds_lang::Lang;

use super::cell::Cell;
use super::document::{Document, Item, Section};
use super::table::{Column, Rows, Sheet, Table};
use super::{Listed, facts, keys, outages, phrases};

impl Listed for Overview {
    fn document(&self, lang: Lang) -> Document {
        let day = (self.head.as_of.as_deref(), self.head.day_from);
        let mut facts =
            phrases::facts(lang, self.head.title.as_deref(), day, &self.head.home, self.coverage);
        let counts = [
            lang.legal_entities(self.entities as usize),
            lang.sites_counted(self.sites as usize),
            lang.laws_counted(self.laws as usize),
        ];
        facts.push(counts.join(", "));
        if self.unverified > 0 {
            facts.push(lang.unverified_facts(self.unverified as usize));
        }
        if let Some(it) = &self.catalogue {
            facts.push(lang.from_catalogue(&it.edition, it.facts, it.candidates));
            let (offers, components) = (it.offers as usize, it.components as usize);
            if offers + components > 0 {
                let offers = lang.are_offers(offers);
                facts.push(lang.catalogue_components(&offers, &lang.came_beneath(components)));
            }
        }
        let blind_spots =
            Rows::of(&self.blind_spots).columns(lang, &BLIND_SPOT).section(lang.blind_spots());
        let mut sections = vec![layers(self, lang), services(self, lang)];
        sections.extend(outages::section(lang, &self.unmendable));
        sections.push(blind_spots);
        let others: [(String, Vec<String>); 4] = [
            (lang.unreached(), self.unreached.iter().map(|lost| lost.name.clone()).collect()),
            (lang.scen_left_alone(), self.scenarios.clone()),
            (lang.passed_over(), self.passed_over.iter().map(|it| passed_over(it, lang)).collect()),
            (lang.amended(), self.amended.iter().map(|it| amended(it, lang)).collect()),
        ];
        let others = others.into_iter().filter(|(_, lines)| !lines.is_empty());
        sections.extend(others.map(|(heading, lines)| Section::of_lines(heading, lines)));
        Document { lang, title: lang.overview_title(), facts, sections }
    }

    fn records(&self, _: Lang) -> Table {
        Rows::of(&self.blind_spots)
            .column("fact", |it| &it.id)
            .column("kind", |it| keys::word(&it.fact))
            .column("subject", |it| &it.subject.id)
            .column("why", |it| it.why)
            .column("file", |it| it.at.as_ref().map(keys::file))
            .column("line", |it| it.at.as_ref().and_then(keys::line))
            .column("column", |it| it.at.as_ref().and_then(keys::column))
            .table()
    }
}

type Of = Column<UnknownFact>;

const BLIND_SPOT: [Of; 3] = [
    Of::new(Lang::column_fact, 60, |it, lang| phrases::unknown(lang, it).into()),
    Of::new(Lang::column_why, 16, |it, _| it.why.into()),
    Of::new(Lang::column_where, 48, |it, _| it.at.as_ref().into()),
];

/// Every blind spot, as a sheet of a workbook.
#[must_use]
pub fn sheet(overview: &Overview, lang: Lang) -> Sheet {
    Rows::of(&overview.blind_spots).columns(lang, &BLIND_SPOT).sheet(lang.blind_spots())
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
        PassedOverKind::Patterns => lang.file_patterns(),
        PassedOverKind::Suggestions => lang.file_suggestions(),
        PassedOverKind::Licences => lang.file_licences(),
    };
    format!("{}{}{kind}", found.file, phrases::colon(lang))
}

fn layers(overview: &Overview, lang: Lang) -> Section {
    let table = Rows::of(&overview.layers)
        .column(lang.column_layer(), |count| count.layer)
        .column(lang.column_components(), |count| count.components)
        .table();
    Section { heading: lang.column_components(), items: vec![Item::Table(table)] }
}

fn services(overview: &Overview, lang: Lang) -> Section {
    let table = Rows::of(&overview.services)
        .column(lang.column_service(), |line| &line.service.name)
        .column(lang.column_id(), |line| &line.service.id)
        .column(lang.column_criticality(), |line| line.criticality)
        .column(lang.column_components(), |line| line.components)
        .column(lang.column_coverage(), |line| Cell::Percent(line.coverage.percent))
        .table();
    Section { heading: lang.section_services(), items: vec![Item::Table(table)] }
}
