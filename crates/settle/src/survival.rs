//! Survival times of all components under many events at once.
//!
//! t(n) = min(own(n), over each hard requirement r: t(r) + tolerates(r)); any-of fails with its last
//! member, k-of-n with its (n - k + 1)-th. t is the greatest solution: nothing fails without a cause.
//! The events of a block share one sweep over the strongly connected components, dependencies
//! first, a vector of times per component. A circle is swept from "never" down until nothing
//! changes, which ends at the greatest solution; one that does not come to rest soon goes on with a
//! queue of the members whose inputs changed. (Single events are settled in order of time, as
//! shortest paths are: `search.rs`.)
//!
//! O((V + E) x lanes) time, V x lanes x 4 bytes of space.

use std::collections::VecDeque;

use rustc_hash::FxHashSet;
use trefonds_model::Reading;
use trefonds_model::{ComponentIx, Minutes};

use crate::Settled;

use crate::circuit::{Failure, Gate, Node};
use crate::events::Scope;
use crate::masks::{Events, Masks};
use crate::standing::{ORIGIN, borne_until};

/// Events solved in one sweep.
pub const LANES: usize = 16;

/// Survival times of one component under the events of a block, in minutes.
pub type Lanes = [u32; LANES];

const NEVER: Lanes = [u32::MAX; LANES];

/// Sweeps over a whole circle before only members whose inputs changed are looked at.
const SWEEPS: usize = 12;

/// Whether what has ended is down, as it is, or taken as if it were back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum World {
    /// What has ended is down since the day after its end.
    Now,
    /// As if what has ended were back.
    Back,
}

/// What all sweeps of a block have in common.
pub struct Sweeping<'a> {
    pub(crate) masks: &'a Masks,
    pub(crate) reading: Reading,
    pub(crate) failure: Failure,
    pub(crate) world: World,
}

