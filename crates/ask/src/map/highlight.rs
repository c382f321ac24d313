//! What stands on the proofs of one controller.

use rustc_hash::FxHashSet;
use trefonds_findings::{MapEdgeKind, MapNode, MapNodeIx, Reading};
use trefonds_model::ComponentIx;

use super::canvas::Canvas;
use trefonds_settle::channels::Target;
use trefonds_settle::circuit::Failure;
use trefonds_settle::circuit::{NodeIx, Parent};
use trefonds_settle::events::Event;
use trefonds_settle::proof::{Edge, Proof};
use trefonds_settle::search::Search;
use trefonds_settle::survival::World;

impl Canvas<'_> {
    /// Draws strong what proves that `event` stops any service, in the settled reading where it
    /// does, else in the careful one; all else faint.
    pub(super) fn highlight(&mut self, event: Event, services: &[ComponentIx]) {
        let mut strong = Strong::default();
        for proof in self.proofs(event, services) {
            strong.nodes.extend(self.components.get(&proof.service));
            for edge in &proof.edges {
                self.strengthen(*edge, &mut strong);
            }
        }
        for (at, node) in self.nodes.iter_mut().enumerate() {
            *strength(node) = strong.nodes.contains(&MapNodeIx(at as u32));
        }
        for (at, edge) in self.edges.iter_mut().enumerate() {
            let between = strong.nodes.contains(&edge.from) && strong.nodes.contains(&edge.to);
            let of_entities =
                matches!(edge.kind, MapEdgeKind::Channel(_) | MapEdgeKind::Control) && between;
            // What it leads through is not drawn, and may be on the proof.
            let indirect = !edge.through.is_empty() && between;
            edge.strong = strong.edges.contains(&at) || of_entities || indirect;
        }
    }

    fn proofs(&self, event: Event, services: &[ComponentIx]) -> Vec<Proof> {
        let none = FxHashSet::default();
        let mut search = Search::new(self.analysis);
        let mut proven = FxHashSet::default();
        let mut proofs = Vec::new();
        for reading in [Reading::Settled, Reading::Careful] {
            let scope = self.analysis.scope(event, reading, &none);
            for world in self.analysis.worlds() {
                search.enter(*world);
                search.run(self.analysis, &scope, reading, &none);
                // What is down from what has ended is proven as if that were back.
                let told = |service: &&ComponentIx| {
                    let time = search.time(**service);
                    let told = self.analysis.told_in(**service, time, reading, Failure::Stops);
                    *world == World::Back || told == World::Now
                };
                for service in services.iter().filter(told) {
                    let proof = self.analysis.prove(&search, event, *service, reading, &none);
                    if let Some(proof) = proof.filter(|_| proven.insert(*service)) {
                        proofs.push(proof);
                    }
                }
            }
        }
        proofs
    }

    fn strengthen(&self, edge: Edge, strong: &mut Strong) {
        let analysis = self.analysis;
        match edge {
            Edge::Requires(leaf) => self.strengthen_requirement(leaf, strong),
            Edge::Channel(entry) => {
                let entry = analysis.channels().get(entry);
                strong.nodes.extend(self.components.get(&entry.owner));
                match entry.target {
                    Target::Party(party) => strong.nodes.extend(self.entities.get(&party)),
                    Target::Country(country) => strong.nodes.extend(self.countries.get(&country)),
                    Target::Unknown(_) | Target::Site(_) => {}
                }
            }
            Edge::Stake(stake) => {
                let stake = analysis.stakes().get(stake);
                strong.nodes.extend(self.entities.get(&stake.held));
                strong.nodes.extend(self.entities.get(&stake.holder));
            }
            Edge::Incorporated(entity, country) => {
                strong.nodes.extend(self.entities.get(&entity));
                strong.nodes.extend(self.countries.get(&country));
            }
            Edge::Itself(component) | Edge::Ended(component) => {
                strong.nodes.extend(self.components.get(&component));
            }
            Edge::Stands(_)
            | Edge::Starts(_)
            | Edge::Assumed(_)
            | Edge::Party(_)
            | Edge::Rests(_) => {}
        }
    }

    /// A leaf, the joints above it, and the components at both ends.
    fn strengthen_requirement(&self, leaf: NodeIx, strong: &mut Strong) {
        let mut at = leaf;
        loop {
            if let Some(edge) = self.by_node.get(&at) {
                strong.edges.insert(*edge);
                strong.nodes.insert(self.edges[*edge].from);
                strong.nodes.insert(self.edges[*edge].to);
            }
            match self.analysis.circuit().node(at).parent {
                Parent::Component(_) => return,
                Parent::Group(group) => at = group,
            }
        }
    }
}

#[derive(Default)]
struct Strong {
    nodes: FxHashSet<MapNodeIx>,
    edges: FxHashSet<usize>,
}

fn strength(node: &mut MapNode) -> &mut bool {
    match node {
        MapNode::Component(node) => &mut node.strong,
        MapNode::Group(node) => &mut node.strong,
        MapNode::Joint(node) => &mut node.strong,
        MapNode::Entity(node) => &mut node.strong,
        MapNode::Country(node) => &mut node.strong,
    }
}
