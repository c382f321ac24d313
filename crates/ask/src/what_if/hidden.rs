//! Unknown facts that could hide one of the withdrawn, and what they would stop.
//!
//! All that could be it are taken together: what stands then hangs on none of them. For the rest, the
//! smallest sets of them with which it stops are told.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use rayon::prelude::*;
use trefonds_findings::{FactKind, HiddenStop, Level, Reading};
use trefonds_model::ComponentIx;

use super::Runs;
use super::combined::Part;
use crate::Analysis;
use trefonds_settle::channels::Target;
use trefonds_settle::circuit::Failure;
use trefonds_settle::events::Event;
use trefonds_settle::proof::Edge;
use trefonds_settle::search::{Search, Seeds};
use trefonds_settle::survival::World;
use trefonds_settle::unknowns::UnknownIx;
use trefonds_settle::{UnknownHandle, Withdrawal};

/// Runs spent on the sets of one service. Where they do not suffice, sets that are found are told, and
/// smaller ones may exist.
const BUDGET: usize = 600;

impl Analysis<'_> {
    /// For each smallest set of unknown facts, the services that stand in the careful reading and would
    /// stop by the horizon if all of the set were the withdrawn; those that stop most first.
    pub(super) fn hidden(&self, runs: &Runs, standing: &[ComponentIx]) -> Vec<HiddenStop> {
        let sets = self.hidden_sets(runs, standing, Worse::Stops).into_iter();
        sets.filter_map(|(set, more)| self.hidden_stop(set, more)).collect()
    }

    /// The same for services that are up again at some time, and would not be.
    pub(super) fn hidden_for_good(&self, runs: &Runs, back: &[ComponentIx]) -> Vec<HiddenStop> {
        let sets = self.hidden_sets(runs, back, Worse::ForGood).into_iter();
        let told = sets.filter_map(|(set, more)| self.hidden_stop(set, more));
        told.map(|told| HiddenStop { for_good: true, ..told }).collect()
    }

    /// The same for one service and an unknown hand, without the sets that stop it by themselves, whoever
    /// else withdraws.
    pub(super) fn hidden_with(&self, runs: &Runs, service: ComponentIx) -> Vec<HiddenStop> {
        let mut sets = self.hidden_sets(runs, &[service], Worse::Stops);
        sets.retain(|(set, _)| {
            let hands = set.iter().map(|hand| Withdrawal::Unknown(UnknownHandle(*hand)));
            self.stopped_by(service, &hands.collect::<Vec<_>>(), None).is_none()
        });
        sets.into_iter().filter_map(|(set, more)| self.hidden_stop(set, more)).collect()
    }

    fn hidden_stop(&self, set: BTreeSet<UnknownIx>, more: Vec<ComponentIx>) -> Option<HiddenStop> {
        let mut facts = set.into_iter().map(|unknown| self.unknown_fact(unknown));
        Some(HiddenStop {
            unknown: facts.next()?,
            with: facts.collect(),
            for_good: false,
            services: more.into_iter().map(|service| self.component_named(service)).collect(),
        })
    }

    fn hidden_sets(
        &self,
        runs: &Runs,
        standing: &[ComponentIx],
        worse: Worse,
    ) -> Vec<(BTreeSet<UnknownIx>, Vec<ComponentIx>)> {
        let hands = self.could_be_withdrawn(runs);
        if hands.is_empty() {
            return Vec::new();
        }
        let sets = standing.par_iter().map_init(
            || Search::new(self),
            |search, service| {
                let quest = Quest { analysis: self, runs, service: *service, worse };
                (*service, quest.smallest_sets(&hands, search))
            },
        );
        let sets: Vec<(ComponentIx, Vec<BTreeSet<UnknownIx>>)> = sets.collect();
        let mut by_set: BTreeMap<BTreeSet<UnknownIx>, Vec<ComponentIx>> = BTreeMap::new();
        for (service, sets) in sets {
            for set in sets {
                by_set.entry(set).or_default().push(service);
            }
        }
        let mut stops: Vec<(BTreeSet<UnknownIx>, Vec<ComponentIx>)> = by_set.into_iter().collect();
        stops.sort_by_key(|(set, more)| {
            let worst = more.iter().map(|service| self.criticality(*service)).min();
            (set.len(), std::cmp::Reverse(more.len()), worst, set.clone())
        });
        stops
    }

    /// The unknown hands that could be any of the withdrawn.
    fn could_be_withdrawn(&self, runs: &Runs) -> Vec<UnknownIx> {
        let all = self.unknowns().iter().map(|(at, _)| at);
        let first = all.filter(|at| self.unknowns().first_of(*at) == *at);
        let hands =
            first.filter(|at| self.unknowns().hidden_with(*at).iter().any(|it| self.is_hand(*it)));
        hands
            .filter(|hand| runs.joint.parts.iter().any(|part| self.could_be_part(*hand, part)))
            .collect()
    }

    fn could_be_part(&self, hand: UnknownIx, part: &Part) -> bool {
        match part {
            Part::Site(site) => self.could_be_site(hand, *site),
            Part::Law(_, reached) => !reached.is_empty(),
            Part::Events(events) => events.iter().any(|event| self.could_be_event(hand, *event)),
        }
    }

    /// Whether an unknown hand could be another that withdraws, or what an event withdraws.
    fn could_be_event(&self, hand: UnknownIx, event: Event) -> bool {
        match event {
            Event::Unknown(other) => {
                other != hand && self.could_be_one(other, hand, Level::Jurisdiction)
            }
            event => self.could_be(hand, event),
        }
    }

    /// Whether an unknown hand has votes that count with those of whom it could be.
    fn hides_votes(&self, hand: UnknownIx) -> bool {
        let hides = self.unknowns().hidden_with(hand);
        hides.iter().any(|it| self.unknowns().get(*it).fact == FactKind::Parents)
    }
}

