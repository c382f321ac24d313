//! Fault trees in the Open-PSA model exchange format, version 2.0d (Epstein and Rauzy 2008).
//!
//! Read: fault trees, components, gates (`and`, `or`, `atleast`), basic events, house events,
//! constants, `not` of what is constant, names of private scope, definitions over several files.
//! Refused unless asked for: a negation of what is not constant ([`Negations`]). Refused: `xor`, `nand`,
//! `nor`, `iff`, `imply`, `cardinality`.
//! Probabilities are not needed and passed over; what would change the formula and is not applied
//! (common-cause groups, event trees, substitutions) is counted in [`Model::passed_over`].

mod opposites;
mod parse;
mod resolve;

use trefonds_source::{SourceMap, Span};

use crate::formula::{EventIx, Formula, GateIx};

/// A fault tree model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    /// All gates of all fault trees.
    pub formula: Formula,
    /// The names of basic events, by [`EventIx`].
    pub events: Vec<String>,
    /// Gates with a name, in the order of their definition.
    pub gates: Vec<(String, GateIx)>,
    /// Gates that no other gate looks at.
    pub tops: Vec<(String, GateIx)>,
    /// Basic events that gates look at and that no file defines.
    pub undefined: Vec<EventIx>,
    /// Elements that mean something and were not applied, with how many there are, by name.
    pub passed_over: Vec<(String, u32)>,
}

/// One thing that is wrong with a model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub at: Span,
    /// What.
    pub kind: FaultKind,
}

/// What may be wrong with a model. The sentences are those of the language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// Not well-formed XML; the parser's reason.
    Syntax(String),
    /// The document element is not `opsa-mef`.
    NotOpenPsa(String),
    /// An element that cannot stand here.
    Unexpected(String),
    /// An attribute is missing: element, attribute.
    MissingAttribute(String, &'static str),
    /// An attribute has a value that it cannot have: attribute, value.
    BadValue(&'static str, String),
    /// A gate without a formula, or an operator without arguments.
    Empty(String),
    /// A second formula in one gate.
    SecondFormula(String),
    /// An operator that is not monotone: minimal cut sets do not describe such a formula.
    NotMonotone(String),
    /// A negation of something that may change.
    Negation(String),
    /// Defined a second time; where the first time was.
    Twice(String, Span),
    /// A name that nothing has.
    Undefined(String),
    /// A gate that looks at itself, by way of these gates.
    Circle(Vec<String>),
    /// No gate at all.
    NoGate,
}

/// What becomes of `not` over something that may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Negations {
    /// Refused: a failure that another failure prevents is seldom meant.
    #[default]
    Refused,
    /// Taken: a cut set is then a minimal set of events with which the top holds while no other event
    /// has happened (the minimal solutions of Rauzy 1993).
    Allowed,
}

/// Reads a model from all files of `sources` together.
///
/// # Errors
/// Every fault of every file, in file order.
pub fn read(sources: &SourceMap, negations: Negations) -> Result<Model, Vec<Fault>> {
    let mut faults = Vec::new();
    let document = parse::parse(sources, &mut faults);
    let model = resolve::resolve(document, negations, &mut faults);
    faults.sort_by_key(|fault| fault.at);
    if faults.is_empty() { Ok(model) } else { Err(faults) }
}
