use std::borrow::Cow;

use crate::{Event, EventSource, Fault, Kind, Reason};

/// The events of a JSON text (RFC 8259). A reader of its own: JSON is not quite YAML (a pair of
/// surrogate escapes is one character), and a YAML parser takes a whole JSON file for one line.
pub(super) struct JsonEvents<'a> {
    text: &'a str,
    at: usize,
    open: Vec<Open>,
    state: State,
}

#[derive(Clone, Copy, PartialEq)]
enum Open {
    List,
    Map,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    /// A value, after nothing, a colon, or a comma in a list.
    Value,
    /// The first value of a list, or its end.
    FirstValue,
    /// The first key of a mapping, or its end.
    FirstKey,
    /// A key, after a comma.
    Key,
    /// A comma or an end, after a value.
    After,
}

impl<'a> JsonEvents<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { text, at: mark, open: Vec::new(), state: State::Value }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_white(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn fault(&self, reason: Reason) -> Fault {
        Fault { at: self.at as u32, reason, too_deep: false }
    }

    fn event(&self, kind: Kind<'a>, start: usize) -> Event<'a> {
        Event { kind, start: start as u32, end: self.at as u32, anchor: 0, tagged: false }
    }

    fn value(&mut self) -> Result<Event<'a>, Fault> {
        let start = self.at;
        match self.peek() {
            Some(b'{') => Ok(self.enter(Open::Map, State::FirstKey, Kind::MapStart)),
            Some(b'[') => Ok(self.enter(Open::List, State::FirstValue, Kind::ListStart)),
            Some(b'"') => {
                self.state = State::After;
                let text = self.string()?;
                Ok(self.event(Kind::Scalar { text, plain: false }, start))
            }
            Some(b'-' | b'0'..=b'9' | b'a'..=b'z') => self.word(),
            None if self.open.is_empty() => Ok(self.event(Kind::End, start)),
            None => Err(self.fault(Reason::Ends)),
            Some(_) => Err(self.fault(Reason::Value)),
        }
    }

    fn enter(&mut self, open: Open, state: State, kind: Kind<'a>) -> Event<'a> {
        let start = self.at;
        self.at += 1;
        self.open.push(open);
        self.state = state;
        self.event(kind, start)
    }

    fn leave(&mut self) -> Event<'a> {
        let start = self.at;
        self.at += 1;
        self.state = State::After;
        let kind = match self.open.pop() {
            Some(Open::List) => Kind::ListEnd,
            _ => Kind::MapEnd,
        };
        self.event(kind, start)
    }

    /// A number, `true`, `false` or `null`.
    fn word(&mut self) -> Result<Event<'a>, Fault> {
        let start = self.at;
        while let Some(b'-' | b'+' | b'.' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z') = self.peek() {
            self.at += 1;
        }
        let word = self.text.get(start..self.at).unwrap_or("");
        if !matches!(word, "true" | "false" | "null") && !is_number(word) {
            self.at = start;
            return Err(self.fault(Reason::Value));
        }
        self.state = State::After;
        Ok(self.event(Kind::Scalar { text: Cow::Borrowed(word), plain: true }, start))
    }

    /// A text in double quotes, borrowed when it holds no escape.
    fn string(&mut self) -> Result<Cow<'a, str>, Fault> {
        self.at += 1;
        let mut owned: Option<String> = None;
        loop {
            let start = self.at;
            while !matches!(self.peek(), None | Some(b'"' | b'\\' | 0..=0x1f)) {
                self.at += 1;
            }
            let piece = self.text.get(start..self.at).unwrap_or("");
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(owned.map_or(Cow::Borrowed(piece), |text| Cow::Owned(text + piece)));
                }
                Some(b'\\') => {
                    let escaped = self.escape()?;
                    let text = owned.get_or_insert_default();
                    text.push_str(piece);
                    text.push(escaped);
                }
                None => return Err(self.fault(Reason::Ends)),
                Some(_) => {
                    return Err(self.fault(Reason::Control));
                }
            }
        }
    }

    fn escape(&mut self) -> Result<char, Fault> {
        let letter = self.text.as_bytes().get(self.at + 1).copied();
        let escaped = match letter {
            Some(plain @ (b'"' | b'\\' | b'/')) => char::from(plain),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode_escape(),
            _ => return Err(self.fault(Reason::Escape)),
        };
        self.at += 2;
        Ok(escaped)
    }

    /// `\uXXXX`, or two of them that are one character.
    fn unicode_escape(&mut self) -> Result<char, Fault> {
        let unit = |at: usize| -> Option<u32> {
            let digits = self.text.get(at..at + 6)?.strip_prefix("\\u")?;
            let all_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
            all_hex.then(|| u32::from_str_radix(digits, 16).ok()).flatten()
        };
        let high = unit(self.at);
        let (code, length) = match (high, unit(self.at + 6)) {
            (Some(high @ 0xd800..=0xdbff), Some(low @ 0xdc00..=0xdfff)) => {
                (Some(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)), 12)
            }
            _ => (high, 6),
        };
        let Some(character) = code.and_then(char::from_u32) else {
            return Err(self.fault(Reason::Escape));
        };
        self.at += length;
        Ok(character)
    }

    fn key(&mut self) -> Result<Event<'a>, Fault> {
        let start = self.at;
        if self.peek() != Some(b'"') {
            return Err(self.fault(Reason::Key));
        }
        let text = self.string()?;
        let event = self.event(Kind::Scalar { text, plain: false }, start);
        self.skip_white();
        if !self.take(b':') {
            return Err(self.fault(Reason::Colon));
        }
        self.state = State::Value;
        Ok(event)
    }

    fn after(&mut self) -> Result<Event<'a>, Fault> {
        match (self.open.last().copied(), self.peek()) {
            (None, None) => Ok(self.event(Kind::End, self.at)),
            (None, Some(_)) => Err(self.fault(Reason::Behind)),
            (Some(Open::List), Some(b']')) | (Some(Open::Map), Some(b'}')) => Ok(self.leave()),
            (Some(open), Some(b',')) => {
                self.at += 1;
                self.state = if open == Open::List { State::Value } else { State::Key };
                self.next()
            }
            (Some(Open::List), _) => Err(self.fault(Reason::Comma(']'))),
            (Some(Open::Map), _) => Err(self.fault(Reason::Comma('}'))),
        }
    }
}

