//! Withdrawal events: which there are at each level, what each switches off, which are foreign.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;
use trefonds_model::{ComponentIx, Country, EntityIx, SiteIx};
use trefonds_model::{EventKind, FactKind, Level, Question, Reading, Why};

use crate::Settled;
use crate::unknowns::{Subject, UnknownIx};

/// A withdrawal event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Event {
    /// A component fails.
    Component(ComponentIx),
    /// A legal entity withdraws, alone.
    Entity(EntityIx),
    /// A site fails, with all that stands in it.
    Site(SiteIx),
    /// A legal entity withdraws with all that it controls.
    Controller(EntityIx),
    /// A state withdraws all that it reaches.
    Country(Country),
    /// Whoever an unknown fact hides withdraws.
    Unknown(UnknownIx),
    /// A component has ended, or is not there yet, and is needed.
    Ended(ComponentIx),
}

impl Event {
    /// What it is, in results.
    pub const fn kind(self) -> EventKind {
        match self {
            Self::Component(_) => EventKind::Component,
            Self::Entity(_) => EventKind::Entity,
            Self::Site(_) => EventKind::Site,
            Self::Controller(_) => EventKind::Controller,
            Self::Country(_) => EventKind::Jurisdiction,
            Self::Unknown(_) => EventKind::Unknown,
            Self::Ended(_) => EventKind::Ended,
        }
    }
}

/// What an event switches off in one reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Every channel whose party is one of these; sorted.
    pub parties: Vec<EntityIx>,
    /// Every component located here.
    pub country: Option<Country>,
    /// Every channel behind which nobody knows who stands.
    pub unknowns: Vec<UnknownIx>,
    /// This component.
    pub component: Option<ComponentIx>,
    /// All that stands in these sites; sorted.
    pub sites: Vec<SiteIx>,
}

/// Whether an event is foreign in each reading; `careful` is true wherever `settled` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// From what is declared.
    pub settled: bool,
    /// Once the unknowns are taken against us.
    pub careful: bool,
}

impl Foreign {
    /// Foreign in neither reading.
    pub const NO: Self = Self { settled: false, careful: false };
    const YES: Self = Self { settled: true, careful: true };
    const POSSIBLY: Self = Self { settled: false, careful: true };

    /// Whether it is foreign, or at home, or neither, whatever the unknown facts are.
    pub const fn is_plain(self) -> bool {
        self.settled == self.careful
    }
}

