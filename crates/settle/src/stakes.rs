//! Who controls whom: the company-control fixpoint, in both readings.
//!
//! A controls B when A, together with the entities that A controls, holds more than half of B's
//! votes, or when control by other means is stated. Per entity a least fixpoint with one
//! accumulator per candidate: each holding is added once, so O(holdings reached) time and space;
//! the rule is monotone, so circular holdings need no care. Source of the problem: Ceri, Gottlob
//! and Tanca, *Logic Programming and Databases*, 1990.

mod proofs;

use std::collections::VecDeque;

use rustc_hash::{FxHashMap, FxHashSet};
use trefonds_model::Reading;
use trefonds_model::{EntityIx, NoteIx, Share};
use trefonds_source::Span;

use crate::unknowns::UnknownIx;
pub use proofs::Proofs;

/// A stake of [`Stakes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StakeIx(pub(crate) u32);

/// One holding of votes, or one statement of control by other means.
#[derive(Clone, Copy, Debug)]
pub struct Stake {
    /// Who holds.
    pub holder: EntityIx,
    /// Of whom.
    pub held: EntityIx,
    /// `None`: control by other means.
    pub votes: Option<Share>,
    /// The range of votes, or what is only a candidate, as an unknown fact.
    pub(crate) unknown: Option<UnknownIx>,
    /// It counts in the careful reading only.
    pub(crate) candidate: bool,
    /// Where it is said.
    pub at: Span,
    /// Its dates and source.
    pub note: NoteIx,
}

impl Stake {
    /// The unknown, unless even the lower bound of a range is control by itself.
    pub(crate) fn assumed(&self) -> Option<UnknownIx> {
        let open = |votes: Share| self.candidate || votes.at_least <= Share::HALF;
        self.unknown.filter(|_| self.votes.is_none_or(open))
    }

    /// Votes that count in a reading; a settled unknown counts its lower bound.
    pub(crate) fn counts(&self, reading: Reading, settled: &FxHashSet<UnknownIx>) -> Counted {
        let careful = reading == Reading::Careful
            && !self.unknown.is_some_and(|unknown| settled.contains(&unknown));
        match self.votes {
            _ if self.candidate && !careful => Counted::default(),
            None => Counted::ALL,
            Some(votes) => Counted {
                most: u64::from(if careful { votes.at_most } else { votes.at_least }),
                least: if self.candidate { 0 } else { u64::from(votes.at_least) },
            },
        }
    }

    /// Votes that whoever else counts them cannot have: the least that is confirmed.
    fn firm(&self) -> u64 {
        match self.votes {
            Some(votes) if !self.candidate => u64::from(votes.at_least),
            _ => 0,
        }
    }
}

/// Votes of somebody in one entity, in millionths: as many as may be his, and as many as he has at least.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// At most.
    pub most: u64,
    /// At least.
    pub least: u64,
}

impl Counted {
    /// All of them.
    const ALL: Self = Self { most: Share::WHOLE as u64, least: Share::WHOLE as u64 };

    /// Votes of which nobody says who has them: a majority of them takes no other to control.
    pub(crate) const fn unnamed(votes: u64) -> Self {
        if votes > Share::HALF as u64 { Self::ALL } else { Self { most: votes, least: 0 } }
    }

    pub(crate) const fn and(self, other: Self) -> Self {
        Self { most: self.most + other.most, least: self.least + other.least }
    }

    /// Whether these may be a majority, where so many are said to be somebody's, whosever: what others have
    /// at least is not his.
    pub(crate) const fn is_majority(self, said: u64) -> bool {
        let half = Share::HALF as u64;
        let others = said.saturating_sub(self.least);
        self.most > half && (self.least > half || others < half)
    }
}

/// Where the votes of one somebody are counted.
pub trait Votes {
    /// Adds votes in an entity, of which so many are said to be somebody's; whether these, and not those
    /// before, make it controlled.
    fn completes(&mut self, held: EntityIx, votes: Counted, said: u64) -> bool;
}

/// Adds to a sum; whether it becomes a majority by that.
pub(crate) fn becomes_majority(sum: &mut Counted, votes: Counted, said: u64) -> bool {
    let before = *sum;
    *sum = before.and(votes);
    !before.is_majority(said) && sum.is_majority(said)
}

/// For one somebody who may hold little.
impl Votes for FxHashMap<EntityIx, Counted> {
    fn completes(&mut self, held: EntityIx, votes: Counted, said: u64) -> bool {
        becomes_majority(self.entry(held).or_default(), votes, said)
    }
}

/// All stakes that hold on the day, indexed by holder.
#[derive(Debug, Default)]
pub struct Stakes {
    all: Vec<Stake>,
    by_holder: Vec<Vec<StakeIx>>,
    by_held: Vec<Vec<StakeIx>>,
    /// Votes in each entity that are confirmed to be somebody's, in millionths: the least of each holding.
    said: Vec<u64>,
}

