//! Control among all entities: who is above and below whom, and where each chain ends.
//!
//! One fixpoint of [`Stakes`] an entity, the votes counted in one place that is cleared from one to the
//! next. A chain of n holdings has n^2 / 2 pairs, and these are kept.

use std::sync::Arc;

use rustc_hash::FxHashSet;
use trefonds_model::EntityIx;
use trefonds_model::Reading;

use crate::stakes::{Counted, Stake, Stakes, Votes, becomes_majority};

/// For one after the other: room for all entities, of which only what was touched is cleared.
struct Dense {
    sums: Vec<Counted>,
    touched: Vec<EntityIx>,
}

impl Dense {
    fn clear(&mut self) {
        self.touched.drain(..).for_each(|held| self.sums[held.at()] = Counted::default());
    }
}

impl Votes for Dense {
    fn completes(&mut self, held: EntityIx, votes: Counted, said: u64) -> bool {
        let sum = &mut self.sums[held.at()];
        if *sum == Counted::default() {
            self.touched.push(held);
        }
        becomes_majority(sum, votes, said)
    }
}

/// Control among all entities in one reading.
#[derive(Debug, Default)]
pub struct Control {
    /// Who controls each entity, itself left out; sorted.
    pub above: Vec<Vec<EntityIx>>,
    /// What each entity controls, itself left out; sorted.
    pub below: Vec<Vec<EntityIx>>,
    /// Where the chain of control of each entity ends; itself when nobody is above.
    pub ultimate: Vec<Vec<EntityIx>>,
}

impl Control {
    /// Control in the settled and in the careful reading: one and the same where no stake differs.
    pub(crate) fn both(entities: usize, stakes: &Stakes) -> (Arc<Self>, Arc<Self>) {
        let settled = Arc::new(Self::new(entities, stakes, Reading::Settled));
        let careful = if stakes.is_firm() {
            Arc::clone(&settled)
        } else {
            Arc::new(Self::new(entities, stakes, Reading::Careful))
        };
        (settled, careful)
    }

    /// O(pairs of a top and what it controls, and the stakes met on the way) time and space.
    pub(crate) fn new(entities: usize, stakes: &Stakes, reading: Reading) -> Self {
        let none = FxHashSet::default();
        let mut below: Vec<Vec<EntityIx>> = Vec::with_capacity(entities);
        let mut circular = vec![false; entities];
        let mut votes = Dense { sums: vec![Counted::default(); entities], touched: Vec::new() };
        for top in (0..entities as u32).map(EntityIx) {
            votes.clear();
            let counts = |stake: &Stake| stake.counts(reading, &none);
            let holdings = |holder| stakes.holdings(holder);
            let mut found = stakes.gather(Some(top), &[], holdings, counts, &mut votes);
            found.sort_unstable();
            if let Ok(at) = found.binary_search(&top) {
                found.remove(at);
                circular[top.at()] = true;
            }
            found.shrink_to_fit();
            below.push(found);
        }
        let above = turned_round(&below);
        // A top: nobody controls it except such as it controls itself.
        let is_top: Vec<bool> =
            above.iter().zip(&below).map(|(above, below)| is_among(above, below)).collect();
        let ultimate = (0..entities as u32)
            .map(|entity| ultimate_of(EntityIx(entity), &above, &circular, &is_top))
            .collect();
        Self { above, below, ultimate }
    }
}

/// Lists of who has whom as lists of who is had by whom; both sorted.
fn turned_round(lists: &[Vec<EntityIx>]) -> Vec<Vec<EntityIx>> {
    let mut lengths = vec![0; lists.len()];
    lists.iter().flatten().for_each(|entity| lengths[entity.at()] += 1);
    let mut turned: Vec<Vec<EntityIx>> = lengths.into_iter().map(Vec::with_capacity).collect();
    for (top, list) in lists.iter().enumerate() {
        list.iter().for_each(|entity| turned[entity.at()].push(EntityIx(top as u32)));
    }
    turned
}

/// Whether all of one sorted list are in another.
fn is_among(some: &[EntityIx], all: &[EntityIx]) -> bool {
    let mut rest = all;
    some.len() <= all.len()
        && some.iter().all(|one| {
            // In a chain the first one tells; in a circle the next one stands next.
            let at = if rest.first() == Some(one) { Ok(0) } else { rest.binary_search(one) };
            at.is_ok_and(|at| {
                rest = &rest[at + 1..];
                true
            })
        })
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
