//! One event, settled in order of time: what fails, when, and by which cause.
//!
//! Components and requirement nodes are settled by (time, steps, file order), as shortest paths are
//! (Dijkstra's algorithm over superior functions, Knuth 1977): a group is reached when enough of
//! its members have been settled. Steps grow along every edge, so causes never run in a circle,
//! and of several causes the earliest, then the shortest, then the first in file order is kept.
//!
//! What fails at the same time after as many steps is sorted together (`queue`): most of what a run
//! makes fail does so at few different times. O(F log F) time for F requirement nodes that fail; the
//! scratch space is O(V + E) once per thread.

mod cone;
mod in_time;
mod queue;
mod seeds;

use rustc_hash::{FxHashMap, FxHashSet};
use trefonds_model::Reading;
use trefonds_model::{ComponentIx, Minutes};

use crate::Settled;
pub use crate::cause::Cause;
use crate::channels::EntryIx;
use crate::circuit::Failure;
use crate::circuit::{Gate, NodeIx, Parent};
use crate::events::Scope;
use crate::outages::{Hit, Outages};
use crate::standing::{ORIGIN, borne_until};
use crate::survival::World;
use crate::unknowns::UnknownIx;
use cone::Cone;
pub use in_time::{Outage, Unmendable};
use queue::{Key, Queue};
pub use seeds::{Seed, Seeds};

const OPEN: u32 = u32::MAX;

/// What an event makes fail. Reused from event to event: only what was touched is cleared.
pub struct Search {
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
    queue: Queue,
    turn: u32,
    failure: Failure,
    world: World,
    reading: Reading,
    origin: u32,
    /// The last minute after the events that counts.
    until: u32,
    /// What alone is looked at.
    cone: Cone,
    /// For what fails with all of its places, one channel a place.
    places: FxHashMap<ComponentIx, Box<[EntryIx]>>,
    /// What is taken as answered in our favour: a requirement that nobody has confirmed is none.
    answered: FxHashSet<UnknownIx>,
    /// The last run in time, where it was one.
    in_time: Option<Box<Outages>>,
    /// Whether the last run was one in time.
    was_in_time: bool,
    /// Whether cold members are taken statically, and nothing ends.
    statically: bool,
}

impl Search {
    /// A search for what stops, with what has ended as it is.
    pub fn new(analysis: &Settled<'_>) -> Self {
        Self::of(analysis, Failure::Stops)
    }

