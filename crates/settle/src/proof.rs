//! Proofs: an irreducible sub-graph by which an event makes a service fail at its time.

use rustc_hash::FxHashSet;
use trefonds_model::{
    Channel, ComponentIx, Country, EntityIx, FactKind, Minutes, Reach, Reading, Why,
};

use crate::Settled;
use crate::channels::{EntryIx, Target};
use crate::circuit::{Cold, Gate, NodeIx};
use crate::events::Event;
use crate::search::{Cause, Search};
use crate::stakes::StakeIx;
use crate::unknowns::UnknownIx;

/// One edge of a proof, in indices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edge {
    /// A leaf requirement and its component.
    Requires(NodeIx),
    /// A channel, through its site where it has one.
    Channel(EntryIx),
    /// A component and the site where it stands, of a location channel.
    Stands(EntryIx),
    /// A link of control.
    Stake(StakeIx),
    /// An entity and the country where it is incorporated.
    Incorporated(EntityIx, Country),
    /// An unknown fact of an entity, taken against us.
    Assumed(UnknownIx),
    /// The component itself is withdrawn.
    Itself(ComponentIx),
    /// The component has ended, or is not there yet.
    Ended(ComponentIx),
    /// A cold member of a group, which has not taken over.
    Starts(NodeIx),
    /// A component and somebody who runs or supplies it, by whom a law reaches further: no cause of a
    /// failure by itself.
    Party(EntryIx),
    /// A leaf requirement by which a component rests on technology: no cause of a failure by itself.
    Rests(NodeIx),
}

/// A proof and what it proves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// What fails.
    pub service: ComponentIx,
    /// What makes it fail.
    pub event: Event,
    /// In which reading.
    pub reading: Reading,
    /// When, after the event.
    pub fails_at: Minutes,
    /// From the service down.
    pub edges: Vec<Edge>,
}

impl Proof {
    /// The unknown facts that the proof takes against us, sorted.
    pub fn assumes(&self, analysis: &Settled<'_>) -> Vec<UnknownIx> {
        let mut found: Vec<UnknownIx> =
            self.edges.iter().filter_map(|edge| analysis.assumed_by(*edge, self.reading)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// By which channel the event reaches the service: that of the first channel of the proof.
    pub fn reach(&self, analysis: &Settled<'_>) -> Option<Reach> {
        let through = self.edges.iter().find_map(|edge| match edge {
            Edge::Channel(entry) => analysis.channels.get(*entry).channel,
            _ => None,
        })?;
        let above = self.edges.iter().any(|edge| matches!(edge, Edge::Stake(_)))
            || self.edges.iter().any(|edge| analysis.is_unknown_parent(*edge));
        Some(Reach { channel: if above { Channel::Ownership } else { through }, through })
    }
}

impl Settled<'_> {
    /// The links of control from a party up to `top` in one reading.
    pub fn control_edges(
        &self,
        top: EntityIx,
        party: EntityIx,
        reading: Reading,
        settled: &FxHashSet<UnknownIx>,
    ) -> Vec<Edge> {
        let proof = self.stakes.proof(top, party, reading, settled);
        proof.into_iter().rev().map(Edge::Stake).collect()
    }

    fn is_unknown_parent(&self, edge: Edge) -> bool {
        matches!(edge, Edge::Assumed(unknown) if self.unknowns.get(unknown).fact == FactKind::Parents)
    }

    /// The unknown fact that an edge takes against us in a reading.
    pub fn assumed_by(&self, edge: Edge, reading: Reading) -> Option<UnknownIx> {
        match edge {
            Edge::Requires(leaf) if reading == Reading::Careful => self.circuit.candidate(leaf),
            Edge::Channel(entry) if reading == Reading::Careful => self.channels.get(entry).unknown,
            Edge::Party(entry) if reading == Reading::Careful => self.supposed_party(entry),
            Edge::Rests(leaf) if reading == Reading::Careful => self.circuit.candidate(leaf),
            Edge::Stake(stake) if reading == Reading::Careful => self.stakes.get(stake).assumed(),
            Edge::Incorporated(entity, country) if reading == Reading::Careful => {
                self.supposed_country(entity, country)
            }
            Edge::Assumed(unknown) => Some(unknown),
            _ => None,
        }
    }

    /// The unknown of a channel whose party is a candidate.
    pub(crate) fn supposed_party(&self, entry: EntryIx) -> Option<UnknownIx> {
        let unknown = self.channels.get(entry).unknown;
        unknown.filter(|unknown| self.unknowns.get(*unknown).why == Why::Candidate)
    }

    /// The unknown of a country of an entity that is a candidate alone.
    fn supposed_country(&self, entity: EntityIx, country: Country) -> Option<UnknownIx> {
        let countries = self.entities[entity.at()].countries.iter();
        let mut same = countries.filter(|known| known.value == country).map(|it| it.candidate);
        let first = same.next().flatten();
        first.filter(|_| same.all(|it| it.is_some()))
    }

    /// The proof that `search`, run on `event`, holds of `service`; `None` when it does not fail.
    pub fn prove(
        &self,
        search: &Search,
        event: Event,
        service: ComponentIx,
        reading: Reading,
        settled: &FxHashSet<UnknownIx>,
    ) -> Option<Proof> {
        let fails_at = Minutes(search.time(service)?);
        let mut edges = self.walk(search, service);
        let mut parties: Vec<EntityIx> = Vec::new();
        for edge in &edges {
            if let Edge::Channel(at) = edge
                && let Target::Party(party) = self.channels.get(*at).target
                && !parties.contains(&party)
            {
                parties.push(party);
            }
        }
        edges.extend(self.upward(event, &parties, reading, settled));
        Some(Proof { service, event, reading, fails_at, edges })
    }

    /// The edges by which a component that has failed did so, from it down to channels; who stands
    /// behind these is not said.
    pub fn walk(&self, search: &Search, failed: ComponentIx) -> Vec<Edge> {
        let mut walk = Walk { analysis: self, search, edges: Vec::new() };
        walk.components(failed);
        walk.edges
    }
}

/// Collects the edges of a proof.
struct Walk<'a> {
    analysis: &'a Settled<'a>,
    search: &'a Search,
    edges: Vec<Edge>,
}

