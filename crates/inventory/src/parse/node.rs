//! Values, mappings and lists: how every reader of a fact takes them off the events.

use std::borrow::Cow;

use trefonds_lang::Lang;
use trefonds_source::Span;

use super::Reader;
use crate::diags::{self, Found, Words};
use trefonds_read::{Event, Kind};

/// The key that merged mappings in YAML 1.1.
pub(super) const MERGE: &str = "<<";

/// A value whose first event was taken. It must be consumed: read, or skipped.
pub(super) enum Node<'a> {
    Scalar(Scalar<'a>),
    List(Span),
    Map(Span),
}

/// A text, a number, a word.
#[derive(Clone, Debug)]
pub(super) struct Scalar<'a> {
    pub text: Cow<'a, str>,
    /// Without quotes: may be a number or a boolean.
    pub plain: bool,
    pub at: Span,
}

impl Scalar<'_> {
    fn is_null(&self) -> bool {
        self.plain && matches!(&*self.text, "" | "~" | "null" | "Null" | "NULL")
    }
}

impl Node<'_> {
    pub(super) fn at(&self) -> Span {
        match self {
            Self::Scalar(scalar) => scalar.at,
            Self::List(at) | Self::Map(at) => *at,
        }
    }
}

/// The most keys that a mapping of the format knows.
pub(super) const MOST_KEYS: usize = 25;

/// Which keys of a mapping were met, and where. Kept without an allocation: there is one for every
/// mapping that is read.
pub(super) struct Seen {
    at: Span,
    met: u32,
    /// A merge was tried, or a key has lost its space: what seems missing may have been meant there.
    merged: bool,
    /// First and last byte of each key, by its position among the known ones.
    places: [(u32, u32); MOST_KEYS],
}

impl Seen {
    pub(super) fn in_mapping(at: Span) -> Self {
        Self { at, met: 0, merged: false, places: [(0, 0); MOST_KEYS] }
    }

    /// The place of the mapping, or of the id that it stands under.
    pub(super) fn at(&self) -> Span {
        self.at
    }

    /// The first place of a key that was met before; remembers a new one.
    fn again(&mut self, index: usize, at: Span) -> Option<Span> {
        let first = self.place_of(index);
        if let (None, Some(place)) = (first, self.places.get_mut(index)) {
            self.met |= 1 << index;
            *place = (at.start, at.end);
        }
        first
    }

    fn place_of(&self, index: usize) -> Option<Span> {
        let (start, end) = *self.places.get(index)?;
        (self.met & (1 << index) != 0).then_some(Span::new(self.at.file, start, end))
    }

    /// Where a key of `known` was met.
    pub(super) fn place(&self, known: &[&str], key: &str) -> Option<Span> {
        self.place_of(known.iter().position(|name| *name == key)?)
    }
}

/// The position of a key among the known ones. Most differ in their first letter or their length,
/// which costs less to see than a comparison of texts.
fn position(known: &[&str], key: &str) -> Option<usize> {
    let first = key.as_bytes().first();
    known.iter().position(|name| {
        name.len() == key.len() && name.as_bytes().first() == first && *name == key
    })
}

impl<'a> Reader<'a> {
    pub(super) fn span(&self, event: &Event<'_>) -> Span {
        Span::new(self.file, event.start, event.end)
    }

