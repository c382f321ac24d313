//! Plans of random inventories are what the trial of every subset says.

use proptest::prelude::*;
use trefonds_findings::{Certainty, Criticality, LeftWhy, Level, Plan, PlanOutcome, Proof};
use trefonds_model::Inventory;

use super::oracle::{self, Tried};
use super::random::{Shape, text};
use crate::{PlanOptions, plan};

const SHAPE: Shape = Shape { services: 2, components: 6, options: 6 };

fn any_options() -> impl Strategy<Value = PlanOptions> {
    let level = prop::sample::select(vec![Level::Entity, Level::Controller, Level::Jurisdiction]);
    let counted = prop::sample::select(vec![Certainty::Certain, Certainty::Possible]);
    let criticality = prop::sample::select(vec![Criticality::Important, Criticality::Minor]);
    let by = prop::option::weighted(0.3, Just(trefonds_model::Minutes::hours(24 * 31)));
    (level, counted, criticality, by).prop_map(|(level, counted, criticality, by)| PlanOptions {
        level,
        counted,
        criticality,
        by,
        ..PlanOptions::default()
    })
}

fn taken(plan: &Plan) -> Vec<String> {
    let mut taken: Vec<String> = plan.steps.iter().map(|it| it.option.option.id.clone()).collect();
    taken.sort();
    taken
}

fn ids(model: &Inventory, tried: &Tried) -> Vec<String> {
    let ids = tried.taken.iter().map(|at| model.text(model.alternatives[*at as usize].id));
    let mut ids: Vec<String> = ids.map(str::to_owned).collect();
    ids.sort();
    ids
}

/// Nothing leaves less, and nothing that leaves as little costs less; what the plan says of what is
/// left is so.
fn holds(text: &str, options: &PlanOptions) {
    let model = super::inventory(text);
    let plan = plan(&model, options);
    let all = oracle::all(&model, options);
    let affordable = |it: &&Tried| options.budget.is_none_or(|budget| it.cost <= budget);
    let least = all.iter().filter(affordable).map(|it| it.weight).min().unwrap();
    let cheapest = all.iter().filter(affordable).filter(|it| it.weight == least);
    let cheapest = cheapest.map(|it| it.cost).min().unwrap();
    assert_eq!(plan.proof, Proof::Optimal, "{text}");
    assert_eq!((plan.weight_left, plan.cost), (least, cheapest), "{:?}\n{text}", taken(&plan));
    let own = all.iter().find(|it| ids(&model, it) == taken(&plan));
    let own = own.unwrap_or_else(|| panic!("not allowed: {:?}\n{text}", taken(&plan)));
    let key = |it: &trefonds_findings::SinglePoint| {
        let event = format!("{:?} {}", it.event_kind, it.event);
        // A sum that nothing else stands for is told by what it sums up.
        let mut counted = own.left.iter().filter(|left| left.0 == it.service);
        let summed = it.one_hand || counted.all(|left| left.1 == oracle::AT_ALL);
        let event = if summed { oracle::AT_ALL.to_owned() } else { event };
        (it.service.clone(), event)
    };
    let left: std::collections::BTreeSet<(String, String)> =
        plan.left.iter().map(|it| key(&it.finding)).collect();
    // What sums up others is told only where it is possible in one hand as well.
    let is_sum = |it: &&(String, String)| it.1 == oracle::AT_ALL;
    assert!(left.iter().filter(is_sum).all(|it| own.left.contains(it)), "{text}");
    let plain = |all: &std::collections::BTreeSet<(String, String)>| -> Vec<(String, String)> {
        all.iter().filter(|it| !is_sum(it)).cloned().collect()
    };
    assert_eq!(plain(&left), plain(&own.left), "{text}");
    assert_eq!(left.is_empty(), own.left.is_empty(), "{text}");
    let before = all.iter().find(|it| it.taken.is_empty()).unwrap();
    let expected = match (before.weight, least) {
        (0, _) => PlanOutcome::NothingToDo,
        (_, 0) => PlanOutcome::Complete,
        _ if options.budget.is_some() => PlanOutcome::WithinBudget,
        _ => PlanOutcome::Infeasible,
    };
    assert_eq!(plan.outcome, expected, "{text}");
    for point in &plan.left {
        let finding = &point.finding;
        let key = key(finding);
        let removable = all.iter().any(|it| !it.left.contains(&key));
        match point.why {
            LeftWhy::Untouched | LeftWhy::NoSet => assert!(!removable, "{key:?}\n{text}"),
            LeftWhy::AtThePriceOfOthers | LeftWhy::Budget => {
                assert!(removable, "{key:?}\n{text}")
            }
            LeftWhy::NotKnown => panic!("{key:?}\n{text}"),
        }
    }
    let findings = own.left.iter().filter(|it| it.1 != oracle::AT_ALL).count();
    adds_up(&plan, findings as i64);
}

/// The road map goes from what was there to the findings that are left, sums left out.
fn adds_up(plan: &Plan, findings: i64) {
    let mut here = plan.counted_before as i64;
    let mut cost = 0;
    for step in &plan.steps {
        here += step.brings.len() as i64 - step.removes.len() as i64;
        cost += step.option.cost;
        assert_eq!((i64::from(step.left), step.cost_so_far), (here, cost));
        let spare = step.holds_off.is_empty() && step.needed_by.is_empty();
        assert!(!spare, "a step to spare: {:?}", step.option.option);
    }
    assert_eq!((here, cost), (findings, plan.cost));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_subset_is_better(seed in any::<u64>(), options in any_options()) {
        holds(&text(seed, &SHAPE), &options);
    }

    #[test]
    fn no_subset_within_the_budget_is_better(
        seed in any::<u64>(), options in any_options(), budget in 0_u64..150
    ) {
        holds(&text(seed, &SHAPE), &PlanOptions { budget: Some(budget), ..options });
    }
}

#[test]
fn a_search_that_ends_early_claims_nothing() {
    let mut gaps = 0;
    for seed in 0..40 {
        let text = text(seed, &SHAPE);
        let model = super::inventory(&text);
        let options = PlanOptions { effort: 0, ..PlanOptions::default() };
        let plan = plan(&model, &options);
        let all = oracle::all(&model, &options);
        let least = all.iter().map(|it| it.weight).min().unwrap();
        let cheapest =
            all.iter().filter(|it| it.weight <= plan.weight_left).map(|it| it.cost).min().unwrap();
        assert!(plan.weight_at_least <= least && least <= plan.weight_left, "{text}");
        assert!(plan.cost_at_least <= cheapest && cheapest <= plan.cost, "{text}");
        if plan.proof == Proof::Optimal {
            assert_eq!((plan.weight_left, plan.cost), (least, cheapest), "{text}");
        } else {
            gaps += 1;
        }
    }
    assert!(gaps > 0);
}
