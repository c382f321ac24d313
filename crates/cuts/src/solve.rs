//! The minimal cut sets of one gate: module by module, each on a diagram of its own.

use rustc_hash::FxHashMap;

use crate::arrange::arrange;
use crate::diagram::{ANY_ORDER, ByOrder, Diagram, Family, Full, Order, TooMany};
use crate::formula::{EventIx, Formula, GateIx, Input};
use crate::local::{Element, Families, Functions, Local};
use crate::modules::modules;
use crate::tidy::{Value, tidy};

/// What bounds a computation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The greatest order of a cut set; `None` is no bound.
    pub order: Option<u16>,
    /// The most memory that diagrams may take, in bytes, together.
    pub memory: usize,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { order: None, memory: 4 << 30 }
    }
}

/// Why cut sets were not found, or not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CutsError {
    /// The diagrams took more memory than allowed.
    #[error("the diagrams outgrew {bytes} bytes")]
    OutOfMemory {
        /// What was allowed.
        bytes: usize,
    },
    /// More cut sets than 2^128.
    #[error("there are more cut sets than can be counted")]
    Uncountable,
}

/// Bytes that one node of a diagram takes, with its share of the tables as they are doubled (measured:
/// 92 at 48 million nodes).
const BYTES_PER_NODE: usize = 96;

/// What an element of a module's diagram stands for, once modules have their places.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Inside {
    Event(EventIx),
    Module(usize),
}

pub(crate) struct Module {
    pub(crate) diagram: Diagram,
    pub(crate) family: Family,
    pub(crate) elements: Vec<Inside>,
}

/// The minimal cut sets of a gate, held on diagrams: counted without being listed, listed on demand.
pub struct CutSets {
    /// The top's is the last.
    pub(crate) modules: Vec<Module>,
    /// What the top came to when it is no gate.
    pub(crate) constant: Option<Value>,
    pub(crate) bound: Order,
    peak_nodes: usize,
}

/// Finds all minimal cut sets of `top`, up to the order of `bounds`.
///
/// Exact: modules first, then or, and, at-least on families of minimal sets, the bound on the order
/// applied to every intermediate family. A circle is solved from "never" up until nothing changes.
///
/// # Errors
/// [`CutsError::OutOfMemory`] when the diagrams outgrow their bound.
pub fn cut_sets(formula: &Formula, top: GateIx, bounds: Bounds) -> Result<CutSets, CutsError> {
    let (formula, value) = tidy(formula, top);
    let bound = bounds.order.unwrap_or(ANY_ORDER);
    let mut solved = CutSets { modules: Vec::new(), constant: None, bound, peak_nodes: 0 };
    let Value::Is(Input::Gate(top)) = value else {
        solved.constant = Some(value);
        return Ok(solved);
    };
    let limit = bounds.memory / BYTES_PER_NODE;
    let out_of_memory = |Full| CutsError::OutOfMemory { bytes: bounds.memory };
    let (place, constants) = (FxHashMap::default(), FxHashMap::default());
    let mut solver =
        Solver { formula: &formula, solved: &mut solved, limit, used: 0, place, constants };
    on_a_deep_stack(formula.events as usize, || solver.run(top)).map_err(out_of_memory)?;
    Ok(solved)
}

/// Operations go as deep as a diagram has levels: with many, they run on a stack made for it.
fn on_a_deep_stack<T: Send>(
    levels: usize,
    run: impl FnOnce() -> Result<T, Full> + Send,
) -> Result<T, Full> {
    if levels < SHALLOW {
        return run();
    }
    let stack = (levels * BYTES_PER_LEVEL).max(1 << 24);
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(stack).spawn_scoped(scope, run);
        let ended = thread.map_err(|_| Full)?.join();
        ended.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

/// Levels that any stack has room for.
const SHALLOW: usize = 1_000;

/// Stack that one level may take, the deepest nesting of operations and a debug build considered.
const BYTES_PER_LEVEL: usize = 4_096;

struct Solver<'a> {
    formula: &'a Formula,
    solved: &'a mut CutSets,
    limit: usize,
    /// Nodes of the modules that were solved.
    used: usize,
    /// Where the modules are that were solved.
    place: FxHashMap<GateIx, usize>,
    /// Modules that cannot fail within the bound, or always have.
    constants: FxHashMap<GateIx, bool>,
}

