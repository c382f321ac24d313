//! What is wrong with a list of facts, such as that of a snapshot, before they are declarations.

use trefonds_lang::{Code, Lang};
use trefonds_source::{Diagnostic, Span};

use super::{error, shown};
use crate::FactKey;

/// A fact as its list has it: `component mail, supplier acme`.
fn named(key: &FactKey) -> String {
    let subject = kebab(&format!("{:?}", key.subject));
    let field = kebab(&format!("{:?}", key.field));
    let words = format!("{subject} {}, {field} {}", key.id, key.item);
    shown(words.replace(" ,", ",").trim_end())
}

/// `OwnedBy` as JSON has it, `owned-by`.
fn kebab(name: &str) -> String {
    let mut word = String::with_capacity(name.len() + 2);
    for (at, c) in name.char_indices() {
        if at > 0 && c.is_ascii_uppercase() {
            word.push('-');
        }
        word.push(c.to_ascii_lowercase());
    }
    word
}

/// Facts of something that is not said to exist.
pub(crate) fn facts_of_nothing(lang: Lang, at: Span, id: &str) -> Diagnostic {
    let message = lang.facts_of_nothing(&shown(id));
    error(Code::BadDeclaration, at, message).help(lang.facts_of_nothing_help())
}

/// Two facts of one key.
pub(crate) fn repeated_fact(lang: Lang, at: Span, first: Span, key: &FactKey) -> Diagnostic {
    let diagnostic = error(Code::BadDeclaration, at, lang.repeated_fact(&named(key)));
    diagnostic.and_at(first, lang.first_here()).help(lang.repeated_fact_help())
}

/// A value that its field cannot hold.
pub(crate) fn unfit_value(lang: Lang, at: Span, key: &FactKey) -> Diagnostic {
    let message = lang.unfit_value(&named(key));
    error(Code::BadDeclaration, at, message).help(lang.unfit_value_help())
}

/// A subject without something that it cannot be without.
pub(crate) fn lacks(lang: Lang, at: Span, key: &str) -> Diagnostic {
    error(Code::MissingKey, at, lang.missing_key(key))
}

/// Not a share of the votes, or not one that was said.
pub(crate) fn no_share(lang: Lang, at: Span, at_least: u32, at_most: u32) -> Diagnostic {
    let message = lang.bad_share(&format!("{at_least}..{at_most}"));
    error(Code::BadShare, at, message).help(lang.share_in_millionths())
}

/// Neither a country nor a union.
pub(crate) fn no_jurisdiction(lang: Lang, at: Span, code: &str) -> Diagnostic {
    let diagnostic = error(Code::UnknownCountry, at, lang.no_such_country(&shown(code)));
    diagnostic.help(lang.no_such_jurisdiction_help())
}

/// Not a country.
pub(crate) fn no_country(lang: Lang, at: Span, code: &str) -> Diagnostic {
    let diagnostic = error(Code::UnknownCountry, at, lang.no_such_country(&shown(code)));
    diagnostic.help(lang.no_such_country_help())
}

/// An option that changes nothing.
pub(crate) fn option_without_change(lang: Lang, at: Span, id: &str) -> Diagnostic {
    error(Code::NoChange, at, lang.no_change(&shown(id)))
}
