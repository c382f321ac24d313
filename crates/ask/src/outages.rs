//! When a service is down and back, in both readings; what cannot be mended.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use trefonds_findings::{Certainty, Named, Outage, Reading, Unmendable};
use trefonds_model::ComponentIx;
use trefonds_settle::events::Event;
use trefonds_settle::search::{self, Search};
use trefonds_settle::survival::World;

use crate::Analysis;
use crate::single_points::Hit;

/// When something is down in either reading, certain where the settled one has it.
pub(crate) fn marked(settled: &[search::Outage], careful: &[search::Outage]) -> Vec<Outage> {
    let never = u64::from(u32::MAX) + 1;
    let end = |outage: &search::Outage| outage.until.map_or(never, u64::from);
    let spans = |of: &[search::Outage]| -> Vec<(u64, u64)> {
        of.iter().map(|outage| (u64::from(outage.from), end(outage))).collect()
    };
    let (settled, careful) = (spans(settled), spans(careful));
    let mut edges: Vec<u64> =
        settled.iter().chain(&careful).flat_map(|(from, to)| [*from, *to]).collect();
    edges.sort_unstable();
    edges.dedup();
    let within = |of: &[(u64, u64)], at: u64| of.iter().any(|(from, to)| *from <= at && at < *to);
    let mut found: Vec<Outage> = Vec::new();
    for pair in edges.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let certainty = match (within(&settled, from), within(&careful, from)) {
            (true, _) => Certainty::Certain,
            (false, true) => Certainty::Possible,
            (false, false) => continue,
        };
        let until_minutes = (to != never).then(|| u32::try_from(to).unwrap_or(u32::MAX));
        let from_minutes = u32::try_from(from).unwrap_or(u32::MAX);
        match found.last_mut() {
            Some(last)
                if last.certainty == certainty && last.until_minutes == Some(from_minutes) =>
            {
                last.until_minutes = until_minutes;
            }
            _ => found.push(Outage { from_minutes, until_minutes, certainty }),
        }
    }
    found
}

/// The outages of the services that one event stops.
pub(crate) type Downtimes = FxHashMap<ComponentIx, Vec<Outage>>;

