//! What cannot be mended: its repair needs what is down because of it.

use maud::{Markup, html};
use trefonds_export::lists::outages::circle;
use trefonds_findings::{Certainty, Unmendable};
use trefonds_lang::Lang;

use super::{FIRST, folded, id};
use crate::Report;

/// Told unasked, since no list of withdrawals has it; nothing where everything can be mended.
pub(crate) fn unmendable(report: &Report, lang: Lang) -> Markup {
    let all = &report.overview.unmendable;
    html! {
        @if !all.is_empty() {
            section id=(id(lang, "unmendable")) {
                h2 { (lang.section_unmendable()) }
                (folded(lang, all, FIRST, |list| html! {
                    ul { @for one in list { (line(lang, one)) } }
                }))
            }
        }
    }
}

fn line(lang: Lang, one: &Unmendable) -> Markup {
    let certain = one.certainty == Certainty::Certain;
    html! {
        li {
            span.what { (one.component.name) }
            " — " (lang.repair_line(&one.needs.name, &circle(lang, one))) " "
            @if certain { span.word.certain { (lang.certain()) } }
            @else { span.word.possible { (lang.possible()) } }
            " " code { (one.provenance.at.told(lang)) }
        }
    }
}
