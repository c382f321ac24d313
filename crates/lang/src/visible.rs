//! Names made safe to show: one function for every output.
//!
//! A name comes from a file that somebody else may have written. It must not steer a terminal, turn the
//! direction of what stands beside it, hide a part of itself, or break the format that it stands in.

use std::borrow::Cow;

/// `text` in one line, each character that steers, hides or turns replaced by one that is seen:
/// control characters by their pictures, signs of direction and invisible signs by U+FFFD, breaks and
/// tabs by a space.
///
/// ```
/// use trefonds_lang::visible;
/// assert_eq!(visible("a\0b\nc\u{202E}d"), "a␀b c\u{FFFD}d");
/// assert_eq!(visible("Évry, 東京, עברית"), "Évry, 東京, עברית");
/// ```
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| shown(c) == c) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(shown).collect())
}

/// The same for a text of several lines, whose line feeds stay.
///
/// ```
/// assert_eq!(trefonds_lang::visible_lines("a\u{7}\nb"), "a␇\nb");
/// ```
#[must_use]
pub fn visible_lines(text: &str) -> Cow<'_, str> {
    let kept = |c: char| if c == '\n' { c } else { shown(c) };
    if text.chars().all(|c| kept(c) == c) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(kept).collect())
}

/// What is seen in the place of a character; the character itself when nothing is wrong with it.
#[must_use]
pub fn shown(c: char) -> char {
    match u32::from(c) {
        0x09 | 0x0A | 0x0D | 0x2028 | 0x2029 => ' ',
        code @ 0..=0x1F => char::from_u32(0x2400 + code).unwrap_or('\u{FFFD}'),
        0x7F => '\u{2421}',
        0x80..=0x9F => '\u{FFFD}',
        _ if turns(c) || hides(c) => '\u{FFFD}',
        // No characters at all, whatever the plane.
        0xFDD0..=0xFDEF => '\u{FFFD}',
        code if code & 0xFFFE == 0xFFFE => '\u{FFFD}',
        _ => c,
    }
}

/// Signs that turn the direction of writing: with them a name disguises itself, or what follows it.
const fn turns(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Signs that are not seen, so that two names look the same. The joiners U+200C and U+200D stay: some
/// scripts cannot be written without them.
const fn hides(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{200B}' | '\u{2060}'..='\u{2064}' | '\u{206A}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}

/// Whether a spreadsheet would compute a cell, were it typed or opened: full-width signs are taken for
/// the plain ones.
///
/// ```
/// use trefonds_lang::is_formula;
/// assert!(is_formula(" =1+1") && is_formula("＝1+1") && is_formula("\tx"));
/// assert!(!is_formula("a=1"));
/// ```
#[must_use]
pub fn is_formula(text: &str) -> bool {
    let first = text.trim_start_matches([' ', '\u{A0}', '\u{3000}', '\n']).chars().next();
    matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_turns_or_hides_is_left() {
        let hostile: String = ('\0'..='\u{20}')
            .chain('\u{7F}'..='\u{A0}')
            .chain('\u{200B}'..='\u{206F}')
            .chain("\u{061C}\u{FEFF}\u{FFFE}\u{1FFFF}\u{AD}".chars())
            .collect();
        let clean = visible(&hostile);
        let forbidden = |c: char| {
            c.is_control() || "\u{200E}\u{200F}\u{61C}\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}\u{2028}\u{FEFF}".contains(c)
        };
        assert!(!clean.chars().any(forbidden), "{clean:?}");
        assert_eq!(clean.chars().count(), hostile.chars().count());
        assert_eq!(visible(&clean), clean);
    }

    #[test]
    fn every_sign_that_begins_a_formula() {
        for sign in ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"] {
            assert!(
                is_formula(&format!("{sign}cmd")) && is_formula(&format!("  {sign}cmd")),
                "{sign:?}"
            );
        }
        assert!(!is_formula("") && !is_formula("5 - 3") && !is_formula("é"));
    }
}
