//! Which couples are tried: those that meet at a group that the two together bring down, or take too many places
//! of a component between them, and those whose votes may add up.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;
use trefonds_findings::{Level, Reading};
use trefonds_model::{ComponentIx, EntityIx};

use super::alone::Alone;
use crate::Analysis;
use trefonds_settle::circuit::{Gate, NodeIx};
use trefonds_settle::events::Event;
use trefonds_settle::unknowns::UnknownIx;

/// So many couples are tried at most.
const MOST: usize = 4_000_000;
/// So many couples are looked at for that.
const LOOKED_AT: usize = 16_000_000;

/// Two by their positions, an event before a hand.
pub(super) type Pair = (u32, u32);

/// Couples that are to be tried.
pub(super) struct Pairs {
    /// Sorted.
    pub all: Vec<Pair>,
    /// Those of them whose votes may add up.
    pub by_votes: FxHashSet<Pair>,
    /// Those that take too many places between them.
    pub by_places: FxHashSet<Pair>,
    pub complete: bool,
}

/// Collects couples up to the bounds.
struct Collector<'a> {
    analysis: &'a Analysis<'a>,
    alone: &'a [Alone],
    services: usize,
    level: Level,
    seen: FxHashSet<Pair>,
    wanted: Vec<Pair>,
}

impl Collector<'_> {
    /// Takes a couple in, unless it is known or cannot be one; says whether the bounds are met.
    fn add(&mut self, a: u32, b: u32) -> bool {
        let pair = (a.min(b), a.max(b));
        let (first, second) = (&self.alone[pair.0 as usize], &self.alone[pair.1 as usize]);
        let Event::Unknown(hand) = second.event else { return true };
        // Where the two stop every service alone, together they stop no other.
        if first.leaves_nothing(second, self.services) || !self.seen.insert(pair) {
            return true;
        }
        if self.seen.len() > LOOKED_AT || self.wanted.len() >= MOST {
            return false;
        }
        let possible = match first.event {
            Event::Unknown(other) => self.analysis.could_be_one(other, hand, self.level),
            event => self.analysis.could_be(hand, event),
        };
        if possible {
            self.wanted.push(pair);
        }
        true
    }
}

