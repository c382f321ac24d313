//! One module: its gates and elements, solved on one diagram.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::circles::{Circles, inner, looks_at_itself};
use crate::diagram::{Diagram, Family, Full, Function, Join, Order};
use crate::formula::{EventIx, Formula, Gate, GateIx, Input};

/// What a level of a module's diagram stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Element {
    Event(EventIx),
    Module(GateIx),
}

/// The gates and elements of one module: what is below its top, other modules taken as elements.
pub(crate) struct Local<'f> {
    formula: &'f Formula,
    top: GateIx,
    pub(crate) elements: Vec<Element>,
    levels: FxHashMap<Element, u32>,
    circles: Circles,
}

/// How an algebra turns gates into what they come to: families of minimal sets, or functions.
pub(crate) trait Algebra {
    /// What a gate comes to.
    type Value: Copy + PartialEq;
    /// What never holds.
    const NEVER: Self::Value;
    /// What always holds.
    const ALWAYS: Self::Value;
    fn element(diagram: &mut Diagram, level: u32, failed: bool) -> Result<Self::Value, Full>;
    fn any_of(diagram: &mut Diagram, levels: &[u32]) -> Result<Self::Value, Full>;
    fn or(
        diagram: &mut Diagram,
        left: Self::Value,
        right: Self::Value,
        bound: Order,
    ) -> Result<Self::Value, Full>;
    fn and(
        diagram: &mut Diagram,
        left: Self::Value,
        right: Self::Value,
        bound: Order,
    ) -> Result<Self::Value, Full>;
    fn at_least(
        diagram: &mut Diagram,
        k: usize,
        members: &[Self::Value],
        bound: Order,
    ) -> Result<Self::Value, Full>;
    fn level(diagram: &Diagram, value: Self::Value) -> u32;
    fn collect(diagram: &mut Diagram, values: &mut [Self::Value]);
}

impl<'f> Local<'f> {
    /// Levels are given in the order in which a walk down meets the elements.
    pub(crate) fn new(formula: &'f Formula, top: GateIx, is_module: &[bool]) -> Self {
        let circles = Circles::within(formula, top, is_module);
        let mut local =
            Self { formula, top, elements: Vec::new(), levels: FxHashMap::default(), circles };
        local.walk(is_module);
        local
    }

    fn walk(&mut self, is_module: &[bool]) {
        let mut opened = FxHashSet::default();
        let mut stack = vec![Input::Gate(self.top)];
        while let Some(input) = stack.pop() {
            let element = match input {
                Input::Gate(gate) if gate == self.top || !is_module[gate.at()] => {
                    if opened.insert(gate) {
                        stack.extend(self.formula.gate(gate).inputs.iter().rev());
                    }
                    continue;
                }
                Input::Gate(gate) => Element::Module(gate),
                Input::Event(event) | Input::Not(event) => Element::Event(event),
            };
            let next = self.elements.len() as u32;
            if *self.levels.entry(element).or_insert(next) == next {
                self.elements.push(element);
            }
        }
    }

    /// What the module's top comes to; `constants` are modules that cannot fail, or always have.
    pub(crate) fn solve<A: Algebra>(
        &self,
        diagram: &mut Diagram,
        bound: Order,
        constants: &FxHashMap<GateIx, bool>,
    ) -> Result<A::Value, Full> {
        let mut solving = Solving::<A>::new(self, diagram, bound, constants);
        for circle in self.circles.inside_out() {
            match circle {
                [gate] if !looks_at_itself(self.formula, *gate) => solving.gate(*gate)?,
                gates => solving.circle(gates)?,
            }
        }
        Ok(solving.known(self.top))
    }
}

/// What gates have come to so far.
struct Solving<'a, A: Algebra> {
    local: &'a Local<'a>,
    diagram: &'a mut Diagram,
    bound: Order,
    constants: &'a FxHashMap<GateIx, bool>,
    place: FxHashMap<GateIx, usize>,
    /// Values of gates, then those of a computation that is going on.
    values: Vec<A::Value>,
    /// How many inputs still ask for each gate.
    asked: Vec<u32>,
    kept: usize,
}

