//! Who, by withdrawing alone, stops which service.

use std::collections::{BTreeMap, BTreeSet};

use crate::jurisdiction::state;
use crate::lookup::Reading;
use crate::standing::{Minutes, NEVER};
use crate::survival::{Ended, Failure, Times};
use crate::unknown::{Hand, Kind};
use crate::withdrawal::{Level, Off, Withdrawal};
use crate::world::*;

/// What a withdrawal does to a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// When it has stopped in the careful reading.
    pub careful: Minutes,
    /// And in the settled one.
    pub settled: Minutes,
    /// It stops in the settled reading and, where it may be foreign, is so for certain.
    pub certain: bool,
}

/// Who or what withdraws: a name, or unknown facts by their ids.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Event {
    /// A component, an entity, a state.
    Named(Id),
    /// Whoever these facts hide.
    Hidden(BTreeSet<String>),
}

impl World {
    /// The services that are there.
    #[must_use]
    pub fn services(&self) -> Vec<Id> {
        let services = self.components.iter().filter(|it| it.layer == Layer::Service);
        services.filter(|it| self.is_there(it)).map(|it| it.id.clone()).collect()
    }

    /// When each component is down from what has ended alone; those that never are, are left out.
    #[must_use]
    pub fn ended(&self, reading: Reading) -> Times {
        self.ended_of(reading, Failure::Stops)
    }

    fn ended_of(&self, reading: Reading, failure: Failure) -> Times {
        let times = self.times(&Off::default(), reading, failure, Ended::Down);
        times.into_iter().filter(|(_, time)| *time != NEVER).collect()
    }

    /// Every single point of a level, by service and event: of foreign events, or of all.
    #[must_use]
    pub fn single_points(&self, level: Level, home_too: bool) -> BTreeMap<(Id, Event), Stop> {
        let mut found = BTreeMap::new();
        for (event, withdrawal) in self.events(level) {
            let (surely, maybe) = self.is_foreign(&withdrawal);
            if !level.is_of_things() && !home_too && !maybe {
                continue;
            }
            let [settled, careful] = self.both(&self.offs(&withdrawal), Failure::Stops);
            for service in self.services() {
                let (settled, careful) = (settled[&service], careful[&service]);
                // That a service fails when it fails itself goes without saying.
                let itself =
                    level == Level::Component && withdrawal.named.as_ref() == Some(&service);
                if settled.min(careful) < NEVER && !itself {
                    let certain = settled < NEVER && surely == maybe;
                    found.insert((service, event.clone()), Stop { careful, settled, certain });
                }
            }
        }
        found
    }

    /// What a withdrawal switches off, in the settled and in the careful reading.
    fn offs(&self, of: &Withdrawal) -> [Off; 2] {
        Reading::BOTH.map(|reading| self.off(of, reading))
    }

    /// When each component fails from what is switched off in the settled and in the careful reading: what is
    /// certain is possible.
    #[must_use]
    pub fn both(&self, [settled, careful]: &[Off; 2], failure: Failure) -> [Times; 2] {
        let settled = self.told_of(settled, Reading::Settled, failure);
        let mut careful = self.told_of(careful, Reading::Careful, failure);
        for (id, time) in &mut careful {
            *time = (*time).min(settled[id]);
        }
        [settled, careful]
    }

    /// When each component fails in one reading: as it is where that is earlier than from what has ended, else
    /// as if that were back.
    #[must_use]
    pub fn told_of(&self, off: &Off, reading: Reading, failure: Failure) -> Times {
        let ended = self.ended_of(reading, failure);
        let mut now = self.times(off, reading, failure, Ended::Down);
        let back = self.times(off, reading, failure, Ended::Back);
        for (id, time) in &mut now {
            if ended.get(id).is_some_and(|ended| *time >= *ended) {
                *time = back[id];
            }
        }
        now
    }

    /// The events of a level.
    #[must_use]
    pub fn events(&self, level: Level) -> Vec<(Event, Withdrawal)> {
        let named = match level {
            Level::Component => {
                let there = self.components.iter().filter(|it| self.is_there(it));
                there.map(|it| it.id.clone()).collect()
            }
            Level::Entity => self.others(self.parties()),
            Level::Site => self.sites.iter().map(|it| it.id.clone()).collect(),
            Level::Controller => {
                let parties = self.parties();
                let tops = parties.iter().flat_map(|party| self.tops(party)).collect();
                self.others(tops)
            }
            Level::Jurisdiction => self.states(),
        };
        let named = named.into_iter().map(|id| {
            let withdrawal = Withdrawal { level, named: Some(id.clone()), hands: Vec::new() };
            (Event::Named(id), withdrawal)
        });
        let hands = self.hands_at(level).into_iter().map(|hands| {
            let event = Event::Hidden(crate::unknown::ids(&hands));
            (event, Withdrawal { level, named: None, hands })
        });
        named.chain(hands).collect()
    }

