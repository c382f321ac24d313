//! The order in which components are solved: strongly connected components, what is needed first.

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use trefonds_model::ComponentIx;

use crate::circuit::{Circuit, Failure};

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
        Self::of(&graph)
    }

    fn of(graph: &DiGraph<(), (), u32>) -> Self {
        let mut order = Self { members: Vec::with_capacity(graph.node_count()), starts: vec![0] };
        for mut circle in kosaraju_scc(graph) {
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

/// The order in which components settle in time: circles of hard requirements, what is needed first.
pub(crate) struct HardOrder {
    order: Order,
    place: Vec<u32>,
}

impl HardOrder {
    /// O(V + E).
    pub(crate) fn new(circuit: &Circuit<'_>, components: usize) -> Self {
        let mut graph = DiGraph::<(), (), u32>::with_capacity(components, circuit.nodes.len());
        for _ in 0..components {
            graph.add_node(());
        }
        for component in (0..components as u32).map(ComponentIx) {
            let mut open: Vec<_> = circuit.tops(component).collect();
            open.retain(|top| {
                circuit.node(*top).counts(trefonds_model::Reading::Careful, Failure::Stops)
            });
            while let Some(node) = open.pop() {
                if let crate::circuit::Gate::Component(needed) = circuit.node(node).gate {
                    graph.add_edge(NodeIndex::new(component.at()), NodeIndex::new(needed.at()), ());
                }
                open.extend(circuit.members(node));
            }
        }
        let order = Order::of(&graph);
        let mut place = vec![0; components];
        for (at, circle) in order.circles().enumerate() {
            circle.iter().for_each(|member| place[member.at()] = at as u32);
        }
        Self { order, place }
    }

    /// The position of the circle of a component: what it needs comes before, or is in the circle.
    pub(crate) fn place(&self, component: ComponentIx) -> u32 {
        self.place[component.at()]
    }

    /// The members of the circle at a position.
    pub(crate) fn circle(&self, place: u32) -> &[ComponentIx] {
        let order = &self.order;
        let (start, end) = (order.starts[place as usize], order.starts[place as usize + 1]);
        &order.members[start as usize..end as usize]
    }
}
