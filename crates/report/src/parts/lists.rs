//! The complete lists, as the other commands print them.

use maud::{Markup, html};
use trefonds_export::lists::{Document, Item, Listed, Table};
use trefonds_lang::Lang;

use super::{MOST, id};
use crate::Report;

/// Single points at three levels with what degrades, exposure, and what the inventory holds.
pub(crate) fn lists(report: &Report, lang: Lang) -> Markup {
    let mut lists = vec![
        report.jurisdictions.document(lang),
        report.controllers.document(lang),
        report.entities.document(lang),
    ];
    lists.extend(report.faults.documents(lang));
    lists.extend([report.exposure.document(lang), report.overview.document(lang)]);
    html! {
        section id=(id(lang, "lists")) {
            h2 { (lang.report_lists()) }
            @for list in &lists { (document(lang, list)) }
        }
    }
}

fn document(lang: Lang, of: &Document) -> Markup {
    html! {
        details.list {
            summary { (of.title) }
            div.inside {
                p.quiet { (of.facts.join(" · ")) }
                @for section in &of.sections {
                    h3 { (section.heading) }
                    @if section.items.is_empty() { p { (lang.nothing()) } }
                    @for part in &section.items { (item(lang, part)) }
                }
            }
        }
    }
}

/// A part of a document.
pub(super) fn item(lang: Lang, of: &Item) -> Markup {
    html! {
        @match of {
            Item::Heading(text) => { h4 { (text) } }
            Item::Line(text) => { p { (text.trim()) } }
            Item::Table(of) => { (table(lang, of)) }
        }
    }
}

fn table(lang: Lang, of: &Table) -> Markup {
    let rows = &of.rows[..of.rows.len().min(MOST)];
    html! {
        div.wide {
            table {
                thead { tr { @for column in &of.columns { th scope="col" { (column.text) } } } }
                tbody {
                    @for row in rows { tr { @for cell in row { td { (cell.shown(lang)) } } } }
                }
            }
        }
        @if of.rows.len() > rows.len() {
            p.quiet { (lang.report_left_out(&(of.rows.len() - rows.len()).to_string())) }
        }
    }
}