    /// The hands that are events of a level: nobody hides behind a component, a country hides at the level of
    /// countries alone, who is above somebody does not withdraw as an entity, and no party is a site.
    #[must_use]
    pub fn hands_at(&self, level: Level) -> Vec<Hand> {
        let acts = |kind: Kind| match kind {
            Kind::Country => level == Level::Jurisdiction,
            Kind::Parents => level >= Level::Controller,
            Kind::Place | Kind::Requirements => level >= Level::Entity,
            _ if level == Level::Site => false,
            _ => level >= Level::Entity,
        };
        let all = self.hands().into_iter();
        all.filter(|hand| hand.iter().any(|it| acts(it.kind))).collect()
    }

    /// The ultimate controllers of an entity in either reading.
    #[must_use]
    pub fn tops(&self, entity: &str) -> BTreeSet<Id> {
        Reading::BOTH.into_iter().flat_map(|reading| self.ultimate(entity, reading)).collect()
    }

    /// All but the organisation that the inventory speaks for.
    fn others(&self, all: BTreeSet<Id>) -> BTreeSet<Id> {
        all.into_iter().filter(|it| !self.organisation.contains(it)).collect()
    }

    /// Whoever runs or supplies a component, or runs the site where one stands.
    #[must_use]
    pub fn parties(&self) -> BTreeSet<Id> {
        let standing = self.standing();
        let mut found = BTreeSet::new();
        for component in self.components.iter().filter(|it| standing.contains(&it.id)) {
            found.extend(self.read(&component.operators, Reading::Careful).cloned());
            match self.question {
                Question::Withdrawal => {
                    let suppliers = self.read(&component.suppliers, Reading::Careful);
                    found.extend(suppliers.map(|it| it.entity.clone()));
                }
                Question::Fault => {
                    found.extend(self.read(&component.changed_by, Reading::Careful).cloned());
                }
            }
            for place in self.read(&component.places, Reading::Careful) {
                let Place::Site(id) = place else { continue };
                for site in self.site_and_around(id) {
                    found.extend(self.read(&site.operators, Reading::Careful).cloned());
                }
            }
        }
        found
    }

    /// The states of all countries that are named.
    #[must_use]
    pub fn states(&self) -> BTreeSet<String> {
        let of_entities = self.entities.iter().map(|it| &it.countries);
        let of_sites = self.sites.iter().map(|it| &it.countries);
        let mut all: Vec<&String> = of_entities
            .chain(of_sites)
            .flat_map(|stated| self.read(stated, Reading::Careful))
            .collect();
        for component in &self.components {
            for place in self.read(&component.places, Reading::Careful) {
                if let Place::Country(country) = place {
                    all.push(country);
                }
            }
        }
        all.into_iter().map(|country| state(country).to_owned()).collect()
    }

    /// Whether a withdrawal is foreign, in the settled and in the careful reading.
    #[must_use]
    pub fn is_foreign(&self, of: &Withdrawal) -> (bool, bool) {
        match (&of.named, of.level) {
            (None, Level::Site) => (false, self.hand_may_be_foreign(&of.hands)),
            (_, Level::Component | Level::Site) => (false, false),
            (Some(id), Level::Entity | Level::Controller) => self.foreign(id),
            (Some(country), Level::Jurisdiction) => {
                let abroad = self.is_abroad(country);
                (abroad, abroad)
            }
            (None, _) => (false, self.hand_may_be_foreign(&of.hands)),
        }
    }

    /// Whether whoever is hidden may be foreign: anybody may, unless all whom it may be are at home.
    #[must_use]
    pub fn hand_may_be_foreign(&self, hand: &Hand) -> bool {
        let among = hand.iter().filter_map(|it| it.hidden.among.as_ref());
        among.into_iter().all(|among| {
            among.iter().any(|who| match self.entity(who) {
                Some(entity) => self.foreign(&entity.id).1,
                None => self.jurisdiction_is_foreign(who),
            })
        })
    }

    fn jurisdiction_is_foreign(&self, code: &str) -> bool {
        self.is_abroad(code)
    }

    /// What degrades a service before it stops it, or without: by service and named event.
    #[must_use]
    pub fn degradations(&self, level: Level, home_too: bool) -> BTreeMap<(Id, Id), Stop> {
        let mut found = BTreeMap::new();
        for (event, withdrawal) in self.events(level) {
            let (surely, maybe) = self.is_foreign(&withdrawal);
            let Event::Named(name) = event else { continue };
            if !home_too && !maybe {
                continue;
            }
            let times = |failure| self.both(&self.offs(&withdrawal), failure);
            let ([stops, may_stop], [degrades, may_degrade]) =
                (times(Failure::Stops), times(Failure::Degrades));
            for service in self.services() {
                let (settled, careful) = (degrades[&service], may_degrade[&service]);
                let before = settled < stops[&service];
                if (before || careful < may_stop[&service]) && careful.min(settled) < NEVER {
                    let certain = before && surely == maybe;
                    found.insert((service, name.clone()), Stop { careful, settled, certain });
                }
            }
        }
        found
    }
}