impl Solver<'_> {
    fn run(&mut self, top: GateIx) -> Result<(), Full> {
        let formula = arrange(self.formula, top);
        let is_coherent = formula.is_coherent();
        let found = modules(&formula, top);
        for gate in found.outside_in.iter().rev() {
            let local = Local::new(&formula, *gate, &found.is_module);
            let module = if is_coherent {
                self.module(&local, |diagram, bound, constants| {
                    local.solve::<Families>(diagram, bound, constants)
                })?
            } else {
                self.functions(&local)?
            };
            let constant = match module.family {
                Family::EMPTY => Some(false),
                Family::UNIT => Some(true),
                _ => None,
            };
            if let Some(holds) = constant {
                self.constants.insert(*gate, holds);
            }
            self.place.insert(*gate, self.solved.modules.len());
            self.solved.modules.push(module);
        }
        Ok(())
    }

    /// A bound makes each function smaller and the functions more: a high one is dearer than none.
    /// So the bounded way comes first, on a little memory, then the other; then all for the bounded.
    fn functions(&mut self, local: &Local<'_>) -> Result<Module, Full> {
        let limit = self.limit;
        let tries = [(limit / 32, false), (limit / 2, true), (limit, false)];
        let unbounded = self.solved.bound == ANY_ORDER;
        for (share, exact) in tries.into_iter().skip(if unbounded { 2 } else { 0 }) {
            self.limit = share;
            let module = self.module(local, |diagram, bound, constants| {
                let within = if exact { ANY_ORDER } else { bound };
                let function = local.solve::<Functions>(diagram, within, constants)?;
                diagram.minimal(function, bound)
            });
            self.limit = limit;
            if module.is_ok() {
                return module;
            }
        }
        Err(Full)
    }

    fn module(
        &mut self,
        local: &Local<'_>,
        solve: impl FnOnce(&mut Diagram, Order, &FxHashMap<GateIx, bool>) -> Result<Family, Full>,
    ) -> Result<Module, Full> {
        let elements: Vec<Inside> = (local.elements.iter())
            .map(|element| match element {
                Element::Event(event) => Inside::Event(*event),
                Element::Module(gate) => Inside::Module(self.place[gate]),
            })
            .collect();
        let weight = |inside: &Inside| match inside {
            Inside::Event(_) => 1,
            // A constant one stands nowhere in the diagram.
            Inside::Module(at) => self.solved.least(*at).max(1),
        };
        let weights = elements.iter().map(weight).collect();
        let used = self.used;
        let mut diagram = Diagram::new(weights, self.limit.saturating_sub(used));
        let family = solve(&mut diagram, self.solved.bound, &self.constants)?;
        let mut root = [family];
        diagram.collect(&mut root);
        self.solved.peak_nodes = self.solved.peak_nodes.max(used + diagram.peak());
        diagram.shrink();
        self.used += diagram.len();
        Ok(Module { diagram, family: root[0], elements })
    }
}

impl CutSets {
    pub(crate) fn least(&self, module: usize) -> Order {
        let module = &self.modules[module];
        module.diagram.least(module.family)
    }

    /// The most nodes that the diagrams had at once.
    #[must_use]
    pub const fn peak_nodes(&self) -> usize {
        self.peak_nodes
    }

    /// How many cut sets there are of each order: `counts[i]` of order i.
    ///
    /// O(nodes x orders); nothing is listed.
    ///
    /// # Errors
    /// [`CutsError::Uncountable`] above 2^128.
    pub fn by_order(&self) -> Result<Vec<u128>, CutsError> {
        let bound = if self.bound == ANY_ORDER { usize::MAX } else { usize::from(self.bound) };
        if let Some(value) = self.constant {
            return Ok(match value {
                Value::Never => Vec::new(),
                Value::Always => vec![1],
                Value::Is(Input::Not(_)) => vec![1],
                Value::Is(_) if bound == 0 => Vec::new(),
                Value::Is(_) => vec![0, 1],
            });
        }
        let mut known: Vec<ByOrder> = Vec::with_capacity(self.modules.len());
        for module in &self.modules {
            let elements: Vec<ByOrder> = (module.elements.iter())
                .map(|element| match element {
                    Inside::Event(_) => ByOrder::single(),
                    Inside::Module(at) => known[*at].clone(),
                })
                .collect();
            let count = module.diagram.count(module.family, &elements, bound);
            known.push(count.map_err(|TooMany| CutsError::Uncountable)?);
        }
        Ok(known.pop().unwrap_or_default().counts)
    }
}
