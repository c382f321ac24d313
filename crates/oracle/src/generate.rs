//! Random inventories: small, with everything that the format can say, in shares that meet.

mod circles;
mod components;
mod ends;
mod entities;
mod laws;
mod places;
mod timed;
mod twins;

pub use circles::circle;
pub use timed::timed;
pub use twins::twins;

use crate::day::{Dates, Day};
use crate::seed::Seed;
use crate::world::*;

/// The day of every inventory that has dates: 2026-11-01.
pub const DAY: Day = 20_758;

/// Home states, members of the Union, others, and two territories of states.
pub const COUNTRIES: [&str; 8] = ["FR", "IE", "DE", "US", "CN", "NO", "PR", "RE"];

/// How likely the parts of an inventory are, in hundredths.
#[derive(Clone, Copy, Debug)]
pub struct Taste {
    /// That a fact is not said, or undisclosed.
    pub gaps: usize,
    /// That a fact has dates, and that a component has.
    pub dates: usize,
    /// That a fact is a candidate.
    pub candidates: usize,
    /// That a list has a second item.
    pub second: usize,
    /// That what is undisclosed has a name or bounds.
    pub hidden: usize,
    /// That it has bounds rather than a name.
    pub bounds: usize,
    /// That things of several kinds share an id.
    pub collisions: usize,
    /// That a requirement is a group.
    pub groups: usize,
    /// How many components at most, services aside.
    pub components: usize,
    /// How many legal entities at most.
    pub entities: usize,
}

impl Taste {
    /// The tastes that worlds are made in, one after the other.
    #[must_use]
    pub const fn of(number: u64) -> Self {
        let plain = Self {
            gaps: 0,
            dates: 0,
            candidates: 0,
            second: 10,
            hidden: 0,
            bounds: 33,
            collisions: 10,
            groups: 55,
            components: 7,
            entities: 6,
        };
        match number % 7 {
            0 => plain,
            1 => Self { gaps: 20, second: 5, groups: 90, ..plain },
            2 => Self { gaps: 8, dates: 25, second: 30, ..plain },
            3 => Self { gaps: 8, candidates: 15, ..plain },
            4 => Self { gaps: 35, second: 0, hidden: 80, groups: 90, components: 6, ..plain },
            5 => Self {
                gaps: 40,
                second: 0,
                hidden: 90,
                bounds: 80,
                groups: 90,
                components: 5,
                entities: 4,
                ..plain
            },
            _ => Self { gaps: 12, dates: 6, candidates: 6, second: 25, hidden: 20, ..plain },
        }
    }
}

/// What is written while a world is made.
pub(crate) struct Maker {
    seed: Seed,
    taste: Taste,
    components: Vec<Id>,
    entities: Vec<Id>,
    sites: Vec<Id>,
}

/// The world of a number, in the taste of that number.
#[must_use]
pub fn world(number: u64) -> World {
    in_taste(number, Taste::of(number))
}

/// The world of a number in a taste.
#[must_use]
pub fn in_taste(number: u64, taste: Taste) -> World {
    let mut seed = Seed::new(number);
    let mut ids = |kind: &str, most: usize| -> Vec<Id> {
        let count = 1 + seed.below(most);
        (0..count).map(|at| id(kind, at, seed.percent(taste.collisions))).collect()
    };
    let components = ids("c", taste.components);
    let (entities, sites) = (ids("e", taste.entities), ids("s", 3));
    let mut maker = Maker { seed, taste, components, entities, sites };
    let homes: [&[&str]; 5] = [&["FR", "EU"], &["FR"], &["EEA"], &["IE", "US"], &["FR", "NO"]];
    let home = maker.seed.one(&homes).iter().map(|home| (*home).to_owned()).collect();
    let organisation = maker.seed.percent(15).then(|| maker.entity());
    let mut world = World {
        home,
        as_of: Some(DAY),
        organisation: organisation.into_iter().collect(),
        components: maker.all_components(),
        entities: maker.all_entities(),
        sites: maker.all_sites(),
        laws: maker.all_laws(),
        question: Question::Withdrawal,
    };
    maker.names(&mut world);
    if maker.seed.percent(2 * taste.dates) {
        maker.end_what_is_borne(&mut world);
    }
    if maker.seed.percent(2 * taste.dates) {
        maker.end_two_suppliers(&mut world);
    }
    places::refine(&mut world, &mut Seed::new(number ^ 0x91ac_e500));
    world
}

