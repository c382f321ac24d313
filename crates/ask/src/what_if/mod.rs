//! What several withdrawals at once do: what stops, what degrades, when, and what holds and why.
//!
//! The survival times are those of the semantics, over the union of what the withdrawals switch off:
//! [`joint`] says where failures begin, the search is that of single events, [`proof`] tells by which
//! withdrawal, [`doubts`] what a finding hangs on, [`carriers`] why the rest stands, [`hidden`] which
//! unknown facts could make it worse. What a law on access reaches is the exposure, beside the rest.

mod carriers;
mod combined;
mod doubts;
mod fates;
mod hidden;
mod proof;
mod result;

/// What the laws look at.
#[cfg(test)]
pub(crate) mod testing {
    pub(crate) use super::combined::{Answered, Combined, EVERY, Part};
    pub(crate) use super::proof::Court;
}

use std::collections::BTreeMap;

use trefonds_findings::{
    Coverage, HiddenStop, Outage, Reading, StandingService, StoppedService, SurvivalTimes,
    UntouchedService, WhatIf,
};
use trefonds_model::{ComponentIx, Minutes};

use crate::Analysis;
use crate::outages::marked;
use crate::single_points::{Detail, Worlds};
use carriers::Aftermath;
use combined::{Answered, Combined, EVERY, Firmness, Played};
use proof::Court;
use trefonds_settle::Withdrawal;
use trefonds_settle::circuit::Failure;
use trefonds_settle::search::Search;

/// Withdrawals that happen together, at minute 0.
#[derive(Clone, Debug, Default)]
pub struct Scenario {
    /// What people call it.
    pub title: Option<String>,
    /// Each withdrawal, and how it was written.
    pub withdrawals: Vec<(String, Withdrawal)>,
    /// The horizon: what stops later holds.
    pub by: Option<Minutes>,
    /// How long all of it lasts; for good when it is not said.
    pub lasts: Option<Minutes>,
    /// Whether cold members are taken statically, as cut sets take them.
    pub statically: bool,
    /// How much is worked out: a summary leaves the hidden stops out.
    pub detail: Detail,
}

/// In which world each reading tells what stops, and what is degraded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct ToldIn {
    stops: Worlds,
    degrades: Worlds,
}

impl ToldIn {
    /// What has ended is down in each.
    const NOW: Self = Self { stops: Worlds::NOW, degrades: Worlds::NOW };
}

/// The four runs of a scenario: stops and degradations, in both readings.
struct Runs {
    joint: Combined,
    told_in: ToldIn,
    by: u32,
    answered: Answered,
    settled: Played,
    careful: Played,
    stops: Pair,
    degrades: Pair,
}

struct Pair {
    settled: Search,
    careful: Search,
}

impl Pair {
    fn new(
        analysis: &Analysis<'_>,
        settled: &Played,
        careful: &Played,
        failure: Failure,
        (worlds, statically): (Worlds, bool),
    ) -> Self {
        let run = |played: &Played| {
            let mut search = Search::of(analysis, failure);
            if statically {
                search.take_statically();
            }
            search.enter(worlds.of(played.reading));
            search.run_from(analysis, played.starts(), played.reading, &Answered::default());
            search
        };
        Self { settled: run(settled), careful: run(careful) }
    }

    /// When a component fails; what is certain is possible, whichever world the readings are told in.
    fn times(&self, component: ComponentIx) -> SurvivalTimes {
        let (careful, settled) = (self.careful.time(component), self.settled.time(component));
        let careful = [careful, settled].into_iter().flatten().min();
        SurvivalTimes { careful, settled }
    }
}

impl Runs {
    fn new(analysis: &Analysis<'_>, scenario: &Scenario, laws: Firmness, told_in: ToldIn) -> Self {
        let withdrawals: Vec<Withdrawal> = scenario.withdrawals.iter().map(|(_, w)| *w).collect();
        let mut joint = analysis.joint(&withdrawals);
        joint.lasts = scenario.lasts.map_or(u32::MAX, |lasts| lasts.0);
        let answered = Answered::default();
        let [settled, careful] = [Reading::Settled, Reading::Careful]
            .map(|reading| analysis.play(&joint, reading, &answered, laws));
        let stops = (told_in.stops, scenario.statically);
        let degrades = (told_in.degrades, scenario.statically);
        Self {
            by: scenario.by.map_or(u32::MAX - 1, |by| by.0),
            stops: Pair::new(analysis, &settled, &careful, Failure::Stops, stops),
            degrades: Pair::new(analysis, &settled, &careful, Failure::Degrades, degrades),
            joint,
            told_in,
            answered,
            settled,
            careful,
        }
    }

