//! Several withdrawals at once: the times of the definitions, proofs that hold and have nothing to
//! spare, and, of a single withdrawal, what the single points say.

use proptest::prelude::*;
use trefonds_findings::{
    CarrierKind, Certainty, HeldService, Level, Reading, StoppedService, SurvivalTimes, WhatIf,
};
use trefonds_model::{
    Channel, Component, ComponentIx, Effect, Grade, Hours, Inventory, Law, LawIx, Link,
    OnWithdrawal, Place, Rest, SiteIx,
};

use super::exposure::reach;
use super::naive;
use super::random::{Sketch, sketch};
use super::verifier::JointCheck;
use crate::events::Event;
use crate::lookup::UnknownHandle;
use crate::search::Search;
use crate::single_points::{Detail, SinglePointOptions};
use crate::survival::Failure;
use crate::unknowns::UnknownIx;
use crate::what_if::testing::{Answered, Court, EVERY};
use crate::{Analysis, Options, Scenario, Withdrawal};

/// A scenario in numbers.
#[derive(Clone, Debug)]
struct Wish {
    events: Vec<(usize, usize)>,
    sites: Vec<usize>,
    laws: Vec<usize>,
    by: Option<u32>,
}

fn wish() -> impl Strategy<Value = Wish> {
    (
        prop::collection::vec((0_usize..4, 0_usize..40), 0..4),
        prop::collection::vec(0_usize..3, 0..3),
        prop::collection::vec(0_usize..2, 0..2),
        prop::option::of(0_u32..12),
    )
        .prop_map(|(events, sites, laws, by)| Wish { events, sites, laws, by })
}

fn denying(sketch: &Sketch) -> Inventory {
    let mut model = sketch.inventory();
    model.laws.iter_mut().for_each(|law| law.effect = Effect::Denial);
    model
}

fn withdrawal_of(event: Event) -> Withdrawal {
    match event {
        Event::Component(component) => Withdrawal::Component(component),
        Event::Entity(entity) => Withdrawal::Entity(entity),
        Event::Controller(entity) => Withdrawal::Controller(entity),
        Event::Country(country) => Withdrawal::Country(country),
        Event::Unknown(unknown) => Withdrawal::Unknown(UnknownHandle(unknown)),
        Event::Ended(_) => unreachable!("what has ended is no withdrawal"),
    }
}

impl Wish {
    fn events(&self, analysis: &Analysis<'_>) -> Vec<Event> {
        let pick = |(level, at): &(usize, usize)| {
            let events = analysis.events(Level::ALL[*level]);
            (!events.is_empty()).then(|| events[at % events.len()])
        };
        self.events.iter().filter_map(pick).collect()
    }

    fn scenario(&self, analysis: &Analysis<'_>) -> Scenario {
        let events = self.events(analysis).into_iter().map(withdrawal_of);
        let sites = self.sites.iter();
        let sites =
            sites.map(|at| Withdrawal::Site(SiteIx((at % analysis.model.sites.len()) as u32)));
        let laws = self.laws.iter().map(|at| Withdrawal::Law(LawIx(*at as u32)));
        let all = events.chain(sites).chain(laws);
        Scenario {
            title: None,
            withdrawals: all.map(|withdrawal| (String::new(), withdrawal)).collect(),
            by: self.by.map(Hours),
            detail: Detail::Full,
        }
    }
}

/// When a law on denial makes a component fail by its own channels, straight from the rules.
fn denied(model: &Inventory, law: &Law, component: &Component, reading: Reading) -> Option<u32> {
    let mut times: Vec<u32> = Vec::new();
    // What is arguable is possible, never certain.
    let firm = Law {
        reaches: law.reaches.iter().filter(|it| it.grade != Grade::Arguable).cloned().collect(),
        ..law.clone()
    };
    let counts = |channel, entity| match reading {
        Reading::Careful => reach(model, law, channel, entity).is_some(),
        Reading::Settled => reach(model, &firm, channel, entity)
            .is_some_and(|(certainty, _)| certainty == Certainty::Certain),
    };
    let operated = component.operators.items.iter();
    times.extend(operated.filter(|p| counts(Channel::Operation, p.entity)).map(|_| 0));
    for supply in component.suppliers.items.iter().filter(|s| counts(Channel::Supply, s.entity)) {
        times.extend(match (supply.on_withdrawal, reading) {
            (OnWithdrawal::Stops, _) | (OnWithdrawal::NotSaid, Reading::Careful) => Some(0),
            (OnWithdrawal::StopsAfter(delay), _) => Some(delay.0),
            _ => None,
        });
    }
    let places = denied_places(model, law, component, reading);
    times.extend(gone(&places, reading).then_some(0));
    times.into_iter().min()
}

