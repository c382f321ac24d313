//! What withdraws, and what that switches off: the own time of each component.

use std::collections::BTreeSet;

use crate::jurisdiction::state;
use crate::lookup::Reading;
use crate::standing::{Minutes, NEVER};
use crate::unknown::{Kind, Unknown};
use crate::world::*;

/// A level of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// A component fails.
    Component,
    /// A legal entity withdraws.
    Entity,
    /// An ultimate controller withdraws all that it controls.
    Controller,
    /// A country withdraws.
    Jurisdiction,
}

/// What withdraws at a level: somebody who is named, and whoever some unknown facts hide.
#[derive(Clone, Debug)]
pub struct Withdrawal {
    /// The level.
    pub level: Level,
    /// A component, an entity, the code of a state.
    pub named: Option<Id>,
    /// Unknown facts, all of them taken to be the same hand, that of who is named where somebody is.
    pub hands: Vec<Unknown>,
}

/// What is switched off.
#[derive(Clone, Debug, Default)]
pub struct Off {
    /// These components fail.
    pub components: BTreeSet<Id>,
    /// Whatever these run or supply.
    pub parties: BTreeSet<Id>,
    /// Whatever stands there.
    pub states: BTreeSet<String>,
    /// Whatever stands in these sites.
    pub sites: BTreeSet<Id>,
    /// Whatever these laws on denial reach.
    pub laws: Vec<Law>,
    /// Whatever these unknown facts hide.
    pub hands: Vec<Unknown>,
}

impl Off {
    /// What two switch off together.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.components.extend(other.components);
        self.parties.extend(other.parties);
        self.states.extend(other.states);
        self.sites.extend(other.sites);
        self.laws.extend(other.laws);
        self.hands.extend(other.hands);
        self
    }

    fn hides(&self, kind: Kind, subject: &str) -> bool {
        self.hands.iter().any(|it| it.kind == kind && it.subject == subject)
    }
}

impl World {
    /// What a withdrawal switches off.
    #[must_use]
    pub fn off(&self, of: &Withdrawal, reading: Reading) -> Off {
        let hands = if reading == Reading::Careful { of.hands.clone() } else { Vec::new() };
        let mut off = Off { hands, ..Off::default() };
        let hands = off.hands.clone();
        match (of.level, &of.named) {
            (Level::Component, named) => off.components = named.iter().cloned().collect(),
            (Level::Entity, named) => off.parties = named.iter().cloned().collect(),
            (Level::Controller, named) => {
                let by: Vec<Id> = named.iter().cloned().collect();
                off.parties = self.controlled(&by, &hands, reading);
            }
            (Level::Jurisdiction, named) => {
                off.states = named.iter().cloned().collect();
                off.parties = self.parties_of_state(named.as_deref(), &hands, reading);
            }
        }
        off
    }

    /// Whoever is incorporated in a state, or controlled by one that is; with whoever is hidden.
    fn parties_of_state(
        &self,
        named: Option<&str>,
        hands: &[Unknown],
        reading: Reading,
    ) -> BTreeSet<Id> {
        let here = |entity: &Entity| {
            let hidden = hands.iter().any(|it| it.kind == Kind::Country && it.subject == entity.id);
            let mut countries = self.read(&entity.countries, reading);
            hidden || countries.any(|country| named == Some(state(country)))
        };
        let mut all = self.controlled(&[], hands, reading);
        for entity in self.entities.iter().filter(|it| here(it)) {
            all.extend(self.controlled(std::slice::from_ref(&entity.id), hands, reading));
        }
        all
    }

