//! What has ended and is still needed: who is down since when, and by what.

use maud::{Markup, html};
use trefonds_export::lists::ended::{things, verdict};
use trefonds_export::lists::phrases;
use trefonds_findings::EndedService;
use trefonds_lang::Lang;

use super::{FIRST, finding, folded, id};
use crate::Report;

/// Before all else, since it needs nobody to withdraw; nothing when nothing has ended.
pub(crate) fn ended(report: &Report, lang: Lang) -> Markup {
    let all = &report.jurisdictions.ended;
    html! {
        @if !all.is_empty() {
            section id=(id(lang, "ended")) {
                h2 { (lang.section_ended()) }
                (folded(lang, all, FIRST, |list| html! {
                    @for one in list { (service(lang, one, &one.service.name, Some(&things(lang, one)))) }
                }))
            }
        }
    }
}

/// One service that is down, with the proof.
pub(super) fn service(lang: Lang, of: &EndedService, what: &str, by: Option<&str>) -> Markup {
    html! {
        details.finding {
            summary {
                span.what { (what) }
                span.when { (verdict(lang, of)) }
                @if let Some(by) = by { span.how { (by) } }
                span.word.certain { (lang.certain()) }
                @if phrases::any_unverified(&of.witness.steps) { span.mark { (lang.unverified()) } }
            }
            (finding::proof(lang, &of.witness.steps))
        }
    }
}
