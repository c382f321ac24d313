//! What ends, and what that stops: what stops a service first, each with its services, then the rest.

use maud::{Markup, html};
use trefonds_export::lists::ends::{followed, horizon, note, what, when, whom};
use trefonds_export::lists::{phrases, proof_of};
use trefonds_findings::{Certainty, End};
use trefonds_lang::Lang;

use super::{FIRST, folded, id};
use crate::Report;

/// So many services are named in the line of an end.
const NAMED: usize = 3;

/// The coming ends, in the order of the days.
pub(crate) fn ends(report: &Report, lang: Lang) -> Markup {
    let ends = &report.ends;
    let (idle, stopping): (Vec<&End>, Vec<&End>) =
        ends.ends.iter().partition(|end| end.stops.is_empty());
    html! {
        section id=(id(lang, "ends")) {
            h2 { (lang.ends_title()) }
            p.quiet { (horizon(lang, ends)) ". " (lang.ends_question()) }
            h3 { (lang.ends_stopping()) }
            @if stopping.is_empty() { p { (lang.nothing()) } }
            (folded(lang, &stopping, FIRST, |list| html! {
                @for one in list { (stopping_end(lang, one)) }
            }))
            @if !idle.is_empty() {
                h3 { (lang.ends_stopping_nothing()) }
                (folded(lang, &idle, FIRST, |rows| short(lang, rows)))
            }
        }
    }
}

/// One end with the services that it stops.
fn stopping_end(lang: Lang, end: &End) -> Markup {
    let certain = end.is_certain();
    let word = if certain { Certainty::Certain } else { Certainty::Possible };
    let stops = phrases::certainty(lang, word);
    html! {
        details.finding {
            summary {
                span.what { (what(lang, end)) }
                span.when { (lang.day(&end.until)) " (" (lang.ends_in_days(end.days as usize)) ")" }
                span.how { (stopped(lang, end)) }
                span.word.certain[certain].possible[!certain] { (stops) }
                @if end.provenance.unverified { span.mark { (lang.unverified()) } }
            }
            (services(lang, end))
            @if let Some(next) = &end.followed_by { p { (followed(lang, next)) } }
            p { (lang.ends_ask(&whom(lang, end))) }
            p.quiet { (proof_of(lang, &end.provenance)) }
        }
    }
}

/// The first services that it stops, and how many more.
fn stopped(lang: Lang, end: &End) -> String {
    let names = end.stops.iter().take(NAMED).map(|stop| stop.service.name.clone());
    let more = end.stops.len().saturating_sub(NAMED);
    let more = (more > 0).then(|| lang.and_more(more));
    names.chain(more).collect::<Vec<_>>().join(", ")
}

fn services(lang: Lang, end: &End) -> Markup {
    html! {
        div.wide tabindex="0" role="region" aria-label=(what(lang, end)) {
            table {
                thead { tr {
                    th scope="col" { (lang.column_service()) }
                    th scope="col" { (lang.column_criticality()) }
                    th scope="col" { (lang.column_certainty()) }
                    th scope="col" { (lang.column_down()) }
                    th scope="col" { (lang.ends_note()) }
                } }
                tbody {
                    @for stop in &end.stops { tr {
                        td { (stop.service.name) }
                        td { (phrases::criticality(lang, stop.criticality)) }
                        td { (phrases::certainty(lang, stop.certainty)) }
                        td { (when(lang, stop)) }
                        td { (note(lang, stop)) }
                    } }
                }
            }
        }
    }
}

/// Those that stop nothing, a line each.
fn short(lang: Lang, rows: &[&End]) -> Markup {
    html! {
        div.wide tabindex="0" role="region" aria-label=(lang.ends_stopping_nothing()) {
            table {
                thead { tr {
                    th scope="col" { (lang.ends_last_day()) }
                    th scope="col" { (lang.ends_what()) }
                    th scope="col" { (lang.ends_next()) }
                    th scope="col" { (lang.column_ask()) }
                    th scope="col" { (lang.column_where()) }
                } }
                tbody {
                    @for end in rows { tr {
                        td { (end.until) }
                        td { (what(lang, end)) }
                        td { @if let Some(next) = &end.followed_by { (followed(lang, next)) } }
                        td { (whom(lang, end)) }
                        td { code { (end.provenance.at.told(lang)) } }
                    } }
                }
            }
        }
    }
}
