//! What is said of a coming end is what the rules say on the day after it, and not on its last day.

use std::collections::{BTreeMap, BTreeSet};

use trefonds_findings::{Certainty, End, EndKind};
use trefonds_model::Minutes;
use trefonds_oracle::day::{Day, written};
use trefonds_oracle::generate::{self, DAY};
use trefonds_oracle::lookup::Reading;
use trefonds_oracle::single_points::Event;
use trefonds_oracle::withdrawal::Level;
use trefonds_oracle::world::World;

use crate::program::{Differences, ask, worlds};
use crate::results::Hands;

/// So many days before the one that worlds are made for: much ends in between.
const BEFORE: Day = 14;

fn on(world: &World, day: Day) -> World {
    World { as_of: Some(day), ..world.clone() }
}

/// The days on which something ends, with what does.
fn nights(ends: &[End]) -> Vec<(Day, Vec<&End>)> {
    let days = DAY - BEFORE..DAY + 120;
    let of = |day: Day| ends.iter().filter(|end| end.until == written(day)).collect::<Vec<_>>();
    days.map(|day| (day, of(day))).filter(|(_, ends)| !ends.is_empty()).collect()
}

/// Whether anything begins on a day: then more is new on it than what an end has left.
fn begins(world: &World, day: Day) -> bool {
    let begins = format!("from: {}", written(day));
    trefonds_oracle::yaml::one_file(world).iter().any(|(_, text)| text.contains(&begins))
}

#[test]
fn services_that_an_end_stops_for_certain_are_those_of_the_rules() {
    let (mut differences, mut stops) = (Differences::default(), 0);
    for number in worlds(400) {
        let world = on(&generate::world(number), DAY - BEFORE);
        ask(&world, |analysis| {
            let ends = analysis.ends(Minutes::days(90)).ends;
            for (last, ends) in nights(&ends) {
                let (eve, next) = (on(&world, last), on(&world, last + 1));
                if begins(&world, last + 1) {
                    continue;
                }
                let before = eve.ended(Reading::Settled);
                let mut rules: BTreeMap<String, i64> = next.ended(Reading::Settled);
                let there = next.services();
                rules.retain(|id, minutes| {
                    let was = before.get(id);
                    // That it is down for longer is nothing that an end does.
                    *minutes >= 0
                        && there.contains(id)
                        && was.is_none_or(|was| *minutes + 24 * 60 < *was)
                });
                let mut program: BTreeMap<String, i64> = BTreeMap::new();
                for stop in ends.iter().flat_map(|end| &end.stops) {
                    if stop.certainty == Certainty::Certain && !stop.already {
                        let minutes = i64::from(stop.minutes);
                        let known = program.entry(stop.service.id.clone()).or_insert(minutes);
                        *known = minutes.min(*known);
                    }
                }
                stops += rules.len();
                differences.note((number, &world), &written(last), &rules, &program);
            }
        });
    }
    differences.none();
    assert!(stops > 20, "{stops} services stop");
}

/// The unknown fact that an end leaves.
fn left_by(end: &End) -> Option<String> {
    let kind = match end.kind {
        EndKind::Need => "requirements",
        EndKind::Operator => "operator",
        EndKind::Supplier => "suppliers",
        EndKind::Place => "site",
        EndKind::Country => "country",
        EndKind::Holding | EndKind::Control => "parents",
        EndKind::SiteCountry => "site-country",
        EndKind::SiteOperator => "site-operator",
        _ => return None,
    };
    Some(format!("{kind}:{}", end.subject.id))
}

#[test]
fn services_that_an_end_may_stop_are_those_of_the_rules() {
    let (mut differences, mut stops) = (Differences::default(), 0);
    for number in worlds(200) {
        let world = on(&generate::world(number), DAY - BEFORE);
        let down = world.ended(Reading::Settled);
        ask(&world, |analysis| {
            let ends = analysis.ends(Minutes::days(90)).ends;
            for (last, ends) in nights(&ends) {
                let (eve, next) = (on(&world, last), on(&world, last + 1));
                let hands = Hands::of(&next);
                let left: Vec<String> = ends.iter().copied().filter_map(left_by).collect();
                let hidden = |world: &World| -> BTreeMap<(String, BTreeSet<String>), i64> {
                    let all = world.single_points(Level::Jurisdiction, true).into_iter();
                    let hidden = all.filter_map(|((service, event), stop)| match event {
                        Event::Hidden(facts) => Some(((service, facts), stop.careful)),
                        Event::Named(_) => None,
                    });
                    hidden.collect()
                };
                let before = hidden(&eve);
                let mut rules = hidden(&next);
                rules.retain(|(service, facts), minutes| {
                    let own = facts.iter().any(|fact| left.contains(fact));
                    let known = before.iter().any(|((of, hid), was)| {
                        of == service && hid.intersection(facts).next().is_some() && was <= minutes
                    });
                    own && !known && !down.contains_key(service)
                });
                let mut program = BTreeMap::new();
                let mut firmer = BTreeSet::new();
                for (end, stop) in
                    ends.iter().flat_map(|end| end.stops.iter().map(move |it| (end, it)))
                {
                    let Some(fact) = left_by(end) else { continue };
                    let service = stop.service.id.clone();
                    if stop.certainty == Certainty::Certain {
                        firmer.insert(service);
                    } else if !down.contains_key(&service) {
                        program.insert((service, hands.hidden(&fact)), i64::from(stop.minutes));
                    }
                }
                rules.retain(|(service, _), _| !firmer.contains(service));
                program.retain(|(service, _), _| !firmer.contains(service));
                stops += rules.len();
                differences.note((number, &world), &written(last), &rules, &program);
            }
        });
    }
    differences.none();
    assert!(stops > 50, "{stops} services may stop");
}
