//! Services that are down from what has ended.

use trefonds_findings::{EndedService, EndedThing};
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
            when(lang, it),
            it.things.iter().map(|thing| named(lang, thing)).collect::<Vec<_>>().join(", "),
            phrases::path(lang, &it.witness.steps, &it.service.id),
        ]);
    }
    Some(Section { heading: lang.section_ended(), items: vec![Item::Table(table)] })
}

/// "down since 2021-10-01".
pub(crate) fn verdict(lang: Lang, it: &EndedService) -> String {
    lang.verdict_down(&when(lang, it))
}

fn when(lang: Lang, it: &EndedService) -> String {
    since(lang, it.since.as_deref(), it.hours <= 0)
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
