//! Services that are down from what has ended.

use trefonds_findings::{EndedService, EndedThing, SurvivalTimes, is_earlier};
use trefonds_lang::Lang;

use super::cell::Cell;
use super::document::Section;
use super::phrases;
use super::table::{Column, Rows, Sheet};

type Of = Column<EndedService>;

const SERVICE: Of = Of::new(Lang::column_service, 36, |it, _| (&it.service.name).into());
const ID: Of = Of::new(Lang::sheet_id, 22, |it, _| (&it.service.id).into());
const CRITICALITY: Of = Of::new(Lang::column_criticality, 12, |it, _| it.criticality.into());
const VERDICT: Of = Of::new(Lang::column_verdict, 36, |it, lang| verdict(lang, it).into());
const SINCE: Of = Of::new(Lang::column_down, 0, |it, lang| {
    since(lang, it.since.as_deref(), it.minutes <= 0).into()
});
const DAY: Of = Of::new(Lang::column_down, 14, |it, _| it.since.clone().map(Cell::Day).into());
const THINGS: Of = Of::new(Lang::column_ended, 40, |it, lang| things(lang, it).into());
const PATH: Of = Of::new(Lang::column_path, 0, |it, lang| {
    phrases::path(lang, &it.witness.steps, &it.service.id).into()
});
const WHOLE_PATH: Of = Of::new(Lang::column_path, 70, |it, lang| {
    phrases::path_by_names(lang, &it.service, &it.witness.steps).into()
});
const UNVERIFIED: Of = Of::new(Lang::sheet_unverified, 13, |it, lang| {
    phrases::any_unverified(&it.witness.steps).then(|| lang.unverified()).into()
});
const PLACES: Of =
    Of::new(Lang::column_where, 60, |it, lang| phrases::places(lang, &it.witness.steps).into());

/// The section that stands first; nothing when nothing has ended.
pub(crate) fn section(lang: Lang, ended: &[EndedService]) -> Option<Section> {
    let columns = [SERVICE, CRITICALITY, SINCE, THINGS, PATH];
    let section = Rows::of(ended).columns(lang, &columns).section(lang.section_ended());
    (!ended.is_empty()).then_some(section)
}

/// All of it, as a sheet of a workbook; none when nothing has ended.
#[must_use]
pub fn sheet(lang: Lang, ended: &[EndedService]) -> Option<Sheet> {
    let what = [SERVICE, ID, CRITICALITY, VERDICT, DAY, THINGS];
    let why = [WHOLE_PATH, UNVERIFIED, PLACES];
    let sheet = Rows::of(ended).columns(lang, what.iter().chain(&why)).sheet(lang.sheet_ended());
    (!ended.is_empty()).then_some(sheet)
}

/// "down since 2021-10-01".
#[must_use]
pub fn verdict(lang: Lang, it: &EndedService) -> String {
    down(lang, it.minutes, it.since.as_deref())
}

/// The same of the minutes and the day alone.
#[must_use]
pub fn down(lang: Lang, minutes: i64, since: Option<&str>) -> String {
    match since {
        Some(_) => lang.verdict_down(&self::since(lang, since, minutes <= 0)),
        None => lang.verdict_never_up(),
    }
}

/// Whether times are told as if what has ended were back: unless they come before it.
#[must_use]
pub fn is_back(ended: Option<&EndedService>, times: SurvivalTimes) -> bool {
    ended.is_some_and(|it| !is_earlier(times.settled.or(times.careful), it.minutes))
}

/// "4 h, if what has ended were back"; what is told as it is stays so.
pub(crate) fn if_back(lang: Lang, when: String, back: bool) -> String {
    if back { format!("{when}, {}", lang.if_back()) } else { when }
}

/// What has ended and stops a service, with the last days: "tls-cert (ended on 2021-09-30)".
#[must_use]
pub fn things(lang: Lang, it: &EndedService) -> String {
    it.things.iter().map(|thing| named(lang, thing)).collect::<Vec<_>>().join(", ")
}

/// That a thing has ended, in a word, where its name stands already.
#[must_use]
pub fn word(lang: Lang, thing: &EndedThing) -> String {
    match &thing.until {
        Some(day) => lang.map_ended(day),
        None => lang.map_not_there_yet(),
    }
}

/// "since 2021-10-01", or "from 2021-10-01 on" where it is not down yet.
pub(crate) fn since(lang: Lang, day: Option<&str>, already: bool) -> String {
    match day {
        None => lang.down_for_ever(),
        Some(day) if already => lang.down_since(day),
        Some(day) => lang.down_from(day),
    }
}

/// A thing that has ended and its last day.
pub(crate) fn named(lang: Lang, thing: &EndedThing) -> String {
    match &thing.until {
        Some(day) => lang.ended_on(&thing.component.name, day),
        None => lang.not_there_yet(&thing.component.name),
    }
}
