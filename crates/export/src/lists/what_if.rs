//! What several withdrawals at once do, as a document.

mod holds;
mod records;
mod withdrawn;

use serde::Serialize;
use trefonds_findings::{
    Certainty, Effect, HiddenStop, QuestionKind, ReachedByLaw, StoppedService, WhatIf,
};
use trefonds_lang::Lang;

use super::document::{Document, Item, Section};
use super::explanation::steps;
use super::table::{Column, Rows, Table};
use super::{Listed, ended, exposure, outages, phrases};
pub(super) use records::doubts as doubt_ids;
pub(crate) use withdrawn::{title, what};

impl Listed for WhatIf {
    fn document(&self, lang: Lang) -> Document {
        let mut facts = phrases::facts(
            lang,
            self.head.title.as_deref(),
            (self.head.as_of.as_deref(), self.head.day_from),
            &self.head.home,
            self.coverage,
        );
        facts.extend(self.by_minutes.map(|by| lang.horizon_line(&lang.duration(Some(by)))));
        facts.extend(self.lasts_minutes.map(|it| lang.whatif_lasts(&lang.duration(Some(it)))));
        let mut sections = vec![withdrawn::section(self, lang)];
        sections.extend(ended::section(lang, &self.ended));
        if only_access(self) {
            facts.push(lang.whatif_access_only());
        } else {
            let fault = self.head.question == QuestionKind::Fault;
            let question = if fault { lang.fault_question() } else { lang.whatif_question() };
            facts.extend([question, sum(self, lang)]);
            sections.extend(outages::section(lang, &self.unmendable));
            sections.extend(continuity(self, lang));
        }
        sections.extend(law_sections(self, lang));
        let title = title(self.scenario.as_deref(), &self.withdrawn, lang);
        Document { lang, title, facts, sections }
    }

    fn records(&self, _: Lang) -> Table {
        records::records(self)
    }
}

/// The same, with every proof step by step.
#[derive(Serialize)]
#[serde(transparent)]
pub struct WithProofs<'a>(pub &'a WhatIf);

impl Listed for WithProofs<'_> {
    fn document(&self, lang: Lang) -> Document {
        let mut document = self.0.document(lang);
        let stopped = self.0.stopped.iter();
        let stopped = stopped.map(|it| (lang.whatif_proof(&it.service.name), it));
        let degraded = self.0.degraded.iter();
        let degraded = degraded.map(|it| (lang.whatif_proof_degraded(&it.service.name), it));
        document.sections.extend(stopped.chain(degraded).map(|(heading, it)| {
            let mut items = steps(lang, &it.witness);
            items.push(Item::Line(lang.proof_note()));
            Section { heading, items }
        }));
        document
    }

    fn records(&self, lang: Lang) -> Table {
        self.0.records(lang)
    }
}

type Of = Column<StoppedService>;

const SERVICE: Of = Of::new(Lang::column_service, 0, |it, _| (&it.service.name).into());
const CRITICALITY: Of = Of::new(Lang::column_criticality, 0, |it, _| it.criticality.into());
const CERTAINTY: Of = Of::new(Lang::column_certainty, 0, |it, _| it.certainty.into());
const PATH: Of = Of::new(Lang::column_path, 0, |it, lang| {
    phrases::path(lang, &it.witness.steps, &it.service.id).into()
});

/// Whether nothing withdraws at all: lists of what holds would then say what nobody has asked.
fn only_access(result: &WhatIf) -> bool {
    result.withdrawn.iter().all(|it| it.effect == Some(Effect::Access))
}

fn continuity(result: &WhatIf, lang: Lang) -> Vec<Section> {
    let of = |certainty: Certainty| -> Vec<&StoppedService> {
        result.stopped.iter().filter(|it| it.certainty == certainty).collect()
    };
    vec![
        stops(result, lang, lang.whatif_stops_certain(), &of(Certainty::Certain)),
        stops(result, lang, lang.whatif_stops_possible(), &of(Certainty::Possible)),
        degraded_section(result, lang),
        holds::section(result, lang),
        untouched_section(result, lang),
        hidden_section(result, lang),
    ]
}

fn sum(result: &WhatIf, lang: Lang) -> String {
    let certain = result.stopped.iter().filter(|it| it.certainty == Certainty::Certain).count();
    let possible = result.stopped.len() - certain;
    let (degraded, held) = (result.degraded.len(), result.held.len());
    lang.whatif_sum(certain, possible, degraded, held, result.untouched.len())
}

fn stops(result: &WhatIf, lang: Lang, heading: String, list: &[&StoppedService]) -> Section {
    let graded = list.iter().any(|it| !it.grades.is_empty());
    let several = result.withdrawn.len() > 1;
    let mut items = Rows::of(list.iter().copied())
        .columns(lang, &[SERVICE, CRITICALITY])
        .column(lang.column_stops(), |it| when(result, lang, it))
        .column_if(several, lang.whatif_column_by(), |it| by(result, lang, it))
        .column_if(graded, lang.column_grade(), |it| grades(lang, it))
        .columns(lang, &[PATH])
        .items();
    if !items.is_empty() {
        let doubts = doubts(lang, list);
        if !doubts.is_empty() {
            items.push(Item::Line(lang.hangs_on(&doubts)));
        }
        items.extend(graded.then(|| Item::Line(lang.whatif_graded())));
    }
    Section { heading, items }
}

fn degraded_section(result: &WhatIf, lang: Lang) -> Section {
    Rows::of(&result.degraded)
        .columns(lang, &[SERVICE, CRITICALITY, CERTAINTY])
        .column(lang.column_degraded(), |it| when(result, lang, it))
        .columns(lang, &[PATH])
        .section(lang.whatif_degraded())
}

