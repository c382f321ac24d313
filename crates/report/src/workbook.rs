//! The findings as a workbook: what there is in short, then a sheet a list.

use std::io::Write;

use trefonds_export::lists::{Cell, Rows, Sheet, WorkbookError, sheets, write_workbook};
use trefonds_lang::Lang;

use crate::Report;
use crate::figures::Figures;
use crate::parts::method_texts;

/// Writes the workbook in the language of the report.
///
/// # Errors
/// When `out` fails, or a limit of the format is met.
pub fn xlsx(report: &Report, out: &mut dyn Write) -> Result<(), WorkbookError> {
    let of = (report.overview.head.title.as_deref(), report.overview.head.as_of.as_deref());
    write_workbook(&all(report, report.lang), report.lang, of, out)
}

/// What matters first.
fn all(report: &Report, lang: Lang) -> Vec<Sheet> {
    let countries = &report.jurisdictions;
    let mut all = vec![summary(report, lang), sheets::services(countries, &report.exposure, lang)];
    all.extend(sheets::ended(lang, &countries.ended));
    all.extend(sheets::unmendable(lang, &report.overview.unmendable));
    let levels = [countries, &report.controllers, &report.entities];
    all.extend(levels.map(|level| sheets::single_points(level, lang)));
    if report.faults.are_known() {
        all.extend(report.faults.levels().map(|level| sheets::single_points(level, lang)));
    }
    all.extend([
        sheets::exposure(&report.exposure, lang),
        sheets::ends(&report.ends, lang),
        sheets::questions(&report.questions, lang),
        sheets::blind_spots(&report.overview, lang),
        sheets::components(&report.equations, lang),
        sheets::channels(&report.equations, lang),
    ]);
    all
}

fn summary(report: &Report, lang: Lang) -> Sheet {
    let (overview, figures) = (&report.overview, Figures::of(report));
    let coverage = overview.coverage;
    let known = (coverage.declared.to_string(), coverage.called_for.to_string());
    let mut breaks = report.faults.coverage(lang);
    if !report.faults.are_known() {
        breaks = format!("{breaks} {}", report.faults.not_known(lang));
    }
    let mut lines: Vec<(String, Cell)> = vec![
        (lang.sheet_title(), overview.head.title.as_ref().into()),
        (lang.sheet_day(), overview.head.as_of.clone().map(Cell::Day).into()),
        (lang.sheet_home(), lang.countries(&overview.head.home).into()),
        (lang.column_coverage(), Cell::Percent(coverage.percent)),
        (lang.sheet_facts_known(), lang.report_facts_known(&known.0, &known.1).into()),
        (lang.report_tile_ended(), figures.ended.into()),
        (lang.report_tile_stoppable(), figures.stoppable.into()),
        (lang.sheet_services(), figures.services.into()),
        (lang.report_breaks(), breaks.into()),
        (lang.blind_spots(), overview.blind_spots.len().into()),
        (lang.sheet_unverified(), overview.unverified.into()),
    ];
    let method = method_texts(lang).into_iter().chain([lang.report_made_by(&report.version)]);
    lines.extend(method.map(|text| (lang.report_nav_method(), text.into())));
    Rows::of(&lines)
        .column(lang.sheet_what(), |(what, _)| what)
        .wide(44)
        .column(lang.sheet_value(), |(_, value)| value.clone())
        .wide(110)
        .sheet(lang.sheet_summary())
}