    /// A search for what stops, or for what is degraded, with what has ended as it is.
    pub fn of(analysis: &Settled<'_>, failure: Failure) -> Self {
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
            queue: Queue::default(),
            turn: 0,
            failure,
            world: World::Now,
            reading: Reading::Settled,
            origin: 0,
            until: OPEN,
            cone: Cone::default(),
            places: FxHashMap::default(),
            answered: FxHashSet::default(),
            in_time: None,
            was_in_time: false,
            statically: false,
        }
    }

    /// From the next run on, what fails later does not.
    pub fn end_at(&mut self, until: Minutes) {
        self.until = until.0;
    }

    /// From the next run on, cold members are taken statically: as hot where they start while the loss is
    /// borne, else as down. An upper bound, as cut sets are.
    pub fn take_statically(&mut self) {
        self.statically = true;
    }

    /// From the next run on, what has ended is down or back.
    pub fn enter(&mut self, world: World) {
        self.world = world;
    }

    /// From the next run on, only these components are looked at, and whatever they rest on: all that is
    /// said of them is as before, and nothing is said of others.
    pub fn confine(&mut self, analysis: &Settled<'_>, to: &[ComponentIx]) {
        self.clear();
        self.cone.narrow(analysis, to);
    }

    /// From the next run on, all components are looked at again.
    pub fn widen(&mut self) {
        self.clear();
        self.cone.widen();
    }

    /// When a component has failed; `None` when it has not.
    pub fn time(&self, component: ComponentIx) -> Option<u32> {
        let time = Some(self.time[component.at()]).filter(|time| *time != OPEN);
        time.map(|time| time.saturating_sub(self.origin))
    }

    /// The minute of its world at which the events of the last run happen.
    pub const fn origin(&self) -> u32 {
        self.origin
    }

    /// When a component has failed, in minutes of its world; never when it has not.
    pub fn absolute_time(&self, component: ComponentIx) -> u32 {
        self.time[component.at()]
    }

    /// When a requirement has failed, in minutes of its world, what is borne of it included.
    pub fn node_time(&self, analysis: &Settled<'_>, node: NodeIx) -> u32 {
        if self.node_turn[node.at()] == OPEN {
            return OPEN;
        }
        if self.was_in_time {
            return self.node_turn[node.at()];
        }
        let facts = analysis.circuit.node(node);
        let time = match facts.gate {
            Gate::Component(component) => self.time[component.at()],
            Gate::Group { must_fail, start, end } => {
                let members = (start..end).map(|member| self.node_time(analysis, NodeIx(member)));
                let mut times: Vec<u32> = members.collect();
                times.sort_unstable();
                times.get(must_fail as usize - 1).copied().unwrap_or(OPEN)
            }
        };
        borne_until(time, facts.tolerates, self.origin).0
    }

    /// The requirements that have failed, in no particular order; some more than once.
    pub fn failed_nodes(&self) -> impl Iterator<Item = NodeIx> + '_ {
        let touched = self.touched_nodes.iter().copied();
        touched.filter(|node| self.node_turn[node.at()] != OPEN)
    }

    /// The same in minutes after the events; before them when it is less than 0.
    pub(crate) fn since(&self, component: ComponentIx) -> Option<i64> {
        let time = Some(self.time[component.at()]).filter(|time| *time != OPEN);
        time.map(|time| i64::from(time) - i64::from(self.origin))
    }

    /// One channel a place, of what failed with all of its places.
    pub(crate) fn places_of(&self, component: ComponentIx) -> &[EntryIx] {
        self.places.get(&component).map_or(&[], |places| places)
    }

    /// Why a component that has failed did so.
    pub fn cause(&self, component: ComponentIx) -> Cause {
        self.cause[component.at()]
    }

    /// Components that failed, in the order of their failure.
    pub fn failed(&self) -> &[ComponentIx] {
        &self.failed
    }

    /// Whether a member is among those whose failure made its group fail.
    pub(crate) fn failed_with(&self, member: NodeIx, group: NodeIx) -> bool {
        let (member, group) = (self.node_turn[member.at()], self.group_turn[group.at()]);
        member != OPEN && member <= group
    }

    /// Whether a group has failed.
    pub fn has_failed(&self, group: NodeIx) -> bool {
        self.group_turn[group.at()] != OPEN
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
        self.was_in_time = false;
        self.failed.clear();
        self.queue.clear();
        self.turn = 0;
    }

    fn offer(&mut self, component: ComponentIx, time: u32, steps: u32, cause: Cause) {
        let asked = self.cone.has(component);
        let best = &mut self.best[component.at()];
        if let (Cause::Channel(new), Cause::Channel(old)) = (cause, self.cause[component.at()])
            && (time, steps) == *best
            && new < old
        {
            self.cause[component.at()] = cause;
        }
        let late = time > self.until.saturating_add(self.origin);
        if time == OPEN
            || late
            || !asked
            || (time, steps) >= *best
            || self.time[component.at()] != OPEN
        {
            return;
        }
        if *best == (OPEN, OPEN) {
            self.touched_components.push(component);
        }
        *best = (time, steps);
        self.cause[component.at()] = cause;
    }

    /// Where a failure begins.
    fn begin(&mut self, component: ComponentIx, time: u32, cause: Cause) {
        self.offer(component, time, 0, cause);
        if self.best[component.at()] == (time, 0) {
            self.queue.push_component((time, 0), component);
        }
    }

    /// Runs one event. Unknowns of `settled` are taken as answered in our favour.
    pub fn run(
        &mut self,
        analysis: &Settled<'_>,
        scope: &Scope,
        reading: Reading,
        settled: &FxHashSet<UnknownIx>,
    ) {
        let seeds = match self.cone.members() {
            Some(members) => analysis.seeds_in(members, scope, reading, settled),
            None => analysis.seeds(scope, reading, settled),
        };
        self.run_from(analysis, seeds, reading, settled);
    }

    /// Runs what follows from one thing that has ended alone.
    pub fn run_ended(&mut self, analysis: &Settled<'_>, thing: ComponentIx, reading: Reading) {
        self.clear();
        self.reading = reading;
        self.origin = ORIGIN;
        self.places.clear();
        self.answered.clear();
        let since = analysis.standing.down_since(thing).unwrap_or(OPEN);
        if self.is_in_time(analysis, &[]) {
            let hit = Hit { component: thing, from: since, to: OPEN, cause: Cause::Ended };
            return self.let_time_go(analysis, vec![hit]);
        }
        self.begin(thing, since, Cause::Ended);
        self.drain(analysis);
    }

    /// Runs any events that begin in these ways. Unknowns of `settled` are taken as answered in our favour.
    pub fn run_from(
        &mut self,
        analysis: &Settled<'_>,
        seeds: Seeds,
        reading: Reading,
        settled: &FxHashSet<UnknownIx>,
    ) {
        self.clear();
        self.answered.clone_from(settled);
        self.reading = reading;
        self.origin = analysis.origin(self.world);
        self.places = seeds.places;
        if self.is_in_time(analysis, &seeds.all) {
            return self.run_in_time(analysis, &seeds.all);
        }
        for seed in &seeds.all {
            self.begin(seed.component, seed.time.saturating_add(self.origin), seed.cause);
        }
        if self.origin > 0 {
            for (component, since) in analysis.standing.all_down() {
                self.begin(component, since, Cause::Ended);
            }
        }
        self.drain(analysis);
    }

    fn drain(&mut self, analysis: &Settled<'_>) {
        while let Some((key, bucket)) = self.queue.pop() {
            // Components come before requirements; whatever a requirement makes fail at the same key is
            // settled before the next one, as it would come first.
            for component in &bucket.components {
                self.settle(analysis, *component, key);
            }
            for node in &bucket.nodes {
                self.fail_node(analysis, *node, key);
            }
            self.queue.reuse(bucket);
        }
    }

    fn settle(&mut self, analysis: &Settled<'_>, component: ComponentIx, key: Key) {
        if self.time[component.at()] != OPEN || self.best[component.at()] != key {
            return;
        }
        let (time, steps) = key;
        self.time[component.at()] = time;
        self.failed.push(component);
        for leaf in analysis.circuit.watchers(component) {
            // Whoever has failed already does not fail again: in a dense mesh most have.
            let parent = analysis.circuit.node(*leaf).parent;
            if let Parent::Component(owner) = parent
                && (self.time[owner.at()] != OPEN || !self.cone.has(owner))
            {
                continue;
            }
            if let Some(at) = self.counted(analysis, *leaf, time) {
                self.queue.push_node((at, steps + 1), *leaf);
            }
        }
    }

    /// When a requirement fails once what it looks at has; `None` when it does not, or too late to count.
    fn counted(&self, analysis: &Settled<'_>, node: NodeIx, time: u32) -> Option<u32> {
        let facts = analysis.circuit.node(node);
        let at = borne_until(time, facts.tolerates, self.origin).finite()?;
        let in_time = at <= self.until.saturating_add(self.origin);
        let spared = facts.candidate.is_some_and(|it| self.answered.contains(&it));
        (in_time && !spared && facts.counts(self.reading, self.failure)).then_some(at)
    }

    /// A requirement fails, and what it belongs to with it when that is enough.
    fn fail_node(&mut self, analysis: &Settled<'_>, node: NodeIx, key: Key) {
        let (time, steps) = key;
        let mut node = node;
        loop {
            self.turn += 1;
            self.node_turn[node.at()] = self.turn;
            self.touched_nodes.push(node);
            let group = match analysis.circuit.node(node).parent {
                Parent::Component(owner) => {
                    self.offer(owner, time, steps, Cause::Requirement(node));
                    return self.settle(analysis, owner, key);
                }
                Parent::Group(group) => group,
            };
            let failed = &mut self.failed_members[group.at()];
            *failed += 1;
            self.touched_nodes.push(group);
            let Gate::Group { must_fail, .. } = analysis.circuit.node(group).gate else { return };
            if *failed != must_fail {
                return;
            }
            self.group_turn[group.at()] = self.turn;
            let Some(at) = self.counted(analysis, group, time) else { return };
            if at > time {
                return self.queue.push_node((at, steps), group);
            }
            // A group stands before its members in file order: it comes before all that is left.
            node = group;
        }
    }
}
