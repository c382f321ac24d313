use trefonds_declare::{closest, meant};
use trefonds_lang::Lang;
use trefonds_source::{Diagnostic, Span};

use super::{Code, error, help, list_of, listed, shown};
use crate::slips;

/// A sentence of [`Lang`] without parameters: what was expected.
pub(crate) type Words = fn(Lang) -> String;

fn guess_or(lang: Lang, word: &str, known: &[&str], otherwise: String) -> String {
    match meant(word, known).or_else(|| closest(word, known.iter().copied())) {
        Some(close) => format!("{} {otherwise}", lang.did_you_mean(close)),
        None => otherwise,
    }
}

/// Spaces that YAML takes for letters.
pub(crate) const ODD_SPACES: [char; 4] = ['\u{a0}', '\u{202f}', '\u{2009}', '\u{3000}'];

/// A key that nobody reads. `cut`: the text before it, when it is the rest of a text with a comma.
pub(crate) fn unknown_key(
    lang: Lang,
    at: Span,
    key: &str,
    known: &[&str],
    cut: Option<&str>,
) -> Diagnostic {
    let diagnostic = error(Code::UnknownKey, at, lang.unknown_key(&shown(key)));
    let slip = slips::bare(key, false).map(|(_, _, mistake)| mistake);
    let advice = match (cut, slip) {
        (Some(text), _) => lang.comma_in_text(&slips::code(&slips::quoted(text))),
        (None, _) if key.starts_with(ODD_SPACES) => lang.odd_indent(),
        (
            None,
            Some(mistake @ (slips::Mistake::NoSpace { .. } | slips::Mistake::OddColon { .. })),
        ) => slips::told(lang, &mistake),
        _ => guess_or(lang, key, known, lang.known_keys(&listed(known))),
    };
    help(diagnostic, advice)
}

/// A required key that is not there.
pub(crate) fn missing_key(lang: Lang, at: Span, key: &str) -> Diagnostic {
    let diagnostic = error(Code::MissingKey, at, lang.missing_key(key));
    match example_of(key) {
        Some(example) => help(diagnostic, lang.missing_key_help(&shown(example))),
        None => diagnostic,
    }
}

/// A key with a value that may stand there.
fn example_of(key: &str) -> Option<&'static str> {
    Some(match key {
        "layer" => "layer: application",
        "cost" => "cost: 15000",
        "code" => "code: FR",
        "entity" => "entity: acme",
        "name" => "name: Acme",
        "jurisdiction" => "jurisdiction: US",
        "effect" => "effect: access",
        "reaches" => "reaches: [{channel: operation, link: direct}]",
        "channel" => "channel: operation",
        "link" => "link: direct",
        "of" => "of: [a, b, c]",
        "at_least" => "at_least: 2",
        "needs" => "needs: backbone",
        _ => return None,
    })
}

/// What was found instead of what is read.
pub(crate) enum Found<'t> {
    /// A text, and whether deeper lines could follow it.
    Text(&'t str),
    /// A list.
    List,
    /// A mapping.
    Map,
}

/// Another kind of value than what is read.
pub(crate) fn wrong_type(lang: Lang, at: Span, expected: Words, found: &Found<'_>) -> Diagnostic {
    let (words, advice) = match found {
        Found::Text(text) => {
            let slip = slips::bare(text, false).map(|(_, _, mistake)| mistake);
            let advice = match slip {
                Some(
                    mistake @ (slips::Mistake::NoSpace { .. }
                    | slips::Mistake::OddColon { .. }
                    | slips::Mistake::Equals { .. }
                    | slips::Mistake::SlashComment
                    | slips::Mistake::NoColon { .. }),
                ) => slips::told(lang, &mistake),
                _ => lang.wrong_type_text_help(&expected(lang)),
            };
            (lang.the_text(&shown(text)), advice)
        }
        Found::List => (lang.a_list(), lang.wrong_type_list_help(&expected(lang))),
        Found::Map => (lang.a_mapping(), lang.wrong_type_map_help(&expected(lang))),
    };
    help(error(Code::WrongType, at, lang.wrong_type(&expected(lang), &words)), advice)
}

