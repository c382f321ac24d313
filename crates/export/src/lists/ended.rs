//! Services that are down from what has ended.

use trefonds_findings::{EndedService, EndedThing, SurvivalTimes, is_earlier};
use trefonds_lang::Lang;

use super::document::{Item, Section, Table};
use super::phrases;

/// The section that stands first; nothing when nothing has ended.
pub(crate) fn section(lang: Lang, ended: &[EndedService]) -> Option<Section> {
    if ended.is_empty() {
        return None;
    }
    let mut table = Table::new([
        lang.column_service(),
        lang.column_criticality(),
        lang.column_down(),
        lang.column_ended(),
        lang.column_path(),
    ]);
    for it in ended {
        table.rows.push(vec![
            it.service.name.clone(),
            phrases::criticality(lang, it.criticality),
            since(lang, it.since.as_deref(), it.hours <= 0),
            things(lang, it),
            phrases::path(lang, &it.witness.steps, &it.service.id),
        ]);
    }
    Some(Section { heading: lang.section_ended(), items: vec![Item::Table(table)] })
}

/// "down since 2021-10-01".
#[must_use]
pub fn verdict(lang: Lang, it: &EndedService) -> String {
    down(lang, it.hours, it.since.as_deref())
}

/// The same of the hours and the day alone.
#[must_use]
pub fn down(lang: Lang, hours: i64, since: Option<&str>) -> String {
    match since {
        Some(_) => lang.verdict_down(&self::since(lang, since, hours <= 0)),
        None => lang.verdict_never_up(),
    }
}

/// Whether times are told as if what has ended were back: unless they come before it.
pub(crate) fn is_back(ended: Option<&EndedService>, times: SurvivalTimes) -> bool {
    ended.is_some_and(|it| !is_earlier(times.settled, it.hours))
}

/// "4 h, if what has ended were back"; what is told as it is stays so.
pub(crate) fn told(lang: Lang, when: String, back: bool) -> String {
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
