//! XML to definitions, names not yet resolved. Nothing recurses: depth is the input's to choose.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use trefonds_source::{FileId, SourceMap, Span};

use super::{Fault, FaultKind};

/// An operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    And,
    Or,
    AtLeast(u32),
    Not,
}

/// What a reference may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Gate,
    Basic,
    House,
    Any,
}

/// An argument of an operator.
#[derive(Clone, Debug)]
pub(super) enum Argument {
    Expression(usize),
    Constant(bool),
    Name { kind: Kind, name: String, at: Span },
}

/// An operator with its arguments.
#[derive(Clone, Debug)]
pub(super) struct Expression {
    pub operator: Operator,
    pub arguments: Vec<Argument>,
    pub at: Span,
}

/// What a definition defines.
#[derive(Clone, Debug)]
pub(super) enum Defined {
    Gate(Option<Argument>),
    Basic,
    House(bool),
}

/// A definition, with the containers that it stands in.
#[derive(Clone, Debug)]
pub(super) struct Definition {
    pub name: String,
    /// The path of its container.
    pub scope: Vec<String>,
    pub private: bool,
    pub at: Span,
    pub defined: Defined,
}

/// All files.
#[derive(Debug, Default)]
pub(super) struct Document {
    pub expressions: Vec<Expression>,
    pub definitions: Vec<Definition>,
    pub passed_over: BTreeMap<String, u32>,
}

/// An element that is open.
enum Open {
    Root,
    Container {
        private: bool,
    },
    ModelData,
    Gate(usize),
    Basic,
    House(usize),
    Operator(usize),
    /// Left out with all that is in it.
    Skipped,
}

/// Reads every file.
pub(super) fn parse(sources: &SourceMap, faults: &mut Vec<Fault>) -> Document {
    let mut document = Document::default();
    for (file, source) in sources.iter() {
        let parser =
            Parser { file, document: &mut document, faults, open: Vec::new(), scope: Vec::new() };
        parser.run(source.text());
    }
    document
}

struct Parser<'a> {
    file: FileId,
    document: &'a mut Document,
    faults: &'a mut Vec<Fault>,
    open: Vec<Open>,
    scope: Vec<String>,
}

