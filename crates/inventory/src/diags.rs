//! Every problem that the reader reports: its code, and one small constructor a message.
//!
//! The sentences are in `trefonds_lang`; here they are joined to their places. One file an area.

mod files;
mod listed;
mod values;
mod yaml;

pub(crate) use files::*;
pub(crate) use listed::{list_of, slip_in_name};
pub(crate) use values::*;
pub(crate) use yaml::*;

pub use trefonds_lang::Code;

pub(crate) use trefonds_declare::{bad_cost, bad_date, empty_list, shown};
use trefonds_source::{Diagnostic, Span};

/// An error at a place.
fn error(code: Code, at: Span, message: String) -> Diagnostic {
    Diagnostic::error(code.as_str(), at, message)
}

/// An error of a whole file or folder.
fn file_error(code: Code, path: &str, message: String) -> Diagnostic {
    Diagnostic::of_file(code.as_str(), path, message)
}

/// Adds what to do about it.
fn help(diagnostic: Diagnostic, help: String) -> Diagnostic {
    diagnostic.help(help)
}

/// Adds a second place that explains the first.
fn and_at(diagnostic: Diagnostic, span: Span, text: String) -> Diagnostic {
    diagnostic.and_at(span, text)
}

/// Words as a message lists them.
fn listed(words: &[&str]) -> String {
    words.join(", ")
}