impl<'a, A: Algebra> Solving<'a, A> {
    fn new(
        local: &'a Local<'a>,
        diagram: &'a mut Diagram,
        bound: Order,
        constants: &'a FxHashMap<GateIx, bool>,
    ) -> Self {
        let gates: Vec<GateIx> = local.circles.inside_out().flatten().copied().collect();
        let place: FxHashMap<GateIx, usize> =
            gates.iter().enumerate().map(|(at, gate)| (*gate, at)).collect();
        let mut asked = vec![0; gates.len()];
        for gate in &gates {
            for place in inner(local.formula, *gate).filter_map(|input| place.get(&input)) {
                asked[*place] += 1;
            }
        }
        asked[place[&local.top]] += 1;
        let values = vec![A::NEVER; gates.len()];
        Self { local, diagram, bound, constants, place, values, asked, kept: 0 }
    }

    fn known(&self, gate: GateIx) -> A::Value {
        self.values[self.place[&gate]]
    }

    fn gate(&mut self, gate: GateIx) -> Result<(), Full> {
        let value = self.value(gate)?;
        self.values[self.place[&gate]] = value;
        for input in inner(self.local.formula, gate) {
            if let Some(place) = self.place.get(&input) {
                self.asked[*place] -= 1;
                if self.asked[*place] == 0 {
                    self.values[*place] = A::NEVER;
                }
            }
        }
        Ok(())
    }

    /// From "never" up: each round adds causes that are one step longer, until none is new.
    fn circle(&mut self, gates: &[GateIx]) -> Result<(), Full> {
        loop {
            let mut changed = false;
            for gate in gates {
                // Kept among the values, so that it is renumbered with them.
                let mark = self.values.len();
                self.values.push(self.known(*gate));
                let after = self.value(*gate)?;
                changed |= self.values[mark] != after;
                self.values.truncate(mark);
                self.values[self.place[gate]] = after;
            }
            if !changed {
                return Ok(());
            }
        }
    }

    /// What a gate comes to from what its inputs did.
    fn value(&mut self, gate: GateIx) -> Result<A::Value, Full> {
        let Gate { k, inputs } = self.local.formula.gate(gate);
        let (k, count) = (*k as usize, inputs.len());
        let mark = self.values.len();
        self.push_inputs(inputs, k == 1)?;
        let result = match k {
            0 => A::ALWAYS,
            _ if k > count => A::NEVER,
            1 => self.fold(mark, A::or)?,
            _ if k == count => self.fold(mark, A::and)?,
            _ => {
                let members = self.values[mark..].to_vec();
                A::at_least(self.diagram, k, &members, self.bound)?
            }
        };
        self.values.truncate(mark);
        Ok(result)
    }

    /// Puts what inputs came to behind the others; plain elements of an or as one.
    fn push_inputs(&mut self, inputs: &[Input], is_or: bool) -> Result<(), Full> {
        let mut plain = Vec::new();
        for input in inputs {
            match self.place_of(*input) {
                Place::Known(value) => self.values.push(value),
                Place::Level(level, true) if is_or => plain.push(level),
                Place::Level(level, failed) => {
                    let element = A::element(self.diagram, level, failed)?;
                    self.values.push(element);
                }
            }
        }
        if is_or {
            plain.sort_unstable();
            plain.dedup();
            let any = A::any_of(self.diagram, &plain)?;
            self.values.push(any);
        }
        Ok(())
    }

    fn place_of(&self, input: Input) -> Place<A::Value> {
        let (element, failed) = match input {
            Input::Event(event) => (Element::Event(event), true),
            Input::Not(event) => (Element::Event(event), false),
            Input::Gate(gate) => {
                if let Some(place) = self.place.get(&gate) {
                    return Place::Known(self.values[*place]);
                }
                if let Some(holds) = self.constants.get(&gate) {
                    return Place::Known(if *holds { A::ALWAYS } else { A::NEVER });
                }
                (Element::Module(gate), true)
            }
        };
        Place::Level(self.local.levels[&element], failed)
    }

