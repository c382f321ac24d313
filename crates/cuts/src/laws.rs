//! Laws of cut sets, against an enumeration of all sets of events.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // Tests may stop at a surprise.

use proptest::prelude::*;

use crate::formula::{EventIx, Formula, Gate, GateIx, Input};
use crate::{Bounds, CutSets, cut_sets};

/// Whether the top holds when exactly these events have happened: rounds from "never" up.
fn holds(formula: &Formula, top: GateIx, happened: u32) -> bool {
    let mut known = vec![false; formula.gates.len()];
    loop {
        let mut next = known.clone();
        for (at, gate) in formula.gates.iter().enumerate() {
            let holding = gate.inputs.iter().filter(|input| match input {
                Input::Event(event) => happened >> event.0 & 1 == 1,
                Input::Not(event) => happened >> event.0 & 1 == 0,
                Input::Gate(gate) => known[gate.at()],
            });
            next[at] = holding.count() as u32 >= gate.k;
        }
        if next == known {
            return known[top.at()];
        }
        known = next;
    }
}

/// All minimal sets of events, of at most an order, by trying every set.
fn naive(formula: &Formula, top: GateIx, order: usize) -> Vec<Vec<EventIx>> {
    let mut holding: Vec<u32> =
        (0..1_u32 << formula.events).filter(|set| holds(formula, top, *set)).collect();
    holding.sort_by_key(|set| set.count_ones());
    let mut minimal: Vec<u32> = Vec::new();
    for set in holding {
        if minimal.iter().all(|smaller| smaller & set != *smaller) {
            minimal.push(set);
        }
    }
    let small = minimal.into_iter().filter(|set| set.count_ones() as usize <= order);
    let mut sets: Vec<Vec<EventIx>> = small
        .map(|set| (0..formula.events).filter(|at| set >> at & 1 == 1).map(EventIx).collect())
        .collect();
    sets.sort_by(|a: &Vec<EventIx>, b| a.len().cmp(&b.len()).then(a.cmp(b)));
    sets
}

const EVENTS: u32 = 8;
const GATES: u32 = 14;

#[derive(Clone, Copy, Debug)]
enum Shape {
    /// Gates look at later gates only.
    Tree,
    /// Gates look at any gate.
    Circles,
    /// Gates look at later gates only, and at events that did not happen.
    Negations,
}

fn formulas(shape: Shape) -> impl Strategy<Value = Formula> {
    let input = move |at: u32| {
        let gate = match shape {
            Shape::Circles => (0..GATES).boxed(),
            _ => (at + 1..GATES.max(at + 2)).boxed(),
        };
        (any::<(bool, bool)>(), 0..EVENTS, gate).prop_map(move |((inner, not), event, gate)| {
            match shape {
                _ if inner && gate < GATES => Input::Gate(GateIx(gate)),
                Shape::Negations if not => Input::Not(EventIx(event)),
                _ => Input::Event(EventIx(event)),
            }
        })
    };
    let gates: Vec<_> = (0..GATES)
        .map(|at| {
            let inputs = proptest::collection::vec(input(at), 0..5);
            (0_u32..4, inputs).prop_map(|(k, inputs)| {
                // Ors and ands are most of what there is.
                let k = match k {
                    0 => inputs.len() as u32,
                    3 => 2,
                    _ => 1,
                };
                Gate::at_least(k, inputs)
            })
        })
        .collect();
    gates.prop_map(|gates| Formula { events: EVENTS, gates })
}

fn check(formula: &Formula, order: Option<u16>) -> Result<(), TestCaseError> {
    let top = GateIx(0);
    let found = cut_sets(formula, top, Bounds { order, ..Bounds::default() }).unwrap();
    let expected = naive(formula, top, order.map_or(usize::MAX, usize::from));
    prop_assert_eq!(&found.list(usize::MAX), &expected);
    prop_assert_eq!(counts(&found), tally(&expected));
    Ok(())
}

fn counts(found: &CutSets) -> Vec<u128> {
    let mut counts = found.by_order().unwrap();
    while counts.last() == Some(&0) {
        counts.pop();
    }
    counts
}

