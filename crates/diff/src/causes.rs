//! Which changes a consequence is traced to: those that, put back, undo it.

use std::collections::BTreeSet;

use trefonds_ask::Options;
use trefonds_declare::model_again;
use trefonds_findings::{Causes, Consequence};
use trefonds_model::Jurisdiction;

use crate::consequences::{Difference, Results, found, is_as};
use crate::is_same_home;
use crate::joint::Joint;
use crate::near::Near;
use crate::put_back::Sides;
use crate::trial::Trial;

impl Sides<'_> {
    /// Traces every difference, by what the program of today says of both sides.
    ///
    /// Each change is put back by itself, then sets of those that undo something only together; changes
    /// that have to do with different services share an analysis. At most `effort` analyses for the sets.
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
}

/// What differs besides the declarations.
fn otherwise(before: &Results, after: &Results) -> Causes {
    match (before.as_of == after.as_of, is_same_home(&before.home, &after.home)) {
        (_, true) => Causes::TheDay,
        (true, false) => Causes::TheHome,
        (false, false) => Causes::TheDayAndHome,
    }
}
