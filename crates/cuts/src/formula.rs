//! Coherent formulas: what must fail for something to fail.

/// A basic event: something that fails of itself, or is withdrawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventIx(pub u32);

impl EventIx {
    /// The place in an array of events.
    #[must_use]
    pub const fn at(self) -> usize {
        self.0 as usize
    }
}

/// A gate of a [`Formula`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GateIx(pub u32);

impl GateIx {
    /// The place in an array of gates.
    #[must_use]
    pub const fn at(self) -> usize {
        self.0 as usize
    }
}

/// What a gate looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Input {
    /// A basic event.
    Event(EventIx),
    /// That a basic event has not happened.
    Not(EventIx),
    /// Another gate.
    Gate(GateIx),
}

/// Holds when at least `k` of its inputs hold: `k` = 1 is an or, `k` = the number of inputs an and.
///
/// `k` = 0 always holds, `k` above the number of inputs never does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Gate {
    /// How many inputs must hold.
    pub k: u32,
    /// The inputs; one that stands twice counts twice.
    pub inputs: Vec<Input>,
}

impl Gate {
    /// Holds when any input does.
    #[must_use]
    pub const fn any(inputs: Vec<Input>) -> Self {
        Self { k: 1, inputs }
    }

    /// Holds when all inputs do.
    #[must_use]
    pub fn all(inputs: Vec<Input>) -> Self {
        Self { k: inputs.len() as u32, inputs }
    }

    /// Holds when at least `k` inputs do.
    #[must_use]
    pub const fn at_least(k: u32, inputs: Vec<Input>) -> Self {
        Self { k, inputs }
    }
}

/// A Boolean formula as a graph of gates over basic events.
///
/// Gates may be shared, and may look at one another in a circle: a gate then holds only with a cause
/// outside the circle (the least solution). Without [`Input::Not`] it is monotone (coherent), and
/// "minimal cut set" and "prime implicant" are one thing; with it, a cut set is a set of events with
/// which the formula holds while no other event has happened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Formula {
    /// How many basic events there are.
    pub events: u32,
    /// The gates.
    pub gates: Vec<Gate>,
}

impl Formula {
    /// Adds a gate.
    pub fn add(&mut self, gate: Gate) -> GateIx {
        self.gates.push(gate);
        GateIx(self.gates.len() as u32 - 1)
    }

    /// Whether every event only ever helps the formula to hold.
    #[must_use]
    pub fn is_coherent(&self) -> bool {
        let inputs = self.gates.iter().flat_map(|gate| &gate.inputs);
        !inputs.into_iter().any(|input| matches!(input, Input::Not(_)))
    }

    pub(crate) fn gate(&self, gate: GateIx) -> &Gate {
        &self.gates[gate.at()]
    }
}
