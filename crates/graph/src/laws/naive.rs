//! Slow, obvious solvers, straight from the definitions.

use std::collections::{BTreeMap, BTreeSet};

use trefonds_findings::Reading;
use trefonds_model::{
    Component, Country, EntityIx, Holder, Inventory, Need, OnWithdrawal, Place, Requirement, Rest,
    Share,
};

use crate::events::Event;
use crate::unknowns::{Subject, Unknowns};
use trefonds_findings::FactKind;

/// The state of a country: Puerto Rico is the only territory of the random inventories.
pub(super) fn belongs_to(country: Country) -> Country {
    match country.code() {
        "PR" => Country::parse("US").unwrap(),
        _ => country,
    }
}

/// Whether a law of the random inventories, all of states, runs in a country.
pub(super) fn runs_in(law: &trefonds_model::Law, country: Country) -> bool {
    law.jurisdiction.code() == belongs_to(country).code()
}

/// Hours simulated: longer than any chain of delays of a random inventory.
const HORIZON: u32 = 400;

/// What `top` controls, itself included when its circle closes: repeats the rule until nothing new.
pub(super) fn controlled(model: &Inventory, top: EntityIx, reading: Reading) -> BTreeSet<EntityIx> {
    let mut found: BTreeSet<EntityIx> = BTreeSet::new();
    loop {
        let mut more = found.clone();
        for (at, entity) in model.entities.iter().enumerate() {
            let holds = |holder: EntityIx| holder == top || found.contains(&holder);
            let votes: u64 = (entity.owned_by.items.iter())
                .filter(|holding| matches!(holding.holder, Holder::Entity(e) if holds(e)))
                .map(|holding| match reading {
                    Reading::Settled => u64::from(holding.votes.at_least),
                    Reading::Careful => u64::from(holding.votes.at_most),
                })
                .sum();
            let otherwise = entity.controlled_by.items.iter().any(|link| holds(link.entity));
            if votes > u64::from(Share::HALF) || otherwise {
                more.insert(EntityIx(at as u32));
            }
        }
        if more == found {
            return found;
        }
        found = more;
    }
}

/// Entities that control `entity` and that no entity controls but such as they control themselves.
pub(super) fn ultimate(
    model: &Inventory,
    entity: EntityIx,
    reading: Reading,
) -> BTreeSet<EntityIx> {
    let all: Vec<EntityIx> = (0..model.entities.len() as u32).map(EntityIx).collect();
    let below: BTreeMap<EntityIx, BTreeSet<EntityIx>> =
        all.iter().map(|top| (*top, controlled(model, *top, reading))).collect();
    let controls = |top: EntityIx, entity: EntityIx| below[&top].contains(&entity);
    let mut tops: BTreeSet<EntityIx> = (all.iter().copied())
        .filter(|top| controls(*top, entity))
        .filter(|top| {
            let mut above = all.iter().filter(|other| **other != *top && controls(**other, *top));
            above.all(|other| controls(*top, *other))
        })
        .collect();
    let nobody = !all.iter().any(|top| *top != entity && controls(*top, entity));
    if nobody {
        tops.insert(entity);
    }
    tops
}

/// What an event switches off, as a question to one party.
struct Withdrawal<'a> {
    model: &'a Inventory,
    unknowns: &'a Unknowns,
    event: Event,
    reading: Reading,
}

