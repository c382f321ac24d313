//! One value in the place of another.

use trefonds_model::Stated;
use trefonds_source::Span;

use crate::forms::{Hidden, Identifier, Note, NoteBox, add_up};
use crate::hidden::move_hidden;

/// Puts the new value in the place of the old one; whether there was one.
pub(super) fn take<T>(own: &mut Option<T>, new: &mut Option<T>) -> bool {
    std::mem::replace(own, new.take()).is_some()
}

/// Adds identifiers to those that a thing has; where it has one already.
pub(super) fn identify<'a>(
    own: &mut Vec<Identifier<'a>>,
    new: &mut Vec<Identifier<'a>>,
) -> Option<Span> {
    let there = own.first().map(|it| it.value.at);
    add_up(own, std::mem::take(new));
    there
}

/// Puts a list in the place of another; where that was said, if it was.
pub(super) fn put<'a, T>(
    own: &mut Stated<T>,
    new: &mut Stated<T>,
    hidden: &[Hidden<'a>],
    moved: &mut Vec<Hidden<'a>>,
) -> Option<Span> {
    let was = own.is_said().then_some(own.at);
    let mut new = std::mem::replace(new, Stated::not_said(own.at));
    move_hidden(&mut new, hidden, moved);
    *own = new;
    was
}

/// Amends the note of a whole, key by key; whether there was one.
pub(super) fn note<'a>(own: &mut NoteBox<'a>, new: &mut NoteBox<'a>, candidate_said: bool) -> bool {
    let there = own.is_some();
    let Some(new) = new.take() else { return there };
    let own: &mut Note<'a> = own.get_or_insert_default();
    own.from = new.from.or(own.from);
    if new.until.is_some() {
        (own.until, own.until_at) = (new.until, new.until_at);
    }
    own.source = new.source.or_else(|| own.source.take());
    if new.verification != trefonds_model::Verification::NotSaid {
        own.verification = new.verification;
    }
    if candidate_said {
        own.candidate = new.candidate;
    }
    there
}