impl Analysis<'_> {
    /// When the services that an event stops are down; nothing where whatever stops does so for good.
    pub(crate) fn downtimes(&self, hits: &[Hit], search: &mut Search) -> Downtimes {
        let mut found = Downtimes::default();
        let Some(event) = hits.first().map(|hit| hit.event) else { return found };
        if !self.circuit().any_cold() || matches!(event, Event::Ended(_)) {
            return found;
        }
        let none = FxHashSet::default();
        let mut of: FxHashMap<(ComponentIx, Reading), Vec<search::Outage>> = FxHashMap::default();
        for reading in [Reading::Settled, Reading::Careful] {
            let scope = self.scope(event, reading, &none);
            for world in [World::Now, World::Back] {
                let mut mine = hits.iter().filter(|hit| hit.worlds.of(reading) == world).peekable();
                if mine.peek().is_none() {
                    continue;
                }
                search.enter(world);
                search.run(self, &scope, reading, &none);
                of.extend(mine.map(|hit| ((hit.service, reading), search.outages(hit.service))));
            }
        }
        search.enter(World::Now);
        for hit in hits {
            let [settled, careful] = [Reading::Settled, Reading::Careful]
                .map(|reading| of.get(&(hit.service, reading)).map_or(&[][..], Vec::as_slice));
            found.insert(hit.service, marked(settled, careful));
        }
        found
    }

    /// The components whose repair rests on themselves, worked out once.
    pub(crate) fn unmendable(&self) -> &[Unmendable] {
        self.unmendable.get_or_init(|| self.mended_by_themselves())
    }

    /// The services that are down for good with components that cannot be mended, with these.
    ///
    /// One search a component that cannot be mended.
    pub(crate) fn down_for_good(
        &self,
        services: &[ComponentIx],
    ) -> BTreeMap<ComponentIx, Vec<Named>> {
        let mut found: BTreeMap<ComponentIx, Vec<Named>> = BTreeMap::new();
        let none = FxHashSet::default();
        let mut search = Search::new(self);
        for one in self.unmendable() {
            let Some(component) = self.find_component(&one.component.id) else { continue };
            let reading = match one.certainty {
                Certainty::Certain => Reading::Settled,
                Certainty::Possible => Reading::Careful,
            };
            let scope = self.scope(Event::Component(component), reading, &none);
            search.run(self, &scope, reading, &none);
            let failed = search.failed().iter().filter(|it| **it != component);
            for service in failed.filter(|it| services.binary_search(it).is_ok()) {
                let outages = search.outages(*service);
                if outages.last().is_some_and(|last| last.until.is_none()) {
                    found.entry(*service).or_default().push(one.component.clone());
                }
            }
        }
        found
    }

    /// The components whose repair rests on themselves: when one of them alone is down, so is something
    /// that its repair needs. For certain where the settled reading has it.
    ///
    /// One search a component of which is said what its repair needs, in each reading.
    fn mended_by_themselves(&self) -> Vec<Unmendable> {
        let all = self.repairs().repaired();
        let all = all.par_iter().filter(|it| self.standing().is_present(**it)).map_init(
            || Search::new(self),
            |search, component| {
                [Reading::Settled, Reading::Careful].into_iter().find_map(|reading| {
                    let none = FxHashSet::default();
                    let scope = self.scope(Event::Component(*component), reading, &none);
                    search.run(self, &scope, reading, &none);
                    let own = search.cannot_mend(self, *component);
                    // What it takes down for a while may then stay so for a reason of its own: it does not come
                    // back all the same. Nothing that has ended has a part in that.
                    let own = own.or_else(|| {
                        search.was_in_time().then(|| search.enter(World::Back))?;
                        search.run(self, &scope, reading, &none);
                        let own = search.lacks_for_repair(self, *component);
                        search.enter(World::Now);
                        own
                    });
                    Some(self.unmendable_told(&own?, certainty(reading)))
                })
            },
        );
        all.flatten_iter().collect()
    }

    /// What cannot be mended after what two searches ran, each in its reading.
    pub(crate) fn not_mended(&self, settled: &Search, careful: &Search) -> Vec<Unmendable> {
        if !self.repairs().any() {
            return Vec::new();
        }
        let certain = settled.unmendable(self);
        let possible = careful.unmendable(self);
        let more = possible
            .iter()
            .filter(|it| certain.iter().all(|known| known.component != it.component));
        let certain = certain.iter().map(|it| self.unmendable_told(it, Certainty::Certain));
        certain.chain(more.map(|it| self.unmendable_told(it, Certainty::Possible))).collect()
    }

    fn unmendable_told(&self, it: &search::Unmendable, certainty: Certainty) -> Unmendable {
        let facts = self.model().component(it.component);
        let said = facts.recovers_with.iter().find(|said| said.component == it.needs);
        let (at, note) = said.map_or((facts.at, facts.note), |said| (said.at, said.note));
        let circle: Vec<ComponentIx> = match it.circle.is_empty() && it.needs != it.component {
            true => Vec::new(),
            false => it.circle.iter().copied().chain([it.component]).collect(),
        };
        Unmendable {
            component: self.component_named(it.component),
            needs: self.component_named(it.needs),
            circle: circle.into_iter().map(|it| self.component_named(it)).collect(),
            certainty,
            provenance: self.provenance(at, note),
        }
    }
}

const fn certainty(reading: Reading) -> Certainty {
    match reading {
        Reading::Settled => Certainty::Certain,
        Reading::Careful => Certainty::Possible,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outage(from: u32, until: Option<u32>) -> search::Outage {
        search::Outage { from, until }
    }

    fn told(of: &[Outage]) -> Vec<(u32, Option<u32>, bool)> {
        let told =
            |it: &Outage| (it.from_minutes, it.until_minutes, it.certainty == Certainty::Certain);
        of.iter().map(told).collect()
    }

    #[test]
    fn either_reading_counts_and_each_part_says_which() {
        let settled = [outage(4, Some(10)), outage(30, None)];
        let careful = [outage(0, Some(6)), outage(12, Some(14))];
        assert_eq!(
            told(&marked(&settled, &careful)),
            [(0, Some(4), false), (4, Some(10), true), (12, Some(14), false), (30, None, true)]
        );
        assert_eq!(told(&marked(&[], &[outage(3, None)])), [(3, None, false)]);
        assert_eq!(
            told(&marked(&settled[1..], &[outage(0, None)])),
            [(0, Some(30), false), (30, None, true)]
        );
        assert_eq!(marked(&[], &[]), []);
    }
}
