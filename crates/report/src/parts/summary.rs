//! The first screen: what an inventory says, in five numbers, coverage among them.

use maud::{Markup, html};
use trefonds_export::lists::ended::verdict;
use trefonds_export::lists::phrases;
use trefonds_findings::{Certainty, SinglePoint};
use trefonds_lang::Lang;

use crate::Report;
use crate::figures::Figures;

/// Title, day, home, and the numbers.
pub(crate) fn summary(report: &Report, lang: Lang) -> Markup {
    let (overview, figures) = (&report.overview, Figures::of(report));
    let title = overview.head.title.clone().unwrap_or_else(|| lang.map_untitled());
    let components: u32 = overview.layers.iter().map(|count| count.components).sum();
    html! {
        header.summary {
            h1 { (title) }
            p.facts {
                (phrases::day_and_home(lang, (overview.head.as_of.as_deref(), overview.head.day_from), &overview.head.home)) " · "
                (lang.services(overview.services.len())) " · "
                (lang.components(components as usize))
            }
            ul.tiles {
                (ended(report, lang, &figures))
                (stoppable(lang, &figures))
                (soonest(report, lang))
                (exposed(lang, &figures))
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
fn ended(report: &Report, lang: Lang, figures: &Figures) -> Markup {
    let first = report.jurisdictions.ended.first();
    let more = first.map(|of| format!("{}, {}", of.service.name, verdict(lang, of)));
    html! {
        @if let Some(more) = more {
            (tile_of(lang, figures.ended, figures.services, &lang.report_tile_ended(), &more))
        }
    }
}

fn stoppable(lang: Lang, figures: &Figures) -> Markup {
    let mut more = format!("{} {}", figures.maybe_stoppable, lang.report_tile_maybe());
    if figures.one_hand > 0 {
        more.push_str(" · ");
        more.push_str(&lang.report_tile_one_hand(&figures.one_hand.to_string()));
    }
    let label = lang.report_tile_stoppable();
    tile_of(lang, figures.stoppable, figures.services, &label, &more)
}

/// The first certain stop by a named controller, of the most critical service among equals.
fn first(report: &Report) -> Option<&SinglePoint> {
    let findings = report.jurisdictions.findings.iter();
    let named = findings
        .filter(|of| of.certainty == Certainty::Certain && !of.if_back)
        .filter(|of| of.event_kind.is_named());
    named.min_by_key(|of| (of.survival_minutes.settled.unwrap_or(u32::MAX), of.criticality))
}

fn soonest(report: &Report, lang: Lang) -> Markup {
    let first = first(report);
    html! {
        @if let Some(first) = first {
            li.tile.alarm {
                strong { (lang.duration(first.survival_minutes.settled)) }
                span { (lang.report_tile_soonest()) }
                small { (lang.report_soonest_of(&first.service_name, &first.event_name)) }
            }
        }
    }
}

fn exposed(lang: Lang, figures: &Figures) -> Markup {
    let more = lang.report_tile_exposed_maybe(&figures.maybe_exposed.to_string());
    tile_of(lang, figures.exposed, figures.services, &lang.report_tile_exposed(), &more)
}
