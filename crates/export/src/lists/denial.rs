//! What laws on denial could stop, as a document: a section a law.

use trefonds_findings::{Certainty, Denials, DeniedChannel, DeniedTo, LawDenial, StoppedService};
use trefonds_lang::Lang;

use super::cell::Cell;
use super::document::{Document, Item, Section};
use super::explanation::proof_of;
use super::table::{Column, Rows, Table};
use super::{Listed, ended, keys, outages, phrases, what_if};

impl Listed for Denials {
    fn document(&self, lang: Lang) -> Document {
        let day = (self.head.as_of.as_deref(), self.head.day_from);
        let mut facts =
            phrases::facts(lang, self.head.title.as_deref(), day, &self.head.home, self.coverage);
        facts.extend(self.by_minutes.map(|by| lang.horizon_line(&lang.duration(Some(by)))));
        facts.push(lang.denial_question());
        if self.laws.is_empty() {
            facts.push(lang.denial_no_law());
        }
        let mut sections: Vec<Section> = ended::section(lang, &self.ended).into_iter().collect();
        sections.extend(self.laws.iter().map(|law| section(self, law, lang)));
        Document { lang, title: lang.denial_title(), facts, sections }
    }

    fn records(&self, _: Lang) -> Table {
        let rows = self.laws.iter().flat_map(|law| {
            let none = law.stopped.is_empty().then_some((law, None));
            law.stopped.iter().map(move |it| (law, Some(it))).chain(none)
        });
        let back = |it: &StoppedService| is_back(self, it);
        Rows::of(rows)
            .column("law", |(law, _)| &law.law.id)
            .column("law_name", |(law, _)| &law.law.name)
            .column("jurisdiction", |(law, _)| &law.jurisdiction)
            .column("force", |(law, _)| keys::word(&law.days.force))
            .column("from", |(law, _)| law.days.from.clone().map(Cell::Day))
            .column("until", |(law, _)| law.days.until.clone().map(Cell::Day))
            .column("service", |(_, it)| it.map(|it| &it.service.id))
            .column("service_name", |(_, it)| it.map(|it| &it.service.name))
            .column("criticality", |(_, it)| it.map(|it| it.criticality))
            .column("certainty", |(_, it)| it.map(|it| it.certainty))
            .column("arguable", |(_, it)| it.map(|it| Cell::from(it.is_contested())))
            .column("careful_minutes", |(_, it)| {
                it.map(|it| Cell::from(it.survival_minutes.careful))
            })
            .column("settled_minutes", |(_, it)| {
                it.map(|it| Cell::from(it.survival_minutes.settled))
            })
            .column("outages", |(_, it)| it.map(|it| outages::key(&it.outages)))
            .column("grades", |(_, it)| it.map(grade_keys))
            .column("through", |(_, it)| {
                it.map(|it| keys::ids(it.denied.iter().map(|it| &it.through)))
            })
            .column("hangs_on", |(_, it)| it.map(what_if::doubt_ids))
            .column("unverified", |(_, it)| it.map(|it| phrases::any_unverified(&it.witness.steps)))
            .column("path", |(_, it)| it.map(|it| keys::steps(&it.witness.steps)))
            .column("if_back", |(_, it)| it.map(|it| Cell::from(back(it))))
            .table()
    }
}

/// "technology:0-43200 arguable:0-": each grade with the minutes of both readings, the careful one first.
fn grade_keys(it: &StoppedService) -> String {
    let each = it.grades.iter().map(|graded| {
        let grade = graded.grade.map_or_else(String::new, |grade| keys::word(&grade));
        let times = graded.survival_minutes;
        format!("{grade}:{}-{}", keys::minutes(times.careful), keys::minutes(times.settled))
    });
    each.collect::<Vec<_>>().join(" ")
}

type Of = Column<StoppedService>;

const SERVICE: Of = Of::new(Lang::column_service, 0, |it, _| (&it.service.name).into());
const CRITICALITY: Of = Of::new(Lang::column_criticality, 0, |it, _| it.criticality.into());
const GRADE: Of = Of::new(Lang::column_grade, 0, |it, lang| what_if::grades(lang, it).into());
const THROUGH: Of =
    Of::new(Lang::whatif_column_through, 0, |it, lang| through(lang, &it.denied).into());
const PATH: Of = Of::new(Lang::column_path, 0, |it, lang| {
    phrases::path(lang, &it.witness.steps, &it.service.id).into()
});

