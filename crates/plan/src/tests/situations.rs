//! Small cases worked out by hand.

use trefonds_findings::{Certainty, Criticality, LeftWhy, Plan, PlanOutcome, Proof};
use trefonds_model::Minutes;

use crate::{PlanOptions, plan};

const ENTITIES: &str = "
entities:
  us: {country: US, owned_by: none}
  fr: {country: FR, owned_by: none}
  fr-of-us: {country: FR, owned_by: [{entity: us, votes: 100%}]}
  silent: {country: FR}
";

fn planned(components: &str, options: &PlanOptions) -> Plan {
    let text = format!("trefonds: 1\nhome: [FR]\ncomponents:\n{components}{ENTITIES}");
    plan(&super::inventory(&text), options)
}

fn taken(plan: &Plan) -> Vec<&str> {
    plan.steps.iter().map(|step| step.option.option.id.as_str()).collect()
}

#[test]
fn of_two_suppliers_for_one_place_the_cheaper_that_helps() {
    let plan = planned(
        "
  s: {layer: service, depends_on: [a]}
  a:
    layer: software
    suppliers: [{entity: us, on_withdrawal: stops}]
    alternatives:
      dear: {cost: 9, suppliers: [{entity: fr, on_withdrawal: stops}]}
      trap: {cost: 1, suppliers: [{entity: fr-of-us, on_withdrawal: stops}]}
      good: {cost: 5, suppliers: [{entity: fr, on_withdrawal: stops}]}
",
        &PlanOptions::default(),
    );
    assert_eq!((taken(&plan), plan.cost), (vec!["good"], 5));
    assert_eq!(plan.outcome, PlanOutcome::Complete);
}

#[test]
fn a_silent_supplier_is_no_way_out() {
    let components = "
  s: {layer: service, depends_on: [a]}
  a:
    layer: software
    suppliers: [{entity: us, on_withdrawal: stops}]
    alternatives:
      silence: {cost: 1, suppliers: [{entity: silent, on_withdrawal: stops}]}
      good: {cost: 5, suppliers: [{entity: fr, on_withdrawal: stops}]}
";
    // Nobody has said who is above the silent one: possibly anybody abroad. That is new, and counts.
    let plan = planned(components, &PlanOptions::default());
    assert_eq!(taken(&plan), ["good"]);
    let cheap = PlanOptions { budget: Some(1), ..PlanOptions::default() };
    assert_eq!(taken(&planned(components, &cheap)), Vec::<&str>::new());
}

#[test]
fn what_turns_from_certain_to_possible_is_told() {
    let plan = planned(
        "
  s: {layer: service, depends_on: [a]}
  a:
    layer: software
    suppliers: [{entity: us, on_withdrawal: stops}]
    alternatives:
      vague: {cost: 1, suppliers: [us]}
",
        &PlanOptions::default(),
    );
    assert_eq!((taken(&plan), plan.weakened.len()), (vec!["vague"], 1));
    assert_eq!(plan.weakened[0].event, "us");
}

#[test]
fn a_stand_in_that_rests_on_the_same_controller_does_not_help() {
    let plan = planned(
        "
  s: {layer: service, depends_on: [a]}
  a:
    layer: application
    operator: us
    suppliers: none
    site: FR
    data: none
    alternatives:
      twin: {cost: 1, stand_in: b}
      other: {cost: 7, stand_in: c}
  b: {layer: application, planned: true, depends_on: [d], operator: fr, suppliers: none, site: FR, data: none}
  c: {layer: application, planned: true, operator: fr, suppliers: none, site: FR, data: none}
  d: {layer: application, planned: true, operator: us, suppliers: none, site: FR, data: none}
",
        &PlanOptions::default(),
    );
    assert_eq!((taken(&plan), plan.cost), (vec!["other"], 7));
}

#[test]
fn two_options_that_only_help_together() {
    let plan = planned(
        "
  s: {layer: service, depends_on: [a, b]}
  a:
    layer: application
    operator: us
    suppliers: none
    site: FR
    data: none
    alternatives: {own-a: {cost: 3, operator: fr, lead_time: 30d}}
  b:
    layer: application
    operator: us
    suppliers: none
    site: FR
    data: none
    alternatives: {own-b: {cost: 2, operator: fr}}
",
        &PlanOptions::default(),
    );
    assert_eq!(taken(&plan), ["own-b", "own-a"]);
    assert!(plan.steps[0].removes.is_empty() && plan.steps[0].holds_off.len() == 1);
    assert_eq!((plan.steps[1].removes.len(), plan.steps[1].cost_so_far), (1, 5));
    assert_eq!((plan.longest_lead_time_minutes, plan.lead_times_not_said), (Some(43_200), 1));
}

#[test]
fn time_bought_counts_before_the_horizon_only() {
    let components = "
  s: {layer: service, depends_on: [a]}
  a:
    layer: software
    suppliers: [{entity: us, on_withdrawal: stops after 90d}]
    alternatives:
      stock: {cost: 4, terms: {entity: us, on_withdrawal: stops after 3y}}
";
    let by = |by| PlanOptions { by, ..PlanOptions::default() };
    assert_eq!(taken(&planned(components, &by(Some(Minutes::hours(24 * 365))))), ["stock"]);
    let ever = planned(components, &by(None));
    assert_eq!((taken(&ever), ever.outcome), (Vec::<&str>::new(), PlanOutcome::Infeasible));
    assert_eq!(ever.left[0].why, LeftWhy::NoSet);
}

