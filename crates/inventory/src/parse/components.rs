//! Components: their own facts, suppliers, places and data.

use trefonds_declare::words::{CRITICALITIES, FORMS, LAYERS};
use trefonds_lang::Lang;
use trefonds_model::{Country, Minutes, OnWithdrawal, Stated};
use trefonds_source::Span;

use super::facts::{NoteDraft, bare};
use super::node::{Node, Scalar, Seen};
use super::requirements::Changes;
use super::{Component, Data, Form, Name, Noted, Place, Reader};
use crate::diags;

/// The keys of a component.
pub(crate) const COMPONENT: &[&str] = &[
    "is",
    "without",
    "layer",
    "name",
    "criticality",
    "owner",
    "tags",
    "same_as",
    "depends_on",
    "operator",
    "suppliers",
    "changed_by",
    "site",
    "needs_places",
    "data",
    "restarts_in",
    "recovers_with",
    "alternatives",
    "planned",
    "description",
    "from",
    "until",
    "source",
    "verified",
    "candidate",
];
/// The keys of a supplier.
pub(crate) const SUPPLY: &[&str] =
    &["entity", "on_withdrawal", "from", "until", "source", "verified", "candidate"];
/// The keys of a place.
pub(crate) const LOCATION: &[&str] =
    &["site", "country", "from", "until", "source", "verified", "candidate"];
/// The keys of a data holding.
pub(crate) const DATA: &[&str] =
    &["class", "form", "keys", "from", "until", "source", "verified", "candidate"];

const ON_WITHDRAWAL: &[&str] = &["stops", "stops after DURATION", "survives"];

