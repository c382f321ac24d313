//! What the rules say that a finding hangs on is asked for.

use std::collections::BTreeMap;

use trefonds_oracle::generate;
use trefonds_oracle::single_points::Event;
use trefonds_oracle::withdrawal::Level;

use crate::program::{Differences, ask, worlds};

#[test]
fn every_unknown_fact_that_stops_something_is_asked_for() {
    let mut differences = Differences::default();
    for number in worlds(150) {
        let world = generate::world(number);
        let mut rules: BTreeMap<String, bool> = BTreeMap::new();
        for level in [Level::Controller, Level::Jurisdiction] {
            for ((_, event), _) in world.single_points(level, false) {
                if let Event::Hidden(facts) = event {
                    rules.insert(format!("{facts:?}"), true);
                }
            }
            for pair in world.pairs(level, false).into_keys() {
                let first = match pair.first {
                    Event::Hidden(first) => Some(first),
                    Event::Named(_) => None,
                };
                for facts in first.into_iter().chain([pair.hand]) {
                    rules.insert(format!("{facts:?}"), true);
                }
            }
        }
        ask(&world, |analysis| {
            let hands = crate::results::Hands::of(&world);
            let asked = analysis.questions().questions.into_iter();
            let mut program: BTreeMap<String, bool> =
                asked.map(|it| (format!("{:?}", hands.hidden(&it.fact.id)), true)).collect();
            program.retain(|facts, _| rules.contains_key(facts));
            differences.note((number, &world), "asked", &rules, &program);
        });
    }
    differences.none();
}
