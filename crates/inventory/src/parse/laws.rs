//! Laws and their rules.

use trefonds_declare::words::{CHANNELS, EFFECTS, GRADES, LINKS};
use trefonds_lang::Lang;
use trefonds_model::Grade;

use super::facts::NoteDraft;
use super::node::{Node, Seen};
use super::{Law, Name, Noted, Reader, Rule};
use crate::diags;

/// The keys of a law.
pub(crate) const LAW: &[&str] = &[
    "name",
    "jurisdiction",
    "effect",
    "reaches",
    "description",
    "from",
    "until",
    "source",
    "verified",
    "candidate",
];
/// The keys of a rule.
pub(crate) const RULE: &[&str] =
    &["channel", "link", "grade", "from", "until", "source", "verified", "candidate"];

impl<'a> Reader<'a> {
    /// A law under its id.
    pub(super) fn law(&mut self, id: Name<'a>, node: Node<'a>) -> Law<'a> {
        let at = id.at;
        let mut law = Law {
            id,
            name: None,
            jurisdiction: None,
            effect: None,
            reaches: Vec::new(),
            note: None,
        };
        if !self.opens_mapping(node) {
            return law;
        }
        let mut seen = Seen::in_mapping(at);
        let mut note = NoteDraft::default();
        while let Some((key, value)) = self.field(LAW, &mut seen) {
            match key {
                "name" => law.name = self.text(value),
                "jurisdiction" => law.jurisdiction = self.jurisdiction(value),
                "effect" => law.effect = self.word(value, EFFECTS),
                "reaches" => law.reaches = self.rules(value),
                "description" => drop(self.text(value)),
                key => self.note_field(key, value, &mut note),
            }
        }
        for key in ["jurisdiction", "effect", "reaches"] {
            self.require(key, LAW, &seen);
        }
        law.note = self.note_end(note, LAW, &seen);
        law
    }

    fn rules(&mut self, node: Node<'a>) -> Vec<Noted<'a, Rule>> {
        let Node::List(at) = node else {
            return self.rule(node).into_iter().collect();
        };
        let before = self.diagnostics.len();
        let mut rules = Vec::new();
        while let Some(item) = self.item() {
            rules.extend(self.rule(item));
        }
        if rules.is_empty() && before == self.diagnostics.len() {
            self.report(diags::empty_list(self.lang, at, "reaches"));
        }
        rules
    }

    fn rule(&mut self, node: Node<'a>) -> Option<Noted<'a, Rule>> {
        let at = self.mapping(node, Lang::a_mapping)?;
        let mut seen = Seen::in_mapping(at);
        let (mut channel, mut link, mut grade) = (None, None, None);
        let mut note = NoteDraft::default();
        while let Some((key, value)) = self.field(RULE, &mut seen) {
            match key {
                "channel" => channel = self.word(value, CHANNELS),
                "link" => link = self.word(value, LINKS),
                "grade" => grade = self.word(value, GRADES),
                key => self.note_field(key, value, &mut note),
            }
        }
        self.require("channel", RULE, &seen);
        self.require("link", RULE, &seen);
        let note = self.note_end(note, RULE, &seen);
        let (channel, link) = channel.zip(link)?;
        let grade = grade.unwrap_or(Grade::from(link));
        Some(Noted { value: Rule { channel, link, grade }, note, at })
    }
}
