//! Several withdrawals at once: where failures begin, and by which withdrawal.
//!
//! A closed site switches off the location of whatever stands in it. What stands elsewhere too goes on
//! in the settled reading, since nobody has said that it needs both places, and stops in the careful
//! one. A law on denial switches off, in the settled reading, the channels that it reaches for certain
//! and, in the careful one, those that it reaches possibly too, whatever the grade.

use rustc_hash::FxHashSet;
use trefonds_findings::Reading;
use trefonds_model::{Channel, ComponentIx, Effect, Grade, LawIx, SiteIx};

use super::Withdrawal;
use crate::Analysis;
use crate::channels::{Entry, EntryIx};
use crate::events::{Event, Scope};
use crate::lookup::UnknownHandle;
use crate::reach::Reached;
use crate::search::{Cause, Seed};
use crate::unknowns::UnknownIx;

/// A withdrawal ready to be played.
pub(crate) enum Part {
    /// What these events switch off; several of a union only.
    Events(Vec<Event>),
    /// What stands in a site.
    Site(SiteIx),
    /// What a law on denial reaches; nothing of a law on access.
    Law(LawIx, Vec<(EntryIx, Reached)>),
}

/// All withdrawals of a scenario.
pub(crate) struct Joint {
    pub parts: Vec<Part>,
}

/// What is taken as answered in our favour.
#[derive(Clone, Default)]
pub(crate) struct Answered {
    pub facts: FxHashSet<UnknownIx>,
    /// Components that go on in their other places.
    pub elsewhere: FxHashSet<ComponentIx>,
}

/// Which laws count: those that reach so firmly or more; none when `None`.
pub(crate) type Firmness = Option<Grade>;

/// Every law, whatever its grade.
pub(crate) const EVERY: Firmness = Some(Grade::None);

/// A scenario in one reading.
pub(crate) struct Played {
    pub reading: Reading,
    /// Where failures begin, with the position of the withdrawal.
    pub seeds: Vec<(usize, Seed)>,
    /// The scopes of the events of each withdrawal.
    pub scopes: Vec<Vec<(Event, Scope)>>,
    /// Components and the places of their seeds, sorted.
    index: Vec<(ComponentIx, u32)>,
}

impl Played {
    pub(crate) fn starts(&self) -> Vec<Seed> {
        self.seeds.iter().map(|(_, seed)| *seed).collect()
    }

    /// The seeds of one component, with the positions of their withdrawals, in the order of these.
    pub(crate) fn seeds_of(
        &self,
        component: ComponentIx,
    ) -> impl Iterator<Item = (usize, Seed)> + '_ {
        let start = self.index.partition_point(|(own, _)| *own < component);
        let mine = self.index[start..].iter().take_while(move |(own, _)| *own == component);
        mine.map(|(_, at)| self.seeds[*at as usize])
    }

    fn indexed(mut self) -> Self {
        let seeds = self.seeds.iter().enumerate();
        self.index = seeds.map(|(at, (_, seed))| (seed.component, at as u32)).collect();
        self.index.sort_unstable();
        self
    }
}

