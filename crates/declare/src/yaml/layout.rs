//! What stands on one line, and what below one another.

use super::scalar::{self, Within};
use super::{Fields, Tree};

/// The longest line, where it can be broken.
const WIDTH: usize = 100;

/// The text of a file, while it is written.
#[derive(Default)]
pub(crate) struct Page {
    text: String,
    /// Where the line begins that is being written.
    line: usize,
}

impl Page {
    /// The text.
    pub(crate) fn into_text(self) -> String {
        self.text
    }

    /// An empty line, unless there is one, or nothing yet.
    pub(crate) fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.end();
        }
    }

    /// A file that says nothing.
    pub(crate) fn nothing(&mut self) {
        self.text.push_str("{}");
        self.end();
    }

    /// Lines for people, each behind its sign.
    pub(crate) fn remark(&mut self, column: usize, words: &str) {
        for line in words.lines() {
            let line = trefonds_lang::visible(line);
            self.pad(column);
            self.text.push_str(if line.trim().is_empty() { "#" } else { "# " });
            self.text.push_str(line.trim_end());
            self.end();
        }
    }

    /// A key whose values are written next, further in.
    pub(crate) fn open(&mut self, column: usize, key: &str) {
        self.key(column, key);
        self.end();
    }

    /// A key and its value.
    pub(crate) fn entry(&mut self, column: usize, key: &str, value: &Tree<'_>) {
        self.key(column, key);
        self.value(column, value);
    }

    /// A thing under its id: on one line where that is short and simple.
    pub(crate) fn thing(&mut self, column: usize, id: &str, fields: &Fields<'_>) {
        self.key(column, id);
        if fields.0.iter().all(|(_, value)| is_simple(value)) && self.fits_map(fields) {
            self.text.push(' ');
            flow_map(fields, &mut self.text);
            return self.end();
        }
        self.end();
        fields.0.iter().for_each(|(key, value)| self.entry(column + 2, key, value));
    }

    fn key(&mut self, column: usize, key: &str) {
        self.pad(column);
        scalar::write(key, Within::Block, &mut self.text);
        self.text.push(':');
    }

    fn pad(&mut self, column: usize) {
        self.text.extend(std::iter::repeat_n(' ', column));
    }

    fn end(&mut self) {
        self.text.push('\n');
        self.line = self.text.len();
    }

    /// The value of a key that was written.
    fn value(&mut self, column: usize, value: &Tree<'_>) {
        match value {
            Tree::List(items) if !self.fits_list(items) => {
                self.end();
                for item in items {
                    self.pad(column + 2);
                    self.text.push_str("- ");
                    self.item(column + 4, item);
                }
            }
            Tree::Map(fields) if !self.fits_map(fields) => {
                self.end();
                fields.0.iter().for_each(|(key, value)| self.entry(column + 2, key, value));
            }
            Tree::Things(things) => {
                self.end();
                things.iter().for_each(|(id, fields)| self.thing(column + 2, id, fields));
            }
            value => {
                self.text.push(' ');
                self.on_this_line(value);
            }
        }
    }

    /// An item of a list, behind its dash.
    fn item(&mut self, column: usize, item: &Tree<'_>) {
        let Tree::Map(fields) = item else { return self.on_this_line(item) };
        if self.fits_map(fields) {
            return self.on_this_line(item);
        }
        for (at, (key, value)) in fields.0.iter().enumerate() {
            // The first key stands behind the dash.
            self.key(if at == 0 { 0 } else { column }, key);
            self.value(column, value);
        }
    }

    fn on_this_line(&mut self, value: &Tree<'_>) {
        match value {
            Tree::Text(text) => scalar::write(text, Within::Block, &mut self.text),
            value => flow(value, &mut self.text),
        }
        self.end();
    }

    /// What is left of the line, but for a space.
    fn room(&self) -> usize {
        let line = self.text.get(self.line..).map_or(0, |line| line.chars().count());
        WIDTH.saturating_sub(line + 1)
    }

    /// Whether a list stands on this line: short, and with one mapping of several keys at most.
    fn fits_list(&self, items: &[Tree<'_>]) -> bool {
        let large = |item: &&Tree<'_>| matches!(item, Tree::Map(fields) if fields.0.len() > 1);
        left_of_list(items, self.room()).is_some() && items.iter().filter(large).nth(1).is_none()
    }

    fn fits_map(&self, fields: &Fields<'_>) -> bool {
        left_of_map(fields, self.room()).is_some()
    }
}

/// Whether a value is a text, or a list of texts.
fn is_simple(value: &Tree<'_>) -> bool {
    match value {
        Tree::Word(_) | Tree::Text(_) => true,
        Tree::List(items) => items.iter().all(|it| matches!(it, Tree::Word(_) | Tree::Text(_))),
        Tree::Map(_) | Tree::Things(_) => false,
    }
}

