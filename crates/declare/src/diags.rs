//! What the door says of declarations that make no inventory. The sentences are in `trefonds_lang`;
//! here they are joined to their places.

mod amendments;
mod catalogue;
mod facts;
mod laws;
mod names;
mod recovery;
mod root;
mod sites;
mod values;

pub(crate) use amendments::*;
pub(crate) use catalogue::*;
pub use catalogue::{newer_edition, older_edition};
pub(crate) use facts::*;
pub(crate) use laws::*;
pub(crate) use names::*;
pub(crate) use recovery::*;
pub(crate) use root::*;
pub(crate) use sites::*;
pub(crate) use values::*;
pub use values::{bad_cost, bad_date, empty_list};

use trefonds_lang::Code;
use trefonds_source::{Diagnostic, Span};

/// An error at a place.
fn error(code: Code, at: Span, message: String) -> Diagnostic {
    Diagnostic::error(code.as_str(), at, message)
}

/// A value as a message shows it: one line, not too long.
#[must_use]
pub fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut line: String = text.chars().take(LONGEST).map(trefonds_lang::shown).collect();
    if text.chars().nth(LONGEST).is_some() {
        line.push('…');
    }
    line
}
