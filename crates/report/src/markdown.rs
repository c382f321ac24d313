//! Everything in one Markdown file: method and assumptions first, then the lists.

use std::io::{self, Write};

use trefonds_export::lists::{Document, Listed, Section, phrases, write_markdown};

use crate::Report;
use crate::parts::{assumptions, method_texts};

/// Writes the findings as Markdown, in the language of the report.
///
/// # Errors
/// Whatever `out` returns.
pub fn markdown(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    write_markdown(&cover(report), out)?;
    for document in documents(report) {
        writeln!(out)?;
        write_markdown(&document, out)?;
    }
    Ok(())
}

/// The lists, what matters first.
pub(crate) fn documents(report: &Report) -> Vec<Document> {
    let lang = report.lang;
    let mut documents: Vec<Document> = report.diff.iter().map(|diff| diff.document(lang)).collect();
    documents.extend([
        report.jurisdictions.document(lang),
        report.controllers.document(lang),
        report.entities.document(lang),
    ]);
    documents.extend(report.faults.documents(lang));
    documents.extend([
        report.exposure.document(lang),
        report.ends.document(lang),
        report.questions.document(lang),
        report.overview.document(lang),
    ]);
    documents
}

/// What stands before them.
pub(crate) fn cover(report: &Report) -> Document {
    let (lang, overview) = (report.lang, &report.overview);
    let coverage = overview.coverage;
    Document {
        lang,
        title: overview.head.title.clone().unwrap_or_else(|| lang.map_untitled()),
        facts: vec![
            phrases::day_and_home(
                lang,
                (overview.head.as_of.as_deref(), overview.head.day_from),
                &overview.head.home,
            ),
            lang.coverage_line(coverage.percent, coverage.declared, coverage.called_for),
        ],
        sections: vec![
            Section::of_lines(lang.report_method(), method_texts(lang)),
            Section::of_lines(lang.report_assumptions(), assumptions(report, lang)),
        ],
    }
}