impl<'a> EventSource<'a> for JsonEvents<'a> {
    fn next(&mut self) -> Result<Event<'a>, Fault> {
        self.skip_white();
        match self.state {
            State::FirstValue if self.peek() == Some(b']') => Ok(self.leave()),
            State::FirstKey if self.peek() == Some(b'}') => Ok(self.leave()),
            State::Value | State::FirstValue => self.value(),
            State::FirstKey | State::Key => self.key(),
            State::After => self.after(),
        }
    }
}

/// Whether a word is a number as JSON writes them.
fn is_number(word: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let word = word.strip_prefix('-').unwrap_or(word);
    let (mantissa, exponent) = match word.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => {
            (mantissa, Some(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)))
        }
        None => (word, None),
    };
    let (whole, decimals) = match mantissa.split_once('.') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (mantissa, None),
    };
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && decimals.is_none_or(digits)
        && exponent.is_none_or(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The events in a short notation, or the offset and reason of the fault.
    fn read(text: &str) -> Result<String, (u32, Reason)> {
        let mut events = JsonEvents::new(text);
        let mut out = String::new();
        loop {
            match events.next().map_err(|fault| (fault.at, fault.reason))?.kind {
                Kind::Scalar { text, plain: true } => out += &format!("{text} "),
                Kind::Scalar { text, plain: false } => out += &format!("'{text}' "),
                Kind::ListStart => out += "[ ",
                Kind::ListEnd => out += "] ",
                Kind::MapStart => out += "{ ",
                Kind::MapEnd => out += "} ",
                Kind::End => return Ok(out.trim_end().to_owned()),
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn values_of_every_kind() {
        let text = "{\n\t\"a\": [1, -2.5e+3, true, null], \"é\": {}, \"l\": []}\r\n";
        assert_eq!(read(text).unwrap(), "{ 'a' [ 1 -2.5e+3 true null ] 'é' { } 'l' [ ] }");
        assert_eq!(read("\"x\"").unwrap(), "'x'");
        assert_eq!(read(" \n").unwrap(), "");
    }

    #[test]
    fn escapes() {
        assert_eq!(read(r#""a\"\\\/\n\u00e9\ud83d\ude00b""#).unwrap(), "'a\"\\/\né😀b'");
        for bad in [r#""\x""#, r#""\ud83d""#, r#""\u12""#, r#""\u+123""#, "\"a\nb\"", "\"a"] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn what_is_not_json() {
        for bad in [
            "{a: 1}",
            "{\"a\" 1}",
            "[1 2]",
            "[1,]",
            "{\"a\":1,}",
            "[01]",
            "[1.]",
            "[+1]",
            "[yes]",
            "1 2",
            "[",
            "{\"a\":",
            "]",
            "{]",
            "[}",
            "é",
        ] {
            assert!(read(bad).is_err(), "{bad}");
        }
        assert_eq!(read("[1, x]").unwrap_err().0, 4);
    }
}
