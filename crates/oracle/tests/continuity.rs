use std::collections::{BTreeMap, BTreeSet};

use trefonds_ask::{Detail, SinglePointOptions};
use trefonds_findings::{Certainty, EndedService, EventKind, Level as Asked};
use trefonds_oracle::generate;
use trefonds_oracle::lookup::Reading;
use trefonds_oracle::single_points::Event;
use trefonds_oracle::standing::{EVER, NEVER};
use trefonds_oracle::withdrawal::Level;
use trefonds_oracle::world::World;

use crate::program::{Differences, ask, worlds};
use crate::results::{
    Hands, LEVELS, OneHand, degradations, each_world_and_level, one_hand, points,
};

#[test]
fn single_points_are_those_of_the_rules() {
    of_all(150, generate::world);
}

#[test]
fn single_points_of_faults_are_those_of_the_rules() {
    of_all(100, |number| generate::world(number).asked_of_faults());
}

fn of_all(count: u64, world: impl Fn(u64) -> World) {
    each_world_and_level(count, world, &[false, true], |case, differences| {
        let (of, world) = ((case.number, case.world), case.world);
        if !case.level.is_of_things() {
            let what = format!("{}: degrades", case.told());
            let expected = world.degradations(case.level, case.home_too);
            differences.note(of, &what, &expected, &degradations(&case.found));
        }
        let found = points(&case.found, case.hands);
        let expected = world.single_points(case.level, case.home_too);
        differences.note(of, &case.told(), &expected, &found);
    });
}

#[test]
fn what_is_possible_hangs_on_unknown_facts() {
    let mut possible = 0;
    for number in worlds(150) {
        let world = generate::world(number);
        ask(&world, |analysis| {
            for (_, asked) in LEVELS {
                let detail = Detail::Unproven;
                let options =
                    SinglePointOptions { home_too: true, detail, ..SinglePointOptions::at(asked) };
                let found = analysis.single_points(&options).findings;
                for it in found.iter().filter(|it| it.certainty == Certainty::Possible) {
                    possible += 1;
                    assert!(!it.hangs_on.is_empty(), "world {number}: {it:?}");
                }
            }
        });
    }
    assert!(possible > 100, "{possible} are possible");
}

#[test]
fn what_is_possible_in_one_hand_is_that_of_the_rules() {
    of_pairs(150, generate::world);
}

#[test]
fn faults_that_are_possible_in_one_hand_are_those_of_the_rules() {
    of_pairs(60, |number| generate::world(number).asked_of_faults());
}

fn of_pairs(count: u64, world: impl Fn(u64) -> World) {
    each_world_and_level(count, world, &[false, true], |case, differences| {
        let rules = of_rules(case.world, case.level, case.home_too);
        let program = one_hand(&case.found, case.hands);
        differences.note((case.number, case.world), &case.told(), &rules, &program);
    });
}

#[test]
fn whom_an_unknown_fact_could_be_is_bounded_as_the_rules_say() {
    let (mut differences, mut pairs) = (Differences::default(), 0);
    for number in worlds(300) {
        let world = generate::twins(number);
        let hands = Hands::of(&world);
        ask(&world, |analysis| {
            for (level, asked) in LEVELS {
                let detail = Detail::Unproven;
                let options = SinglePointOptions { detail, ..SinglePointOptions::at(asked) };
                let program = one_hand(&analysis.single_points(&options), &hands);
                let rules = of_rules(&world, level, false);
                pairs += rules.len();
                differences.note((number, &world), &format!("{level:?}"), &rules, &program);
            }
        });
    }
    differences.none();
    assert!(pairs > 100, "{pairs} pairs");
}

#[test]
fn circles_of_hundreds_fall_as_the_rules_say() {
    let mut differences = Differences::default();
    let mut later = 0;
    for number in worlds(6) {
        let world = generate::circle(number, 200 + 50 * (number % 4) as usize);
        let hands = Hands::of(&world);
        ask(&world, |analysis| {
            let options =
                SinglePointOptions { home_too: true, ..SinglePointOptions::at(Asked::Controller) };
            let found = points(&analysis.single_points(&options), &hands);
            let expected = world.single_points(Level::Controller, true);
            later += expected.values().filter(|stop| stop.settled > 0).count();
            differences.note((number, &world), "circle", &expected, &found);
        });
    }
    differences.none();
    assert!(later > 3, "{later} fall after a while");
}

/// What is possible in one hand: of each service and event the facts, and the earliest time.
fn of_rules(world: &World, level: Level, home_too: bool) -> OneHand {
    let mut all: OneHand = BTreeMap::new();
    for (pair, time) in world.pairs(level, home_too) {
        let (event, facts) = match pair.first {
            Event::Hidden(first) => (Event::Hidden(BTreeSet::new()), &first | &pair.hand),
            named => (named, pair.hand),
        };
        let told = all.entry((pair.service, event)).or_insert((BTreeSet::new(), NEVER));
        told.0.extend(facts);
        told.1 = told.1.min(time);
    }
    all
}

#[test]
fn what_has_ended_is_that_of_the_rules() {
    let mut differences = Differences::default();
    for number in worlds(150) {
        let world = generate::world(number);
        ask(&world, |analysis| {
            let found = analysis.single_points(&SinglePointOptions::at(Asked::Controller));
            // What has been down for ever has no first day.
            let since = |it: &EndedService| it.since.is_some().then_some(it.minutes);
            let program = found.ended.iter().map(|it| (it.service.id.clone(), since(it)));
            let ended = world.ended(Reading::Settled).into_iter();
            let services = world.services();
            let rules = ended.filter(|(id, _)| services.contains(id));
            let rules = rules.map(|(id, time)| (id, (time > EVER).then_some(time)));
            differences.note((number, &world), "ended", &rules.collect(), &program.collect());
        });
    }
    differences.none();
}

#[test]
fn what_has_ended_and_stops_a_service_alone_is_named() {
    let mut differences = Differences::default();
    for number in worlds(150) {
        let world = generate::world(number);
        let ended = world.ended(Reading::Settled);
        let mut rules: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for thing in world.down().into_keys() {
            let alone = world.with_only_this_ended(&thing).ended(Reading::Settled);
            for service in world.services().into_iter().filter(|it| alone.contains_key(it)) {
                rules.entry(service).or_default().insert(thing.clone());
            }
        }
        ask(&world, |analysis| {
            let found = analysis.single_points(&SinglePointOptions::at(Asked::Controller));
            let mut program: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
            let (certain, possible): (Vec<_>, Vec<_>) = (found.findings.iter())
                .filter(|it| it.event_kind == EventKind::Ended)
                .partition(|it| it.certainty == Certainty::Certain);
            let maybe: BTreeSet<String> = possible.iter().map(|it| it.service.clone()).collect();
            let in_doubt = world.ended(Reading::Careful).into_keys();
            let in_doubt: BTreeSet<String> = in_doubt
                .filter(|it| !ended.contains_key(it) && world.services().contains(it))
                .collect();
            assert_eq!(maybe, in_doubt, "world {number}");
            for it in certain {
                program.entry(it.service.clone()).or_default().insert(it.event.clone());
            }
            // What stops a service together only is named too: that somebody is, is all that is asked here.
            let together =
                |service: &String| ended.contains_key(service) && !rules.contains_key(service);
            let services = world.services();
            assert!(
                services.iter().all(|it| !together(it) || program.contains_key(it)),
                "world {number}"
            );
            program.retain(|service, _| !together(service));
            differences.note((number, &world), "ended alone", &rules, &program);
        });
    }
    differences.none();
}
