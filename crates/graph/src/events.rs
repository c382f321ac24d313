//! Withdrawal events: which there are at each level, what each switches off, which are foreign.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;
use trefonds_findings::{EventKind, FactKind, Level, Reading};
use trefonds_model::{ComponentIx, Country, EntityIx};

use crate::Analysis;
use crate::unknowns::{Subject, UnknownIx};

/// A withdrawal event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Event {
    Component(ComponentIx),
    Entity(EntityIx),
    Controller(EntityIx),
    Country(Country),
    Unknown(UnknownIx),
}

impl Event {
    pub(crate) const fn kind(self) -> EventKind {
        match self {
            Self::Component(_) => EventKind::Component,
            Self::Entity(_) => EventKind::Entity,
            Self::Controller(_) => EventKind::Controller,
            Self::Country(_) => EventKind::Jurisdiction,
            Self::Unknown(_) => EventKind::Unknown,
        }
    }
}

/// What an event switches off in one reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Scope {
    /// Every channel whose party is one of these; sorted.
    pub parties: Vec<EntityIx>,
    /// Every component located here.
    pub country: Option<Country>,
    /// Every channel behind which nobody knows who stands.
    pub unknown: Option<UnknownIx>,
    /// This component.
    pub component: Option<ComponentIx>,
}

/// Whether an event is foreign in each reading; `careful` is true wherever `settled` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Foreign {
    pub settled: bool,
    pub careful: bool,
}

impl Foreign {
    const NO: Self = Self { settled: false, careful: false };
    const YES: Self = Self { settled: true, careful: true };
    const POSSIBLY: Self = Self { settled: false, careful: true };
}

