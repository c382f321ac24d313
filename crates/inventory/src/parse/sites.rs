//! Sites.

use trefonds_model::Stated;

use super::facts::NoteDraft;
use super::node::{Node, Seen};
use super::{Name, Reader, Site};

/// The keys of a site.
pub(crate) const SITE: &[&str] = &[
    "name",
    "country",
    "operator",
    "description",
    "from",
    "until",
    "source",
    "verified",
    "candidate",
];

impl<'a> Reader<'a> {
    /// A site under its id. It exists even when its facts cannot be read.
    pub(super) fn site(&mut self, id: Name<'a>, node: Node<'a>) -> Site<'a> {
        let at = id.at;
        let (country, operators) = (Stated::not_said(at), Stated::not_said(at));
        let mut site = Site { id, name: None, country, operators, note: None };
        if !self.opens_mapping(node) {
            return site;
        }
        let mut seen = Seen::in_mapping(at);
        let mut note = NoteDraft::default();
        while let Some((key, value)) = self.field(SITE, &mut seen) {
            match key {
                "name" => site.name = self.text(value),
                "country" => site.country = self.countries(value),
                "operator" => site.operators = self.stated(value, Self::party),
                "description" => drop(self.text(value)),
                key => self.note_field(key, value, &mut note),
            }
        }
        site.note = self.note_end(note, SITE, &seen);
        site
    }
}
