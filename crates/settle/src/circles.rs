//! Circles of hard requirements, before there is a circuit: what a cold member must not be in.

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use trefonds_model::{ComponentIx, Inventory, Minutes, Need, Requirement};

use crate::unknowns::Calendar;

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
                if let Need::Component(needed) = requirement.need {
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
