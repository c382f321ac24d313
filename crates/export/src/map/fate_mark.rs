//! The mark of what happens to a component in a scenario.

use trefonds_findings::{Certainty, Fate, Outcome};
use trefonds_lang::Lang;

/// What is drawn of a fate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum FateMark {
    /// It stops, for certain.
    Stops,
    /// It stops, possibly.
    MayStop,
    /// It is degraded, for certain or possibly.
    Degrades,
    /// It is hit and holds.
    Holds,
}

impl FateMark {
    pub(super) const ALL: [Self; 4] = [Self::Stops, Self::MayStop, Self::Degrades, Self::Holds];

    pub(super) const fn of(fate: Fate) -> Self {
        match (fate.outcome, fate.certainty) {
            (Outcome::Stops, Certainty::Certain) => Self::Stops,
            (Outcome::Stops, Certainty::Possible) => Self::MayStop,
            (Outcome::Degrades, _) => Self::Degrades,
            (Outcome::Holds, _) => Self::Holds,
        }
    }

    pub(super) const fn sign(self) -> &'static str {
        match self {
            Self::Stops => "\u{d7}",
            Self::MayStop => "?",
            Self::Degrades => "~",
            Self::Holds => "=",
        }
    }

    /// The words of the legend.
    pub(super) fn words(self, lang: Lang) -> String {
        match self {
            Self::Stops => lang.map_fate_stops(),
            Self::MayStop => lang.map_fate_may_stop(),
            Self::Degrades => lang.map_fate_degrades(),
            Self::Holds => lang.map_fate_holds(),
        }
    }
}
