//! Gates below a top, inputs before the gates that look at them, circles together.

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::formula::{Formula, GateIx, Input};

/// The gates below a top, grouped into circles of mutual dependence; most have one member.
pub(crate) struct Circles {
    members: Vec<GateIx>,
    starts: Vec<u32>,
}

impl Circles {
    /// Kosaraju's algorithm, iterative, on the part below `top`. O(inputs) time and space.
    pub(crate) fn below(formula: &Formula, top: GateIx) -> Self {
        Self::within(formula, top, &[])
    }

    /// The same, without the gates of `apart` and what is below them, but for the top itself.
    pub(crate) fn within(formula: &Formula, top: GateIx, apart: &[bool]) -> Self {
        let reached = reached(formula, top, apart);
        // Sparse: there are as many calls as modules, together over all gates once.
        let place: FxHashMap<GateIx, usize> =
            reached.iter().enumerate().map(|(at, gate)| (*gate, at)).collect();
        let mut graph = DiGraph::<(), (), u32>::with_capacity(reached.len(), reached.len());
        for _ in &reached {
            graph.add_node(());
        }
        for (at, gate) in reached.iter().enumerate() {
            for to in inner(formula, *gate).filter_map(|gate| place.get(&gate)) {
                graph.add_edge(NodeIndex::new(at), NodeIndex::new(*to), ());
            }
        }
        let mut circles = Self { members: Vec::with_capacity(reached.len()), starts: vec![0] };
        for mut circle in kosaraju_scc(&graph) {
            circle.sort_unstable();
            circles.members.extend(circle.into_iter().map(|at| reached[at.index()]));
            circles.starts.push(circles.members.len() as u32);
        }
        circles
    }

    /// The circles, what is looked at first.
    pub(crate) fn inside_out(&self) -> impl DoubleEndedIterator<Item = &[GateIx]> {
        self.starts.windows(2).map(|pair| &self.members[pair[0] as usize..pair[1] as usize])
    }
}

/// The gates that a gate looks at.
pub(crate) fn inner(formula: &Formula, gate: GateIx) -> impl Iterator<Item = GateIx> + '_ {
    formula.gate(gate).inputs.iter().filter_map(|input| match input {
        Input::Gate(gate) => Some(*gate),
        Input::Event(_) | Input::Not(_) => None,
    })
}

/// Whether one gate is a circle by itself.
pub(crate) fn looks_at_itself(formula: &Formula, gate: GateIx) -> bool {
    inner(formula, gate).any(|input| input == gate)
}

/// All gates below a top, itself included, as met going down.
fn reached(formula: &Formula, top: GateIx, apart: &[bool]) -> Vec<GateIx> {
    let is_apart = |gate: GateIx| apart.get(gate.at()).is_some_and(|apart| *apart);
    let mut seen = FxHashSet::default();
    seen.insert(top);
    let mut reached = vec![top];
    let mut next = 0;
    while next < reached.len() {
        for input in inner(formula, reached[next]) {
            if !is_apart(input) && seen.insert(input) {
                reached.push(input);
            }
        }
        next += 1;
    }
    reached
}
