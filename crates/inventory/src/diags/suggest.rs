//! "Did you mean": the closest known word, within a bounded effort.

/// The closest of `known` to `word`, if it is close enough to be a slip of the pen.
pub(crate) fn closest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    Suggester::default().closest(word, known)
}

/// Looks for close words until its effort is spent: a million unknown ids over a million known
/// ones must not take hours.
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
        let mut best: Option<(usize, &str)> = None;
        for candidate in known {
            self.comparisons_left = self.comparisons_left.checked_sub(1)?;
            let allowed =
                best.map_or((length / 3).max(1), |(distance, _)| distance.saturating_sub(1));
            if candidate.len().abs_diff(word.len()) > allowed * 4 {
                continue;
            }
            let distance = distance(word, candidate);
            if distance <= allowed && candidate != word {
                best = Some((distance, candidate));
            }
        }
        best.map(|(_, candidate)| candidate)
    }
}

/// Swapped, missing, added and wrong characters; upper or lower case and `_` for `-` count half.
fn distance(a: &str, b: &str) -> usize {
    let fold = |text: &str| text.to_lowercase().replace('_', "-");
    let (folded_a, folded_b) = (fold(a), fold(b));
    if folded_a == folded_b { 1 } else { strsim::osa_distance(&folded_a, &folded_b) }
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
    }

    #[test]
    fn the_effort_is_bounded() {
        let mut suggester = Suggester { comparisons_left: 1 };
        assert_eq!(suggester.closest("nam", ["size", "name"]), None);
    }
}
