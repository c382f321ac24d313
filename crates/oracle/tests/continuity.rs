use std::collections::{BTreeMap, BTreeSet};

use trefonds_findings::{Certainty, EventKind, Level as Asked, SinglePoints};
use trefonds_graph::{Detail, SinglePointOptions};
use trefonds_oracle::generate;
use trefonds_oracle::lookup::Reading;
use trefonds_oracle::single_points::{Event, Stop};
use trefonds_oracle::standing::{EVER, NEVER};
use trefonds_oracle::withdrawal::Level;
use trefonds_oracle::world::World;

use crate::program::{Differences, Hands, ask, worlds};

const LEVELS: [(Level, Asked); 4] = [
    (Level::Component, Asked::Component),
    (Level::Entity, Asked::Entity),
    (Level::Controller, Asked::Controller),
    (Level::Jurisdiction, Asked::Jurisdiction),
];

fn points(found: &SinglePoints, hands: &Hands) -> BTreeMap<(String, Event), Stop> {
    let named = found.findings.iter().filter(|it| it.event_kind != EventKind::Ended);
    let points = named.map(|it| {
        let event = match it.event_kind {
            EventKind::Unknown => Event::Hidden(hands.hidden(&it.event)),
            _ => Event::Named(it.event.clone()),
        };
        let hours = |time: Option<u32>| time.map_or(NEVER, i64::from);
        let (careful, settled) = (it.survival_hours.careful, it.survival_hours.settled);
        let certain = it.certainty == Certainty::Certain;
        let stop = Stop { careful: hours(careful), settled: hours(settled), certain };
        ((it.service.clone(), event), stop)
    });
    points.collect()
}

#[test]
fn single_points_are_those_of_the_rules() {
    let mut differences = Differences::default();
    for number in worlds(150) {
        let world = generate::world(number);
        let hands = Hands::of(&world);
        ask(&world, |analysis| {
            for (level, asked) in LEVELS {
                for home_too in [false, true] {
                    let detail = Detail::Unproven;
                    let options =
                        SinglePointOptions { home_too, detail, ..SinglePointOptions::at(asked) };
                    let found = points(&analysis.single_points(&options), &hands);
                    let expected = world.single_points(level, home_too);
                    let what = format!("{level:?}, home too: {home_too}");
                    differences.note((number, &world), &what, &expected, &found);
                }
            }
        });
    }
    differences.none();
}

type Told = (String, Event);

/// What is possible in one hand: of each service and event the facts, and the earliest time.
fn of_rules(
    world: &World,
    level: Level,
    home_too: bool,
) -> BTreeMap<Told, (BTreeSet<String>, i64)> {
    let mut all: BTreeMap<Told, (BTreeSet<String>, i64)> = BTreeMap::new();
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

fn of_program(found: &SinglePoints, hands: &Hands) -> BTreeMap<Told, (BTreeSet<String>, i64)> {
    let mut all: BTreeMap<Told, (BTreeSet<String>, i64)> = BTreeMap::new();
    for it in &found.one_hand {
        let event = it.event.as_ref();
        let event = event.map_or(Event::Hidden(BTreeSet::new()), |it| Event::Named(it.id.clone()));
        let facts = it.other.iter().chain([&it.unknown]).chain(&it.also);
        let facts = facts.flat_map(|fact| hands.hidden(&fact.id));
        let told = all.entry((it.service.id.clone(), event)).or_insert((BTreeSet::new(), NEVER));
        told.0.extend(facts);
        told.1 = told.1.min(i64::from(it.hours));
    }
    all
}

#[test]
fn what_is_possible_in_one_hand_is_that_of_the_rules() {
    let mut differences = Differences::default();
    for number in worlds(150) {
        let world = generate::world(number);
        let hands = Hands::of(&world);
        ask(&world, |analysis| {
            for (level, asked) in LEVELS {
                for home_too in [false, true] {
                    let detail = Detail::Unproven;
                    let options =
                        SinglePointOptions { home_too, detail, ..SinglePointOptions::at(asked) };
                    let found = analysis.single_points(&options);
                    let what = format!("{level:?}, home too: {home_too}");
                    let (rules, program) =
                        (of_rules(&world, level, home_too), of_program(&found, &hands));
                    differences.note((number, &world), &what, &rules, &program);
                }
            }
        });
    }
    differences.none();
}

/// What has been down for longer has been down for ever.
const EARLY: i64 = -3_000_000;

#[test]
fn what_has_ended_is_that_of_the_rules() {
    let mut differences = Differences::default();
    for number in worlds(150) {
        let world = generate::world(number);
        ask(&world, |analysis| {
            let found = analysis.single_points(&SinglePointOptions::at(Asked::Controller));
            let program = found
                .ended
                .iter()
                .map(|it| (it.service.id.clone(), (it.hours > EARLY).then_some(it.hours)));
            let ended = world.ended(Reading::Settled).into_iter();
            let services = world.services();
            let rules = ended.filter(|(id, _)| services.contains(id));
            let rules = rules.map(|(id, time)| (id, (time > EVER).then_some(time)));
            differences.note((number, &world), "ended", &rules.collect(), &program.collect());
        });
    }
    differences.none();
}
