use trefonds_lang::{Code, Lang};
use trefonds_source::{Diagnostic, Span};

use super::error;

/// A root key twice in the inventory.
pub(crate) fn duplicate_root_key(lang: Lang, at: Span, first: Span, key: &str) -> Diagnostic {
    let diagnostic = error(Code::DuplicateKey, at, lang.duplicate_root_key(key));
    diagnostic.and_at(first, lang.first_here()).help(lang.duplicate_key_help())
}

/// A required root key that nobody says.
pub(crate) fn missing_root_key(lang: Lang, path: &str, key: &str, example: &str) -> Diagnostic {
    let message = lang.missing_root_key(key);
    let diagnostic = Diagnostic::of_file(Code::MissingKey.as_str(), path, message);
    diagnostic.help(lang.missing_root_key_help(example))
}

/// Facts have dates, and nothing says of which day the results are to speak.
pub(crate) fn missing_day(lang: Lang, at: Span) -> Diagnostic {
    error(Code::MissingDay, at, lang.missing_day()).help(lang.missing_day_help())
}
