//! What is not known, by what hangs on it.

use maud::{Markup, html};
use trefonds_export::lists::phrases;
use trefonds_findings::Question;
use trefonds_lang::Lang;

use super::{FIRST, folded, id};
use crate::Report;

/// The questions to ask next.
pub(crate) fn questions(report: &Report, lang: Lang) -> Markup {
    let questions = &report.questions;
    let coverage = questions.coverage;
    html! {
        section id=(id(lang, "questions")) {
            h2 { (lang.questions_title()) }
            p.quiet {
                (lang.coverage_line(coverage.percent, coverage.declared, coverage.called_for))
                ". " (lang.questions_intro())
            }
            @if questions.questions.is_empty() { p { (lang.no_question()) } }
            @else { (folded(lang, &questions.questions, FIRST, |rows| table(lang, rows))) }
        }
    }
}

fn table(lang: Lang, rows: &[Question]) -> Markup {
    html! {
        div.wide tabindex="0" role="region" aria-label=(lang.questions_title()) {
            table {
                thead { tr {
                    th scope="col" { (lang.column_question()) }
                    th scope="col" { (lang.column_why()) }
                    th.number scope="col" { (lang.column_single_points()) }
                    th.number scope="col" { (lang.column_exposures()) }
                    th scope="col" { (lang.column_ask()) }
                    th scope="col" { (lang.column_write()) }
                } }
                tbody {
                    @for row in rows { tr {
                        td { (phrases::unknown(lang, &row.fact)) }
                        td { (phrases::why(lang, row.fact.why)) }
                        td.number { (row.single_points) }
                        td.number { (row.exposures) }
                        td {
                            @if row.ask.is_empty() { span.quiet { (phrases::whom(lang, row)) } }
                            @else { (row.ask.join(", ")) }
                        }
                        td { @if let Some(at) = &row.fact.at { code { (at.told(lang)) } } }
                    } }
                }
            }
        }
    }
}
