//! What holds, and why.

use trefonds_findings::{Carrier, CarrierKind, HeldService, Named, WhatIf};
use trefonds_lang::Lang;

use crate::lists::document::{Item, Section, Table};
use crate::lists::phrases;

/// A service shows so many reasons; how many more there are is said.
const MOST: usize = 5;

pub(super) fn section(result: &WhatIf, lang: Lang) -> Section {
    let later = result.held.iter().any(|held| held.survival_hours.careful.is_some());
    let mut table = Table::default();
    table.columns.extend([lang.column_service(), lang.column_criticality()]);
    table.columns.extend(later.then(|| lang.whatif_column_until()));
    table.columns.push(lang.whatif_column_why());
    for held in &result.held {
        for (at, reason) in reasons(held, lang).into_iter().enumerate() {
            let first = |text: String| if at == 0 { text } else { String::new() };
            let mut row = vec![
                first(held.service.name.clone()),
                first(phrases::criticality(lang, held.criticality)),
            ];
            row.extend(later.then(|| first(when(held, lang))));
            row.push(reason);
            table.rows.push(row);
        }
    }
    let items = if table.rows.is_empty() { Vec::new() } else { vec![Item::Table(table)] };
    Section { heading: lang.whatif_held(), items }
}

fn when(held: &HeldService, lang: Lang) -> String {
    match held.survival_hours.careful {
        None => lang.never(),
        Some(_) => phrases::times(lang, held.survival_hours),
    }
}

/// What a reader weighs first: what stands in, what is borne, what is spared, what runs out and when.
/// Suppliers without whom things go on are counted in one line.
fn reasons(held: &HeldService, lang: Lang) -> Vec<String> {
    let survives = |carrier: &&Carrier| matches!(carrier.kind, CarrierKind::Survives { .. });
    let mut shown: Vec<&Carrier> = held.because.iter().filter(|it| !survives(it)).collect();
    shown.sort_by_key(|carrier| rank(&carrier.kind));
    let mut told: Vec<String> = Vec::new();
    for carrier in shown {
        let what = reason(carrier, lang);
        let at = if carrier.steps == 0 { what } else { lang.whatif_at(&carrier.at.name, &what) };
        if !told.contains(&at) {
            told.push(at);
        }
    }
    if told.len() > MOST {
        let more = told.len() - MOST + 1;
        told.truncate(MOST - 1);
        told.push(lang.whatif_more(more));
    }
    let mut going_on: Vec<&str> =
        held.because.iter().filter(survives).map(|it| it.at.id.as_str()).collect();
    going_on.sort_unstable();
    going_on.dedup();
    if !going_on.is_empty() {
        told.push(lang.whatif_go_on(going_on.len()));
    }
    told
}

const fn rank(kind: &CarrierKind) -> (u8, u32) {
    match kind {
        CarrierKind::Redundancy { .. } => (0, 0),
        CarrierKind::Tolerance { until, .. } => (1, *until),
        CarrierKind::Soft { .. } => (2, 0),
        CarrierKind::Delay { until, .. } => (3, *until),
        CarrierKind::Survives { .. } => (4, 0),
    }
}

fn reason(carrier: &Carrier, lang: Lang) -> String {
    let time = |hours: u32| lang.duration(Some(hours));
    match &carrier.kind {
        CarrierKind::Redundancy { k: 1, lost, standing, .. } => {
            lang.whatif_stands_in(&names(standing, lang), &names(lost, lang))
        }
        CarrierKind::Redundancy { k, n, lost, standing } => {
            lang.whatif_enough(*k, *n, &names(standing, lang), &names(lost, lang))
        }
        CarrierKind::Tolerance { lost, tolerates, until, .. } => {
            lang.whatif_borne(&names(lost, lang), &time(*tolerates), &time(*until))
        }
        CarrierKind::Soft { lost } => lang.whatif_soft(&names(lost, lang)),
        CarrierKind::Delay { party, until } => lang.whatif_delay(&party.name, &time(*until)),
        CarrierKind::Survives { party } => lang.whatif_survives(&party.name),
    }
}

fn names(list: &[Named], lang: Lang) -> String {
    let names: Vec<&str> = list.iter().map(|named| named.name.as_str()).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => lang.whatif_and(&first.join(", "), last),
    }
}
