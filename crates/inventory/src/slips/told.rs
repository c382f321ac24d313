use trefonds_lang::Lang;

use super::{Mistake, brackets::partner};
use crate::diags::shown;

/// What is wrong, in a sentence.
pub(crate) fn message(lang: Lang, mistake: &Mistake) -> String {
    match mistake {
        Mistake::Tab => lang.slip_tab(),
        Mistake::ColonInText(_) => lang.slip_colon(),
        Mistake::KeyBehindKey(_) => lang.slip_key_behind(),
        Mistake::NoSpace { key, .. } => lang.slip_no_space(&shown(key)),
        Mistake::NoColon { key, .. } => lang.slip_no_colon(&shown(key)),
        Mistake::Equals { key, .. } => lang.slip_equals(&shown(key)),
        Mistake::OddColon { key, .. } => lang.slip_odd_colon(&shown(key)),
        Mistake::Apostrophe(_) => lang.slip_apostrophe(),
        Mistake::QuoteInQuotes(_) => lang.slip_quotes(),
        Mistake::TextBehindQuotes(_) => lang.slip_behind_quotes(),
        Mistake::Backslash => lang.slip_backslash(),
        Mistake::UnclosedQuote(quote) => lang.slip_unclosed_quote(*quote),
        Mistake::UnclosedBracket(open) => lang.slip_unclosed(*open),
        Mistake::BracketInComment => lang.slip_hidden_bracket(),
        Mistake::WrongBracket { open, found } => lang.slip_wrong_bracket(*open, *found),
        Mistake::ExtraBracket(found) => lang.slip_extra(*found),
        Mistake::TextBehindBracket(_) => lang.slip_behind_bracket(),
        Mistake::NoComma(key) => lang.slip_no_comma(&shown(key)),
        Mistake::Semicolon => lang.slip_semicolon(),
        Mistake::TooDeep { key, above, .. } => lang.slip_deep(&shown(key), &shown(above)),
        Mistake::Uneven { key, above, line, .. } => {
            lang.slip_uneven(&shown(key), &shown(above), *line)
        }
        Mistake::UnevenList { line, .. } => lang.slip_uneven_list(*line),
        Mistake::ListLeft(key) => lang.slip_list_left(&shown(key)),
        Mistake::ListBehindKey(key) => lang.slip_list_behind(&shown(key)),
        Mistake::DashNoSpace(text) => lang.slip_dash(&shown(text)),
        Mistake::OddBullet { bullet, .. } => lang.slip_bullet(*bullet),
        Mistake::StartsText { sign, .. } => lang.slip_sign(*sign),
        Mistake::SlashComment => lang.slip_remark(),
        Mistake::MergeMark => lang.slip_merge(),
        Mistake::Fence => lang.slip_fence(),
        Mistake::BareLine => lang.slip_bare(),
        Mistake::Unprintable => lang.slip_unprintable(),
        Mistake::Other => lang.slip_other(),
    }
}

/// What to do about it.
pub(crate) fn remedy(lang: Lang, mistake: &Mistake) -> String {
    match mistake {
        Mistake::Tab => lang.slip_tab_help(),
        Mistake::ColonInText(text) | Mistake::StartsText { text, .. } => {
            lang.slip_write(&code(&quoted(text)))
        }
        Mistake::KeyBehindKey(text) => lang.slip_key_behind_help(&shown(text)),
        Mistake::NoSpace { key, rest }
        | Mistake::NoColon { key, rest }
        | Mistake::Equals { key, rest }
        | Mistake::OddColon { key, rest } => {
            lang.slip_write(&code(format!("{key}: {rest}").trim_end()))
        }
        Mistake::Apostrophe(text) => lang.slip_apostrophe_help(&code(&quoted(text))),
        Mistake::QuoteInQuotes(text) => lang.slip_write(&code(&quoted(text))),
        Mistake::TextBehindQuotes(text) | Mistake::TextBehindBracket(text) => {
            lang.slip_behind_quotes_help(&code(&quoted(text)))
        }
        Mistake::Backslash => lang.slip_backslash_help(),
        Mistake::UnclosedQuote(quote) => lang.slip_unclosed_quote_help(*quote),
        Mistake::UnclosedBracket(open) => lang.slip_unclosed_help(partner(*open)),
        Mistake::BracketInComment => lang.slip_hash_help(),
        Mistake::WrongBracket { open, .. } => lang.slip_wrong_bracket_help(partner(*open)),
        Mistake::ExtraBracket(_) => lang.slip_extra_help(),
        Mistake::NoComma(key) => lang.slip_no_comma_help(&shown(key)),
        Mistake::Semicolon => lang.slip_semicolon_help(),
        Mistake::TooDeep { key, column, .. } => lang.slip_deep_help(&shown(key), *column),
        Mistake::Uneven { key, column, .. } => lang.slip_uneven_help(&shown(key), *column),
        Mistake::UnevenList { column, .. } => lang.slip_uneven_list_help(*column),
        Mistake::ListLeft(key) => lang.slip_list_left_help(&shown(key)),
        Mistake::ListBehindKey(key) => lang.slip_list_behind_help(&shown(key)),
        Mistake::DashNoSpace(rest) | Mistake::OddBullet { rest, .. } => {
            lang.slip_write(&code(&format!("- {rest}")))
        }
        Mistake::SlashComment => lang.slip_remark_help(),
        Mistake::MergeMark => lang.slip_merge_help(),
        Mistake::Fence => lang.slip_fence_help(),
        Mistake::BareLine => lang.slip_bare_help(),
        Mistake::Unprintable => lang.slip_unprintable_help(),
        Mistake::Other => lang.slip_other_help(),
    }
}

/// What is wrong, and what to do about it.
pub(crate) fn told(lang: Lang, mistake: &Mistake) -> String {
    lang.slip_told(&message(lang, mistake), &remedy(lang, mistake))
}

/// A text as it stands in a file in quotes that it does not hold itself.
pub(crate) fn quoted(text: &str) -> String {
    let text = text.trim().trim_matches(['“', '”', '«', '»', '\u{a0}']).trim();
    if text.contains(['"', '\\']) {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        format!("\"{text}\"")
    }
}

/// What to write, set off from the sentence around it.
pub(crate) fn code(text: &str) -> String {
    format!("`{}`", shown(text))
}
