//! When services are down and back, against a simulation minute by minute.

use std::collections::BTreeMap;

use trefonds_ask::{Detail, SinglePointOptions};
use trefonds_findings::{self as findings, Certainty, EventKind, SurvivalTimes, Unmendable};
use trefonds_model::Minutes;
use trefonds_oracle::generate;
use trefonds_oracle::outages::{Outage, united};
use trefonds_oracle::seed::Seed;
use trefonds_oracle::single_points::Event;
use trefonds_oracle::standing::NEVER;
use trefonds_oracle::world::World;

use crate::program::{Differences, ask, worlds};
use crate::results::each_world_and_level;
use crate::what_if::{parts, scenario};

/// What is told of when something is down; where nothing is, it is down for good.
fn outages(told: &[findings::Outage], first: SurvivalTimes) -> Vec<Outage> {
    if told.is_empty() {
        let for_good = |first: Option<u32>| first.map(|it| (i64::from(it), NEVER));
        let [settled, careful] = [first.settled, first.careful].map(for_good);
        return united(settled.as_slice(), careful.as_slice());
    }
    let one = |it: &findings::Outage| Outage {
        from: i64::from(it.from_minutes),
        until: it.until_minutes.map_or(NEVER, i64::from),
        certain: it.certainty == Certainty::Certain,
    };
    let mut all: Vec<Outage> = told.iter().map(one).collect();
    all.sort_by_key(|it| it.from);
    all
}

/// The first moments of outages: careful, settled.
fn first(of: &[Outage]) -> (i64, i64) {
    let settled = of.iter().find(|it| it.certain).map_or(NEVER, |it| it.from);
    (of.first().map_or(NEVER, |it| it.from), settled)
}

fn moments(it: SurvivalTimes) -> (i64, i64) {
    let minutes = |time: Option<u32>| time.map_or(NEVER, i64::from);
    (minutes(it.careful), minutes(it.settled))
}

type Told = (Vec<Outage>, (i64, i64));

#[test]
fn single_points_are_down_and_back_as_the_rules_say() {
    of_all(100, generate::timed);
}

#[test]
fn what_breaks_is_down_and_back_as_the_rules_say() {
    of_all(60, |number| generate::timed(number).asked_of_faults());
}

fn of_all(count: u64, world: impl Fn(u64) -> World) {
    each_world_and_level(count, world, &[true], |case, differences| {
        let told = case.found.findings.iter().filter(|it| it.event_kind != EventKind::Ended);
        let told = told.map(|it| {
            let event = match it.event_kind {
                EventKind::Unknown => Event::Hidden(case.hands.hidden(&it.event)),
                _ => Event::Named(it.event.clone()),
            };
            let outages = outages(&it.outages, it.survival_minutes);
            ((it.service.clone(), event), (outages, moments(it.survival_minutes)))
        });
        let told: BTreeMap<(String, Event), Told> = told.collect();
        let rules = case.world.interruptions(case.level, true).into_iter();
        let rules = rules.map(|(key, of)| (key, (of.clone(), first(&of)))).collect();
        differences.note((case.number, case.world), &case.told(), &rules, &told);
    });
}

fn unmendable(told: &[Unmendable]) -> BTreeMap<(String, String), bool> {
    let one = |it: &Unmendable| {
        let certain = it.certainty == Certainty::Certain;
        ((it.component.id.clone(), it.needs.id.clone()), certain)
    };
    told.iter().map(one).collect()
}

#[test]
fn what_cannot_be_mended_is_that_of_the_rules() {
    let (mut differences, mut some) = (Differences::default(), 0);
    for number in worlds(200) {
        let world = generate::timed(number);
        ask(&world, |analysis| {
            let options = SinglePointOptions::at(findings::Level::Controller);
            let found = analysis.single_points(&options);
            let program = unmendable(&found.unmendable);
            // The program names one thing that the repair needs, the rules all.
            let mut rules = world.unmendable();
            let known = rules.clone();
            rules.retain(|key, _| program.contains_key(key) || !tells(&program, &key.0));
            differences.note((number, &world), "cannot be mended", &rules, &program);
            some += known.len();
        });
    }
    differences.none();
    assert!(some > 10, "{some} cannot be mended");
}

fn tells(told: &BTreeMap<(String, String), bool>, component: &str) -> bool {
    told.keys().any(|(told, _)| told == component)
}

#[test]
fn what_several_interrupt_for_a_while_is_that_of_the_rules() {
    interrupted(300, generate::timed);
}

#[test]
fn what_several_break_for_a_while_is_that_of_the_rules() {
    interrupted(150, |number| generate::timed(number).asked_of_faults());
}

fn interrupted(count: u64, world: impl Fn(u64) -> World) {
    let mut differences = Differences::default();
    for number in worlds(count) {
        let world = world(number);
        let mut seed = Seed::new(number);
        let parts = parts(&world, &mut seed);
        let lasts = (!seed.percent(15)).then(|| seed.below(25) as i64);
        ask(&world, |analysis| {
            let mut asked = scenario(analysis, &parts, None, Detail::Summary);
            asked.lasts = lasts.map(|it| Minutes(it as u32));
            let found = analysis.what_if(&asked);
            let told = found.stopped.iter().map(|it| {
                let outages = outages(&it.outages, it.survival_minutes);
                (it.service.id.clone(), (outages, moments(it.survival_minutes)))
            });
            let told: BTreeMap<String, Told> = told.collect();
            let (rules, stuck) = world.interrupted(&parts, lasts.unwrap_or(NEVER));
            let rules = rules.into_iter().map(|(key, of)| (key, (of.clone(), first(&of))));
            let what = format!("{parts:?} for {lasts:?}");
            differences.note((number, &world), &what, &rules.collect(), &told);
            let mut program: BTreeMap<String, bool> = BTreeMap::new();
            for ((component, _), certain) in unmendable(&found.unmendable) {
                *program.entry(component).or_default() |= certain;
            }
            // What is down for another reason too may be told.
            let rank = |of: &BTreeMap<String, bool>, id: &String| {
                of.get(id).map_or(0, |it| 1 + i32::from(*it))
            };
            for id in stuck.may.keys() {
                let told = rank(&program, id);
                if rank(&stuck.must, id) <= told && told <= rank(&stuck.may, id) {
                    program.remove(id);
                    program.extend(stuck.must.get_key_value(id).map(|(id, it)| (id.clone(), *it)));
                }
            }
            let what = format!("{what}: cannot be mended");
            differences.note((number, &world), &what, &stuck.must, &program);
        });
    }
    differences.none();
}
