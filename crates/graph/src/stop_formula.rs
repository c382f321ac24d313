//! "This service has stopped by the horizon", as a formula over withdrawals.
//!
//! A component has failed within a time when one of its channels is switched off whose delay is within
//! it, or when a hard requirement has failed within what is left of it once what is borne is taken off.
//! So a gate stands for a component or a group *and* a time; without a horizon there is one time,
//! "ever". Circles stay circles: nothing fails without a cause, the least solution.

use rustc_hash::{FxHashMap, FxHashSet};
use trefonds_findings::{Level, Reading};
use trefonds_model::{ComponentIx, Hours};

use crate::Analysis;
use crate::circuit::{Gate, NodeIx};
use crate::events::Event;
use crate::lookup::UnknownHandle;
use crate::what_if::Withdrawal;

/// What a [`StopGate`] looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopInput {
    /// The withdrawal at this place of [`StopFormula::events`].
    Event(u32),
    /// The gate at this place of [`StopFormula::gates`].
    Gate(u32),
}

/// Has failed when so many of its inputs have.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct StopGate {
    /// How many.
    pub must_fail: u32,
    /// The inputs.
    pub inputs: Vec<StopInput>,
}

/// What must be withdrawn for services to stop.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct StopFormula {
    /// The withdrawals that count.
    pub events: Vec<Withdrawal>,
    /// The gates; they may look at one another in a circle.
    pub gates: Vec<StopGate>,
    /// For each service that was asked for, the gate that says that it has stopped.
    pub tops: Vec<u32>,
}

/// Which withdrawals count, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StopOptions {
    /// The level of the withdrawals.
    pub level: Level,
    /// What is declared only, or every unknown against us.
    pub reading: Reading,
    /// The horizon: what stops later has not stopped.
    pub by: Option<Hours>,
    /// Leave out withdrawals that are not foreign in this reading; components are never left out.
    pub foreign_only: bool,
}

impl Analysis<'_> {
    /// The formula of some services. O((V + E) x times) time and space, where times is how many
    /// different rests of the horizon reach a component: one without a horizon.
    #[must_use]
    pub fn stop_formula(&self, services: &[ComponentIx], options: StopOptions) -> StopFormula {
        let mut builder = Builder::new(self, options);
        let horizon = options.by.unwrap_or(Hours(u32::MAX - 1));
        let tops = services.iter().map(|service| builder.component(*service, horizon)).collect();
        builder.drain();
        builder.formula.tops = tops;
        builder.formula
    }

    /// Whether the owner of a withdrawal is foreign for certain, and possibly; components are neither.
    #[must_use]
    pub fn is_foreign(&self, withdrawal: Withdrawal) -> Option<(bool, bool)> {
        let foreign = self.foreign(event_of(withdrawal)?);
        let component = matches!(withdrawal, Withdrawal::Component(_));
        (!component).then_some((foreign.settled, foreign.careful))
    }

    fn counting_events(&self, options: StopOptions) -> impl Iterator<Item = Event> {
        let all = self.events(options.level).into_iter();
        all.filter(move |event| {
            let foreign = self.foreign(*event);
            let counts = match options.reading {
                Reading::Settled => foreign.settled,
                Reading::Careful => foreign.careful,
            };
            !options.foreign_only || counts || matches!(event, Event::Component(_))
        })
    }
}

const fn withdrawal_of(event: Event) -> Withdrawal {
    match event {
        Event::Component(component) => Withdrawal::Component(component),
        Event::Entity(entity) => Withdrawal::Entity(entity),
        Event::Controller(entity) => Withdrawal::Controller(entity),
        Event::Country(country) => Withdrawal::Country(country),
        Event::Unknown(unknown) => Withdrawal::Unknown(UnknownHandle(unknown)),
    }
}

pub(crate) fn event_of(withdrawal: Withdrawal) -> Option<Event> {
    Some(match withdrawal {
        Withdrawal::Component(component) => Event::Component(component),
        Withdrawal::Entity(entity) => Event::Entity(entity),
        Withdrawal::Controller(entity) => Event::Controller(entity),
        Withdrawal::Country(country) => Event::Country(country.state()),
        Withdrawal::Unknown(UnknownHandle(unknown)) => Event::Unknown(unknown),
        Withdrawal::Union(_) | Withdrawal::Site(_) | Withdrawal::Law(_) => return None,
    })
}