impl Analysis<'_> {
    /// The events of a level, in a fixed order; those that no reading can tell apart from nothing
    /// are left out.
    pub(crate) fn events(&self, level: Level) -> Vec<Event> {
        match level {
            Level::Component => self.present_components().map(Event::Component).collect(),
            Level::Entity => {
                let named = self.parties().into_iter().map(Event::Entity);
                named.chain(self.unknown_events(level)).collect()
            }
            Level::Controller => {
                let mut tops = BTreeSet::new();
                for party in self.parties() {
                    tops.extend(&self.settled.ultimate[party.at()]);
                    tops.extend(&self.careful.ultimate[party.at()]);
                }
                let named = tops.into_iter().map(Event::Controller);
                named.chain(self.unknown_events(level)).collect()
            }
            Level::Jurisdiction => {
                let named = self.countries().into_iter().map(Event::Country);
                named.chain(self.unknown_events(level)).collect()
            }
        }
    }

    /// The parties of all channels, in file order.
    pub(crate) fn parties(&self) -> BTreeSet<EntityIx> {
        let all = 0..self.model.entities.len() as u32;
        all.map(EntityIx).filter(|e| self.inverted.by_party.contains_key(e)).collect()
    }

    /// The countries that reach any component: of places, of parties, of whoever is above them. A
    /// territory is its state's.
    pub(crate) fn countries(&self) -> BTreeSet<Country> {
        let places = self.channels.iter().filter_map(|(_, entry)| match entry.target {
            crate::channels::Target::Country(country) => Some(country),
            _ => None,
        });
        let parties = self.parties();
        let above = parties.iter().flat_map(|e| &self.careful.above[e.at()]);
        let people = parties.iter().chain(above);
        let people = people.filter_map(|entity| self.entities[entity.at()].country.ok());
        places.chain(people).map(Country::state).collect()
    }

    fn unknown_events(&self, level: Level) -> impl Iterator<Item = Event> + '_ {
        let all = self.unknowns.iter();
        all.filter(move |(at, unknown)| match unknown.fact {
            FactKind::Country => level == Level::Jurisdiction && self.reaches_any(*at),
            FactKind::Parents => level != Level::Entity && self.reaches_any(*at),
            _ => self.inverted.by_unknown.contains_key(at),
        })
        .map(|(at, _)| Event::Unknown(at))
    }

    /// Whether the entity of an unknown, or anything below it, is the party of a channel.
    fn reaches_any(&self, unknown: UnknownIx) -> bool {
        let parties = self.parties_of_unknown(unknown, &FxHashSet::default());
        parties.iter().any(|entity| self.inverted.by_party.contains_key(entity))
    }

    fn parties_of_unknown(
        &self,
        unknown: UnknownIx,
        settled: &FxHashSet<UnknownIx>,
    ) -> Vec<EntityIx> {
        match self.unknowns.get(unknown).subject {
            Subject::Entity(entity) => self.with_below(entity, Reading::Careful, settled),
            _ => Vec::new(),
        }
    }

    /// An entity and all that it controls, sorted.
    fn with_below(
        &self,
        top: EntityIx,
        reading: Reading,
        settled: &FxHashSet<UnknownIx>,
    ) -> Vec<EntityIx> {
        let mut all = if settled.is_empty() {
            self.control(reading).below[top.at()].clone()
        } else {
            self.stakes.fixpoint(top, reading, settled)
        };
        all.push(top);
        all.sort_unstable();
        all.dedup();
        all
    }

    /// What an event switches off. Unknowns of `settled` are taken as answered in our favour.
    pub(crate) fn scope(
        &self,
        event: Event,
        reading: Reading,
        settled: &FxHashSet<UnknownIx>,
    ) -> Scope {
        match event {
            Event::Component(component) => Scope { component: Some(component), ..Scope::default() },
            Event::Entity(entity) => Scope { parties: vec![entity], ..Scope::default() },
            Event::Controller(top) => {
                Scope { parties: self.with_below(top, reading, settled), ..Scope::default() }
            }
            Event::Country(country) => Scope {
                parties: self.parties_in(country, reading, settled),
                country: Some(country),
                ..Scope::default()
            },
            Event::Unknown(unknown) => self.unknown_scope(unknown, reading, settled),
        }
    }

    fn unknown_scope(
        &self,
        unknown: UnknownIx,
        reading: Reading,
        settled: &FxHashSet<UnknownIx>,
    ) -> Scope {
        if reading == Reading::Settled || settled.contains(&unknown) {
            return Scope::default();
        }
        let parties = match self.unknowns.get(unknown).fact {
            FactKind::Parents | FactKind::Country => self.parties_of_unknown(unknown, settled),
            _ => Vec::new(),
        };
        Scope { parties, unknown: Some(unknown), ..Scope::default() }
    }

    /// Entities incorporated in a country, and all below them.
    fn parties_in(
        &self,
        country: Country,
        reading: Reading,
        settled: &FxHashSet<UnknownIx>,
    ) -> Vec<EntityIx> {
        let mut all = BTreeSet::new();
        for (at, facts) in self.entities.iter().enumerate() {
            if facts.country.map(Country::state) == Ok(country) {
                all.extend(self.with_below(EntityIx(at as u32), reading, settled));
            }
        }
        all.into_iter().collect()
    }

    /// Whether an event is outside home; components are neither, and answer no.
    pub(crate) fn foreign(&self, event: Event) -> Foreign {
        match event {
            Event::Component(_) => Foreign::NO,
            Event::Entity(entity) | Event::Controller(entity) => self.foreign_entity(entity),
            Event::Country(country) if self.is_foreign_country(country) => Foreign::YES,
            Event::Country(_) => Foreign::NO,
            Event::Unknown(_) => Foreign::POSSIBLY,
        }
    }

    /// An entity is foreign when it, or any of its ultimate controllers, is incorporated outside home.
    pub(crate) fn foreign_entity(&self, entity: EntityIx) -> Foreign {
        let abroad = |entity: &EntityIx| {
            self.entities[entity.at()].country.is_ok_and(|c| self.is_foreign_country(c))
        };
        let settled = abroad(&entity) || self.settled.ultimate[entity.at()].iter().any(abroad);
        Foreign {
            settled,
            careful: settled || !self.foreign_hangs_on(entity).is_empty() || {
                self.careful.ultimate[entity.at()].iter().any(abroad)
            },
        }
    }

    /// The unknown facts by which an entity that is not foreign for certain may be foreign; sorted.
    pub(crate) fn foreign_hangs_on(&self, entity: EntityIx) -> Vec<UnknownIx> {
        let mut found = BTreeSet::new();
        let own = |entity: EntityIx| {
            let facts = &self.entities[entity.at()];
            facts.country.err().into_iter().chain(facts.unknown_parent)
        };
        found.extend(own(entity));
        for above in &self.careful.above[entity.at()] {
            found.extend(own(*above));
            let abroad =
                self.entities[above.at()].country.is_ok_and(|c| self.is_foreign_country(c));
            if abroad && self.careful.ultimate[entity.at()].contains(above) {
                found.extend(self.top_hangs_on(*above, entity));
            }
        }
        found.into_iter().collect()
    }

    /// The ranges of votes by which one entity may be an ultimate controller of another: that it
    /// controls it, and that it controls whoever is above itself.
    fn top_hangs_on(&self, top: EntityIx, entity: EntityIx) -> Vec<UnknownIx> {
        let higher = self.careful.above[top.at()].iter();
        let mut found = self.control_hangs_on(top, entity);
        found.extend(higher.flat_map(|higher| self.control_hangs_on(top, *higher)));
        found
    }

    /// The ranges of votes by which one entity may control another: with all of them answered in
    /// our favour it does not, unless it does for certain.
    pub(crate) fn control_hangs_on(&self, top: EntityIx, entity: EntityIx) -> Vec<UnknownIx> {
        let mut answered = FxHashSet::default();
        let mut found = Vec::new();
        loop {
            let proof = self.stakes.proof(top, entity, Reading::Careful, &answered);
            let before = found.len();
            let ranges = proof.into_iter().filter_map(|stake| self.stakes.get(stake).assumed());
            found.extend(ranges.filter(|unknown| answered.insert(*unknown)));
            if found.len() == before {
                return found;
            }
        }
    }
}
