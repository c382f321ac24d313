//! Rules that a fact must keep, each in a file of its own. They know no file and no format.

pub(crate) mod ids;
pub(crate) mod lei;
pub(crate) mod repeated;
pub(crate) mod share;
pub(crate) mod votes;
