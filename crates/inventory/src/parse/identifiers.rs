//! What others call a thing.

use trefonds_declare::forms::add_up;
use trefonds_lang::Lang;

use super::node::{MERGE, Node};
use super::{Identifier, Name, Reader};
use crate::diags;

impl<'a> Reader<'a> {
    /// A mapping from scheme to value, or to a list of values.
    pub(super) fn identifiers(&mut self, node: Node<'a>) -> Vec<Identifier<'a>> {
        let Some(at) = self.mapping(node, Lang::identifiers) else { return Vec::new() };
        let before = self.diagnostics.len();
        let (mut schemes, mut identifiers) = (Vec::<Name<'a>>::new(), Vec::new());
        while let Some((key, value)) = self.entry() {
            if key.text == MERGE {
                self.refuse_merge(&key, value);
                continue;
            }
            let scheme = Name { text: key.text, at: key.at };
            if let Some(first) = schemes.iter().find(|known| known.text == scheme.text) {
                let problem = diags::duplicate_key(self.lang, scheme.at, first.at, &scheme.text);
                self.report(problem);
                self.skip(value);
                continue;
            }
            let Some(value) = self.not_null(value) else { continue };
            let values = self.some_references(value, &scheme.text);
            let of = values.into_iter().map(|value| Identifier { scheme: scheme.clone(), value });
            add_up(&mut identifiers, of);
            schemes.push(scheme);
        }
        if identifiers.is_empty() && before == self.diagnostics.len() {
            self.report(diags::empty_list(self.lang, at, "same_as"));
        }
        identifiers
    }
}
