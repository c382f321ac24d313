//! Alternatives: what a component could be changed to, at what cost.

use trefonds_lang::Lang;
use trefonds_model::{Alternative as Model, OnWithdrawal};
use trefonds_source::Span;

use super::facts::NoteDraft;
use super::node::{Node, Seen};
use super::{Alternative, Name, Noted, Reader};
use crate::diags;

/// The keys of an alternative.
pub(crate) const ALTERNATIVE: &[&str] = &[
    "name",
    "cost",
    "lead_time",
    "depends_on",
    "operator",
    "suppliers",
    "terms",
    "site",
    "data",
    "changed_by",
    "needs_places",
    "restarts_in",
    "recovers_with",
    "stand_in",
    "excludes",
    "requires",
    "description",
    "from",
    "until",
    "source",
    "verified",
];

/// Those of them that change something: from `depends_on` to `stand_in`, which stand together.
const CHANGES: &[&str] = ALTERNATIVE.split_at(3).1.split_at(11).0;

impl<'a> Reader<'a> {
    /// An alternative under its id. It exists even when what it says cannot be read.
    pub(super) fn alternative(&mut self, id: Name<'a>, node: Node<'a>) -> Alternative<'a> {
        let mut alternative = Alternative::unsaid(id);
        if !self.opens_mapping(node) {
            return alternative;
        }
        let mut seen = Seen::in_mapping(alternative.id.at);
        let mut note = NoteDraft::default();
        while let Some((key, value)) = self.field(ALTERNATIVE, &mut seen) {
            self.alternative_field(key, value, &mut alternative, &mut note);
        }
        self.require("cost", ALTERNATIVE, &seen);
        if !CHANGES.iter().any(|key| seen.place(ALTERNATIVE, key).is_some()) {
            let id = &alternative.id;
            self.report(diags::no_change(self.lang, id.at, &id.text, CHANGES));
        }
        alternative.note = self.note_end(note, ALTERNATIVE, &seen);
        alternative
    }

    fn alternative_field(
        &mut self,
        key: &'static str,
        value: Node<'a>,
        alternative: &mut Alternative<'a>,
        note: &mut NoteDraft<'a>,
    ) {
        match key {
            "name" => alternative.name = self.text(value),
            "cost" => alternative.cost = self.cost(value),
            "lead_time" => alternative.lead_time = self.duration(value),
            "depends_on" => {
                alternative.requirements = Some(self.stated(value, Self::requirement));
            }
            "operator" => alternative.operators = Some(self.stated(value, Self::party)),
            "suppliers" => alternative.suppliers = Some(self.stated(value, Self::supply)),
            "terms" => alternative.terms = self.terms(value),
            "site" => alternative.locations = Some(self.stated(value, Self::location)),
            "data" => alternative.data = Some(self.stated(value, Self::data)),
            "changed_by" => alternative.changed_by = Some(self.stated(value, Self::change)),
            "needs_places" => alternative.needs_places = self.needs_places(value),
            "restarts_in" => alternative.restarts_in = self.duration(value),
            "recovers_with" => alternative.recovers_with = Some(self.recovers_with(value)),
            "stand_in" => alternative.stand_in = self.stand_in(value),
            "excludes" => alternative.excludes = self.references(value),
            "requires" => alternative.requires = self.references(value),
            "description" => drop(self.text(value)),
            key => self.note_field(key, value, note),
        }
    }

    /// A whole number of units, not above what sums stay exact with.
    fn cost(&mut self, node: Node<'a>) -> Option<u64> {
        let at = node.at();
        let scalar = self.scalar(node, Lang::a_number)?;
        let digits = scalar.plain && scalar.text.bytes().all(|byte| byte.is_ascii_digit());
        let cost = digits.then(|| scalar.text.parse().ok()).flatten();
        let cost = cost.filter(|cost| *cost <= Model::MOST);
        if cost.is_none() {
            self.report(diags::bad_cost(self.lang, at, &scalar.text));
        }
        cost
    }

    /// One id, or a list of them.
    fn references(&mut self, node: Node<'a>) -> Vec<Name<'a>> {
        let Node::List(_) = node else {
            return self.reference(node).into_iter().collect();
        };
        let mut references = Vec::new();
        while let Some(item) = self.item() {
            references.extend(self.reference(item));
        }
        references
    }

    /// New terms with one supplier, or with several.
    fn terms(&mut self, node: Node<'a>) -> Vec<Noted<'a, (Name<'a>, OnWithdrawal)>> {
        let Node::List(at) = node else {
            return self.term(node).into_iter().collect();
        };
        let (mut terms, before) = (Vec::new(), self.diagnostics.len());
        while let Some(item) = self.item() {
            terms.extend(self.term(item));
        }
        if terms.is_empty() && before == self.diagnostics.len() {
            self.report(diags::empty_list(self.lang, at, "terms"));
        }
        terms
    }

    fn term(&mut self, node: Node<'a>) -> Option<Noted<'a, (Name<'a>, OnWithdrawal)>> {
        let before = self.diagnostics.len();
        let at: Span = node.at();
        let Node::Map(_) = node else {
            self.refuse(node, Lang::new_terms);
            return None;
        };
        let terms = self.supply(node)?;
        if terms.value.1 == OnWithdrawal::NotSaid && before == self.diagnostics.len() {
            self.report(diags::missing_key(self.lang, at, "on_withdrawal"));
        }
        Some(terms)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changes_something_stands_together() {
        assert_eq!((CHANGES.first(), CHANGES.last()), (Some(&"depends_on"), Some(&"stand_in")));
    }
}
