//! Several withdrawals at once: where failures begin, and by which withdrawal.
//!
//! A closed site switches off the location of whatever stands in it. Of several places one is enough
//! in the settled reading, since nobody has said how many are needed, and all are in the careful one,
//! whatever takes them away. A law on denial switches off, in the settled reading, the channels that it
//! reaches for certain and, in the careful one, those that it reaches possibly too, whatever the grade.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;
use trefonds_findings::Reading;
use trefonds_model::{Channel, ComponentIx, Grade, LawIx, SiteIx};

use crate::Analysis;
use trefonds_settle::Withdrawal;
use trefonds_settle::channels::{Entry, EntryIx, Needed};
use trefonds_settle::denial::Denial;
use trefonds_settle::events::{Event, Scope};
use trefonds_settle::search::{Cause, Seed, Seeds};
use trefonds_settle::unknowns::UnknownIx;
use trefonds_settle::withdrawal::UnknownHandle;

/// A withdrawal ready to be played.
pub(crate) enum Part {
    /// What these events switch off; several of a union only.
    Events(Vec<Event>),
    /// What stands in a site.
    Site(SiteIx),
    /// What a law on denial denies, sorted; nothing of a law on access.
    Law(LawIx, Vec<Denial>),
}

/// All withdrawals of a scenario.
pub(crate) struct Combined {
    pub parts: Vec<Part>,
    /// How long all of it lasts, in minutes; `u32::MAX` is for good.
    pub lasts: u32,
}

/// What is taken as answered in our favour.
pub(crate) type Answered = FxHashSet<UnknownIx>;

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
    /// Of each component that stands in several places, those that are taken.
    pub reached: BTreeMap<ComponentIx, BTreeMap<u32, Taken>>,
    /// Components and the places of their seeds, sorted.
    index: Vec<(ComponentIx, u32)>,
}

/// A place that is taken from a component.
pub(crate) struct Taken {
    /// By which channel.
    pub at: EntryIx,
    /// When, in minutes.
    time: u32,
    /// The positions of the withdrawals that switch it off then.
    parts: Vec<usize>,
}

impl Played {
    pub(crate) fn starts(&self) -> Seeds {
        let all = self.seeds.iter().map(|(_, seed)| *seed).collect();
        let places = self.reached.iter().map(|(component, places)| {
            (*component, places.values().map(|taken| taken.at).collect())
        });
        Seeds { all, places: places.collect() }
    }

    /// One channel for each place that is reached.
    pub(crate) fn places_reached(&self) -> Vec<EntryIx> {
        self.reached.values().flat_map(BTreeMap::values).map(|taken| taken.at).collect()
    }

    /// The channels by which a component lost its places, with the positions of the withdrawals.
    pub(crate) fn places_of(
        &self,
        component: ComponentIx,
    ) -> impl Iterator<Item = (EntryIx, usize)> + '_ {
        let places = self.reached.get(&component).into_iter().flat_map(BTreeMap::values);
        places.flat_map(|taken| taken.parts.iter().map(|part| (taken.at, *part)))
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

    /// A place is taken at a time; of several ways the soonest counts, then the first.
    fn take(&mut self, (owner, place): (ComponentIx, u32), at: EntryIx, time: u32, part: usize) {
        let places = self.reached.entry(owner).or_default();
        let taken = places.entry(place).or_insert_with(|| Taken { at, time, parts: Vec::new() });
        if time < taken.time {
            *taken = Taken { at, time, parts: Vec::new() };
        }
        if taken.at == at && taken.time == time && !taken.parts.contains(&part) {
            taken.parts.push(part);
        }
    }

    fn indexed(mut self) -> Self {
        let seeds = self.seeds.iter().enumerate();
        self.index = seeds.map(|(at, (_, seed))| (seed.component, at as u32)).collect();
        self.index.sort_unstable();
        self
    }
}

