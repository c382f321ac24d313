//! What two do together, worked out from what each does alone.
//!
//! A component fails no later under two events than under either. It fails earlier only by way of a group
//! that both have touched, or of somebody whom only their votes together control. So only these are looked
//! at, and what follows from there, until nothing fails earlier: the times are then those of a run of both.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use rustc_hash::{FxHashMap, FxHashSet};
use trefonds_findings::Reading;
use trefonds_model::ComponentIx;

use super::alone::{Alone, Touched};
use super::asked::Asked;
use super::places::Places;
use crate::Analysis;
use trefonds_settle::circuit::Failure;
use trefonds_settle::circuit::{Gate, NodeIx, Parent};
use trefonds_settle::events::Scope;
use trefonds_settle::standing::borne_until;

const NEVER: u32 = u32::MAX;

/// Two events at once. Reused from couple to couple.
pub(super) struct Together<'a> {
    analysis: &'a Analysis<'a>,
    /// The last minute that counts.
    until: u32,
    /// The minute at which the events happen.
    origin: u32,
    pair: Option<(&'a Alone, &'a Alone)>,
    /// What fails earlier than under either alone.
    earlier: FxHashMap<ComponentIx, u32>,
    open: BinaryHeap<Reverse<(u32, ComponentIx)>>,
    /// How many requirements were looked at.
    pub work: u64,
}

impl<'a> Together<'a> {
    pub(super) fn new(analysis: &'a Analysis<'a>, until: u32, origin: u32) -> Self {
        let (earlier, open) = (FxHashMap::default(), BinaryHeap::new());
        Self { analysis, until, origin, pair: None, earlier, open, work: 0 }
    }

    /// Works out what two do at once; `more` is what they switch off besides what each does.
    pub(super) fn run(&mut self, a: &'a Alone, b: &'a Alone, more: &Scope) {
        self.earlier.clear();
        self.open.clear();
        self.pair = Some((a, b));
        if !more.parties.is_empty() {
            let none = FxHashSet::default();
            for seed in self.analysis.seeds(more, Reading::Careful, &none).all {
                self.lower(seed.component, seed.time.saturating_add(self.origin));
            }
        }
        for (one, other) in shared(a, b) {
            self.work += 1 + one.members.len() as u64 + other.members.len() as u64;
            let Gate::Group { must_fail, .. } = self.analysis.circuit().node(one.group).gate else {
                continue;
            };
            if let Some(time) = merged(one, other, must_fail as usize) {
                self.after(one.group, time);
            }
        }
        while let Some(Reverse((time, component))) = self.open.pop() {
            if time != self.time(component) {
                continue;
            }
            for leaf in self.analysis.circuit().watchers(component) {
                self.work += 1;
                self.after(*leaf, time);
            }
        }
    }

    /// The services that stop and would not with either alone, with when, in file order.
    pub(super) fn stopped(&self, asked: &Asked<'_>) -> Vec<(ComponentIx, u32)> {
        let Some((a, b)) = self.pair else { return Vec::new() };
        let new = self.earlier.iter().filter(|(component, time)| {
            asked.counts(**component, time.saturating_sub(self.origin))
                && !a.stopped.contains(component)
                && !b.stopped.contains(component)
        });
        let mut new: Vec<(ComponentIx, u32)> = new.map(|(it, time)| (*it, *time)).collect();
        new.sort_unstable();
        new
    }

    /// The first group that bears the loss of either alone, and fails with both.
    pub(super) fn meeting(&self, places: &Places) -> Option<NodeIx> {
        let (a, b) = self.pair?;
        places.first(meeting(a, b).filter(|group| self.gate_time(*group) <= self.until))
    }

    /// When a component fails.
    fn time(&self, component: ComponentIx) -> u32 {
        let known = self.earlier.get(&component).copied();
        known.unwrap_or_else(|| {
            self.pair.map_or(NEVER, |(a, b)| a.time(component).min(b.time(component)))
        })
    }

    fn lower(&mut self, component: ComponentIx, time: u32) {
        if time <= self.until && time != NEVER && time < self.time(component) {
            self.earlier.insert(component, time);
            self.open.push(Reverse((time, component)));
        }
    }

    /// What follows when what a node looks at has failed.
    fn after(&mut self, node: NodeIx, time: u32) {
        let (mut node, mut time) = (node, time);
        loop {
            time = self.borne(node, time);
            if time > self.until {
                return;
            }
            match self.analysis.circuit().node(node).parent {
                Parent::Component(owner) => return self.lower(owner, time),
                Parent::Group(group) => {
                    node = group;
                    time = self.group_time(group, time);
                }
            }
        }
    }

    /// When a requirement has failed, once what it looks at has; never if it does not count.
    fn borne(&self, node: NodeIx, time: u32) -> u32 {
        let facts = self.analysis.circuit().node(node);
        let counts = facts.counts(Reading::Careful, Failure::Stops);
        let borne = borne_until(time, facts.tolerates, self.origin);
        borne.finite().filter(|_| counts && time != NEVER).unwrap_or(NEVER)
    }

    /// When a group fails of which a member has failed by now.
    fn group_time(&self, group: NodeIx, now: u32) -> u32 {
        match self.analysis.circuit().node(group).gate {
            Gate::Group { must_fail: 1, .. } => now,
            _ => self.gate_time(group),
        }
    }

    /// When enough members of a group have failed, or a component has.
    fn gate_time(&self, node: NodeIx) -> u32 {
        match self.analysis.circuit().node(node).gate {
            Gate::Component(component) => self.time(component),
            Gate::Group { must_fail, start, end } => {
                let members = (start..end).map(NodeIx);
                let times = members.map(|member| self.borne(member, self.gate_time(member)));
                ranked(times.collect(), must_fail as usize)
            }
        }
    }
}

/// The groups that bear what either of two does alone, in order.
pub(super) fn meeting<'a>(a: &'a Alone, b: &'a Alone) -> impl Iterator<Item = NodeIx> + use<'a> {
    shared(a, b).filter(|(one, other)| one.holds && other.holds).map(|(one, _)| one.group)
}

/// The groups that two have touched, in order.
fn shared<'a>(
    a: &'a Alone,
    b: &'a Alone,
) -> impl Iterator<Item = (&'a Touched, &'a Touched)> + use<'a> {
    let (few, many) = if a.groups.len() < b.groups.len() { (a, b) } else { (b, a) };
    few.groups.iter().filter_map(|one| {
        let at = many.groups.binary_search_by_key(&one.group, |other| other.group).ok()?;
        Some((one, &many.groups[at]))
    })
}

/// When enough members have failed under one or the other.
fn merged(one: &Touched, other: &Touched, must_fail: usize) -> Option<u32> {
    if one.members.len() + other.members.len() < must_fail {
        return None;
    }
    let mut times: FxHashMap<NodeIx, u32> = one.members.iter().copied().collect();
    for (member, time) in &other.members {
        let known = times.entry(*member).or_insert(*time);
        *known = (*known).min(*time);
    }
    let time = ranked(times.into_values().collect(), must_fail);
    (time != NEVER).then_some(time)
}

/// The so many-th of some times; never when there are fewer.
fn ranked(mut times: Vec<u32>, rank: usize) -> u32 {
    match rank.checked_sub(1) {
        Some(at) if at < times.len() => *times.select_nth_unstable(at).1,
        _ => NEVER,
    }
}
