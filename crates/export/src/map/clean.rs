//! Names made safe: whatever a name holds, the picture is well-formed and shows it.

use std::collections::BTreeSet;

/// `text` in one line, with nothing in it that cannot be shown.
pub(super) fn visible(text: &str) -> String {
    trefonds_lang::visible(text).into_owned()
}

/// Text for XML, between tags or in quotes; `text` is [`visible`] but may hold line feeds.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' => escaped.push_str("&#10;"),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// Gives out ids that are XML names and differ.
#[derive(Default)]
pub(super) struct Ids {
    used: BTreeSet<String>,
}

impl Ids {
    /// Keeps an id from being given out.
    pub(super) fn reserve(&mut self, id: &str) {
        self.used.insert(id.to_owned());
    }

    /// An id that begins with `prefix` and resembles `name`.
    pub(super) fn fresh(&mut self, prefix: &str, name: &str) -> String {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        let name = name.chars().take(80);
        let name: String = name.map(|c| if plain(c) { c } else { '_' }).collect();
        let wanted = format!("{prefix}-{name}");
        let mut id = wanted.clone();
        let mut count = 1;
        while !self.used.insert(id.clone()) {
            count += 1;
            id = format!("{wanted}.{count}");
        }
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_shown() {
        assert_eq!(visible("a\0b\nc\u{202E}d"), "a␀b c\u{FFFD}d");
    }

    #[test]
    fn ids_differ_whatever_the_names() {
        let mut ids = Ids::default();
        assert_eq!(ids.fresh("c", "é<"), "c-__");
        assert_eq!(ids.fresh("c", "è>"), "c-__.2");
    }
}
