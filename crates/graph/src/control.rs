//! Who controls whom: the company-control fixpoint, in both readings.
//!
//! A controls B when A, together with the entities that A controls, holds more than half of B's
//! votes, or when control by other means is stated. Per entity a least fixpoint with one
//! accumulator per candidate: each holding is added once, so O(holdings reached) time and space;
//! the rule is monotone, so circular holdings need no care. Source of the problem: Ceri, Gottlob
//! and Tanca, *Logic Programming and Databases*, 1990.

use rustc_hash::{FxHashMap, FxHashSet};
use trefonds_findings::Reading;
use trefonds_model::{EntityIx, NoteIx, Share};
use trefonds_source::Span;

use crate::unknowns::UnknownIx;

/// A stake of [`Stakes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct StakeIx(pub u32);

/// One holding of votes, or one statement of control by other means.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stake {
    pub holder: EntityIx,
    pub held: EntityIx,
    /// `None`: control by other means.
    pub votes: Option<Share>,
    /// The range of votes, or what is only a candidate, as an unknown fact.
    pub unknown: Option<UnknownIx>,
    /// It counts in the careful reading only.
    pub candidate: bool,
    pub at: Span,
    pub note: NoteIx,
}

impl Stake {
    /// The unknown, unless even the lower bound of a range is control by itself.
    pub(crate) fn assumed(&self) -> Option<UnknownIx> {
        let open = |votes: Share| self.candidate || votes.at_least <= Share::HALF;
        self.unknown.filter(|_| self.votes.is_none_or(open))
    }

    /// Votes in millionths that count in a reading; a settled unknown counts its lower bound.
    fn counts(&self, reading: Reading, settled: &FxHashSet<UnknownIx>) -> u64 {
        let careful = reading == Reading::Careful
            && !self.unknown.is_some_and(|unknown| settled.contains(&unknown));
        match self.votes {
            _ if self.candidate && !careful => 0,
            None => u64::from(Share::WHOLE),
            Some(votes) => u64::from(if careful { votes.at_most } else { votes.at_least }),
        }
    }
}

/// All stakes that hold on the day, indexed by holder.
#[derive(Debug, Default)]
pub(crate) struct Stakes {
    all: Vec<Stake>,
    by_holder: Vec<Vec<StakeIx>>,
    by_held: Vec<Vec<StakeIx>>,
}

impl Stakes {
    pub(crate) fn new(entities: usize, all: Vec<Stake>) -> Self {
        let mut by_holder = vec![Vec::new(); entities];
        let mut by_held = vec![Vec::new(); entities];
        for (at, stake) in all.iter().enumerate() {
            by_holder[stake.holder.at()].push(StakeIx(at as u32));
            by_held[stake.held.at()].push(StakeIx(at as u32));
        }
        Self { all, by_holder, by_held }
    }

    pub(crate) fn get(&self, stake: StakeIx) -> &Stake {
        &self.all[stake.0 as usize]
    }

    /// Some of these stakes by themselves.
    pub(crate) fn only(&self, stakes: &[StakeIx], entities: usize) -> Self {
        Self::new(entities, stakes.iter().map(|stake| *self.get(*stake)).collect())
    }

    /// The entities in which one holds votes, or which it controls by other means.
    pub(crate) fn held_by(&self, holder: EntityIx) -> impl Iterator<Item = EntityIx> + '_ {
        self.by_holder[holder.at()].iter().map(|stake| self.get(*stake).held)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Stake> {
        self.all.iter()
    }

    /// What `top` controls, in the order in which it is found: by distance, then in file order.
    /// `top` itself is among it when a circle of control closes on it. Unknowns of `settled` count
    /// as settled even in the careful reading.
    pub(crate) fn fixpoint(
        &self,
        top: EntityIx,
        reading: Reading,
        settled: &FxHashSet<UnknownIx>,
    ) -> Vec<EntityIx> {
        self.fixpoint_of(Some(top), &[], reading, settled)
    }

    /// What somebody controls who holds what `top` holds, and `more` votes besides; without a `top`,
    /// these only.
    pub(crate) fn fixpoint_of(
        &self,
        top: Option<EntityIx>,
        more: &[(EntityIx, u64)],
        reading: Reading,
        settled: &FxHashSet<UnknownIx>,
    ) -> Vec<EntityIx> {
        let mut found = Vec::new();
        let mut controlled = FxHashSet::default();
        let mut sums: FxHashMap<EntityIx, u64> = FxHashMap::default();
        let mut add = |held: EntityIx, votes: u64, found: &mut Vec<EntityIx>| {
            let sum = sums.entry(held).or_default();
            *sum += votes;
            if *sum > u64::from(Share::HALF) && controlled.insert(held) {
                found.push(held);
            }
        };
        let mut next = 0;
        let mut holder = top;
        more.iter().for_each(|(held, votes)| add(*held, *votes, &mut found));
        loop {
            for stake in holder.iter().flat_map(|holder| &self.by_holder[holder.at()]) {
                let stake = self.get(*stake);
                add(stake.held, stake.counts(reading, settled), &mut found);
            }
            while top.is_some() && found.get(next) == top.as_ref() {
                next += 1;
            }
            match found.get(next) {
                Some(controlled) => holder = Some(*controlled),
                None => return found,
            }
            next += 1;
        }
    }

