//! Lists: every result as text, Markdown, CSV or JSON.
//!
//! One file a result says what is told of it (`overview`, `single_points`, `exposure`, `questions`...):
//! a [`Document`] for people, records for programs, sheets of a workbook. They are made of the same
//! tables, whose cells are typed, and each format writes any of them (`text`, `markdown`, `csv`,
//! `workbook`; the report sets documents on paper). JSON is the result itself.

mod catalogue;
mod cell;
mod csv;
mod cuts;
mod denial;
mod diff;
mod document;
pub mod ended;
pub mod ends;
mod equations;
mod explanation;
mod exposure;
mod facts;
mod history;
mod keys;
mod markdown;
pub mod one_hand;
pub mod outages;
mod overview;
mod path;
pub mod phrases;
mod plan;
pub(crate) mod policy;
mod questions;
mod rank;
mod resolution;
pub(crate) mod scenarios;
mod services;
mod single_points;
pub(crate) mod suggestions;
mod table;
mod text;
mod ways;
pub(crate) mod what_if;
mod workbook;

use std::io::{self, Write};

use serde::Serialize;
use trefonds_lang::Lang;

pub use cell::{Cell, Word};
pub use document::{Document, Item, Section};
pub use explanation::{proof_of, sentence};
pub use path::{Path, Stop, path};
pub(crate) use services::Left;
pub use services::{HALF, alone, verdict};
pub use single_points::{event_name, stop_times};
pub use table::{Heading, Rows, Sheet, Table};
pub use text::Paint;
pub use what_if::WithProofs;
pub use workbook::{WorkbookError, write_workbook};

/// The sheets of a workbook.
pub mod sheets {
    pub use super::ended::sheet as ended;
    pub use super::ends::sheet as ends;
    pub use super::equations::{channels, components};
    pub use super::exposure::sheet as exposure;
    pub use super::outages::sheet as unmendable;
    pub use super::overview::sheet as blind_spots;
    pub use super::questions::sheet as questions;
    pub use super::services::sheet as services;
    pub use super::single_points::sheet as single_points;
}

/// The formats of lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Format {
    /// For a terminal.
    #[default]
    Text,
    /// The result itself, with a published schema.
    Json,
    /// One record a finding, ids rather than names.
    Csv,
    /// For a page or a merge request.
    Markdown,
}

/// A result that can be listed.
pub trait Listed: Serialize {
    /// The result as a document in one language.
    fn document(&self, lang: Lang) -> Document;

    /// What CSV holds: one record a finding, under names that no language changes.
    fn records(&self, lang: Lang) -> Table;
}

/// Writes a document as Markdown.
///
/// # Errors
/// Whatever `out` returns.
pub fn write_markdown(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    markdown::write(document, out)
}

/// Writes a result in a format. `paint` is used by text only.
///
/// # Errors
/// Whatever `out` returns.
pub fn write<R: Listed>(
    result: &R,
    format: Format,
    lang: Lang,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Json => crate::json::write(result, out),
        Format::Text => text::write(&result.document(lang), paint, out),
        Format::Markdown => markdown::write(&result.document(lang), out),
        Format::Csv => csv::write(&result.records(lang), out),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        Rows::of([4_u32, 720])
            .column("name", |minutes| format!("=a|{minutes}"))
            .column("minutes", |minutes| Cell::Duration(Some(minutes)))
            .column("country", |_| Cell::Country("US".to_owned()))
            .column("coverage", Cell::Percent)
            .column_if(false, "never", |_| Cell::Empty)
            .table()
    }

    #[test]
    fn each_format_shows_a_cell_in_its_own_way() {
        let section = Section { heading: "h".to_owned(), items: vec![Item::Table(table())] };
        let document = Document { lang: Lang::Fr, sections: vec![section], ..Document::default() };
        let mut outputs = [Vec::new(), Vec::new(), Vec::new()];
        let [text, markdown, records] = &mut outputs;
        text::write(&document, Paint::Plain, text).unwrap();
        write_markdown(&document, markdown).unwrap();
        csv::write(&table(), records).unwrap();
        let [text, markdown, records] = outputs.map(|bytes| String::from_utf8(bytes).unwrap());
        assert!(text.contains("=a|720  12 h     États-Unis (US)  720\u{a0}%"), "{text}");
        assert!(markdown.contains("| =a\\|4 | 4 min | États-Unis (US) | 4\u{a0}% |"), "{markdown}");
        assert!(records.contains("\r\n'=a|720,720,US,720\r\n"), "{records}");
    }
}
