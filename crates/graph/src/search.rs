//! One event, settled in order of time: what fails, when, and by which cause.
//!
//! Components and requirement nodes are settled by (time, steps, file order), as shortest paths are
//! (Dijkstra's algorithm over superior functions, Knuth 1977): a group is reached when enough of
//! its members have been settled. Steps grow along every edge, so causes never run in a circle,
//! and of several causes the earliest, then the shortest, then the first in file order is kept.
//!
//! O(F log F) time for F requirement nodes that fail; the scratch space is O(V + E) once per thread.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use rustc_hash::{FxHashMap, FxHashSet};
use trefonds_findings::Reading;
use trefonds_model::{ComponentIx, Hours};

use crate::Analysis;
use crate::channels::{EntryIx, Target};
use crate::circuit::{Gate, NodeIx, Parent};
use crate::events::{Event, Scope};
use crate::standing::ORIGIN;
use crate::survival::{Failure, World};
use crate::unknowns::UnknownIx;

/// Why a component fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cause {
    /// It is withdrawn itself.
    Itself,
    /// One of its channels is.
    Channel(EntryIx),
    /// All of its places are: one channel a place.
    Places,
    /// It has ended, or is not there yet.
    Ended,
    /// One of its requirements failed.
    Requirement(NodeIx),
}

/// Something that is settled: in file order among equals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Item {
    Component(ComponentIx),
    Node(NodeIx),
}

type Key = (u32, u32, Item);

/// Where a failure begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Seed {
    pub component: ComponentIx,
    /// Hours; `u32::MAX` when the component goes on.
    pub time: u32,
    pub cause: Cause,
}

const OPEN: u32 = u32::MAX;

/// What an event makes fail. Reused from event to event: only what was touched is cleared.
pub(crate) struct Search {
    time: Vec<u32>,
    cause: Vec<Cause>,
    best: Vec<(u32, u32)>,
    node_turn: Vec<u32>,
    /// The turn in which enough members of a group had failed.
    group_turn: Vec<u32>,
    failed_members: Vec<u32>,
    failed: Vec<ComponentIx>,
    touched_components: Vec<ComponentIx>,
    touched_nodes: Vec<NodeIx>,
    heap: BinaryHeap<Reverse<Key>>,
    turn: u32,
    failure: Failure,
    world: World,
    reading: Reading,
    origin: u32,
    /// For what fails with all of its places, one channel a place.
    places: FxHashMap<ComponentIx, Box<[EntryIx]>>,
}

/// Where the failures of a run begin.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seeds {
    pub all: Vec<Seed>,
    /// One channel a place, of what fails with all of its places.
    pub places: FxHashMap<ComponentIx, Box<[EntryIx]>>,
}

impl Search {
    /// A search for what stops, with what has ended as it is.
    pub(crate) fn new(analysis: &Analysis<'_>) -> Self {
        Self::of(analysis, Failure::Stops)
    }

    /// A search for what stops, or for what is degraded, with what has ended as it is.
    pub(crate) fn of(analysis: &Analysis<'_>, failure: Failure) -> Self {
        let (components, nodes) = (analysis.model.components.len(), analysis.circuit.nodes.len());
        Self {
            time: vec![OPEN; components],
            cause: vec![Cause::Itself; components],
            best: vec![(OPEN, OPEN); components],
            node_turn: vec![OPEN; nodes],
            group_turn: vec![OPEN; nodes],
            failed_members: vec![0; nodes],
            failed: Vec::new(),
            touched_components: Vec::new(),
            touched_nodes: Vec::new(),
            heap: BinaryHeap::new(),
            turn: 0,
            failure,
            world: World::Now,
            reading: Reading::Settled,
            origin: 0,
            places: FxHashMap::default(),
        }
    }

    /// From the next run on, what has ended is down or back.
    pub(crate) fn enter(&mut self, world: World) {
        self.world = world;
    }

    /// When a component has failed; `None` when it has not.
    pub(crate) fn time(&self, component: ComponentIx) -> Option<u32> {
        let time = Some(self.time[component.at()]).filter(|time| *time != OPEN);
        time.map(|time| time.saturating_sub(self.origin))
    }

    /// The same in hours after the events; before them when it is less than 0.
    pub(crate) fn since(&self, component: ComponentIx) -> Option<i64> {
        let time = Some(self.time[component.at()]).filter(|time| *time != OPEN);
        time.map(|time| i64::from(time) - i64::from(self.origin))
    }

    /// One channel a place, of what failed with all of its places.
    pub(crate) fn places_of(&self, component: ComponentIx) -> &[EntryIx] {
        self.places.get(&component).map_or(&[], |places| places)
    }

