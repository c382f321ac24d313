//! Lists: every result as text, Markdown, CSV or JSON.
//!
//! A result becomes a [`Document`] once, in one language (`overview`, `single_points`, `exposure`,
//! `questions`, `resolution`, `explanation`); each format renders any document (`text`, `markdown`,
//! `csv`). JSON is the result itself.

mod csv;
mod cuts;
mod diff;
mod document;
pub mod ended;
mod explanation;
mod exposure;
mod facts;
mod history;
mod markdown;
pub mod one_hand;
mod overview;
mod path;
pub mod phrases;
mod plan;
pub(crate) mod policy;
mod questions;
mod rank;
mod resolution;
pub(crate) mod scenarios;
mod single_points;
mod text;
mod ways;
pub(crate) mod what_if;

use std::io::{self, Write};

use serde::Serialize;
use trefonds_lang::Lang;

pub use document::{Document, Item, Section, Table};
pub use explanation::{proof_of, sentence};
pub use path::{Path, Stop, path};
pub use single_points::{alone, told_times, verdict};
pub use text::Paint;
pub use what_if::WithProofs;

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
        Format::Csv => csv::write(&result.document(lang), out),
    }
}
