//! What holds, and why: the nearest points below a service at which a failure went no further.
//!
//! From the service down over what it needs, in the careful reading. A point is an alternative that
//! stands in, a loss that is borne beyond the horizon, a soft requirement, a supplier whose delay
//! reaches beyond the horizon or without whom the component goes on. Nothing is looked for below a
//! point, as the failure below it did not come through.

use std::collections::VecDeque;

use rustc_hash::FxHashSet;
use trefonds_findings::{Carrier, CarrierKind, Named};
use trefonds_model::{ComponentIx, Minutes};

use super::combined::Played;
use crate::Analysis;
use trefonds_settle::channels::Target;
use trefonds_settle::circuit::{Gate, NodeIx};
use trefonds_settle::search::{Cause, Search};
use trefonds_settle::standing::borne_until;

/// A scenario after it was played in the careful reading.
pub(crate) struct Aftermath<'a> {
    analysis: &'a Analysis<'a>,
    played: &'a Played,
    search: &'a Search,
    by: u32,
    /// Whether a component, or anything that it needs, was touched.
    hit: Vec<bool>,
}

impl<'a> Aftermath<'a> {
    /// O(V + E) time.
    pub(crate) fn new(
        analysis: &'a Analysis<'a>,
        played: &'a Played,
        search: &'a Search,
        by: u32,
    ) -> Self {
        let mut hit = vec![false; analysis.model().components.len()];
        for (_, seed) in &played.seeds {
            hit[seed.component.at()] = true;
        }
        for circle in analysis.order().circles() {
            let any = circle.iter().any(|member| {
                let mut needed = analysis.circuit().leaves(*member);
                hit[member.at()] || needed.any(|(_, needed)| hit[needed.at()])
            });
            circle.iter().for_each(|member| hit[member.at()] = any);
        }
        Self { analysis, played, search, by, hit }
    }

    pub(crate) fn is_hit(&self, component: ComponentIx) -> bool {
        self.hit[component.at()]
    }

    /// When a component has failed, in minutes of the world of the run: what has ended did so before.
    fn time(&self, component: ComponentIx) -> u32 {
        self.search.absolute_time(component)
    }

    fn is_by(&self, time: u32) -> bool {
        time <= self.by.saturating_add(self.search.origin()) && time != u32::MAX
    }

    /// In minutes after the withdrawals.
    fn told(&self, time: u32) -> u32 {
        time.saturating_sub(self.search.origin())
    }

    fn has_failed(&self, component: ComponentIx) -> bool {
        self.is_by(self.time(component))
    }

    /// When what a node looks at has failed, before its loss is borne.
    fn raw_time(&self, node: NodeIx) -> u32 {
        self.time_of(node, &|member| self.node_time(member))
    }

    fn node_time(&self, node: NodeIx) -> u32 {
        let borne = self.analysis.circuit().node(node).tolerates;
        borne_until(self.raw_time(node), borne, self.search.origin()).0
    }

    /// When a node would fail if no loss were borne within it.
    fn bare_time(&self, node: NodeIx) -> u32 {
        self.time_of(node, &|member| self.bare_time(member))
    }

    fn time_of(&self, node: NodeIx, of_member: &dyn Fn(NodeIx) -> u32) -> u32 {
        match self.analysis.circuit().node(node).gate {
            Gate::Component(needed) => self.time(needed),
            Gate::Group { must_fail, start, end } => {
                let mut times: Vec<u32> = (start..end).map(|at| of_member(NodeIx(at))).collect();
                times.sort_unstable();
                let last = (must_fail as usize).saturating_sub(1);
                times.get(last).copied().unwrap_or(u32::MAX)
            }
        }
    }

    /// The points that carry a service that stands, the nearest first.
    pub(crate) fn carriers(&self, service: ComponentIx) -> Vec<Carrier> {
        let mut found = Vec::new();
        let mut seen = FxHashSet::from_iter([service]);
        let mut queue = VecDeque::from([(service, 0)]);
        while let Some((component, steps)) = queue.pop_front() {
            let at = Point { component, steps };
            self.own(at, &mut found);
            let mut below = Vec::new();
            for node in self.analysis.circuit().told(component) {
                self.visit(node, at, &mut found, &mut below);
            }
            let fresh = below.into_iter().filter(|needed| seen.insert(*needed));
            queue.extend(fresh.map(|needed| (needed, steps + 1)));
        }
        found
    }