/// For each place of a component, one that is undisclosed included, whether a law on denial takes it
/// away: by where it is, or by who runs it.
fn denied_places(
    model: &Inventory,
    law: &Law,
    component: &Component,
    reading: Reading,
) -> Vec<bool> {
    let firm = |it: &&trefonds_model::ReachRule| {
        reading == Reading::Careful || it.grade != Grade::Arguable
    };
    let law = Law { reaches: law.reaches.iter().filter(firm).cloned().collect(), ..law.clone() };
    let counts = |entity| {
        reach(model, &law, Channel::Operation, entity).is_some_and(|(certainty, _)| {
            certainty == Certainty::Certain || reading == Reading::Careful
        })
    };
    let mut rules = law.reaches.iter();
    let looks = rules.any(|it| it.channel == Channel::Location && it.link == Link::Direct);
    let inside = |country| looks && super::naive::runs_in(&law, country);
    let lost = component.locations.items.iter().map(|location| match location.place {
        Place::Country(country) => inside(country),
        Place::Site(site) => {
            let site = model.site(site);
            site.operators.items.iter().any(|p| counts(p.entity))
                || site.country.items.iter().any(|fact| inside(fact.country))
        }
    });
    let hidden = component.locations.rest == Rest::Undisclosed;
    lost.chain(hidden.then_some(false)).collect()
}

/// Whether the loss of some places stops a component: of all in the settled reading, of any in the
/// careful one.
fn gone(places: &[bool], reading: Reading) -> bool {
    match reading {
        Reading::Settled => !places.is_empty() && !places.contains(&false),
        Reading::Careful => places.contains(&true),
    }
}

/// For each place of a component, whether it is one of some closed sites.
fn closed_places(component: &Component, sites: &[SiteIx]) -> Vec<bool> {
    let is_closed = |place: &Place| matches!(place, Place::Site(site) if sites.contains(site));
    let places = component.locations.items.iter().map(|location| is_closed(&location.place));
    let hidden = component.locations.rest == Rest::Undisclosed;
    places.chain(hidden.then_some(false)).collect()
}

fn own_times(
    analysis: &Analysis<'_>,
    scenario: &Scenario,
    events: &[Event],
    reading: Reading,
) -> Vec<Option<u32>> {
    let model = analysis.model;
    let mut own: Vec<Option<u32>> = vec![None; model.components.len()];
    let earlier = |old: Option<u32>, new: Option<u32>| old.into_iter().chain(new).min();
    for event in events {
        let times = naive::own_times(model, &analysis.unknowns, *event, reading);
        own.iter_mut().zip(times).for_each(|(own, time)| *own = earlier(*own, time));
    }
    let sites = scenario.withdrawals.iter().filter_map(|(_, withdrawal)| match withdrawal {
        Withdrawal::Site(site) => Some(*site),
        _ => None,
    });
    let sites: Vec<SiteIx> = sites.collect();
    for (own, component) in own.iter_mut().zip(&model.components) {
        let mut places = closed_places(component, &sites);
        let mut lose = |more: Vec<bool>| places.iter_mut().zip(more).for_each(|(a, b)| *a |= b);
        lose(naive::lost_places(model, &analysis.unknowns, events, reading, component));
        for (_, withdrawal) in &scenario.withdrawals {
            if let Withdrawal::Law(law) = withdrawal {
                *own = earlier(*own, denied(model, model.law(*law), component, reading));
                lose(denied_places(model, model.law(*law), component, reading));
            }
        }
        *own = earlier(*own, gone(&places, reading).then_some(0));
    }
    own
}

fn id(analysis: &Analysis<'_>, service: ComponentIx) -> String {
    analysis.component_named(service).id
}

fn find<'r>(list: &'r [StoppedService], id: &str) -> Option<&'r StoppedService> {
    list.iter().find(|found| found.service.id == id)
}

fn times_of(list: &[StoppedService]) -> Vec<(String, Certainty, SurvivalTimes)> {
    let mut times: Vec<_> = (list.iter())
        .map(|found| (found.service.id.clone(), found.certainty, found.survival_hours))
        .collect();
    times.sort_by(|a, b| a.0.cmp(&b.0));
    times
}

