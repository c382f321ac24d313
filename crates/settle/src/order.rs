//! The order in which components are solved: strongly connected components, what is needed first.

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use trefonds_model::ComponentIx;

use crate::circuit::Circuit;

/// Components grouped into circles of mutual need, dependencies before their dependents.
pub struct Order {
    members: Vec<ComponentIx>,
    starts: Vec<u32>,
}

impl Order {
    /// Kosaraju's algorithm, iterative, over all requirements, soft ones included. O(V + E).
    pub(crate) fn new(circuit: &Circuit<'_>, components: usize) -> Self {
        let mut graph = DiGraph::<(), (), u32>::with_capacity(components, circuit.nodes.len());
        for _ in 0..components {
            graph.add_node(());
        }
        for component in (0..components as u32).map(ComponentIx) {
            for (_, needed) in circuit.leaves(component) {
                graph.add_edge(NodeIndex::new(component.at()), NodeIndex::new(needed.at()), ());
            }
        }
        let mut order = Self { members: Vec::with_capacity(components), starts: vec![0] };
        for mut circle in kosaraju_scc(&graph) {
            circle.sort_unstable();
            for member in circle {
                order.members.push(ComponentIx(member.index() as u32));
            }
            order.starts.push(order.members.len() as u32);
        }
        order
    }

    /// The circles, dependencies first; most have one member.
    pub fn circles(&self) -> impl DoubleEndedIterator<Item = &[ComponentIx]> {
        self.starts.windows(2).map(|pair| &self.members[pair[0] as usize..pair[1] as usize])
    }
}