/// Things of several kinds that have one id stand at one place in their lists.
fn id(kind: &str, at: usize, collides: bool) -> Id {
    if collides { format!("x{at}") } else { format!("{kind}{at}") }
}

impl Maker {
    fn entity(&mut self) -> Id {
        self.seed.one(&self.entities).clone()
    }

    fn country(&mut self) -> String {
        (*self.seed.one(&COUNTRIES)).to_owned()
    }

    fn dates(&mut self) -> Dates {
        // Some end so shortly before that what they leave is still borne on the day.
        let apart = if self.seed.percent(40) { 3 } else { 60 };
        let day = DAY - apart + self.seed.below(2 * apart as usize) as i64;
        match self.seed.below(4) {
            0 => Dates { from: Some(day), until: None },
            1 => Dates { from: Some(day), until: Some(day + self.seed.below(60) as i64) },
            _ => Dates { from: None, until: Some(day) },
        }
    }

    fn some_dates(&mut self) -> Dates {
        if self.seed.percent(self.taste.dates) { self.dates() } else { Dates::default() }
    }

    fn fact<T>(&mut self, what: T) -> Fact<T> {
        Fact {
            what,
            dates: self.some_dates(),
            candidate: self.seed.percent(self.taste.candidates),
            unverified: self.seed.percent(5),
        }
    }

    /// What is said of something undisclosed; a name is one of its own kind.
    fn hidden(&mut self, kind: &str) -> Hidden {
        if !self.seed.percent(self.taste.hidden) {
            return Hidden::default();
        }
        if !self.seed.percent(self.taste.bounds) {
            let name = format!("{kind}{}", self.seed.below(4) / 3);
            return Hidden { name: Some(name), ..Hidden::default() };
        }
        if self.seed.percent(40) {
            return Hidden { not: vec![self.bound()], ..Hidden::default() };
        }
        Hidden { among: Some(vec![self.bound(), self.bound()]), ..Hidden::default() }
    }

    /// Who something undisclosed could be: an entity, or a country.
    fn bound(&mut self) -> String {
        if self.seed.percent(70) { self.entity() } else { self.country() }
    }

    /// A list of one thing, of several, of none; or not said, or undisclosed.
    fn stated<T>(
        &mut self,
        kind: &str,
        none: usize,
        mut item: impl FnMut(&mut Self) -> T,
    ) -> Stated<T> {
        if self.seed.percent(self.taste.gaps) {
            return match self.seed.below(3) {
                0 => Stated { items: Vec::new(), rest: Rest::Undisclosed(self.hidden(kind)) },
                1 => {
                    let what = item(self);
                    let items = vec![self.fact(what)];
                    Stated { items, rest: Rest::Undisclosed(self.hidden(kind)) }
                }
                _ => Stated::not_said(),
            };
        }
        if self.seed.percent(none) {
            return Stated::complete(Vec::new());
        }
        let second = usize::from(self.seed.percent(self.taste.second));
        let items = (0..=second).map(|_| {
            let what = item(self);
            self.fact(what)
        });
        Stated::complete(items.collect())
    }

    /// The same for what there is always one of.
    fn at_least_one(
        &mut self,
        kind: &str,
        mut item: impl FnMut(&mut Self) -> String,
    ) -> Stated<String> {
        let mut stated = self.stated(kind, 0, &mut item);
        let mut seen = Vec::new();
        stated.items.retain(|it| {
            let new = !seen.contains(&it.what);
            seen.push(it.what.clone());
            new
        });
        stated
    }

    /// Names of people's making: some are the id of something else.
    fn names(&mut self, world: &mut World) {
        let ids: Vec<Id> = [&self.components, &self.entities, &self.sites]
            .into_iter()
            .flatten()
            .cloned()
            .collect();
        for component in &mut world.components {
            component.name = self.seed.percent(20).then(|| self.seed.one(&ids).clone());
        }
        for entity in &mut world.entities {
            entity.name = self.seed.percent(20).then(|| self.seed.one(&ids).clone());
        }
    }
}