impl Settled<'_> {
    /// The events of a level, in a fixed order; those that no reading can tell apart from nothing
    /// are left out.
    pub fn events(&self, level: Level) -> Vec<Event> {
        match level {
            Level::Component => self.present_components().map(Event::Component).collect(),
            Level::Entity => {
                let named = self.others(self.parties()).map(Event::Entity);
                named.chain(self.unknown_events(level)).collect()
            }
            Level::Controller => {
                let mut tops = BTreeSet::new();
                for party in self.parties() {
                    tops.extend(&self.settled.ultimate[party.at()]);
                    tops.extend(&self.careful.ultimate[party.at()]);
                }
                let named = self.others(tops).map(Event::Controller);
                named.chain(self.unknown_events(level)).collect()
            }
            Level::Site => {
                let sites = (0..self.model.sites.len() as u32).map(SiteIx);
                let named = sites.filter(|_| self.question == Question::Fault).map(Event::Site);
                named.chain(self.unknown_events(level)).collect()
            }
            Level::Jurisdiction if self.question == Question::Fault => Vec::new(),
            Level::Jurisdiction => {
                let named = self.countries().into_iter().map(Event::Country);
                named.chain(self.unknown_events(level)).collect()
            }
        }
    }

    /// All but the organisation itself: it does not withdraw from itself.
    fn others(&self, all: BTreeSet<EntityIx>) -> impl Iterator<Item = EntityIx> + '_ {
        all.into_iter().filter(|entity| !self.is_organisation(*entity))
    }

    /// Whether the inventory speaks for an entity.
    pub fn is_organisation(&self, entity: EntityIx) -> bool {
        self.model.organisation.contains(&entity)
    }

    /// The parties of all channels, in file order.
    pub(crate) fn parties(&self) -> BTreeSet<EntityIx> {
        let all = 0..self.model.entities.len() as u32;
        all.map(EntityIx).filter(|e| self.inverted.by_party.contains_key(e)).collect()
    }

    /// The countries that reach any component: of places, of parties, of whoever is above them. A
    /// territory is its state's.
    pub fn countries(&self) -> BTreeSet<Country> {
        let places = self.channels.iter().filter_map(|(_, entry)| match entry.target {
            crate::channels::Target::Country(country) => Some(country),
            _ => None,
        });
        let parties = self.parties();
        let above = parties.iter().flat_map(|e| &self.careful.above[e.at()]);
        let people = parties.iter().chain(above);
        let people =
            people.flat_map(|entity| self.entities[entity.at()].countries(Reading::Careful));
        places.chain(people).map(Country::state).collect()
    }

    fn unknown_events(&self, level: Level) -> impl Iterator<Item = Event> + '_ {
        let all = self.unknowns.iter().map(|(at, _)| at);
        let first = all.filter(|at| self.unknowns.first_of(*at) == *at);
        // Whom a candidate names is known, if not confirmed.
        let hidden = first.filter(|at| self.unknowns.get(*at).why != Why::Candidate);
        hidden.filter(move |at| self.hand_acts(*at, level)).map(Event::Unknown)
    }

    /// Whether what an unknown hides, with all that is known to hide the same, switches anything off
    /// at a level.
    pub fn hand_acts(&self, first: UnknownIx, level: Level) -> bool {
        let mut hidden = self.unknowns.hidden_with(first);
        hidden.retain(|at| match self.unknowns.get(*at).fact {
            FactKind::Site | FactKind::Requirements => true,
            _ if level == Level::Site => false,
            FactKind::Country => level == Level::Jurisdiction,
            FactKind::Parents => level != Level::Entity,
            _ => true,
        });
        let is_party = |entity: &EntityIx| self.inverted.by_party.contains_key(entity);
        let none = FxHashSet::default();
        let acts = |at: &UnknownIx| match self.unknowns.get(*at).fact {
            FactKind::Country | FactKind::Parents => {
                self.parties_of_unknown(*at, &none).iter().any(is_party)
            }
            _ => self.inverted.by_unknown.contains_key(at),
        };
        let by_votes = level != Level::Site;
        hidden.iter().any(acts) || by_votes && self.with_votes(&hidden, &none).iter().any(is_party)
    }

    /// Whoever an unknown parent, or a party of an unknown country, could switch off by itself.
    pub(crate) fn parties_of_unknown(
        &self,
        unknown: UnknownIx,
        settled: &FxHashSet<UnknownIx>,
    ) -> Vec<EntityIx> {
        let facts = self.unknowns.get(unknown);
        match facts.subject {
            // Less than a majority is no control.
            Subject::Entity(entity)
                if facts.fact == FactKind::Parents
                    && self.entities[entity.at()].unknown_parent != Some(unknown) =>
            {
                Vec::new()
            }
            Subject::Entity(entity) => self.with_below(entity, Reading::Careful, settled),
            _ => Vec::new(),
        }
    }

    /// An entity and all that it controls, sorted.
    pub fn with_below(
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
    pub fn scope(&self, event: Event, reading: Reading, settled: &FxHashSet<UnknownIx>) -> Scope {
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
            Event::Site(site) => {
                let all = (0..self.sites.len() as u32).map(SiteIx);
                let inside = |own: &SiteIx| self.sites[own.at()].is_within(*own, site);
                Scope { sites: all.filter(inside).collect(), ..Scope::default() }
            }
            Event::Unknown(unknown) => self.unknown_scope(unknown, reading, settled),
            Event::Ended(_) => Scope::default(),
        }
    }

    fn unknown_scope(
        &self,
        unknown: UnknownIx,
        reading: Reading,
        settled: &FxHashSet<UnknownIx>,
    ) -> Scope {
        if reading == Reading::Settled {
            return Scope::default();
        }
        let mut unknowns = self.unknowns.hidden_with(unknown);
        unknowns.retain(|at| !settled.contains(at));
        let mut parties: Vec<EntityIx> = Vec::new();
        for at in &unknowns {
            if let FactKind::Parents | FactKind::Country = self.unknowns.get(*at).fact {
                parties.extend(self.parties_of_unknown(*at, settled));
            }
        }
        parties.extend(self.with_votes(&unknowns, settled));
        parties.sort_unstable();
        parties.dedup();
        Scope { parties, unknowns, ..Scope::default() }
    }

    /// Entities incorporated in a country, and all below them.
    fn parties_in(
        &self,
        country: Country,
        reading: Reading,
        settled: &FxHashSet<UnknownIx>,
    ) -> Vec<EntityIx> {
        let mut reached = vec![false; self.entities.len()];
        for (at, facts) in self.entities.iter().enumerate() {
            let here = facts.countries.iter().any(|known| {
                let open = known.candidate.is_none_or(|unknown| !settled.contains(&unknown));
                known.value.state() == country && known.counts(reading) && open
            });
            // Whoever controls one controls all that it does.
            if here && !reached[at] {
                let below = self.with_below(EntityIx(at as u32), reading, settled);
                below.into_iter().for_each(|entity| reached[entity.at()] = true);
            }
        }
        let all = (0..reached.len() as u32).map(EntityIx);
        all.filter(|entity| reached[entity.at()]).collect()
    }

    /// Whether an event is outside home; components are neither, and answer no.
    pub fn foreign(&self, event: Event) -> Foreign {
        match event {
            Event::Component(_) | Event::Site(_) | Event::Ended(_) => Foreign::NO,
            Event::Entity(entity) | Event::Controller(entity) => self.foreign_entity(entity),
            Event::Country(country) if self.is_foreign_country(country) => Foreign::YES,
            Event::Country(_) => Foreign::NO,
            Event::Unknown(unknown) if self.may_be_foreign(unknown) => Foreign::POSSIBLY,
            Event::Unknown(_) => Foreign::NO,
        }
    }

    /// An entity is foreign when it, or any of its ultimate controllers, is incorporated outside home.
    pub fn foreign_entity(&self, entity: EntityIx) -> Foreign {
        let abroad = |reading| move |entity: &EntityIx| self.is_abroad(*entity, reading);
        let tops = &self.settled.ultimate[entity.at()];
        let settled =
            self.is_abroad(entity, Reading::Settled) || tops.iter().any(abroad(Reading::Settled));
        let careful = settled
            || self.is_abroad(entity, Reading::Careful)
            || !self.foreign_hangs_on(entity).is_empty()
            || self.careful.ultimate[entity.at()].iter().any(abroad(Reading::Careful));
        Foreign { settled, careful }
    }

    /// Whether an entity is incorporated outside home, in any of its countries.
    pub fn is_abroad(&self, entity: EntityIx, reading: Reading) -> bool {
        self.entities[entity.at()].countries(reading).any(|c| self.is_foreign_country(c))
    }

    /// The unknown facts by which an entity that is not foreign for certain may be foreign; sorted.
    pub fn foreign_hangs_on(&self, entity: EntityIx) -> Vec<UnknownIx> {
        let mut found = BTreeSet::new();
        let own = |entity: EntityIx| {
            let facts = &self.entities[entity.at()];
            let abroad = facts.countries.iter().filter(|c| self.is_foreign_country(c.value));
            let candidates = abroad.filter_map(|known| known.candidate);
            let gaps = facts.unknown_country.into_iter().chain(facts.unknown_parent);
            gaps.chain(candidates).collect::<Vec<_>>()
        };
        found.extend(own(entity));
        for above in &self.careful.above[entity.at()] {
            found.extend(own(*above));
            if self.is_abroad(*above, Reading::Careful)
                && self.careful.ultimate[entity.at()].contains(above)
            {
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
