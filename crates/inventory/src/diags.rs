//! Every problem that the reader reports: its code, and one small constructor a message.
//!
//! The sentences are in `trefonds_lang`; here they are joined to their places. One file an area.

mod code;
mod files;
mod meant;
mod names;
mod suggest;
mod values;
mod yaml;

pub use code::Code;
pub(crate) use files::*;
pub(crate) use meant::{list_of, meant, slip_in_name};
pub(crate) use names::*;
pub(crate) use suggest::{Suggester, closest};
pub(crate) use values::*;
pub(crate) use yaml::*;

use trefonds_source::{Diagnostic, Label, Severity, Span};

/// An error at a place.
fn error(code: Code, at: Span, message: String) -> Diagnostic {
    Diagnostic {
        code: code.as_str(),
        severity: Severity::Error,
        message,
        labels: vec![Label { span: at, text: String::new() }],
        path: None,
        help: None,
    }
}

/// An error of a whole file or folder.
fn file_error(code: Code, path: &str, message: String) -> Diagnostic {
    Diagnostic {
        code: code.as_str(),
        severity: Severity::Error,
        message,
        labels: Vec::new(),
        path: Some(path.to_owned()),
        help: None,
    }
}

/// Adds what to do about it.
fn help(mut diagnostic: Diagnostic, help: String) -> Diagnostic {
    diagnostic.help = Some(help);
    diagnostic
}

/// Adds a second place that explains the first.
fn and_at(mut diagnostic: Diagnostic, span: Span, text: String) -> Diagnostic {
    diagnostic.labels.push(Label { span, text });
    diagnostic
}

/// A value as a message shows it: one line, not too long.
pub(crate) fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut line: String = text.chars().take(LONGEST).map(trefonds_lang::shown).collect();
    if text.chars().nth(LONGEST).is_some() {
        line.push('…');
    }
    line
}

/// Words as a message lists them.
fn listed(words: &[&str]) -> String {
    words.join(", ")
}
