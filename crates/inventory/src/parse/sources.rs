//! Sources that many facts refer to.

use trefonds_lang::Lang;

use super::node::{Node, Seen};
use super::{Name, Reader, Source};

/// The keys of a source.
pub(crate) const SOURCE: &[&str] = &["title", "publisher", "date", "link", "description"];

impl<'a> Reader<'a> {
    /// A source under its id.
    pub(super) fn source(&mut self, id: Name<'a>, node: Node<'a>) -> Source<'a> {
        let mut source = Source { id, title: None, publisher: None, date: None, link: None };
        if !self.opens_mapping(node) {
            return source;
        }
        let mut seen = Seen::in_mapping(source.id.at);
        while let Some((key, value)) = self.field(SOURCE, &mut seen) {
            match key {
                "title" => source.title = self.text(value),
                "publisher" => source.publisher = self.text(value),
                "date" => {
                    let date = self.scalar(value, Lang::a_day);
                    source.date = date.map(|date| Name { text: date.text, at: date.at });
                }
                "link" => source.link = self.text(value),
                _ => drop(self.text(value)),
            }
        }
        self.require("title", SOURCE, &seen);
        source
    }
}