impl Analysis<'_> {
    pub(crate) fn joint(&self, withdrawals: &[Withdrawal]) -> Combined {
        let parts = withdrawals.iter().map(|withdrawal| self.part(*withdrawal)).collect();
        Combined { parts, lasts: u32::MAX }
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
                let members = members.filter(|country| union.has(*country, self.day()));
                Part::Events(members.map(Event::Country).collect())
            }
            Withdrawal::Site(site) => Part::Site(site),
            Withdrawal::Law(law) => Part::Law(law, self.denied_by(law)),
        }
    }

    /// Where the failures of a scenario begin in one reading.
    pub(crate) fn play(
        &self,
        joint: &Combined,
        reading: Reading,
        answered: &Answered,
        laws: Firmness,
    ) -> Played {
        let mut played = Played {
            reading,
            seeds: Vec::new(),
            scopes: Vec::new(),
            reached: BTreeMap::new(),
            index: Vec::new(),
        };
        for (at, part) in joint.parts.iter().enumerate() {
            let mut scopes = Vec::new();
            match part {
                Part::Events(events) => {
                    for event in events {
                        let scope = self.scope(*event, reading, answered);
                        self.switch_off(at, &scope, answered, &mut played);
                        scopes.push((*event, scope));
                    }
                }
                Part::Site(site) => {
                    self.close(at, *site, answered, &mut played);
                }
                Part::Law(_, denied) => self.deny(at, denied, answered, laws, &mut played),
            }
            played.scopes.push(scopes);
        }
        self.lose_places(&mut played);
        played.seeds.iter_mut().for_each(|(_, seed)| seed.until = joint.lasts);
        played.indexed()
    }

    fn switch_off(&self, part: usize, scope: &Scope, answered: &Answered, played: &mut Played) {
        let itself = scope.component.map(|component| {
            let (time, cause) = (0, Cause::Itself);
            Seed { component, time, cause, until: u32::MAX }
        });
        let mut off: Vec<EntryIx> = self.switched_off(scope).collect();
        off.sort_unstable();
        let reading = played.reading;
        let channels = off.iter().map(|at| self.channel_seed(*at, reading, answered));
        played.seeds.extend(itself.into_iter().chain(channels).map(|seed| (part, seed)));
        for at in off {
            let entry = self.channels().get(at);
            if let Some(place) = self.takes(at, reading, answered) {
                played.take((entry.owner, place), at, 0, part);
            }
        }
    }

    /// What a law denies stops as its channels say, and so much later as the soonest of its rules that
    /// count says.
    fn deny(
        &self,
        part: usize,
        denied: &[Denial],
        answered: &Answered,
        laws: Firmness,
        played: &mut Played,
    ) {
        let reading = played.reading;
        for denial in denied {
            let ways = denial.ways_in(reading, answered);
            let firm = ways.filter(|way| laws.is_some_and(|least| way.grade <= least));
            let Some(after) = firm.map(|way| way.after.0).min() else { continue };
            let mut seed = self.channel_seed(denial.at, reading, answered);
            seed.time = seed.time.saturating_add(after);
            played.seeds.push((part, seed));
            if let Some(place) = self.takes(denial.at, reading, answered) {
                played.take((seed.component, place), denial.at, after, part);
            }
        }
    }

    /// The place of its component that a channel takes, when that stands in several.
    fn takes(&self, at: EntryIx, reading: Reading, answered: &Answered) -> Option<u32> {
        let entry = self.channels().get(at);
        let places = self.channels().places(entry.owner)?;
        let open = entry.unknown.is_none_or(|unknown| !answered.contains(&unknown));
        let taken = places.takes(entry, if open { reading } else { Reading::Settled });
        entry.place.filter(|_| taken)
    }

    fn close(&self, part: usize, site: SiteIx, answered: &Answered, played: &mut Played) {
        let here = self.channels().iter().filter(|(_, entry)| self.stands_in(entry, site));
        for (at, entry) in here {
            let Some(through) = entry.through else { continue };
            let several = self.channels().places(entry.owner).filter(|_| through.place.is_some());
            let enough = several.is_some_and(|places| match places.needed {
                Needed::NotSaid(unknown) => {
                    played.reading == Reading::Settled || answered.contains(&unknown)
                }
                Needed::Said(_) => places.must_fail() > 1,
            });
            let doubted = through.candidate.is_some_and(|unknown| {
                played.reading == Reading::Settled || answered.contains(&unknown)
            });
            let time = if enough || doubted { u32::MAX } else { 0 };
            let (component, cause) = (entry.owner, Cause::Channel(at));
            let seed = Seed { component, time, cause, until: u32::MAX };
            played.seeds.push((part, seed));
            if let Some(place) = through.place.filter(|_| !doubted) {
                played.take((entry.owner, place), at, 0, part);
            }
        }
    }

    /// What has lost as many of its places as it takes stops.
    fn lose_places(&self, played: &mut Played) {
        let all = |component: ComponentIx, places: usize| {
            let own = self.channels().places(component);
            own.is_some_and(|own| own.must_fail() as usize <= places)
        };
        let lost = played.reached.iter().filter(|(component, it)| all(**component, it.len()));
        let seeds: Vec<(usize, Seed)> = lost
            .filter_map(|(component, places)| {
                let part = *places.values().find_map(|taken| taken.parts.first())?;
                let mut times: Vec<u32> = places.values().map(|taken| taken.time).collect();
                times.sort_unstable();
                let enough = self.channels().places(*component)?.must_fail() as usize;
                let time = *times.get(enough.saturating_sub(1))?;
                let (component, cause) = (*component, Cause::Places);
                Some((part, Seed { component, time, cause, until: u32::MAX }))
            })
            .collect();
        played.seeds.extend(seeds);
        // Where it is said how many it needs, the proof needs no more than that have to be lost: the soonest.
        for (component, places) in &mut played.reached {
            let own = self.channels().places(*component);
            if let Some(own) = own.filter(|own| own.unknown().is_none()) {
                while places.len() > own.must_fail() as usize {
                    let last = places.iter().max_by_key(|(place, taken)| (taken.time, **place));
                    let Some(last) = last.map(|(place, _)| *place) else { break };
                    places.remove(&last);
                }
            }
        }
    }

    /// The places of a component that the scenario leaves alone, those not known included.
    pub(crate) fn other_places(&self, component: ComponentIx, played: &Played) -> Vec<EntryIx> {
        let reached = played.reached.get(&component);
        let places = self.channels().indexed(component);
        let open = places.filter(|(_, entry)| {
            let place = entry.through.map_or(entry.place, |through| through.place);
            let gone = place
                .is_some_and(|place| reached.is_some_and(|reached| reached.contains_key(&place)));
            entry.channel == Some(Channel::Location) && !gone
        });
        open.map(|(at, _)| at).collect()
    }
}

impl Analysis<'_> {
    /// Whether a channel is the location of its component in a site, or in one within it.
    pub(crate) fn stands_in(&self, entry: &Entry, site: SiteIx) -> bool {
        entry.channel == Some(Channel::Location)
            && entry.through.is_some_and(|through| {
                self.sites()[through.site.at()].is_within(through.site, site)
            })
    }
}