    /// Withdrawals that the component bears by itself.
    fn own(&self, at: Point, found: &mut Vec<Carrier>) {
        let mut told = FxHashSet::default();
        for (_, seed) in self.played.seeds_of(at.component) {
            if seed.time <= self.by {
                continue;
            }
            let Cause::Channel(entry) = seed.cause else { continue };
            if !told.insert(entry) {
                continue;
            }
            let entry = self.analysis.channels().get(entry);
            let party = self.far_end(entry.target);
            let kind = match Minutes(seed.time).finite() {
                Some(until) => CarrierKind::Delay { party, until },
                None => CarrierKind::Survives { party },
            };
            found.push(self.carrier(at, kind, self.analysis.provenance(entry.at, entry.note)));
        }
    }

    fn far_end(&self, target: Target) -> Named {
        self.analysis.target_named(target)
    }

    fn visit(
        &self,
        node: NodeIx,
        at: Point,
        found: &mut Vec<Carrier>,
        below: &mut Vec<ComponentIx>,
    ) {
        let facts = self.analysis.circuit().node(node);
        let raw = self.raw_time(node);
        if self.is_by(raw) {
            let lost = self.leaves(&[node], true);
            let kind = if facts.soft {
                CarrierKind::Soft { lost }
            } else {
                let (tolerates, until) = (facts.tolerates.0, self.told(self.node_time(node)));
                CarrierKind::Tolerance { lost, lost_at: self.told(raw), tolerates, until }
            };
            found.push(self.of_node(node, at, kind));
            return;
        }
        match facts.gate {
            Gate::Component(needed) if self.is_hit(needed) => below.push(needed),
            Gate::Component(_) => {}
            Gate::Group { start, end, must_fail } => {
                let members: Vec<NodeIx> = (start..end).map(NodeIx).collect();
                let (lost, held): (Vec<NodeIx>, Vec<NodeIx>) =
                    members.iter().partition(|member| self.is_by(self.node_time(**member)));
                if lost.is_empty() {
                    members.iter().for_each(|member| self.visit(*member, at, found, below));
                    return;
                }
                let (borne, standing): (Vec<NodeIx>, Vec<NodeIx>) =
                    held.iter().partition(|member| self.is_by(self.bare_time(**member)));
                let (n, k) = (end - start, end - start + 1 - must_fail);
                if !standing.is_empty() {
                    let (lost, standing) =
                        (self.leaves(&lost, true), self.leaves(&standing, false));
                    let kind = CarrierKind::Redundancy { k, n, lost, standing };
                    found.push(self.of_node(node, at, kind));
                }
                // Too few stand by themselves: it is also carried by a loss that is borne.
                if standing.len() < k as usize {
                    borne.iter().for_each(|member| self.visit(*member, at, found, below));
                }
            }
        }
    }

    /// The components below some nodes that have failed, or that stand; in file order of the nodes.
    fn leaves(&self, nodes: &[NodeIx], failed: bool) -> Vec<Named> {
        let mut stack: Vec<NodeIx> = nodes.iter().rev().copied().collect();
        let mut found: Vec<ComponentIx> = Vec::new();
        while let Some(node) = stack.pop() {
            match self.analysis.circuit().node(node).gate {
                Gate::Component(needed) if self.has_failed(needed) == failed => {
                    if !found.contains(&needed) {
                        found.push(needed);
                    }
                }
                Gate::Component(_) => {}
                Gate::Group { start, end, .. } => stack.extend((start..end).rev().map(NodeIx)),
            }
        }
        found.into_iter().map(|component| self.analysis.component_named(component)).collect()
    }

    fn of_node(&self, node: NodeIx, at: Point, kind: CarrierKind) -> Carrier {
        let requirement = self.analysis.circuit().requirements[node.at()];
        let provenance = self.analysis.provenance(requirement.at, requirement.note);
        self.carrier(at, kind, provenance)
    }

    fn carrier(
        &self,
        at: Point,
        kind: CarrierKind,
        provenance: trefonds_findings::Provenance,
    ) -> Carrier {
        let component = self.analysis.component_named(at.component);
        Carrier { component, steps: at.steps, kind, provenance }
    }
}

/// A component on the way down, and how far down it is.
#[derive(Clone, Copy)]
struct Point {
    component: ComponentIx,
    steps: u32,
}
