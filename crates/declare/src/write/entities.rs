//! Legal entities and sites.

use trefonds_model::{Country, Rest, Share, Stated};

use super::components::{Said, all_of};
use super::lists::identifiers;
use super::{Why, Writer};
use crate::Field;
use crate::forms::{Control, Entity, Holding, Noted, Site};
use crate::share;
use crate::yaml::{Fields, Tree};

impl<'d> Writer<'d> {
    pub(super) fn entity(&mut self, entity: &'d Entity<'d>) -> Fields<'d> {
        let mut fields = all_of(self.entity_fields(entity));
        self.note(&entity.note, &mut fields);
        fields
    }

    pub(super) fn entity_fields(&mut self, it: &'d Entity<'d>) -> Vec<Said<'d>> {
        vec![
            (Field::Name, "name", it.name.as_ref().map(|name| Tree::text(name))),
            (Field::Country, "country", self.countries(&it.country)),
            (Field::Lei, "lei", it.lei.as_ref().map(|lei| Tree::text(&lei.text))),
            (Field::SameAs, "same_as", identifiers(&it.same_as)),
            (Field::OwnedBy, "owned_by", self.stated("owned_by", &it.owned_by, Self::holding)),
            (
                Field::ControlledBy,
                "controlled_by",
                self.stated("controlled_by", &it.controlled_by, Self::control),
            ),
        ]
    }

    pub(super) fn site(&mut self, site: &'d Site<'d>) -> Fields<'d> {
        let mut fields = all_of(self.site_fields(site));
        self.note(&site.note, &mut fields);
        fields
    }

    pub(super) fn site_fields(&mut self, it: &'d Site<'d>) -> Vec<Said<'d>> {
        vec![
            (Field::Name, "name", it.name.as_ref().map(|name| Tree::text(name))),
            (Field::Country, "country", self.countries(&it.country)),
            (Field::Operator, "operator", self.stated("operator", &it.operators, Self::party)),
            (Field::SameAs, "same_as", identifiers(&it.same_as)),
            (Field::Within, "within", it.within.as_ref().map(|around| Tree::text(&around.text))),
        ]
    }

    /// Countries: there is always one.
    fn countries(&mut self, countries: &'d Stated<Noted<'d, Country>>) -> Option<Tree<'d>> {
        if countries.items.is_empty() && countries.rest == Rest::Nothing {
            self.fault("country", Why::None);
        }
        self.stated("country", countries, |writer, country| {
            let mut fields = Fields::one("code", Tree::word(country.value.code()));
            writer.note(&country.note, &mut fields);
            let short = fields.0.len() == 1;
            if short { Tree::word(country.value.code()) } else { Tree::Map(fields) }
        })
    }

    fn holding(&mut self, holding: &'d Noted<'d, Holding<'d>>) -> Tree<'d> {
        let votes = holding.value.votes.map(share_tree);
        let Some(holder) = &holding.value.holder else {
            let mut fields = Fields::default();
            let said = votes.is_some();
            fields.put("dispersed", votes);
            self.note(&holding.note, &mut fields);
            return match (said, fields.0.is_empty()) {
                (true, _) => Tree::Map(fields),
                (false, empty) => {
                    if !empty {
                        self.fault("dispersed", Why::Note);
                    }
                    Tree::word("dispersed")
                }
            };
        };
        let mut fields = Fields::one("entity", Tree::text(&holder.text));
        fields.put("votes", votes);
        self.note(&holding.note, &mut fields);
        Self::short(holder, fields)
    }

    fn control(&mut self, control: &'d Noted<'d, Control<'d>>) -> Tree<'d> {
        let entity = &control.value.entity;
        let mut fields = Fields::one("entity", Tree::text(&entity.text));
        fields.put_text("by", control.value.by.as_ref());
        self.note(&control.note, &mut fields);
        Self::short(entity, fields)
    }
}

/// A share of the votes: one number, or a range.
fn share_tree<'d>(share: Share) -> Tree<'d> {
    let percent = |millionths: u32| share::written(u64::from(millionths));
    let (least, most) = (percent(share.at_least), percent(share.at_most));
    match (share.at_least, share.at_most) {
        (low, high) if low == high => Tree::word(least),
        (low, Share::WHOLE) if low > 0 => Tree::Map(Fields::one("at_least", Tree::word(least))),
        (0, high) if high < Share::WHOLE => Tree::Map(Fields::one("at_most", Tree::word(most))),
        _ => Tree::word(format!("{least}..{most}")),
    }
}