/// Appends a value on one line.
fn flow(value: &Tree<'_>, to: &mut String) {
    match value {
        Tree::Word(word) => to.push_str(word),
        Tree::Text(text) => scalar::write(text, Within::Flow, to),
        Tree::List(items) => {
            to.push('[');
            for (at, item) in items.iter().enumerate() {
                to.push_str(if at == 0 { "" } else { ", " });
                flow(item, to);
            }
            to.push(']');
        }
        Tree::Map(fields) => flow_map(fields, to),
        // Never asked for: things do not fit on a line.
        Tree::Things(_) => to.push_str("{}"),
    }
}

fn flow_map(fields: &Fields<'_>, to: &mut String) {
    to.push('{');
    for (at, (key, value)) in fields.0.iter().enumerate() {
        to.push_str(if at == 0 { "" } else { ", " });
        scalar::write(key, Within::Flow, to);
        to.push_str(": ");
        flow(value, to);
    }
    to.push('}');
}

/// What is left of some room behind a value on one line; `None` when it does not fit. O(room).
fn left_of(value: &Tree<'_>, room: usize) -> Option<usize> {
    match value {
        Tree::Word(word) => room.checked_sub(word.chars().count()),
        Tree::Text(text) => left_of_text(text, room),
        Tree::List(items) => left_of_list(items, room),
        Tree::Map(fields) => left_of_map(fields, room),
        Tree::Things(_) => None,
    }
}

fn left_of_text(text: &str, room: usize) -> Option<usize> {
    // Quotes and escapes make it longer, never shorter; four bytes are one character at least.
    (text.len() <= room.saturating_mul(4)).then_some(())?;
    let mut written = String::new();
    scalar::write(text, Within::Flow, &mut written);
    room.checked_sub(written.chars().count())
}

fn left_of_list(items: &[Tree<'_>], room: usize) -> Option<usize> {
    let room = room.checked_sub("[]".len())?;
    items.iter().enumerate().try_fold(room, |room, (at, item)| {
        left_of(item, room.checked_sub(if at == 0 { 0 } else { ", ".len() })?)
    })
}

fn left_of_map(fields: &Fields<'_>, room: usize) -> Option<usize> {
    let room = room.checked_sub("{}".len())?;
    fields.0.iter().enumerate().try_fold(room, |room, (at, (key, value))| {
        let room = left_of_text(key, room.checked_sub(if at == 0 { 0 } else { ", ".len() })?)?;
        left_of(value, room.checked_sub(": ".len())?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(fields: Vec<(&'static str, Tree<'static>)>) -> Tree<'static> {
        let mut made = Fields::default();
        fields.into_iter().for_each(|(key, value)| made.put(key, Some(value)));
        Tree::Map(made)
    }

    fn written(value: &Tree<'_>) -> String {
        let mut page = Page::default();
        page.entry(2, "k", value);
        page.into_text()
    }

    #[test]
    fn short_things_stand_on_one_line() {
        let soft = || map(vec![("soft", Tree::text("b"))]);
        let long = || map(vec![("needs", Tree::text("c")), ("because", Tree::text("x, y"))]);
        let list = Tree::List(vec![Tree::text("a"), soft(), soft(), long()]);
        assert_eq!(
            written(&list),
            "  k: [a, {soft: b}, {soft: b}, {needs: c, because: \"x, y\"}]\n"
        );
        let list = Tree::List(vec![long(), long()]);
        let line = "    - {needs: c, because: \"x, y\"}\n";
        assert_eq!(written(&list), format!("  k:\n{line}{line}"));
        assert_eq!(written(&Tree::List(Vec::new())), "  k: []\n");
    }

    #[test]
    fn a_line_is_as_long_as_it_may_be_and_no_longer() {
        let of = |letters: usize| {
            let text = "é".repeat(letters);
            written(&Tree::List(vec![Tree::Text(text.into()), Tree::word("1")]))
        };
        assert_eq!(of(90).trim_end().chars().count(), WIDTH);
        assert_eq!(of(91), format!("  k:\n    - {}\n    - 1\n", "é".repeat(91)));
        let deep =
            || map(vec![("a", Tree::Text("x".repeat(50).into())), ("b", Tree::text("y: z"))]);
        let all = map(vec![("of", Tree::List(vec![deep(), deep()])), ("last", deep())]);
        let (x, y) = ("x".repeat(50), "\"y: z\"");
        let line = format!("{{a: {x}, b: {y}}}");
        let expected = format!("  k:\n    of:\n      - {line}\n      - {line}\n    last: {line}\n");
        assert_eq!(written(&all), expected);
        let wide = || ("w", Tree::Text("w".repeat(80).into()));
        let item = Tree::List(vec![map(vec![wide(), ("of", Tree::List(vec![deep()]))])]);
        let expected = format!("  k:\n    - w: {}\n      of: [{line}]\n", "w".repeat(80));
        assert_eq!(written(&item), expected);
    }

    #[test]
    fn remarks_stay_remarks() {
        let mut page = Page::default();
        page.gap();
        page.remark(2, "one\n\ntwo\u{85}three\rfour\u{202E}");
        page.gap();
        page.gap();
        page.nothing();
        assert_eq!(page.into_text(), "  # one\n  #\n  # two\u{FFFD}three four\u{FFFD}\n\n{}\n");
    }
}