impl Analysis<'_> {
    /// The couples to be tried.
    ///
    /// O(P) time for P couples that bring a group down together, or whose votes meet.
    pub(super) fn couples(&self, alone: &[Alone], services: usize, level: Level) -> Pairs {
        let (seen, wanted) = (FxHashSet::default(), Vec::new());
        let mut collector = Collector { analysis: self, alone, services, level, seen, wanted };
        let by_votes = self.couples_by_votes(alone);
        let by_places = self.couples_by_places(alone);
        let first = by_votes.iter().chain(&by_places);
        let mut complete = first.into_iter().all(|(a, b)| collector.add(*a, *b));
        complete = complete && self.meeting(&mut collector);
        let mut all = collector.wanted;
        all.sort_unstable();
        let by_votes = by_votes.into_iter().collect();
        Pairs { all, by_votes, by_places: by_places.into_iter().collect(), complete }
    }

    /// Adds the couples that make enough members of a group fail together, and not alone.
    ///
    /// Those that make the same members fail are looked at as one.
    fn meeting(&self, collector: &mut Collector<'_>) -> bool {
        type Alike<'m> = BTreeMap<Vec<NodeIx>, Vec<u32>>;
        let mut by_group: BTreeMap<NodeIx, Alike<'_>> = BTreeMap::new();
        for (at, one) in collector.alone.iter().enumerate() {
            for touched in one.groups.iter().filter(|touched| touched.holds) {
                let members = touched.members.iter().map(|(member, _)| *member).collect();
                let alike = by_group.entry(touched.group).or_default();
                alike.entry(members).or_default().push(at as u32);
            }
        }
        for (group, alike) in &by_group {
            let Gate::Group { must_fail, .. } = self.circuit().node(*group).gate else { continue };
            let must_fail = must_fail as usize;
            let mut alike: Vec<(&Vec<NodeIx>, &Vec<u32>)> = alike.iter().collect();
            alike.sort_by_key(|(members, _)| std::cmp::Reverse(members.len()));
            for (at, (members, some)) in alike.iter().enumerate() {
                for (others, more) in &alike[at + 1..] {
                    if members.len() + others.len() < must_fail {
                        break;
                    }
                    let enough = united(members, others) >= must_fail;
                    let mut pairs = some.iter().flat_map(|a| more.iter().map(move |b| (*a, *b)));
                    if enough && !pairs.all(|(a, b)| collector.add(a, b)) {
                        return false;
                    }
                }
            }
        }
        true
    }

    /// Couples that take so many places of a component between them that it stops.
    fn couples_by_places(&self, alone: &[Alone]) -> Vec<Pair> {
        let mut by_owner: BTreeMap<ComponentIx, Vec<(u32, &BTreeSet<u32>)>> = BTreeMap::new();
        for (at, one) in alone.iter().enumerate() {
            for (owner, lost) in &one.places {
                by_owner.entry(*owner).or_default().push((at as u32, lost));
            }
        }
        let mut found = Vec::new();
        for (owner, some) in by_owner {
            for (at, (a, lost)) in some.iter().enumerate() {
                let others = some[at + 1..].iter();
                let enough =
                    |also: &BTreeSet<u32>| !self.bears_places(owner, lost.union(also).count());
                let others = others.filter(|(_, also)| enough(also));
                found.extend(others.map(|(b, _)| (*a, *b)));
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Couples whose votes may add up: both hold, or control somebody who holds, votes of one entity.
    fn couples_by_votes(&self, alone: &[Alone]) -> Vec<Pair> {
        let mut hidden: Vec<(u32, Vec<EntityIx>)> = Vec::new();
        let mut met: FxHashSet<EntityIx> = FxHashSet::default();
        for (at, one) in alone.iter().enumerate() {
            if let Event::Unknown(hand) = one.event {
                let reached = self.votes_reach(hand);
                met.extend(&reached);
                hidden.extend((!reached.is_empty()).then_some((at as u32, reached)));
            }
        }
        if hidden.is_empty() {
            return Vec::new();
        }
        let mut by_held: BTreeMap<EntityIx, Vec<u32>> = BTreeMap::new();
        for (at, one) in alone.iter().enumerate() {
            for held in self.holdings_below(&self.holders_of(one.event)) {
                if met.contains(&held) {
                    by_held.entry(held).or_default().push(at as u32);
                }
            }
        }
        let mut found = Vec::new();
        for (a, reached) in &hidden {
            let mut others: Vec<u32> =
                reached.iter().filter_map(|held| by_held.get(held)).flatten().copied().collect();
            others.sort_unstable();
            others.dedup();
            found.extend(others.into_iter().filter(|b| b != a).map(|b| (*a.min(&b), *a.max(&b))));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The entities in which the votes that a hand hides count, at any distance; none where it hides none.
    fn votes_reach(&self, hand: UnknownIx) -> Vec<EntityIx> {
        let hides = self.unknowns().hidden_with(hand);
        if self.votes_of(&hides).is_empty() {
            return Vec::new();
        }
        self.holdings_below(&self.holders_of(Event::Unknown(hand)))
    }

    /// Whose votes an event has, or those in whom it has votes.
    fn holders_of(&self, event: Event) -> Vec<EntityIx> {
        match event {
            Event::Unknown(hand) => {
                let hides = self.unknowns().hidden_with(hand);
                let held = self.votes_of(&hides).into_iter().map(|(held, _)| held);
                held.chain(self.of_country(&hides)).collect()
            }
            Event::Controller(top) => vec![top],
            Event::Country(country) => {
                let people = (0..self.model().entities.len() as u32).map(EntityIx);
                let here =
                    |it: &EntityIx| self.entities()[it.at()].is_in(country, Reading::Careful);
                people.filter(here).collect()
            }
            Event::Component(_) | Event::Site(_) | Event::Entity(_) | Event::Ended(_) => Vec::new(),
        }
    }
}

/// How many members are in one sorted list or the other.
fn united(some: &[NodeIx], others: &[NodeIx]) -> usize {
    let both = others.iter().filter(|other| some.binary_search(other).is_ok()).count();
    some.len() + others.len() - both
}
