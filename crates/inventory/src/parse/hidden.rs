//! Something undisclosed that has a name or bounds: `{undisclosed: {name: hoster-x, not: [US]}}`.

use trefonds_lang::Lang;
use trefonds_model::HiddenIx;
use trefonds_source::Span;

use super::node::{Node, Seen};
use super::{Hidden, Reader};

/// The key under which it stands.
const UNDISCLOSED: &[&str] = &["undisclosed"];
/// What is said of it.
pub(crate) const HIDDEN: &[&str] = &["name", "not", "among"];

impl<'a> Reader<'a> {
    /// Whether a node is a mapping that begins with `undisclosed`.
    pub(super) fn is_hidden(&mut self, node: &Node<'a>) -> bool {
        matches!(node, Node::Map(_)) && self.next_key_is("undisclosed")
    }

    /// Reads such a mapping; `None` when it was reported.
    pub(super) fn hidden(&mut self, at: Span) -> Option<HiddenIx> {
        let mut seen = Seen::in_mapping(at);
        let mut found = None;
        while let Some((_, value)) = self.field(UNDISCLOSED, &mut seen) {
            let at = value.at();
            let hidden = match value {
                Node::Map(_) => self.bounds(at),
                value => {
                    let name = self.scalar(value, Lang::a_hidden);
                    Hidden { name: name.map(|it| it.text), not: Vec::new(), among: None, at }
                }
            };
            self.hidden.push(hidden);
            found = HiddenIx::new(self.hidden.len() - 1);
        }
        found
    }

    fn bounds(&mut self, at: Span) -> Hidden<'a> {
        let mut seen = Seen::in_mapping(at);
        let mut hidden = Hidden { name: None, not: Vec::new(), among: None, at };
        while let Some((key, value)) = self.field(HIDDEN, &mut seen) {
            match key {
                "name" => hidden.name = self.text(value),
                "not" => hidden.not = self.some_references(value, key),
                _ => hidden.among = Some(self.some_references(value, key)),
            }
        }
        hidden
    }
}
