//! Technology that comes from a jurisdiction: who runs what rests on it.
//!
//! A component rests on what it needs, hard or soft, in any alternative, at any distance, and on what its own
//! suppliers supply. Technology comes from a jurisdiction when a supplier is incorporated there, or controlled
//! from there. From every component the next step down to such technology is found once a law, so that a
//! party costs what it runs.

use std::collections::VecDeque;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
use trefonds_model::{Channel, ComponentIx, Effect, EntityIx, Law, LawIx, Link, Reading};

use super::group::Way;
use crate::Settled;
use crate::channels::{Entry, EntryIx, Target};
use crate::circuit::{Gate, NodeIx};
use crate::proof::Edge;
use crate::unknowns::UnknownIx;

/// Of every component, the next step down to technology from the jurisdiction of a law, in each reading.
pub(super) struct Technology {
    settled: Vec<Option<Step>>,
    careful: Vec<Option<Step>>,
}

/// A step down to technology.
#[derive(Clone, Copy)]
struct Step {
    /// How many requirements lie between.
    far: u32,
    next: Next,
}

#[derive(Clone, Copy)]
enum Next {
    /// Its own supplier.
    Supplied(EntryIx),
    /// What it needs.
    Needs(NodeIx, ComponentIx),
}

/// Whether a law looks at what a party of a channel runs: one on denial, whoever runs something.
pub(super) fn looked_at(law: &Law, channel: Channel) -> bool {
    law.effect == Effect::Denial && channel == Channel::Operation
}

