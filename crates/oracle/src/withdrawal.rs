//! What withdraws or breaks, and what that switches off: the own time of each component.

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
    /// A site fails: of faults only.
    Site,
    /// An ultimate controller withdraws all that it controls.
    Controller,
    /// A country withdraws.
    Jurisdiction,
}

impl Level {
    /// Whether its events are things, neither home nor foreign.
    #[must_use]
    pub const fn is_of_things(self) -> bool {
        matches!(self, Self::Component | Self::Site)
    }
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
            (Level::Site, named) => off.sites = named.iter().cloned().collect(),
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
            || self.is_changed(component, off, reading)
            || off.hides(Kind::Requirements, id);
        if at_once {
            return 0;
        }
        let operators = self.read(&component.operators, reading);
        let run = operators.filter_map(|it| self.off_after(Channel::Operation, it, off, reading));
        let place = self.loses_its_place(component, off, reading);
        // Who merely supplies does not break it.
        if self.question == Question::Fault {
            return run.chain(place).min().unwrap_or(NEVER);
        }
        let suppliers = self.read(&component.suppliers, reading).filter_map(|it| {
            let after = self.off_after(Channel::Supply, &it.entity, off, reading)?;
            Some(withdrawn(it.on_withdrawal, reading).saturating_add(after).min(NEVER))
        });
        let hidden = off.hides(Kind::Suppliers, id).then(|| self.hidden_supply(component));
        run.chain(suppliers).chain(hidden).chain(place).min().unwrap_or(NEVER)
    }

    /// Whether somebody who breaks can change a component from afar.
    fn is_changed(&self, component: &Component, off: &Off, reading: Reading) -> bool {
        let named = self.read(&component.changed_by, reading).any(|it| off.parties.contains(it));
        let hidden = off.hides(Kind::ChangedBy, &component.id);
        self.question == Question::Fault && (named || hidden)
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

    /// When too few places are left. Where nobody has said how many are needed, one is enough in the settled
    /// reading, and all are needed in the careful one.
    fn loses_its_place(
        &self,
        component: &Component,
        off: &Off,
        reading: Reading,
    ) -> Option<Minutes> {
        let stated = &component.places;
        // A place that is said twice is one.
        let distinct = |reading| {
            let mut places: Vec<&Place> = Vec::new();
            for place in self.read(stated, reading) {
                if !places.contains(&place) {
                    places.push(place);
                }
            }
            places
        };
        // Where enough are confirmed, one that nobody has confirmed is no place to count on, nor to lose.
        let firm = distinct(Reading::Settled);
        let places = match component.needs_places {
            Needed::Least(least) if firm.len() >= least => firm,
            _ => distinct(reading),
        };
        let lost = places.into_iter().map(|it| self.lost_after(it, off, reading).unwrap_or(NEVER));
        let mut times: Vec<Minutes> = lost.collect();
        let hidden = off.hides(Kind::Place, &component.id);
        let needed = match (component.needs_places, reading) {
            (Needed::NotSaid, Reading::Settled) => Needed::Least(1),
            (Needed::NotSaid, Reading::Careful) => Needed::All,
            (said, _) => said,
        };
        // What is not known is one place more, lost with whoever is hidden there.
        if hidden || stated.is_undisclosed() || self.has_lapsed(stated) {
            times.push(if hidden { 0 } else { NEVER });
        }
        times.sort_unstable();
        let time = match needed {
            Needed::NotSaid | Needed::All => times.first().copied(),
            Needed::Least(least) => {
                let must_fail = (times.len() + 1).saturating_sub(least).max(1);
                times.get(must_fail - 1).copied()
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
            Place::Site(id) => id,
        };
        let all = self.site_and_around(site);
        let closes = |site: &Site| {
            let says = self.says_where(site);
            let closed = off.sites.contains(&site.id)
                || off.hides(Kind::SiteCountry, &says.id)
                || off.hides(Kind::SiteOperator, &site.id);
            let countries = self.read(&says.countries, reading).filter_map(|it| gone(it));
            let operators = self.read(&site.operators, reading);
            let run =
                operators.filter_map(|it| self.off_after(Channel::Operation, it, off, reading));
            closed.then_some(0).into_iter().chain(countries).chain(run).min()
        };
        all.into_iter().filter_map(closes).min()
    }
}

const fn withdrawn(on_withdrawal: OnWithdrawal, reading: Reading) -> Minutes {
    match (on_withdrawal, reading) {
        (OnWithdrawal::Stops(after), _) => after,
        (OnWithdrawal::NotSaid, Reading::Careful) => 0,
        (OnWithdrawal::NotSaid, Reading::Settled) | (OnWithdrawal::Survives, _) => NEVER,
    }
}
