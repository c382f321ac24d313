//! What is withdrawn, in words.

use trefonds_findings::{Effect, Force, QuestionKind, WhatIf, Withdrawn, WithdrawnKind};
use trefonds_lang::Lang;

use crate::lists::document::Section;
use crate::lists::phrases;
use crate::lists::table::Rows;

/// The scenario's title, or what is withdrawn.
pub(crate) fn title(scenario: Option<&str>, withdrawn: &[Withdrawn], lang: Lang) -> String {
    let what = scenario.map_or_else(|| what(withdrawn, lang), str::to_owned);
    lang.whatif_title(&what)
}

/// "US withdraws, A closes and B closes".
pub(crate) fn what(withdrawn: &[Withdrawn], lang: Lang) -> String {
    let each: Vec<String> = withdrawn.iter().map(|it| short(it, lang)).collect();
    match each.as_slice() {
        [] => lang.whatif_nothing(),
        [one] => one.clone(),
        [first @ .., last] => lang.whatif_and(&first.join(", "), last),
    }
}

fn short(it: &Withdrawn, lang: Lang) -> String {
    let name = phrases::subject(lang, &it.named);
    let name = name.as_str();
    match it.kind {
        WithdrawnKind::Unknown if it.fault => lang.whatif_short_fault(&hidden(it, lang)),
        WithdrawnKind::Entity | WithdrawnKind::Controller if it.fault => {
            lang.whatif_short_fault(name)
        }
        WithdrawnKind::Component => lang.whatif_short_component(name),
        WithdrawnKind::Site => lang.whatif_short_site(name),
        WithdrawnKind::Law => lang.whatif_short_law(name),
        WithdrawnKind::Unknown => lang.whatif_an_unknown(&hidden(it, lang)),
        WithdrawnKind::Entity
        | WithdrawnKind::Controller
        | WithdrawnKind::Country
        | WithdrawnKind::Union => lang.whatif_short_withdraws(name),
    }
}

/// What each withdrawal was taken for: a bare name must not be guessed at.
fn taken(it: &Withdrawn, lang: Lang) -> String {
    let name = phrases::named(lang, &it.named);
    let name = name.as_str();
    match it.kind {
        WithdrawnKind::Entity if it.fault => lang.whatif_fault_entity(name),
        WithdrawnKind::Controller if it.fault => lang.whatif_fault_controller(name),
        WithdrawnKind::Unknown if it.fault => lang.whatif_short_fault(&hidden(it, lang)),
        WithdrawnKind::Component => lang.whatif_a_component(name),
        WithdrawnKind::Entity => lang.whatif_an_entity(name),
        WithdrawnKind::Controller => lang.whatif_a_controller(name),
        WithdrawnKind::Country => lang.whatif_a_country(name),
        WithdrawnKind::Union if it.countries.is_empty() => {
            lang.whatif_a_union(name, &lang.whatif_no_country())
        }
        WithdrawnKind::Union => lang.whatif_a_union(name, &lang.countries(&it.countries)),
        WithdrawnKind::Unknown => lang.whatif_an_unknown(&hidden(it, lang)),
        WithdrawnKind::Site => lang.whatif_a_site(name),
        WithdrawnKind::Law if it.effect == Some(Effect::Access) => lang.whatif_an_access(name),
        WithdrawnKind::Law => lang.whatif_a_denial(name),
    }
}

/// The same, with what a law that is not in force is.
fn told(it: &Withdrawn, lang: Lang) -> String {
    let taken = taken(it, lang);
    match it.days.as_ref().filter(|days| days.force != Force::InForce) {
        Some(days) => lang.denial_law(&taken, &phrases::law_days(lang, days)),
        None => taken,
    }
}

/// The open question, in words: "who runs the second line".
fn hidden(it: &Withdrawn, lang: Lang) -> String {
    it.unknown.as_ref().map_or_else(|| it.named.name.clone(), |fact| phrases::unknown(lang, fact))
}

/// How many components a withdrawal touches by their own channels.
fn components(it: &Withdrawn, lang: Lang) -> String {
    if it.effect == Some(Effect::Access) {
        return String::new();
    }
    let components = lang.components(it.components as usize);
    match (it.components, it.possible_components) {
        (0, 0) => lang.whatif_touches_nothing(),
        (0, more) => lang.whatif_touches_possibly(&lang.components(more as usize)),
        (_, 0) => components,
        (_, more) => lang.whatif_touches_more(&components, more),
    }
}

pub(super) fn section(result: &WhatIf, lang: Lang) -> Section {
    Rows::of(&result.withdrawn)
        .column(lang.whatif_column_written(), |it| &it.written)
        .column(lang.whatif_column_taken(), |it| told(it, lang))
        .column(lang.whatif_column_touches(), |it| components(it, lang))
        .section(match result.head.question {
            QuestionKind::Fault => lang.whatif_breaks(),
            QuestionKind::Withdrawal => lang.whatif_withdrawn(),
        })
}
