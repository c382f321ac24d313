//! What is said of a rule: three values, never two.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Whether a rule holds. A rule that holds of what is declared and may not once the unknowns are taken
/// against us is not known to hold (strong three-valued logic: Kleene 1952, section 64).
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Truth {
    /// It does not, from what is declared.
    DoesNot,
    /// What is not known decides.
    NotKnown,
    /// It does, whatever is not known.
    #[default]
    Holds,
}

impl Truth {
    /// Both: the less true of the two.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }
}

#[cfg(test)]
mod tests {
    use super::Truth::{DoesNot, Holds, NotKnown};

    #[test]
    fn what_does_not_hold_outweighs_what_is_not_known() {
        assert_eq!(DoesNot.and(NotKnown), DoesNot);
        assert_eq!(NotKnown.and(Holds), NotKnown);
        assert_eq!(Holds.and(Holds), Holds);
    }
}
