use trefonds_findings::{Exposure, ExposureFinding, UnknownFact};
use trefonds_lang::Lang;

use super::cell::Cell;
use super::document::{Document, Item, Section};
use super::table::{Column, Rows, Sheet, Table};
use super::{Listed, keys, phrases};

impl Listed for Exposure {
    fn document(&self, lang: Lang) -> Document {
        let day = (self.head.as_of.as_deref(), self.head.day_from);
        let mut facts =
            phrases::facts(lang, self.head.title.as_deref(), day, &self.head.home, self.coverage);
        facts.push(lang.exposure_question());
        let by_service = self.findings.chunk_by(|a, b| a.service == b.service);
        let mut sections: Vec<Section> = by_service.map(|list| service(lang, list)).collect();
        let lines = self.unexposed.iter().map(|(service, coverage)| {
            format!("{} ({})", service.name, lang.coverage_short(coverage.percent))
        });
        sections.push(Section::of_lines(lang.unexposed(), lines));
        Document { lang, title: lang.exposure_title(), facts, sections }
    }

    fn records(&self, _: Lang) -> Table {
        Rows::of(&self.findings)
            .column("service", |it| &it.service.id)
            .column("criticality", |it| it.criticality)
            .column("jurisdiction", |it| it.jurisdiction.as_ref())
            .column("foreign", |it| it.foreign)
            .column("law", |it| it.law.as_ref().map(|law| &law.id))
            .column("certainty", |it| it.certainty)
            .column("grade", |it| it.grade)
            .column("channel", |it| it.channel)
            .column("component", |it| &it.component.id)
            .column("data", |it| it.data.join(" "))
            .column("hangs_on", |it| keys::unknown_ids(&it.hangs_on))
            .column("unverified", |it| phrases::any_unverified(&it.path))
            .column("path", |it| keys::steps(&it.path))
            .column("others", |it| keys::ids(it.others.iter().map(|other| &other.component)))
            .table()
    }
}

type Of = Column<ExposureFinding>;

const SERVICE: Of = Of::new(Lang::column_service, 36, |it, _| (&it.service.name).into());
const CRITICALITY: Of = Of::new(Lang::column_criticality, 12, |it, _| it.criticality.into());
const JURISDICTION: Of = Of::new(Lang::column_jurisdiction, 12, |it, _| match &it.jurisdiction {
    Some(code) => Cell::Country(code.clone()),
    None => "?".into(),
});
const LAW: Of = Of::new(Lang::column_law, 30, |it, lang| {
    it.law.as_ref().map_or_else(|| lang.no_law(), |law| law.name.clone()).into()
});
const CERTAINTY: Of = Of::new(Lang::column_certainty, 11, |it, _| it.certainty.into());
const GRADE: Of = Of::new(Lang::column_grade, 16, |it, _| it.grade.into());
const CHANNEL: Of =
    Of::new(Lang::column_channel, 16, |it, _| it.channel.map_or_else(|| "?".into(), Into::into));
const DATA: Of = Of::new(Lang::column_data, 20, |it, lang| {
    if it.data.is_empty() { lang.data_not_said() } else { it.data.join(", ") }.into()
});
const COMPONENT: Of = Of::new(Lang::column_component, 36, |it, _| (&it.component.name).into());
const COMPONENTS: Of = Of::new(Lang::column_component, 0, |it, lang| match it.others.len() {
    0 => (&it.component.name).into(),
    n => format!("{} {}", it.component.name, lang.and_more(n)).into(),
});
const PATH: Of = Of::new(Lang::column_path, 0, |it, lang| {
    phrases::path(lang, &it.path, &it.component.id).into()
});
const WHOLE_PATH: Of = Of::new(Lang::column_path, 70, |it, lang| {
    phrases::path_by_names(lang, &it.service, &it.path).into()
});
const UNVERIFIED: Of = Of::new(Lang::sheet_unverified, 13, |it, lang| {
    phrases::any_unverified(&it.path).then(|| lang.unverified()).into()
});
const HANGS_ON: Of =
    Of::new(Lang::sheet_hangs_on, 50, |it, lang| phrases::unknowns(lang, &it.hangs_on).into());
const OTHERS: Of = Of::new(Lang::sheet_others, 50, |it, _| {
    phrases::names(it.others.iter().map(|other| &other.component)).into()
});
const PLACES: Of =
    Of::new(Lang::column_where, 60, |it, lang| phrases::places(lang, &it.path).into());

fn service(lang: Lang, findings: &[ExposureFinding]) -> Section {
    let heading = findings.first().map_or_else(String::new, |first| {
        format!("{} ({})", first.service.name, phrases::criticality(lang, first.criticality))
    });
    let columns = [JURISDICTION, LAW, CERTAINTY, GRADE, CHANNEL, DATA, COMPONENTS, PATH];
    let mut items = Rows::of(findings).columns(lang, &columns).items();
    let mut seen: Vec<UnknownFact> = Vec::new();
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

/// What laws that are applied reach, of all services together.
pub(super) fn reached(lang: Lang, findings: &[ExposureFinding]) -> Vec<Item> {
    let columns = [SERVICE, LAW, CERTAINTY, GRADE];
    let channel = |it: &ExposureFinding| phrases::channel(lang, it.channel, None);
    Rows::of(findings)
        .columns(lang, &columns)
        .column(lang.column_channel(), channel)
        .columns(lang, &[DATA, COMPONENTS])
        .items()
}

/// All of it, as a sheet of a workbook.
#[must_use]
pub fn sheet(exposure: &Exposure, lang: Lang) -> Sheet {
    let who = [SERVICE, CRITICALITY, JURISDICTION, LAW, CERTAINTY, GRADE, CHANNEL, COMPONENT, DATA];
    let why = [WHOLE_PATH, UNVERIFIED, HANGS_ON, OTHERS, PLACES];
    Rows::of(&exposure.findings).columns(lang, who.iter().chain(&why)).sheet(lang.sheet_exposure())
}
