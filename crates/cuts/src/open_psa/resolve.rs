//! Definitions to a formula: names to what they name, constants to what they are.

use rustc_hash::FxHashMap;
use trefonds_source::Span;

use super::parse::{Argument, Defined, Definition, Document, Expression, Kind, Operator};
use super::{Fault, FaultKind, Model, Negations, opposites};
use crate::circles::{Circles, inner, looks_at_itself};
use crate::formula::{EventIx, Formula, Gate, GateIx, Input};

/// What a name stands for.
#[derive(Clone, Copy)]
enum Meaning {
    Gate(GateIx),
    Event(EventIx),
    Constant(bool),
}

/// What an argument comes to: a negation of a constant is a constant.
#[derive(Clone, Copy)]
enum Term {
    Constant(bool),
    Input(Input),
}

/// Resolves every name. Faults are added; what has one is left out of the model.
pub(super) fn resolve(document: Document, negations: Negations, faults: &mut Vec<Fault>) -> Model {
    let Document { expressions, definitions, passed_over } = document;
    let mut resolver = Resolver {
        faults,
        names: FxHashMap::default(),
        formula: Formula::default(),
        events: Vec::new(),
        undefined: Vec::new(),
        negations,
        opposites: Vec::new(),
    };
    let gates = resolver.declare(&definitions);
    if gates.is_empty() && resolver.faults.is_empty() {
        resolver.fault(Span::default(), FaultKind::NoGate);
    }
    for (definition, gate) in &gates {
        resolver.define(definition, *gate, &expressions);
    }
    let named: Vec<(String, GateIx)> =
        gates.iter().map(|(definition, gate)| (full_name(definition), *gate)).collect();
    resolver.refuse_circles(&gates);
    let tops = tops(&resolver.formula, &named);
    let mut formula = if resolver.faults.is_empty() {
        opposites::fill(resolver.formula, &resolver.opposites)
    } else {
        resolver.formula
    };
    formula.events = resolver.events.len() as u32;
    Model {
        formula,
        events: resolver.events,
        gates: named,
        tops,
        undefined: resolver.undefined,
        passed_over: passed_over.into_iter().collect(),
    }
}

/// The name by which a definition is known everywhere.
fn full_name(definition: &Definition) -> String {
    if definition.private {
        path(&definition.scope, &definition.name)
    } else {
        definition.name.clone()
    }
}

fn path(scope: &[String], name: &str) -> String {
    let parts = scope.iter().map(String::as_str).chain([name]);
    parts.collect::<Vec<_>>().join(".")
}

/// Named gates that no gate looks at.
fn tops(formula: &Formula, named: &[(String, GateIx)]) -> Vec<(String, GateIx)> {
    let mut looked_at = vec![false; formula.gates.len()];
    for gate in 0..formula.gates.len() as u32 {
        for input in inner(formula, GateIx(gate)) {
            looked_at[input.at()] = true;
        }
    }
    named.iter().filter(|(_, gate)| !looked_at[gate.at()]).cloned().collect()
}

struct Resolver<'a> {
    faults: &'a mut Vec<Fault>,
    /// Every name by which something is known, with the place of its definition.
    names: FxHashMap<String, (Meaning, Span)>,
    formula: Formula,
    events: Vec<String>,
    undefined: Vec<EventIx>,
    negations: Negations,
    /// Gates that stand for the opposite of another.
    opposites: Vec<(GateIx, GateIx)>,
}

