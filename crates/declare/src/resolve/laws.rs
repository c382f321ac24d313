//! Laws. What denies and what reads are two effects, and some keys belong to one of them only.

use trefonds_model::{Channel, Denied, Effect, Law, Minutes, ReachRule};
use trefonds_source::Span;

use super::{Resolver, kept};
use crate::diags;
use crate::forms;

impl Resolver<'_> {
    /// A law; `None` without its required facts, which was reported.
    pub(super) fn law(&mut self, raw: &forms::Law<'_>) -> Option<Law> {
        self.check_effect(raw);
        let reaches = raw.reaches.iter().map(|rule| ReachRule {
            channel: rule.value.channel,
            link: rule.value.link,
            grade: rule.value.grade,
            after: rule.value.after.map_or(Minutes::ZERO, |(after, _)| after),
            note: self.note(&rule.note),
            at: rule.at,
        });
        Some(Law {
            reaches: reaches.collect(),
            targets: kept(&raw.targets, |it| self.denied(it)),
            spares: kept(&raw.spares, |it| self.denied(it)),
            id: self.texts.add(&raw.id.text),
            name: self.text(raw.name.as_ref()),
            jurisdiction: raw.jurisdiction?,
            effect: raw.effect?,
            note: self.note(&raw.note),
            at: raw.id.at,
        })
    }

    /// Whose components are denied or spared.
    fn denied(&mut self, raw: &forms::Denied<'_>) -> Option<(Denied, Span)> {
        match raw {
            forms::Denied::Organisation(at) => {
                if !self.organisation_said && self.door.complete {
                    self.diagnostics.push(diags::no_organisation(self.lang, *at));
                }
                Some((Denied::Organisation, *at))
            }
            forms::Denied::Entity(name) => {
                self.entity_named(name).map(|entity| (Denied::Entity(entity), name.at))
            }
        }
    }

    /// Reports what belongs to laws of the other effect.
    fn check_effect(&mut self, raw: &forms::Law<'_>) {
        let lang = self.lang;
        match raw.effect {
            Some(Effect::Access) => {
                for (key, list) in [("targets", &raw.targets), ("spares", &raw.spares)] {
                    let said = list.first().map(forms::Denied::at);
                    self.diagnostics.extend(said.map(|at| diags::only_of_denial(lang, at, key)));
                }
                let after = raw.reaches.iter().filter_map(|rule| rule.value.after);
                let told = after.map(|(_, at)| diags::only_of_denial(lang, at, "after"));
                self.diagnostics.extend(told);
            }
            Some(Effect::Denial) => {
                let change = |channel: Channel| channel == Channel::Change;
                let rules = raw.reaches.iter().filter(|rule| change(rule.value.channel));
                self.diagnostics.extend(rules.map(|rule| diags::change_of_denial(lang, rule.at)));
            }
            None => {}
        }
    }
}
