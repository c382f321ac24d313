//! Lists of facts: their items, and what is said of the rest.

use std::borrow::Cow;

use trefonds_model::{HiddenIx, Rest, Stated};
use trefonds_source::Span;

use super::{Fields, Maker};
use crate::forms::{Hidden, Name};
use crate::{FactNote, FactValue, Field, HiddenFact, ListFact, RestFact};

/// What makes an item of its value and note, `None` when it was reported.
type Make<'f, T> = fn(&mut Maker<'f>, &'f FactValue, &'f FactNote) -> Option<T>;

impl<'f> Maker<'f> {
    /// A list of a subject that stands at `whole`.
    pub(super) fn stated<T>(
        &mut self,
        fields: &Fields<'f>,
        field: Field,
        whole: Span,
        make: Make<'f, T>,
    ) -> Stated<T> {
        let mut stated = Stated::not_said(whole);
        let mut items = Vec::new();
        for fact in fields.get(&field).into_iter().flatten() {
            let at = self.enter(*fact);
            match &fact.1.value {
                FactValue::Rest(rest) => {
                    (stated.rest, stated.hidden) = self.rest(Some(rest));
                    stated.at = at;
                }
                value => items.extend(make(self, value, &fact.1.note)),
            }
        }
        Stated { items: items.into(), ..stated }
    }

    /// A list that an option puts in the place of another.
    pub(super) fn list<T>(
        &mut self,
        list: Option<&'f ListFact>,
        make: Make<'f, T>,
    ) -> Option<Stated<T>> {
        let list = list?;
        let at = self.fresh();
        let (rest, hidden) = self.rest(list.rest.as_ref());
        let mut items = Vec::with_capacity(list.items.len());
        for item in &list.items {
            items.extend(make(self, &item.value, &item.note));
        }
        Some(Stated { items: items.into(), rest, hidden, at })
    }

    /// What is said of the rest of a list.
    pub(super) fn rest(&mut self, rest: Option<&'f RestFact>) -> (Rest, Option<HiddenIx>) {
        match rest {
            None => (Rest::NotSaid, None),
            Some(RestFact::Nothing) => (Rest::Nothing, None),
            Some(RestFact::Undisclosed) => (Rest::Undisclosed, None),
            Some(RestFact::Hidden(said)) => {
                let hidden = self.hidden(said);
                self.made.hidden.push(hidden);
                (Rest::Undisclosed, HiddenIx::new(self.made.hidden.len() - 1))
            }
        }
    }

    fn hidden(&mut self, said: &'f HiddenFact) -> Hidden<'f> {
        if said.among.as_ref().is_some_and(Vec::is_empty) {
            self.unfit();
        }
        let at = self.fresh();
        let names = |names: &'f [String]| -> Vec<Name<'f>> {
            names.iter().map(|name| Name { text: Cow::Borrowed(name), at }).collect()
        };
        Hidden {
            name: said.name.as_deref().map(Cow::Borrowed),
            not: names(&said.not),
            among: said.among.as_deref().map(names),
            at,
        }
    }
}
