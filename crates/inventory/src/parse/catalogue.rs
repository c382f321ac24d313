//! Which catalogue an inventory is written against.

use trefonds_declare::forms::{Catalogue, Edition, LawsOf};
use trefonds_lang::Lang;
use trefonds_source::Span;

use super::Reader;
use super::node::{Node, Scalar, Seen};
use crate::diags;

/// The keys of `catalogue`.
pub(crate) const CATALOGUE: &[&str] = &["edition", "laws", "also"];

impl<'a> Reader<'a> {
    /// An edition, `none`, or a mapping that says more.
    pub(super) fn catalogue(&mut self, node: Node<'a>) -> Option<Catalogue<'a>> {
        if let Node::Scalar(scalar) = node {
            let edition = match &*scalar.text {
                "none" => None,
                _ => Some(self.edition(&scalar)?),
            };
            return Some(Catalogue { edition, ..Catalogue::default() });
        }
        let at = self.mapping(node, Lang::an_edition)?;
        let mut seen = Seen::in_mapping(at);
        let mut said = Catalogue::default();
        while let Some((key, value)) = self.field(CATALOGUE, &mut seen) {
            match key {
                "edition" => {
                    let scalar = self.scalar(value, Lang::an_edition);
                    said.edition = scalar.and_then(|scalar| self.edition(&scalar));
                }
                "laws" => said.laws = self.laws_of(value),
                _ => said.also = self.some_references(value, "also"),
            }
        }
        self.require("edition", CATALOGUE, &seen);
        Some(said)
    }

    fn edition(&mut self, scalar: &Scalar<'a>) -> Option<(Edition, Span)> {
        let edition = scalar.text.parse().ok();
        if edition.is_none() {
            self.report(diags::bad_edition(self.lang, scalar.at, &scalar.text));
        }
        edition.map(|edition| (edition, scalar.at))
    }

    /// `all`, `none`, or the jurisdictions whose laws are meant.
    fn laws_of(&mut self, node: Node<'a>) -> LawsOf {
        match &node {
            Node::Scalar(scalar) if scalar.text == "all" => LawsOf::All,
            Node::Scalar(scalar) if scalar.text == "none" => LawsOf::Nobody,
            _ => LawsOf::These(self.jurisdictions(node, "laws")),
        }
    }
}
