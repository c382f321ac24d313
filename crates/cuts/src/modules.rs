//! Modules: gates whose cone shares nothing with the rest of the formula.
//!
//! A walk down dates every visit of every gate and event; a gate is a module when all that is below
//! it is visited only between its own first visit and the moment it is left (Dutuit and Rauzy 1996,
//! "A linear-time algorithm to find modules of fault trees"). Linear time and space.

use crate::circles::Circles;
use crate::formula::{Formula, GateIx, Input};

/// When something was visited.
#[derive(Clone, Copy)]
struct Dates {
    first: u32,
    last: u32,
}

impl Dates {
    const NEVER: Self = Self { first: u32::MAX, last: 0 };

    fn visit(&mut self, date: u32) {
        self.first = self.first.min(date);
        self.last = date;
    }

    fn cover(&mut self, other: Self) {
        self.first = self.first.min(other.first);
        self.last = self.last.max(other.last);
    }
}

/// What the walk found.
pub(crate) struct Modules {
    /// For each gate, whether it is a module; the top is one.
    pub(crate) is_module: Vec<bool>,
    /// The modules, those that contain others first.
    pub(crate) outside_in: Vec<GateIx>,
}

/// Finds the modules below `top`. Gates of a circle are modules together or not at all, through the
/// one by which the circle is entered.
pub(crate) fn modules(formula: &Formula, top: GateIx) -> Modules {
    let walk = Walk::new(formula, top);
    let mut is_module = vec![false; formula.gates.len()];
    // What is below each gate, itself left out unless it stands in a circle.
    let mut below = vec![Dates::NEVER; formula.gates.len()];
    for circle in Circles::below(formula, top).inside_out() {
        let mut all = Dates::NEVER;
        for gate in circle {
            for input in &formula.gate(*gate).inputs {
                match input {
                    Input::Event(event) | Input::Not(event) => {
                        all.cover(walk.events[event.at()]);
                    }
                    Input::Gate(inner) => {
                        all.cover(walk.gates[inner.at()]);
                        all.cover(below[inner.at()]);
                    }
                }
            }
        }
        for gate in circle {
            below[gate.at()] = all;
            let (entered, left) = (walk.gates[gate.at()].first, walk.left[gate.at()]);
            is_module[gate.at()] = entered <= all.first && all.last <= left;
        }
    }
    is_module[top.at()] = true;
    let outside_in = walk.met.into_iter().filter(|gate| is_module[gate.at()]).collect();
    Modules { is_module, outside_in }
}

struct Walk {
    gates: Vec<Dates>,
    events: Vec<Dates>,
    /// When the first visit of a gate was over.
    left: Vec<u32>,
    /// Gates as the walk met them.
    met: Vec<GateIx>,
}

enum Step {
    Visit(Input),
    Leave(GateIx),
}

impl Walk {
    fn new(formula: &Formula, top: GateIx) -> Self {
        let mut walk = Self {
            gates: vec![Dates::NEVER; formula.gates.len()],
            events: vec![Dates::NEVER; formula.events as usize],
            left: vec![0; formula.gates.len()],
            met: Vec::new(),
        };
        let mut stack = vec![Step::Visit(Input::Gate(top))];
        let mut date = 0;
        while let Some(step) = stack.pop() {
            date += 1;
            match step {
                Step::Leave(gate) => walk.left[gate.at()] = date,
                Step::Visit(Input::Event(event) | Input::Not(event)) => {
                    walk.events[event.at()].visit(date);
                }
                Step::Visit(Input::Gate(gate)) => {
                    let is_new = walk.gates[gate.at()].first == u32::MAX;
                    walk.gates[gate.at()].visit(date);
                    if is_new {
                        walk.met.push(gate);
                        stack.push(Step::Leave(gate));
                        let inputs = formula.gate(gate).inputs.iter().rev();
                        stack.extend(inputs.map(|input| Step::Visit(*input)));
                    }
                }
            }
        }
        walk
    }
}