impl Resolver<'_> {
    fn fault(&mut self, at: Span, kind: FaultKind) {
        self.faults.push(Fault { at, kind });
    }

    /// Gives every definition its meaning, and the gates theirs in the formula.
    fn declare<'d>(&mut self, definitions: &'d [Definition]) -> Vec<(&'d Definition, GateIx)> {
        let mut gates = Vec::new();
        for definition in definitions {
            let full = path(&definition.scope, &definition.name);
            let known = full_name(definition);
            if let Some((_, first)) = self.names.get(&known) {
                let first = *first;
                self.fault(definition.at, FaultKind::Twice(known, first));
                continue;
            }
            let meaning = match &definition.defined {
                Defined::Gate(_) => {
                    let gate = self.formula.add(Gate::default());
                    gates.push((definition, gate));
                    Meaning::Gate(gate)
                }
                Defined::Basic => Meaning::Event(self.add_event(known.clone())),
                Defined::House(value) => Meaning::Constant(*value),
            };
            self.names.insert(known, (meaning, definition.at));
            self.names.entry(full).or_insert((meaning, definition.at));
        }
        gates
    }

    fn add_event(&mut self, name: String) -> EventIx {
        self.events.push(name);
        EventIx(self.events.len() as u32 - 1)
    }

    fn define(&mut self, definition: &Definition, gate: GateIx, expressions: &[Expression]) {
        let Defined::Gate(body) = &definition.defined else {
            return;
        };
        let Some(body) = body else {
            let kind = FaultKind::Empty(definition.name.clone());
            return self.fault(definition.at, kind);
        };
        let made = match body {
            Argument::Expression(place) => {
                // Inner operators stand behind outer ones.
                let terms = self.terms(*place, definition, expressions);
                self.gate_of(&expressions[*place], &terms, definition)
            }
            other => self.term(other, definition, &[]).map(|term| self.as_gate(term)),
        };
        if let Some(made) = made {
            self.formula.gates[gate.at()] = made;
        }
    }

    /// What every argument of an expression comes to; operators within it become gates of their own.
    fn terms(
        &mut self,
        root: usize,
        definition: &Definition,
        expressions: &[Expression],
    ) -> Vec<Option<Term>> {
        let mut inside = vec![root];
        let mut next = 0;
        while next < inside.len() {
            let arguments = expressions[inside[next]].arguments.iter();
            inside.extend(arguments.filter_map(|argument| match argument {
                Argument::Expression(place) => Some(*place),
                _ => None,
            }));
            next += 1;
        }
        let mut known: Vec<(usize, Option<Term>)> = Vec::new();
        for place in inside.iter().skip(1).rev() {
            let expression = &expressions[*place];
            let terms = self.arguments(expression, definition, &known);
            let term = match expression.operator {
                Operator::Not => self.negated(expression, &terms, definition),
                _ => self.gate_of(expression, &terms, definition).map(|gate| {
                    let added = self.formula.add(gate);
                    Term::Input(Input::Gate(added))
                }),
            };
            known.push((*place, term));
        }
        self.arguments(&expressions[root], definition, &known)
    }

    fn arguments(
        &mut self,
        expression: &Expression,
        definition: &Definition,
        known: &[(usize, Option<Term>)],
    ) -> Vec<Option<Term>> {
        let arguments = expression.arguments.iter();
        arguments.map(|argument| self.term(argument, definition, known)).collect()
    }

    fn term(
        &mut self,
        argument: &Argument,
        definition: &Definition,
        known: &[(usize, Option<Term>)],
    ) -> Option<Term> {
        match argument {
            Argument::Constant(value) => Some(Term::Constant(*value)),
            Argument::Expression(place) => {
                known.iter().find(|(at, _)| at == place).and_then(|(_, term)| *term)
            }
            Argument::Name { kind, name, at } => {
                let meaning = self.look_up(*kind, name, *at, definition)?;
                Some(match meaning {
                    Meaning::Gate(gate) => Term::Input(Input::Gate(gate)),
                    Meaning::Event(event) => Term::Input(Input::Event(event)),
                    Meaning::Constant(value) => Term::Constant(value),
                })
            }
        }
    }

    /// The innermost thing of that name, going out from the container of the definition.
    fn look_up(
        &mut self,
        kind: Kind,
        name: &str,
        at: Span,
        definition: &Definition,
    ) -> Option<Meaning> {
        let fits = |meaning: Meaning| match kind {
            Kind::Gate => matches!(meaning, Meaning::Gate(_)),
            Kind::Basic => matches!(meaning, Meaning::Event(_)),
            Kind::House => matches!(meaning, Meaning::Constant(_)),
            Kind::Any => true,
        };
        for depth in (0..=definition.scope.len()).rev() {
            let candidate = path(&definition.scope[..depth], name);
            if let Some((meaning, _)) = self.names.get(&candidate)
                && fits(*meaning)
            {
                return Some(*meaning);
            }
        }
        if kind == Kind::Basic && !self.names.contains_key(name) {
            let event = self.add_event(name.to_owned());
            self.undefined.push(event);
            self.names.insert(name.to_owned(), (Meaning::Event(event), at));
            return Some(Meaning::Event(event));
        }
        self.fault(at, FaultKind::Undefined(name.to_owned()));
        None
    }

    fn negated(
        &mut self,
        expression: &Expression,
        terms: &[Option<Term>],
        definition: &Definition,
    ) -> Option<Term> {
        match terms {
            [Some(Term::Constant(value))] => Some(Term::Constant(!value)),
            [Some(Term::Input(input))] if self.negations == Negations::Allowed => {
                Some(Term::Input(self.opposite(*input)))
            }
            [Some(Term::Input(_))] => {
                let kind = FaultKind::Negation(definition.name.clone());
                self.fault(expression.at, kind);
                None
            }
            [None] => None,
            _ => {
                self.fault(expression.at, FaultKind::Unexpected("not".to_owned()));
                None
            }
        }
    }

    fn opposite(&mut self, input: Input) -> Input {
        match input {
            Input::Event(event) => Input::Not(event),
            Input::Not(event) => Input::Event(event),
            Input::Gate(gate) => {
                // Filled once every gate is defined; until then it shows what it looks at.
                let opposite = self.formula.add(Gate::any(vec![input]));
                self.opposites.push((opposite, gate));
                Input::Gate(opposite)
            }
        }
    }

    fn gate_of(
        &mut self,
        expression: &Expression,
        terms: &[Option<Term>],
        definition: &Definition,
    ) -> Option<Gate> {
        if expression.operator == Operator::Not {
            return self.negated(expression, terms, definition).map(|term| self.as_gate(term));
        }
        let mut holding = 0;
        let mut inputs = Vec::with_capacity(terms.len());
        for term in terms {
            match (*term)? {
                Term::Constant(true) => holding += 1,
                Term::Constant(false) => {}
                Term::Input(input) => inputs.push(input),
            }
        }
        let k = match expression.operator {
            Operator::And => terms.len() as u32,
            Operator::AtLeast(k) => k,
            Operator::Or | Operator::Not => 1,
        };
        Some(Gate::at_least(k.saturating_sub(holding), inputs))
    }

    fn as_gate(&self, term: Term) -> Gate {
        match term {
            Term::Constant(true) => Gate::at_least(0, Vec::new()),
            Term::Constant(false) => Gate::at_least(1, Vec::new()),
            Term::Input(input) => Gate::any(vec![input]),
        }
    }

    /// A fault tree has no circles: a gate would be its own cause.
    fn refuse_circles(&mut self, gates: &[(&Definition, GateIx)]) {
        let all: Vec<Input> = gates.iter().map(|(_, gate)| Input::Gate(*gate)).collect();
        let mut whole = self.formula.clone();
        let top = whole.add(Gate::any(all));
        for circle in Circles::below(&whole, top).inside_out() {
            if circle.len() == 1 && !looks_at_itself(&whole, circle[0]) {
                continue;
            }
            let inside = gates.iter().filter(|(_, gate)| circle.contains(gate));
            let named: Vec<&Definition> = inside.map(|(definition, _)| *definition).collect();
            if let Some(first) = named.first() {
                let names = named.iter().map(|definition| definition.name.clone()).collect();
                self.fault(first.at, FaultKind::Circle(names));
            }
        }
    }
}
