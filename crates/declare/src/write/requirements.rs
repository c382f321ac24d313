//! What components need.

use trefonds_model::Minutes;

use super::{Why, Writer};
use crate::forms::{Need, Requirement};
use crate::yaml::{Fields, Tree};

impl<'d> Writer<'d> {
    /// A requirement: an id where that says all, else a mapping.
    pub(super) fn requirement(&mut self, requirement: &'d Requirement<'d>) -> Tree<'d> {
        let mut fields = match (&requirement.need, requirement.soft) {
            (Need::Component(name), true) => Fields::one("soft", Tree::text(&name.text)),
            (Need::Component(name), false) => Fields::one("needs", Tree::text(&name.text)),
            (group, true) => Fields::one("soft", Tree::Map(self.group(group))),
            (group, false) => self.group(group),
        };
        if requirement.tolerates != Minutes::ZERO {
            let borne = self.duration("tolerates", requirement.tolerates);
            fields.put("tolerates", Some(Tree::word(borne)));
        }
        let starts_in = requirement.starts_in.map_or(Minutes::ZERO, |(time, _)| time);
        self.starts_in(starts_in, &mut fields);
        fields.put_text("because", requirement.because.as_ref());
        self.note(&requirement.note, &mut fields);
        match &requirement.need {
            Need::Component(name) if !requirement.soft => Self::short(name, fields),
            _ => Tree::Map(fields),
        }
    }

    fn group(&mut self, group: &'d Need<'d>) -> Fields<'d> {
        let members = group.members();
        let written = Tree::List(members.iter().map(|member| self.requirement(member)).collect());
        let key = match group {
            Need::Component(_) | Need::AllOf(_) => "all_of",
            Need::AnyOf(_) => "any_of",
            Need::AtLeast { k, .. } => {
                let mut fields = Fields::one("at_least", Tree::word(k.to_string()));
                fields.put("of", Some(written));
                self.some("of", members);
                return fields;
            }
        };
        self.some(key, members);
        Fields::one(key, written)
    }

    /// Notes a list that must not be empty.
    pub(super) fn some<T>(&mut self, key: &'static str, items: &[T]) {
        if items.is_empty() {
            self.fault(key, Why::Empty);
        }
    }
}
