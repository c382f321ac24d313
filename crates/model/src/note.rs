use std::sync::Arc;

use crate::{Date, SourceRef};

/// From which day until which day a fact holds, both included; `None` is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Validity {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
}

impl Validity {
    /// Whether the fact holds on `day`; without a day, every fact that has not a past end holds.
    #[must_use]
    pub fn holds_on(&self, day: Option<Date>) -> bool {
        let Some(day) = day else { return true };
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// Whether somebody checked a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Verification {
    /// Nothing is said of it.
    #[default]
    NotSaid,
    /// `verified: false`: outputs show the mark.
    Unverified,
    /// `verified: true`: checked, on no stated day.
    Verified,
    /// `verified: 2026-05-01`.
    VerifiedOn(Date),
}

/// What may stand beside any fact: its dates, its source, whether it was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Note {
    /// When it holds.
    pub validity: Validity,
    /// Where it comes from.
    pub source: Option<SourceRef>,
    /// Whether it was checked.
    pub verification: Verification,
    /// Found by a pattern, or made as a stub: counted in the careful reading only.
    pub candidate: bool,
}

/// A handle into [`Notes`]; the default is the empty note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct NoteIx(u32);

/// The table of notes. Most facts have none, so a fact holds four bytes. A copy shares the table until
/// either is added to.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    notes: Arc<Vec<Note>>,
}

impl Notes {
    /// Adds a note; an empty one takes no room.
    pub fn add(&mut self, note: Note) -> NoteIx {
        if note == Note::default() {
            return NoteIx(0);
        }
        Arc::make_mut(&mut self.notes).push(note);
        NoteIx(self.notes.len() as u32)
    }

    /// All notes that say anything, in the order in which they were read.
    pub fn iter(&self) -> impl Iterator<Item = &Note> {
        self.notes.iter()
    }

    /// The note behind a handle.
    #[must_use]
    pub fn get(&self, note: NoteIx) -> Note {
        let index = (note.0 as usize).checked_sub(1);
        index.and_then(|at| self.notes.get(at)).copied().unwrap_or_default()
    }
}
