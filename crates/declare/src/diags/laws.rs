use trefonds_lang::{Code, Lang};
use trefonds_source::{Diagnostic, Span};

use super::error;

/// A key that laws on access do not have.
pub(crate) fn only_of_denial(lang: Lang, at: Span, key: &str) -> Diagnostic {
    error(Code::OtherEffect, at, lang.only_of_denial(key)).help(lang.only_of_denial_help())
}

/// A rule on who can change what, in a law on denial.
pub(crate) fn change_of_denial(lang: Lang, at: Span) -> Diagnostic {
    error(Code::OtherEffect, at, lang.change_of_denial()).help(lang.change_of_denial_help())
}

/// A law on the organisation, which nobody names.
pub(crate) fn no_organisation(lang: Lang, at: Span) -> Diagnostic {
    error(Code::NoOrganisation, at, lang.no_organisation()).help(lang.no_organisation_help())
}
