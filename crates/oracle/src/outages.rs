//! When components are down, and when they are back: intervals of minutes, in both readings.

mod machine;
mod simulation;

use std::collections::{BTreeMap, BTreeSet};

use crate::lookup::Reading;
use crate::single_points::Event;
use crate::standing::{Minutes, NEVER};
use crate::what_if::Part;
use crate::withdrawal::{Level, Off, Withdrawal};
use crate::world::*;
use machine::Machine;

/// From this minute on, until before that one.
pub type Interval = (Minutes, Minutes);

/// What one event does to each component over time.
#[derive(Clone, Debug, Default)]
pub struct Course {
    /// When each is down; those that never are, are left out.
    pub down: BTreeMap<Id, Vec<Interval>>,
    /// What stays down though its cause is over, for what its repair needs is down.
    pub stuck: BTreeSet<Id>,
}

impl Course {
    /// Whether something is down in the end.
    fn ends_down(&self, id: &str) -> bool {
        self.down.get(id).and_then(|it| it.last()).is_some_and(|last| last.1 == NEVER)
    }
}

/// What cannot be mended, certainly or not.
#[derive(Clone, Debug, Default)]
pub struct Stuck {
    /// What waits for ever, or is down as what its repair needs is, which it alone takes down.
    pub must: BTreeMap<Id, bool>,
    /// The same, and whatever its repair needs is down, and needs something that is down, and so on, down to
    /// itself.
    pub may: BTreeMap<Id, bool>,
}

/// A time during which something is down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outage {
    /// From this minute on.
    pub from: Minutes,
    /// Until before this one.
    pub until: Minutes,
    /// In the settled reading too.
    pub certain: bool,
}

impl World {
    /// What happens from what is switched off, for so long or for good, in one reading.
    #[must_use]
    pub fn course(&self, off: &Off, lasts: Minutes, reading: Reading) -> Course {
        Machine::new(self, off, lasts, reading).course()
    }

    /// The outages of services by a withdrawal of a level: of foreign events, or of all.
    #[must_use]
    pub fn interruptions(
        &self,
        level: Level,
        home_too: bool,
    ) -> BTreeMap<(Id, Event), Vec<Outage>> {
        let mut found = BTreeMap::new();
        for (event, of) in self.events(level) {
            if !level.is_of_things() && !home_too && !self.is_foreign(&of).1 {
                continue;
            }
            let offs = Reading::BOTH.map(|reading| self.off(&of, reading));
            for (service, outages) in self.outages(&offs, NEVER) {
                let itself = level == Level::Component && of.named.as_ref() == Some(&service);
                if !itself {
                    found.insert((service, event.clone()), outages);
                }
            }
        }
        found
    }

    /// The outages of services when several happen at once, for so long; and what cannot be mended, certainly or
    /// not.
    #[must_use]
    pub fn interrupted(
        &self,
        parts: &[Part],
        lasts: Minutes,
    ) -> (BTreeMap<Id, Vec<Outage>>, Stuck) {
        let offs = self.offs_of(parts);
        let [settled, careful] = self.courses(&offs, lasts);
        let alone = self.unmendable();
        let mut stuck = Stuck::default();
        for (course, certain) in [(careful, false), (settled, true)] {
            for it in self.components.iter().filter(|it| course.ends_down(&it.id)) {
                let needed = || it.recovers_with.iter().filter(|needed| course.ends_down(needed));
                let by_itself = |needed: &Id| {
                    let of_it = alone.get(&(it.id.clone(), needed.clone()));
                    of_it.is_some_and(|surely| *surely || !certain)
                };
                let waits = course.stuck.contains(&it.id);
                if waits || needed().any(by_itself) {
                    stuck.must.insert(it.id.clone(), certain);
                }
                if waits || needed().any(|from| self.leads(from, &it.id, &course)) {
                    stuck.may.insert(it.id.clone(), certain);
                }
            }
        }
        (self.outages(&offs, lasts), stuck)
    }

    /// Whether something that is down in the end needs something that is, to run or to be mended, and so on
    /// down to another.
    fn leads(&self, from: &str, to: &str, course: &Course) -> bool {
        let mut all = BTreeSet::from([from.to_owned()]);
        loop {
            let needed = all.iter().flat_map(|id| {
                let repair = self.component(id).into_iter().flat_map(|it| it.recovers_with.clone());
                self.needed_by(id).into_iter().chain(repair)
            });
            let more: Vec<Id> = needed.filter(|it| course.ends_down(it)).collect();
            let before = all.len();
            all.extend(more);
            if all.contains(to) || all.len() == before {
                return all.contains(to);
            }
        }
    }

    fn outages(&self, offs: &[Off; 2], lasts: Minutes) -> BTreeMap<Id, Vec<Outage>> {
        let [settled, careful] = self.courses(offs, lasts);
        let both = |id: &Id| {
            let of = |course: &Course| course.down.get(id).cloned().unwrap_or_default();
            united(&of(&settled), &of(&careful))
        };
        let all = self.services().into_iter().map(|id| (id.clone(), both(&id)));
        all.filter(|(_, outages)| !outages.is_empty()).collect()
    }

    fn courses(&self, [settled, careful]: &[Off; 2], lasts: Minutes) -> [Course; 2] {
        [
            self.course(settled, lasts, Reading::Settled),
            self.course(careful, lasts, Reading::Careful),
        ]
    }

    /// The components that, alone down, take down for good something that their repair needs; certainly or not.
    #[must_use]
    pub fn unmendable(&self) -> BTreeMap<(Id, Id), bool> {
        let mut found = BTreeMap::new();
        for reading in [Reading::Careful, Reading::Settled] {
            for it in self.components.iter().filter(|it| !it.recovers_with.is_empty()) {
                let named = Some(it.id.clone());
                let of = Withdrawal { level: Level::Component, named, hands: Vec::new() };
                let course = self.course(&self.off(&of, reading), NEVER, reading);
                for needed in it.recovers_with.iter().filter(|it| course.ends_down(it)) {
                    found.insert((it.id.clone(), needed.clone()), reading == Reading::Settled);
                }
            }
        }
        found
    }
}

/// The outages of both readings, each part marked; what touches is one.
#[must_use]
pub fn united(settled: &[Interval], careful: &[Interval]) -> Vec<Outage> {
    let ends = |it: &Interval| [it.0, it.1];
    let cuts: BTreeSet<Minutes> = settled.iter().chain(careful).flat_map(ends).collect();
    let cuts: Vec<Minutes> = cuts.into_iter().collect();
    let has = |of: &[Interval], at: Minutes| of.iter().any(|it| it.0 <= at && at < it.1);
    let mut found: Vec<Outage> = Vec::new();
    for cut in cuts.windows(2) {
        let (from, until) = (cut[0], cut[1]);
        let certain = has(settled, from);
        if !certain && !has(careful, from) {
            continue;
        }
        match found.last_mut() {
            Some(last) if last.until == from && last.certain == certain => last.until = until,
            _ => found.push(Outage { from, until, certain }),
        }
    }
    found
}