    /// Why a component that has failed did so.
    pub(crate) fn cause(&self, component: ComponentIx) -> Cause {
        self.cause[component.at()]
    }

    /// Components that failed, in the order of their failure.
    pub(crate) fn failed(&self) -> &[ComponentIx] {
        &self.failed
    }

    /// Whether a member is among those whose failure made its group fail.
    pub(crate) fn failed_with(&self, member: NodeIx, group: NodeIx) -> bool {
        let (member, group) = (self.node_turn[member.at()], self.group_turn[group.at()]);
        member != OPEN && member <= group
    }

    /// Whether a group has failed.
    pub(crate) fn has_failed(&self, group: NodeIx) -> bool {
        self.group_turn[group.at()] != OPEN
    }

    /// The groups of which some members have failed, and not enough; sorted.
    pub(crate) fn partial(&self, analysis: &Analysis<'_>) -> Vec<NodeIx> {
        let touched = self.touched_nodes.iter().copied();
        let some = touched.filter(|node| {
            let group = matches!(analysis.circuit.node(*node).gate, Gate::Group { must_fail, .. } if must_fail > 1);
            group && self.failed_members[node.at()] > 0 && !self.has_failed(*node)
        });
        let mut groups: Vec<NodeIx> = some.collect();
        groups.sort_unstable();
        groups.dedup();
        groups
    }

    fn clear(&mut self) {
        for component in self.touched_components.drain(..) {
            self.time[component.at()] = OPEN;
            self.best[component.at()] = (OPEN, OPEN);
        }
        for node in self.touched_nodes.drain(..) {
            self.node_turn[node.at()] = OPEN;
            self.group_turn[node.at()] = OPEN;
            self.failed_members[node.at()] = 0;
        }
        self.failed.clear();
        self.heap.clear();
        self.turn = 0;
    }

    fn offer(&mut self, component: ComponentIx, time: u32, steps: u32, cause: Cause) {
        let best = &mut self.best[component.at()];
        if let (Cause::Channel(new), Cause::Channel(old)) = (cause, self.cause[component.at()])
            && (time, steps) == *best
            && new < old
        {
            self.cause[component.at()] = cause;
        }
        if time == OPEN || (time, steps) >= *best || self.time[component.at()] != OPEN {
            return;
        }
        if *best == (OPEN, OPEN) {
            self.touched_components.push(component);
        }
        *best = (time, steps);
        self.cause[component.at()] = cause;
        self.heap.push(Reverse((time, steps, Item::Component(component))));
    }

    /// Runs one event. Unknowns of `settled` are taken as answered in our favour.
    pub(crate) fn run(
        &mut self,
        analysis: &Analysis<'_>,
        scope: &Scope,
        reading: Reading,
        settled: &FxHashSet<UnknownIx>,
    ) {
        self.run_from(analysis, analysis.seeds(scope, reading, settled), reading);
    }

    /// Runs what follows from one thing that has ended alone.
    pub(crate) fn run_ended(&mut self, analysis: &Analysis<'_>, thing: ComponentIx) {
        self.clear();
        self.reading = Reading::Settled;
        self.origin = ORIGIN;
        self.places.clear();
        let since = analysis.standing.down_since(thing).unwrap_or(OPEN);
        self.offer(thing, since, 0, Cause::Ended);
        self.drain(analysis);
    }

    /// Runs any events that begin in these ways.
    pub(crate) fn run_from(&mut self, analysis: &Analysis<'_>, seeds: Seeds, reading: Reading) {
        self.clear();
        self.reading = reading;
        self.origin = analysis.origin(self.world);
        self.places = seeds.places;
        for seed in &seeds.all {
            self.offer(seed.component, seed.time.saturating_add(self.origin), 0, seed.cause);
        }
        if self.origin > 0 {
            for (component, since) in analysis.standing.all_down() {
                self.offer(component, since, 0, Cause::Ended);
            }
        }
        self.drain(analysis);
    }

    fn drain(&mut self, analysis: &Analysis<'_>) {
        while let Some(Reverse((time, steps, item))) = self.heap.pop() {
            match item {
                Item::Component(component) => self.settle(analysis, component, time, steps),
                Item::Node(node) => self.fail_node(analysis, node, time, steps),
            }
        }
    }

