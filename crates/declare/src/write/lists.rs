//! What all facts share: notes, the three ways of not naming something, parties, durations.

use trefonds_model::{HiddenIx, Minutes, Rest, Stated, Verification};

use super::{Why, Writer};
use crate::forms::{Identifier, Name, Note, NoteBox, Noted};
use crate::validate::ids;
use crate::words::{Words, word_of};
use crate::yaml::{Fields, Tree};

/// What others call a thing, by scheme, each in its first place.
pub(super) fn identifiers<'d>(identifiers: &'d [Identifier<'d>]) -> Option<Tree<'d>> {
    let mut schemes: Vec<(&'d str, Vec<Tree<'d>>)> = Vec::new();
    for Identifier { scheme, value } in identifiers {
        let value = Tree::text(&value.text);
        match schemes.iter_mut().find(|(known, _)| *known == scheme.text) {
            Some((_, values)) => values.push(value),
            None => schemes.push((&scheme.text, vec![value])),
        }
    }
    let mut fields = Fields::default();
    for (scheme, values) in schemes {
        fields.put_free(scheme, Tree::one_or_list(values));
    }
    (!fields.0.is_empty()).then_some(Tree::Map(fields))
}

impl<'d> Writer<'d> {
    /// A fact that may be not said, none, undisclosed, one thing, or a list of things.
    pub(super) fn stated<T>(
        &mut self,
        key: &'static str,
        stated: &'d Stated<T>,
        write: impl Fn(&mut Self, &'d T) -> Tree<'d>,
    ) -> Option<Tree<'d>> {
        let mut items: Vec<Tree<'d>> = stated.items.iter().map(|it| write(self, it)).collect();
        match (stated.rest, items.is_empty()) {
            (Rest::NotSaid, true) => None,
            (Rest::NotSaid, false) => {
                self.fault(key, Why::OpenEnded);
                None
            }
            (Rest::Nothing, true) => Some(Tree::word("none")),
            (Rest::Nothing, false) => Some(Tree::one_or_list(items)),
            (Rest::Undisclosed, true) => Some(self.undisclosed(stated.hidden)),
            (Rest::Undisclosed, false) => {
                items.push(self.undisclosed(stated.hidden));
                Some(Tree::List(items))
            }
        }
    }

    /// Something undisclosed, with its name and bounds.
    fn undisclosed(&mut self, hidden: Option<HiddenIx>) -> Tree<'d> {
        let Some(hidden) = hidden.and_then(|at| self.hidden.get(at.at())) else {
            return Tree::word("undisclosed");
        };
        let names = |names: &'d [Name<'d>]| {
            Tree::List(names.iter().map(|name| Tree::text(&name.text)).collect())
        };
        let mut said = Fields::default();
        said.put_text("name", hidden.name.as_ref());
        said.put("not", (!hidden.not.is_empty()).then(|| names(&hidden.not)));
        if hidden.among.as_ref().is_some_and(Vec::is_empty) {
            self.fault("among", Why::Empty);
        }
        said.put("among", hidden.among.as_deref().map(names));
        let value = match (&hidden.name, said.0.len()) {
            (Some(name), 1) => Tree::text(name),
            _ => Tree::Map(said),
        };
        Tree::Map(Fields::one("undisclosed", value))
    }

    /// The keys of a note.
    pub(super) fn note(&mut self, note: &'d NoteBox<'d>, fields: &mut Fields<'d>) {
        let Some(note) = note else { return };
        self.note_keys(note, fields);
        fields.put("candidate", note.candidate.then(|| Tree::word("true")));
    }

    /// Those that say when, wherefrom and whether checked.
    pub(super) fn note_keys(&mut self, note: &'d Note<'d>, fields: &mut Fields<'d>) {
        fields.put("from", note.from.map(|day| Tree::word(day.to_string())));
        fields.put("until", note.until.map(|day| Tree::word(day.to_string())));
        fields.put_text("source", note.source.as_ref().map(|it| &it.text));
        fields.put(
            "verified",
            match note.verification {
                Verification::NotSaid => None,
                Verification::Verified => Some(Tree::word("true")),
                Verification::Unverified => Some(Tree::word("false")),
                Verification::VerifiedOn(day) => Some(Tree::word(day.to_string())),
            },
        );
    }

    /// A name with a note, in its short form where that will do.
    pub(super) fn noted_name(
        &mut self,
        key: &'static str,
        name: &'d Name<'d>,
        note: &'d NoteBox<'d>,
    ) -> Tree<'d> {
        let mut fields = Fields::one(key, Tree::text(&name.text));
        self.note(note, &mut fields);
        Self::short(name, fields)
    }

    /// The name alone, if the long form would say no more.
    pub(super) fn short(name: &'d Name<'d>, long: Fields<'d>) -> Tree<'d> {
        if long.0.len() == 1 && ids::not_a_word(&name.text) {
            Tree::text(&name.text)
        } else {
            Tree::Map(long)
        }
    }

    /// An entity in a role.
    pub(super) fn party(&mut self, party: &'d Noted<'d, Name<'d>>) -> Tree<'d> {
        self.noted_name("entity", &party.value, &party.note)
    }

    /// A duration that ends.
    pub(super) fn duration(&mut self, key: &'static str, minutes: Minutes) -> String {
        minutes.written().unwrap_or_else(|| {
            self.fault(key, Why::Endless);
            String::new()
        })
    }

    /// A word of a closed list.
    pub(super) fn word<T: PartialEq>(
        &mut self,
        key: &'static str,
        words: &Words<T>,
        value: Option<&T>,
    ) -> Option<Tree<'d>> {
        let word = word_of(words, value?);
        if word.is_none() {
            self.fault(key, Why::Word);
        }
        word.map(Tree::word)
    }
}
