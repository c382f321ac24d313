//! Which components a map shows.

use std::collections::{BTreeSet, VecDeque};

use rustc_hash::{FxHashMap, FxHashSet};
use trefonds_model::ComponentIx;

use super::MapOptions;
use crate::Analysis;

impl Analysis<'_> {
    /// The components shown, in file order: all, or what the focus rests on and what rests on it,
    /// within the depth, of the wanted layers. The focus itself is always shown. And those that are
    /// left out for their layer alone.
    pub(super) fn select(
        &self,
        options: &MapOptions,
    ) -> (Vec<ComponentIx>, FxHashSet<ComponentIx>) {
        let around: BTreeSet<ComponentIx> = match options.focus {
            None => self.standing_components().collect(),
            Some(focus) => {
                let depth = options.depth.unwrap_or(u32::MAX);
                let down = self.within(focus, depth, |at| {
                    self.circuit().needs(at).into_iter().map(|(_, needed)| needed).collect()
                });
                let up = self.within(focus, depth, |at| {
                    let watchers = self.circuit().watchers(at).iter();
                    watchers.map(|leaf| self.circuit().owner(*leaf)).collect()
                });
                down.into_iter().chain(up).collect()
            }
        };
        let wanted = |component: &ComponentIx| {
            let layer = self.model().component(*component).layer;
            options.focus == Some(*component)
                || options.layers.as_ref().is_none_or(|layers| layers.contains(&layer))
        };
        let (shown, hidden): (Vec<ComponentIx>, Vec<ComponentIx>) =
            around.into_iter().partition(wanted);
        (shown, hidden.into_iter().collect())
    }

    fn within(
        &self,
        start: ComponentIx,
        depth: u32,
        next: impl Fn(ComponentIx) -> Vec<ComponentIx>,
    ) -> Vec<ComponentIx> {
        let mut steps = FxHashMap::from_iter([(start, 0)]);
        let mut queue = VecDeque::from([start]);
        let mut found = vec![start];
        while let Some(component) = queue.pop_front() {
            let here = steps.get(&component).copied().unwrap_or(0);
            if here == depth {
                continue;
            }
            for other in next(component) {
                steps.entry(other).or_insert_with(|| {
                    queue.push_back(other);
                    found.push(other);
                    here + 1
                });
            }
        }
        found
    }
}
