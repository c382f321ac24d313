//! Several withdrawals at once: nothing is left out or unexplained, proofs hold and have nothing to
//! spare, and, of a single withdrawal, what the single points say.

use proptest::prelude::*;
use trefonds_findings::{
    CarrierKind, Certainty, Level, Reading, StandingService, StoppedService, SurvivalTimes, WhatIf,
};
use trefonds_model::{ComponentIx, Effect, Inventory, LawIx, Minutes, SiteIx};

use super::random::{Sketch, sketch};
use super::verifier::JointCheck;
use crate::single_points::{Detail, SinglePointOptions};
use crate::what_if::testing::{Answered, Court, EVERY};
use crate::{Analysis, Options, Scenario, Withdrawal};
use trefonds_settle::circuit::Failure;
use trefonds_settle::events::Event;
use trefonds_settle::search::Search;
use trefonds_settle::unknowns::UnknownIx;
use trefonds_settle::withdrawal::UnknownHandle;

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
        Event::Site(_) | Event::Ended(_) => unreachable!("no withdrawal at any level"),
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
            sites.map(|at| Withdrawal::Site(SiteIx((at % analysis.model().sites.len()) as u32)));
        let laws = self.laws.iter().map(|at| Withdrawal::Law(LawIx(*at as u32)));
        let all = events.chain(sites).chain(laws);
        Scenario {
            title: None,
            withdrawals: all.map(|withdrawal| (String::new(), withdrawal)).collect(),
            by: self.by.map(Minutes),
            lasts: None,
            statically: false,
            detail: Detail::Full,
        }
    }
}

fn id(analysis: &Analysis<'_>, service: ComponentIx) -> String {
    analysis.component_named(service).id
}

fn find<'r>(list: &'r [StoppedService], id: &str) -> Option<&'r StoppedService> {
    list.iter().find(|found| found.service.id == id)
}

fn times_of(list: &[StoppedService]) -> Vec<(String, Certainty, SurvivalTimes)> {
    let mut times: Vec<_> = (list.iter())
        .map(|found| (found.service.id.clone(), found.certainty, found.survival_minutes))
        .collect();
    times.sort_by(|a, b| a.0.cmp(&b.0));
    times
}

fn holds_for(held: &StandingService, result: &WhatIf) -> bool {
    let by = result.by_minutes.unwrap_or(u32::MAX - 1);
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
    fn each_service_stops_or_holds_for_a_reason_or_is_untouched(sketch in sketch(), wish in wish()) {
        let model = denying(&sketch);
        let analysis = Analysis::new(&model, &Options::default());
        let result = analysis.what_if(&wish.scenario(&analysis));
        let by = wish.by.unwrap_or(u32::MAX - 1);
        let is_by = |time: Option<u32>| time.is_some_and(|time| time <= by);
        for service in analysis.services() {
            let id = id(&analysis, service);
            let stops = find(&result.stopped, &id);
            let listed = usize::from(stops.is_some())
                + result.held.iter().filter(|held| held.service.id == id).count()
                + result.untouched.iter().filter(|it| it.service.id == id).count();
            prop_assert_eq!(listed, 1, "each service stops, holds or is untouched: {}", id);
        }
        for found in &result.stopped {
            let times = found.survival_minutes;
            prop_assert!(is_by(times.careful));
            prop_assert_eq!(found.certainty == Certainty::Certain, is_by(times.settled));
            let last = found.grades.last().map(|graded| graded.survival_minutes);
            prop_assert!(last.is_none_or(|last| last == times), "{:?}", found.grades);
            let firm_first = found.grades.is_sorted_by_key(|graded| graded.grade);
            prop_assert!(firm_first, "{:?}", found.grades);
            let doubts = found.hangs_on.len() + found.stands_elsewhere.len();
            prop_assert_eq!(times.careful == times.settled, doubts == 0, "{:?}", found);
        }
        for held in &result.held {
            prop_assert!(!held.because.is_empty(), "{:?} {:?}", held, wish);
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
                by: by.map(Minutes),
                lasting: None,
                home_too: true,
                detail: Detail::Full,
            };
            let points = analysis.single_points(&options);
            for event in analysis.events(level) {
                let scenario = Scenario {
                    withdrawals: vec![(String::new(), withdrawal_of(event))],
                    by: by.map(Minutes),
                    ..Scenario::default()
                };
                let result = analysis.what_if(&scenario);
                let named = analysis.event_named(event).id;
                let mut expected: Vec<_> = (points.findings.iter())
                    .filter(|point| point.event == named && point.event_kind == event.kind())
                    .map(|point| (point.service.clone(), point.stop_certainty, point.survival_minutes))
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
                        .map(|item| (item.service.id.clone(), item.certainty, item.degraded_minutes))
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
                search.run_from(&analysis, played.starts(), reading, &Answered::default());
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
            search.run_from(&analysis, played.starts(), reading, &Answered::default());
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
