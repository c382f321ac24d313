//! Irreducible proofs of control.

use rustc_hash::{FxHashMap, FxHashSet};
use trefonds_model::EntityIx;
use trefonds_model::Reading;

use super::{Counted, StakeIx, Stakes};
use crate::unknowns::UnknownIx;

impl Stakes {
    /// The proofs of all that `top` controls. O(what it controls, and the stakes there).
    pub(crate) fn proofs<'s>(
        &'s self,
        top: EntityIx,
        reading: Reading,
        settled: &'s FxHashSet<UnknownIx>,
    ) -> Proofs<'s> {
        let mut rank: FxHashMap<EntityIx, usize> = FxHashMap::default();
        for (at, controlled) in self.fixpoint(top, reading, settled).into_iter().enumerate() {
            rank.entry(controlled).or_insert(at + 1);
        }
        rank.insert(top, 0);
        Proofs { stakes: self, top, rank, reading, settled }
    }

    /// A smallest-ranked majority of `held` among holders that were controlled before it.
    fn majority(
        &self,
        held: EntityIx,
        rank: &FxHashMap<EntityIx, usize>,
        reading: Reading,
        settled: &FxHashSet<UnknownIx>,
    ) -> Vec<StakeIx> {
        let own = rank.get(&held).copied().unwrap_or(usize::MAX);
        let mut candidates: Vec<(StakeIx, usize, Counted)> = (self.by_held[held.at()].iter())
            .filter_map(|at| {
                let stake = self.get(*at);
                let rank = rank.get(&stake.holder).copied().filter(|rank| *rank < own)?;
                Some((*at, rank, stake.counts(reading, settled)))
            })
            .collect();
        candidates
            .sort_by_key(|(stake, rank, votes)| (std::cmp::Reverse(votes.most), *rank, *stake));
        let said = self.said[held.at()];
        let mut sum = Counted::default();
        let enough = candidates.iter().position(|(_, _, votes)| {
            sum = sum.and(*votes);
            sum.is_majority(said)
        });
        candidates.truncate(enough.map_or(candidates.len(), |last| last + 1));
        // Taken from the greatest down and stopped at once; what others have may leave one to spare.
        for at in (0..candidates.len()).rev() {
            let others = candidates.iter().enumerate().filter(|(other, _)| *other != at);
            let without = others.fold(Counted::default(), |sum, (_, (_, _, it))| sum.and(*it));
            if without.is_majority(said) {
                candidates.remove(at);
            }
        }
        candidates.into_iter().map(|(stake, _, _)| stake).collect()
    }
}

/// What an entity controls, in the order in which that is found, to prove any of it.
pub struct Proofs<'s> {
    stakes: &'s Stakes,
    top: EntityIx,
    rank: FxHashMap<EntityIx, usize>,
    reading: Reading,
    settled: &'s FxHashSet<UnknownIx>,
}

impl Proofs<'_> {
    /// An irreducible set of stakes that prove control of an entity, from the top down; empty when it is
    /// not controlled, or is the top itself. O(P log P) for the stakes of entities in the proof.
    pub(crate) fn of(&self, entity: EntityIx) -> Vec<StakeIx> {
        let Self { stakes, top, rank, reading, settled } = self;
        if *top == entity || !rank.contains_key(&entity) {
            return Vec::new();
        }
        let mut proof = Vec::new();
        let mut wanted = vec![entity];
        let mut proven = FxHashSet::from_iter([*top]);
        while let Some(held) = wanted.pop() {
            if !proven.insert(held) {
                continue;
            }
            for stake in stakes.majority(held, rank, *reading, settled) {
                proof.push(stake);
                wanted.push(stakes.get(stake).holder);
            }
        }
        proof.sort_by_key(|stake| {
            let stake = stakes.get(*stake);
            (rank.get(&stake.held).copied(), rank.get(&stake.holder).copied(), stake.at)
        });
        proof
    }
}
