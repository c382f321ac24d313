use thiserror::Error;

use crate::SubjectKind;

/// What the format cannot say, and so nothing was written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", .faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
pub struct Unwritable {
    /// Everything of it, in the order of the text.
    pub faults: Vec<Fault>,
}

/// A declaration that cannot be written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{id} {key}: {why}")]
pub struct Fault {
    /// What kind of thing it is said of.
    pub subject: SubjectKind,
    /// The id of the thing; empty for the inventory itself.
    pub id: String,
    /// The key under which it would stand; empty for the thing as a whole.
    pub key: &'static str,
    /// Why it cannot.
    pub why: Why,
}

/// Why a declaration cannot be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Why {
    /// The id is none that a file may have.
    #[error("not an id")]
    Id,
    /// What must be said is not.
    #[error("is not said")]
    Missing,
    /// A list with items of which it is not said whether there are others: a list in a file is complete,
    /// or says that something is undisclosed.
    #[error("is open-ended")]
    OpenEnded,
    /// Declared none, where there is always one.
    #[error("cannot be none")]
    None,
    /// A list that must have an item has none.
    #[error("has no item")]
    Empty,
    /// A duration without end.
    #[error("never ends")]
    Endless,
    /// A note where none can stand, or of a kind that cannot.
    #[error("cannot have this note")]
    Note,
    /// A word for which the format has none.
    #[error("has no word")]
    Word,
    /// An amendment that replaces requirements and changes them one by one.
    #[error("is replaced and changed at once")]
    Twice,
}
