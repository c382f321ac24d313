//! What is possible in one hand only.

use trefonds_findings::{Certainty, EventKind, Level, OneHand};
use trefonds_lang::Lang;

use super::document::{Item, Section, Table};
use super::phrases;

/// The section of coincidences: short, so that it never drowns the rest.
pub(crate) fn section(lang: Lang, list: &[OneHand]) -> Section {
    let mut table = Table::new([
        lang.column_service(),
        lang.column_criticality(),
        lang.column_hand(),
        lang.column_stops(),
        lang.column_settle(),
    ]);
    for it in list {
        table.rows.push(vec![
            it.service.name.clone(),
            phrases::criticality(lang, it.criticality),
            hand(lang, it),
            lang.duration(Some(it.hours)),
            settle(lang, it),
        ]);
    }
    let items = if table.rows.is_empty() { Vec::new() } else { vec![Item::Table(table)] };
    Section { heading: lang.section_one_hand(), items }
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
    let places = facts.map(|fact| format!("{} ({})", fact.at, phrases::why(lang, fact.why)));
    places.collect::<Vec<_>>().join(phrases::semicolon(lang))
}

/// One record, in the columns of single points.
pub(crate) fn record(it: &OneHand, level: Level) -> Vec<String> {
    let event = it.event.as_ref();
    let facts = [Some(&it.unknown), it.other.as_ref()].into_iter().flatten().chain(&it.also);
    let facts: Vec<&str> = facts.map(|fact| fact.id.as_str()).collect();
    let path: Vec<String> = (it.witness.steps.iter())
        .map(|step| format!("{} > {} ({})", step.from.id, step.to.id, step.provenance.at))
        .collect();
    vec![
        it.service.id.clone(),
        it.service.name.clone(),
        phrases::word(&it.criticality),
        phrases::word(&level),
        event.map(|event| event.id.clone()).unwrap_or_default(),
        event.map(|event| event.name.clone()).unwrap_or_default(),
        phrases::word(&it.event_kind.unwrap_or(EventKind::Unknown)),
        String::new(),
        ONE_HAND.to_owned(),
        phrases::word(&Certainty::Possible),
        String::new(),
        String::new(),
        it.hours.to_string(),
        String::new(),
        String::new(),
        String::new(),
        facts.join(" "),
        phrases::any_unverified(&it.witness.steps).to_string(),
        path.join("; "),
    ]
}

/// The third word beside `certain` and `possible`, in records.
const ONE_HAND: &str = "one-hand";
