//! The new side with some of its changes put back as they were.

use std::collections::{BTreeMap, BTreeSet};

use trefonds_ask::Options;
use trefonds_declare::{model_again, prune};
use trefonds_findings::{
    ChangeKind, Fact, FactKey, FactValue, Facts, Field, FormFact, NeedFact, RequirementFact,
    SubjectKind,
};

use crate::DiffOptions;
use crate::consequences::Results;
use crate::units::Unit;

/// Both sides and what lies between them.
pub(crate) struct Sides<'a> {
    pub old: &'a Facts,
    pub new: &'a Facts,
    pub units: &'a [Unit],
    /// The day and home of the new side.
    pub question: &'a Options,
    pub options: &'a DiffOptions,
}

impl Sides<'_> {
    /// The results of the new side with some changes put back.
    pub(crate) fn put_back(&self, back: &BTreeSet<usize>) -> Option<Results> {
        let facts = self.mixed(back);
        let model = model_again(&facts).ok()?;
        Some(Results::of(&model, self.question))
    }

    /// The new facts with some changes put back. A subject that is needed again and is not there comes back
    /// whole; one that was put back out of existence stays out, and what named it is left out with it.
    pub(crate) fn mixed(&self, back: &BTreeSet<usize>) -> Facts {
        let mut facts: BTreeMap<FactKey, Fact> =
            self.new.facts.iter().map(|fact| (fact.key.clone(), fact.clone())).collect();
        let mut out: BTreeSet<(SubjectKind, String)> = BTreeSet::new();
        for unit in back.iter().filter_map(|at| self.units.get(*at)) {
            for fact in &unit.after {
                facts.remove(&fact.key);
            }
            for fact in &unit.before {
                facts.insert(fact.key.clone(), fact.clone());
            }
            if unit.is_subject() && unit.turn == ChangeKind::Gained {
                out.insert((unit.key.subject, unit.key.id.clone()));
            }
        }
        loop {
            let missing = self.missing(&facts, &out);
            if missing.is_empty() {
                break;
            }
            for fact in self.old.facts.iter().chain(&self.new.facts) {
                if missing.contains(&(fact.key.subject, fact.key.id.clone())) {
                    facts.entry(fact.key.clone()).or_insert_with(|| fact.clone());
                }
            }
        }
        // Nothing follows from an identifier, and one that was given on is on both sides.
        let silent = |fact: &Fact| matches!(fact.key.field, Field::Lei | Field::SameAs);
        let facts = facts.into_values().filter(|fact| !silent(fact)).collect();
        prune(&Facts { version: self.new.version, facts })
    }

    fn missing(
        &self,
        facts: &BTreeMap<FactKey, Fact>,
        out: &BTreeSet<(SubjectKind, String)>,
    ) -> BTreeSet<(SubjectKind, String)> {
        let there = |subject: &(SubjectKind, String)| {
            facts.contains_key(&FactKey {
                subject: subject.0,
                id: subject.1.clone(),
                field: Field::Exists,
                item: String::new(),
            })
        };
        let mut named = BTreeSet::new();
        facts.values().for_each(|fact| references(&fact.value, &mut named));
        named.retain(|subject| !out.contains(subject) && !there(subject));
        named
    }
}

/// What a fact names.
fn references(value: &FactValue, found: &mut BTreeSet<(SubjectKind, String)>) {
    let mut entity = |id: &String| {
        found.insert((SubjectKind::Entity, id.clone()));
    };
    match value {
        FactValue::Requirement(wanted) => each_need(wanted, &mut |id| {
            found.insert((SubjectKind::Component, id.to_owned()));
        }),
        FactValue::Party(id)
        | FactValue::Supply { entity: id, .. }
        | FactValue::Control { entity: id, .. }
        | FactValue::Change { entity: id, .. }
        | FactValue::Holding { holder: Some(id), .. } => entity(id),
        FactValue::Data { form: FormFact::Encrypted { keys, .. }, .. } => {
            keys.iter().for_each(entity);
        }
        FactValue::Recovery { component, .. } => {
            found.insert((SubjectKind::Component, component.clone()));
        }
        FactValue::Site(id) => {
            found.insert((SubjectKind::Site, id.clone()));
        }
        _ => {}
    }
}

/// Every component that a requirement names, members of groups included.
pub(crate) fn each_need<'f>(wanted: &'f RequirementFact, visit: &mut impl FnMut(&'f str)) {
    match &wanted.need {
        NeedFact::Component(id) => visit(id),
        NeedFact::AllOf(of) | NeedFact::AnyOf(of) | NeedFact::AtLeast { of, .. } => {
            of.iter().for_each(|member| each_need(member, visit));
        }
    }
}
