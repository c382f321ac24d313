//! Declarations and models are two forms of the same thing.

use std::collections::BTreeSet;

use super::inventories::{SHIPPED, shipped};
use proptest::prelude::*;
use trefonds_ask::{Analysis, Options, SinglePointOptions, facts};
use trefonds_declare::{Facts, model_again};
use trefonds_findings::{Fact, Level};
use trefonds_model::Inventory;

fn placeless(model: &Inventory) -> Vec<Fact> {
    let mut all = facts(model).facts;
    for fact in &mut all {
        fact.at = trefonds_findings::SourceAt::default();
    }
    all
}

fn findings(model: &Inventory) -> BTreeSet<String> {
    let analysis = Analysis::new(model, &Options::default());
    let mut found = BTreeSet::new();
    for level in Level::ALL {
        for finding in analysis.single_points(&SinglePointOptions::at(level)).findings {
            let state = (finding.certainty, finding.survival_minutes, finding.foreign);
            found.insert(format!("{level:?} {} {} {state:?}", finding.service, finding.event));
        }
    }
    for finding in analysis.exposure(true).findings {
        let state = (finding.jurisdiction, finding.law, finding.channel, finding.certainty);
        found.insert(format!("{} {state:?} {:?}", finding.service.id, finding.grade));
    }
    found
}

#[test]
fn nothing_is_lost_on_the_way_there_and_back() {
    for name in SHIPPED {
        let model = shipped(name);
        let again = model_again(&facts(&model)).expect(name);
        assert_eq!(placeless(&model), placeless(&again), "{name}");
        assert_eq!(model.day(), again.day(), "{name}");
    }
}

#[test]
fn the_results_are_those_of_the_files() {
    for name in SHIPPED {
        let model = shipped(name);
        let again = model_again(&facts(&model)).expect(name);
        assert_eq!(findings(&model), findings(&again), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_order_of_declarations_means_nothing(
        name in prop::sample::select(SHIPPED.to_vec()),
        seed in any::<prop::sample::Index>(),
        stride in 1_usize..50,
    ) {
        let said = facts(&shipped(name));
        let mut turned = said.facts.clone();
        let at = seed.index(turned.len());
        turned.rotate_left(at);
        for at in (0..turned.len().saturating_sub(stride)).step_by(stride) {
            turned.swap(at, at + stride);
        }
        let again = model_again(&Facts { version: said.version, facts: turned }).unwrap();
        prop_assert_eq!(facts(&again), said);
    }
}

/// Everything that the format can say, once at least.
const EVERYTHING: &str = include_str!("everything.yaml");

#[test]
fn all_that_can_be_said_comes_back() {
    let said = facts(&super::inventories::inventory(EVERYTHING));
    assert_eq!(facts(&model_again(&said).unwrap()), said);
}
