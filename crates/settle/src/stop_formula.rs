//! "This service has stopped by the horizon", as a formula over withdrawals.
//!
//! A component has failed within a time when one of its channels is switched off whose delay is within
//! it, or when a hard requirement has failed within what is left of it once what is borne is taken off.
//! So a gate stands for a component or a group *and* a time; without a horizon there is one time,
//! "ever", and a time within which whatever fails has failed is the same (`latest`). Circles stay
//! circles: nothing fails without a cause, the least solution.

mod latest;

use rustc_hash::{FxHashMap, FxHashSet};
use trefonds_model::{ComponentIx, Minutes};
use trefonds_model::{Level, Reading};

use crate::Settled;
use crate::circuit::Failure;
use crate::circuit::{Gate, NodeIx};
use crate::events::{Event, Scope};
use crate::search::Cause;
use crate::standing::ORIGIN;
use crate::survival::World;
use crate::withdrawal::{Withdrawal, event_of, withdrawal_of};

/// A horizon that leaves out nothing.
const EVER: Minutes = Minutes(u32::MAX - 1);

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
    pub by: Option<Minutes>,
    /// Leave out withdrawals that are not foreign in this reading; components are never left out.
    pub foreign_only: bool,
}

impl Settled<'_> {
    /// The formula of some services. O((V + E) x times) time and space, where times is how many
    /// different rests of the horizon reach a component, as long as it can fail later: one without a horizon.
    #[must_use]
    pub fn stop_formula(&self, services: &[ComponentIx], options: StopOptions) -> StopFormula {
        let mut builder = Builder::new(self, options);
        let horizon = options.by.unwrap_or(EVER);
        let tops = services.iter().map(|service| builder.top(*service, horizon)).collect();
        builder.drain();
        builder.formula.tops = tops;
        builder.formula
    }

    /// Whether the owner of a withdrawal is foreign for certain, and possibly; components are neither.
    #[must_use]
    pub fn is_foreign(&self, withdrawal: Withdrawal) -> Option<(bool, bool)> {
        let foreign = self.foreign(event_of(withdrawal)?);
        let thing = matches!(withdrawal, Withdrawal::Component(_) | Withdrawal::Site(_));
        (!thing).then_some((foreign.settled, foreign.careful))
    }

    fn counting_events(&self, options: StopOptions) -> impl Iterator<Item = Event> {
        let all = self.events(options.level).into_iter();
        all.filter(move |event| {
            let foreign = self.foreign(*event);
            let counts = match options.reading {
                Reading::Settled => foreign.settled,
                Reading::Careful => foreign.careful,
            };
            !options.foreign_only || counts || matches!(event, Event::Component(_) | Event::Site(_))
        })
    }
}

/// A gate that is still to be filled: what it stands for, within which time.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Asked {
    Component(ComponentIx),
    Group(NodeIx),
}

struct Builder<'a> {
    analysis: &'a Settled<'a>,
    formula: StopFormula,
    /// Withdrawals of each component with the time that they take.
    own: FxHashMap<ComponentIx, Vec<(u32, Minutes)>>,
    /// Withdrawals that reach each place of what stands in several.
    places: FxHashMap<ComponentIx, Vec<Vec<u32>>>,
    reading: Reading,
    /// By when each component has failed, if it ever does; empty where nothing asks by when.
    latest: Vec<Minutes>,
    made: FxHashMap<(Asked, Minutes, World), u32>,
    open: Vec<(Asked, Minutes, World, u32)>,
}