#[test]
fn a_budget_goes_to_what_is_vital() {
    let plan = planned(
        "
  vital: {layer: service, criticality: vital, depends_on: [a]}
  x: {layer: service, criticality: standard, depends_on: [b]}
  y: {layer: service, criticality: standard, depends_on: [b]}
  a: {layer: software, suppliers: [{entity: us, on_withdrawal: stops}], alternatives: {for-a: {cost: 9, suppliers: none}}}
  b: {layer: software, suppliers: [{entity: us, on_withdrawal: stops}], alternatives: {for-b: {cost: 2, suppliers: none}}}
",
        &PlanOptions { budget: Some(10), ..PlanOptions::default() },
    );
    assert_eq!((taken(&plan), plan.weight_before, plan.weight_left), (vec!["for-a"], 24, 8));
    assert!(plan.left.iter().all(|left| left.why == LeftWhy::Budget));
}

#[test]
fn removing_one_may_cost_another() {
    // Each host is one controller's; whatever is chosen, one of the two services hangs on one.
    let plan = planned(
        "
  s: {layer: service, criticality: vital, depends_on: [a]}
  t: {layer: service, criticality: minor, depends_on: [b]}
  a:
    layer: application
    operator: us
    suppliers: none
    site: FR
    data: none
    alternatives: {swap: {cost: 1, operator: fr, excludes: own-b}}
  b:
    layer: application
    operator: us
    suppliers: none
    site: FR
    data: none
    alternatives: {own-b: {cost: 1, operator: fr}}
",
        &PlanOptions::default(),
    );
    assert_eq!((taken(&plan), plan.outcome), (vec!["swap"], PlanOutcome::Infeasible));
    assert_eq!(plan.left[0].why, LeftWhy::AtThePriceOfOthers);
}

#[test]
fn services_for_which_the_plan_is_not_made_are_looked_at_all_the_same() {
    let plan = planned(
        "
  s: {layer: service, criticality: vital, depends_on: [a]}
  t: {layer: service, criticality: minor, depends_on: [b]}
  a:
    layer: application
    operator: us
    suppliers: none
    site: FR
    data: none
    alternatives: {own: {cost: 1, operator: fr, requires: sold}}
  b:
    layer: application
    operator: fr
    suppliers: none
    site: FR
    data: none
    alternatives: {sold: {cost: 0, operator: us}}
",
        &PlanOptions { criticality: Criticality::Vital, ..PlanOptions::default() },
    );
    assert_eq!(plan.outcome, PlanOutcome::Complete);
    let elsewhere = plan.elsewhere.iter().map(|it| (it.service.as_str(), it.certainty));
    assert_eq!(elsewhere.collect::<Vec<_>>(), [("t", Certainty::Certain)]);
}

#[test]
fn costs_of_very_different_sizes() {
    // From nothing to a thousand million, a unit apart.
    let components = "
  s: {layer: service, criticality: vital, depends_on: [a, b, c]}
  t: {layer: service, criticality: minor, depends_on: [b]}
  a: {layer: software, suppliers: [{entity: us, on_withdrawal: stops}], alternatives: {dear: {cost: 1000000000, suppliers: none}, dearer: {cost: 999999999, stand_in: d}}}
  b: {layer: software, suppliers: [{entity: us, on_withdrawal: stops}], alternatives: {cheap: {cost: 1, suppliers: none}, cheaper: {cost: 0, stand_in: d}}}
  c: {layer: software, suppliers: [{entity: us, on_withdrawal: stops}], alternatives: {middling: {cost: 333337, suppliers: none}}}
  d: {layer: software, planned: true, suppliers: none}
";
    let plan = planned(components, &PlanOptions::default());
    assert_eq!((plan.cost, plan.outcome), (1_000_333_336, PlanOutcome::Complete));
    assert_eq!((plan.proof, plan.cost_at_least), (Proof::Optimal, plan.cost));
    let short = PlanOptions { budget: Some(1_000_333_335), ..PlanOptions::default() };
    let plan = planned(components, &short);
    assert_eq!((plan.cost, plan.weight_left, plan.proof), (0, 16, Proof::Optimal));
}

/// One of two is enough, both of them are an American company's.
const TWO_OF_ONE: &str = "
  s: {layer: service, depends_on: [{any_of: [a, b]}]}
  a: {layer: application, operator: us, suppliers: none, site: FR, data: none}
  b:
    layer: application
    operator: us
    suppliers: none
    site: FR
    data: none
    alternatives:
      unsaid: {cost: 100, operator: undisclosed}
";

#[test]
fn what_nobody_knows_does_not_take_the_place_of_who_is_known() {
    let both = format!("{TWO_OF_ONE}      at-home: {{cost: 900, operator: fr}}\n");
    let plan = planned(&both, &PlanOptions::default());
    assert_eq!((taken(&plan), plan.outcome), (vec!["at-home"], PlanOutcome::Complete));
    assert_eq!((plan.cost, plan.weight_left), (900, 0));
}

#[test]
fn where_only_the_unknown_is_for_sale_it_is_not_called_enough() {
    let plan = planned(TWO_OF_ONE, &PlanOptions::default());
    assert_eq!(plan.outcome, PlanOutcome::Infeasible);
    // us stops it for certain today; with the unknown one it is possible in one hand.
    assert_eq!((plan.weight_before, plan.weight_left), (4, 2));
}
