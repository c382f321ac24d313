//! The first screen: what an inventory says, in five numbers, coverage among them.

use std::collections::BTreeSet;

use maud::{Markup, html};
use trefonds_export::lists::ended::verdict;
use trefonds_export::lists::phrases;
use trefonds_findings::{Certainty, ServiceVerdict, SinglePoint};
use trefonds_lang::Lang;

use crate::Report;

/// Title, day, home, and the numbers.
pub(crate) fn summary(report: &Report, lang: Lang) -> Markup {
    let overview = &report.overview;
    let title = overview.title.clone().unwrap_or_else(|| lang.map_untitled());
    let components: u32 = overview.layers.iter().map(|count| count.components).sum();
    html! {
        header.summary {
            h1 { (title) }
            p.facts {
                (phrases::day_and_home(lang, phrases::day(lang, overview.as_of.as_deref(), overview.day_from), &overview.home)) " · "
                (lang.services(overview.services.len())) " · "
                (lang.components(components as usize))
            }
            ul.tiles {
                (ended(report, lang))
                (stoppable(report, lang))
                (soonest(report, lang))
                (exposed(report, lang))
                li.tile {
                    strong { (lang.percent(&overview.coverage.percent.to_string())) }
                    span { (lang.report_tile_coverage()) }
                    small {
                        (lang.report_facts_known(
                            &overview.coverage.declared.to_string(),
                            &overview.coverage.called_for.to_string(),
                        ))
                        " · " (lang.report_blind_spots(overview.blind_spots.len()))
                    }
                }
            }
        }
    }
}

fn tile_of(lang: Lang, n: usize, total: usize, label: &str, more: &str) -> Markup {
    html! {
        li.tile.alarm[n > 0] {
            strong { (lang.report_of(&n.to_string(), &total.to_string())) }
            span { (label) }
            small { (more) }
        }
    }
}

/// First, since nobody need withdraw.
fn ended(report: &Report, lang: Lang) -> Markup {
    let (ended, total) = (report.jurisdictions.ended.len(), report.overview.services.len());
    let first = report.jurisdictions.ended.first();
    let more = first.map(|of| format!("{}, {}", of.service.name, verdict(lang, of)));
    html! {
        @if let Some(more) = more {
            (tile_of(lang, ended, total, &lang.report_tile_ended(), &more))
        }
    }
}

fn stoppable(report: &Report, lang: Lang) -> Markup {
    let services = &report.jurisdictions.services;
    let certain = services.iter().filter(|line| line.certain > 0).count();
    let maybe = services.iter().filter(|line| line.certain == 0);
    let maybe = maybe.filter(|line| line.possible + line.unknown > 0).count();
    let mut more = format!("{maybe} {}", lang.report_tile_maybe());
    let alone = |line: &&ServiceVerdict| line.certain + line.possible + line.unknown > 0;
    let one_hand = services.iter().filter(|line| line.one_hand > 0 && !alone(line)).count();
    if one_hand > 0 {
        more.push_str(" · ");
        more.push_str(&lang.report_tile_one_hand(&one_hand.to_string()));
    }
    tile_of(lang, certain, services.len(), &lang.report_tile_stoppable(), &more)
}

/// The first certain stop by a named controller, of the most critical service among equals.
fn first(report: &Report) -> Option<&SinglePoint> {
    let findings = report.jurisdictions.findings.iter();
    let named = findings
        .filter(|of| of.certainty == Certainty::Certain && !of.if_back)
        .filter(|of| of.event_kind.is_named());
    named.min_by_key(|of| (of.survival_hours.settled.unwrap_or(u32::MAX), of.criticality))
}

fn soonest(report: &Report, lang: Lang) -> Markup {
    let first = first(report);
    html! {
        @if let Some(first) = first {
            li.tile.alarm {
                strong { (lang.duration(first.survival_hours.settled)) }
                span { (lang.report_tile_soonest()) }
                small { (lang.report_soonest_of(&first.service_name, &first.event_name)) }
            }
        }
    }
}

fn exposed(report: &Report, lang: Lang) -> Markup {
    let of = |certainty: Certainty| -> BTreeSet<&str> {
        let findings = report.exposure.findings.iter();
        let findings = findings.filter(|of| of.foreign && of.certainty == certainty);
        findings.map(|of| of.service.id.as_str()).collect()
    };
    let certain = of(Certainty::Certain);
    let maybe = of(Certainty::Possible).difference(&certain).count();
    let more = lang.report_tile_exposed_maybe(&maybe.to_string());
    let total = report.overview.services.len();
    tile_of(lang, certain.len(), total, &lang.report_tile_exposed(), &more)
}