    /// An irreducible set of stakes by which `top` controls `entity`, from the top down; empty when
    /// it does not, or when they are the same.
    pub(crate) fn proof(
        &self,
        top: EntityIx,
        entity: EntityIx,
        reading: Reading,
        settled: &FxHashSet<UnknownIx>,
    ) -> Vec<StakeIx> {
        let found = self.fixpoint(top, reading, settled);
        if top == entity || !found.contains(&entity) {
            return Vec::new();
        }
        let mut rank: FxHashMap<EntityIx, usize> = FxHashMap::default();
        for (at, controlled) in found.iter().enumerate() {
            rank.entry(*controlled).or_insert(at + 1);
        }
        rank.insert(top, 0);
        let mut proof = Vec::new();
        let mut wanted = vec![entity];
        let mut proven = FxHashSet::from_iter([top]);
        while let Some(held) = wanted.pop() {
            if !proven.insert(held) {
                continue;
            }
            for stake in self.majority(held, &rank, reading, settled) {
                proof.push(stake);
                wanted.push(self.get(stake).holder);
            }
        }
        proof.sort_by_key(|stake| {
            let stake = self.get(*stake);
            (rank.get(&stake.held).copied(), rank.get(&stake.holder).copied(), stake.at)
        });
        proof
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
        let mut candidates: Vec<(StakeIx, usize, u64)> = (self.by_held[held.at()].iter())
            .filter_map(|at| {
                let stake = self.get(*at);
                let rank = rank.get(&stake.holder).copied().filter(|rank| *rank < own)?;
                Some((*at, rank, stake.counts(reading, settled)))
            })
            .collect();
        candidates.sort_by_key(|(stake, rank, votes)| (std::cmp::Reverse(*votes), *rank, *stake));
        let mut sum = 0;
        let enough = candidates.iter().position(|(_, _, votes)| {
            sum += votes;
            sum > u64::from(Share::HALF)
        });
        candidates.truncate(enough.map_or(candidates.len(), |last| last + 1));
        // Taken from the greatest down and stopped at once, no stake but the last can be spared,
        // and the last was needed.
        candidates.into_iter().map(|(stake, _, _)| stake).collect()
    }
}

/// Control among all entities in one reading.
#[derive(Debug, Default)]
pub(crate) struct Control {
    /// Who controls each entity, itself left out; sorted.
    pub above: Vec<Vec<EntityIx>>,
    /// What each entity controls, itself left out; sorted.
    pub below: Vec<Vec<EntityIx>>,
    /// Where the chain of control of each entity ends; itself when nobody is above.
    pub ultimate: Vec<Vec<EntityIx>>,
}

impl Control {
    pub(crate) fn new(entities: usize, stakes: &Stakes, reading: Reading) -> Self {
        let none = FxHashSet::default();
        let mut above = vec![Vec::new(); entities];
        let mut below = vec![Vec::new(); entities];
        let mut circular = vec![false; entities];
        for top in (0..entities as u32).map(EntityIx) {
            for controlled in stakes.fixpoint(top, reading, &none) {
                if controlled == top {
                    circular[top.at()] = true;
                } else {
                    above[controlled.at()].push(top);
                    below[top.at()].push(controlled);
                }
            }
        }
        below.iter_mut().for_each(|list| list.sort_unstable());
        // A top: nobody controls it except such as it controls itself.
        let is_top: Vec<bool> = above
            .iter()
            .zip(&below)
            .map(|(above, below)| above.iter().all(|higher| below.binary_search(higher).is_ok()))
            .collect();
        let ultimate = (0..entities as u32)
            .map(|entity| ultimate_of(EntityIx(entity), &above, &circular, &is_top))
            .collect();
        Self { above, below, ultimate }
    }
}

/// The tops that control `entity`, itself among them when nobody else does.
fn ultimate_of(
    entity: EntityIx,
    above: &[Vec<EntityIx>],
    circular: &[bool],
    is_top: &[bool],
) -> Vec<EntityIx> {
    let itself = (circular[entity.at()] || above[entity.at()].is_empty()).then_some(entity);
    let all = above[entity.at()].iter().copied().chain(itself);
    let mut tops: Vec<EntityIx> = all.filter(|top| is_top[top.at()]).collect();
    tops.sort_unstable();
    tops
}
