//! Rules that a declaration must keep, each in a file of its own. They know no origin.

pub mod ids;
pub mod lei;
pub(crate) mod repeated;
pub mod share;
pub(crate) mod votes;