    /// When a service is down, where that may be over or is told in time.
    fn outages(&self, service: ComponentIx) -> Vec<Outage> {
        let Pair { settled, careful } = &self.stops;
        if !(settled.was_in_time() || careful.was_in_time()) {
            return Vec::new();
        }
        marked(&settled.outages(service), &careful.outages(service))
    }

    fn is_by(&self, time: Option<u32>) -> bool {
        time.is_some_and(|time| time <= self.by)
    }

    /// Whether a component stops by the horizon, possibly at least.
    fn may_stop(&self, component: ComponentIx) -> bool {
        self.is_by(self.stops.times(component).careful)
    }

    /// In which worlds a component is told by runs in which what has ended is down.
    fn told_in(&self, analysis: &Analysis<'_>, component: ComponentIx) -> ToldIn {
        let [stops, degrades] = [Failure::Stops, Failure::Degrades].map(|failure| {
            let pair = self.pair(failure);
            let world = |search: &Search, reading| {
                analysis.told_in(component, search.time(component), reading, failure)
            };
            let settled = world(&pair.settled, Reading::Settled);
            Worlds { settled, careful: world(&pair.careful, Reading::Careful) }
        });
        ToldIn { stops, degrades }
    }

    fn pair(&self, failure: Failure) -> &Pair {
        match failure {
            Failure::Stops => &self.stops,
            Failure::Degrades => &self.degrades,
        }
    }

    fn court(&self, failure: Failure, reading: Reading) -> Court<'_> {
        let pair = self.pair(failure);
        let (played, search) = match reading {
            Reading::Settled => (&self.settled, &pair.settled),
            Reading::Careful => (&self.careful, &pair.careful),
        };
        Court { joint: &self.joint, played, answered: &self.answered, search }
    }
}

/// The parts of a result over services that are told in different worlds.
#[derive(Default)]
struct Told {
    stopped: Vec<StoppedService>,
    degraded: Vec<StoppedService>,
    held: Vec<StandingService>,
    untouched: Vec<UntouchedService>,
    hidden: Vec<HiddenStop>,
}

impl Told {
    fn sort(&mut self) {
        self.stopped.sort_by_key(result::order);
        self.degraded.sort_by_key(result::order);
        self.held.sort_by_key(|it| it.criticality);
        self.untouched.sort_by_key(|it| it.criticality);
    }
}

