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
    /// Where it is said: the value; for a fact not said, the place of the thing that lacks it.
    pub at: Span,
}

impl<T> Stated<T> {
    /// Nobody said anything; `at` is the thing that lacks the fact.
    #[must_use]
    pub fn not_said(at: Span) -> Self {
        Self { items: Box::default(), rest: Rest::NotSaid, at }
    }

    /// A complete list; an empty one is "declared none".
    #[must_use]
    pub fn complete(items: Vec<T>, at: Span) -> Self {
        Self { items: items.into_boxed_slice(), rest: Rest::Nothing, at }
    }
}