impl Withdrawal<'_> {
    fn below(&self, top: EntityIx, party: EntityIx) -> bool {
        top == party || controlled(self.model, top, self.reading).contains(&party)
    }

    fn hits_party(&self, party: EntityIx) -> bool {
        match self.event {
            Event::Component(_) | Event::Ended(_) => false,
            Event::Entity(entity) => entity == party,
            Event::Controller(top) => self.below(top, party),
            Event::Country(country) => (0..self.model.entities.len() as u32)
                .map(EntityIx)
                .filter(|entity| {
                    incorporated(self.model, *entity)
                        .into_iter()
                        .map(belongs_to)
                        .any(|own| own == country)
                })
                .any(|entity| self.below(entity, party)),
            Event::Unknown(unknown) => {
                let unknown = self.unknowns.get(unknown);
                let above = matches!(unknown.fact, FactKind::Parents | FactKind::Country);
                self.reading == Reading::Careful
                    && above
                    && matches!(unknown.subject, Subject::Entity(e) if self.below(e, party))
            }
        }
    }

    fn hits_country(&self, country: Country) -> bool {
        self.event == Event::Country(belongs_to(country))
    }

    /// Whether the event is this gap of this subject.
    fn is_gap(&self, fact: FactKind, subject: Subject) -> bool {
        let Event::Unknown(unknown) = self.event else { return false };
        let unknown = self.unknowns.get(unknown);
        self.reading == Reading::Careful && unknown.fact == fact && unknown.subject == subject
    }

    /// own(n, x), `None` for never.
    fn own(&self, at: usize, component: &Component) -> Option<u32> {
        let subject = Subject::Component(trefonds_model::ComponentIx(at as u32));
        let mut own: Vec<u32> = Vec::new();
        let gaps =
            [FactKind::Requirements, FactKind::Operator, FactKind::Suppliers, FactKind::Site];
        if gaps.into_iter().any(|fact| self.is_gap(fact, subject)) {
            own.push(0);
        }
        if self.event == Event::Component(trefonds_model::ComponentIx(at as u32)) {
            own.push(0);
        }
        if component.operators.items.iter().any(|party| self.hits_party(party.entity)) {
            own.push(0);
        }
        for supply in component.suppliers.items.iter().filter(|s| self.hits_party(s.entity)) {
            own.extend(match (supply.on_withdrawal, self.reading) {
                (OnWithdrawal::Stops, _) | (OnWithdrawal::NotSaid, Reading::Careful) => Some(0),
                (OnWithdrawal::StopsAfter(delay), _) => Some(delay.0),
                (OnWithdrawal::Survives, _) | (OnWithdrawal::NotSaid, Reading::Settled) => None,
            });
        }
        let places = self.lost_places(component);
        // Nobody has said how many of its places it needs: one is enough, or all are needed.
        let lost = match self.reading {
            Reading::Settled => places.iter().all(|lost| *lost) && !places.is_empty(),
            Reading::Careful => places.contains(&true),
        };
        own.extend(lost.then_some(0));
        own.into_iter().min()
    }

    /// For each place of a component, one that is undisclosed included, whether the event takes it away.
    fn lost_places(&self, component: &Component) -> Vec<bool> {
        let lost = component.locations.items.iter().map(|location| match location.place {
            Place::Country(country) => self.hits_country(country),
            Place::Site(site) => {
                let facts = self.model.site(site);
                let inside = facts.country.items.iter().any(|c| self.hits_country(c.country));
                let run = facts.operators.items.iter().any(|p| self.hits_party(p.entity));
                let hidden = [FactKind::SiteCountry, FactKind::SiteOperator];
                let gap = hidden.into_iter().any(|fact| self.is_gap(fact, Subject::Site(site)));
                inside || run || gap
            }
        });
        let hidden = component.locations.rest == Rest::Undisclosed;
        lost.chain(hidden.then_some(false)).collect()
    }
}

/// For each place of a component, whether any of some events takes it away.
pub(super) fn lost_places(
    model: &Inventory,
    unknowns: &Unknowns,
    events: &[Event],
    reading: Reading,
    component: &Component,
) -> Vec<bool> {
    let none = component.locations.items.iter().map(|_| false);
    let hidden = component.locations.rest == Rest::Undisclosed;
    let mut lost: Vec<bool> = none.chain(hidden.then_some(false)).collect();
    for event in events {
        let withdrawal = Withdrawal { model, unknowns, event: *event, reading };
        let more = withdrawal.lost_places(component);
        lost.iter_mut().zip(more).for_each(|(lost, more)| *lost |= more);
    }
    lost
}

fn incorporated(model: &Inventory, entity: EntityIx) -> Vec<Country> {
    model.entity(entity).country.items.iter().map(|fact| fact.country).collect()
}

/// Survival times of all components, hour by hour: whatever has a cause at an hour fails at it.
pub(super) fn survival(
    model: &Inventory,
    unknowns: &Unknowns,
    event: Event,
    reading: Reading,
    soft_counts: bool,
) -> Vec<Option<u32>> {
    let own = own_times(model, unknowns, event, reading);
    survival_from(model, &own, soft_counts)
}

