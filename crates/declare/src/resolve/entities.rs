use trefonds_model::{
    ControlLink, Country, CountryFact, Entity, Holder, Holding, Identifier, Share, Stated, Text,
    Validity,
};

use super::Resolver;
use crate::diags;
use crate::forms::{self, Noted};
use crate::validate::{ids, lei, share, votes};

impl Resolver<'_> {
    pub(super) fn entity(&mut self, raw: &forms::Entity<'_>) -> Entity {
        self.check_votes(raw);
        Entity {
            id: self.texts.add(&raw.id.text),
            name: self.text(raw.name.as_ref()),
            country: self.countries(&raw.country),
            lei: self.lei(raw.lei.as_ref()),
            same_as: self.identifiers(&raw.same_as),
            owned_by: self.stated(&raw.owned_by, Self::holding),
            controlled_by: self.stated(&raw.controlled_by, Self::control),
            note: self.note(&raw.note),
            at: raw.id.at,
        }
    }

    fn lei(&mut self, lei: Option<&forms::Name<'_>>) -> Option<Text> {
        let lei = lei?;
        if !lei::is_valid(&lei.text) {
            self.diagnostics.push(diags::bad_lei(self.lang, lei.at, &lei.text));
        }
        self.text(Some(&lei.text))
    }

    /// What others call a thing: the scheme is a word like an id, an LEI has its check digits.
    pub(super) fn identifiers(&mut self, raw: &[forms::Identifier<'_>]) -> Box<[Identifier]> {
        let of = |identifier: &forms::Identifier<'_>| {
            let forms::Identifier { scheme, value } = identifier;
            if !ids::is_well_formed(&scheme.text) {
                self.diagnostics.push(diags::bad_id(self.lang, scheme.at, &scheme.text));
            }
            if value.text.trim().is_empty() {
                self.diagnostics.push(diags::empty_identifier(self.lang, value.at, &scheme.text));
            } else if scheme.text == lei::SCHEME && !lei::is_valid(&value.text) {
                self.diagnostics.push(diags::bad_lei(self.lang, value.at, &value.text));
            }
            let (scheme, text) = (self.texts.add(&scheme.text), self.texts.add(&value.text));
            Identifier { scheme, value: text, at: value.at }
        };
        raw.iter().map(of).collect()
    }

    pub(super) fn countries(&mut self, raw: &Stated<Noted<'_, Country>>) -> Stated<CountryFact> {
        self.stated(raw, |resolver, raw| {
            Some(CountryFact { country: raw.value, note: resolver.note(&raw.note), at: raw.at })
        })
    }

    fn holding(&mut self, raw: &Noted<'_, forms::Holding<'_>>) -> Option<Holding> {
        let holder = match &raw.value.holder {
            Some(name) => Holder::Entity(self.entity_named(name)?),
            None => Holder::Dispersed,
        };
        Some(Holding {
            holder,
            votes: raw.value.votes.unwrap_or(Share::UNKNOWN),
            votes_said: raw.value.votes.is_some(),
            note: self.note(&raw.note),
            at: raw.at,
        })
    }

    fn control(&mut self, raw: &Noted<'_, forms::Control<'_>>) -> Option<ControlLink> {
        let entity = self.entity_named(&raw.value.entity)?;
        let by = self.text(raw.value.by.as_ref());
        Some(ControlLink { entity, by, note: self.note(&raw.note), at: raw.at })
    }

    /// Reports holdings that come to more than all votes on one day.
    fn check_votes(&mut self, raw: &forms::Entity<'_>) {
        let holdings: Vec<(u32, Validity)> = raw.owned_by.items.iter().map(lower_bound).collect();
        let Some(excess) = votes::excess(&holdings) else {
            return;
        };
        let Some(last) = raw.owned_by.items.get(excess.holding) else {
            return;
        };
        let day = excess.day.map(|day| day.to_string());
        let percent = share::written(excess.total);
        let id = &raw.id.text;
        self.diagnostics.push(diags::votes_over_whole(
            self.lang,
            last.at,
            id,
            &percent,
            day.as_deref(),
        ));
    }
}

fn lower_bound(raw: &Noted<'_, forms::Holding<'_>>) -> (u32, Validity) {
    let votes = raw.value.votes.map_or(0, |votes| votes.at_least);
    let dates = raw.note.as_deref().map_or((None, None), |note| (note.from, note.until));
    (votes, Validity { from: dates.0, until: dates.1 })
}