fn tally(sets: &[Vec<EventIx>]) -> Vec<u128> {
    let mut counts = vec![0; sets.last().map_or(0, |set| set.len() + 1)];
    for set in sets {
        counts[set.len()] += 1;
    }
    counts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn all_minimal_sets_and_no_other(formula in formulas(Shape::Tree), order in prop::option::of(0_u16..6)) {
        check(&formula, order)?;
    }

    #[test]
    fn circles_need_a_cause_outside(formula in formulas(Shape::Circles), order in prop::option::of(0_u16..6)) {
        check(&formula, order)?;
    }

    #[test]
    fn with_negations_other_events_have_not_happened(
        formula in formulas(Shape::Negations),
        order in prop::option::of(0_u16..6),
    ) {
        check(&formula, order)?;
    }

    #[test]
    fn a_shorter_list_is_the_beginning_of_the_longer(formula in formulas(Shape::Tree), limit in 0_usize..8) {
        let found = cut_sets(&formula, GateIx(0), Bounds::default()).unwrap();
        let (all, some) = (found.list(usize::MAX), found.list(limit));
        prop_assert_eq!(some.len(), limit.min(all.len()));
        prop_assert!(some.iter().all(|set| all.contains(set)));
        let lengths = |sets: &[Vec<EventIx>]| sets.iter().map(Vec::len).collect::<Vec<_>>();
        prop_assert_eq!(lengths(&some), &lengths(&all)[..some.len()]);
    }

    #[test]
    fn little_memory_ends_in_an_error_never_in_another_list(formula in formulas(Shape::Tree), kib in 1_usize..40) {
        let all = cut_sets(&formula, GateIx(0), Bounds::default()).unwrap();
        if let Ok(found) = cut_sets(&formula, GateIx(0), Bounds { order: None, memory: kib * 64 }) {
            prop_assert_eq!(found.list(usize::MAX), all.list(usize::MAX));
        }
    }
}

#[test]
fn a_gate_that_came_to_nothing_takes_nothing_from_the_others() {
    // The dead one (an and with what never holds) and the live one both look at gate 5.
    let (event, gate) = (|at| Input::Event(EventIx(at)), |at| Input::Gate(GateIx(at)));
    for tops in [[1, 2], [2, 1]] {
        let gates = vec![
            Gate::any(tops.map(gate).to_vec()),
            Gate::all(vec![gate(3), gate(4)]),
            Gate::all(vec![gate(5), event(3)]),
            Gate::any(vec![gate(5), event(4)]),
            Gate::any(Vec::new()),
            Gate::any(vec![event(0), event(1)]),
        ];
        let formula = Formula { events: 5, gates };
        let found = cut_sets(&formula, GateIx(0), Bounds::default()).unwrap();
        assert_eq!(found.list(9), naive(&formula, GateIx(0), 9));
    }
}

#[test]
fn a_hundred_thousand_levels_do_not_overflow_the_stack() {
    let events = 100_000;
    let mut formula = Formula { events, gates: Vec::new() };
    let half =
        |part: u32| (0..events).filter(move |at| at % 2 == part).map(EventIx).map(Input::Event);
    let left = formula.add(Gate::any(half(0).collect()));
    let right = formula.add(Gate::any(half(1).chain([Input::Event(EventIx(0))]).collect()));
    let top = formula.add(Gate::all(vec![Input::Gate(left), Input::Gate(right)]));
    let found = cut_sets(&formula, top, Bounds { order: Some(2), ..Bounds::default() }).unwrap();
    let half = u128::from(events / 2);
    assert_eq!(found.by_order().unwrap(), [0, 1, (half - 1) * half]);
}

#[test]
fn a_deep_chain_of_gates_does_not_overflow_the_stack() {
    let depth = 50_000;
    let mut formula = Formula { events: 2 * depth + 1, gates: Vec::new() };
    let mut below = Input::Event(EventIx(2 * depth));
    for at in 0..depth {
        let either = formula.add(Gate::any(vec![Input::Event(EventIx(2 * at)), below]));
        let both = vec![Input::Event(EventIx(2 * at + 1)), Input::Gate(either)];
        below = Input::Gate(formula.add(Gate::all(both)));
    }
    let top = GateIx(formula.gates.len() as u32 - 1);
    let found = cut_sets(&formula, top, Bounds { order: Some(4), ..Bounds::default() }).unwrap();
    assert_eq!(found.by_order().unwrap(), [0, 0, 1, 1, 1]);
    assert_eq!(found.list(9).len(), 3);
}
