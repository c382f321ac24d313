//! JSON that can be printed: what steers a terminal or turns the direction of writing never stands in it.
//!
//! For programs such a character is written as `\uXXXX`, which says the same; for people, whose reader
//! would make the character of it again, it is replaced as in every other output.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{CharEscape, CompactFormatter, Formatter, PrettyFormatter, Serializer};
use trefonds_lang::{shown, visible};

/// What becomes of a character that cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unseen {
    /// Written as an escape: no text is changed.
    Escaped,
    /// Replaced by one that is seen.
    Replaced,
}

/// Writes a value for programs, indented, with a line feed at its end.
///
/// # Errors
/// Whatever `out` returns.
pub fn write(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let formatter = Clean { inner: PrettyFormatter::new(), unseen: Unseen::Escaped };
    pretty(value, formatter, out)
}

/// Writes a value whose texts people read in a program that makes characters of escapes again.
///
/// # Errors
/// Whatever `out` returns.
pub fn write_shown(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let formatter = Clean { inner: PrettyFormatter::new(), unseen: Unseen::Replaced };
    pretty(value, formatter, out)
}

/// The same in one line.
///
/// # Errors
/// When a value cannot be JSON.
pub fn text_shown(value: &impl Serialize) -> serde_json::Result<String> {
    let mut bytes = Vec::new();
    let formatter = Clean { inner: CompactFormatter, unseen: Unseen::Replaced };
    value.serialize(&mut Serializer::with_formatter(&mut bytes, formatter))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn pretty(
    value: &impl Serialize,
    formatter: Clean<PrettyFormatter<'_>>,
    out: &mut dyn Write,
) -> io::Result<()> {
    value
        .serialize(&mut Serializer::with_formatter(&mut *out, formatter))
        .map_err(io::Error::from)?;
    out.write_all(b"\n")
}

/// A formatter that lets nothing through that cannot be shown.
struct Clean<F> {
    inner: F,
    unseen: Unseen,
}

/// Hands what has no text to the formatter inside.
macro_rules! inside {
    ($($name:ident($($param:ident: $kind:ty),*);)*) => {$(
        fn $name<W: ?Sized + Write>(&mut self, out: &mut W $(, $param: $kind)*) -> io::Result<()> {
            self.inner.$name(out $(, $param)*)
        }
    )*};
}

impl<F: Formatter> Formatter for Clean<F> {
    inside! {
        begin_array();
        end_array();
        begin_array_value(first: bool);
        end_array_value();
        begin_object();
        end_object();
        begin_object_key(first: bool);
        end_object_key();
        begin_object_value();
        end_object_value();
    }

    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        out: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        if self.unseen == Unseen::Replaced {
            return out.write_all(visible(fragment).as_bytes());
        }
        let mut rest = fragment;
        while let Some((at, c)) = rest.char_indices().find(|(_, c)| shown(*c) != *c) {
            out.write_all(&rest.as_bytes()[..at])?;
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                write!(out, "\\u{unit:04x}")?;
            }
            rest = &rest[at + c.len_utf8()..];
        }
        out.write_all(rest.as_bytes())
    }

    fn write_char_escape<W: ?Sized + Write>(
        &mut self,
        out: &mut W,
        escape: CharEscape,
    ) -> io::Result<()> {
        let control = match escape {
            CharEscape::Backspace => '\u{8}',
            CharEscape::FormFeed => '\u{c}',
            CharEscape::Tab => '\t',
            CharEscape::CarriageReturn => '\r',
            CharEscape::AsciiControl(byte) => char::from(byte),
            _ => return self.inner.write_char_escape(out, escape),
        };
        if self.unseen == Unseen::Escaped {
            return self.inner.write_char_escape(out, escape);
        }
        write!(out, "{}", shown(control))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOSTILE: &str = "a\0b\u{8}\u{1b}[2J\u{202E}\u{85}\u{FEFF}\n\"\u{1FFFF}é";

    #[test]
    fn programs_read_what_was_said_and_terminals_are_not_steered() {
        let mut bytes = Vec::new();
        write(&[HOSTILE], &mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.chars().all(|c| c == '\n' || shown(c) == c), "{text:?}");
        assert_eq!(serde_json::from_str::<Vec<String>>(&text).unwrap(), [HOSTILE]);
    }

    #[test]
    fn people_read_what_is_seen() {
        let text = text_shown(&[HOSTILE]).unwrap();
        let back: Vec<String> = serde_json::from_str(&text).unwrap();
        assert_eq!(back[0].replace('\n', " "), visible(HOSTILE));
    }
}
