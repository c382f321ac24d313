use trefonds_lang::Lang;
use trefonds_source::{Diagnostic, Span};

use super::{Code, closest, error, help, listed, shown};

/// A sentence of [`Lang`] without parameters: what was expected.
pub(crate) type Words = fn(Lang) -> String;

fn guess_or(lang: Lang, word: &str, known: &[&str], otherwise: String) -> String {
    match closest(word, known.iter().copied()) {
        Some(close) => format!("{} {otherwise}", lang.did_you_mean(close)),
        None => otherwise,
    }
}

/// A key that nobody reads.
pub(crate) fn unknown_key(lang: Lang, at: Span, key: &str, known: &[&str]) -> Diagnostic {
    let diagnostic = error(Code::UnknownKey, at, lang.unknown_key(&shown(key)));
    help(diagnostic, guess_or(lang, key, known, lang.known_keys(&listed(known))))
}

/// A required key that is not there.
pub(crate) fn missing_key(lang: Lang, at: Span, key: &str) -> Diagnostic {
    error(Code::MissingKey, at, lang.missing_key(key))
}

/// Another kind of value than what is read.
pub(crate) fn wrong_type(lang: Lang, at: Span, expected: Words, found: &str) -> Diagnostic {
    error(Code::WrongType, at, lang.wrong_type(&expected(lang), found))
}

/// An empty value.
pub(crate) fn null_value(lang: Lang, at: Span) -> Diagnostic {
    help(error(Code::NullValue, at, lang.null_value()), lang.null_value_help())
}

/// A word outside a closed list.
pub(crate) fn unknown_value(lang: Lang, at: Span, value: &str, known: &[&str]) -> Diagnostic {
    let diagnostic = error(Code::UnknownValue, at, lang.unknown_value(&shown(value)));
    help(diagnostic, guess_or(lang, value, known, lang.known_values(&listed(known))))
}

/// An id with other characters.
pub(crate) fn bad_id(lang: Lang, at: Span, id: &str) -> Diagnostic {
    help(error(Code::BadId, at, lang.bad_id(&shown(id))), lang.bad_id_help())
}

/// An id that means something else.
pub(crate) fn reserved_id(lang: Lang, at: Span, id: &str) -> Diagnostic {
    help(error(Code::ReservedId, at, lang.reserved_id(id)), lang.reserved_id_help())
}

/// Not a day.
pub(crate) fn bad_date(lang: Lang, at: Span, text: &str) -> Diagnostic {
    help(error(Code::BadDate, at, lang.bad_date(&shown(text))), lang.bad_date_help())
}

/// Not a duration.
pub(crate) fn bad_duration(lang: Lang, at: Span, text: &str) -> Diagnostic {
    help(error(Code::BadDuration, at, lang.bad_duration(&shown(text))), lang.bad_duration_help())
}

/// Not a share.
pub(crate) fn bad_share(lang: Lang, at: Span, text: &str) -> Diagnostic {
    help(error(Code::BadShare, at, lang.bad_share(&shown(text))), lang.bad_share_help())
}

/// A range whose bounds are swapped.
pub(crate) fn reversed_share(lang: Lang, at: Span) -> Diagnostic {
    help(error(Code::BadShare, at, lang.reversed_share()), lang.bad_share_help())
}

/// Check digits that do not match.
pub(crate) fn bad_lei(lang: Lang, at: Span, text: &str) -> Diagnostic {
    help(error(Code::BadLei, at, lang.bad_lei(&shown(text))), lang.bad_lei_help())
}

/// A version that this program does not read.
pub(crate) fn format_version(lang: Lang, at: Span, text: &str) -> Diagnostic {
    let diagnostic = error(Code::FormatVersion, at, lang.format_version(&shown(text)));
    help(diagnostic, lang.format_version_help())
}

/// Not a country.
pub(crate) fn unknown_country(lang: Lang, at: Span, code: &str) -> Diagnostic {
    let advice = country_advice(lang, code, lang.no_such_country_help());
    help(error(Code::UnknownCountry, at, lang.no_such_country(&shown(code))), advice)
}

/// Neither a country nor a union.
pub(crate) fn unknown_jurisdiction(lang: Lang, at: Span, code: &str) -> Diagnostic {
    let advice = country_advice(lang, code, lang.no_such_jurisdiction_help());
    help(error(Code::UnknownCountry, at, lang.no_such_country(&shown(code))), advice)
}

fn country_advice(lang: Lang, code: &str, otherwise: String) -> String {
    let upper = code.to_ascii_uppercase();
    if upper == "UK" {
        lang.united_kingdom_help()
    } else if upper != code && trefonds_model::Country::parse(&upper).is_some() {
        format!("{} {otherwise}", lang.did_you_mean(&upper))
    } else {
        otherwise
    }
}

/// Ends before it begins.
pub(crate) fn dates_reversed(lang: Lang, at: Span, from: &str, until: &str) -> Diagnostic {
    let diagnostic = error(Code::DatesReversed, at, lang.dates_reversed(from, until));
    help(diagnostic, lang.dates_reversed_help())
}

/// More, or fewer, members than there are.
pub(crate) fn at_least_range(lang: Lang, at: Span, k: u64, members: usize) -> Diagnostic {
    let diagnostic = error(Code::AtLeastRange, at, lang.at_least_range(k, members));
    help(diagnostic, lang.at_least_range_help())
}

/// A soft requirement inside a group.
pub(crate) fn soft_member(lang: Lang, at: Span) -> Diagnostic {
    help(error(Code::SoftMember, at, lang.soft_member()), lang.soft_member_help())
}

/// A list of nothing where something is needed.
pub(crate) fn empty_list(lang: Lang, at: Span, key: &str) -> Diagnostic {
    help(error(Code::EmptyList, at, lang.empty_list(key)), lang.empty_list_help())
}

/// Several keys of which only one may stand, or none of them.
pub(crate) fn one_of(lang: Lang, at: Span, keys: &[&str]) -> Diagnostic {
    error(Code::OneOf, at, lang.one_of(&listed(keys)))
}

/// `none` in a list.
pub(crate) fn none_in_list(lang: Lang, at: Span) -> Diagnostic {
    help(error(Code::NoneInList, at, lang.none_in_list()), lang.none_in_list_help())
}

/// Keys of what is not encrypted.
pub(crate) fn keys_without_encryption(lang: Lang, at: Span) -> Diagnostic {
    let diagnostic = error(Code::KeysWithoutEncryption, at, lang.keys_without_encryption());
    help(diagnostic, lang.keys_without_encryption_help())
}

/// Not a cost.
pub(crate) fn bad_cost(lang: Lang, at: Span, text: &str) -> Diagnostic {
    help(error(Code::BadCost, at, lang.bad_cost(&shown(text))), lang.bad_cost_help())
}

/// Not a currency.
pub(crate) fn bad_currency(lang: Lang, at: Span, text: &str) -> Diagnostic {
    help(error(Code::BadCurrency, at, lang.bad_currency(&shown(text))), lang.bad_currency_help())
}

/// An alternative that changes nothing.
pub(crate) fn no_change(lang: Lang, at: Span, id: &str, keys: &[&str]) -> Diagnostic {
    let diagnostic = error(Code::NoChange, at, lang.no_change(&shown(id)));
    help(diagnostic, lang.no_change_help(&listed(keys)))
}
