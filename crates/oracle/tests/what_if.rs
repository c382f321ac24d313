use std::collections::{BTreeMap, BTreeSet};

use trefonds_ask::{Analysis, Detail, Scenario};
use trefonds_findings::StoppedService;
use trefonds_model::Minutes;
use trefonds_oracle::generate;
use trefonds_oracle::seed::Seed;
use trefonds_oracle::standing::NEVER;
use trefonds_oracle::survival::Failure;
use trefonds_oracle::what_if::Part;
use trefonds_oracle::withdrawal::Level;
use trefonds_oracle::world::{Question, World};

use crate::program::{Differences, ask, worlds};
use crate::results::Hands;

/// One to three of anything that can withdraw.
pub fn parts(world: &World, seed: &mut Seed) -> Vec<Part> {
    (0..=seed.below(3)).map(|_| part(world, seed)).collect()
}

fn part(world: &World, seed: &mut Seed) -> Part {
    let entity = |seed: &mut Seed| seed.one(&world.entities).id.clone();
    // Countries and laws break nothing.
    let kinds = match world.question {
        Question::Withdrawal => [0, 1, 2, 3, 4, 5],
        Question::Fault => [0, 1, 2, 0, 5, 5],
    };
    match *seed.one(&kinds) {
        0 => {
            let there: Vec<_> = world.components.iter().filter(|it| world.is_there(it)).collect();
            Part::Withdrawal(Level::Component, seed.one(&there).id.clone())
        }
        1 => Part::Withdrawal(Level::Entity, entity(seed)),
        2 => Part::Withdrawal(Level::Controller, entity(seed)),
        3 => {
            let states: Vec<String> = world.states().into_iter().collect();
            if states.is_empty() {
                return Part::Withdrawal(Level::Entity, entity(seed));
            }
            Part::Withdrawal(Level::Jurisdiction, seed.one(&states).clone())
        }
        4 if !world.laws.is_empty() => Part::Law(seed.one(&world.laws).id.clone()),
        _ => Part::Site(seed.one(&world.sites).id.clone()),
    }
}

/// As the command line would have it.
pub fn scenario(
    analysis: &Analysis<'_>,
    parts: &[Part],
    by: Option<Minutes>,
    detail: Detail,
) -> Scenario {
    let withdrawals = parts.iter().map(|part| {
        let written = match part {
            Part::Site(id) | Part::Withdrawal(Level::Site, id) => {
                return (id.clone(), analysis.closed_site(id).unwrap());
            }
            Part::Law(id) => return (id.clone(), analysis.applied_law(id).unwrap()),
            Part::Withdrawal(Level::Component, id) => format!("component:{id}"),
            Part::Withdrawal(Level::Entity, id) => format!("entity:{id}"),
            Part::Withdrawal(Level::Controller, id) => format!("controller:{id}"),
            Part::Withdrawal(Level::Jurisdiction, code) => format!("country:{code}"),
        };
        let meaning = analysis.withdrawal(&written).unwrap_or_else(|_| panic!("{written}"));
        (written, meaning)
    });
    Scenario {
        withdrawals: withdrawals.collect(),
        detail,
        by,
        lasts: None,
        statically: false,
        title: None,
    }
}

fn told(found: &[StoppedService]) -> BTreeMap<String, (i64, i64)> {
    let minutes = |time: Option<u32>| time.map_or(NEVER, i64::from);
    let line = |it: &StoppedService| {
        let times = (minutes(it.survival_minutes.careful), minutes(it.survival_minutes.settled));
        (it.service.id.clone(), times)
    };
    found.iter().map(line).collect()
}

#[test]
fn what_stops_and_degrades_when_several_withdraw_is_that_of_the_rules() {
    let mut differences = Differences::default();
    for number in worlds(300) {
        let world = generate::world(number);
        let mut seed = Seed::new(number);
        let parts = parts(&world, &mut seed);
        let by = seed.percent(40).then(|| seed.below(200) as i64);
        let is_by = |time: i64| time < NEVER && by.is_none_or(|by| time <= by);
        ask(&world, |analysis| {
            let horizon = by.map(|by| Minutes(by as u32));
            let found = analysis.what_if(&scenario(analysis, &parts, horizon, Detail::Summary));
            let all = world.what_if(&parts, Failure::Stops);
            let mut stops = all.clone();
            stops.retain(|_, (careful, settled)| is_by(*careful) || is_by(*settled));
            let what = format!("{parts:?}, by {by:?}");
            differences.note((number, &world), &what, &stops, &told(&found.stopped));
            let mut degrades = world.what_if(&parts, Failure::Degrades);
            degrades.retain(|id, times| {
                let earlier = times.0 < all[id].0 || times.1 < all[id].1;
                earlier && (is_by(times.0) || is_by(times.1))
            });
            let what = format!("{what}: degraded");
            differences.note((number, &world), &what, &degrades, &told(&found.degraded));
        });
    }
    differences.none();
}

#[test]
fn what_could_be_the_withdrawn_is_that_of_the_rules() {
    let mut differences = Differences::default();
    for number in worlds(300) {
        let world = generate::world(number);
        let part = part(&world, &mut Seed::new(number));
        if matches!(part, Part::Site(_) | Part::Law(_) | Part::Withdrawal(Level::Component, _)) {
            continue;
        }
        let hands = Hands::of(&world);
        ask(&world, |analysis| {
            let parts = [part.clone()];
            let found = analysis.what_if(&scenario(analysis, &parts, None, Detail::Full));
            // Of the program, sets of three facts at most, as the rules are asked for.
            let sets = found.hidden.unwrap().into_iter().flat_map(|stop| {
                let facts: Vec<_> = stop.facts().map(|it| hands.hidden(&it.id)).collect();
                let few = facts.len() <= 3;
                let set: BTreeSet<String> = facts.into_iter().flatten().collect();
                let services = stop.services.into_iter().filter(move |_| few);
                services.map(move |service| ((service.id, set.clone()), ()))
            });
            let rules = world.hidden(&part, 3).into_iter().map(|it| (it, ()));
            let what = format!("{part:?}");
            differences.note((number, &world), &what, &rules.collect(), &sets.collect());
        });
    }
    differences.none();
}