/// An empty value.
pub(crate) fn null_value(lang: Lang, at: Span) -> Diagnostic {
    help(error(Code::NullValue, at, lang.null_value()), lang.null_value_help())
}

/// A word outside a closed list. `rest`: a line behind it that was taken for its rest.
pub(crate) fn unknown_value(
    lang: Lang,
    at: Span,
    value: &str,
    known: &[&str],
    rest: Option<&str>,
) -> Diagnostic {
    let diagnostic = error(Code::UnknownValue, at, lang.unknown_value(&shown(value)));
    if let Some(rest) = rest {
        return help(diagnostic, lang.continued(&shown(rest)));
    }
    help(diagnostic, guess_or(lang, value, known, lang.known_values(&listed(known))))
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

/// A version that this program does not read.
pub(crate) fn format_version(lang: Lang, at: Span, text: &str) -> Diagnostic {
    let diagnostic = error(Code::FormatVersion, at, lang.format_version(&shown(text)));
    help(diagnostic, lang.format_version_help())
}

/// Not a country.
pub(crate) fn unknown_country(lang: Lang, at: Span, code: &str) -> Diagnostic {
    let word = |word: &str| trefonds_model::Country::parse(word).is_some();
    let advice = country_advice(lang, code, word, lang.no_such_country_help());
    help(error(Code::UnknownCountry, at, lang.no_such_country(&shown(code))), advice)
}

/// Neither a country nor a union.
pub(crate) fn unknown_jurisdiction(lang: Lang, at: Span, code: &str) -> Diagnostic {
    let word = |word: &str| trefonds_model::Jurisdiction::parse(word).is_some();
    let advice = country_advice(lang, code, word, lang.no_such_jurisdiction_help());
    help(error(Code::UnknownCountry, at, lang.no_such_country(&shown(code))), advice)
}

fn country_advice(
    lang: Lang,
    written: &str,
    is_one: impl Fn(&str) -> bool,
    otherwise: String,
) -> String {
    let upper = written.to_ascii_uppercase();
    let code = if is_one(&upper) { Some(&*upper) } else { trefonds_lang::country_code(written) };
    if upper == "UK" {
        return lang.united_kingdom_help();
    }
    if let Some(list) = list_of(written, &is_one) {
        return lang.list_without_brackets(&slips::code(&list));
    }
    if let Some(word) = meant(written, &["undisclosed"]) {
        return lang.did_you_mean(word);
    }
    match code.filter(|code| is_one(code)) {
        Some(code) => format!("{} {otherwise}", lang.did_you_mean(code)),
        None => otherwise,
    }
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

/// An alternative that changes nothing.
pub(crate) fn no_change(lang: Lang, at: Span, id: &str, keys: &[&str]) -> Diagnostic {
    let diagnostic = error(Code::NoChange, at, lang.no_change(&shown(id)));
    help(diagnostic, lang.no_change_help(&listed(keys)))
}

/// Not an edition of the catalogue.
pub(crate) fn bad_edition(lang: Lang, at: Span, text: &str) -> Diagnostic {
    help(error(Code::BadEdition, at, lang.bad_edition(&shown(text))), lang.bad_edition_help())
}

/// An edition, where no catalogue is at hand.
pub(crate) fn no_catalogue_here(lang: Lang, at: Span) -> Diagnostic {
    help(error(Code::BadEdition, at, lang.no_catalogue_here()), lang.bad_edition_help())
}

/// A folder, where there are none.
pub(crate) fn no_folder_here(lang: Lang, at: Span, folder: &str) -> Diagnostic {
    help(error(Code::NotFound, at, lang.no_folder_here(&shown(folder))), lang.no_folder_here_help())
}