impl Parser<'_> {
    fn run(mut self, text: &str) {
        let mut reader = Reader::from_str(text);
        loop {
            let start = reader.buffer_position() as u32;
            let event = reader.read_event();
            let at = Span::new(self.file, start, reader.buffer_position() as u32);
            match event {
                Ok(Event::Start(element)) => self.start(&element, at),
                Ok(Event::Empty(element)) => {
                    self.start(&element, at);
                    self.end();
                }
                Ok(Event::End(_)) => self.end(),
                Ok(Event::Eof) => {
                    if !self.open.is_empty() {
                        self.fault(at, FaultKind::Syntax("the file ends too soon".to_owned()));
                    }
                    return;
                }
                Ok(_) => {}
                Err(error) => {
                    let place = reader.error_position() as u32;
                    let at = Span::new(self.file, place, place + 1);
                    return self.fault(at, FaultKind::Syntax(error.to_string()));
                }
            }
        }
    }

    fn fault(&mut self, at: Span, kind: FaultKind) {
        self.faults.push(Fault { at, kind });
    }

    fn end(&mut self) {
        match self.open.pop() {
            Some(Open::Container { .. }) => {
                self.scope.pop();
            }
            Some(Open::Operator(at)) if self.document.expressions[at].arguments.is_empty() => {
                let at = self.document.expressions[at].at;
                self.fault(at, FaultKind::Empty(String::new()));
            }
            _ => {}
        }
    }

    fn start(&mut self, element: &BytesStart<'_>, at: Span) {
        let name = element.local_name().as_ref().to_owned();
        let open = match self.open.last() {
            Some(Open::Skipped | Open::Basic) => Open::Skipped,
            _ if matches!(name.as_str(), "label" | "attributes") => Open::Skipped,
            None => self.root(&name, at),
            Some(Open::Root | Open::Container { .. } | Open::ModelData) => {
                self.definition(&name, element, at)
            }
            Some(Open::House(_)) => self.house_value(&name, element, at),
            Some(Open::Gate(_) | Open::Operator(_)) => self.formula(&name, element, at),
        };
        self.open.push(open);
    }

    fn root(&mut self, name: &str, at: Span) -> Open {
        if name == "opsa-mef" {
            return Open::Root;
        }
        self.fault(at, FaultKind::NotOpenPsa(name.to_owned()));
        Open::Skipped
    }

    fn definition(&mut self, element: &str, start: &BytesStart<'_>, at: Span) -> Open {
        let defined = match element {
            "model-data" => return Open::ModelData,
            "define-fault-tree" | "define-component" => {
                let name = self.required(start, element, "name", at).unwrap_or_default();
                let private = self.is_private(start);
                self.scope.push(name);
                return Open::Container { private };
            }
            "define-gate" => Defined::Gate(None),
            "define-basic-event" => Defined::Basic,
            "define-house-event" => Defined::House(false),
            "define-parameter" => return Open::Skipped,
            other if other.starts_with("define-") || other == "include" => {
                *self.document.passed_over.entry(other.to_owned()).or_default() += 1;
                return Open::Skipped;
            }
            other => {
                self.fault(at, FaultKind::Unexpected(other.to_owned()));
                return Open::Skipped;
            }
        };
        let Some(name) = self.required(start, element, "name", at) else {
            return Open::Skipped;
        };
        let private = self.is_private(start);
        let place = self.document.definitions.len();
        let open = match defined {
            Defined::Gate(_) => Open::Gate(place),
            Defined::Basic => Open::Basic,
            Defined::House(_) => Open::House(place),
        };
        let scope = self.scope.clone();
        self.document.definitions.push(Definition { name, scope, private, at, defined });
        open
    }

    /// Private when the element says so, or when it says nothing and what it stands in is.
    fn is_private(&self, element: &BytesStart<'_>) -> bool {
        let role = attribute(element, "role");
        let around = matches!(self.open.last(), Some(Open::Container { private: true }));
        role.map_or(around, |role| role == "private")
    }

    fn house_value(&mut self, name: &str, element: &BytesStart<'_>, at: Span) -> Open {
        if name != "constant" {
            self.fault(at, FaultKind::Unexpected(name.to_owned()));
            return Open::Skipped;
        }
        if let (Some(value), Some(Open::House(place))) =
            (self.constant(element, at), self.open.last())
        {
            self.document.definitions[*place].defined = Defined::House(value);
        }
        Open::Skipped
    }

    fn constant(&mut self, element: &BytesStart<'_>, at: Span) -> Option<bool> {
        let value = self.required(element, "constant", "value", at)?;
        match value.as_str() {
            "true" | "1" => Some(true),
            "false" | "0" => Some(false),
            _ => {
                self.fault(at, FaultKind::BadValue("value", value));
                None
            }
        }
    }

    fn formula(&mut self, name: &str, element: &BytesStart<'_>, at: Span) -> Open {
        let operator = match name {
            "and" => Operator::And,
            "or" => Operator::Or,
            "not" => Operator::Not,
            "atleast" => match self.at_least(element, at) {
                Some(operator) => operator,
                None => return Open::Skipped,
            },
            "xor" | "nand" | "nor" | "iff" | "imply" | "cardinality" => {
                self.fault(at, FaultKind::NotMonotone(name.to_owned()));
                return Open::Skipped;
            }
            "constant" => {
                if let Some(value) = self.constant(element, at) {
                    self.attach(Argument::Constant(value), at);
                }
                return Open::Skipped;
            }
            "gate" | "basic-event" | "house-event" | "event" => {
                self.reference(name, element, at);
                return Open::Skipped;
            }
            other => {
                self.fault(at, FaultKind::Unexpected(other.to_owned()));
                return Open::Skipped;
            }
        };
        let place = self.document.expressions.len();
        self.document.expressions.push(Expression { operator, arguments: Vec::new(), at });
        self.attach(Argument::Expression(place), at);
        Open::Operator(place)
    }

    fn at_least(&mut self, element: &BytesStart<'_>, at: Span) -> Option<Operator> {
        let min = self.required(element, "atleast", "min", at)?;
        match min.parse() {
            Ok(min) => Some(Operator::AtLeast(min)),
            Err(_) => {
                self.fault(at, FaultKind::BadValue("min", min));
                None
            }
        }
    }

    fn reference(&mut self, element: &str, start: &BytesStart<'_>, at: Span) {
        let said = attribute(start, "type");
        let kind = match (element, said.as_deref()) {
            ("gate", _) | ("event", Some("gate")) => Kind::Gate,
            ("basic-event", _) | ("event", Some("basic-event")) => Kind::Basic,
            ("house-event", _) | ("event", Some("house-event")) => Kind::House,
            _ => Kind::Any,
        };
        if let Some(name) = self.required(start, element, "name", at) {
            self.attach(Argument::Name { kind, name, at }, at);
        }
    }

    /// Puts an argument where it belongs: into the operator, or the gate, that is open.
    fn attach(&mut self, argument: Argument, at: Span) {
        match self.open.last() {
            Some(Open::Operator(place)) => {
                self.document.expressions[*place].arguments.push(argument);
            }
            Some(Open::Gate(place)) => {
                let definition = &mut self.document.definitions[*place];
                if matches!(definition.defined, Defined::Gate(Some(_))) {
                    let kind = FaultKind::SecondFormula(definition.name.clone());
                    self.fault(at, kind);
                } else {
                    definition.defined = Defined::Gate(Some(argument));
                }
            }
            _ => {}
        }
    }

    fn required(
        &mut self,
        element: &BytesStart<'_>,
        of: &str,
        name: &'static str,
        at: Span,
    ) -> Option<String> {
        let found = attribute(element, name).filter(|value| !value.is_empty());
        if found.is_none() {
            self.fault(at, FaultKind::MissingAttribute(of.to_owned(), name));
        }
        found
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.try_get_attribute(name).ok().flatten()?;
    let text = quick_xml::escape::unescape(&found.value)
        .map_or_else(|_| found.value.to_string(), Into::into);
    Some(text.trim().to_owned())
}
