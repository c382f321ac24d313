//! Cut sets, listed: the sets of the top module, with the sets of modules in their place.

use crate::diagram::{ANY_ORDER, Order, Sets};
use crate::formula::{EventIx, Input};
use crate::solve::{CutSets, Inside};
use crate::tidy::Value;

impl CutSets {
    /// The first `limit` cut sets, by order, then by their events; fewer when there are fewer.
    ///
    /// Orders are gone through one after the other, so that low ones are found without walking the
    /// high ones: O(sets of the orders gone through x length).
    #[must_use]
    pub fn list(&self, limit: usize) -> Vec<Vec<EventIx>> {
        let mut listed: Vec<Vec<EventIx>> = Vec::new();
        let Ok(counts) = self.by_order() else {
            return self.up_to(ANY_ORDER).take(limit).collect();
        };
        for (order, count) in counts.iter().enumerate() {
            if *count == 0 || listed.len() >= limit {
                continue;
            }
            let sets = self.up_to(order as Order).filter(|set| set.len() == order);
            let mut sets: Vec<Vec<EventIx>> = sets.take(limit - listed.len()).collect();
            sets.sort_unstable();
            listed.append(&mut sets);
        }
        listed
    }

    /// All cut sets of at most an order, each with its events in order; in the order of the diagrams.
    pub fn up_to(&self, order: u16) -> impl Iterator<Item = Vec<EventIx>> + '_ {
        let order = order.min(self.bound);
        let constant = match self.constant {
            None | Some(Value::Never) => None,
            Some(Value::Always | Value::Is(Input::Not(_) | Input::Gate(_))) => Some(Vec::new()),
            Some(Value::Is(Input::Event(event))) => (order > 0).then(|| vec![event]),
        };
        constant.into_iter().chain(Walk::new(self, order))
    }
}

/// A module whose sets are being gone through.
struct Frame<'c> {
    module: usize,
    sets: Sets<'c>,
    /// How many events were chosen before it.
    events: usize,
    /// Modules that are still to be gone through besides it.
    pending: Vec<usize>,
}

struct Walk<'c> {
    cuts: &'c CutSets,
    frames: Vec<Frame<'c>>,
    chosen: Vec<EventIx>,
    order: Order,
}

impl<'c> Walk<'c> {
    fn new(cuts: &'c CutSets, order: Order) -> Self {
        let mut walk = Self { cuts, frames: Vec::new(), chosen: Vec::new(), order };
        if let Some(top) = cuts.modules.len().checked_sub(1) {
            walk.open(top, Vec::new());
        }
        walk
    }

    fn open(&mut self, at: usize, pending: Vec<usize>) {
        let module = &self.cuts.modules[at];
        // What is chosen, and the least that pending modules will add, is gone from the bound.
        let least: usize = pending.iter().map(|at| usize::from(self.cuts.least(*at))).sum();
        let taken = self.chosen.len() + least;
        let left = usize::from(self.order).checked_sub(taken).unwrap_or(usize::MAX);
        if left == usize::MAX {
            return;
        }
        let sets = module.diagram.sets(module.family, left as Order);
        self.frames.push(Frame { module: at, sets, events: self.chosen.len(), pending });
    }
}

impl Iterator for Walk<'_> {
    type Item = Vec<EventIx>;

    fn next(&mut self) -> Option<Vec<EventIx>> {
        while let Some(frame) = self.frames.last_mut() {
            self.chosen.truncate(frame.events);
            let Some((levels, _)) = frame.sets.next() else {
                self.frames.pop();
                continue;
            };
            let mut pending = frame.pending.clone();
            let elements = &self.cuts.modules[frame.module].elements;
            for level in levels {
                match elements[level as usize] {
                    Inside::Event(event) => self.chosen.push(event),
                    Inside::Module(module) => pending.push(module),
                }
            }
            match pending.pop() {
                Some(next) => self.open(next, pending),
                None => {
                    let mut set = self.chosen.clone();
                    set.sort_unstable();
                    return Some(set);
                }
            }
        }
        None
    }
}