impl Analysis<'_> {
    /// When some withdrawals together stop one service, and the proof; `None` when it goes on. Cold members are
    /// taken statically, as the formula of cut sets has them: an upper bound.
    ///
    /// O(F log F) for the F requirements that fail, a few times that for a finding in doubt.
    #[must_use]
    pub fn stopped_by(
        &self,
        service: ComponentIx,
        withdrawals: &[Withdrawal],
        by: Option<Minutes>,
    ) -> Option<StoppedService> {
        let withdrawals = withdrawals.iter().map(|one| (String::new(), *one)).collect();
        let scenario = Scenario { by, withdrawals, statically: true, ..Scenario::default() };
        let runs = self.runs_of(&scenario, service);
        if !runs.may_stop(service) {
            return None;
        }
        let mut scratch = Search::of(self, Failure::Stops);
        scratch.take_statically();
        self.failing(&runs, service, Failure::Stops, &mut scratch)
    }

    /// The smallest sets of unknown facts with which a withdrawal that does not stop a service would,
    /// were they the same hand.
    pub(crate) fn could_be_one_with(
        &self,
        service: ComponentIx,
        withdrawal: Withdrawal,
    ) -> Vec<HiddenStop> {
        let withdrawals = vec![(String::new(), withdrawal)];
        let scenario = Scenario { withdrawals, ..Scenario::default() };
        let runs = self.runs_of(&scenario, service);
        match withdrawal {
            Withdrawal::Unknown(_) => self.hidden_with(&runs, service),
            _ => self.hidden(&runs, &[service]),
        }
    }

    /// The runs of a scenario, each with the components that are told by them; first those in which what
    /// has ended is down, which may tell none.
    fn runs_told(
        &self,
        scenario: &Scenario,
        of: impl Iterator<Item = ComponentIx>,
    ) -> Vec<(Runs, Vec<ComponentIx>)> {
        let now = Runs::new(self, scenario, EVERY, ToldIn::NOW);
        if !self.standing().any_down() {
            return vec![(now, of.collect())];
        }
        let mut groups: BTreeMap<ToldIn, Vec<ComponentIx>> = BTreeMap::new();
        for component in of {
            groups.entry(now.told_in(self, component)).or_default().push(component);
        }
        let first = groups.remove(&ToldIn::NOW).unwrap_or_default();
        let others = groups
            .into_iter()
            .map(|(told_in, components)| (Runs::new(self, scenario, EVERY, told_in), components));
        let others: Vec<(Runs, Vec<ComponentIx>)> = others.collect();
        [(now, first)].into_iter().chain(others).collect()
    }

    /// The runs of a scenario by which one service is told.
    fn runs_of(&self, scenario: &Scenario, service: ComponentIx) -> Runs {
        let now = Runs::new(self, scenario, EVERY, ToldIn::NOW);
        match now.told_in(self, service) {
            ToldIn::NOW => now,
            told_in => Runs::new(self, scenario, EVERY, told_in),
        }
    }

    /// What a scenario does to the services.
    ///
    /// O(V + E) time for what is hit, O(F log F) for the F requirements that fail, twice a reading;
    /// a few times that for each finding that hangs on unknown facts; and, in full detail, once for
    /// each unknown fact that could hide one of the withdrawn.
    #[must_use]
    pub fn what_if(&self, scenario: &Scenario) -> WhatIf {
        let services = self.services();
        let coverage = self.coverage(&services);
        // A service that is down from what has ended is told as if that were back.
        let sides = self.runs_told(scenario, services.iter().copied());
        let mut told = Told::default();
        for (runs, services) in sides.iter().filter(|(_, services)| !services.is_empty()) {
            let after = Aftermath::new(self, &runs.careful, &runs.stops.careful, runs.by);
            let standing: Vec<ComponentIx> =
                (services.iter().copied()).filter(|service| !runs.may_stop(*service)).collect();
            if scenario.detail == Detail::Full {
                told.hidden.extend(self.hidden(runs, &standing));
                let is_back = |service: &ComponentIx| {
                    runs.outages(*service).last().is_some_and(|it| it.until_minutes.is_some())
                };
                let back: Vec<ComponentIx> = services.iter().copied().filter(is_back).collect();
                told.hidden.extend(self.hidden_for_good(runs, &back));
            }
            let covered = services.iter().filter_map(|service| {
                let at = self.services().binary_search(service).ok()?;
                coverage.each.get(at).copied()
            });
            let covered: Vec<Coverage> = covered.collect();
            told.stopped.extend(self.stopped(scenario, runs, services));
            told.degraded.extend(self.degraded(runs, services));
            told.held.extend(self.held_services(runs, &after, &standing));
            told.untouched.extend(self.untouched(&after, &standing, services, &covered));
        }
        told.sort();
        let (runs, _) = &sides[0];
        WhatIf {
            head: self.head(),
            scenario: scenario.title.clone(),
            coverage: coverage.all,
            by_minutes: scenario.by.map(|by| by.0),
            withdrawn: self.withdrawn(scenario, runs),
            lasts_minutes: scenario.lasts.map(|lasts| lasts.0),
            unmendable: self.not_mended(&runs.stops.settled, &runs.stops.careful),
            ended: self.ended_services(scenario.by),
            stopped: told.stopped,
            degraded: told.degraded,
            held: told.held,
            untouched: told.untouched,
            hidden: (scenario.detail == Detail::Full).then_some(told.hidden),
            law_touches: self.law_touches(&runs.joint),
            reached: self.reached_by_access(scenario),
        }
    }
}
