//! Where failures begin: the channels that events switch off, and the places that they take together.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};
use trefonds_model::ComponentIx;
use trefonds_model::Reading;

use super::Cause;
use crate::Settled;
use crate::channels::{EntryIx, Target};
use crate::events::{Event, Scope};
use crate::unknowns::UnknownIx;

/// Where a failure begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seed {
    /// What fails.
    pub component: ComponentIx,
    /// Minutes; `u32::MAX` when the component goes on.
    pub time: u32,
    /// By what.
    pub cause: Cause,
    /// When the event is over, in minutes after it began; `u32::MAX` when it never is.
    pub until: u32,
}

/// Where the failures of a run begin.
#[derive(Clone, Debug, Default)]
pub struct Seeds {
    /// By component.
    pub all: Vec<Seed>,
    /// One channel a place, of what fails with all of its places.
    pub places: FxHashMap<ComponentIx, Box<[EntryIx]>>,
}

impl Settled<'_> {
    /// Where the failures of a scope begin. Unknowns of `settled` are taken as answered in our favour.
    pub fn seeds(&self, scope: &Scope, reading: Reading, settled: &FxHashSet<UnknownIx>) -> Seeds {
        let mut off: Vec<EntryIx> = self.switched_off(scope).collect();
        off.sort_unstable();
        self.seeds_of(&off, scope, reading, settled)
    }

    /// The same of some components, sorted, alone; of a component that is itself withdrawn in any case.
    pub(super) fn seeds_in(
        &self,
        components: &[ComponentIx],
        scope: &Scope,
        reading: Reading,
        settled: &FxHashSet<UnknownIx>,
    ) -> Seeds {
        let hit = |target| match target {
            Target::Party(party) => scope.parties.binary_search(&party).is_ok(),
            Target::Country(country) => scope.country == Some(country.state()),
            Target::Site(site) => scope.sites.binary_search(&site).is_ok(),
            Target::Unknown(unknown) => scope.unknowns.contains(&unknown),
        };
        let channels = components.iter().flat_map(|component| self.channels.indexed(*component));
        let off = channels.filter(|(_, entry)| hit(entry.target)).map(|(at, _)| at);
        self.seeds_of(&off.collect::<Vec<_>>(), scope, reading, settled)
    }

    fn seeds_of(
        &self,
        off: &[EntryIx],
        scope: &Scope,
        reading: Reading,
        settled: &FxHashSet<UnknownIx>,
    ) -> Seeds {
        let itself = scope.component.map(|component| {
            let (time, cause) = (0, Cause::Itself);
            Seed { component, time, cause, until: u32::MAX }
        });
        let mut seeds = Seeds { all: itself.into_iter().collect(), ..Seeds::default() };
        seeds.all.extend(off.iter().map(|at| self.channel_seed(*at, reading, settled)));
        self.add_places(off, reading, settled, &mut seeds);
        seeds
    }

    /// Where a failure begins when a channel is switched off.
    pub fn channel_seed(
        &self,
        at: EntryIx,
        reading: Reading,
        settled: &FxHashSet<UnknownIx>,
    ) -> Seed {
        let entry = self.channels.get(at);
        let answered = entry.unknown.is_some_and(|unknown| settled.contains(&unknown));
        let delay = entry.delay(if answered { Reading::Settled } else { reading });
        let (component, time, cause) = (entry.owner, delay.0, Cause::Channel(at));
        Seed { component, time, cause, until: u32::MAX }
    }

    /// Adds the components of whose places these channels, sorted, take as many as it takes.
    pub fn add_places(
        &self,
        off: &[EntryIx],
        reading: Reading,
        settled: &FxHashSet<UnknownIx>,
        seeds: &mut Seeds,
    ) {
        let mut reached: BTreeMap<ComponentIx, BTreeMap<u32, EntryIx>> = BTreeMap::new();
        for at in off {
            let entry = self.channels.get(*at);
            let Some(places) = self.channels.places(entry.owner) else { continue };
            let answered = entry.unknown.is_some_and(|unknown| settled.contains(&unknown));
            let taken = places.takes(entry, if answered { Reading::Settled } else { reading });
            if let Some(place) = entry.place.filter(|_| taken) {
                reached.entry(entry.owner).or_default().entry(place).or_insert(*at);
            }
        }
        for (component, places) in reached {
            let all = self.channels.places(component);
            if all.is_some_and(|all| all.must_fail() <= places.len() as u32) {
                let (time, cause) = (0, Cause::Places);
                seeds.all.push(Seed { component, time, cause, until: u32::MAX });
                let enough = all.map_or(0, |all| all.must_fail() as usize);
                seeds.places.insert(component, places.into_values().take(enough).collect());
            }
        }
    }

    /// The channels that a scope switches off, in no particular order.
    pub fn switched_off<'a>(&'a self, scope: &'a Scope) -> impl Iterator<Item = EntryIx> + 'a {
        let parties = scope.parties.iter().filter_map(|party| self.inverted.by_party.get(party));
        let country = scope.country.iter().filter_map(|c| self.inverted.by_country.get(c));
        let unknown = scope.unknowns.iter().filter_map(|u| self.inverted.by_unknown.get(u));
        let sites = scope.sites.iter().filter_map(|site| self.inverted.by_site.get(site));
        parties.chain(country).chain(unknown).chain(sites).flatten().copied()
    }

    /// The channels that an event switches off in one reading, sorted.
    pub fn entries_of(&self, event: Event, reading: Reading) -> Vec<EntryIx> {
        let scope = self.scope(event, reading, &FxHashSet::default());
        let mut entries: Vec<EntryIx> = self.switched_off(&scope).collect();
        entries.sort_unstable();
        entries
    }
}
