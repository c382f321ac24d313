//! The order in which components are solved: strongly connected components, what is needed first.

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use trefonds_model::{ComponentIx, Inventory, Minutes, Requirement};

use crate::circuit::{Circuit, Failure};
use crate::unknowns::Calendar;

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

/// Which components are in which circle of hard requirements, all members of groups counted: what a cold
/// member must not be in with its owner. Empty where nothing is cold.
#[derive(Default)]
pub(crate) struct Circles {
    circle_of: Vec<u32>,
}

impl Circles {
    /// The circles of what is needed on the day and confirmed. O(V + E), and nothing without cold members.
    pub(crate) fn of(model: &Inventory, calendar: Calendar<'_>) -> Self {
        let tops = || model.components.iter().flat_map(|it| &it.requirements.items);
        if !tops().any(has_cold) {
            return Self::default();
        }
        let counts =
            |it: &&Requirement| !it.soft && calendar.holds(it.note) && !calendar.candidate(it.note);
        let mut graph = DiGraph::<(), (), u32>::with_capacity(model.components.len(), 0);
        for _ in &model.components {
            graph.add_node(());
        }
        for (at, component) in model.components.iter().enumerate() {
            let mut open: Vec<&Requirement> =
                component.requirements.items.iter().filter(counts).collect();
            while let Some(requirement) = open.pop() {
                if let trefonds_model::Need::Component(needed) = requirement.need {
                    graph.add_edge(NodeIndex::new(at), NodeIndex::new(needed.at()), ());
                }
                open.extend(requirement.members().iter().filter(counts));
            }
        }
        let mut circle_of = vec![0; model.components.len()];
        for (circle, members) in kosaraju_scc(&graph).into_iter().enumerate() {
            for member in members {
                circle_of[member.index()] = circle as u32;
            }
        }
        Self { circle_of }
    }

    /// Whether a requirement names anything in the circle of its owner.
    pub(crate) fn has(&self, owner: ComponentIx, requirement: &Requirement) -> bool {
        let circle = |component: ComponentIx| self.circle_of.get(component.at());
        requirement.components().into_iter().any(|needed| circle(needed) == circle(owner))
    }
}

fn has_cold(requirement: &Requirement) -> bool {
    let mut members = requirement.members().iter();
    members.any(|member| member.starts_in > Minutes::ZERO || has_cold(member))
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