    /// Joins the values behind `mark` two by two, from the bottom of the diagram up.
    fn fold(&mut self, mark: usize, join: JoinOf<A>) -> Result<A::Value, Full> {
        let diagram = &self.diagram;
        self.values[mark..].sort_by_key(|value| A::level(diagram, *value));
        while self.values.len() > mark + 1 {
            let (Some(left), Some(right)) = (self.values.pop(), self.values.pop()) else {
                break;
            };
            let both = join(self.diagram, left, right, self.bound)?;
            self.values.push(both);
            if self.diagram.is_crowded(self.kept) {
                A::collect(self.diagram, &mut self.values);
                self.kept = self.diagram.len();
            }
        }
        Ok(self.values.get(mark).copied().unwrap_or(A::NEVER))
    }
}

type JoinOf<A> = fn(
    &mut Diagram,
    <A as Algebra>::Value,
    <A as Algebra>::Value,
    Order,
) -> Result<<A as Algebra>::Value, Full>;

enum Place<V> {
    Known(V),
    Level(u32, bool),
}

/// Coherent formulas: every gate as its family of minimal sets.
pub(crate) struct Families;

impl Algebra for Families {
    type Value = Family;
    const NEVER: Family = Family::EMPTY;
    const ALWAYS: Family = Family::UNIT;

    fn element(diagram: &mut Diagram, level: u32, _: bool) -> Result<Family, Full> {
        diagram.single(level)
    }

    fn any_of(diagram: &mut Diagram, levels: &[u32]) -> Result<Family, Full> {
        diagram.any_of(levels)
    }

    fn or(diagram: &mut Diagram, left: Family, right: Family, _: Order) -> Result<Family, Full> {
        diagram.or(left, right)
    }

    fn and(d: &mut Diagram, left: Family, right: Family, bound: Order) -> Result<Family, Full> {
        d.and(left, right, bound)
    }

    fn at_least(d: &mut Diagram, k: usize, of: &[Family], bound: Order) -> Result<Family, Full> {
        d.at_least(k, of, bound)
    }

    fn level(diagram: &Diagram, value: Family) -> u32 {
        diagram.level(value)
    }

    fn collect(diagram: &mut Diagram, values: &mut [Family]) {
        diagram.collect(values);
    }
}

/// Any formula: every gate as a function, of which the minimal solutions are taken at the end.
pub(crate) struct Functions;

impl Algebra for Functions {
    type Value = Function;
    const NEVER: Function = Function::FALSE;
    const ALWAYS: Function = Function::TRUE;

    fn element(diagram: &mut Diagram, level: u32, failed: bool) -> Result<Function, Full> {
        diagram.literal(level, failed)
    }

    fn any_of(diagram: &mut Diagram, levels: &[u32]) -> Result<Function, Full> {
        diagram.any_failed(levels)
    }

    fn or(d: &mut Diagram, left: Function, right: Function, o: Order) -> Result<Function, Full> {
        d.join(Join::Any, left, right, o)
    }

    fn and(d: &mut Diagram, left: Function, right: Function, o: Order) -> Result<Function, Full> {
        d.join(Join::All, left, right, o)
    }

    fn at_least(d: &mut Diagram, k: usize, of: &[Function], o: Order) -> Result<Function, Full> {
        d.at_least_of(k, of, o)
    }

    fn level(diagram: &Diagram, value: Function) -> u32 {
        diagram.level(Family(value.0))
    }

    fn collect(diagram: &mut Diagram, values: &mut [Function]) {
        let mut roots: Vec<Family> = values.iter().map(|value| Family(value.0)).collect();
        diagram.collect(&mut roots);
        for (value, root) in values.iter_mut().zip(roots) {
            *value = Function(root.0);
        }
    }
}