/// What would be worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Worse {
    /// It stops.
    Stops,
    /// It does not come back.
    ForGood,
}

/// What is asked of one service.
struct Quest<'a> {
    analysis: &'a Analysis<'a>,
    runs: &'a Runs,
    service: ComponentIx,
    worse: Worse,
}

impl Quest<'_> {
    /// The smallest sets of hands with which the service stops as well: each minimal set that is found
    /// is followed by those that lack one of it, as every other minimal set lacks one.
    fn smallest_sets(&self, hands: &[UnknownIx], search: &mut Search) -> Vec<BTreeSet<UnknownIx>> {
        let mut found: Vec<BTreeSet<UnknownIx>> = Vec::new();
        let mut seen: BTreeSet<BTreeSet<UnknownIx>> = BTreeSet::from([BTreeSet::new()]);
        let mut open: VecDeque<BTreeSet<UnknownIx>> = VecDeque::from([BTreeSet::new()]);
        let mut spent = 0;
        while let Some(without) = open.pop_front() {
            if spent > BUDGET {
                break;
            }
            let allowed: BTreeSet<UnknownIx> =
                hands.iter().copied().filter(|hand| !without.contains(hand)).collect();
            let known = found.iter().find(|set| set.is_subset(&allowed)).cloned();
            let set = match known {
                Some(set) => set,
                None => {
                    let Some(set) = self.minimal(&allowed, search, &mut spent) else { continue };
                    found.push(set.clone());
                    set
                }
            };
            for hand in set {
                let mut more = without.clone();
                more.insert(hand);
                if seen.insert(more.clone()) {
                    open.push_back(more);
                }
            }
        }
        let least = found.iter().map(BTreeSet::len).min().unwrap_or(0);
        found.retain(|set| set.len() == least);
        found.sort();
        found
    }

    /// A minimal set among some hands with which the service stops; `None` when it stands with all.
    fn minimal(
        &self,
        allowed: &BTreeSet<UnknownIx>,
        search: &mut Search,
        spent: &mut usize,
    ) -> Option<BTreeSet<UnknownIx>> {
        *spent += 1;
        if !self.stops(allowed, search) {
            return None;
        }
        let used = self.used(allowed, search);
        *spent += 1;
        let mut set = if self.stops(&used, search) { used } else { allowed.clone() };
        for hand in set.clone() {
            set.remove(&hand);
            *spent += 1;
            if !self.stops(&set, search) {
                set.insert(hand);
            }
        }
        (!set.is_empty()).then_some(set)
    }

    /// The hands that the proof of the last run rests on.
    fn used(&self, allowed: &BTreeSet<UnknownIx>, search: &Search) -> BTreeSet<UnknownIx> {
        let analysis = self.analysis;
        let mut used = BTreeSet::new();
        for edge in analysis.walk(search, self.service) {
            let Edge::Channel(at) = edge else { continue };
            match analysis.channels().get(at).target {
                Target::Unknown(unknown) => {
                    used.insert(analysis.unknowns().first_of(unknown));
                }
                Target::Party(party) => {
                    let own = |hand: &&UnknownIx| {
                        let scope = analysis.joint_scope(None, &[**hand]);
                        scope.parties.binary_search(&party).is_ok()
                    };
                    used.extend(allowed.iter().find(own));
                }
                Target::Country(_) | Target::Site(_) => {}
            }
        }
        used.retain(|hand| allowed.contains(hand));
        used
    }

    fn stops(&self, hands: &BTreeSet<UnknownIx>, search: &mut Search) -> bool {
        let analysis = self.analysis;
        let none = rustc_hash::FxHashSet::default();
        let hands: Vec<UnknownIx> = hands.iter().copied().collect();
        let mut seeds: Seeds = self.runs.careful.starts();
        // The places that all of them take together, and one may leave to another.
        let mut places = self.runs.careful.places_reached();
        let mut add = |event: Option<Event>, hands: &[UnknownIx]| {
            let scope = analysis.joint_scope(event, hands);
            seeds.all.extend(analysis.seeds(&scope, Reading::Careful, &none).all);
            places.extend(analysis.switched_off(&scope));
        };
        add(None, &hands);
        for part in &self.runs.joint.parts {
            let Part::Events(events) = part else { continue };
            for event in events {
                let mine = hands.iter().copied();
                let mine = mine.filter(|hand| analysis.could_be_event(*hand, *event));
                let mut mine: Vec<UnknownIx> = mine.collect();
                if !mine.iter().any(|hand| analysis.hides_votes(*hand)) {
                    continue;
                }
                // The votes of all that is hidden and withdrawn are those of one.
                if let Event::Unknown(withdrawn) = event {
                    mine.push(*withdrawn);
                    add(None, &mine);
                } else {
                    add(Some(*event), &mine);
                }
            }
        }
        places.sort_unstable();
        analysis.add_places(&places, Reading::Careful, &none, &mut seeds);
        seeds.all.iter_mut().for_each(|seed| seed.until = self.runs.joint.lasts);
        // Earlier than what has ended does, or as if that were back.
        analysis.worlds().iter().any(|world| {
            search.enter(*world);
            search.run_from(analysis, seeds.clone(), Reading::Careful, &none);
            let time = search.time(self.service).filter(|time| *time <= self.runs.by);
            let told = || analysis.told_in(self.service, time, Reading::Careful, Failure::Stops);
            let worse = match self.worse {
                Worse::Stops => time.is_some(),
                Worse::ForGood => {
                    search.outages(self.service).last().is_some_and(|it| it.until.is_none())
                }
            };
            worse && (*world == World::Back || told() == World::Now)
        })
    }
}
