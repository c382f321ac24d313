//! What changed since an earlier inventory: what that did first, then what is declared differently.

use maud::{Markup, html};
use trefonds_export::lists::{Listed, Section};
use trefonds_findings::{ChangeKind, Diff};
use trefonds_lang::Lang;

use super::{id, lists};
use crate::Report;

/// Nothing when the report compares with nothing.
pub(crate) fn changes(report: &Report, lang: Lang) -> Markup {
    html! { @if let Some(diff) = &report.diff { (section(diff, lang)) } }
}

fn section(diff: &Diff, lang: Lang) -> Markup {
    let document = diff.document(lang);
    let count = |turn| diff.consequences.iter().filter(|of| of.turn == turn).count().to_string();
    html! {
        section id=(id(lang, "changes")) {
            h2 { (lang.report_changes()) }
            p { strong { (document.title) } }
            @for fact in &document.facts { p.quiet { (fact) } }
            @if !diff.same {
                p {
                    (lang.report_changes_counted(
                        &count(ChangeKind::Gained), &count(ChangeKind::Lost), &count(ChangeKind::Changed),
                    ))
                }
            }
            // Consequences come last in the document, and matter most.
            @for section in document.sections.iter().rev() { (part(section, lang)) }
        }
    }
}

fn part(section: &Section, lang: Lang) -> Markup {
    html! {
        details.list {
            summary { (section.heading) }
            div.inside {
                @if section.items.is_empty() { p { (lang.nothing()) } }
                @for item in &section.items { (lists::item(lang, item)) }
            }
        }
    }
}
