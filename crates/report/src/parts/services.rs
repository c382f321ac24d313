//! One fold a service: who can stop it and when, who can reach its data, how much is known.

use std::collections::BTreeMap;

use maud::{Markup, html};
use trefonds_export::lists::ended::{is_back, things};
use trefonds_export::lists::{alone, event_name, phrases};
use trefonds_findings::{
    Certainty, EndedService, EventKind, ExposureFinding, OneHand, ServiceVerdict, SinglePoint,
    SinglePoints,
};
use trefonds_lang::Lang;

use super::{chips, coverage, finding, folded, id};
use crate::Report;

/// What is said of each service.
struct Findings<'a> {
    points: &'a SinglePoints,
    ended: BTreeMap<&'a str, &'a EndedService>,
    stops: BTreeMap<&'a str, Vec<&'a SinglePoint>>,
    one_hand: BTreeMap<&'a str, Vec<&'a OneHand>>,
    reaches: BTreeMap<&'a str, Vec<&'a ExposureFinding>>,
}

impl<'a> Findings<'a> {
    fn new(report: &'a Report) -> Self {
        let points = &report.jurisdictions;
        let mut all = Self {
            points,
            ended: points.ended.iter().map(|of| (of.service.id.as_str(), of)).collect(),
            stops: BTreeMap::new(),
            one_hand: BTreeMap::new(),
            reaches: BTreeMap::new(),
        };
        let ended = |of: &&SinglePoint| {
            of.event_kind == EventKind::Ended && of.certainty == Certainty::Certain
        };
        for of in points.findings.iter().filter(|of| !ended(of)) {
            all.stops.entry(&of.service).or_default().push(of);
        }
        for of in &points.one_hand {
            all.one_hand.entry(&of.service.id).or_default().push(of);
        }
        for of in report.exposure.findings.iter().filter(|of| of.foreign) {
            all.reaches.entry(&of.service.id).or_default().push(of);
        }
        all
    }
}

/// Every service, the most critical first.
pub(crate) fn services(report: &Report, lang: Lang) -> Markup {
    let findings = Findings::new(report);
    html! {
        section id=(id(lang, "services")) {
            h2 { (lang.report_services()) }
            p.quiet { (lang.report_chip_legend()) }
            div.service-head aria-hidden="true" {
                span { (lang.column_service()) }
                span { (lang.report_column_stop()) }
                span { (lang.report_column_data()) }
                span { (lang.column_coverage()) }
            }
            (folded(lang, &report.jurisdictions.services, 60, |lines| html! {
                @for line in lines { (service(lang, line, &findings)) }
            }))
        }
    }
}

fn service(lang: Lang, line: &ServiceVerdict, findings: &Findings<'_>) -> Markup {
    let key = line.service.id.as_str();
    let none = Vec::new();
    let stops = findings.stops.get(key).unwrap_or(&none);
    let none = Vec::new();
    let one_hand = findings.one_hand.get(key).unwrap_or(&none);
    let ended = findings.ended.get(key).copied();
    let none = Vec::new();
    let reaches = findings.reaches.get(key).unwrap_or(&none);
    html! {
        details.service data-service=(key) {
            summary {
                span.name { (line.service.name) small { (phrases::criticality(lang, line.criticality)) } }
                span.verdict { (verdict(lang, line, stops, findings)) }
                span.verdict {
                    @if reaches.is_empty() { span.quiet { (lang.report_no_exposure()) } }
                    (chips::reaches(reaches))
                }
                (coverage(lang, line.coverage))
            }
            div.inside {
                p.only-script hidden {
                    button.link type="button" data-show=(key) { (lang.report_show_on_map()) }
                }
                @if let Some(of) = ended {
                    h3 { (lang.section_ended()) }
                    (super::ended::service(lang, of, &things(lang, of), None))
                }
                h3 { (lang.report_can_stop()) }
                @if stops.is_empty() {
                    p { span.quiet { (alone(lang, findings.points, line)) } " (" (lang.coverage_short(line.coverage.percent)) ")" }
                }
                @for of in stops {
                    @let name = event_name(lang, of);
                    (finding::finding(lang, of, &name))
                }
                (super::one_hand::of_service(lang, one_hand))
                h3 { (lang.report_can_reach()) }
                @if reaches.is_empty() {
                    p { (lang.report_no_exposure()) " (" (lang.coverage_short(line.coverage.percent)) ")" }
                }
                @for of in reaches { (super::exposure::reach(lang, of)) }
            }
        }
    }
}

/// That it is down, who stops it, and what is possible in one hand; without anybody, that nobody does,
/// which never stands without the coverage.
fn verdict(
    lang: Lang,
    line: &ServiceVerdict,
    stops: &[&SinglePoint],
    findings: &Findings<'_>,
) -> Markup {
    let named = || stops.iter().filter(|of| of.event_kind != EventKind::Unknown);
    let ended = findings.ended.get(line.service.id.as_str());
    let nobody_alone = line.certain + line.possible + line.unknown == 0;
    html! {
        @if let Some(of) = ended { (chips::ended(lang, of)) }
        @for of in named() { (chips::stops(lang, of)) }
        @if named().any(|of| is_back(ended.copied(), of.survival_minutes)) {
            span.quiet { "(" (lang.if_back()) ")" } " "
        }
        @if named().next().is_none() && line.certain > 0 {
            // Large inventories have summaries only.
            span.chip.later { (lang.verdict_stoppable(line.certain)) } " "
        } @else if named().next().is_none() && line.possible > 0 {
            span.chip.maybe { (lang.verdict_possible()) } " "
        }
        (chips::unknown(lang, line.unknown as usize))
        @if nobody_alone && ended.is_none() {
            span.quiet { (alone(lang, findings.points, line)) }
        } @else if line.one_hand > 0 {
            span.quiet { (lang.report_in_one_hand(line.one_hand as usize)) }
        }
    }
}
