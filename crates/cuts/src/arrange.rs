//! The order of inputs, from which the order of the diagram's elements follows.
//!
//! The elements of a diagram stand in the order in which a walk down meets them. A walk that goes
//! into the heaviest sub-formula last keeps together what belongs together; among equals what is
//! shared most comes first.

use crate::circles::{Circles, inner};
use crate::formula::{Formula, GateIx, Input};

/// The same formula with the inputs of every gate in the order in which a walk should take them.
pub(crate) fn arrange(formula: &Formula, top: GateIx) -> Formula {
    let circles = Circles::below(formula, top);
    let mut weight = vec![1.0_f64; formula.gates.len()];
    let mut parents = vec![0_u32; formula.gates.len()];
    let mut uses = vec![0_u32; formula.events as usize];
    for gate in circles.inside_out().flatten() {
        for input in &formula.gate(*gate).inputs {
            match input {
                Input::Gate(inner) => parents[inner.at()] += 1,
                Input::Event(event) | Input::Not(event) => uses[event.at()] += 1,
            }
        }
    }
    for gate in circles.inside_out().flatten() {
        let events = formula.gate(*gate).inputs.len() - inner(formula, *gate).count();
        let gates: f64 = inner(formula, *gate).map(|inner| weight[inner.at()]).sum();
        weight[gate.at()] = 1.0 + events as f64 + gates;
    }
    let mut arranged = formula.clone();
    for gate in &mut arranged.gates {
        gate.inputs.sort_by(|left, right| {
            let key = |input: &Input| match input {
                Input::Event(event) | Input::Not(event) => (1.0, uses[event.at()]),
                Input::Gate(gate) => (weight[gate.at()], parents[gate.at()]),
            };
            let ((lw, lu), (rw, ru)) = (key(left), key(right));
            lw.total_cmp(&rw).then(ru.cmp(&lu)).then(left.cmp(right))
        });
    }
    arranged
}
