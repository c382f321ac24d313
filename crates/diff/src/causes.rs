//! Which changes a consequence is traced to: those that, put back, undo it.

use std::collections::{BTreeMap, BTreeSet};

use trefonds_ask::Options;
use trefonds_declare::{model_again, prune};
use trefonds_findings::{
    Causes, Consequence, Fact, FactKey, FactValue, Facts, Field, FormFact, NeedFact,
    RequirementFact, State, SubjectKind, Turn,
};
use trefonds_model::Jurisdiction;

use crate::consequences::{Difference, MatterKey, Results, is_same};
use crate::joint::Joint;
use crate::near::Near;
use crate::trial::Trial;
use crate::units::Unit;
use crate::{DiffOptions, is_same_home};

/// Both sides and what lies between them.
pub(crate) struct Sides<'a> {
    pub old: &'a Facts,
    pub new: &'a Facts,
    pub units: &'a [Unit],
    /// The day and home of the new side.
    pub question: &'a Options,
    pub options: &'a DiffOptions,
}

/// Whether a matter is there, and how.
pub(crate) type Found<'r> = Option<Option<&'r State>>;

pub(crate) fn found<'r>(results: &'r Results, key: &MatterKey) -> Found<'r> {
    results.matters.get(key).map(|(_, state)| state.as_ref())
}

/// Whether a matter is as it was.
pub(crate) fn is_as(results: &Results, key: &MatterKey, old: Found<'_>) -> bool {
    match (found(results, key), old) {
        (Some(now), Some(old)) => is_same(now, old),
        (now, old) => now.is_none() && old.is_none(),
    }
}

impl Sides<'_> {
    /// Traces every difference, by what the program of today says of both sides.
    ///
    /// Each change is put back by itself, then sets of those that undo something only together; changes
    /// that have to do with different services share an analysis. At most `effort` analyses.
    pub(crate) fn trace(
        &self,
        differences: Vec<Difference>,
        before: &Results,
        after: &Results,
    ) -> Vec<Consequence> {
        if differences.is_empty() {
            return Vec::new();
        }
        let candidates: Vec<usize> = (self.units.iter().enumerate())
            .filter(|(_, unit)| unit.matters())
            .map(|(at, _)| at)
            .collect();
        let map = Near::new(self.old, self.new);
        let near: Vec<BTreeSet<usize>> = (differences.iter())
            .map(|difference| map.candidates(&difference.key, &candidates, self.units))
            .collect();
        let trial = Trial { sides: self, differences: &differences, before, near: &near };
        let every: BTreeSet<usize> = candidates.iter().copied().collect();
        let all = self.put_back(&every);
        let asked_otherwise = self.asked_otherwise(&every, before, after);
        let each = trial.each_alone();
        let mut open: Vec<(usize, Joint)> = Vec::new();
        let mut causes: Vec<Option<Causes>> = Vec::with_capacity(differences.len());
        for ((at, difference), each) in differences.iter().enumerate().zip(each) {
            let old = found(before, &difference.key);
            let undoes = |results: &Option<Results>| {
                results.as_ref().is_some_and(|it| is_as(it, &difference.key, old))
            };
            causes.push(if is_as(after, &difference.key, old) {
                Some(Causes::TheProgram)
            } else if !each.is_empty() {
                Some(Causes::EachAlone(each))
            } else if !undoes(&all) {
                let other = asked_otherwise.iter().find(|(_, results)| undoes(results));
                Some(other.map_or_else(|| otherwise(before, after), |(cause, _)| cause.clone()))
            } else {
                open.push((at, Joint::new(near[at].iter().copied().collect(), candidates.clone())));
                None
            });
        }
        trial.search_together(open, self.options.effort as usize, &mut causes);
        let traced = differences.into_iter().zip(causes).map(|(difference, causes)| Consequence {
            turn: difference.turn,
            matter: difference.matter,
            before: difference.before,
            after: difference.after,
            causes: causes.unwrap_or(Causes::NotSearched),
        });
        traced.collect()
    }

    /// The results of the new side with all changes put back, and the day, or the home, of the old
    /// one, where both differ.
    fn asked_otherwise(
        &self,
        every: &BTreeSet<usize>,
        before: &Results,
        after: &Results,
    ) -> Vec<(Causes, Option<Results>)> {
        let facts = self.mixed(every);
        let day = before.as_of.as_ref().and_then(|day| day.parse().ok());
        let home = before.home.iter().filter_map(|code| Jurisdiction::parse(code)).collect();
        let of_old_day = Options { as_of: day, ..self.question.clone() };
        let of_old_home = Options { home: Some(home), ..self.question.clone() };
        let of = |options| model_again(&facts).ok().map(|model| Results::of(&model, options));
        let mut found = Vec::new();
        if before.as_of != after.as_of && !is_same_home(&before.home, &after.home) {
            found.push((Causes::TheDay, of(&of_old_day)));
            found.push((Causes::TheHome, of(&of_old_home)));
        }
        found
    }

    /// The results of the new side with some changes put back.
    pub(crate) fn put_back(&self, back: &BTreeSet<usize>) -> Option<Results> {
        let facts = self.mixed(back);
        let model = model_again(&facts).ok()?;
        Some(Results::of(&model, self.question))
    }

    /// The new facts with some changes put back. A subject that is needed again and is not there comes back
    /// whole; one that was put back out of existence stays out, and what named it is left out with it.
    fn mixed(&self, back: &BTreeSet<usize>) -> Facts {
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
            if unit.is_subject() && unit.turn == Turn::Gained {
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
        let facts = facts.into_values().filter(|fact| fact.key.field != Field::Lei).collect();
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

/// What differs besides the declarations.
fn otherwise(before: &Results, after: &Results) -> Causes {
    match (before.as_of == after.as_of, is_same_home(&before.home, &after.home)) {
        (_, true) => Causes::TheDay,
        (true, false) => Causes::TheHome,
        (false, false) => Causes::TheDayAndHome,
    }
}

/// What a fact names.
fn references(value: &FactValue, found: &mut BTreeSet<(SubjectKind, String)>) {
    let mut entity = |id: &String| {
        found.insert((SubjectKind::Entity, id.clone()));
    };
    match value {
        FactValue::Requirement(requirement) => needs(requirement, found),
        FactValue::Party(id)
        | FactValue::Supply { entity: id, .. }
        | FactValue::Control { entity: id, .. }
        | FactValue::Holding { holder: Some(id), .. } => entity(id),
        FactValue::Data { form: FormFact::Encrypted { keys, .. }, .. } => {
            keys.iter().for_each(entity);
        }
        FactValue::Site(id) => {
            found.insert((SubjectKind::Site, id.clone()));
        }
        _ => {}
    }
}

fn needs(requirement: &RequirementFact, found: &mut BTreeSet<(SubjectKind, String)>) {
    match &requirement.need {
        NeedFact::Component(id) => {
            found.insert((SubjectKind::Component, id.clone()));
        }
        NeedFact::AllOf(of) | NeedFact::AnyOf(of) | NeedFact::AtLeast { of, .. } => {
            of.iter().for_each(|member| needs(member, found));
        }
    }
}
