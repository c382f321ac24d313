//! Entries by words.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;
use trefonds_findings::CatalogueSearch;

use super::Catalogue;

/// A text without case and accents.
pub type Folded = fn(&str) -> String;

/// How well a word fits: it is a whole word, it begins one, it is part of one.
fn fit(text: &str, word: &str) -> u32 {
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty());
    if text == word || words.clone().any(|it| it == word) {
        3
    } else if words.any(|it| it.starts_with(word)) {
        2
    } else {
        u32::from(text.contains(word))
    }
}

impl Catalogue<'_> {
    /// What has every one of some words in its id, its name or a pattern that leads to it, the best first:
    /// whole words before parts of them, ids and names before patterns. O(n) for n entries and patterns.
    #[must_use]
    pub fn search<'p>(
        &self,
        words: &[String],
        patterns: impl Iterator<Item = (&'p str, &'p str)>,
        folded: Folded,
    ) -> CatalogueSearch {
        let mut by_offer: FxHashMap<&str, Vec<String>> = FxHashMap::default();
        for (offer, pattern) in patterns {
            by_offer.entry(offer).or_default().push(folded(pattern));
        }
        let wanted: Vec<String> = words.iter().map(|word| folded(word)).collect();
        let mut found: Vec<(u32, _)> = Vec::new();
        for thing in self.things() {
            let (id, name) = (folded(&thing.thing.id), folded(&thing.thing.name));
            let patterns = by_offer.get(thing.thing.id.as_str()).map_or(&[][..], Vec::as_slice);
            let best = |word: &String| {
                let own = 2 * fit(&id, word).max(fit(&name, word));
                own.max(patterns.iter().map(|pattern| fit(pattern, word)).max().unwrap_or(0))
            };
            let fits: Vec<u32> = wanted.iter().map(best).collect();
            if !fits.contains(&0) {
                let all = wanted.join(" ");
                let exact = if id == all || name == all { 100 } else { 0 };
                found.push((exact + fits.iter().sum::<u32>(), thing));
            }
        }
        found.sort_by_key(|(fits, _)| Reverse(*fits));
        CatalogueSearch {
            head: self.head.clone(),
            words: words.to_vec(),
            found: found.into_iter().map(|(_, thing)| thing).collect(),
        }
    }
}
