//! "Did you mean": the closest known word, within a bounded effort.

use trefonds_lang::fold;

/// The closest of `known` to `word`, if it is close enough to be a slip of the pen.
#[must_use]
pub fn closest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    Suggester::default().closest(word, known)
}

/// Looks for close words until its effort is spent: a million unknown ids over a million known
/// ones must not take minutes.
pub(crate) struct Suggester {
    comparisons_left: usize,
}

impl Default for Suggester {
    fn default() -> Self {
        Self { comparisons_left: 2_000_000 }
    }
}

impl Suggester {
    /// The closest of `known`; of several, the first.
    pub(crate) fn closest<'k>(
        &mut self,
        word: &str,
        known: impl IntoIterator<Item = &'k str>,
    ) -> Option<&'k str> {
        let length = word.chars().count();
        if length > 100 {
            return None;
        }
        let alike = alike(word);
        let mut best: Option<(usize, &str)> = None;
        for candidate in known {
            self.comparisons_left = self.comparisons_left.checked_sub(1)?;
            let allowed =
                best.map_or((length / 3).max(1), |(distance, _)| distance.saturating_sub(1));
            if candidate.len().abs_diff(word.len()) > allowed * 4 {
                continue;
            }
            let distance = distance(&alike, candidate);
            if distance <= allowed && candidate != word {
                best = Some((distance, candidate));
            }
        }
        best.map(|(_, candidate)| candidate)
    }
}

/// Swapped, missing, added and wrong characters; case, accents and `_` for `-` count half. `word` is as
/// [`alike`] has it.
fn distance(word: &str, candidate: &str) -> usize {
    let candidate = alike(candidate);
    if word == candidate { 1 } else { strsim::osa_distance(word, &candidate) }
}

/// A word without what counts half.
fn alike(text: &str) -> String {
    if !text.is_ascii() {
        return fold(text).replace(' ', "-");
    }
    let plain = text.bytes().map(|byte| match byte {
        b'_' | b' ' => '-',
        byte => char::from(byte.to_ascii_lowercase()),
    });
    plain.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_found_and_strangers_are_not() {
        let known = ["depends_on", "operator", "name", "site"];
        assert_eq!(closest("depend_on", known), Some("depends_on"));
        assert_eq!(closest("nmae", known), Some("name"));
        assert_eq!(closest("Operator", known), Some("operator"));
        assert_eq!(closest("depends-on", known), Some("depends_on"));
        assert_eq!(closest("zebra", known), None);
        assert_eq!(closest("", known), None);
        assert_eq!(closest("Salle A", ["salle-a", "salle-b"]), Some("salle-a"));
        assert_eq!(closest("médecin", ["machine", "medecin"]), Some("medecin"));
    }

    #[test]
    fn the_effort_is_bounded() {
        let mut suggester = Suggester { comparisons_left: 1 };
        assert_eq!(suggester.closest("nam", ["size", "name"]), None);
    }
}