    fn settle(&mut self, analysis: &Analysis<'_>, component: ComponentIx, time: u32, steps: u32) {
        if self.time[component.at()] != OPEN || self.best[component.at()] != (time, steps) {
            return;
        }
        self.time[component.at()] = time;
        self.failed.push(component);
        for leaf in analysis.circuit.watchers(component) {
            self.push_node(analysis, *leaf, time, steps + 1);
        }
    }

    fn push_node(&mut self, analysis: &Analysis<'_>, node: NodeIx, time: u32, steps: u32) {
        let facts = analysis.circuit.node(node);
        let at = Hours(time).plus(facts.tolerates);
        let counts = facts.counts(self.reading, self.failure);
        if let (true, Some(at)) = (counts, at.finite()) {
            self.heap.push(Reverse((at, steps, Item::Node(node))));
        }
    }

    fn fail_node(&mut self, analysis: &Analysis<'_>, node: NodeIx, time: u32, steps: u32) {
        self.turn += 1;
        self.node_turn[node.at()] = self.turn;
        self.touched_nodes.push(node);
        match analysis.circuit.node(node).parent {
            Parent::Component(owner) => self.offer(owner, time, steps, Cause::Requirement(node)),
            Parent::Group(group) => {
                let failed = &mut self.failed_members[group.at()];
                *failed += 1;
                self.touched_nodes.push(group);
                if let Gate::Group { must_fail, .. } = analysis.circuit.node(group).gate
                    && *failed == must_fail
                {
                    self.group_turn[group.at()] = self.turn;
                    self.push_node(analysis, group, time, steps);
                }
            }
        }
    }
}

impl Analysis<'_> {
    /// Where the failures of a scope begin. Unknowns of `settled` are taken as answered in our favour.
    pub(crate) fn seeds(
        &self,
        scope: &Scope,
        reading: Reading,
        settled: &FxHashSet<UnknownIx>,
    ) -> Seeds {
        let itself = scope.component.map(|component| {
            let (time, cause) = (0, Cause::Itself);
            Seed { component, time, cause }
        });
        let mut off: Vec<EntryIx> = self.switched_off(scope).collect();
        off.sort_unstable();
        let mut seeds = Seeds { all: itself.into_iter().collect(), ..Seeds::default() };
        seeds.all.extend(off.iter().map(|at| self.channel_seed(*at, reading, settled)));
        self.add_places(&off, &mut seeds);
        seeds
    }

    /// Where a failure begins when a channel is switched off.
    pub(crate) fn channel_seed(
        &self,
        at: EntryIx,
        reading: Reading,
        settled: &FxHashSet<UnknownIx>,
    ) -> Seed {
        let entry = self.channels.get(at);
        let answered = entry.unknown.is_some_and(|unknown| settled.contains(&unknown));
        let delay = entry.delay(if answered { Reading::Settled } else { reading });
        Seed { component: entry.owner, time: delay.0, cause: Cause::Channel(at) }
    }

    /// Adds the components all of whose places are among these channels, sorted: they stop in either
    /// reading.
    pub(crate) fn add_places(&self, off: &[EntryIx], seeds: &mut Seeds) {
        let mut reached: BTreeMap<ComponentIx, BTreeMap<u32, EntryIx>> = BTreeMap::new();
        for at in off {
            let entry = self.channels.get(*at);
            let known = !matches!(entry.target, Target::Unknown(_));
            if let Some(place) = entry.place.filter(|_| known) {
                reached.entry(entry.owner).or_default().entry(place).or_insert(*at);
            }
        }
        for (component, places) in reached {
            let all = self.channels.places(component);
            if all.is_some_and(|all| all.count == places.len() as u32) {
                seeds.all.push(Seed { component, time: 0, cause: Cause::Places });
                seeds.places.insert(component, places.into_values().collect());
            }
        }
    }

    /// The channels that a scope switches off, in no particular order.
    pub(crate) fn switched_off<'a>(
        &'a self,
        scope: &'a Scope,
    ) -> impl Iterator<Item = EntryIx> + 'a {
        let parties = scope.parties.iter().filter_map(|party| self.inverted.by_party.get(party));
        let country = scope.country.iter().filter_map(|c| self.inverted.by_country.get(c));
        let unknown = scope.unknowns.iter().filter_map(|u| self.inverted.by_unknown.get(u));
        parties.chain(country).chain(unknown).flatten().copied()
    }

    /// The channels that an event switches off in one reading, sorted.
    pub(crate) fn entries_of(&self, event: Event, reading: Reading) -> Vec<EntryIx> {
        let scope = self.scope(event, reading, &FxHashSet::default());
        let mut entries: Vec<EntryIx> = self.switched_off(&scope).collect();
        entries.sort_unstable();
        entries
    }
}
