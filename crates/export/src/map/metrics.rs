//! How wide a text is, before anybody draws it.
//!
//! Boxes are sized with the advances of DejaVu Sans ([`advances`](super::advances)), an upper bound
//! for the fonts that stand after it in [`FAMILY`]: text fits its box on a machine without it.

use super::advances::{BOLD, REGULAR, Range};

/// The fonts of the picture.
pub const FAMILY: &str = "'DejaVu Sans', Verdana, Arial, 'Liberation Sans', Roboto, sans-serif";

/// A font size and weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Font {
    /// In the units of the picture.
    pub size: f64,
    /// Bold.
    pub bold: bool,
    /// Added after each character.
    pub tracking: f64,
}

impl Font {
    /// The regular weight.
    #[must_use]
    pub const fn regular(size: f64) -> Self {
        Self { size, bold: false, tracking: 0.0 }
    }

    /// The bold weight.
    #[must_use]
    pub const fn bold(size: f64) -> Self {
        Self { bold: true, ..Self::regular(size) }
    }

    /// The width of `text` on one line.
    #[must_use]
    pub fn width(self, text: &str) -> f64 {
        let characters = text.chars().map(|c| self.advance(c));
        characters.sum()
    }

    fn advance(self, c: char) -> f64 {
        let table = if self.bold { BOLD } else { REGULAR };
        match known(table, c).unwrap_or_else(|| by_script(c)) {
            0 => 0.0,
            thousandths => f64::from(thousandths) / 1000.0 * self.size + self.tracking,
        }
    }

    /// `text` shortened with an ellipsis so that it is not wider than `room`.
    #[must_use]
    pub fn shortened(self, text: &str, room: f64) -> String {
        if self.width(text) <= room {
            return text.to_owned();
        }
        let mut kept = String::new();
        let mut width = self.width("…");
        for c in text.chars() {
            width += self.advance(c);
            if width > room {
                break;
            }
            kept.push(c);
        }
        format!("{}…", kept.trim_end())
    }

    /// `text` on at most `lines` lines not wider than `room`: broken between words, then after
    /// `-_/.` and the like, then anywhere; shortened when it does not fit.
    #[must_use]
    pub fn wrapped(self, text: &str, room: f64, lines: usize) -> Vec<String> {
        let mut wrapped: Vec<String> = Vec::new();
        let mut rest = text.trim();
        while !rest.is_empty() && wrapped.len() + 1 < lines {
            let (line, after) = rest.split_at(self.break_at(rest, room));
            wrapped.push(line.trim().to_owned());
            rest = after.trim_start();
        }
        if !rest.is_empty() {
            wrapped.push(self.shortened(rest, room));
        }
        wrapped
    }

    /// Where to break the first line: a byte index above 0.
    fn break_at(self, text: &str, room: f64) -> usize {
        let mut width = 0.0;
        let (mut word, mut part) = (0, 0);
        for (index, c) in text.char_indices() {
            width += self.advance(c);
            let end = index + c.len_utf8();
            if c.is_whitespace() {
                word = index;
            } else if width > room {
                let best = if word > 0 { word } else { part };
                let first = text.chars().next().map_or(1, char::len_utf8);
                return if best > 0 { best } else { index.max(first) };
            }
            if matches!(c, '-' | '_' | '/' | '.' | ':' | '@' | '·') {
                part = end;
            }
        }
        text.len()
    }
}

fn known(table: &[Range], c: char) -> Option<u16> {
    let code = u32::from(c);
    let range = table.iter().rfind(|range| range.0 <= code)?;
    range.1.get((code - range.0) as usize).copied()
}

/// For characters outside the tables: nothing for combining marks and signs that only steer, wide
/// for everything else.
fn by_script(c: char) -> u16 {
    match u32::from(c) {
        0x0300..=0x036F | 0x0483..=0x0489 | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF => {
            0
        }
        0x0591..=0x05C7 | 0x0610..=0x061A | 0x064B..=0x065F | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F => {
            0
        }
        0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0xFEFF => 0,
        0x0590..=0x08FF => 800,
        0x2500..=0x25FF => 800,
        0x0100..=0x024F | 0x1E00..=0x1FFF => 900,
        _ => 1100,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_font() {
        let font = Font::regular(1000.0);
        assert_eq!(font.width("A"), 685.0);
        assert_eq!(font.width("e\u{301}"), font.width("e"));
        assert!(font.width("中") >= 1000.0);
        assert!(Font::bold(10.0).width("Name") > Font::regular(10.0).width("Name"));
    }

    #[test]
    fn long_names_wrap_between_words_and_never_overflow() {
        let font = Font::regular(13.0);
        let name = "Gestion de la relation usagers et courrier-électronique-du-département";
        let lines = font.wrapped(name, 120.0, 3);
        assert_eq!(lines.len(), 3);
        assert!(lines.iter().all(|line| font.width(line) <= 120.0));
        assert!(lines[0].starts_with("Gestion de la"));
    }

    #[test]
    fn a_name_without_a_break_is_broken_anyway() {
        let font = Font::regular(13.0);
        let lines = font.wrapped(&"x".repeat(300), 120.0, 3);
        assert!(lines[2].ends_with('…'));
        assert!(lines.iter().all(|line| font.width(line) <= 120.0));
    }
}