impl Settled<'_> {
    /// Minutes of a world at which the events happen: failures that are older begin before.
    pub const fn origin(&self, world: World) -> u32 {
        match world {
            World::Now if self.standing.any_down() => ORIGIN,
            _ => 0,
        }
    }

    /// The survival times of every component, by index, under each of at most [`LANES`] events.
    pub fn survival(
        &self,
        scopes: &[Scope],
        reading: Reading,
        failure: Failure,
        world: World,
    ) -> Vec<Lanes> {
        debug_assert!(scopes.len() <= LANES);
        let masks = Masks::new(scopes, self.model.entities.len());
        let sweeping = Sweeping { masks: &masks, reading, failure, world };
        let mut times = vec![NEVER; self.model.components.len()];
        for circle in self.order().circles() {
            match circle {
                [single] => times[single.at()] = self.settle(*single, &sweeping, &times),
                many => self.settle_circle(many, &sweeping, &mut times),
            }
        }
        let origin = self.origin(world);
        if origin > 0 {
            let all = times.iter_mut().flatten().filter(|time| **time != u32::MAX);
            all.for_each(|time| *time = time.saturating_sub(origin));
        }
        times
    }

    /// own(n): the smallest delay among the channels that each event controls.
    fn own_times(&self, component: ComponentIx, sweeping: &Sweeping<'_>) -> Lanes {
        let mut own = NEVER;
        let Sweeping { masks, reading, world, .. } = *sweeping;
        for switch in self.channels.switches(component) {
            lower(&mut own, masks.of(switch.target), switch.delay(reading));
        }
        lower(&mut own, masks.itself(component), Minutes::ZERO);
        lower(&mut own, self.lost_places(component, masks, reading), Minutes::ZERO);
        let origin = self.origin(world);
        if origin > 0 {
            own.iter_mut().for_each(|time| *time = time.saturating_add(origin));
            let down = self.standing.down_since(component).unwrap_or(u32::MAX);
            own.iter_mut().for_each(|time| *time = (*time).min(down));
        }
        own
    }

    /// The events that take as many places of a component that stands in several as it takes to stop it.
    pub fn lost_places(&self, component: ComponentIx, masks: &Masks, reading: Reading) -> Events {
        let Some(places) = self.channels.places(component) else { return 0 };
        let mut reached: Vec<Events> = vec![0; places.count as usize];
        for entry in self.channels.of(component) {
            if let Some(place) = entry.place.and_then(|place| reached.get_mut(place as usize))
                && places.takes(entry, reading)
            {
                *place |= masks.of(entry.target.of_state());
            }
        }
        // at_least[j]: the events that take more than j places.
        let mut at_least: Vec<Events> = vec![0; places.must_fail() as usize];
        for mut rising in reached {
            for count in &mut at_least {
                let already = *count & rising;
                *count |= rising;
                rising = already;
            }
        }
        at_least.last().copied().unwrap_or(0)
    }

    fn settle(&self, component: ComponentIx, sweeping: &Sweeping<'_>, times: &[Lanes]) -> Lanes {
        let mut own = self.own_times(component, sweeping);
        let origin = self.origin(sweeping.world);
        for node in self.circuit.top_nodes(component) {
            if node.counts(sweeping.reading, sweeping.failure) {
                self.fail_with(node, times, origin, &mut own);
            }
        }
        own
    }

    /// Lowers times to those of a requirement. Most name one component and bear no loss: its times
    /// are then taken where they stand.
    #[inline]
    fn fail_with(&self, node: &Node, times: &[Lanes], origin: u32, own: &mut Lanes) {
        match node.gate {
            Gate::Component(component) if node.tolerates == Minutes::ZERO => {
                min_into(own, &times[component.at()]);
            }
            _ => min_into(own, &self.node_times(node, times, origin)),
        }
    }

    /// When a requirement fails.
    fn node_times(&self, node: &Node, times: &[Lanes], origin: u32) -> Lanes {
        let mut failed = match node.gate {
            Gate::Component(component) => times[component.at()],
            Gate::Group { must_fail, start, end } => {
                let members = &self.circuit.nodes[start as usize..end as usize];
                self.group_times(must_fail, members, times, origin)
            }
        };
        if node.tolerates != Minutes::ZERO {
            let later = |time: &mut u32| *time = borne_until(*time, node.tolerates, origin).0;
            failed.iter_mut().for_each(later);
        }
        failed
    }

    /// The `must_fail`-th smallest time of the members, lane by lane.
    fn group_times(&self, must_fail: u32, members: &[Node], times: &[Lanes], origin: u32) -> Lanes {
        if must_fail == 1 || must_fail as usize == members.len() {
            let first = must_fail == 1;
            let mut members = members.iter().map(|member| self.node_times(member, times, origin));
            let Some(mut result) = members.next() else {
                return NEVER;
            };
            for member in members {
                if first { min_into(&mut result, &member) } else { max_into(&mut result, &member) }
            }
            return result;
        }
        let members: Vec<Lanes> =
            members.iter().map(|node| self.node_times(node, times, origin)).collect();
        let rank = (must_fail as usize).saturating_sub(1);
        let mut column = vec![0; members.len()];
        std::array::from_fn(|lane| {
            column.iter_mut().zip(&members).for_each(|(cell, member)| *cell = member[lane]);
            if rank < column.len() { *column.select_nth_unstable(rank).1 } else { u32::MAX }
        })
    }

    fn settle_circle(&self, circle: &[ComponentIx], sweeping: &Sweeping<'_>, times: &mut [Lanes]) {
        for _ in 0..SWEEPS {
            let mut changed = false;
            for member in circle {
                let new = self.settle(*member, sweeping, times);
                changed |= new != times[member.at()];
                times[member.at()] = new;
            }
            if !changed {
                return;
            }
        }
        self.settle_by_queue(circle, sweeping, times);
    }

    /// Goes on with the members whose inputs changed until none does.
    fn settle_by_queue(
        &self,
        circle: &[ComponentIx],
        sweeping: &Sweeping<'_>,
        times: &mut [Lanes],
    ) {
        let inside: FxHashSet<ComponentIx> = circle.iter().copied().collect();
        let mut queued = inside.clone();
        let mut queue: VecDeque<ComponentIx> = circle.iter().copied().collect();
        while let Some(member) = queue.pop_front() {
            queued.remove(&member);
            let new = self.settle(member, sweeping, times);
            if new == times[member.at()] {
                continue;
            }
            times[member.at()] = new;
            for leaf in self.circuit.watchers(member) {
                let owner = self.circuit.owner(*leaf);
                if inside.contains(&owner) && queued.insert(owner) {
                    queue.push_back(owner);
                }
            }
        }
    }
}

fn lower(lanes: &mut Lanes, mut mask: Events, delay: Minutes) {
    while mask != 0 {
        let lane = mask.trailing_zeros() as usize;
        lanes[lane] = lanes[lane].min(delay.0);
        mask &= mask - 1;
    }
}

fn min_into(into: &mut Lanes, other: &Lanes) {
    into.iter_mut().zip(other).for_each(|(a, b)| *a = (*a).min(*b));
}

fn max_into(into: &mut Lanes, other: &Lanes) {
    into.iter_mut().zip(other).for_each(|(a, b)| *a = (*a).max(*b));
}
