//! Sites.

use super::facts::NoteDraft;
use super::node::{Node, Seen};
use super::{Name, Reader, Site};

/// The keys of a site.
pub(crate) const SITE: &[&str] = &[
    "name",
    "country",
    "operator",
    "same_as",
    "within",
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
        let mut site = Site::unsaid(id);
        if self.opens_mapping(node) {
            self.site_fields(&mut site);
        }
        site
    }

    pub(super) fn site_fields(&mut self, site: &mut Site<'a>) -> Seen {
        let mut seen = Seen::in_mapping(site.id.at);
        let mut note = NoteDraft::default();
        while let Some((key, value)) = self.field(SITE, &mut seen) {
            match key {
                "name" => site.name = self.text(value),
                "country" => site.country = self.countries(value),
                "operator" => site.operators = self.stated(value, Self::party),
                "same_as" => site.same_as = self.identifiers(value),
                "within" => site.within = self.reference(value),
                "description" => drop(self.text(value)),
                key => self.note_field(key, value, &mut note),
            }
        }
        site.note = self.note_end(note, SITE, &seen);
        seen
    }
}
