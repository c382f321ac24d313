use std::collections::BTreeMap;

use crate::SubjectKind;

/// Remarks for people, which stand in a file beside what is declared: where a thing comes from, what was
/// guessed. They are no declarations, and not read back.
#[derive(Clone, Debug, Default)]
pub struct Remarks {
    head: String,
    of_things: BTreeMap<SubjectKind, BTreeMap<String, String>>,
    of_amendments: BTreeMap<SubjectKind, BTreeMap<String, String>>,
}

impl Remarks {
    /// With lines at the head of the file.
    #[must_use]
    pub fn with_head(mut self, words: impl Into<String>) -> Self {
        self.head = words.into();
        self
    }

    /// Adds lines above a thing.
    pub fn add(&mut self, kind: SubjectKind, id: &str, words: &str) {
        add(&mut self.of_things, kind, id, words);
    }

    /// Adds lines above the amendment of a thing.
    pub fn add_to_amendment(&mut self, kind: SubjectKind, id: &str, words: &str) {
        add(&mut self.of_amendments, kind, id, words);
    }

    pub(super) fn head(&self) -> &str {
        &self.head
    }

    pub(super) fn of(&self, kind: SubjectKind, id: &str) -> &str {
        get(&self.of_things, kind, id)
    }

    pub(super) fn of_amendment(&self, kind: SubjectKind, id: &str) -> &str {
        get(&self.of_amendments, kind, id)
    }
}

type ByThing = BTreeMap<SubjectKind, BTreeMap<String, String>>;

fn add(all: &mut ByThing, kind: SubjectKind, id: &str, words: &str) {
    let own = all.entry(kind).or_default().entry(id.to_owned()).or_default();
    if !own.is_empty() {
        own.push('\n');
    }
    own.push_str(words);
}

fn get<'r>(all: &'r ByThing, kind: SubjectKind, id: &str) -> &'r str {
    all.get(&kind).and_then(|of| of.get(id)).map_or("", String::as_str)
}
