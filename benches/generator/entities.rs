//! The root: entities with their owners, sites, laws.

use std::fmt::Write as _;

use super::{Random, put};

/// How many entities and sites an inventory of so many components has: an organisation that runs more
/// has more suppliers, though not as many more.
#[derive(Clone, Copy)]
pub struct Surroundings {
    pub entities: usize,
    pub sites: usize,
}

impl Surroundings {
    pub fn of(components: usize) -> Self {
        Self { entities: 200 + components / 50, sites: 80 + components / 500 }
    }
}

/// Where they are.
const COUNTRIES: [&str; 12] =
    ["FR", "US", "DE", "IE", "NL", "GB", "CN", "IN", "JP", "SE", "CH", "IL"];
/// Entities that nobody controls: two a country.
const TOPS: usize = 24;

const HEAD: &str = "trefonds: 1
title: Système d'information engendré
home: [FR, EU]
as_of: 2026-06-30
";

const LAWS: &str = "laws:
  us-cloud-act:
    name: CLOUD Act
    jurisdiction: US
    effect: access
    reaches:
      - {channel: operation, link: direct}
      - {channel: operation, link: via control}
      - {channel: operation, link: via group, grade: arguable}
    from: 2018-03-23
    source: 18 U.S.C. 2713
  us-export-controls:
    jurisdiction: US
    effect: denial
    reaches: [{channel: supply, link: direct}, {channel: supply, link: via control}]
  cn-national-intelligence:
    jurisdiction: CN
    effect: access
    reaches: [{channel: operation, link: direct}, {channel: location, link: direct}]
  gb-investigatory-powers:
    jurisdiction: GB
    effect: access
    reaches: [{channel: operation, link: direct}]
  in-it-act:
    jurisdiction: IN
    effect: access
    reaches: [{channel: location, link: direct}, {channel: operation, link: direct}]
";

/// Writes everything but the components.
pub fn root(around: Surroundings, text: &mut String) {
    text.push_str(HEAD);
    text.push_str("entities:\n");
    (0..around.entities).for_each(|at| entity(at, text));
    text.push_str("sites:\n");
    (0..around.sites).for_each(|at| site(at, around, text));
    text.push_str(LAWS);
}

fn entity(at: usize, text: &mut String) {
    let mut random = Random::of(at, 1);
    // Every fourth entity is incorporated elsewhere than the one above it.
    let country = COUNTRIES[if at < TOPS { at / 2 } else { random.below(COUNTRIES.len()) }];
    put!(text, "  entity-{at:03}:\n    name: Société nº {at}\n");
    if !(at >= TOPS && random.one_in_thousand(10)) {
        put!(text, "    country: {country}\n");
    }
    if at < TOPS {
        text.push_str("    owned_by: dispersed\n");
        return;
    }
    // A parent half as far from the tops, so that chains grow with the logarithm of all: seven links among
    // 400, seventeen among 20,000.
    let parent = at / 2 + random.below(at / 4);
    let other = random.below(at);
    match random.below(100) {
        0..=59 => {
            put!(text, "    owned_by: [{{entity: entity-{parent:03}, votes: 100%}}]\n");
        }
        60..=79 => {
            put!(text, "    owned_by: [{{entity: entity-{parent:03}, votes: 51%}}, dispersed]\n");
        }
        80..=86 if other != parent => {
            put!(
                text,
                "    owned_by:\n      - {{entity: entity-{parent:03}, votes: 50%, source: rapport annuel 2025}}\n      - {{entity: entity-{other:03}, votes: 50%}}\n"
            );
        }
        87..=91 => {
            put!(text, "    owned_by: [{{entity: entity-{parent:03}, votes: 40%..60%}}]\n");
        }
        92..=94 => text.push_str("    owned_by: undisclosed\n"),
        95..=96 => {}
        _ => {
            put!(text, "    owned_by: dispersed\n    controlled_by: entity-{parent:03}\n");
        }
    }
}

fn site(at: usize, around: Surroundings, text: &mut String) {
    let mut random = Random::of(at, 2);
    let country = COUNTRIES[random.below(COUNTRIES.len()).min(random.below(COUNTRIES.len()))];
    let operator = random.below(around.entities);
    put!(text, "  site-{at:02}:\n    name: Centre de données {at}\n    country: {country}\n");
    put!(text, "    operator: entity-{operator:03}\n");
}
