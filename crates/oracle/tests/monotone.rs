//! Who says less gets no better news: forgetting a fact, widening a range, adding a country never takes the
//! last finding away from a service. What is there without any coincidence may become one of a single unknown
//! fact; what is possible in one hand already may need two, and these are not looked for.

use std::collections::{BTreeMap, BTreeSet};

use trefonds_ask::{Detail, SinglePointOptions};
use trefonds_findings::Level;
use trefonds_oracle::generate::{self, COUNTRIES};
use trefonds_oracle::seed::Seed;
use trefonds_oracle::world::*;

use crate::program::{Differences, ask, worlds};

/// The services with findings at each level, and of exposure.
type Found = BTreeMap<(String, &'static str), ()>;

/// Those with a finding that needs no coincidence, and those with any.
fn found(world: &World) -> (Found, Found) {
    ask(world, |analysis| {
        let (mut plain, mut any) = (Found::new(), Found::new());
        for (level, name) in
            [(Level::Controller, "controller"), (Level::Jurisdiction, "jurisdiction")]
        {
            let options =
                SinglePointOptions { detail: Detail::Unproven, ..SinglePointOptions::at(level) };
            for it in analysis.single_points(&options).services {
                let alone = it.certain + it.possible + it.unknown + it.ended;
                if alone > 0 {
                    plain.insert((it.service.id.clone(), name), ());
                }
                if alone + it.one_hand > 0 {
                    any.insert((it.service.id, name), ());
                }
            }
        }
        for it in analysis.exposure(false).findings {
            plain.insert((it.service.id.clone(), "exposure"), ());
            any.insert((it.service.id, "exposure"), ());
        }
        (plain, any)
    })
}

/// Whom a law reaches by way of a group is known from who is above whom. Where that is forgotten, no rule says
/// that whoever is above may be the one by way of whom it reached.
const PARENTS: &str = "forgets the parents";

/// What was found before is found after, for each change of each world.
fn hold(
    worlds_of: impl Iterator<Item = (u64, World)>,
    changes: impl Fn(&World, &mut Seed) -> Option<(String, World)>,
) {
    let mut differences = Differences::default();
    let mut changed = 0;
    for (number, world) in worlds_of {
        let (before, _) = found(&world);
        let mut seed = Seed::new(number);
        for _ in 0..4 {
            let Some((what, less)) = changes(&world, &mut seed) else { continue };
            changed += 1;
            let (_, mut after) = found(&less);
            let mut before = before.clone();
            if what.starts_with(PARENTS) {
                before.retain(|(_, kind), ()| *kind != "exposure");
            }
            after.retain(|key, ()| before.contains_key(key));
            differences.note((number, &world), &what, &before, &after);
        }
    }
    differences.none();
    assert!(changed > 100, "{changed} changes");
}

fn all(count: u64) -> impl Iterator<Item = (u64, World)> {
    worlds(count).map(|number| (number, generate::world(number)))
}

/// Forgets one fact that its layer calls for; the place only of what has one of its own.
fn forget(world: &World, seed: &mut Seed) -> Option<(String, World)> {
    let mut world = world.clone();
    let at = seed.below(world.components.len());
    let component = &mut world.components[at];
    let (id, layer) = (component.id.clone(), component.layer);
    let fact = match seed.below(6) {
        0 if layer == Layer::Service => {
            component.needs = Stated::not_said();
            "requirements"
        }
        1 if layer.calls_for_operator() => {
            component.operators = Stated::not_said();
            "operator"
        }
        2 if layer.calls_for_suppliers() => {
            component.suppliers = Stated::not_said();
            "suppliers"
        }
        3 if layer.calls_for_operator() && !layer.place_is_inherited() => {
            component.places = Stated::not_said();
            "site"
        }
        4 if layer.calls_for_operator() => {
            component.data = Stated::not_said();
            "data"
        }
        _ => return forget_of_entity(world, seed),
    };
    Some((format!("forgets {fact} of {id}"), world))
}

fn forget_of_entity(mut world: World, seed: &mut Seed) -> Option<(String, World)> {
    let at = seed.below(world.entities.len());
    let entity = &mut world.entities[at];
    let what = if seed.percent(40) {
        entity.countries = Stated::not_said();
        "forgets the country"
    } else {
        (entity.owned_by, entity.controlled_by) = (Stated::not_said(), Stated::not_said());
        PARENTS
    };
    Some((format!("{what} of {}", entity.id), world))
}

#[test]
fn forgetting_a_called_for_fact_never_removes_the_last_finding_of_a_service() {
    hold(all(120), forget);
}

#[test]
fn widening_a_share_never_removes_the_last_finding_of_a_service() {
    hold(all(200), |world, seed| {
        let mut world = world.clone();
        let entity = seed.below(world.entities.len());
        let entity = &mut world.entities[entity];
        let id = entity.id.clone();
        let holdings = &mut entity.owned_by.items;
        if holdings.is_empty() {
            return None;
        }
        let at = seed.below(holdings.len());
        let Holding::Entity(holder, votes) = &mut holdings[at].what else { return None };
        let (least, most) = votes.unwrap_or((0, WHOLE));
        let by = 10_000 * (1 + seed.below(60) as i64);
        *votes = Some(((least - by).max(0), (most + by).min(WHOLE)));
        Some((format!("widens the share of {holder} in {id} by {by}"), world))
    });
}

#[test]
fn adding_a_country_never_removes_the_last_finding_of_a_service() {
    hold(all(120), |world, seed| {
        let mut world = world.clone();
        let country = (*seed.one(&COUNTRIES)).to_owned();
        // A site and what is around it are in the same country.
        let nested = world.sites.iter().any(|it| it.within.is_some());
        let (id, countries) = if nested || seed.percent(70) {
            let at = seed.below(world.entities.len());
            (world.entities[at].id.clone(), &mut world.entities[at].countries)
        } else {
            let at = seed.below(world.sites.len());
            (world.sites[at].id.clone(), &mut world.sites[at].countries)
        };
        let holds = |it: &Fact<String>| it.dates.hold(world.as_of);
        let known: BTreeSet<&String> = countries.items.iter().map(|it| &it.what).collect();
        // Where no country is known, one more is an answer.
        if known.contains(&country) || !countries.items.iter().any(holds) {
            return None;
        }
        countries.items.push(Fact::plain(country.clone()));
        Some((format!("adds {country} to {id}"), world))
    });
}
