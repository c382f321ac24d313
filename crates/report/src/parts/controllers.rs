//! Who stops what, at three levels.

use std::collections::BTreeMap;

use maud::{Markup, html};
use trefonds_export::lists::phrases;
use trefonds_findings::{
    Certainty, EventKind, EventSummary, QuestionKind, SinglePoint, SinglePoints,
};
use trefonds_lang::Lang;

use super::{FIRST, finding, folded, id, one_hand};
use crate::Report;

/// Countries, ultimate controllers, legal entities.
pub(crate) fn controllers(report: &Report, lang: Lang) -> Markup {
    let levels = [
        (lang.report_level_jurisdictions(), &report.jurisdictions),
        (lang.report_level_controllers(), &report.controllers),
        (lang.report_level_entities(), &report.entities),
    ];
    html! {
        section id=(id(lang, "controllers")) {
            h2 { (lang.report_controllers()) }
            p.quiet { (lang.report_controllers_intro(report.overview.coverage.percent)) }
            @for (name, points) in levels { (level(lang, &name, points)) }
        }
    }
}

pub(super) fn level(lang: Lang, name: &str, points: &SinglePoints) -> Markup {
    let mut findings: BTreeMap<&str, Vec<&SinglePoint>> = BTreeMap::new();
    for of in &points.findings {
        findings.entry(&of.event).or_default().push(of);
    }
    let named: Vec<&EventSummary> =
        points.events.iter().filter(|event| event.kind.is_named()).collect();
    let unknown: Vec<&EventSummary> =
        points.events.iter().filter(|event| event.kind == EventKind::Unknown).collect();
    let list = |events: &[&EventSummary]| {
        html! {
            @for of in events {
                @let none = Vec::new();
                (event(lang, of, findings.get(of.event.id.as_str()).unwrap_or(&none)))
            }
        }
    };
    html! {
        h3 { (name) }
        @if named.is_empty() { p { (nobody(lang, points)) } }
        (folded(lang, &named, FIRST, list))
        (one_hand::fold(lang, &points.one_hand))
        @if !unknown.is_empty() {
            details.rest {
                summary { (lang.report_unknown_heading()) " (" (unknown.len()) ")" }
                p.quiet { (lang.section_unknown()) }
                (folded(lang, &unknown, FIRST, list))
            }
        }
    }
}

/// That nobody is named; the clean words only where nothing is left that could be a single point.
fn nobody(lang: Lang, points: &SinglePoints) -> String {
    let clean = points.one_hand.is_empty()
        && points.one_hand_complete
        && points.ended.is_empty()
        && points.events.is_empty();
    if points.head.question == QuestionKind::Fault {
        return if clean { lang.verdict_no_fault() } else { lang.report_no_fault_named() };
    }
    if clean {
        return lang.report_nobody(points.coverage.percent);
    }
    lang.report_nobody_named(points.coverage.percent)
}

fn event(lang: Lang, of: &EventSummary, findings: &[&SinglePoint]) -> Markup {
    let (certain, possible) = (of.certain_services.len(), of.possible_services.len());
    html! {
        details.event {
            summary {
                span.name { (name(lang, of)) (where_from(lang, of)) }
                span.stops {
                    (lang.report_stops(&certain.to_string(), &possible.to_string()))
                }
                span.when { (lang.report_from(&phrases::times(lang, of.earliest_minutes))) }
                span class=(finding::word_class(of.certainty)) {
                    (phrases::certainty(lang, of.certainty))
                }
            }
            div.inside {
                @if findings.is_empty() { (services(lang, of)) }
                @for one in findings { (finding::finding(lang, one, &one.service_name)) }
            }
        }
    }
}

fn name(lang: Lang, of: &EventSummary) -> String {
    match &of.unknown {
        Some(fact) => phrases::unknown_at(lang, fact),
        None => phrases::named(lang, &of.event),
    }
}

fn where_from(lang: Lang, of: &EventSummary) -> Markup {
    let through: Vec<String> =
        of.foreign_through.iter().map(|top| phrases::named(lang, top)).collect();
    html! {
        @if let Some(country) = of.country.as_ref().filter(|code| **code != of.event.name) {
            small { (lang.country(country)) }
        }
        @if !through.is_empty() { small { (lang.foreign_through(&through.join(", "))) } }
    }
}

/// The services alone, where there are no proofs.
fn services(lang: Lang, of: &EventSummary) -> Markup {
    let lists =
        [(Certainty::Certain, &of.certain_services), (Certainty::Possible, &of.possible_services)];
    html! {
        @for (certainty, list) in lists {
            @if !list.is_empty() {
                p {
                    span class=(finding::word_class(certainty)) {
                        (phrases::certainty(lang, certainty))
                    }
                    " " (list.iter().map(|it| it.name.as_str()).collect::<Vec<_>>().join(", "))
                }
            }
        }
        p.quiet { (lang.summary_only()) }
    }
}
