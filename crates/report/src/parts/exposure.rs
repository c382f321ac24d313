//! Who can reach the data: a matrix, then the findings in the folds of the services.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};
use trefonds_export::lists::phrases;
use trefonds_findings::{Certainty, ExposureFinding, Grade, Named};
use trefonds_lang::Lang;

use super::{finding, folded, id};
use crate::Report;

/// The firmest finding of a cell.
type Cell = (Certainty, Grade);

/// Services against countries.
pub(crate) fn exposure(report: &Report, lang: Lang) -> Markup {
    let foreign = || report.exposure.findings.iter().filter(|of| of.foreign);
    let mut cells: BTreeMap<(&str, Option<&str>), Cell> = BTreeMap::new();
    for of in foreign() {
        let cell = (of.certainty, of.grade);
        let known = cells.entry((&of.service.id, of.jurisdiction.as_deref())).or_insert(cell);
        *known = (*known).min(cell);
    }
    let named: BTreeSet<&str> = foreign().filter_map(|of| of.jurisdiction.as_deref()).collect();
    let mut columns: Vec<Option<&str>> = named.into_iter().map(Some).collect();
    if foreign().any(|of| of.jurisdiction.is_none()) {
        columns.push(None);
    }
    let rows: Vec<(&Named, u32)> = report
        .overview
        .services
        .iter()
        .map(|line| (&line.service, line.coverage.percent))
        .collect();
    html! {
        section id=(id(lang, "exposure")) {
            h2 { (lang.report_matrix()) }
            p.quiet { (lang.exposure_question()) }
            @if columns.is_empty() {
                p { (lang.report_no_exposure()) ", " (lang.coverage_short(report.exposure.coverage.percent)) }
            } @else {
                (folded(lang, &rows, 60, |rows| matrix(lang, rows, &columns, &cells)))
                p.quiet { (lang.report_matrix_legend()) }
            }
        }
    }
}

fn matrix(
    lang: Lang,
    rows: &[(&Named, u32)],
    columns: &[Option<&str>],
    cells: &BTreeMap<(&str, Option<&str>), Cell>,
) -> Markup {
    html! {
        div.wide tabindex="0" role="region" aria-label=(lang.report_matrix()) {
            table.matrix {
                thead { tr {
                    th scope="col" { (lang.column_service()) }
                    @for country in columns { th scope="col" { (country.map_or_else(|| "?".to_owned(), |code| lang.country(code))) } }
                    th scope="col" { (lang.column_coverage()) }
                } }
                tbody {
                    @for (service, percent) in rows {
                        tr {
                            th scope="row" { (service.name) }
                            @for country in columns {
                                (cell(lang, cells.get(&(service.id.as_str(), *country))))
                            }
                            td.number { (lang.percent(&percent.to_string())) }
                        }
                    }
                }
            }
        }
    }
}

fn cell(lang: Lang, cell: Option<&Cell>) -> Markup {
    html! {
        @match cell {
            None => { td {} }
            Some((Certainty::Certain, grade)) => {
                td { span.chip.reach { (phrases::grade(lang, *grade)) } }
            }
            Some((Certainty::Possible, grade)) => {
                td { span.chip.reach.maybe { (phrases::grade(lang, *grade)) "\u{a0}?" } }
            }
        }
    }
}

/// One finding with its path.
pub(super) fn reach(lang: Lang, of: &ExposureFinding) -> Markup {
    let who = of.jurisdiction.as_deref().unwrap_or("?");
    let law = of.law.as_ref().map_or_else(|| lang.no_law(), |law| law.name.clone());
    let data = if of.data.is_empty() { lang.data_not_said() } else { of.data.join(", ") };
    html! {
        details.finding {
            summary {
                span.what { (who) ", " (law) }
                span.grade { (phrases::grade(lang, of.grade)) }
                span.how { (of.component.name) (phrases::colon(lang)) (data) }
                span class=(finding::word_class(of.certainty)) {
                    (phrases::certainty(lang, of.certainty))
                }
                @if phrases::any_unverified(&of.path) { span.mark { (lang.unverified()) } }
            }
            @if !of.others.is_empty() {
                p.quiet {
                    (lang.and_more(of.others.len())) (phrases::colon(lang))
                    (of.others.iter().map(|it| it.component.name.as_str()).collect::<Vec<_>>().join(", "))
                }
            }
            (finding::proof(lang, &of.path))
            (finding::hangs_on(lang, &of.hangs_on))
        }
    }
}
