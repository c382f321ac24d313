//! Who can change a component from afar, how many of its places it needs, and what brings it back.

use trefonds_lang::Lang;
use trefonds_model::{ChangeWay, Minutes, NeedsPlaces, Stated};
use trefonds_source::Span;

use super::facts::NoteDraft;
use super::node::{Node, Scalar, Seen};
use super::{Change, Name, Noted, Reader, Recovery, StandIn};
use crate::diags;

/// The keys of somebody who can change a component.
pub(crate) const CHANGE: &[&str] =
    &["entity", "how", "because", "from", "until", "source", "verified", "candidate"];
/// The keys of what a repair needs.
pub(crate) const RECOVERY: &[&str] =
    &["needs", "because", "from", "until", "source", "verified", "candidate"];
/// The keys of a component that stands in.
pub(crate) const STAND_IN: &[&str] = &["needs", "starts_in"];

/// The word for every place.
const ALL: &str = "all";

impl<'a> Reader<'a> {
    pub(super) fn change(&mut self, node: Node<'a>) -> Option<Noted<'a, Change<'a>>> {
        let short = |_: &mut Self, scalar: Scalar<'a>| {
            let at = scalar.at;
            let entity = Name { text: scalar.text, at };
            Some(Noted { value: Change { entity, how: None, because: None }, note: None, at })
        };
        self.short_or_long(node, Lang::a_change, short, Self::long_change)
    }

    fn long_change(&mut self, at: Span) -> Option<Noted<'a, Change<'a>>> {
        let mut seen = Seen::in_mapping(at);
        let (mut entity, mut how, mut because) = (None, None, None);
        let mut note = NoteDraft::default();
        while let Some((key, value)) = self.field(CHANGE, &mut seen) {
            match key {
                "entity" => entity = self.reference(value),
                "how" => how = self.word(value, &ChangeWay::ALL),
                "because" => because = self.text(value),
                key => self.note_field(key, value, &mut note),
            }
        }
        self.require("entity", CHANGE, &seen);
        let note = self.note_end(note, CHANGE, &seen);
        let entity = entity?;
        Some(Noted { at: entity.at, value: Change { entity, how, because }, note })
    }

    /// `all`, or how many places.
    pub(super) fn needs_places(&mut self, node: Node<'a>) -> Option<(NeedsPlaces, Span)> {
        let at = node.at();
        let needed = match &node {
            Node::Scalar(scalar) if scalar.text == ALL => Some(NeedsPlaces::All),
            Node::Scalar(scalar) if scalar.plain => {
                let digits = scalar.text.bytes().all(|byte| byte.is_ascii_digit());
                let places = digits.then(|| scalar.text.parse::<u32>().ok()).flatten();
                places.filter(|places| *places > 0).map(NeedsPlaces::AtLeast)
            }
            _ => None,
        };
        if needed.is_none() {
            self.refuse(node, Lang::a_number_of_places);
        }
        needed.map(|needed| (needed, at))
    }

    /// What a repair needs: `none`, one thing, or a list of things. Nothing of it is undisclosed: it is no
    /// fact that anybody calls for.
    pub(super) fn recovers_with(&mut self, node: Node<'a>) -> Stated<Noted<'a, Recovery<'a>>> {
        let at = node.at();
        let mut items = Vec::new();
        match node {
            Node::Scalar(scalar) if scalar.text == "none" => {}
            Node::List(_) => {
                while let Some(item) = self.item() {
                    match item {
                        Node::Scalar(scalar) if scalar.text == "none" => {
                            self.report(diags::none_in_list(self.lang, scalar.at));
                        }
                        item => items.extend(self.recovery(item)),
                    }
                }
            }
            one => items.extend(self.recovery(one)),
        }
        Stated::complete(items, at)
    }

    fn recovery(&mut self, node: Node<'a>) -> Option<Noted<'a, Recovery<'a>>> {
        match node {
            Node::Scalar(scalar) if scalar.text == "undisclosed" => {
                self.refuse(Node::Scalar(scalar), Lang::a_recovery);
                None
            }
            Node::Scalar(scalar) => {
                let at = scalar.at;
                let component = Name { text: scalar.text, at };
                Some(Noted { value: Recovery { component, because: None }, note: None, at })
            }
            Node::Map(at) => self.long_recovery(at),
            node => {
                self.refuse(node, Lang::a_recovery);
                None
            }
        }
    }

    fn long_recovery(&mut self, at: Span) -> Option<Noted<'a, Recovery<'a>>> {
        let mut seen = Seen::in_mapping(at);
        let (mut component, mut because, mut note) = (None, None, NoteDraft::default());
        let before = self.diagnostics.len();
        while let Some((key, value)) = self.field(RECOVERY, &mut seen) {
            match key {
                "needs" => component = self.reference(value),
                "because" => because = self.text(value),
                key => self.note_field(key, value, &mut note),
            }
        }
        if before == self.diagnostics.len() {
            self.require("needs", RECOVERY, &seen);
        }
        let note = self.note_end(note, RECOVERY, &seen);
        let component = component?;
        Some(Noted { at: component.at, value: Recovery { component, because }, note })
    }

    pub(super) fn stand_in(&mut self, node: Node<'a>) -> Option<StandIn<'a>> {
        let short = |_: &mut Self, scalar: Scalar<'a>| {
            let component = Name { text: scalar.text, at: scalar.at };
            Some(StandIn { component, starts_in: Minutes::ZERO })
        };
        self.short_or_long(node, Lang::a_stand_in, short, Self::long_stand_in)
    }

    fn long_stand_in(&mut self, at: Span) -> Option<StandIn<'a>> {
        let mut seen = Seen::in_mapping(at);
        let (mut component, mut starts_in) = (None, None);
        while let Some((key, value)) = self.field(STAND_IN, &mut seen) {
            match key {
                "needs" => component = self.reference(value),
                _ => starts_in = self.duration(value),
            }
        }
        self.require("needs", STAND_IN, &seen);
        Some(StandIn { component: component?, starts_in: starts_in.unwrap_or(Minutes::ZERO) })
    }
}