fn section(result: &Denials, law: &LawDenial, lang: Lang) -> Section {
    let name = format!("{} ({})", phrases::named(lang, &law.law), law.jurisdiction);
    let heading = lang.denial_law(&name, &phrases::law_days(lang, &law.days));
    let mut items = vec![Item::Line(proof_of(lang, &law.provenance))];
    items.extend(whose(lang, law).into_iter().map(Item::Line));
    items.push(Item::Line(lang.denial_reaches(&components(law, lang))));
    let kinds = [lang.denial_certain(), lang.denial_arguable(), lang.denial_possible()];
    let mut lists: [Vec<&StoppedService>; 3] = Default::default();
    for it in &law.stopped {
        let kind = match it.certainty {
            Certainty::Certain => 0,
            Certainty::Possible if it.is_contested() => 1,
            Certainty::Possible => 2,
        };
        lists[kind].push(it);
    }
    let [certain, arguable, possible] = [0, 1, 2].map(|kind: usize| lists[kind].len());
    let (held, untouched) = (law.held.len(), law.untouched);
    if law.stopped.is_empty() {
        items.push(Item::Line(match result.by_minutes {
            Some(by) => lang.denial_stops_nothing_by(&lang.duration(Some(by))),
            None => lang.denial_stops_nothing(),
        }));
    }
    let sum = lang.denial_sum(certain, arguable, possible, law.degraded, held, untouched);
    items.push(Item::Line(sum));
    for (heading, list) in kinds.into_iter().zip(lists).filter(|(_, list)| !list.is_empty()) {
        items.push(Item::Heading(heading));
        items.extend(stops(result, &list, lang));
    }
    if !law.held.is_empty() {
        items.push(Item::Line(lang.denial_held(&phrases::names(&law.held))));
    }
    Section { heading, items }
}

fn stops(result: &Denials, list: &[&StoppedService], lang: Lang) -> Vec<Item> {
    let when = |it: &StoppedService| {
        let times = outages::down(lang, it.survival_minutes, &it.outages);
        ended::if_back(lang, times, is_back(result, it))
    };
    let mut items = Rows::of(list.iter().copied())
        .columns(lang, &[SERVICE, CRITICALITY])
        .column(lang.column_stops(), when)
        .columns(lang, &[GRADE, THROUGH, PATH])
        .items();
    let doubts = what_if::doubts(lang, list);
    if !doubts.is_empty() {
        items.push(Item::Line(lang.hangs_on(&doubts)));
    }
    items
}

fn is_back(result: &Denials, it: &StoppedService) -> bool {
    let ended = result.ended.iter().find(|ended| ended.service == it.service);
    ended::is_back(ended, it.survival_minutes)
}

/// "American (operation of Till)", each once.
fn through(lang: Lang, denied: &[DeniedChannel]) -> String {
    let mut each: Vec<String> = Vec::new();
    for it in denied {
        let channel = phrases::channel(lang, Some(it.channel), None);
        let who = phrases::named(lang, &it.through);
        let told = lang.denial_through(&who, &channel, &it.component.name);
        if !each.contains(&told) {
            each.push(told);
        }
    }
    each.join(phrases::semicolon(lang))
}

fn components(law: &LawDenial, lang: Lang) -> String {
    let components = |count: u32| lang.components(count as usize);
    match (law.components, law.possible_components) {
        (0, 0) => lang.whatif_touches_nothing(),
        (0, more) => lang.whatif_touches_possibly(&components(more)),
        (some, 0) => components(some),
        (some, more) => lang.whatif_touches_more(&components(some), more),
    }
}

/// Whose components it denies and spares.
fn whose(lang: Lang, law: &LawDenial) -> Vec<String> {
    let names = |list: &[DeniedTo]| {
        let each = list.iter().map(|it| match it {
            DeniedTo::Organisation => lang.denial_organisation(),
            DeniedTo::Entity { entity } => lang.denial_entity(&phrases::named(lang, entity)),
        });
        each.collect::<Vec<_>>().join(", ")
    };
    let targets = (!law.targets.is_empty()).then(|| lang.denial_targets(&names(&law.targets)));
    let spares = (!law.spares.is_empty()).then(|| lang.denial_spares(&names(&law.spares)));
    targets.into_iter().chain(spares).collect()
}
