//! Legal entities: where they are incorporated, who holds their votes, who controls them.

use trefonds_lang::Lang;
use trefonds_model::{Country, Rest, Share, Stated};
use trefonds_source::Span;

use super::facts::{NoteDraft, bare};
use super::node::{Node, Scalar, Seen};
use super::{Control, Entity, Holding, Name, Noted, Reader};
use crate::diags;
use trefonds_declare::share;

/// The keys of an entity.
pub(crate) const ENTITY: &[&str] = &[
    "name",
    "country",
    "lei",
    "same_as",
    "owned_by",
    "controlled_by",
    "description",
    "from",
    "until",
    "source",
    "verified",
    "candidate",
];
/// The keys of a country in its long form.
pub(crate) const COUNTRY: &[&str] = &["code", "from", "until", "source", "verified", "candidate"];
/// The keys of a holding.
pub(crate) const HOLDING: &[&str] =
    &["entity", "votes", "dispersed", "from", "until", "source", "verified", "candidate"];
/// The keys of a share that is a range.
pub(crate) const SHARE: &[&str] = &["at_least", "at_most"];
/// The keys of a control link.
pub(crate) const CONTROL: &[&str] =
    &["entity", "by", "from", "until", "source", "verified", "candidate"];

impl<'a> Reader<'a> {
    /// An entity under its id. It exists even when its facts cannot be read.
    pub(super) fn entity(&mut self, id: Name<'a>, node: Node<'a>) -> Entity<'a> {
        let mut entity = Entity::unsaid(id);
        if self.opens_mapping(node) {
            self.entity_fields(&mut entity);
        }
        entity
    }

    pub(super) fn entity_fields(&mut self, entity: &mut Entity<'a>) -> Seen {
        let mut seen = Seen::in_mapping(entity.id.at);
        let mut note = NoteDraft::default();
        while let Some((key, value)) = self.field(ENTITY, &mut seen) {
            match key {
                "name" => entity.name = self.text(value),
                "country" => entity.country = self.countries(value),
                "lei" => entity.lei = self.lei(value),
                "same_as" => entity.same_as = self.identifiers(value),
                "owned_by" => entity.owned_by = self.stated(value, Self::holding),
                "controlled_by" => entity.controlled_by = self.stated(value, Self::control),
                "description" => drop(self.text(value)),
                key => self.note_field(key, value, &mut note),
            }
        }
        entity.note = self.note_end(note, ENTITY, &seen);
        seen
    }

    /// The countries of an entity or a site; there is always one, so `none` is not an answer.
    pub(super) fn countries(&mut self, node: Node<'a>) -> Stated<Noted<'a, Country>> {
        let at = node.at();
        if let Node::Scalar(scalar) = &node
            && scalar.text == "none"
        {
            self.report(diags::unknown_country(self.lang, at, "none"));
            return Stated::not_said(at);
        }
        let before = self.diagnostics.len();
        let countries = self.stated(node, Self::country);
        let nothing = countries.items.is_empty() && countries.rest == Rest::Nothing;
        if nothing && before == self.diagnostics.len() {
            self.report(diags::empty_list(self.lang, at, "country"));
        }
        countries
    }

    fn country(&mut self, node: Node<'a>) -> Option<Noted<'a, Country>> {
        let short = |reader: &mut Self, scalar: Scalar<'a>| {
            let at = scalar.at;
            let value = reader.country_code(Node::Scalar(scalar))?;
            Some(Noted { value, note: None, at })
        };
        self.short_or_long(node, Lang::a_country, short, Self::long_country)
    }

    fn long_country(&mut self, at: Span) -> Option<Noted<'a, Country>> {
        let mut seen = Seen::in_mapping(at);
        let (mut code, mut note) = (None, NoteDraft::default());
        while let Some((key, value)) = self.field(COUNTRY, &mut seen) {
            match key {
                "code" => {
                    let at = value.at();
                    code = self.country_code(value).map(|country| (country, at));
                }
                key => self.note_field(key, value, &mut note),
            }
        }
        self.require("code", COUNTRY, &seen);
        let note = self.note_end(note, COUNTRY, &seen);
        let (value, at) = code?;
        Some(Noted { value, note, at })
    }

    fn lei(&mut self, node: Node<'a>) -> Option<Name<'a>> {
        let scalar = self.scalar(node, Lang::a_text)?;
        Some(Name { text: scalar.text, at: scalar.at })
    }

    fn holding(&mut self, node: Node<'a>) -> Option<Noted<'a, Holding<'a>>> {
        let short = |_: &mut Self, scalar: Scalar<'a>| {
            let Noted { value, note, at } = bare(scalar);
            let holder = (value.text != "dispersed").then_some(value);
            Some(Noted { value: Holding { holder, votes: None }, note, at })
        };
        self.short_or_long(node, Lang::an_entity_fact, short, Self::long_holding)
    }

    fn long_holding(&mut self, at: Span) -> Option<Noted<'a, Holding<'a>>> {
        let mut seen = Seen::in_mapping(at);
        let (mut entity, mut votes, mut note) = (None, None, NoteDraft::default());
        while let Some((key, value)) = self.field(HOLDING, &mut seen) {
            match key {
                "entity" => entity = self.reference(value),
                "votes" | "dispersed" => votes = self.share(value),
                key => self.note_field(key, value, &mut note),
            }
        }
        let note = self.note_end(note, HOLDING, &seen);
        self.exactly_one(&["entity", "dispersed"], HOLDING, &seen)?;
        let dispersed = seen.place(HOLDING, "dispersed");
        if let (Some(at), Some(_)) = (seen.place(HOLDING, "votes"), dispersed) {
            self.report(diags::one_of(self.lang, at, &["votes", "dispersed"]));
            return None;
        }
        let at = dispersed.or(entity.as_ref().map(|entity| entity.at))?;
        Some(Noted { value: Holding { holder: entity, votes }, note, at })
    }

    /// A share: one text, or a mapping of its bounds.
    fn share(&mut self, node: Node<'a>) -> Option<Share> {
        let share = |reader: &mut Self, scalar: Scalar<'a>| {
            let share = share::parse(&scalar.text);
            if share.is_none() {
                reader.report(diags::bad_share(reader.lang, scalar.at, &scalar.text));
            }
            share
        };
        self.short_or_long(node, Lang::a_share, share, Self::share_range)
    }

    fn share_range(&mut self, at: Span) -> Option<Share> {
        let mut seen = Seen::in_mapping(at);
        let mut range = Share::UNKNOWN;
        while let Some((key, value)) = self.field(SHARE, &mut seen) {
            let bound = self.bound(value);
            match (key, bound) {
                ("at_least", Some(bound)) => range.at_least = bound,
                (_, Some(bound)) => range.at_most = bound,
                (_, None) => {}
            }
        }
        if range.at_least > range.at_most {
            let at = seen.place(SHARE, "at_least").unwrap_or(at);
            self.report(diags::reversed_share(self.lang, at));
            return None;
        }
        Some(range)
    }

    fn bound(&mut self, node: Node<'a>) -> Option<u32> {
        let scalar = self.scalar(node, Lang::a_share)?;
        let bound = share::percent(&scalar.text);
        if bound.is_none() {
            self.report(diags::bad_share(self.lang, scalar.at, &scalar.text));
        }
        bound
    }

    fn control(&mut self, node: Node<'a>) -> Option<Noted<'a, Control<'a>>> {
        let short = |_: &mut Self, scalar: Scalar<'a>| {
            let Noted { value, note, at } = bare(scalar);
            Some(Noted { value: Control { entity: value, by: None }, note, at })
        };
        self.short_or_long(node, Lang::an_entity_fact, short, Self::long_control)
    }

    fn long_control(&mut self, at: Span) -> Option<Noted<'a, Control<'a>>> {
        let mut seen = Seen::in_mapping(at);
        let (mut entity, mut by, mut note) = (None, None, NoteDraft::default());
        while let Some((key, value)) = self.field(CONTROL, &mut seen) {
            match key {
                "entity" => entity = self.reference(value),
                "by" => by = self.text(value),
                key => self.note_field(key, value, &mut note),
            }
        }
        self.require("entity", CONTROL, &seen);
        let note = self.note_end(note, CONTROL, &seen);
        let entity = entity?;
        Some(Noted { at: entity.at, value: Control { entity, by }, note })
    }
}
