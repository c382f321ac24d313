//! Negations pushed down to the events (De Morgan): at least k of n does not hold when at least
//! n - k + 1 do not.

use rustc_hash::FxHashMap;

use crate::formula::{Formula, Gate, GateIx, Input};

/// Fills the gates that stand for the opposite of another; each opposite is made once. O(inputs).
pub(super) fn fill(mut formula: Formula, opposites: &[(GateIx, GateIx)]) -> Formula {
    let mut known: FxHashMap<GateIx, GateIx> = FxHashMap::default();
    let mut open = Vec::new();
    for (place, of) in opposites {
        if let Some(first) = known.get(of) {
            formula.gates[place.at()] = Gate::any(vec![Input::Gate(*first)]);
        } else {
            known.insert(*of, *place);
            open.push((*place, *of));
        }
    }
    while let Some((place, of)) = open.pop() {
        let Gate { k, inputs } = formula.gate(of).clone();
        let count = inputs.len() as u32;
        let mut opposed = Vec::with_capacity(inputs.len());
        for input in inputs {
            opposed.push(match input {
                Input::Event(event) => Input::Not(event),
                Input::Not(event) => Input::Event(event),
                Input::Gate(gate) => {
                    let opposite = *known.entry(gate).or_insert_with(|| {
                        let made = formula.add(Gate::default());
                        open.push((made, gate));
                        made
                    });
                    Input::Gate(opposite)
                }
            });
        }
        // One that always holds (k = 0) has an opposite that never does: n + 1 of n.
        formula.gates[place.at()] = Gate::at_least((count + 1).saturating_sub(k), opposed);
    }
    formula
}
