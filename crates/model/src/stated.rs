use std::num::NonZeroU32;

use trefonds_source::Span;

/// What is known of the part of a fact that is not listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Rest {
    /// Nobody has said anything.
    #[default]
    NotSaid,
    /// Declared: there is nothing else.
    Nothing,
    /// Declared: there is something else, and it is not disclosed.
    Undisclosed,
}

/// A handle into [`Inventory::hidden`](crate::Inventory::hidden): its position and one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HiddenIx(NonZeroU32);

impl HiddenIx {
    /// The handle of a position.
    #[must_use]
    pub fn new(position: usize) -> Option<Self> {
        u32::try_from(position + 1).ok().and_then(NonZeroU32::new).map(Self)
    }

    /// The position in its table.
    #[must_use]
    pub const fn at(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// A fact that may be not said, declared none, undisclosed, or a list of things, perhaps incomplete.
///
/// | in the file | `items` | `rest` |
/// |---|---|---|
/// | the key is left out | empty | `NotSaid` |
/// | `none` or `[]` | empty | `Nothing` |
/// | `undisclosed` | empty | `Undisclosed` |
/// | `[a, b]` | a, b | `Nothing` |
/// | `[a, undisclosed]` | a | `Undisclosed` |
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated<T> {
    /// What is listed, in file order.
    pub items: Box<[T]>,
    /// What is known of all else.
    pub rest: Rest,
    /// A name and bounds of what is undisclosed, if any were given.
    pub hidden: Option<HiddenIx>,
    /// Where it is said: the value; for a fact not said, the place of the thing that lacks it.
    pub at: Span,
}

impl<T> Stated<T> {
    /// Nobody said anything; `at` is the thing that lacks the fact.
    #[must_use]
    pub fn not_said(at: Span) -> Self {
        Self { items: Box::default(), rest: Rest::NotSaid, hidden: None, at }
    }

    /// Whether anything is said.
    #[must_use]
    pub fn is_said(&self) -> bool {
        self.rest != Rest::NotSaid || !self.items.is_empty()
    }

    /// A complete list; an empty one is "declared none".
    #[must_use]
    pub fn complete(items: Vec<T>, at: Span) -> Self {
        Self { items: items.into_boxed_slice(), rest: Rest::Nothing, hidden: None, at }
    }
}
