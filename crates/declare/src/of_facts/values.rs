//! The values of facts, each in the form that a reader would have made of it.

use std::borrow::Cow;

use trefonds_model::{
    Country, Date, Jurisdiction, Minutes, OnWithdrawal, Share, Stated, Verification,
};
use trefonds_source::Span;

use super::Maker;
use crate::forms::{
    Control, Data, Form, Holding, Name, Need, Note, NoteBox, Noted, Place, Requirement,
};
use crate::{FactNote, FactValue, FormFact, NeedFact, RequirementFact, WithdrawalFact, diags};

impl<'f> Maker<'f> {
    pub(super) fn day(&mut self, text: &str) -> Option<Date> {
        let day = text.parse().ok();
        if day.is_none() {
            self.diagnostics.push(diags::bad_date(self.lang, self.at, text));
        }
        day
    }

    pub(super) fn jurisdiction(&mut self, code: &str) -> Option<Jurisdiction> {
        let found = Jurisdiction::parse(code);
        if found.is_none() {
            self.diagnostics.push(diags::no_jurisdiction(self.lang, self.at, code));
        }
        found
    }

    fn country_code(&mut self, code: &str) -> Option<Country> {
        let found = Country::parse(code);
        if found.is_none() {
            self.diagnostics.push(diags::no_country(self.lang, self.at, code));
        }
        found
    }

    pub(super) fn note(&mut self, note: &'f FactNote) -> NoteBox<'f> {
        if note.is_empty() {
            return None;
        }
        let day = |maker: &mut Self, day: Option<&String>| day.and_then(|day| maker.day(day));
        let (from, until) = (day(self, note.from.as_ref()), day(self, note.until.as_ref()));
        let verification = match note.verified.as_deref() {
            None => Verification::NotSaid,
            Some("true") => Verification::Verified,
            Some("false") => Verification::Unverified,
            Some(text) => self.day(text).map_or(Verification::NotSaid, Verification::VerifiedOn),
        };
        if let Verification::VerifiedOn(day) = verification {
            self.made.newest_verified = self.made.newest_verified.max(Some(day));
        }
        let at = self.at;
        let source = note.source.as_deref().map(|text| Name { text: Cow::Borrowed(text), at });
        let (until_at, candidate) = (self.at, note.candidate);
        Some(Box::new(Note { from, until, until_at, source, verification, candidate }))
    }

    /// A name in the fact that is being read, with a span of its own.
    pub(super) fn name(&mut self, id: &'f str) -> Name<'f> {
        Name { text: Cow::Borrowed(id), at: self.fresh() }
    }

    pub(super) fn noted<T>(&mut self, value: T, note: &'f FactNote) -> Option<Noted<'f, T>> {
        let at = self.fresh();
        Some(Noted { value, note: self.note(note), at })
    }

    pub(super) fn none<T>(&mut self) -> Option<T> {
        self.unfit();
        None
    }

    pub(super) fn requirement(
        &mut self,
        value: &'f FactValue,
        note: &'f FactNote,
    ) -> Option<Requirement<'f>> {
        let FactValue::Requirement(wanted) = value else { return self.none() };
        if !wanted.note.is_empty() {
            return self.none();
        }
        Some(self.needed(wanted, note))
    }

    fn needed(&mut self, wanted: &'f RequirementFact, note: &'f FactNote) -> Requirement<'f> {
        let at = self.fresh();
        let need = match &wanted.need {
            NeedFact::Component(id) => Need::Component(self.name(id)),
            NeedFact::AllOf(of) => Need::AllOf(self.members(of)),
            NeedFact::AnyOf(of) => Need::AnyOf(self.members(of)),
            NeedFact::AtLeast { k, of } => {
                Need::AtLeast { k: u64::from(*k), k_at: at, of: self.members(of) }
            }
        };
        Requirement {
            need,
            soft: wanted.soft,
            tolerates: self.duration(wanted.tolerates),
            starts_in: self.starts_in(wanted.starts_in),
            because: wanted.because.as_deref().map(Cow::Borrowed),
            note: self.note(note),
            at,
        }
    }

    /// A member that says nothing is hot.
    fn starts_in(&self, said: u32) -> Option<(Minutes, Span)> {
        (said != 0).then(|| (self.duration(said), self.at))
    }

    fn members(&mut self, of: &'f [RequirementFact]) -> Vec<Requirement<'f>> {
        of.iter().map(|member| self.needed(member, &member.note)).collect()
    }

    pub(super) fn party(
        &mut self,
        value: &'f FactValue,
        note: &'f FactNote,
    ) -> Option<Noted<'f, Name<'f>>> {
        let FactValue::Party(id) = value else { return self.none() };
        let name = self.name(id);
        self.noted(name, note)
    }

    pub(super) fn supply(
        &mut self,
        value: &'f FactValue,
        note: &'f FactNote,
    ) -> Option<Noted<'f, (Name<'f>, OnWithdrawal)>> {
        let FactValue::Supply { entity, on_withdrawal } = value else { return self.none() };
        let on_withdrawal = match on_withdrawal {
            WithdrawalFact::NotSaid => OnWithdrawal::NotSaid,
            WithdrawalFact::Stops => OnWithdrawal::Stops,
            WithdrawalFact::StopsAfter(minutes) => {
                OnWithdrawal::StopsAfter(self.duration(*minutes))
            }
            WithdrawalFact::Survives => OnWithdrawal::Survives,
        };
        let name = self.name(entity);
        self.noted((name, on_withdrawal), note)
    }

    pub(super) fn location(
        &mut self,
        value: &'f FactValue,
        note: &'f FactNote,
    ) -> Option<Noted<'f, Place<'f>>> {
        let place = match value {
            FactValue::Site(id) => Place::Site(self.name(id)),
            FactValue::Country(code) => Place::Country(self.country_code(code)?),
            _ => return self.none(),
        };
        self.noted(place, note)
    }

    pub(super) fn country(
        &mut self,
        value: &'f FactValue,
        note: &'f FactNote,
    ) -> Option<Noted<'f, Country>> {
        let FactValue::Country(code) = value else { return self.none() };
        let country = self.country_code(code)?;
        self.noted(country, note)
    }

