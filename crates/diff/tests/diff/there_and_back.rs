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
        fact.at = trefonds_findings::SourceAt { file: String::new(), line: 0, column: 0 };
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
const EVERYTHING: &str = r#"
trefonds: 1
title: All
home: [FR, EEA]
as_of: 2026-11-01
currency: EUR
organisation: [o]
asks: {parents: legal, on-withdrawal: purchasing}
sources:
  register: {title: Register, publisher: State, date: 2026-05, link: "https://example.org"}
components:
  a:
    layer: service
    name: A
    criticality: vital
    owner: me
    tags: [x, "y#2", y]
    depends_on:
      - b
      - {needs: c, tolerates: 4h, because: so}
      - {needs: c, tolerates: 5h, until: 2020-01-01}
      - {soft: {any_of: [d, e]}}
      - {at_least: 2, of: [d, {needs: e, from: 2020-01-01, source: register}, {all_of: [f, b]}]}
    operator: [o, {entity: p, from: 2020-01-01, verified: true}, {entity: p, until: 2019-01-01}]
    suppliers: [o, {entity: p, on_withdrawal: stops after 90d}, {undisclosed: {name: n, not: [o, US], among: [p, s, b, DE]}}]
    site: [FR, {site: s}, {country: DE, source: map}]
    data:
      - {class: health, form: encrypted, keys: [o, {undisclosed: n}]}
      - {class: health, form: clear, verified: false}
      - {form: clear, candidate: true}
    alternatives:
      other-maker:
        {cost: 120000, lead_time: 6mo, suppliers: [q, p], depends_on: [b], operator: {undisclosed: m}, site: DE, data: none, excludes: stock}
      stock: {name: Stock, cost: 0, requires: [twin], source: offer, terms: [{entity: p, on_withdrawal: survives}]}
      twin: {cost: 7, stand_in: g, until: 2030-01-01}
    verified: 2026-01-01
  g: {layer: service, planned: true}
  b: {layer: data, depends_on: none, data: undisclosed}
  c: {layer: software}
  d: {layer: software}
  e: {layer: software}
  f: {layer: software}
entities:
  o:
    country: {code: FR, until: 2030-01-01}
    lei: HWUPKR0MPOU8FGXBT394
    owned_by: [p, {entity: q, votes: 23.9%}, {dispersed: 10%}, undisclosed]
  p: {country: undisclosed, controlled_by: [q, {entity: o, by: board}]}
  q: {owned_by: [{entity: p, votes: {at_least: 40%}}, {entity: o, votes: 1%..2%}]}
  s: {name: one id twice, country: US}
sites:
  s: {country: [FR], operator: none}
laws:
  l:
    jurisdiction: US
    effect: denial
    reaches: [{channel: supply, link: technology, grade: arguable}, {channel: supply, link: direct, until: 2030-01-01}]
    from: 2018-03-23
"#;

#[test]
fn all_that_can_be_said_comes_back() {
    let said = facts(&super::inventories::inventory(EVERYTHING));
    assert_eq!(facts(&model_again(&said).unwrap()), said);
}
