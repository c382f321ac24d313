//! Facts of two sides, key by key.

use std::collections::BTreeMap;

use crate::{Fact, FactKey, Facts};

/// A fact of either side, or of both and different.
pub struct Pair<'f> {
    /// Which.
    pub key: &'f FactKey,
    /// As it was.
    pub before: Option<&'f Fact>,
    /// As it is.
    pub after: Option<&'f Fact>,
}

/// The facts that differ, in the order of their keys: where they are written does not matter.
#[must_use]
pub fn differing<'f>(old: &'f Facts, new: &'f Facts) -> Vec<Pair<'f>> {
    let mut pairs: BTreeMap<&FactKey, Pair<'_>> = BTreeMap::new();
    for fact in &old.facts {
        let pair = Pair { key: &fact.key, before: Some(fact), after: None };
        pairs.insert(&fact.key, pair);
    }
    for fact in &new.facts {
        let empty = Pair { key: &fact.key, before: None, after: None };
        pairs.entry(&fact.key).or_insert(empty).after = Some(fact);
    }
    pairs.into_values().filter(|pair| !is_same(pair)).collect()
}

fn is_same(pair: &Pair<'_>) -> bool {
    match (pair.before, pair.after) {
        (Some(before), Some(after)) => (&before.value, &before.note) == (&after.value, &after.note),
        _ => false,
    }
}