impl<'a> Reader<'a> {
    /// A component under its id. It exists even when its facts cannot be read.
    pub(super) fn component(&mut self, id: Name<'a>, node: Node<'a>) -> Component<'a> {
        let mut component = Component::unsaid(id);
        if self.opens_mapping(node) {
            let seen = self.component_fields(&mut component, None);
            if component.is.is_none() {
                self.require("layer", COMPONENT, &seen);
            }
        }
        component
    }

    /// The fields of a component; those of an amendment may change requirements one by one.
    pub(super) fn component_fields(
        &mut self,
        component: &mut Component<'a>,
        mut changes: Option<&mut Changes<'a>>,
    ) -> Seen {
        let mut seen = Seen::in_mapping(component.id.at);
        let mut note = NoteDraft::default();
        while let Some((key, value)) = self.field(COMPONENT, &mut seen) {
            match key {
                "is" => component.is = self.reference(value),
                "without" => component.without = self.some_references(value, "without"),
                "layer" => component.layer = self.word(value, LAYERS),
                "name" => component.name = self.text(value),
                "criticality" => component.criticality = self.word(value, CRITICALITIES),
                "owner" => component.owner = self.text(value),
                "tags" => component.tags = self.texts(value),
                "same_as" => component.same_as = self.identifiers(value),
                "depends_on" => match changes.as_deref_mut().filter(|_| self.is_changes(&value)) {
                    Some(changes) => self.changes(value, changes),
                    None => component.requirements = self.stated(value, Self::requirement),
                },
                "operator" => component.operators = self.stated(value, Self::party),
                "suppliers" => component.suppliers = self.stated(value, Self::supply),
                "changed_by" => component.changed_by = self.stated(value, Self::change),
                "site" => component.locations = self.stated(value, Self::location),
                "needs_places" => component.needs_places = self.needs_places(value),
                "data" => component.data = self.stated(value, Self::data),
                "restarts_in" => component.restarts_in = self.duration(value),
                "recovers_with" => component.recovers_with = self.recovers_with(value),
                "alternatives" => {
                    component.alternatives = self.declared(value, Self::alternative);
                }
                "planned" => component.planned = self.yes_or_no(value).unwrap_or(false),
                "description" => drop(self.text(value)),
                key => self.note_field(key, value, &mut note),
            }
        }
        component.note = self.note_end(note, COMPONENT, &seen);
        seen
    }

    pub(super) fn supply(&mut self, node: Node<'a>) -> Option<Noted<'a, (Name<'a>, OnWithdrawal)>> {
        let short = |_: &mut Self, scalar: Scalar<'a>| {
            let Noted { value, note, at } = bare(scalar);
            Some(Noted { value: (value, OnWithdrawal::NotSaid), note, at })
        };
        self.short_or_long(node, Lang::an_entity_fact, short, Self::long_supply)
    }

    fn long_supply(&mut self, at: Span) -> Option<Noted<'a, (Name<'a>, OnWithdrawal)>> {
        let mut seen = Seen::in_mapping(at);
        let (mut entity, mut note) = (None, NoteDraft::default());
        let mut on_withdrawal = OnWithdrawal::NotSaid;
        while let Some((key, value)) = self.field(SUPPLY, &mut seen) {
            match key {
                "entity" => entity = self.reference(value),
                "on_withdrawal" => on_withdrawal = self.on_withdrawal(value),
                key => self.note_field(key, value, &mut note),
            }
        }
        self.require("entity", SUPPLY, &seen);
        let note = self.note_end(note, SUPPLY, &seen);
        let entity = entity?;
        Some(Noted { at: entity.at, value: (entity, on_withdrawal), note })
    }

    fn on_withdrawal(&mut self, node: Node<'a>) -> OnWithdrawal {
        let Some(scalar) = self.scalar(node, Lang::a_text) else {
            return OnWithdrawal::NotSaid;
        };
        if let Some(delay) = scalar.text.strip_prefix("stops after ") {
            if let Some(minutes) = Minutes::parse(delay.trim()) {
                return OnWithdrawal::StopsAfter(minutes);
            }
            self.report(diags::bad_duration(self.lang, scalar.at, delay.trim()));
            return OnWithdrawal::NotSaid;
        }
        match &*scalar.text {
            "stops" => OnWithdrawal::Stops,
            "survives" => OnWithdrawal::Survives,
            other => {
                let (lang, rest) = (self.lang, self.next_line_of(&scalar));
                self.report(diags::unknown_value(lang, scalar.at, other, ON_WITHDRAWAL, rest));
                OnWithdrawal::NotSaid
            }
        }
    }

    pub(super) fn location(&mut self, node: Node<'a>) -> Option<Noted<'a, Place<'a>>> {
        let short = |_: &mut Self, scalar: Scalar<'a>| {
            let at = scalar.at;
            let value = match Country::parse(&scalar.text) {
                Some(country) => Place::Country(country),
                None => Place::Named(Name { text: scalar.text, at }),
            };
            Some(Noted { value, note: None, at })
        };
        self.short_or_long(node, Lang::a_place, short, Self::long_location)
    }

    fn long_location(&mut self, at: Span) -> Option<Noted<'a, Place<'a>>> {
        let mut seen = Seen::in_mapping(at);
        let (mut place, mut note) = (None, NoteDraft::default());
        while let Some((key, value)) = self.field(LOCATION, &mut seen) {
            let value_at = value.at();
            match key {
                "site" => place = self.reference(value).map(|site| (Place::Site(site), value_at)),
                "country" => {
                    place =
                        self.country_code(value).map(|country| (Place::Country(country), value_at));
                }
                key => self.note_field(key, value, &mut note),
            }
        }
        let note = self.note_end(note, LOCATION, &seen);
        self.exactly_one(&["site", "country"], LOCATION, &seen)?;
        let (value, at) = place?;
        Some(Noted { value, note, at })
    }

    /// Reports a mapping in which not exactly one of some keys stands.
    pub(super) fn exactly_one(&mut self, keys: &[&str], known: &[&str], seen: &Seen) -> Option<()> {
        let met: Vec<Span> = keys.iter().filter_map(|key| seen.place(known, key)).collect();
        if met.len() == 1 {
            return Some(());
        }
        let at = met.get(1).copied().unwrap_or(seen.at());
        self.report(diags::one_of(self.lang, at, keys));
        None
    }

    pub(super) fn data(&mut self, node: Node<'a>) -> Option<Noted<'a, Data<'a>>> {
        let at = self.mapping(node, Lang::a_data_holding)?;
        let mut seen = Seen::in_mapping(at);
        let mut note = NoteDraft::default();
        let mut data = Data { class: None, form: Form::NotSaid, keys: Stated::not_said(at) };
        while let Some((key, value)) = self.field(DATA, &mut seen) {
            match key {
                "class" => data.class = self.text(value),
                "form" => data.form = self.word(value, FORMS).unwrap_or(Form::NotSaid),
                "keys" => data.keys = self.stated(value, Self::reference),
                key => self.note_field(key, value, &mut note),
            }
        }
        let form_is_bad = data.form == Form::NotSaid && seen.place(DATA, "form").is_some();
        if let Some(at) = seen.place(DATA, "keys")
            && data.form != Form::Encrypted
            && !form_is_bad
        {
            self.report(diags::keys_without_encryption(self.lang, at));
        }
        let note = self.note_end(note, DATA, &seen);
        Some(Noted { value: data, note, at })
    }
}
