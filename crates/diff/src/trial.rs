//! Which differences go when some changes are put back, asked of as few inventories as will do.
//!
//! Whether a difference about one service goes depends on changes of what that service rests on, and of
//! what is no component. So questions about services that have nothing in common are asked of one
//! inventory in which the changes of all of them are put back.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use trefonds_findings::Causes;

use crate::consequences::{Difference, Results, found, is_as};
use crate::joint::Joint;
use crate::put_back::Sides;

/// "Which of these differences does putting back these changes undo?"
struct Question {
    of: Vec<usize>,
    back: BTreeSet<usize>,
}

/// Changes as bits.
#[derive(Clone, Default)]
struct Bits(Vec<u64>);

impl Bits {
    fn of<'c>(changes: impl IntoIterator<Item = &'c usize>) -> Self {
        let mut bits = Self::default();
        changes.into_iter().for_each(|at| bits.add(*at));
        bits
    }

    fn add(&mut self, at: usize) {
        if self.0.len() <= at / 64 {
            self.0.resize(at / 64 + 1, 0);
        }
        self.0[at / 64] |= 1 << (at % 64);
    }

    fn add_all(&mut self, others: &Self) {
        if self.0.len() < others.0.len() {
            self.0.resize(others.0.len(), 0);
        }
        self.0.iter_mut().zip(&others.0).for_each(|(own, other)| *own |= other);
    }

    fn without(mut self, others: &Self) -> Self {
        self.0.iter_mut().zip(&others.0).for_each(|(own, other)| *own &= !other);
        self
    }

    fn meets(&self, others: &Self) -> bool {
        self.0.iter().zip(&others.0).any(|(own, other)| own & other != 0)
    }
}

/// Inventories in which changes are put back.
pub(crate) struct Trial<'s> {
    pub sides: &'s Sides<'s>,
    pub differences: &'s [Difference],
    pub before: &'s Results,
    /// For each difference, the changes that can have to do with it.
    pub near: &'s [BTreeSet<usize>],
}

/// Questions that are asked of one inventory.
#[derive(Default)]
struct Round {
    back: BTreeSet<usize>,
    /// The same as bits.
    within: Bits,
    /// What must not be put back: it would change an answer.
    out: Bits,
    questions: Vec<usize>,
}

impl Trial<'_> {
    /// For each difference, the changes each of which, put back alone, undoes it.
    pub(crate) fn each_alone(&self) -> Vec<Vec<u32>> {
        let mut of: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (difference, near) in self.near.iter().enumerate() {
            for unit in near {
                of.entry(*unit).or_default().push(difference);
            }
        }
        let alone = |(unit, of)| Question { of, back: BTreeSet::from([unit]) };
        let questions: Vec<Question> = of.into_iter().map(alone).collect();
        let (answers, _) = self.answers(&questions, usize::MAX);
        let mut each = vec![Vec::new(); self.differences.len()];
        for (question, undone) in questions.iter().zip(answers) {
            for (difference, undone) in question.of.iter().zip(undone.into_iter().flatten()) {
                if undone {
                    each[*difference].extend(question.back.iter().map(|unit| *unit as u32));
                }
            }
        }
        each
    }

    /// Searches sets of changes that undo differences together, all of them side by side. What is asked,
    /// and where it ends for want of effort, is the same on any number of threads.
    pub(crate) fn search_together(
        &self,
        mut open: Vec<(usize, Joint)>,
        mut effort: usize,
        causes: &mut [Option<Causes>],
    ) {
        while !open.is_empty() {
            let questions: Vec<Question> = (open.iter())
                .map(|(at, search)| Question {
                    of: vec![*at],
                    back: search.asks().iter().copied().collect(),
                })
                .collect();
            let (answers, taken) = self.answers(&questions, effort);
            effort = effort.saturating_sub(taken);
            let mut answers = answers.into_iter();
            open.retain_mut(|(at, search)| {
                let answer = answers.next().flatten().and_then(|undone| undone.first().copied());
                let Some(undone) = answer else {
                    causes[*at] = Some(Causes::NotSearched);
                    return false;
                };
                let found = search.answer(undone);
                causes[*at] = found
                    .map(|set| Causes::Together(set.into_iter().map(|unit| unit as u32).collect()));
                causes[*at].is_none()
            });
        }
    }

    /// The answers, and how many inventories it took; none where these would be more than `most`.
    fn answers(&self, questions: &[Question], most: usize) -> (Vec<Option<Vec<bool>>>, usize) {
        let mut rounds = self.rounds(questions);
        rounds.truncate(most);
        let mut answers: Vec<Option<Vec<bool>>> = vec![None; questions.len()];
        let found: Vec<Vec<Vec<bool>>> =
            rounds.par_iter().map(|round| self.answered(round, questions)).collect();
        for (round, found) in rounds.iter().zip(found) {
            for (question, undone) in round.questions.iter().zip(found) {
                answers[*question] = Some(undone);
            }
        }
        (answers, rounds.len())
    }

    fn answered(&self, round: &Round, questions: &[Question]) -> Vec<Vec<bool>> {
        let results = self.sides.put_back(&round.back);
        let answer = |at: &usize| {
            let question = &questions[*at];
            match &results {
                Some(results) => self.undone(question, results),
                // What cannot be put back together may be put back by itself.
                None if question.back != round.back => {
                    let alone = self.sides.put_back(&question.back);
                    let none = || vec![false; question.of.len()];
                    alone.map_or_else(none, |results| self.undone(question, &results))
                }
                None => vec![false; question.of.len()],
            }
        };
        round.questions.iter().map(answer).collect()
    }

    fn undone(&self, question: &Question, results: &Results) -> Vec<bool> {
        let undone = |difference: &usize| {
            let key = &self.differences[*difference].key;
            is_as(results, key, found(self.before, key))
        };
        question.of.iter().map(undone).collect()
    }

    /// Questions by inventory: each goes to the first one in which what is put back is, near its
    /// differences, what it asks for. O(questions x inventories x changes / 64).
    fn rounds(&self, questions: &[Question]) -> Vec<Round> {
        let mut rounds: Vec<Round> = Vec::new();
        for (at, question) in questions.iter().enumerate() {
            let back = Bits::of(&question.back);
            let mut near = Bits::default();
            for difference in &question.of {
                near.add_all(&Bits::of(&self.near[*difference]));
            }
            // What is asked for from afar may change the answers to all others.
            let afar = back.clone().without(&near).0.iter().any(|bits| *bits != 0);
            let out = near.without(&back);
            let fits = |round: &Round| !out.meets(&round.within) && !back.meets(&round.out);
            let place = rounds.iter().position(fits).filter(|_| !afar);
            let place = place.unwrap_or_else(|| {
                rounds.push(Round::default());
                rounds.len() - 1
            });
            let round = &mut rounds[place];
            round.back.extend(&question.back);
            round.within.add_all(&back);
            round.out.add_all(&out);
            if afar {
                round.out = Bits(vec![u64::MAX; self.sides.units.len() / 64 + 1]);
            }
            round.questions.push(at);
        }
        rounds
    }
}