impl<'a> Builder<'a> {
    fn new(analysis: &'a Settled<'a>, options: StopOptions) -> Self {
        let mut builder = Self {
            analysis,
            formula: StopFormula::default(),
            own: FxHashMap::default(),
            places: FxHashMap::default(),
            reading: options.reading,
            latest: Vec::new(),
            made: FxHashMap::default(),
            open: Vec::new(),
        };
        let none = FxHashSet::default();
        for event in analysis.counting_events(options) {
            let scope = analysis.scope(event, options.reading, &none);
            let seeds = analysis.seeds(&scope, options.reading, &none);
            let at = builder.formula.events.len() as u32;
            for seed in seeds.all.iter().filter(|seed| seed.time != u32::MAX) {
                if seed.cause != Cause::Places {
                    builder.own.entry(seed.component).or_default().push((at, Minutes(seed.time)));
                }
            }
            builder.reach_places(at, &scope);
            builder.formula.events.push(withdrawal_of(event));
        }
        if options.by.is_some() || analysis.standing.any_down() {
            let own = |component: ComponentIx| {
                let own = builder.own.get(&component).into_iter().flatten();
                own.map(|(_, delay)| *delay).max().unwrap_or(Minutes::ZERO)
            };
            builder.latest = analysis.latest(own, options.reading);
        }
        builder
    }

    /// A time as long as any within which a component can fail is "ever".
    fn within(&self, component: ComponentIx, time: Minutes) -> Minutes {
        let latest = self.latest.get(component.at());
        if latest.is_some_and(|latest| *latest <= time) { EVER } else { time }
    }

    fn reach_places(&mut self, event: u32, scope: &Scope) {
        for at in self.analysis.switched_off(scope) {
            let entry = self.analysis.channels.get(at);
            let Some(all) = self.analysis.channels.places(entry.owner) else { continue };
            let taken = all.takes(entry, self.reading);
            let Some(place) = entry.place.filter(|_| taken) else { continue };
            let reached = self.places.entry(entry.owner);
            let reached = reached.or_insert_with(|| vec![Vec::new(); all.count as usize]);
            if let Some(events) = reached.get_mut(place as usize)
                && !events.contains(&event)
            {
                events.push(event);
            }
        }
    }

    /// A service that is down, or will be, from what has ended is asked as if that were back, and whether
    /// it stops before.
    fn top(&mut self, service: ComponentIx, within: Minutes) -> u32 {
        let Some(ended) = self.analysis.ended_in(service, self.reading) else {
            return self.top_in(service, within, World::Now);
        };
        let back = self.top_in(service, within, World::Back);
        let Some(before) = ended.checked_sub(1).and_then(|at| u32::try_from(at).ok()) else {
            return back;
        };
        let now = self.top_in(service, within.min(Minutes(before)), World::Now);
        let inputs = vec![StopInput::Gate(now), StopInput::Gate(back)];
        self.formula.gates.push(StopGate { must_fail: 1, inputs });
        self.formula.gates.len() as u32 - 1
    }

    fn top_in(&mut self, service: ComponentIx, within: Minutes, world: World) -> u32 {
        self.gate(Asked::Component(service), self.within(service, within), world)
    }

    fn gate(&mut self, asked: Asked, within: Minutes, world: World) -> u32 {
        let next = self.formula.gates.len() as u32;
        let gate = *self.made.entry((asked, within, world)).or_insert(next);
        if gate == next {
            self.formula.gates.push(StopGate::default());
            self.open.push((asked, within, world, gate));
        }
        gate
    }

    fn drain(&mut self) {
        while let Some((asked, within, world, gate)) = self.open.pop() {
            self.formula.gates[gate as usize] = match asked {
                Asked::Component(component) => self.fill_component(component, within, world),
                Asked::Group(group) => self.fill_group(group, within, world),
            };
        }
    }

    fn fill_component(
        &mut self,
        component: ComponentIx,
        within: Minutes,
        world: World,
    ) -> StopGate {
        let own = self.own.get(&component).map_or(&[][..], Vec::as_slice);
        let in_time = own.iter().filter(|(_, delay)| *delay <= within);
        let mut inputs: Vec<StopInput> =
            in_time.map(|(event, _)| StopInput::Event(*event)).collect();
        inputs.extend(self.all_places(component));
        let circuit = &self.analysis.circuit;
        let reading = self.reading;
        let counting = |node: &NodeIx| circuit.node(*node).counts(reading, Failure::Stops);
        for node in circuit.tops(component).filter(counting) {
            inputs.extend(self.requirement(node, within, world));
        }
        StopGate { must_fail: 1, inputs }
    }

