//! What is written in the page, in one language each: it can be read and printed without script.

mod breaks;
mod changes;
mod chips;
mod controllers;
mod ended;
mod ends;
mod exposure;
mod finding;
mod lists;
mod method;
mod one_hand;
mod questions;
mod services;
mod summary;
mod unmendable;

pub(crate) use breaks::breaks;
pub(crate) use changes::changes;
pub(crate) use controllers::controllers;
pub(crate) use ended::ended;
pub(crate) use ends::ends;
pub(crate) use exposure::exposure;
pub(crate) use lists::lists;
pub(crate) use method::{assumptions, method, method_texts, sources};
pub(crate) use questions::questions;
pub(crate) use services::services;
pub(crate) use summary::summary;
pub(crate) use unmendable::unmendable;

use maud::{Markup, html};
use trefonds_findings::Coverage;
use trefonds_lang::Lang;

/// A list shows so many lines before it folds the rest away.
const FIRST: usize = 25;
/// No list holds more lines than this; what is left out is counted.
const MOST: usize = 1_000;

/// An id that differs between the languages of the page.
pub(crate) fn id(lang: Lang, name: &str) -> String {
    format!("{}-{name}", crate::words::code(lang))
}

/// A bar of how much is known, with its number.
fn coverage(lang: Lang, of: Coverage) -> Markup {
    let title = lang.report_facts_known(&of.declared.to_string(), &of.called_for.to_string());
    html! {
        span.coverage title=(title) {
            svg.bar viewBox="0 0 50 8" aria-hidden="true" {
                rect.all width="50" height="8" rx="1.5" {}
                rect.known width=(of.percent.min(100) / 2) height="8" rx="1.5" {}
            }
            (lang.coverage_short(of.percent))
        }
    }
}

/// The first lines, then the rest behind a fold, then how many were left out.
fn folded<T>(lang: Lang, all: &[T], first: usize, list: impl Fn(&[T]) -> Markup) -> Markup {
    let listed = &all[..all.len().min(MOST)];
    let (shown, rest) = listed.split_at(listed.len().min(first));
    let left_out = all.len() - listed.len();
    html! {
        (list(shown))
        @if !rest.is_empty() {
            details.rest {
                summary { (lang.report_more(&rest.len().to_string())) }
                (list(rest))
            }
        }
        @if left_out > 0 { p.quiet { (lang.report_left_out(&left_out.to_string())) } }
    }
}
