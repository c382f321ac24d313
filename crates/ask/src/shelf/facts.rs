//! One fact of the catalogue as it is told.

use trefonds_findings::{
    CatalogueFact, CatalogueFactKind as Fact, CatalogueGround, CatalogueReach, CatalogueValue,
    CatalogueWithdrawal, Provenance, SourceAt,
};
use trefonds_model::{
    Change, Component, ControlLink, CountryFact, Denied, Entity, Holder, Holding, Law, Location,
    NoteIx, OnWithdrawal, Party, Place, Requirement, Rest, Site, Stated, Supply, Verification,
};
use trefonds_source::Span;

use super::{Catalogue, Thing};

impl Catalogue<'_> {
    pub(super) fn ground(&self, at: Span, note: NoteIx) -> CatalogueGround {
        let note = self.model.notes.get(note);
        CatalogueGround {
            provenance: Provenance {
                at: SourceAt::of(&self.model.sources, at),
                source: note.source.map(|source| self.model.source_words(source).into_owned()),
                unverified: note.verification == Verification::Unverified,
                verified_on: match note.verification {
                    Verification::VerifiedOn(day) => Some(day.to_string()),
                    _ => None,
                },
            },
            candidate: note.candidate,
            from: note.validity.from.map(|day| day.to_string()),
            until: note.validity.until.map(|day| day.to_string()),
        }
    }

    fn fact(&self, fact: Fact, value: CatalogueValue, at: Span, note: NoteIx) -> CatalogueFact {
        CatalogueFact {
            fact,
            value,
            votes: None,
            by: None,
            on_withdrawal: None,
            how: None,
            soft: false,
            in_a_group: false,
            reach: None,
            ground: self.ground(at, note),
        }
    }

    fn thing(&self, fact: Fact, thing: Thing, at: Span, note: NoteIx) -> CatalogueFact {
        self.fact(fact, CatalogueValue::Thing(self.named(thing)), at, note)
    }

    /// The items of a fact, then what is said of the rest.
    fn stated<T>(
        &self,
        (fact, whole): (Fact, NoteIx),
        stated: &Stated<T>,
        one: impl Fn(&T) -> CatalogueFact,
    ) -> Vec<CatalogueFact> {
        let mut facts: Vec<CatalogueFact> = stated.items.iter().map(one).collect();
        let rest = match stated.rest {
            Rest::Undisclosed => Some(CatalogueValue::Undisclosed),
            Rest::Nothing if facts.is_empty() => Some(CatalogueValue::None),
            Rest::Nothing | Rest::NotSaid => None,
        };
        if let Some(rest) = rest {
            let mut told = self.fact(fact, rest, stated.at, whole);
            told.ground.candidate |= !self.is_verified(whole);
            facts.push(told);
        }
        facts
    }

    pub(super) fn party(&self, fact: Fact, it: &Party) -> CatalogueFact {
        self.thing(fact, Thing::Entity(it.entity), it.at, it.note)
    }

    pub(super) fn supply(&self, it: &Supply) -> CatalogueFact {
        let on_withdrawal = match it.on_withdrawal {
            OnWithdrawal::NotSaid => CatalogueWithdrawal::NotSaid,
            OnWithdrawal::Stops => CatalogueWithdrawal::StopsAfter(0),
            OnWithdrawal::StopsAfter(time) => {
                time.finite().map_or(CatalogueWithdrawal::Survives, CatalogueWithdrawal::StopsAfter)
            }
            OnWithdrawal::Survives => CatalogueWithdrawal::Survives,
        };
        let fact = self.thing(Fact::Supplier, Thing::Entity(it.entity), it.at, it.note);
        CatalogueFact { on_withdrawal: Some(on_withdrawal), ..fact }
    }

    pub(super) fn change(&self, it: &Change) -> CatalogueFact {
        CatalogueFact {
            how: it.how,
            by: it.because.map(|text| self.model.text(text).to_owned()),
            ..self.thing(Fact::ChangedBy, Thing::Entity(it.entity), it.at, it.note)
        }
    }

    pub(super) fn location(&self, it: &Location) -> CatalogueFact {
        match it.place {
            Place::Site(site) => self.thing(Fact::Place, Thing::Region(site), it.at, it.note),
            Place::Country(country) => {
                let value = CatalogueValue::Country(country.code().to_owned());
                self.fact(Fact::Place, value, it.at, it.note)
            }
        }
    }

    /// A requirement as one fact for each component that it names.
    pub(super) fn requirement(&self, it: &Requirement) -> Vec<CatalogueFact> {
        let in_a_group = !it.members().is_empty();
        let one = |needed| CatalogueFact {
            soft: it.soft,
            in_a_group,
            ..self.thing(Fact::RestsOn, Thing::Offer(needed), it.at, it.note)
        };
        it.components().into_iter().map(one).collect()
    }

    fn country(&self, it: &CountryFact) -> CatalogueFact {
        let value = CatalogueValue::Country(it.country.code().to_owned());
        self.fact(Fact::Country, value, it.at, it.note)
    }

    pub(super) fn holding(&self, it: &Holding) -> CatalogueFact {
        let votes = it.votes_said.then_some((it.votes.at_least, it.votes.at_most));
        let fact = match it.holder {
            Holder::Entity(entity) => {
                self.thing(Fact::Owner, Thing::Entity(entity), it.at, it.note)
            }
            Holder::Dispersed => self.fact(Fact::Owner, CatalogueValue::Dispersed, it.at, it.note),
        };
        CatalogueFact { votes, ..fact }
    }

    pub(super) fn link(&self, it: &ControlLink) -> CatalogueFact {
        CatalogueFact {
            by: it.by.map(|text| self.model.text(text).to_owned()),
            ..self.thing(Fact::Controller, Thing::Entity(it.entity), it.at, it.note)
        }
    }

    pub(super) fn facts_of_offer(&self, it: &Component) -> Vec<CatalogueFact> {
        let whole = it.note;
        let mut facts = Vec::new();
        facts.extend(
            self.stated((Fact::Operator, whole), &it.operators, |it| {
                self.party(Fact::Operator, it)
            }),
        );
        facts.extend(self.stated((Fact::Supplier, whole), &it.suppliers, |it| self.supply(it)));
        facts.extend(self.stated((Fact::ChangedBy, whole), &it.changes, |it| self.change(it)));
        facts.extend(self.stated((Fact::Place, whole), &it.locations, |it| self.location(it)));
        facts
    }

    pub(super) fn facts_of_entity(&self, it: &Entity) -> Vec<CatalogueFact> {
        let whole = it.note;
        let mut facts = self.stated((Fact::Country, whole), &it.country, |it| self.country(it));
        facts.extend(self.parents(it));
        facts
    }

    /// Who owns and controls an entity, as it is said.
    pub(super) fn parents(&self, it: &Entity) -> Vec<CatalogueFact> {
        let whole = it.note;
        let mut facts = self.stated((Fact::Owner, whole), &it.owned_by, |it| self.holding(it));
        facts.extend(self.stated((Fact::Controller, whole), &it.controlled_by, |it| self.link(it)));
        facts
    }

    pub(super) fn facts_of_region(&self, it: &Site) -> Vec<CatalogueFact> {
        let whole = it.note;
        let mut facts = self.stated((Fact::Country, whole), &it.country, |it| self.country(it));
        facts.extend(
            self.stated((Fact::Operator, whole), &it.operators, |it| {
                self.party(Fact::Operator, it)
            }),
        );
        if let Some((around, at)) = it.within {
            facts.push(self.thing(Fact::Within, Thing::Region(around), at, whole));
        }
        facts
    }

    pub(super) fn facts_of_law(&self, it: &Law) -> Vec<CatalogueFact> {
        let rules = it.reaches.iter().map(|rule| {
            let of_its_own = self.model.notes.get(rule.note).source.is_some();
            let note = if of_its_own { rule.note } else { it.note };
            let mut fact = self.fact(Fact::Reaches, CatalogueValue::Nothing, rule.at, note);
            let own = self.ground(rule.at, rule.note);
            (fact.ground.from, fact.ground.until) = (own.from, own.until);
            fact.reach = Some(CatalogueReach {
                channel: rule.channel,
                link: rule.link,
                grade: rule.grade,
                after_minutes: rule.after.finite().unwrap_or(u32::MAX),
            });
            fact
        });
        let meant = |fact, (denied, at): &(Denied, Span)| match denied {
            Denied::Organisation => self.fact(fact, CatalogueValue::Organisation, *at, it.note),
            Denied::Entity(entity) => self.thing(fact, Thing::Entity(*entity), *at, it.note),
        };
        let targets = it.targets.iter().map(|one| meant(Fact::Targets, one));
        let spares = it.spares.iter().map(|one| meant(Fact::Spares, one));
        rules.chain(targets).chain(spares).collect()
    }
}