    /// The next value, its first event taken; `None` at the end of what holds it. A tagged value is
    /// reported and passed over.
    fn next_node(&mut self) -> Option<Node<'a>> {
        let event = self.stream.next_event();
        let at = self.span(&event);
        if event.tagged {
            let at = self.tag_before(at);
            self.report(diags::tag(self.lang, at));
        }
        match event.kind {
            Kind::Scalar { text, plain } => {
                // What a tag is put on is not empty as well.
                let plain = plain && !event.tagged;
                Some(Node::Scalar(Scalar { text, plain, at }))
            }
            Kind::ListStart => Some(Node::List(at)),
            Kind::MapStart => Some(Node::Map(at)),
            Kind::ListEnd | Kind::MapEnd | Kind::NextDocument | Kind::End | Kind::Alias(_) => None,
        }
    }

    /// The place of the tag of a value.
    fn tag_before(&self, value: Span) -> Span {
        let before = self.text.get(..value.start as usize).unwrap_or_default();
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        let sign = before.get(line..).and_then(|line| line.rfind('!')).map(|at| line + at);
        let tag = sign.and_then(|at| Some((at, before.get(at..)?.trim_end().len())));
        tag.map_or(value, |(at, length)| Span::new(value.file, at as u32, (at + length) as u32))
    }

    /// Whether the mapping that was just opened begins with this key.
    pub(super) fn next_key_is(&mut self, key: &str) -> bool {
        matches!(&self.stream.peek().kind, Kind::Scalar { text, .. } if text == key)
    }

    /// The next member of a list; `None` at its end. Empty ones are reported and passed over.
    pub(super) fn item(&mut self) -> Option<Node<'a>> {
        loop {
            let node = self.next_node()?;
            if let Some(node) = self.not_null(node) {
                return Some(node);
            }
        }
    }

    pub(super) fn not_null(&mut self, node: Node<'a>) -> Option<Node<'a>> {
        match node {
            Node::Scalar(scalar) if scalar.is_null() => {
                if !self.odd_spaces_follow(&scalar) {
                    self.report(diags::null_value(self.lang, scalar.at));
                }
                None
            }
            node => Some(node),
        }
    }

    /// Whether the next line is indented with spaces that YAML takes for letters: what they precede was
    /// meant to be the value, and is reported as an unknown key.
    fn odd_spaces_follow(&self, scalar: &Scalar<'a>) -> bool {
        let behind = self.text.get(scalar.at.end as usize..).unwrap_or_default();
        let next = behind.lines().nth(usize::from(!behind.starts_with('\n')));
        let next = next.or_else(|| behind.lines().nth(1)).unwrap_or_default();
        next.starts_with(diags::ODD_SPACES)
    }

    /// The next entry of a mapping whose keys are free, such as ids; `None` at its end.
    pub(super) fn entry(&mut self) -> Option<(Scalar<'a>, Node<'a>)> {
        loop {
            let key = self.next_node()?;
            let key = match self.not_null(key) {
                Some(Node::Scalar(key)) => key,
                key => {
                    self.refuse_key(key);
                    continue;
                }
            };
            let value = self.next_node()?;
            return Some((key, value));
        }
    }

    /// Reports a key `<<`, and passes over its value.
    pub(super) fn refuse_merge(&mut self, key: &Scalar<'a>, value: Node<'a>) {
        self.report(diags::merge_key(self.lang, key.at));
        self.skip(value);
    }

    /// Reports a key that is no text, and passes over it and its value.
    fn refuse_key(&mut self, key: Option<Node<'a>>) {
        if let Some(key) = key {
            self.report(diags::key_not_text(self.lang, key.at()));
            self.skip(key);
        }
        if let Some(value) = self.next_node() {
            self.skip(value);
        }
    }

    /// The next entry of a mapping whose keys are `known`; `None` at its end. Unknown and repeated
    /// keys and empty values are reported and passed over.
    pub(super) fn field(
        &mut self,
        known: &'static [&'static str],
        seen: &mut Seen,
    ) -> Option<(&'static str, Node<'a>)> {
        loop {
            let (key, value) = self.entry()?;
            if key.text == MERGE {
                seen.merged = true;
                self.refuse_merge(&key, value);
                continue;
            }
            let Some(index) = position(known, &key.text) else {
                let cut = self.text_before(&key, &value);
                // `layer:service` says the layer, although it does not look like it.
                let slip =
                    key.text.split_once(':').is_some_and(|(first, _)| known.contains(&first));
                seen.merged |= slip;
                self.report(diags::unknown_key(
                    self.lang,
                    key.at,
                    &key.text,
                    known,
                    cut.as_deref(),
                ));
                self.skip(value);
                continue;
            };
            if let Some(first) = seen.again(index, key.at) {
                self.report(diags::duplicate_key(self.lang, key.at, first, &key.text));
                self.skip(value);
                continue;
            }
            if let Some(value) = self.not_null(value) {
                return Some((known[index], value));
            }
        }
    }

    /// The text that a comma cut in two, when a key without a value is its second half:
    /// `{name: Mail, calendar}`.
    fn text_before(&self, key: &Scalar<'a>, value: &Node<'a>) -> Option<String> {
        let Node::Scalar(scalar) = value else { return None };
        if !scalar.is_null() || !key.plain {
            return None;
        }
        let before = self.text.get(..key.at.start as usize)?.trim_end().strip_suffix(',')?;
        let start = before.rfind(['{', '\n', ','])?;
        let (_, first) = before.get(start + 1..)?.split_once(": ")?;
        let behind = self.text.get(key.at.end as usize..)?.trim_start();
        behind.starts_with([',', '}']).then(|| format!("{}, {}", first.trim(), key.text))
    }

    /// The next line of a plain text that runs over several: it was perhaps meant to be something else.
    pub(super) fn next_line_of(&self, scalar: &Scalar<'a>) -> Option<&'a str> {
        let end = self.text.get(scalar.at.start as usize..)?;
        let mut lines = end.lines();
        let first = lines.next()?.trim();
        let more = scalar.plain && scalar.text.len() > first.len();
        let next = lines.map(str::trim).find(|line| !line.is_empty())?;
        (more && scalar.text.starts_with(first)).then_some(next)
    }

    /// Reports a required key that was not met. One with a bad value was.
    pub(super) fn require(&mut self, key: &str, known: &[&str], seen: &Seen) {
        if seen.place(known, key).is_none() && !seen.merged {
            self.report(diags::missing_key(self.lang, seen.at, key));
        }
    }

    /// Passes over a value.
    pub(super) fn skip(&mut self, node: Node<'a>) {
        let mut depth = usize::from(!matches!(node, Node::Scalar(_)));
        while depth > 0 {
            match self.stream.next_event().kind {
                Kind::ListStart | Kind::MapStart => depth += 1,
                Kind::ListEnd | Kind::MapEnd => depth -= 1,
                Kind::End => return,
                _ => {}
            }
        }
    }

    /// Reports a value of the wrong kind and passes over it.
    pub(super) fn refuse(&mut self, node: Node<'a>, expected: Words) {
        let found = match &node {
            Node::Scalar(scalar) => Found::Text(&scalar.text),
            Node::List(_) => Found::List,
            Node::Map(_) => Found::Map,
        };
        self.report(diags::wrong_type(self.lang, node.at(), expected, &found));
        self.skip(node);
    }

    /// A scalar, whatever it says.
    pub(super) fn scalar(&mut self, node: Node<'a>, expected: Words) -> Option<Scalar<'a>> {
        match node {
            Node::Scalar(scalar) => Some(scalar),
            node => {
                self.refuse(node, expected);
                None
            }
        }
    }

    /// Whether the facts of a thing follow; reports what stands there instead of a mapping.
    pub(super) fn opens_mapping(&mut self, node: Node<'a>) -> bool {
        let node = self.not_null(node);
        node.is_some_and(|node| self.mapping(node, Lang::a_mapping).is_some())
    }

    /// The place of a mapping.
    pub(super) fn mapping(&mut self, node: Node<'a>, expected: Words) -> Option<Span> {
        match node {
            Node::Map(at) => Some(at),
            node => {
                self.refuse(node, expected);
                None
            }
        }
    }
}
