use proptest::prelude::*;
use rustc_hash::FxHashSet;
use trefonds_findings::{
    EquationEvent, EquationGate, EquationNeed, EquationPlaces, Equations, Reading,
};
use trefonds_model::ComponentIx;

use super::random::sketch;
use crate::{Analysis, Options};
use trefonds_settle::circuit::Failure;
use trefonds_settle::survival::World;

/// Never, as a number that no sum passes.
const NEVER: u64 = u64::MAX / 2;

/// When a requirement fails, given when components do.
fn fails(need: &EquationNeed, times: &[u64]) -> u64 {
    let failed = match &need.gate {
        EquationGate::Component(component) => times[*component as usize],
        EquationGate::Group { must_fail, members, .. } => {
            let members = members.iter().filter(|it| it.cold.is_none_or(|cold| !cold.left_out));
            let mut times: Vec<u64> = members.map(|member| fails(member, times)).collect();
            times.sort_unstable();
            let rank = (*must_fail as usize).checked_sub(1);
            rank.and_then(|rank| times.get(rank).copied()).unwrap_or(NEVER)
        }
    };
    (failed + u64::from(need.tolerates)).min(NEVER)
}

/// Whether so many places are lost as it takes.
fn lost_places(places: &EquationPlaces, off: &[u32], reading: Reading) -> bool {
    let (taken_by, must_fail) = match (reading, places.must_fail) {
        (Reading::Settled, must_fail) => (&places.settled, must_fail),
        (Reading::Careful, Some(must_fail)) => (&places.careful, Some(must_fail)),
        (Reading::Careful, None) => return false,
    };
    let lost = taken_by.iter().filter(|place| place.iter().any(|target| off.contains(target)));
    let lost = lost.count();
    lost > 0 && lost >= must_fail.map_or(taken_by.len(), |it| it as usize)
}

/// The equations read as they are written: from "never" down until nothing changes.
fn solve(of: &Equations, event: &EquationEvent, reading: Reading, degrades: bool) -> Vec<u64> {
    let off = match reading {
        Reading::Settled => &event.settled,
        Reading::Careful => &event.careful,
    };
    let mut times = vec![NEVER; of.components.len()];
    loop {
        let next: Vec<u64> = (of.components.iter())
            .map(|component| {
                let own = component.channels.iter().filter(|c| off.contains(&c.target));
                let own = own.filter_map(|channel| match reading {
                    Reading::Settled => channel.stops.settled,
                    Reading::Careful => channel.stops.careful,
                });
                let all = lost_places(&component.places, off, reading).then_some(0);
                let needs = component.needs.iter().filter(|need| degrades || !need.soft);
                let needs = needs.map(|need| fails(need, &times));
                own.map(u64::from).chain(all).chain(needs).min().unwrap_or(NEVER)
            })
            .collect();
        if next == times {
            return times;
        }
        times = next;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_equations_alone_give_the_survival_times(sketch in sketch()) {
        let model = sketch.inventory();
        let analysis = Analysis::new(&model, &Options::default());
        let equations = analysis.equations();
        let present: Vec<ComponentIx> = analysis.present_components().collect();
        let events = analysis.all_events();
        let none = FxHashSet::default();
        prop_assert_eq!(events.len(), equations.events.len());
        for ((event, _), told) in events.iter().zip(&equations.events) {
            for reading in [Reading::Settled, Reading::Careful] {
                for degrades in [false, true] {
                    let failure = if degrades { Failure::Degrades } else { Failure::Stops };
                    let scope = analysis.scope(*event, reading, &none);
                    let expected = analysis.survival(&[scope], reading, failure, World::Now);
                    let solved = solve(&equations, told, reading, degrades);
                    for (component, time) in present.iter().zip(&solved) {
                        let time = Some(*time).filter(|time| *time < NEVER);
                        let expected = Some(expected[component.at()][0]);
                        let expected = expected.filter(|time| *time != u32::MAX).map(u64::from);
                        prop_assert_eq!(time, expected, "{:?} {:?} {:?}", told.event, reading, component);
                    }
                }
            }
        }
    }

    #[test]
    fn an_event_switches_off_no_less_once_unknowns_are_taken_against_us(sketch in sketch()) {
        let model = sketch.inventory();
        for event in Analysis::new(&model, &Options::default()).equations().events {
            prop_assert!(event.settled.iter().all(|target| event.careful.contains(target)));
            prop_assert!(event.maybe_foreign >= event.foreign);
        }
    }
}
