//! The search for changes that undo something together, one question at a time.

/// A search for a set of changes, none of them to spare: halves, then single changes, are spared as long
/// as the rest still undoes it (delta debugging: Zeller and Hildebrandt 2002, *Simplifying and isolating
/// failure-inducing input*). About `n log m` questions for `n` changes found among `m`.
pub(crate) struct Joint {
    /// All changes, known to undo it.
    all: Option<Vec<usize>>,
    /// The smallest set known, or hoped, to undo it.
    kept: Vec<usize>,
    /// How many are spared at once.
    size: usize,
    /// Where the next ones to be spared begin.
    at: usize,
    /// What is asked for now.
    asks: Vec<usize>,
}

impl Joint {
    /// `near` may undo it, `all` do.
    pub(crate) fn new(near: Vec<usize>, all: Vec<usize>) -> Self {
        let asks = near.clone();
        Self { all: Some(all), kept: near, size: 0, at: 0, asks }
    }

    /// The set of changes about which it wants to know whether they undo it.
    pub(crate) fn asks(&self) -> &[usize] {
        &self.asks
    }

    /// Takes the answer and asks the next question; the set when there is none.
    pub(crate) fn answer(&mut self, undone: bool) -> Option<Vec<usize>> {
        if let Some(all) = self.all.take() {
            if !undone {
                self.kept = all;
            }
            self.size = self.kept.len().div_ceil(2).max(1);
        } else if undone {
            self.kept = std::mem::take(&mut self.asks);
        } else {
            self.at += self.size;
        }
        if self.at >= self.kept.len() {
            if self.size == 1 {
                return Some(std::mem::take(&mut self.kept));
            }
            (self.size, self.at) = (self.size.div_ceil(2), 0);
        }
        self.asks.clone_from(&self.kept);
        self.asks.drain(self.at..(self.at + self.size).min(self.kept.len()));
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The set that a search ends with, where what undoes is to hold one of some sets whole.
    fn search(near: Vec<usize>, count: usize, undoing: &[Vec<usize>]) -> Vec<usize> {
        let undoes =
            |set: &[usize]| undoing.iter().any(|all| all.iter().all(|it| set.contains(it)));
        let mut joint = Joint::new(near, (0..count).collect());
        loop {
            let undone = undoes(joint.asks());
            if let Some(found) = joint.answer(undone) {
                return found;
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_found_undoes_it_with_none_to_spare(
            count in 1..30_usize,
            sets in prop::collection::vec(prop::collection::btree_set(0..30_usize, 1..4), 1..4),
            near in prop::collection::btree_set(0..30_usize, 0..30),
        ) {
            let within = |set: &std::collections::BTreeSet<usize>| -> Vec<usize> {
                set.iter().map(|at| at % count).collect()
            };
            let undoing: Vec<Vec<usize>> = sets.iter().map(within).collect();
            let found = search(within(&near), count, &undoing);
            let undoes = |set: &[usize]| undoing.iter().any(|all| all.iter().all(|it| set.contains(it)));
            prop_assert!(undoes(&found));
            for spare in &found {
                let fewer: Vec<usize> = found.iter().copied().filter(|it| it != spare).collect();
                prop_assert!(!undoes(&fewer) || found.iter().filter(|it| *it == spare).count() > 1);
            }
        }
    }
}
