use trefonds_lang::{Code, Lang};
use trefonds_source::{Diagnostic, Span};

use super::{error, shown};
use crate::ids;

/// An id with other characters.
pub(crate) fn bad_id(lang: Lang, at: Span, id: &str) -> Diagnostic {
    let diagnostic = error(Code::BadId, at, lang.bad_id(&shown(id)));
    let slug = trefonds_lang::fold(id.trim_end_matches(':')).replace(' ', "-");
    diagnostic.help(if !ids::is_well_formed(&slug) {
        lang.bad_id_help()
    } else if id.ends_with(':') {
        lang.bad_id_colon_help(&slug)
    } else {
        lang.bad_id_instead(&slug, &lang.bad_id_help())
    })
}

/// An id that means something else.
pub(crate) fn reserved_id(lang: Lang, at: Span, id: &str) -> Diagnostic {
    error(Code::ReservedId, at, lang.reserved_id(id)).help(lang.reserved_id_help())
}

/// Check digits that do not match.
pub(crate) fn bad_lei(lang: Lang, at: Span, text: &str) -> Diagnostic {
    error(Code::BadLei, at, lang.bad_lei(&shown(text))).help(lang.bad_lei_help())
}

/// Not a currency.
pub(crate) fn bad_currency(lang: Lang, at: Span, text: &str) -> Diagnostic {
    error(Code::BadCurrency, at, lang.bad_currency(&shown(text))).help(lang.bad_currency_help())
}

/// Ends before it begins.
pub(crate) fn dates_reversed(lang: Lang, at: Span, from: &str, until: &str) -> Diagnostic {
    let message = lang.dates_reversed(&lang.day(from), &lang.day(until));
    error(Code::DatesReversed, at, message).help(lang.dates_reversed_help())
}

/// More, or fewer, members than there are.
pub(crate) fn at_least_range(lang: Lang, at: Span, k: u64, members: usize) -> Diagnostic {
    let diagnostic = error(Code::AtLeastRange, at, lang.at_least_range(k, members));
    diagnostic.help(lang.at_least_range_help())
}

/// A soft requirement inside a group.
pub(crate) fn soft_member(lang: Lang, at: Span) -> Diagnostic {
    error(Code::SoftMember, at, lang.soft_member()).help(lang.soft_member_help())
}

/// A list of nothing where something is needed.
#[must_use]
pub fn empty_list(lang: Lang, at: Span, key: &str) -> Diagnostic {
    error(Code::EmptyList, at, lang.empty_list(key)).help(lang.empty_list_help())
}

/// Not a day.
#[must_use]
pub fn bad_date(lang: Lang, at: Span, text: &str) -> Diagnostic {
    error(Code::BadDate, at, lang.bad_date(&shown(text))).help(lang.bad_date_help())
}

/// Neither a year nor a month nor a day.
pub(crate) fn bad_source_date(lang: Lang, at: Span, text: &str) -> Diagnostic {
    error(Code::BadDate, at, lang.bad_date(&shown(text))).help(lang.bad_source_date_help())
}

/// Not a cost.
#[must_use]
pub fn bad_cost(lang: Lang, at: Span, text: &str) -> Diagnostic {
    error(Code::BadCost, at, lang.bad_cost(&shown(text))).help(lang.bad_cost_help())
}
