//! What holds, and why.

use trefonds_findings::{Carrier, CarrierKind, Named, StandingService, WhatIf};
use trefonds_lang::Lang;

use crate::lists::document::Section;
use crate::lists::phrases;
use crate::lists::table::Rows;

/// A service shows so many reasons; how many more there are is said.
const MOST: usize = 5;

pub(super) fn section(result: &WhatIf, lang: Lang) -> Section {
    let later = result.held.iter().any(|held| held.survival_minutes.careful.is_some());
    // A service stands beside its first reason only.
    let rows = result.held.iter().flat_map(|it| {
        let reasons = reasons(it, lang).into_iter().enumerate();
        reasons.map(move |(at, reason)| ((at == 0).then_some(it), reason))
    });
    let rows: Vec<(Option<&StandingService>, String)> = rows.collect();
    Rows::of(&rows)
        .column(lang.column_service(), |(it, _)| it.map(|it| &it.service.name))
        .column(lang.column_criticality(), |(it, _)| it.map(|it| it.criticality))
        .column_if(later, lang.whatif_column_until(), |(it, _)| it.map(|it| when(it, lang)))
        .column(lang.whatif_column_why(), |(_, reason)| reason)
        .section(lang.whatif_held())
}

fn when(held: &StandingService, lang: Lang) -> String {
    match held.survival_minutes.careful {
        None => lang.never(),
        Some(_) => phrases::times(lang, held.survival_minutes),
    }
}

/// What a reader weighs first: what stands in, what is borne, what is spared, what runs out and when.
/// Suppliers without whom things go on are counted in one line.
fn reasons(held: &StandingService, lang: Lang) -> Vec<String> {
    let survives = |carrier: &&Carrier| matches!(carrier.kind, CarrierKind::Survives { .. });
    let mut shown: Vec<&Carrier> = held.because.iter().filter(|it| !survives(it)).collect();
    shown.sort_by_key(|carrier| rank(&carrier.kind));
    let mut texts: Vec<String> = Vec::new();
    for carrier in shown {
        let what = reason(carrier, lang);
        let at =
            if carrier.steps == 0 { what } else { lang.whatif_at(&carrier.component.name, &what) };
        if !texts.contains(&at) {
            texts.push(at);
        }
    }
    if texts.len() > MOST {
        let more = texts.len() - MOST + 1;
        texts.truncate(MOST - 1);
        texts.push(lang.whatif_more(more));
    }
    let mut going_on: Vec<&str> =
        held.because.iter().filter(survives).map(|it| it.component.id.as_str()).collect();
    going_on.sort_unstable();
    going_on.dedup();
    if !going_on.is_empty() {
        texts.push(lang.whatif_go_on(going_on.len()));
    }
    texts
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
    let time = |minutes: u32| lang.duration(Some(minutes));
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