/// When each component fails by its own channels.
pub(super) fn own_times(
    model: &Inventory,
    unknowns: &Unknowns,
    event: Event,
    reading: Reading,
) -> Vec<Option<u32>> {
    let withdrawal = Withdrawal { model, unknowns, event, reading };
    model.components.iter().enumerate().map(|(at, c)| withdrawal.own(at, c)).collect()
}

/// The same from the times at which components fail by themselves, whatever makes them fail.
pub(super) fn survival_from(
    model: &Inventory,
    own: &[Option<u32>],
    soft_counts: bool,
) -> Vec<Option<u32>> {
    let mut failed: Vec<Option<u32>> = vec![None; own.len()];
    for hour in 0..HORIZON {
        loop {
            let before = failed.clone();
            for (at, component) in model.components.iter().enumerate() {
                let by_needs = (component.requirements.items.iter())
                    .filter(|requirement| soft_counts || !requirement.soft)
                    .any(|requirement| has_failed(requirement, &failed, hour));
                let by_itself = own[at].is_some_and(|time| time <= hour);
                if failed[at].is_none() && (by_itself || by_needs) {
                    failed[at] = Some(hour);
                }
            }
            if failed == before {
                break;
            }
        }
    }
    failed
}

fn has_failed(requirement: &Requirement, failed: &[Option<u32>], hour: u32) -> bool {
    fails_at(requirement, failed).is_some_and(|time| time <= hour)
}

/// When a requirement fails, from the failures known so far.
fn fails_at(requirement: &Requirement, failed: &[Option<u32>]) -> Option<u32> {
    let members = || -> Vec<Option<u32>> {
        requirement.members().iter().map(|member| fails_at(member, failed)).collect()
    };
    let nth = |mut times: Vec<Option<u32>>, which: usize| {
        times.sort_by_key(|time| time.unwrap_or(u32::MAX));
        times.get(which).copied().flatten()
    };
    let time = match &requirement.need {
        Need::Component(component) => failed[component.at()],
        Need::AllOf(_) => members().into_iter().flatten().min(),
        Need::AnyOf(of) => nth(members(), of.len() - 1),
        Need::AtLeast { k, of } => nth(members(), of.len() - *k as usize),
    };
    time.map(|time| time + requirement.tolerates.0)
}

/// Whether an entity is foreign in a reading, straight from the definition.
pub(super) fn is_foreign(model: &Inventory, entity: EntityIx, reading: Reading) -> bool {
    let abroad = |entity: &EntityIx| {
        let countries = incorporated(model, *entity).into_iter();
        countries.into_iter().any(|c| !model.home.iter().any(|h| h.covers(c, None)))
    };
    let by_tops = |reading| ultimate(model, entity, reading).iter().any(abroad);
    let settled = abroad(&entity) || by_tops(Reading::Settled);
    if reading == Reading::Settled {
        return settled;
    }
    let all = (0..model.entities.len() as u32).map(EntityIx);
    let hidden = all
        .filter(|top| *top == entity || controlled(model, *top, Reading::Careful).contains(&entity))
        .any(|top| has_unknown_country(model, top) || has_unknown_parent(model, top));
    settled || by_tops(Reading::Careful) || hidden
}

pub(super) fn has_unknown_country(model: &Inventory, entity: EntityIx) -> bool {
    model.entity(entity).country.rest != Rest::Nothing
}

pub(super) fn has_unknown_parent(model: &Inventory, entity: EntityIx) -> bool {
    let facts = model.entity(entity);
    let owned = &facts.owned_by;
    // Whoever is not named may have all that those who are named need not have.
    let named: u32 = owned.items.iter().map(|holding| holding.votes.at_least).sum();
    let unnamed = Share::WHOLE.saturating_sub(named) > Share::HALF;
    let other_said = facts.controlled_by.rest != Rest::NotSaid;
    match owned.rest {
        Rest::NotSaid => !other_said,
        Rest::Undisclosed => unnamed,
        Rest::Nothing => !owned.items.is_empty() && unnamed,
    }
}
