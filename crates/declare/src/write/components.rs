//! Components, suppliers, places, data.

use trefonds_model::{Country, OnWithdrawal};

use super::lists::identifiers;
use super::recovery::places;
use super::{Why, Writer};
use crate::Field;
use crate::forms::{Component, Data, Form, Name, Noted, Place};
use crate::validate::ids;
use crate::words::{CRITICALITIES, FORMS, LAYERS};
use crate::yaml::{Fields, Tree};

/// A field of a thing, the key under which it stands, and what is said of it.
pub(super) type Said<'d> = (Field, &'static str, Option<Tree<'d>>);

/// The fields of which something is said.
pub(super) fn all_of(said: Vec<Said<'_>>) -> Fields<'_> {
    let mut fields = Fields::default();
    said.into_iter().for_each(|(_, key, value)| fields.put(key, value));
    fields
}

impl<'d> Writer<'d> {
    pub(super) fn component(&mut self, component: &'d Component<'d>) -> Fields<'d> {
        self.required("layer", component.layer.is_some() || component.is.is_some());
        let mut fields = all_of(self.component_fields(component));
        self.note(&component.note, &mut fields);
        fields
    }

    pub(super) fn component_fields(&mut self, it: &'d Component<'d>) -> Vec<Said<'d>> {
        let text = |text: &'d std::borrow::Cow<'d, str>| Tree::text(text);
        let tags = || Tree::List(it.tags.iter().map(text).collect());
        let restarts = it.restarts_in.map(|time| self.duration("restarts_in", time));
        let without = || Tree::List(it.without.iter().map(|name| Tree::text(&name.text)).collect());
        vec![
            (Field::Is, "is", it.is.as_ref().map(|offer| Tree::text(&offer.text))),
            (Field::Is, "without", (!it.without.is_empty()).then(without)),
            (Field::Layer, "layer", self.word("layer", LAYERS, it.layer.as_ref())),
            (Field::Name, "name", it.name.as_ref().map(text)),
            (
                Field::Criticality,
                "criticality",
                self.word("criticality", CRITICALITIES, it.criticality.as_ref()),
            ),
            (Field::Owner, "owner", it.owner.as_ref().map(text)),
            (Field::Tag, "tags", (!it.tags.is_empty()).then(tags)),
            (Field::SameAs, "same_as", identifiers(&it.same_as)),
            (
                Field::Requirement,
                "depends_on",
                self.stated("depends_on", &it.requirements, Self::requirement),
            ),
            (Field::Operator, "operator", self.stated("operator", &it.operators, Self::party)),
            (Field::Supplier, "suppliers", self.stated("suppliers", &it.suppliers, Self::supply)),
            (
                Field::ChangedBy,
                "changed_by",
                self.stated("changed_by", &it.changed_by, Self::change),
            ),
            (Field::Site, "site", self.stated("site", &it.locations, Self::location)),
            (Field::NeedsPlaces, "needs_places", it.needs_places.map(|(needed, _)| places(needed))),
            (Field::Data, "data", self.stated("data", &it.data, Self::data)),
            (Field::RestartsIn, "restarts_in", restarts.map(Tree::word)),
            (
                Field::RecoversWith,
                "recovers_with",
                self.stated("recovers_with", &it.recovers_with, Self::recovery),
            ),
            (Field::Alternative, "alternatives", self.alternatives(&it.alternatives)),
            (Field::Planned, "planned", it.planned.then(|| Tree::word("true"))),
        ]
    }

    pub(super) fn supply(&mut self, supply: &'d Noted<'d, (Name<'d>, OnWithdrawal)>) -> Tree<'d> {
        let (name, on_withdrawal) = &supply.value;
        let mut fields = Fields::one("entity", Tree::text(&name.text));
        let effect = match on_withdrawal {
            OnWithdrawal::NotSaid => None,
            OnWithdrawal::Stops => Some(Tree::word("stops")),
            OnWithdrawal::StopsAfter(delay) => {
                let delay = self.duration("on_withdrawal", *delay);
                Some(Tree::word(format!("stops after {delay}")))
            }
            OnWithdrawal::Survives => Some(Tree::word("survives")),
        };
        fields.put("on_withdrawal", effect);
        self.note(&supply.note, &mut fields);
        Self::short(name, fields)
    }

    /// A place. A site that is called like a country has a long form only.
    pub(super) fn location(&mut self, location: &'d Noted<'d, Place<'d>>) -> Tree<'d> {
        match &location.value {
            Place::Country(country) => {
                let mut fields = Fields::one("country", Tree::word(country.code()));
                self.note(&location.note, &mut fields);
                if fields.0.len() == 1 { Tree::word(country.code()) } else { Tree::Map(fields) }
            }
            Place::Named(name) | Place::Site(name) if Country::parse(&name.text).is_some() => {
                let mut fields = Fields::one("site", Tree::text(&name.text));
                self.note(&location.note, &mut fields);
                Tree::Map(fields)
            }
            Place::Named(name) | Place::Site(name) => self.noted_name("site", name, &location.note),
        }
    }

    pub(super) fn data(&mut self, data: &'d Noted<'d, Data<'d>>) -> Tree<'d> {
        let mut fields = Fields::default();
        let said = &data.value;
        fields.put_text("class", said.class.as_ref());
        if said.form != Form::NotSaid {
            fields.put("form", self.word("form", FORMS, Some(&said.form)));
        }
        if said.form == Form::Encrypted {
            let keys = self.stated("keys", &said.keys, |writer, name| {
                if !ids::not_a_word(&name.text) {
                    writer.fault("keys", Why::Id);
                }
                Tree::text(&name.text)
            });
            fields.put("keys", keys);
        }
        self.note(&data.note, &mut fields);
        Tree::Map(fields)
    }
}