    pub(super) fn data(
        &mut self,
        value: &'f FactValue,
        note: &'f FactNote,
    ) -> Option<Noted<'f, Data<'f>>> {
        let FactValue::Data { class, form } = value else { return self.none() };
        let class = class.as_deref().map(Cow::Borrowed);
        let at = self.fresh();
        let (form, keys) = match form {
            FormFact::NotSaid => (Form::NotSaid, Stated::not_said(at)),
            FormFact::Clear => (Form::Clear, Stated::not_said(at)),
            FormFact::Encrypted { keys, rest } => {
                let (rest, hidden) = self.rest(rest.as_ref());
                let items = keys.iter().map(|id| self.name(id)).collect();
                (Form::Encrypted, Stated { items, rest, hidden, at })
            }
        };
        self.noted(Data { class, form, keys }, note)
    }

    pub(super) fn holding(
        &mut self,
        value: &'f FactValue,
        note: &'f FactNote,
    ) -> Option<Noted<'f, Holding<'f>>> {
        let FactValue::Holding { holder, at_least, at_most, said } = value else {
            return self.none();
        };
        let share = Share { at_least: *at_least, at_most: *at_most };
        let possible = at_least <= at_most && *at_most <= Share::WHOLE;
        if !possible || (!said && share != Share::UNKNOWN) {
            self.diagnostics.push(diags::no_share(self.lang, self.at, *at_least, *at_most));
            return None;
        }
        let holder = holder.as_deref().map(|id| self.name(id));
        self.noted(Holding { holder, votes: said.then_some(share) }, note)
    }

    pub(super) fn control(
        &mut self,
        value: &'f FactValue,
        note: &'f FactNote,
    ) -> Option<Noted<'f, Control<'f>>> {
        let FactValue::Control { entity, by } = value else { return self.none() };
        let by = by.as_deref().map(Cow::Borrowed);
        let entity = self.name(entity);
        self.noted(Control { entity, by }, note)
    }
}
