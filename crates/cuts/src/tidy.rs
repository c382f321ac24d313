//! The part of a formula below its top, with constants, duplicates and pass-through gates gone.

use std::collections::HashMap;

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::circles::{Circles, inner, looks_at_itself};
use crate::formula::{Formula, Gate, GateIx, Input};

/// What a gate came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Never,
    Always,
    Is(Input),
}

/// The formula below `top`, in which, outside circles,
///
/// - no gate is constant, or has one input only;
/// - an or (an and) has no input twice, and no or (and) of which it is the only parent;
/// - two gates never look at the same inputs in the same way.
///
/// O(inputs) time and space, apart from sorting them.
pub(crate) fn tidy(formula: &Formula, top: GateIx) -> (Formula, Value) {
    let mut tidier = Tidier {
        source: formula,
        made: Formula { events: formula.events, gates: Vec::new() },
        in_circle: Vec::new(),
        values: vec![Value::Never; formula.gates.len()],
        known: HashMap::with_hasher(FxBuildHasher),
    };
    for circle in Circles::below(formula, top).inside_out() {
        match circle {
            [gate] if !looks_at_itself(formula, *gate) => tidier.plain(*gate),
            gates => tidier.circle(gates),
        }
    }
    let value = tidier.values[top.at()];
    let mut made = tidier.made;
    if let Value::Is(Input::Gate(top)) = value {
        merge(&mut made, &tidier.in_circle, top);
    }
    (made, value)
}

struct Tidier<'f> {
    source: &'f Formula,
    made: Formula,
    /// Which gates that were made stand in a circle.
    in_circle: Vec<bool>,
    /// What each gate of the source came to.
    values: Vec<Value>,
    /// Gates that were made, by what they look at.
    known: FxHashMap<Gate, GateIx>,
}

impl Tidier<'_> {
    /// A gate outside any circle: everything that it looks at is known.
    fn plain(&mut self, gate: GateIx) {
        let Gate { k, inputs } = self.valued(gate);
        self.values[gate.at()] = self.make(k, inputs);
    }

    /// A gate with what its inputs came to, constants counted.
    fn valued(&self, gate: GateIx) -> Gate {
        let source = self.source.gate(gate);
        let (mut k, mut inputs) = (source.k, Vec::with_capacity(source.inputs.len()));
        for input in &source.inputs {
            let value = match input {
                Input::Event(_) | Input::Not(_) => Value::Is(*input),
                Input::Gate(gate) => self.values[gate.at()],
            };
            match value {
                Value::Always => k = k.saturating_sub(1),
                Value::Never => {}
                Value::Is(input) => inputs.push(input),
            }
        }
        Gate { k, inputs }
    }

    fn make(&mut self, k: u32, inputs: Vec<Input>) -> Value {
        if k == 0 {
            return Value::Always;
        }
        if k > inputs.len() as u32 {
            return Value::Never;
        }
        let gate = sorted(Gate { k, inputs });
        if let [only] = gate.inputs[..] {
            return Value::Is(only);
        }
        let known = self.known.get(&gate).copied();
        let made = known.unwrap_or_else(|| {
            self.in_circle.push(false);
            let made = self.made.add(gate.clone());
            self.known.insert(gate, made);
            made
        });
        Value::Is(Input::Gate(made))
    }

    /// Gates of a circle: made as they are, among themselves.
    fn circle(&mut self, gates: &[GateIx]) {
        let first = self.made.gates.len() as u32;
        for (place, gate) in (first..).zip(gates) {
            self.values[gate.at()] = Value::Is(Input::Gate(GateIx(place)));
        }
        for gate in gates {
            let gate = self.valued(*gate);
            self.made.add(gate);
            self.in_circle.push(true);
        }
    }
}

/// Inputs in order; those of an or and of an and only once.
fn sorted(mut gate: Gate) -> Gate {
    gate.inputs.sort_unstable();
    let is_and = gate.k == gate.inputs.len() as u32;
    if gate.k == 1 || is_and {
        gate.inputs.dedup();
    }
    if is_and {
        gate.k = gate.inputs.len() as u32;
    }
    gate
}

/// Puts the inputs of an or (an and) in its place where its only parent is an or (an and) too.
fn merge(formula: &mut Formula, in_circle: &[bool], top: GateIx) {
    let mut parents = vec![0_u32; formula.gates.len()];
    let circles = Circles::below(formula, top);
    for gate in circles.inside_out().flatten() {
        for input in inner(formula, *gate) {
            parents[input.at()] += 1;
        }
    }
    // Inside out, and only below the top: a gate that nobody looks at must not take from one that
    // somebody does.
    for at in circles.inside_out().flatten().map(|gate| gate.at()) {
        if in_circle[at] {
            continue;
        }
        let outer = std::mem::take(&mut formula.gates[at]);
        let kind = Kind::of(&outer);
        let mut inputs = Vec::with_capacity(outer.inputs.len());
        for input in &outer.inputs {
            match input {
                Input::Gate(gate)
                    if parents[gate.at()] == 1
                        && !in_circle[gate.at()]
                        && kind.is_some_and(|kind| Kind::of(formula.gate(*gate)) == Some(kind)) =>
                {
                    inputs.append(&mut formula.gates[gate.at()].inputs);
                }
                _ => inputs.push(*input),
            }
        }
        let k = if kind == Some(Kind::And) { inputs.len() as u32 } else { outer.k };
        formula.gates[at] = sorted(Gate { k, inputs });
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Or,
    And,
}

impl Kind {
    fn of(gate: &Gate) -> Option<Self> {
        match gate.k {
            1 => Some(Self::Or),
            k if k == gate.inputs.len() as u32 => Some(Self::And),
            _ => None,
        }
    }
}
