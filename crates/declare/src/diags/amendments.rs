use trefonds_lang::{Code, Lang};
use trefonds_source::{Diagnostic, Span};

use super::{error, shown};

/// One field of one thing that two amendments say.
pub(crate) fn amended_twice(lang: Lang, at: Span, first: Span, id: &str) -> Diagnostic {
    let diagnostic = error(Code::AmendedTwice, at, lang.amended_twice(&shown(id)));
    diagnostic.and_at(first, lang.first_here()).help(lang.amended_twice_help())
}

/// A requirement that is to go and is not there.
pub(crate) fn nothing_to_remove(lang: Lang, at: Span, id: &str, needed: &str) -> Diagnostic {
    let message = lang.nothing_to_remove(&shown(id), &shown(needed));
    error(Code::NothingToRemove, at, message).help(lang.nothing_to_remove_help())
}
