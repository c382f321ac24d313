//! Facts of two sides, key by key.

use std::collections::{BTreeMap, BTreeSet};

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

/// Both sides of items of one key, by position: such as two contracts with one supplier.
type Repeated<'f> = BTreeMap<FactKey, (Vec<&'f Fact>, Vec<usize>)>;

/// The new facts with the numbers that tell items of one key apart as the old ones have them: what
/// stands on both sides is the same item, and what is left is paired in order. O(F log F).
#[must_use]
pub fn aligned(old: &Facts, new: &Facts) -> Facts {
    let mut facts = new.clone();
    for (key, (before, after)) in repeated(old, new) {
        let mut numbers: Vec<Option<FactKey>> = vec![None; after.len()];
        let mut free: Vec<&Fact> = before;
        let is = |one: &Fact, other: &Fact| (&one.value, &one.note) == (&other.value, &other.note);
        for (number, own) in
            numbers.iter_mut().zip(after.iter().filter_map(|at| new.facts.get(*at)))
        {
            if let Some(same) = free.iter().position(|other| is(other, own)) {
                *number = Some(free.remove(same).key.clone());
            }
        }
        let taken: BTreeSet<FactKey> = numbers.iter().flatten().cloned().collect();
        let left = free.iter().map(|fact| fact.key.clone());
        let further = (1_u32..).map(|number| numbered(&key, number));
        let further = further.filter(|key| !free.iter().any(|fact| fact.key == *key));
        let mut next = left.chain(further).filter(|key| !taken.contains(key));
        for (at, number) in after.iter().zip(numbers) {
            if let (Some(fact), Some(key)) =
                (facts.facts.get_mut(*at), number.or_else(|| next.next()))
            {
                fact.key = key;
            }
        }
    }
    facts.facts.sort_by(|one, other| one.key.cmp(&other.key));
    facts
}

fn repeated<'f>(old: &'f Facts, new: &'f Facts) -> Repeated<'f> {
    let all = || old.facts.iter().chain(&new.facts);
    let numbered: BTreeSet<FactKey> = all().filter_map(|fact| unnumbered(&fact.key)).collect();
    let mut repeated = Repeated::new();
    if numbered.is_empty() {
        return repeated;
    }
    let of = |key: &FactKey| {
        let bare = unnumbered(key).unwrap_or_else(|| key.clone());
        numbered.contains(&bare).then_some(bare)
    };
    for fact in &old.facts {
        if let Some(key) = of(&fact.key) {
            repeated.entry(key).or_default().0.push(fact);
        }
    }
    for (at, fact) in new.facts.iter().enumerate() {
        if let Some(key) = of(&fact.key) {
            repeated.entry(key).or_default().1.push(at);
        }
    }
    repeated
}

/// The key without the number that tells it from others, if it has one.
fn unnumbered(key: &FactKey) -> Option<FactKey> {
    let (item, number) = key.item.rsplit_once('#')?;
    number.parse::<u32>().ok()?;
    Some(FactKey { item: item.to_owned(), ..key.clone() })
}

/// The key of the `number`th item: the first has none.
pub(crate) fn numbered(key: &FactKey, number: u32) -> FactKey {
    let item = if number > 1 { format!("{}#{number}", key.item) } else { key.item.clone() };
    FactKey { item, ..key.clone() }
}