/// A gate that is still to be filled: what it stands for, within which time.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Asked {
    Component(ComponentIx),
    Group(NodeIx),
}

struct Builder<'a> {
    analysis: &'a Analysis<'a>,
    formula: StopFormula,
    /// Withdrawals of each component with the time that they take.
    own: FxHashMap<ComponentIx, Vec<(u32, Hours)>>,
    made: FxHashMap<(Asked, Hours), u32>,
    open: Vec<(Asked, Hours, u32)>,
}

impl<'a> Builder<'a> {
    fn new(analysis: &'a Analysis<'a>, options: StopOptions) -> Self {
        let mut builder = Self {
            analysis,
            formula: StopFormula::default(),
            own: FxHashMap::default(),
            made: FxHashMap::default(),
            open: Vec::new(),
        };
        let none = FxHashSet::default();
        for event in analysis.counting_events(options) {
            let scope = analysis.scope(event, options.reading, &none);
            let seeds = analysis.seeds(&scope, options.reading, &none);
            let at = builder.formula.events.len() as u32;
            for seed in seeds.iter().filter(|seed| seed.time != u32::MAX) {
                builder.own.entry(seed.component).or_default().push((at, Hours(seed.time)));
            }
            builder.formula.events.push(withdrawal_of(event));
        }
        builder
    }

    fn component(&mut self, component: ComponentIx, within: Hours) -> u32 {
        self.gate(Asked::Component(component), within)
    }

    fn gate(&mut self, asked: Asked, within: Hours) -> u32 {
        let next = self.formula.gates.len() as u32;
        let gate = *self.made.entry((asked, within)).or_insert(next);
        if gate == next {
            self.formula.gates.push(StopGate::default());
            self.open.push((asked, within, gate));
        }
        gate
    }

    fn drain(&mut self) {
        while let Some((asked, within, gate)) = self.open.pop() {
            self.formula.gates[gate as usize] = match asked {
                Asked::Component(component) => self.fill_component(component, within),
                Asked::Group(group) => self.fill_group(group, within),
            };
        }
    }

    fn fill_component(&mut self, component: ComponentIx, within: Hours) -> StopGate {
        let own = self.own.get(&component).map_or(&[][..], Vec::as_slice);
        let in_time = own.iter().filter(|(_, delay)| *delay <= within);
        let mut inputs: Vec<StopInput> =
            in_time.map(|(event, _)| StopInput::Event(*event)).collect();
        let circuit = &self.analysis.circuit;
        for node in circuit.tops(component).filter(|node| !circuit.node(*node).soft) {
            inputs.extend(self.requirement(node, within));
        }
        StopGate { must_fail: 1, inputs }
    }

    fn fill_group(&mut self, group: NodeIx, within: Hours) -> StopGate {
        let Gate::Group { must_fail, start, end } = self.analysis.circuit.node(group).gate else {
            return StopGate { must_fail: 1, inputs: Vec::new() };
        };
        let members = (start..end).map(NodeIx);
        let inputs = members.filter_map(|member| self.requirement(member, within)).collect();
        StopGate { must_fail, inputs }
    }

    /// A requirement within a time; `None` when what is borne outlasts it.
    fn requirement(&mut self, node: NodeIx, within: Hours) -> Option<StopInput> {
        let facts = self.analysis.circuit.node(node);
        let rest = match within {
            // "Ever" stays so, however much is borne.
            Hours(ever) if ever == u32::MAX - 1 => facts.tolerates.finite().map(|_| within)?,
            _ => Hours(within.0.checked_sub(facts.tolerates.0)?),
        };
        let asked = match facts.gate {
            Gate::Component(component) => Asked::Component(component),
            Gate::Group { .. } => Asked::Group(node),
        };
        Some(StopInput::Gate(self.gate(asked, rest)))
    }
}
