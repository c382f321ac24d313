//! Options for change.

use std::borrow::Cow;

use trefonds_model::{OnWithdrawal, Stated};

use super::recovery::places;
use super::{Why, Writer};
use crate::forms::{Alternative, Name};
use crate::yaml::{Fields, Tree};

impl<'d> Writer<'d> {
    pub(super) fn alternatives(&mut self, options: &'d [Alternative<'d>]) -> Option<Tree<'d>> {
        if options.is_empty() {
            return None;
        }
        let things = options.iter().map(|it| (Cow::Borrowed(&*it.id.text), self.alternative(it)));
        Some(Tree::Things(things.collect()))
    }

    fn alternative(&mut self, it: &'d Alternative<'d>) -> Fields<'d> {
        let mut fields = Fields::default();
        fields.put_text("name", it.name.as_ref());
        self.required("cost", it.cost.is_some());
        fields.put("cost", it.cost.map(|cost| Tree::word(cost.to_string())));
        let time = it.lead_time.map(|time| self.duration("lead_time", time));
        fields.put("lead_time", time.map(Tree::word));
        let before = fields.0.len();
        fields.put("depends_on", self.instead("depends_on", &it.requirements, Self::requirement));
        fields.put("operator", self.instead("operator", &it.operators, Self::party));
        fields.put("suppliers", self.instead("suppliers", &it.suppliers, Self::supply));
        if it.terms.iter().any(|terms| terms.value.1 == OnWithdrawal::NotSaid) {
            self.fault("on_withdrawal", Why::Missing);
        }
        let terms: Vec<Tree<'d>> = it.terms.iter().map(|terms| self.supply(terms)).collect();
        fields.put("terms", (!terms.is_empty()).then(|| Tree::one_or_list(terms)));
        fields.put("site", self.instead("site", &it.locations, Self::location));
        fields.put("data", self.instead("data", &it.data, Self::data));
        fields.put("changed_by", self.instead("changed_by", &it.changed_by, Self::change));
        fields.put("needs_places", it.needs_places.map(|(needed, _)| places(needed)));
        let restarts = it.restarts_in.map(|time| self.duration("restarts_in", time));
        fields.put("restarts_in", restarts.map(Tree::word));
        let repair = self.instead("recovers_with", &it.recovers_with, Self::recovery);
        fields.put("recovers_with", repair);
        fields.put("stand_in", it.stand_in.as_ref().map(|it| self.stand_in(it)));
        self.required("alternatives", fields.0.len() > before);
        let names = |names: &'d [Name<'d>]| {
            let names: Vec<Tree<'d>> = names.iter().map(|it| Tree::text(&it.text)).collect();
            (!names.is_empty()).then(|| Tree::one_or_list(names))
        };
        fields.put("excludes", names(&it.excludes));
        fields.put("requires", names(&it.requires));
        if let Some(note) = &it.note {
            if note.candidate {
                self.fault("candidate", Why::Note);
            }
            self.note_keys(note, &mut fields);
        }
        fields
    }

    /// A list that an option puts in the place of another: it says something.
    fn instead<T>(
        &mut self,
        key: &'static str,
        list: &'d Option<Stated<T>>,
        write: impl Fn(&mut Self, &'d T) -> Tree<'d>,
    ) -> Option<Tree<'d>> {
        let list = list.as_ref()?;
        self.required(key, list.is_said());
        self.stated(key, list, write)
    }
}
