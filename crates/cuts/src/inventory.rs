//! The minimal cut sets of a service of an inventory.

use std::collections::BTreeSet;

use trefonds_ask::{Analysis, StopFormula, StopInput, StopOptions, Withdrawal};
use trefonds_findings::{CutEvent, CutSet, Cuts, Level, Reading};
use trefonds_model::{ComponentIx, Minutes};

use crate::bounded::{Bounded, bounded_cut_sets};
use crate::formula::{EventIx, Formula, Gate, GateIx, Input};
use crate::solve::{Bounds, CutsError};

/// Which cut sets to look for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CutOptions {
    /// The level of the withdrawals.
    pub level: Level,
    /// Leave out sets that stop the service later.
    pub by: Option<Minutes>,
    /// Leave out withdrawals at home; components are never left out.
    pub foreign_only: bool,
    /// What bounds the computation.
    pub bounds: Bounds,
    /// The most sets that are listed of each reading; 0 counts only.
    pub limit: usize,
    /// Whether each listed set has its proof; else that is empty.
    pub proofs: bool,
}

/// The minimal cut sets of a service in both readings: the settled one's are certain; of the careful
/// one's, those that are not among them are possible.
///
/// Exact up to the order that each count says; see [`crate::cut_sets`].
///
/// # Errors
/// When not even the sets of order 1 fit into the memory allowed, or there are too many to count.
pub fn service_cuts(
    analysis: &Analysis<'_>,
    service: ComponentIx,
    options: &CutOptions,
) -> Result<Cuts, CutsError> {
    let [settled, careful] = [Reading::Settled, Reading::Careful]
        .map(|reading| Side::new(analysis, service, options, reading));
    let (settled, careful) = (settled?, careful?);
    let mut list = List { analysis, service, options, sets: Vec::new() };
    let listed_certain = list.add_certain(&settled);
    let listed_careful = list.add_possible(&careful);
    list.sets.sort_by_key(|(set, _)| (set.events.len(), set.certainty));
    let (one_hand, one_hand_complete, ended) =
        analysis.beside_cuts(service, options.level, options.by, options.foreign_only);
    let head = analysis.cut_head(service);
    Ok(Cuts {
        head: head.head,
        service: head.service,
        criticality: head.criticality,
        coverage: head.coverage,
        level: options.level,
        order: options.bounds.order.map(u32::from),
        by_minutes: options.by.map(|by| by.0),
        foreign_only: options.foreign_only,
        by_order: settled.found.counts.by_order,
        total: settled.found.counts.total,
        complete: settled.found.counts.complete,
        careful: careful.found.counts,
        counted_only: options.limit == 0,
        listed_certain,
        listed_careful,
        events: list.events(),
        sets: list.sets.into_iter().map(|(set, _)| set).collect(),
        one_hand,
        one_hand_complete,
        upper_bound: head.upper_bound,
        ended,
    })
}

/// The sets of one reading.
struct Side {
    events: Vec<Withdrawal>,
    found: Bounded,
}

impl Side {
    fn new(
        analysis: &Analysis<'_>,
        service: ComponentIx,
        options: &CutOptions,
        reading: Reading,
    ) -> Result<Self, CutsError> {
        let (level, by, foreign_only) = (options.level, options.by, options.foreign_only);
        let asked = StopOptions { level, reading, by, foreign_only };
        let mut stops = analysis.stop_formula(&[service], asked);
        leave_out(&mut stops, Withdrawal::Component(service));
        let (formula, tops) = formula_of(&stops);
        let top = tops.first().copied().unwrap_or(GateIx(0));
        let found = bounded_cut_sets(&formula, top, options.bounds)?;
        Ok(Self { events: stops.events, found })
    }

    fn listed(&self, limit: usize) -> impl Iterator<Item = Vec<Withdrawal>> + '_ {
        let sets = self.found.sets.list(limit).into_iter();
        sets.map(|set| set.iter().map(|event| self.events[event.at()]).collect())
    }
}

/// Takes a withdrawal out of a formula: that a service stops when it is itself withdrawn goes without
/// saying.
fn leave_out(stops: &mut StopFormula, withdrawal: Withdrawal) {
    if let Some(at) = stops.events.iter().position(|event| *event == withdrawal) {
        let itself = StopInput::Event(at as u32);
        stops.gates.iter_mut().for_each(|gate| gate.inputs.retain(|input| *input != itself));
    }
}

/// The gates of a graph's formula as those of this crate.
#[must_use]
pub fn formula_of(stops: &StopFormula) -> (Formula, Vec<GateIx>) {
    let input = |input: &StopInput| match input {
        StopInput::Event(event) => Input::Event(EventIx(*event)),
        StopInput::Gate(gate) => Input::Gate(GateIx(*gate)),
    };
    let gates = stops
        .gates
        .iter()
        .map(|gate| Gate::at_least(gate.must_fail, gate.inputs.iter().map(input).collect()));
    let formula = Formula { events: stops.events.len() as u32, gates: gates.collect() };
    (formula, stops.tops.iter().map(|top| GateIx(*top)).collect())
}

struct List<'a> {
    analysis: &'a Analysis<'a>,
    service: ComponentIx,
    options: &'a CutOptions,
    sets: Vec<(CutSet, Vec<Withdrawal>)>,
}

impl List<'_> {
    fn add_certain(&mut self, side: &Side) -> u64 {
        let mut listed = 0;
        for withdrawals in side.listed(self.options.limit) {
            listed += 1;
            if let Some(set) = self.finding(&withdrawals) {
                self.sets.push((set, withdrawals));
            }
        }
        listed
    }

    fn add_possible(&mut self, side: &Side) -> u64 {
        let mut listed = 0;
        for withdrawals in side.listed(self.options.limit) {
            listed += 1;
            let Some(set) = self.finding(&withdrawals) else { continue };
            // A certain one of the careful reading is minimal in the settled one too, and there.
            if set.certainty == trefonds_findings::Certainty::Possible {
                self.sets.push((set, withdrawals));
            }
        }
        listed
    }

    fn finding(&self, withdrawals: &[Withdrawal]) -> Option<CutSet> {
        let (by, foreign_only) = (self.options.by, self.options.foreign_only);
        let mut set = self.analysis.cut_set(self.service, withdrawals, by, foreign_only)?;
        if !self.options.proofs {
            set.witness.steps = Vec::new();
        }
        Some(set)
    }

    /// Every withdrawal of the list once, by its id.
    fn events(&self) -> Vec<CutEvent> {
        let all = self.sets.iter().flat_map(|(_, withdrawals)| withdrawals);
        let mut seen = BTreeSet::new();
        let mut events: Vec<CutEvent> = (all.filter_map(|one| self.analysis.cut_event(*one)))
            .filter(|event| seen.insert((event.kind, event.event.id.clone())))
            .collect();
        events.sort_by(|a, b| (a.kind, &a.event.id).cmp(&(b.kind, &b.event.id)));
        events
    }
}