impl Analysis<'_> {
    pub(crate) fn joint(&self, withdrawals: &[Withdrawal]) -> Joint {
        Joint { parts: withdrawals.iter().map(|withdrawal| self.part(*withdrawal)).collect() }
    }

    fn part(&self, withdrawal: Withdrawal) -> Part {
        let one = |event| Part::Events(vec![event]);
        match withdrawal {
            Withdrawal::Component(component) => one(Event::Component(component)),
            Withdrawal::Entity(entity) => one(Event::Entity(entity)),
            Withdrawal::Controller(entity) => one(Event::Controller(entity)),
            Withdrawal::Country(country) => one(Event::Country(country.state())),
            Withdrawal::Unknown(UnknownHandle(unknown)) => one(Event::Unknown(unknown)),
            Withdrawal::Union(union) => {
                let members = self.countries().into_iter();
                let members = members.filter(|country| union.has(*country, self.day));
                Part::Events(members.map(Event::Country).collect())
            }
            Withdrawal::Site(site) => Part::Site(site),
            Withdrawal::Law(law) => Part::Law(law, self.denied_by(law)),
        }
    }

    fn denied_by(&self, law: LawIx) -> Vec<(EntryIx, Reached)> {
        let facts = self.model.law(law);
        if facts.effect != Effect::Denial || !self.calendar().holds(facts.note) {
            return Vec::new();
        }
        let reached = self.channels.iter().filter_map(|(at, entry)| {
            Some((at, self.law_reaches(facts, entry.channel?, entry.target)?))
        });
        reached.collect()
    }

    /// Where the failures of a scenario begin in one reading.
    pub(crate) fn play(
        &self,
        joint: &Joint,
        reading: Reading,
        answered: &Answered,
        laws: Firmness,
    ) -> Played {
        let mut played =
            Played { reading, seeds: Vec::new(), scopes: Vec::new(), index: Vec::new() };
        for (at, part) in joint.parts.iter().enumerate() {
            let mut scopes = Vec::new();
            match part {
                Part::Events(events) => {
                    for event in events {
                        let scope = self.scope(*event, reading, &answered.facts);
                        let seeds = self.seeds(&scope, reading, &answered.facts);
                        played.seeds.extend(seeds.into_iter().map(|seed| (at, seed)));
                        scopes.push((*event, scope));
                    }
                }
                Part::Site(site) => {
                    let seeds = self.closing(*site, joint, reading, answered);
                    played.seeds.extend(seeds.into_iter().map(|seed| (at, seed)));
                }
                Part::Law(_, reached) => {
                    let counts = reached.iter().filter(|(_, reached)| {
                        laws.is_some_and(|least| reached.grade <= least)
                            && is_reached(reached, reading, answered)
                    });
                    played.seeds.extend(
                        counts.map(|(entry, _)| (at, self.denial_seed(*entry, reading, answered))),
                    );
                }
            }
            played.scopes.push(scopes);
        }
        played.indexed()
    }

    fn denial_seed(&self, at: EntryIx, reading: Reading, answered: &Answered) -> Seed {
        let entry = self.channels.get(at);
        let settled = entry.unknown.is_some_and(|unknown| answered.facts.contains(&unknown));
        let delay = entry.delay(if settled { Reading::Settled } else { reading });
        Seed { component: entry.owner, time: delay.0, cause: Cause::Channel(at) }
    }

    fn closing(
        &self,
        site: SiteIx,
        joint: &Joint,
        reading: Reading,
        answered: &Answered,
    ) -> Vec<Seed> {
        let here = self.channels.iter().filter(|(_, entry)| stands_in(entry, site));
        let seeds = here.map(|(at, entry)| {
            let elsewhere = !self.other_places(entry.owner, joint).is_empty();
            let goes_on = elsewhere
                && (reading == Reading::Settled || answered.elsewhere.contains(&entry.owner));
            let time = if goes_on { u32::MAX } else { 0 };
            Seed { component: entry.owner, time, cause: Cause::Channel(at) }
        });
        seeds.collect()
    }

    /// The places of a component that the scenario does not close, those not known included.
    pub(crate) fn other_places(&self, component: ComponentIx, joint: &Joint) -> Vec<EntryIx> {
        let closed = |entry: &Entry| {
            joint
                .parts
                .iter()
                .any(|part| matches!(part, Part::Site(site) if stands_in(entry, *site)))
        };
        let places = self.channels.indexed(component);
        let open =
            places.filter(|(_, entry)| entry.channel == Some(Channel::Location) && !closed(entry));
        open.map(|(at, _)| at).collect()
    }
}

/// Whether a channel is the location of its component in a site.
pub(crate) fn stands_in(entry: &Entry, site: SiteIx) -> bool {
    entry.channel == Some(Channel::Location)
        && entry.through.is_some_and(|through| through.site == site)
}

fn is_reached(reached: &Reached, reading: Reading, answered: &Answered) -> bool {
    let in_doubt = || {
        reached.hangs_on.is_empty()
            || reached.hangs_on.iter().any(|unknown| !answered.facts.contains(unknown))
    };
    reached.certain || (reading == Reading::Careful && in_doubt())
}