impl Settled<'_> {
    /// The best way from a party by technology: the party itself, where that is certain; else by what it runs,
    /// the nearest. What is not certain hangs on what any way takes against us.
    pub(super) fn way_by_technology(
        &self,
        law: LawIx,
        party: EntityIx,
        itself: Option<Way>,
    ) -> Option<Way> {
        if itself.as_ref().is_some_and(|way| way.certain) {
            return itself;
        }
        let technology = self.technology(law);
        if let Some(edges) =
            self.down_to_technology(law, party, &technology.settled, Reading::Settled)
        {
            return Some(Way { certain: true, hangs_on: Vec::new(), edges });
        }
        let steps = &technology.careful;
        let Some(edges) = self.down_to_technology(law, party, steps, Reading::Careful) else {
            return itself;
        };
        let below = self.technology_hangs_on(law, party, steps);
        let (mut hangs_on, shorter) = match itself {
            Some(way) => (way.hangs_on, Some(way.edges).filter(|own| own.len() <= edges.len())),
            None => (Vec::new(), None),
        };
        let mut seen: FxHashSet<UnknownIx> = hangs_on.iter().copied().collect();
        hangs_on.extend(below.into_iter().filter(|unknown| seen.insert(*unknown)));
        Some(Way { certain: false, hangs_on, edges: shorter.unwrap_or(edges) })
    }

    fn technology(&self, law: LawIx) -> Arc<Technology> {
        self.reaches.technology.get(law, || Technology {
            settled: self.steps_to_technology(law, Reading::Settled),
            careful: self.steps_to_technology(law, Reading::Careful),
        })
    }

    /// O(components + requirements + channels) time, and once the entities above each supplier.
    fn steps_to_technology(&self, law: LawIx, reading: Reading) -> Vec<Option<Step>> {
        let mut steps: Vec<Option<Step>> = vec![None; self.model.components.len()];
        let mut queue: VecDeque<(ComponentIx, u32)> = VecDeque::new();
        let mut from_there: FxHashMap<EntityIx, bool> = FxHashMap::default();
        for (at, entry) in self.channels.iter() {
            let Some(supplier) = supplier(entry) else { continue };
            let known = from_there.entry(supplier);
            let counts = *known.or_insert_with(|| self.comes_from(law, supplier, reading));
            let step = &mut steps[entry.owner.at()];
            if counts && step.is_none() && self.party_counts(at, reading) {
                *step = Some(Step { far: 0, next: Next::Supplied(at) });
                queue.push_back((entry.owner, 0));
            }
        }
        while let Some((needed, far)) = queue.pop_front() {
            for leaf in self.circuit.watchers(needed) {
                let step = &mut steps[self.circuit.owner(*leaf).at()];
                if step.is_none() && self.leaf_counts(*leaf, reading) {
                    *step = Some(Step { far: far + 1, next: Next::Needs(*leaf, needed) });
                    queue.push_back((self.circuit.owner(*leaf), far + 1));
                }
            }
        }
        steps
    }

    /// Whether an entity is incorporated in the jurisdiction of a law, or controlled from there.
    fn comes_from(&self, law: LawIx, entity: EntityIx, reading: Reading) -> bool {
        let inside = self.insides(law);
        let mut chain = std::iter::once(&entity).chain(&self.control(reading).above[entity.at()]);
        chain.any(|it| inside[it.at()].is_some_and(|(_, firm)| firm || reading == Reading::Careful))
    }

    fn party_counts(&self, entry: EntryIx, reading: Reading) -> bool {
        reading == Reading::Careful || self.supposed_party(entry).is_none()
    }

    fn leaf_counts(&self, leaf: NodeIx, reading: Reading) -> bool {
        reading == Reading::Careful || self.circuit.candidate(leaf).is_none()
    }

    /// The components that a party runs, by the channels that say so.
    fn run_by(&self, party: EntityIx) -> impl Iterator<Item = (EntryIx, ComponentIx)> + '_ {
        let entries = self.inverted.by_party.get(&party).into_iter().flatten();
        let all = entries.map(|at| (*at, self.channels.get(*at)));
        all.filter(|(_, entry)| entry.says_who_runs()).map(|(at, entry)| (at, entry.owner))
    }

    /// From the component nearest to technology that a party runs down to it, and from its supplier up.
    fn down_to_technology(
        &self,
        law: LawIx,
        party: EntityIx,
        steps: &[Option<Step>],
        reading: Reading,
    ) -> Option<Vec<Edge>> {
        let run = self.run_by(party).filter(|(at, _)| self.party_counts(*at, reading));
        let near = run.filter_map(|(at, own)| Some((steps[own.at()]?.far, at, own)));
        let (_, at, mut component) = near.min_by_key(|(far, at, _)| (*far, *at))?;
        let mut edges = vec![Edge::Party(at)];
        loop {
            match steps[component.at()]?.next {
                Next::Needs(leaf, needed) => {
                    edges.push(Edge::Rests(leaf));
                    component = needed;
                }
                Next::Supplied(at) => {
                    edges.push(Edge::Party(at));
                    let supplier = supplier(self.channels.get(at))?;
                    edges.extend(self.way_by_link(Link::Technology, law, supplier)?.edges);
                    return Some(edges);
                }
            }
        }
    }

    /// What the ways from a party down to technology take against us.
    fn technology_hangs_on(
        &self,
        law: LawIx,
        party: EntityIx,
        steps: &[Option<Step>],
    ) -> Vec<UnknownIx> {
        let mut found = Vec::new();
        let mut open = Vec::new();
        for (at, component) in self.run_by(party) {
            if steps[component.at()].is_some() {
                found.extend(self.supposed_party(at));
                open.push(component);
            }
        }
        let mut seen: FxHashSet<ComponentIx> = open.iter().copied().collect();
        let mut makers: FxHashSet<EntityIx> = FxHashSet::default();
        while let Some(component) = open.pop() {
            for (at, entry) in self.channels.indexed(component) {
                let Some(supplier) = supplier(entry) else { continue };
                if self.comes_from(law, supplier, Reading::Careful) {
                    found.extend(self.supposed_party(at));
                    if makers.insert(supplier) {
                        let way = self.way_by_link(Link::Technology, law, supplier);
                        found.extend(way.into_iter().flat_map(|way| way.hangs_on));
                    }
                }
            }
            for (leaf, needed) in self.circuit.leaves(component) {
                if steps[needed.at()].is_some() {
                    found.extend(self.circuit.candidate(leaf));
                    if seen.insert(needed) {
                        open.push(needed);
                    }
                }
            }
        }
        let mut seen = FxHashSet::default();
        found.retain(|unknown| seen.insert(*unknown));
        found
    }

    /// By some edges alone, the suppliers of what a party runs, and of all that this rests on.
    pub(super) fn makers_by(
        &self,
        party: EntityIx,
        edges: &[Edge],
        reading: Reading,
    ) -> Vec<EntityIx> {
        let parties = || {
            edges.iter().filter_map(|edge| match edge {
                Edge::Party(at) if self.party_counts(*at, reading) => Some(self.channels.get(*at)),
                _ => None,
            })
        };
        let run =
            parties().filter(|entry| entry.says_who_runs() && entry.target == Target::Party(party));
        let mut rests: FxHashSet<ComponentIx> = run.map(|entry| entry.owner).collect();
        loop {
            let before = rests.len();
            for edge in edges {
                let Edge::Rests(leaf) = edge else { continue };
                if self.leaf_counts(*leaf, reading)
                    && let Gate::Component(needed) = self.circuit.node(*leaf).gate
                    && rests.contains(&self.circuit.owner(*leaf))
                {
                    rests.insert(needed);
                }
            }
            if rests.len() == before {
                break;
            }
        }
        let makers = parties().filter(|entry| rests.contains(&entry.owner));
        makers.filter_map(supplier).collect()
    }
}

fn supplier(entry: &Entry) -> Option<EntityIx> {
    match entry.target {
        Target::Party(party) if entry.channel == Some(Channel::Supply) => Some(party),
        _ => None,
    }
}
