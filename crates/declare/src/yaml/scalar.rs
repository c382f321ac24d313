//! Texts and keys: plain where they are read as they stand, else in quotes.

use std::fmt::Write;

use trefonds_lang::shown;

/// Where a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Within {
    /// On a line of its own, behind a key or a dash.
    Block,
    /// Between brackets or braces.
    Flow,
}

/// Writes a text so that it is read back as this text.
pub(super) fn write(text: &str, within: Within, to: &mut String) {
    if is_plain(text, within) {
        to.push_str(text);
    } else if text.contains(['"', '\\']) && text.chars().all(is_printed) {
        to.push('\'');
        to.push_str(&text.replace('\'', "''"));
        to.push('\'');
    } else {
        write_escaped(text, to);
    }
}

fn write_escaped(text: &str, to: &mut String) {
    to.push('"');
    for c in text.chars() {
        match c {
            '"' => to.push_str("\\\""),
            '\\' => to.push_str("\\\\"),
            '\n' => to.push_str("\\n"),
            '\t' => to.push_str("\\t"),
            '\r' => to.push_str("\\r"),
            c if is_printed(c) => to.push(c),
            c => match u32::from(c) {
                code @ ..0x1_0000 => drop(write!(to, "\\u{code:04X}")),
                code => drop(write!(to, "\\U{code:08X}")),
            },
        }
    }
    to.push('"');
}

/// Whether a character is seen as what it is. The spaces that French sets before a colon are; others
/// that look like a space are not.
fn is_printed(c: char) -> bool {
    let space = matches!(c, ' ' | '\u{A0}' | '\u{202F}');
    shown(c) == c && (space || !c.is_whitespace())
}

/// Whether a text stands for itself without quotes.
fn is_plain(text: &str, within: Within) -> bool {
    let (Some(first), Some(last)) = (text.chars().next(), text.chars().next_back()) else {
        return false;
    };
    // A dash that a bracket follows is taken for an entry of a list, also behind a space.
    let in_brackets = within == Within::Flow
        && (text.contains([',', '[', ']', '{', '}']) || text.ends_with(" -"));
    text.chars().all(is_printed)
        && !(is_indicator(first) || first.is_whitespace() || last.is_whitespace() || last == ':')
        && !(text.contains(": ") || text.contains(" #") || in_brackets)
        && !is_other_than_text(text)
}

/// What opens something other than a plain text. Those that open one before a letter only are among
/// them: `-5` is quoted too.
const fn is_indicator(c: char) -> bool {
    matches!(
        c,
        '-' | '?'
            | ':'
            | ','
            | '['
            | ']'
            | '{'
            | '}'
            | '#'
            | '&'
            | '*'
            | '!'
            | '|'
            | '>'
            | '\''
            | '"'
            | '%'
            | '@'
            | '`'
    )
}

/// Whether YAML 1.2 takes a plain text for null, a boolean or a number. `NO`, `yes` and days are texts.
fn is_other_than_text(text: &str) -> bool {
    let word = matches!(
        text,
        "~" | "null" | "Null" | "NULL" | "true" | "True" | "TRUE" | "false" | "False" | "FALSE"
    );
    word || is_number(text)
}

fn is_number(text: &str) -> bool {
    let based = |prefix: &str, radix: u32| {
        let digits = text.strip_prefix(prefix);
        digits.is_some_and(|it| !it.is_empty() && it.chars().all(|c| c.is_digit(radix)))
    };
    if based("0o", 8) || based("0x", 16) {
        return true;
    }
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let special = unsigned.strip_prefix('.').unwrap_or_default();
    if matches!(special, "inf" | "Inf" | "INF" | "nan" | "NaN" | "NAN") {
        return true;
    }
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let has_digit = !(whole.is_empty() && part.is_empty());
    let exponent = exponent.is_none_or(|it| {
        let it = it.strip_prefix(['-', '+']).unwrap_or(it);
        !it.is_empty() && digits(it)
    });
    has_digit && digits(whole) && digits(part) && exponent
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str, within: Within) -> String {
        let mut to = String::new();
        write(text, within, &mut to);
        to
    }

    #[test]
    fn texts_that_are_read_as_they_stand_have_no_quotes() {
        for plain in [
            "NO",
            "yes",
            "on",
            "2026-05-01",
            "2026-05",
            "23.9%",
            "Dossier d'anesthésie",
            "a:b",
            "a#b",
            "stops after 90d",
            "18 U.S.C. 2713",
            "https://example.org/12",
            "Prix\u{A0}!",
            "東京",
            "1.2.3",
        ] {
            assert_eq!(written(plain, Within::Flow), plain);
        }
        assert_eq!(written("a, b [c]", Within::Block), "a, b [c]");
    }

    #[test]
    fn others_have() {
        for (text, quoted) in [
            ("", "\"\""),
            ("null", "\"null\""),
            ("true", "\"true\""),
            ("2026", "\"2026\""),
            ("1e3", "\"1e3\""),
            (".5", "\".5\""),
            ("0x1F", "\"0x1F\""),
            ("-.inf", "\"-.inf\""),
            (" a", "\" a\""),
            ("a ", "\"a \""),
            ("a: b", "\"a: b\""),
            ("a:", "\"a:\""),
            ("a #b", "\"a #b\""),
            ("- a", "\"- a\""),
            ("@home", "\"@home\""),
            ("say \"yes\"", "say \"yes\""),
            ("\"yes\", it's", "'\"yes\", it''s'"),
            ("a\nb", "\"a\\nb\""),
            ("a\u{202E}b\u{1}", "\"a\\u202Eb\\u0001\""),
            ("\u{E0001}x\u{1FFFF}", "\"\u{E0001}x\\U0001FFFF\""),
        ] {
            assert_eq!(written(text, Within::Block), quoted, "{text:?}");
        }
        assert_eq!(written("a, b", Within::Flow), "\"a, b\"");
        assert_eq!(written("a -", Within::Flow), "\"a -\"");
        assert_eq!(written("a -", Within::Block), "a -");
    }
}
