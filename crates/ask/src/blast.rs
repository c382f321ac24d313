//! How far withdrawals go: what each one, alone, stops in the whole inventory.

use rayon::prelude::*;
use rustc_hash::FxHashSet;
use trefonds_findings::Reading;
use trefonds_model::{ComponentIx, Minutes};

use crate::Analysis;
use trefonds_settle::circuit::Failure;
use trefonds_settle::spread::width;
use trefonds_settle::survival::{LANES, World};
use trefonds_settle::withdrawal::Withdrawal;
use trefonds_settle::withdrawal::event_of;

/// What one withdrawal stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Blast {
    /// How many components.
    pub components: u32,
    /// When the last of them has stopped.
    pub last: Minutes,
}

impl Blast {
    fn add(&mut self, time: Minutes) {
        self.components += 1;
        self.last = self.last.max(time);
    }
}

impl Analysis<'_> {
    /// What each withdrawal, alone, stops, redundancy and times considered. Withdrawals that are no
    /// event (a union, a site, a law) stop nothing here.
    ///
    /// O((V + E) x withdrawals) time at worst, in wide blocks that share one sweep, on all threads.
    #[must_use]
    pub fn blasts(&self, withdrawals: &[Withdrawal], reading: Reading) -> Vec<Blast> {
        let none = FxHashSet::default();
        let blocks = withdrawals.par_chunks(width(withdrawals.len())).flat_map_iter(|block| {
            let events = block.iter().map(|one| event_of(*one));
            let scopes: Vec<_> = events
                .map(|event| {
                    event.map(|event| self.scope(event, reading, &none)).unwrap_or_default()
                })
                .collect();
            let mut blasts = vec![Blast::default(); block.len()];
            if let Some(spread) = self.spread(&scopes, reading, Failure::Stops, World::Back) {
                let counts = spread.counts().into_iter();
                let blasts = counts.map(|(components, last)| Blast { components, last });
                return blasts.take(block.len()).collect();
            }
            for (block, blasts) in scopes.chunks(LANES).zip(blasts.chunks_mut(LANES)) {
                for lanes in self.survival(block, reading, Failure::Stops, World::Back) {
                    for (blast, time) in blasts.iter_mut().zip(lanes) {
                        Minutes(time)
                            .finite()
                            .map(Minutes)
                            .into_iter()
                            .for_each(|time| blast.add(time));
                    }
                }
            }
            blasts
        });
        blocks.collect()
    }

    /// How many components each of these rests on, itself included, alternatives and soft
    /// requirements too. O(V + E) a component, on all threads.
    #[must_use]
    pub fn cone_sizes(&self, of: &[ComponentIx]) -> Vec<u32> {
        let all = self.model().components.len();
        of.par_iter()
            .map_init(
                || (vec![u32::MAX; all], Vec::new(), 0_u32),
                |(seen, stack, turn), top| {
                    *turn += 1;
                    seen[top.at()] = *turn;
                    stack.push(*top);
                    let mut size = 0;
                    while let Some(component) = stack.pop() {
                        size += 1;
                        for (_, needed) in self.circuit().leaves(component) {
                            if std::mem::replace(&mut seen[needed.at()], *turn) != *turn {
                                stack.push(needed);
                            }
                        }
                    }
                    size
                },
            )
            .collect()
    }
}
