//! Several withdrawals at once: where failures begin, and by which withdrawal.
//!
//! A closed site switches off the location of whatever stands in it. Of several places one is enough
//! in the settled reading, since nobody has said how many are needed, and all are in the careful one,
//! whatever takes them away. A law on denial switches off, in the settled reading, the channels that it
//! reaches for certain and, in the careful one, those that it reaches possibly too, whatever the grade.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;
use trefonds_findings::Reading;
use trefonds_model::{Channel, ComponentIx, Effect, Grade, LawIx, SiteIx};

use crate::Analysis;
use trefonds_settle::Withdrawal;
use trefonds_settle::channels::{Entry, EntryIx, Needed, Target};
use trefonds_settle::events::{Event, Scope};
use trefonds_settle::reach::Reached;
use trefonds_settle::search::{Cause, Seed, Seeds};
use trefonds_settle::unknowns::UnknownIx;
use trefonds_settle::withdrawal::UnknownHandle;

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
    /// Of each component that stands in several places, those that are reached: by which channel, and
    /// the positions of the withdrawals that switch it off.
    pub reached: BTreeMap<ComponentIx, BTreeMap<u32, (EntryIx, Vec<usize>)>>,
    /// Components and the places of their seeds, sorted.
    index: Vec<(ComponentIx, u32)>,
}

impl Played {
    pub(crate) fn starts(&self) -> Seeds {
        let all = self.seeds.iter().map(|(_, seed)| *seed).collect();
        let places = self.reached.iter().map(|(component, places)| {
            (*component, places.values().map(|(entry, _)| *entry).collect())
        });
        Seeds { all, places: places.collect() }
    }

    /// One channel for each place that is reached.
    pub(crate) fn places_reached(&self) -> Vec<EntryIx> {
        self.reached.values().flat_map(BTreeMap::values).map(|(entry, _)| *entry).collect()
    }

    /// The channels by which a component lost its places, with the positions of the withdrawals.
    pub(crate) fn places_of(
        &self,
        component: ComponentIx,
    ) -> impl Iterator<Item = (EntryIx, usize)> + '_ {
        let places = self.reached.get(&component).into_iter().flat_map(BTreeMap::values);
        places.flat_map(|(entry, parts)| parts.iter().map(|part| (*entry, *part)))
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

    fn reach(&mut self, owner: ComponentIx, place: u32, at: EntryIx, part: usize) {
        let places = self.reached.entry(owner).or_default();
        let (entry, parts) = places.entry(place).or_insert_with(|| (at, Vec::new()));
        if *entry == at && !parts.contains(&part) {
            parts.push(part);
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

    fn denied_by(&self, law: LawIx) -> Vec<(EntryIx, Reached)> {
        let facts = self.model().law(law);
        if facts.effect != Effect::Denial {
            return Vec::new();
        }
        // Nobody can be ordered to deny something to himself.
        let ours = |target| matches!(target, Target::Party(party) if self.is_organisation(party));
        let others = self.channels().iter().filter(|(_, entry)| !ours(entry.target));
        let reached = others.filter_map(|(at, entry)| {
            Some((at, self.played_law_reaches(law, entry.channel?, entry.target)?))
        });
        reached.collect()
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
                Part::Law(_, reached) => {
                    let counts = reached.iter().filter(|(_, reached)| {
                        laws.is_some_and(|least| reached.grade <= least)
                            && is_reached(reached, reading, answered)
                    });
                    for (entry, _) in counts {
                        let seed = self.channel_seed(*entry, reading, answered);
                        played.seeds.push((at, seed));
                        let entry_of = self.channels().get(*entry);
                        if let Some(place) = entry_of.place {
                            played.reach(entry_of.owner, place, *entry, at);
                        }
                    }
                }
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
            let Some(places) = self.channels().places(entry.owner) else { continue };
            let open = entry.unknown.is_none_or(|unknown| !answered.contains(&unknown));
            let taken = places.takes(entry, if open { reading } else { Reading::Settled });
            if let Some(place) = entry.place.filter(|_| taken) {
                played.reach(entry.owner, place, at, part);
            }
        }
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
                played.reach(entry.owner, place, at, part);
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
                let part = places.values().find_map(|(_, parts)| parts.first())?;
                let (component, cause) = (*component, Cause::Places);
                Some((*part, Seed { component, time: 0, cause, until: u32::MAX }))
            })
            .collect();
        played.seeds.extend(seeds);
        // Where it is said how many it needs, the proof needs no more than that have to be lost.
        for (component, places) in &mut played.reached {
            let own = self.channels().places(*component);
            if let Some(own) = own.filter(|own| own.unknown().is_none()) {
                while places.len() > own.must_fail() as usize {
                    places.pop_last();
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

fn is_reached(reached: &Reached, reading: Reading, answered: &Answered) -> bool {
    let in_doubt = || {
        reached.hangs_on.is_empty()
            || reached.hangs_on.iter().any(|unknown| !answered.contains(unknown))
    };
    reached.certain || (reading == Reading::Careful && in_doubt())
}
