//! Laws and their rules.

use trefonds_declare::words::{CHANNELS, EFFECTS, GRADES, LINKS};
use trefonds_lang::Lang;
use trefonds_model::Grade;

use super::facts::NoteDraft;
use super::node::{Node, Seen};
use super::{Denied, Law, Name, Noted, Reader, Rule};
use crate::diags;

/// The keys of a law.
pub(crate) const LAW: &[&str] = &[
    "name",
    "jurisdiction",
    "effect",
    "reaches",
    "targets",
    "spares",
    "description",
    "from",
    "until",
    "source",
    "verified",
    "candidate",
];
/// The keys of a rule.
pub(crate) const RULE: &[&str] =
    &["channel", "link", "grade", "after", "from", "until", "source", "verified", "candidate"];
/// The keys of an entity that a law denies or spares.
pub(crate) const DENIED: &[&str] = &["entity"];

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
            targets: Vec::new(),
            spares: Vec::new(),
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
                "targets" => law.targets = self.some_denied(value, key),
                "spares" => law.spares = self.some_denied(value, key),
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
        let (mut channel, mut link, mut grade, mut after) = (None, None, None, None);
        let mut note = NoteDraft::default();
        while let Some((key, value)) = self.field(RULE, &mut seen) {
            match key {
                "channel" => channel = self.word(value, CHANNELS),
                "link" => link = self.word(value, LINKS),
                "grade" => grade = self.word(value, GRADES),
                "after" => {
                    let at = value.at();
                    after = self.duration(value).map(|after| (after, at));
                }
                key => self.note_field(key, value, &mut note),
            }
        }
        self.require("channel", RULE, &seen);
        self.require("link", RULE, &seen);
        let note = self.note_end(note, RULE, &seen);
        let (channel, link) = channel.zip(link)?;
        let grade = grade.unwrap_or(Grade::from(link));
        Some(Noted { value: Rule { channel, link, grade, after }, note, at })
    }

    /// Whose components a law denies or spares: one at least.
    fn some_denied(&mut self, node: Node<'a>, key: &str) -> Vec<Denied<'a>> {
        let Node::List(at) = node else {
            return self.denied(node).into_iter().collect();
        };
        let before = self.diagnostics.len();
        let mut denied = Vec::new();
        while let Some(item) = self.item() {
            denied.extend(self.denied(item));
        }
        if denied.is_empty() && before == self.diagnostics.len() {
            self.report(diags::empty_list(self.lang, at, key));
        }
        denied
    }

    fn denied(&mut self, node: Node<'a>) -> Option<Denied<'a>> {
        match node {
            Node::Scalar(scalar) if scalar.text == Denied::ORGANISATION => {
                Some(Denied::Organisation(scalar.at))
            }
            Node::Scalar(scalar) => Some(Denied::Entity(Name { text: scalar.text, at: scalar.at })),
            Node::Map(at) => {
                let (mut seen, mut entity) = (Seen::in_mapping(at), None);
                while let Some((_, value)) = self.field(DENIED, &mut seen) {
                    entity = self.reference(value);
                }
                self.require("entity", DENIED, &seen);
                entity.map(Denied::Entity)
            }
            node => {
                self.refuse(node, Lang::a_target);
                None
            }
        }
    }
}