fn untouched_section(result: &WhatIf, lang: Lang) -> Section {
    let lines = result.untouched.iter().map(|it| {
        let criticality = phrases::criticality(lang, it.criticality);
        let coverage = lang.coverage_short(it.coverage.percent);
        format!("{} ({criticality}, {coverage})", it.service.name)
    });
    Section::of_lines(lang.whatif_untouched(), lines)
}

fn hidden_section(result: &WhatIf, lang: Lang) -> Section {
    let heading = lang.whatif_hidden();
    let Some(hidden) = &result.hidden else {
        return Section::of_lines(heading, [lang.whatif_hidden_not_sought()]);
    };
    let facts = |stop: &HiddenStop| {
        let each = stop.facts().map(|fact| {
            format!("{} ({})", phrases::unknown(lang, fact), phrases::why(lang, fact.why))
        });
        each.collect::<Vec<_>>().join(" + ")
    };
    let places = |stop: &HiddenStop| {
        let each = stop.facts().filter_map(|fact| Some(fact.at.as_ref()?.to_string()));
        each.collect::<Vec<_>>().join(phrases::semicolon(lang))
    };
    Rows::of(hidden)
        .column(lang.column_fact(), facts)
        .column(lang.column_services(), |stop| {
            let names = phrases::names(&stop.services);
            if stop.for_good { lang.hidden_for_good(&names) } else { names }
        })
        .column(lang.column_where(), places)
        .section(heading)
}

fn law_sections(result: &WhatIf, lang: Lang) -> Vec<Section> {
    let has = |effect| result.withdrawn.iter().any(|it| it.effect == Some(effect));
    let denial = has(Effect::Denial)
        .then(|| Section { heading: lang.whatif_law_touches(), items: law_reaches(result, lang) });
    let access = has(Effect::Access).then(|| Section {
        heading: lang.whatif_access(),
        items: exposure::reached(lang, &result.reached),
    });
    denial.into_iter().chain(access).collect()
}

/// When; of a service that is down already, as if what has ended were back.
fn when(result: &WhatIf, lang: Lang, it: &StoppedService) -> String {
    let times = outages::down(lang, it.survival_minutes, &it.outages);
    let ended = result.ended.iter().find(|ended| ended.service == it.service);
    ended::if_back(lang, times, ended::is_back(ended, it.survival_minutes))
}

fn by(result: &WhatIf, lang: Lang, it: &StoppedService) -> String {
    let names = it.by.iter().filter_map(|at| result.withdrawn.get(*at as usize));
    names.map(|it| phrases::named(lang, &it.named)).collect::<Vec<_>>().join(" + ")
}

fn law_reaches(result: &WhatIf, lang: Lang) -> Vec<Item> {
    let mut reaches: Vec<&ReachedByLaw> = result.law_touches.iter().collect();
    let late = |time: Option<u32>| time.unwrap_or(u32::MAX);
    reaches.sort_by_key(|it| {
        let times = it.own_minutes;
        (it.law, it.certainty, it.grade, late(times.settled), late(times.careful))
    });
    let law = |it: &ReachedByLaw| {
        let law = result.withdrawn.get(it.law as usize);
        law.map(|law| law.named.name.clone())
    };
    Rows::of(reaches)
        .column(lang.column_law(), law)
        .column(lang.column_component(), |it| &it.component.name)
        .column(lang.whatif_column_through(), |it| phrases::named(lang, &it.through))
        .column(lang.column_channel(), |it| it.channel)
        .column(lang.column_grade(), |it| it.grade)
        .column(lang.column_certainty(), |it| it.certainty)
        .column(lang.whatif_column_own(), |it| it.own_minutes)
        .items()
}

/// "arguable at once; direct 30 d": how firmly the laws must reach, the firmest first.
pub(super) fn grades(lang: Lang, it: &StoppedService) -> String {
    let each = it.grades.iter().map(|graded| {
        let grade = graded
            .grade
            .map_or_else(|| lang.whatif_no_grade(), |grade| phrases::grade(lang, grade));
        format!("{grade} ({})", phrases::times(lang, graded.survival_minutes))
    });
    each.collect::<Vec<_>>().join(phrases::semicolon(lang))
}

/// Everything that the findings of a list hang on, each once; components that may go on in the same
/// places together.
pub(super) fn doubts(lang: Lang, list: &[&StoppedService]) -> String {
    let mut texts: Vec<String> = Vec::new();
    for fact in list.iter().flat_map(|it| &it.hangs_on) {
        let fact = phrases::unknown_at(lang, fact);
        if !texts.contains(&fact) {
            texts.push(fact);
        }
    }
    let mut by_places: Vec<(String, Vec<&str>)> = Vec::new();
    for it in list.iter().flat_map(|it| &it.stands_elsewhere) {
        let places: Vec<&str> = it.places.iter().map(|place| place.name.as_str()).collect();
        let (places, name) = (places.join(", "), it.component.name.as_str());
        match by_places.iter_mut().find(|(same, _)| *same == places) {
            Some((_, names)) if names.contains(&name) => {}
            Some((_, names)) => names.push(name),
            None => by_places.push((places, vec![name])),
        }
    }
    let elsewhere = by_places.into_iter();
    texts
        .extend(elsewhere.map(|(places, names)| lang.whatif_elsewhere(&names.join(", "), &places)));
    texts.join(phrases::semicolon(lang))
}