    /// How soon a component fails by its own channels.
    #[must_use]
    pub fn own(&self, component: &Component, off: &Off, reading: Reading) -> Minutes {
        let id = component.id.as_str();
        let at_once = off.components.contains(id)
            || off.hides(Kind::Operator, id)
            || off.hides(Kind::Requirements, id);
        if at_once {
            return 0;
        }
        let operators = self.read(&component.operators, reading);
        let run = operators.filter_map(|it| self.off_after(Channel::Operation, it, off, reading));
        let suppliers = self.read(&component.suppliers, reading).filter_map(|it| {
            let after = self.off_after(Channel::Supply, &it.entity, off, reading)?;
            Some(withdrawn(it.on_withdrawal, reading).saturating_add(after).min(NEVER))
        });
        let hidden = off.hides(Kind::Suppliers, id).then(|| self.hidden_supply(component));
        let place = self.loses_its_place(component, off, reading);
        run.chain(suppliers).chain(hidden).chain(place).min().unwrap_or(NEVER)
    }

    /// How long after hour 0 a party withdraws from a channel, or a law on denial makes it; none makes the
    /// organisation stop what it runs itself.
    fn off_after(
        &self,
        channel: Channel,
        party: &Id,
        off: &Off,
        reading: Reading,
    ) -> Option<Minutes> {
        if off.parties.contains(party) {
            return Some(0);
        }
        if self.organisation.contains(party) {
            return None;
        }
        let laws = off.laws.iter();
        laws.filter_map(|law| self.denied_after(law, channel, party, reading)).min()
    }

    /// When whoever is hidden behind the suppliers takes effect: at once, unless one has ended and nothing
    /// else is unknown; then as that one would have.
    fn hidden_supply(&self, component: &Component) -> Minutes {
        let stated = &component.suppliers;
        if stated.rest != Rest::Nothing {
            return 0;
        }
        let ended = stated.items.iter().filter(|it| self.is_lapsed(it, stated));
        let times = ended.map(|it| withdrawn(it.what.on_withdrawal, Reading::Careful));
        times.min().unwrap_or(0)
    }

    /// One place is enough in the settled reading, all are needed in the careful one.
    fn loses_its_place(
        &self,
        component: &Component,
        off: &Off,
        reading: Reading,
    ) -> Option<Minutes> {
        let stated = &component.places;
        let places = self.read(stated, reading).map(|place| self.lost_after(place, off, reading));
        let times: Vec<Minutes> = places.map(|time| time.unwrap_or(NEVER)).collect();
        let time = match reading {
            Reading::Careful if off.hides(Kind::Place, &component.id) => Some(0),
            Reading::Careful => times.into_iter().min(),
            Reading::Settled => {
                let elsewhere = stated.is_undisclosed() || self.has_lapsed(stated);
                times.into_iter().max().filter(|_| !elsewhere)
            }
        };
        time.filter(|time| *time < NEVER)
    }

    fn lost_after(&self, place: &Place, off: &Off, reading: Reading) -> Option<Minutes> {
        let gone = |country: &str| {
            let laws = off.laws.iter();
            let denied = laws.filter_map(|law| self.place_denied_after(law, country, reading));
            off.states.contains(state(country)).then_some(0).into_iter().chain(denied).min()
        };
        let site = match place {
            Place::Country(country) => return gone(country),
            Place::Site(id) => self.site(id)?,
        };
        let closed = off.sites.contains(&site.id)
            || off.hides(Kind::SiteCountry, &site.id)
            || off.hides(Kind::SiteOperator, &site.id);
        let countries = self.read(&site.countries, reading).filter_map(|it| gone(it));
        let operators = self.read(&site.operators, reading);
        let run = operators.filter_map(|it| self.off_after(Channel::Operation, it, off, reading));
        closed.then_some(0).into_iter().chain(countries).chain(run).min()
    }
}

const fn withdrawn(on_withdrawal: OnWithdrawal, reading: Reading) -> Minutes {
    match (on_withdrawal, reading) {
        (OnWithdrawal::Stops(after), _) => after,
        (OnWithdrawal::NotSaid, Reading::Careful) => 0,
        (OnWithdrawal::NotSaid, Reading::Settled) | (OnWithdrawal::Survives, _) => NEVER,
    }
}
