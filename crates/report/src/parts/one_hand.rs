//! What is possible in one hand only: apart, and short.

use maud::{Markup, html};
use trefonds_export::lists::one_hand::{hand, settle};
use trefonds_findings::OneHand;
use trefonds_lang::Lang;

use super::{FIRST, finding, folded};

/// Behind a fold; nothing when there are none.
pub(super) fn fold(lang: Lang, all: &[OneHand]) -> Markup {
    html! {
        @if !all.is_empty() {
            details.rest {
                summary { (lang.section_one_hand()) " (" (all.len()) ")" }
                (folded(lang, all, FIRST, |list| html! {
                    @for one in list {
                        (point(lang, one, &format!("{} · {}", one.service.name, hand(lang, one))))
                    }
                }))
            }
        }
    }
}

/// Those of one service, under a heading of their own.
pub(super) fn of_service(lang: Lang, all: &[&OneHand]) -> Markup {
    html! {
        @if !all.is_empty() {
            h3 { (lang.section_one_hand()) }
            @for one in all { (point(lang, one, &hand(lang, one))) }
        }
    }
}

fn point(lang: Lang, of: &OneHand, what: &str) -> Markup {
    html! {
        details.finding {
            summary {
                span.what { (what) }
                span.when { (lang.duration(Some(of.minutes))) }
                span.word.possible { (lang.report_one_hand_word()) }
            }
            (finding::proof(lang, &of.witness.steps))
            p.hangs { (lang.report_settle(&settle(lang, of))) }
        }
    }
}