fn holds_for(held: &HeldService, result: &WhatIf) -> bool {
    let by = result.by_hours.unwrap_or(u32::MAX - 1);
    held.because.iter().all(|carrier| match &carrier.kind {
        CarrierKind::Redundancy { k, n, lost, standing } => {
            *k >= 1 && k <= n && !lost.is_empty() && !standing.is_empty()
        }
        CarrierKind::Tolerance { lost, lost_at, tolerates, until } => {
            !lost.is_empty() && *lost_at <= by && *until > by && lost_at + tolerates == *until
        }
        CarrierKind::Soft { lost } => !lost.is_empty(),
        CarrierKind::Delay { until, .. } => *until > by,
        CarrierKind::Survives { .. } => true,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn together_they_stop_what_the_definition_says(sketch in sketch(), wish in wish()) {
        let model = denying(&sketch);
        let analysis = Analysis::new(&model, &Options::default());
        let scenario = wish.scenario(&analysis);
        let events = wish.events(&analysis);
        let result = analysis.what_if(&scenario);
        let by = wish.by.unwrap_or(u32::MAX - 1);
        let solve = |reading, soft| {
            naive::survival_from(&model, &own_times(&analysis, &scenario, &events, reading), soft)
        };
        let [settled, careful] = [Reading::Settled, Reading::Careful].map(|r| solve(r, false));
        let soft = [Reading::Settled, Reading::Careful].map(|r| solve(r, true));
        for service in analysis.services() {
            let at = service.at();
            let id = id(&analysis, service);
            let times = SurvivalTimes { careful: careful[at], settled: settled[at] };
            let is_by = |time: Option<u32>| time.is_some_and(|time| time <= by);
            let found = find(&result.stopped, &id);
            prop_assert_eq!(found.is_some(), is_by(times.careful), "{} {:?}", id, scenario);
            if let Some(found) = found {
                prop_assert_eq!(found.survival_hours, times);
                prop_assert_eq!(found.certainty == Certainty::Certain, is_by(times.settled));
                let last = found.grades.last().map(|graded| graded.survival_hours);
                prop_assert!(last.is_none_or(|last| last == times), "{:?}", found.grades);
                let firm_first = found.grades.is_sorted_by_key(|graded| graded.grade);
                prop_assert!(firm_first, "{:?}", found.grades);
                let doubts = found.hangs_on.len() + found.stands_elsewhere.len();
                prop_assert_eq!(times.careful == times.settled, doubts == 0, "{:?}", found);
            }
            let degraded = SurvivalTimes { careful: soft[1][at], settled: soft[0][at] };
            let found = find(&result.degraded, &id);
            prop_assert_eq!(found.is_some(), is_by(degraded.careful) && degraded != times);
            if let Some(found) = found {
                prop_assert_eq!(found.survival_hours, degraded);
            }
            let listed = usize::from(is_by(times.careful))
                + result.held.iter().filter(|held| held.service.id == id).count()
                + result.untouched.iter().filter(|it| it.service.id == id).count();
            prop_assert_eq!(listed, 1, "each service stops, holds or is untouched: {}", id);
        }
        for held in &result.held {
            prop_assert!(!held.because.is_empty(), "{:?} {:?}", held, scenario);
            prop_assert!(holds_for(held, &result), "{:?}", held);
        }
    }

    #[test]
    fn one_alone_is_a_single_point(sketch in sketch(), by in prop::option::of(0_u32..12)) {
        let model = sketch.inventory();
        let analysis = Analysis::new(&model, &Options::default());
        for level in Level::ALL {
            let options = SinglePointOptions {
                level,
                by: by.map(Hours),
                home_too: true,
                detail: Detail::Full,
            };
            let points = analysis.single_points(&options);
            for event in analysis.events(level) {
                let scenario = Scenario {
                    withdrawals: vec![(String::new(), withdrawal_of(event))],
                    by: by.map(Hours),
                    ..Scenario::default()
                };
                let result = analysis.what_if(&scenario);
                let named = analysis.event_named(event).id;
                let mut expected: Vec<_> = (points.findings.iter())
                    .filter(|point| point.event == named && point.event_kind == event.kind())
                    .map(|point| (point.service.clone(), point.stop_certainty, point.survival_hours))
                    .collect();
                expected.sort_by(|a, b| a.0.cmp(&b.0));
                // A scenario says that a service which fails has stopped; the list leaves that out.
                let mut stopped = result.stopped.clone();
                stopped.retain(|it| level != Level::Component || it.service.id != named);
                prop_assert_eq!(times_of(&stopped), expected, "{:?}", event);
                for point in points.findings.iter().filter(|point| point.event == named) {
                    let found = find(&result.stopped, &point.service).unwrap();
                    let edges = |steps: &[trefonds_findings::Step]| steps.len();
                    prop_assert_eq!(edges(&found.witness.steps), edges(&point.witness.steps));
                }
                if level != Level::Component {
                    let mut soft: Vec<_> = (points.degradations.iter())
                        .filter(|item| item.event.id == named)
                        .map(|item| (item.service.id.clone(), item.certainty, item.degraded_hours))
                        .collect();
                    soft.sort_by(|a, b| a.0.cmp(&b.0));
                    let unknown = matches!(event, Event::Unknown(_));
                    // That the event is foreign is no part of what a scenario says.
                    let plain = analysis.foreign(event).is_plain();
                    let words = |list: Vec<(String, Certainty, SurvivalTimes)>| -> Vec<_> {
                        let bare = list.into_iter().map(|(id, certainty, times)| {
                            (id, plain.then_some(certainty), times)
                        });
                        bare.collect()
                    };
                    let same = words(times_of(&result.degraded)) == words(soft);
                    prop_assert!(unknown || same, "{:?}", event);
                }
            }
        }
    }

    #[test]
    fn joint_proofs_hold_and_break_without_any_one_edge(sketch in sketch(), wish in wish()) {
        let model = denying(&sketch);
        let analysis = Analysis::new(&model, &Options::default());
        let withdrawals: Vec<Withdrawal> =
            wish.scenario(&analysis).withdrawals.iter().map(|(_, w)| *w).collect();
        let joint = analysis.joint(&withdrawals);
        let answered = Answered::default();
        for failure in [Failure::Stops, Failure::Degrades] {
            for reading in [Reading::Settled, Reading::Careful] {
                let played = analysis.play(&joint, reading, &answered, EVERY);
                let mut search = Search::of(&analysis, failure);
                search.run_from(&analysis, played.starts(), reading);
                let court = Court { joint: &joint, played: &played, answered: &answered, search: &search };
                let check = JointCheck { analysis: &analysis, joint: &joint, reading, failure };
                for failed in search.failed() {
                    let proof = analysis.joint_proof(&court, *failed);
                    let proof = proof.expect("what failed is proven");
                    let whole = check.fails_at(*failed, &proof.edges);
                    prop_assert_eq!(whole, Some(proof.fails_at), "{:?} {:?}", proof, wish);
                    for spare in 0..proof.edges.len() {
                        let mut less = proof.edges.clone();
                        less.remove(spare);
                        let time = check.fails_at(*failed, &less);
                        let breaks = time.is_none_or(|time| time > proof.fails_at);
                        prop_assert!(breaks, "{:?} without {}", proof, spare);
                    }
                }
            }
        }
    }

    #[test]
    fn answering_what_a_joint_finding_hangs_on_settles_it(sketch in sketch(), wish in wish()) {
        let model = denying(&sketch);
        let analysis = Analysis::new(&model, &Options::default());
        let withdrawals: Vec<Withdrawal> =
            wish.scenario(&analysis).withdrawals.iter().map(|(_, w)| *w).collect();
        let joint = analysis.joint(&withdrawals);
        let run = |search: &mut Search, reading, answered: &Answered| {
            let played = analysis.play(&joint, reading, answered, EVERY);
            search.run_from(&analysis, played.starts(), reading);
        };
        let mut search = Search::new(&analysis);
        for service in analysis.services() {
            run(&mut search, Reading::Settled, &Answered::default());
            let settled = search.time(service);
            run(&mut search, Reading::Careful, &Answered::default());
            if search.time(service) == settled {
                continue;
            }
            let doubts: Vec<UnknownIx> = analysis.doubts(&joint, service, settled, &mut search);
            let answered: Answered = doubts.iter().copied().collect();
            run(&mut search, Reading::Careful, &answered);
            prop_assert_eq!(search.time(service), settled, "{:?}", doubts);
        }
    }
}
