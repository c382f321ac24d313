//! What all facts share: notes, the three ways of not naming something, and parties.

use trefonds_lang::Lang;
use trefonds_model::{HiddenIx, Rest, Stated, Verification};
use trefonds_source::Span;

use super::node::{Node, Scalar, Seen};
use super::{Name, Note, NoteBox, Noted, Reader};
use crate::diags::{self, Words};

/// The keys of a party.
pub(crate) const PARTY: &[&str] = &["entity", "from", "until", "source", "verified", "candidate"];

/// A note while its mapping is read.
#[derive(Default)]
pub(super) struct NoteDraft<'a>(NoteBox<'a>);

impl<'a> NoteDraft<'a> {
    fn get(&mut self) -> &mut Note<'a> {
        self.0.get_or_insert_default()
    }
}

impl<'a> Reader<'a> {
    /// Reads a value under `from`, `until`, `source`, `verified` or `candidate`; the callers' other keys are
    /// matched before.
    pub(super) fn note_field(&mut self, key: &str, value: Node<'a>, note: &mut NoteDraft<'a>) {
        match key {
            "from" => note.get().from = self.first_or_last_day(value),
            "until" => note.get().until = self.first_or_last_day(value),
            "source" => {
                let at = value.at();
                note.get().source = self.text(value).map(|text| Name { text, at });
            }
            "verified" => note.get().verification = self.verification(value),
            "candidate" => note.get().candidate = self.yes_or_no(value).unwrap_or(false),
            _ => self.skip(value),
        }
    }

    /// Ends a note.
    pub(super) fn note_end(&self, note: NoteDraft<'a>, known: &[&str], seen: &Seen) -> NoteBox<'a> {
        let mut note = note.0;
        if let (Some(note), Some(at)) = (note.as_deref_mut(), seen.place(known, "until")) {
            note.until_at = at;
        }
        note
    }

    fn verification(&mut self, node: Node<'a>) -> Verification {
        let Some(scalar) = self.scalar(node, Lang::a_verification) else {
            return Verification::NotSaid;
        };
        match (&*scalar.text, scalar.plain) {
            ("true" | "True" | "TRUE", true) => Verification::Verified,
            ("false" | "False" | "FALSE", true) => Verification::Unverified,
            (text, _) if text.starts_with(|c: char| c.is_ascii_digit()) => {
                self.verified_on(&scalar).map_or(Verification::NotSaid, Verification::VerifiedOn)
            }
            _ => {
                self.refuse(Node::Scalar(scalar), Lang::a_verification);
                Verification::NotSaid
            }
        }
    }

    /// A fact that may be `none`, `undisclosed`, one thing, or a list of things.
    pub(super) fn stated<T>(
        &mut self,
        node: Node<'a>,
        read: fn(&mut Self, Node<'a>) -> Option<T>,
    ) -> Stated<T> {
        let at = node.at();
        match node {
            Node::List(_) => self.stated_list(at, read),
            Node::Scalar(scalar) if scalar.text == "none" => Stated::complete(Vec::new(), at),
            Node::Scalar(scalar) if scalar.text == "undisclosed" => {
                Stated { rest: Rest::Undisclosed, ..Stated::not_said(at) }
            }
            one if self.is_hidden(&one) => {
                Stated { rest: Rest::Undisclosed, hidden: self.hidden(at), ..Stated::not_said(at) }
            }
            one => Stated::complete(read(self, one).into_iter().collect(), at),
        }
    }

    fn stated_list<T>(
        &mut self,
        at: Span,
        read: fn(&mut Self, Node<'a>) -> Option<T>,
    ) -> Stated<T> {
        let mut items = Vec::with_capacity(1);
        let (mut rest, mut hidden) = (Rest::Nothing, None::<(HiddenIx, Span)>);
        while let Some(item) = self.item() {
            match item {
                Node::Scalar(scalar) if scalar.text == "undisclosed" => rest = Rest::Undisclosed,
                Node::Scalar(scalar) if scalar.text == "none" => {
                    self.report(diags::none_in_list(self.lang, scalar.at));
                }
                item if self.is_hidden(&item) => {
                    let again = item.at();
                    rest = Rest::Undisclosed;
                    match (self.hidden(again), hidden) {
                        (Some(_), Some((_, first))) => self.report(diags::duplicate_key(
                            self.lang,
                            again,
                            first,
                            "undisclosed",
                        )),
                        (Some(found), None) => hidden = Some((found, again)),
                        (None, _) => {}
                    }
                }
                item => items.extend(read(self, item)),
            }
        }
        let hidden = hidden.map(|(hidden, _)| hidden);
        Stated { items: items.into_boxed_slice(), rest, hidden, at }
    }

    /// A fact in its short form, an id, or in its long form, a mapping.
    pub(super) fn short_or_long<T>(
        &mut self,
        node: Node<'a>,
        expected: Words,
        short: fn(&mut Self, Scalar<'a>) -> Option<T>,
        long: fn(&mut Self, Span) -> Option<T>,
    ) -> Option<T> {
        match node {
            Node::Scalar(scalar) => short(self, scalar),
            Node::Map(at) => long(self, at),
            node => {
                self.refuse(node, expected);
                None
            }
        }
    }

    /// An entity in a role.
    pub(super) fn party(&mut self, node: Node<'a>) -> Option<Noted<'a, Name<'a>>> {
        self.short_or_long(
            node,
            Lang::an_entity_fact,
            |_, scalar| Some(bare(scalar)),
            Self::long_party,
        )
    }

    fn long_party(&mut self, at: Span) -> Option<Noted<'a, Name<'a>>> {
        let mut seen = Seen::in_mapping(at);
        let (mut entity, mut note) = (None, NoteDraft::default());
        while let Some((key, value)) = self.field(PARTY, &mut seen) {
            match key {
                "entity" => entity = self.reference(value),
                key => self.note_field(key, value, &mut note),
            }
        }
        self.require("entity", PARTY, &seen);
        let note = self.note_end(note, PARTY, &seen);
        let entity = entity?;
        Some(Noted { at: entity.at, value: entity, note })
    }
}

/// A name by itself, as a fact without a note.
pub(super) fn bare<'a>(scalar: Scalar<'a>) -> Noted<'a, Name<'a>> {
    Noted { value: Name { text: scalar.text, at: scalar.at }, note: None, at: scalar.at }
}
