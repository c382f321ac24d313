//! Why a component fails.

use crate::channels::EntryIx;
use crate::circuit::NodeIx;

/// Why a component fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// It is withdrawn itself.
    Itself,
    /// One of its channels is.
    Channel(EntryIx),
    /// All of its places are: one channel a place.
    Places,
    /// It has ended, or is not there yet.
    Ended,
    /// One of its requirements failed.
    Requirement(NodeIx),
}

impl Cause {
    /// Of two causes at one time, the one with the smaller rank is told.
    pub(crate) const fn rank(self) -> (u8, u32) {
        match self {
            Self::Itself => (0, 0),
            Self::Channel(at) => (1, at.0),
            Self::Places => (2, 0),
            Self::Ended => (3, 0),
            Self::Requirement(node) => (4, node.0),
        }
    }
}
