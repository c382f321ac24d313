//! The formula of a stop says what the survival times say: of any set of withdrawals, the top holds
//! exactly when the service has failed by the horizon.

use proptest::prelude::*;
use rustc_hash::FxHashSet;
use trefonds_model::Minutes;
use trefonds_model::{Level, Reading};

use super::random::sketch;
use crate::search::{Cause, Search, Seed, Seeds};
use crate::withdrawal::event_of;
use crate::{Options, Settled, StopFormula, StopInput, StopOptions};

/// Rounds from "never" up: a gate of a circle needs a cause outside it.
fn holds(formula: &StopFormula, top: u32, withdrawn: &[bool]) -> bool {
    let mut known = vec![false; formula.gates.len()];
    loop {
        let next: Vec<bool> = (formula.gates.iter())
            .map(|gate| {
                let failed = gate.inputs.iter().filter(|input| match input {
                    StopInput::Event(event) => withdrawn[*event as usize],
                    StopInput::Gate(gate) => known[*gate as usize],
                });
                failed.count() as u32 >= gate.must_fail
            })
            .collect();
        if next == known {
            return known[top as usize];
        }
        known = next;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn a_formula_holds_when_the_service_has_failed_by_the_horizon(
        sketch in sketch(),
        level in 0_usize..4,
        careful in any::<bool>(),
        by in prop::option::of(0_u32..12),
        foreign_only in any::<bool>(),
        mask in any::<u64>(),
    ) {
        let model = sketch.inventory();
        let analysis = Settled::new(&model, &Options::default());
        let reading = if careful { Reading::Careful } else { Reading::Settled };
        let by = by.map(Minutes);
        let options = StopOptions { level: Level::ALL[level], reading, by, foreign_only };
        let all: Vec<_> = analysis.present_components().collect();
        let formula = analysis.stop_formula(&all, options);
        let withdrawn: Vec<bool> =
            (0..formula.events.len()).map(|at| mask >> (at % 64) & 1 == 1).collect();
        let none = FxHashSet::default();
        let (mut own, mut itself) = (Vec::new(), Vec::new());
        for (event, _) in formula.events.iter().zip(&withdrawn).filter(|(_, is)| **is) {
            let event = event_of(*event).unwrap();
            let more = analysis.scope(event, reading, &none);
            own.extend(analysis.switched_off(&more).collect::<Vec<_>>());
            itself.extend(more.component);
        }
        let mut search = Search::new(&analysis);
        own.sort_unstable();
        own.dedup();
        let mut seeds = Seeds::default();
        seeds.all.extend(itself.into_iter().map(|component| Seed { component, time: 0, cause: Cause::Itself, until: u32::MAX }));
        seeds.all.extend(own.iter().map(|at| analysis.channel_seed(*at, reading, &none)));
        analysis.add_places(&own, options.reading, &none, &mut seeds);
        search.run_from(&analysis, seeds, reading, &FxHashSet::default());
        for (component, top) in all.iter().zip(&formula.tops) {
            let time = search.time(*component);
            let failed = time.is_some_and(|time| by.is_none_or(|by| time <= by.0));
            prop_assert_eq!(holds(&formula, *top, &withdrawn), failed);
        }
    }
}
