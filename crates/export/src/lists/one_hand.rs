//! What is possible in one hand only.

use trefonds_findings::{Certainty, EventKind, Level, OneHand};
use trefonds_lang::Lang;

use super::cell::Cell;
use super::document::Section;
use super::table::Rows;
use super::{keys, phrases};

/// The section of coincidences: short, so that it never drowns the rest.
pub(crate) fn section(lang: Lang, list: &[OneHand]) -> Section {
    Rows::of(list)
        .column(lang.column_service(), |it| &it.service.name)
        .column(lang.column_criticality(), |it| it.criticality)
        .column(lang.column_hand(), |it| hand(lang, it))
        .column(lang.column_stops(), |it| Cell::Duration(Some(it.minutes)))
        .column(lang.column_settle(), |it| settle(lang, it))
        .section(lang.section_one_hand())
}

/// "group (US) = who is above o"; two unknown facts when nobody is named.
#[must_use]
pub fn hand(lang: Lang, it: &OneHand) -> String {
    let unknown = phrases::unknown(lang, &it.unknown);
    let first = match (&it.event, &it.other) {
        (Some(event), _) => phrases::of_country(lang, event, it.country.as_deref()),
        (None, Some(other)) => phrases::unknown(lang, other),
        (None, None) => return unknown,
    };
    let both = lang.hand_and_hand(&first, &unknown);
    match it.count {
        0 | 1 => both,
        n => format!("{both}; {}", lang.more_pairs(n as usize - 1)),
    }
}

/// Where the facts that settle it belong, and why they are not known.
#[must_use]
pub fn settle(lang: Lang, it: &OneHand) -> String {
    let facts = [it.other.as_ref(), Some(&it.unknown)].into_iter().flatten();
    let places = facts.map(|fact| {
        let why = phrases::why(lang, fact.why);
        fact.at.as_ref().map_or_else(|| why.clone(), |at| format!("{} ({why})", at.told(lang)))
    });
    places.collect::<Vec<_>>().join(phrases::semicolon(lang))
}

/// One row of a workbook, in the columns of single points.
pub(super) fn row(lang: Lang, it: &OneHand) -> Vec<Cell> {
    let steps = &it.witness.steps;
    vec![
        (&it.service.name).into(),
        it.criticality.into(),
        hand(lang, it).into(),
        it.event.as_ref().map(|event| &event.id).into(),
        lang.report_one_hand_word().into(),
        Cell::Duration(Some(it.minutes)),
        Cell::Empty,
        it.minutes.into(),
        Cell::Empty,
        phrases::path_by_names(lang, &it.service, steps).into(),
        phrases::any_unverified(steps).then(|| lang.unverified()).into(),
        phrases::unknowns(lang, &it.facts()).into(),
        phrases::places(lang, steps).into(),
    ]
}

/// One record, in the columns of single points.
pub(super) fn record(it: &OneHand, level: Level) -> Vec<Cell> {
    let event = it.event.as_ref();
    let facts = [Some(&it.unknown), it.other.as_ref()].into_iter().flatten().chain(&it.also);
    let facts: Vec<&str> = facts.map(|fact| fact.id.as_str()).collect();
    vec![
        (&it.service.id).into(),
        (&it.service.name).into(),
        it.criticality.into(),
        keys::word(&level).into(),
        event.map(|event| &event.id).into(),
        event.map(|event| &event.name).into(),
        keys::word(&it.event_kind.unwrap_or(EventKind::Unknown)).into(),
        Cell::Empty,
        ONE_HAND.into(),
        Certainty::Possible.into(),
        Cell::Empty,
        Cell::Empty,
        it.minutes.into(),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        facts.join(" ").into(),
        phrases::any_unverified(&it.witness.steps).into(),
        keys::steps(&it.witness.steps).into(),
        Cell::Empty,
    ]
}

/// The third word beside `certain` and `possible`, in records.
const ONE_HAND: &str = "one-hand";