impl Stakes {
    /// `dispersed` says how many votes of each entity are.
    pub(crate) fn new(dispersed: Vec<u64>, all: Vec<Stake>) -> Self {
        let entities = dispersed.len();
        let mut said = dispersed;
        all.iter().for_each(|stake| said[stake.held.at()] += stake.firm());
        let mut by_holder = vec![Vec::new(); entities];
        let mut by_held = vec![Vec::new(); entities];
        for (at, stake) in all.iter().enumerate() {
            by_holder[stake.holder.at()].push(StakeIx(at as u32));
            by_held[stake.held.at()].push(StakeIx(at as u32));
        }
        Self { all, by_holder, by_held, said }
    }

    /// One of them.
    pub fn get(&self, stake: StakeIx) -> &Stake {
        &self.all[stake.0 as usize]
    }

    /// What `top` controls by some of these stakes alone. O(stakes given) time and space.
    pub(crate) fn fixpoint_by(
        &self,
        stakes: impl Iterator<Item = StakeIx>,
        top: EntityIx,
        reading: Reading,
        settled: &FxHashSet<UnknownIx>,
    ) -> Vec<EntityIx> {
        let mut by_holder: FxHashMap<EntityIx, Vec<StakeIx>> = FxHashMap::default();
        for stake in stakes {
            by_holder.entry(self.get(stake).holder).or_default().push(stake);
        }
        let holdings = |holder: EntityIx| by_holder.get(&holder).map_or(&[][..], Vec::as_slice);
        let votes = &mut FxHashMap::default();
        self.gather(Some(top), &[], holdings, |stake| stake.counts(reading, settled), votes)
    }

    /// The entities in which one holds votes, or which it controls by other means.
    pub(crate) fn held_by(&self, holder: EntityIx) -> impl Iterator<Item = EntityIx> + '_ {
        self.by_holder[holder.at()].iter().map(|stake| self.get(*stake).held)
    }

    /// Those who hold votes in one, or control it by other means.
    pub(crate) fn holders_of(&self, held: EntityIx) -> impl Iterator<Item = EntityIx> + '_ {
        self.by_held[held.at()].iter().map(|stake| self.get(*stake).holder)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Stake> {
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
        let counts = |stake: &Stake| stake.counts(reading, settled);
        self.gather(top, more, |holder| self.holdings(holder), counts, &mut FxHashMap::default())
    }

    pub(crate) fn holdings(&self, holder: EntityIx) -> &[StakeIx] {
        &self.by_holder[holder.at()]
    }

    /// The same by what somebody holds and how much each stake counts; the votes are counted in a given
    /// place, which is empty before.
    pub(crate) fn gather<'s>(
        &self,
        top: Option<EntityIx>,
        more: &[(EntityIx, u64)],
        holdings: impl Fn(EntityIx) -> &'s [StakeIx],
        counts: impl Fn(&Stake) -> Counted,
        votes: &mut impl Votes,
    ) -> Vec<EntityIx> {
        let mut found = Vec::new();
        let mut add = |held: EntityIx, more: Counted, found: &mut Vec<EntityIx>| {
            if votes.completes(held, more, self.said[held.at()]) {
                found.push(held);
            }
        };
        let mut next = 0;
        let mut holder = top;
        for (held, votes) in more {
            add(*held, Counted::unnamed(*votes), &mut found);
        }
        loop {
            for stake in holder.iter().flat_map(|holder| holdings(*holder)) {
                let stake = self.get(*stake);
                add(stake.held, counts(stake), &mut found);
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

    /// Whether every stake counts the same in both readings.
    pub(crate) fn is_firm(&self) -> bool {
        self.all.iter().all(|stake| {
            !stake.candidate && stake.votes.is_none_or(|votes| votes.at_least == votes.at_most)
        })
    }

    /// An irreducible set of stakes by which `top` controls `entity`, from the top down; empty when
    /// it does not, or when they are the same.
    pub fn proof(
        &self,
        top: EntityIx,
        entity: EntityIx,
        reading: Reading,
        settled: &FxHashSet<UnknownIx>,
    ) -> Vec<StakeIx> {
        self.proofs(top, reading, settled).of(entity)
    }

    /// How many stakes lie between an entity and each of those who hold votes in it, at any distance.
    pub(crate) fn distances_up(&self, from: EntityIx) -> FxHashMap<EntityIx, usize> {
        let mut distances = FxHashMap::from_iter([(from, 0)]);
        let mut open = VecDeque::from([from]);
        while let Some(held) = open.pop_front() {
            let next = distances.get(&held).map_or(0, |distance| distance + 1);
            for holder in self.holders_of(held) {
                distances.entry(holder).or_insert_with(|| {
                    open.push_back(holder);
                    next
                });
            }
        }
        distances
    }

    /// How many stakes lie between `top` and some entities, sorted, over these alone.
    pub(crate) fn distances(
        &self,
        top: EntityIx,
        among: &[EntityIx],
    ) -> FxHashMap<EntityIx, usize> {
        let mut distances = FxHashMap::from_iter([(top, 0)]);
        let mut open = VecDeque::from([top]);
        while let Some(holder) = open.pop_front() {
            let next = distances.get(&holder).map_or(0, |distance| distance + 1);
            for held in self.held_by(holder) {
                if among.binary_search(&held).is_ok() && !distances.contains_key(&held) {
                    distances.insert(held, next);
                    open.push_back(held);
                }
            }
        }
        distances
    }
}