    /// The gate that fails when as many places of a component are reached as it takes.
    fn all_places(&mut self, component: ComponentIx) -> Option<StopInput> {
        let must_fail = self.analysis.channels.places(component)?.must_fail();
        let places = self.places.get(&component)?;
        let places: Vec<&Vec<u32>> = places.iter().filter(|it| !it.is_empty()).collect();
        if (places.len() as u32) < must_fail {
            return None;
        }
        let gates: Vec<StopGate> = (places.iter())
            .map(|events| StopGate {
                must_fail: 1,
                inputs: events.iter().map(|event| StopInput::Event(*event)).collect(),
            })
            .collect();
        let mut inputs = Vec::with_capacity(gates.len());
        for gate in gates {
            inputs.push(StopInput::Gate(self.formula.gates.len() as u32));
            self.formula.gates.push(gate);
        }
        let all = StopGate { must_fail, inputs };
        self.formula.gates.push(all);
        Some(StopInput::Gate(self.formula.gates.len() as u32 - 1))
    }

    /// Members that have failed from what has ended are taken off: so many fewer must fail.
    fn fill_group(&mut self, group: NodeIx, within: Minutes, world: World) -> StopGate {
        let Gate::Group { must_fail, start, end } = self.analysis.circuit.node(group).gate else {
            return StopGate { must_fail: 1, inputs: Vec::new() };
        };
        let members: Vec<NodeIx> = (start..end).map(NodeIx).collect();
        let (gone, there): (Vec<NodeIx>, Vec<NodeIx>) =
            members.into_iter().partition(|member| self.is_gone(*member, within, world));
        let inputs = there.into_iter().filter_map(|it| self.requirement(it, within, world));
        let inputs = inputs.collect();
        StopGate { must_fail: must_fail.saturating_sub(gone.len() as u32), inputs }
    }

    /// Whether a requirement has failed in time from what has ended alone.
    fn is_gone(&self, node: NodeIx, within: Minutes, world: World) -> bool {
        world == World::Now && self.ended_at(node).is_some_and(|time| time <= i64::from(within.0))
    }

    fn ended_at(&self, node: NodeIx) -> Option<i64> {
        let facts = self.analysis.circuit.node(node);
        let time = match facts.gate {
            Gate::Component(needed) => self.analysis.ended_in(needed, self.reading),
            Gate::Group { must_fail, start, end } => {
                let members = (start..end).filter_map(|member| self.ended_at(NodeIx(member)));
                let mut times: Vec<i64> = members.collect();
                times.sort_unstable();
                times.get((must_fail as usize).checked_sub(1)?).copied()
            }
        };
        time.zip(facts.tolerates.finite()).map(|(time, borne)| match time {
            // What has been down for ever has been missed for ever.
            time if time == -i64::from(ORIGIN) => time,
            time => time + i64::from(borne),
        })
    }

    /// A requirement within a time; `None` when what is borne outlasts it.
    fn requirement(&mut self, node: NodeIx, within: Minutes, world: World) -> Option<StopInput> {
        let facts = self.analysis.circuit.node(node);
        let rest = match within {
            // "Ever" stays so, however much is borne.
            EVER => facts.tolerates.finite().map(|_| within)?,
            _ => Minutes(within.0.checked_sub(facts.tolerates.0)?),
        };
        let (asked, rest) = match facts.gate {
            Gate::Component(component) => {
                (Asked::Component(component), self.within(component, rest))
            }
            Gate::Group { .. } => (Asked::Group(node), rest),
        };
        Some(StopInput::Gate(self.gate(asked, rest, world)))
    }
}