impl Walk<'_> {
    fn components(&mut self, service: ComponentIx) {
        let mut seen = FxHashSet::from_iter([service]);
        let mut stack = vec![service];
        while let Some(component) = stack.pop() {
            match self.search.cause(component) {
                Cause::Itself => self.edges.push(Edge::Itself(component)),
                Cause::Channel(entry) => self.edges.push(Edge::Channel(entry)),
                Cause::Places => {
                    let places = self.search.places_of(component).iter();
                    self.edges.extend(places.map(|entry| Edge::Channel(*entry)));
                }
                Cause::Ended => self.edges.push(Edge::Ended(component)),
                Cause::Requirement(node) => {
                    let mut leaves = Vec::new();
                    self.leaves(node, &mut leaves);
                    let first = stack.len();
                    for (leaf, needed) in leaves {
                        self.edges.push(Edge::Requires(leaf));
                        if seen.insert(needed) {
                            stack.push(needed);
                        }
                    }
                    stack[first..].reverse();
                }
            }
        }
    }

    fn has_failed_with(&self, member: NodeIx, group: NodeIx) -> bool {
        if self.search.was_in_time() {
            return self.search.had_failed(self.analysis, member, group);
        }
        self.search.failed_with(member, group)
    }

    /// Of a group with cold members: as many of those that are down as it takes, then those that had not
    /// taken over.
    fn cold_leaves(&mut self, group: NodeIx, cold: Cold, found: &mut Vec<(NodeIx, ComponentIx)>) {
        let mut must_fail = (cold.end - cold.start + 1).saturating_sub(cold.needed) as usize;
        let members = || (cold.start..cold.end).map(NodeIx);
        let (down, others): (Vec<NodeIx>, Vec<NodeIx>) =
            members().partition(|member| self.has_failed_with(*member, group));
        for member in down.into_iter().take(must_fail) {
            self.leaves(member, found);
            must_fail -= 1;
        }
        let is_cold = |member: &NodeIx| {
            self.analysis.circuit.node(*member).starts_in > trefonds_model::Minutes::ZERO
        };
        let starting: Vec<NodeIx> = others.into_iter().filter(is_cold).take(must_fail).collect();
        self.edges.extend(starting.into_iter().map(Edge::Starts));
    }

    /// The leaves by which a node failed.
    fn leaves(&mut self, node: NodeIx, found: &mut Vec<(NodeIx, ComponentIx)>) {
        match self.analysis.circuit.node(node).gate {
            Gate::Component(component) => found.push((node, component)),
            Gate::Group { start, end, .. } => match self.analysis.circuit.cold(node) {
                Some(cold) if self.search.was_in_time() => self.cold_leaves(node, cold, found),
                _ => {
                    for member in (start..end).map(NodeIx) {
                        if self.has_failed_with(member, node) {
                            self.leaves(member, found);
                        }
                    }
                }
            },
        }
    }
}
