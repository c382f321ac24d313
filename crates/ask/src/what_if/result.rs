//! The parts of a result, as findings.

use std::collections::BTreeSet;

use trefonds_findings::{
    Certainty, Coverage, ExposureFinding, FactKind, GradedTimes, MapScenario, Named, ReachedByLaw,
    Reading, StandingService, StandsElsewhere, StepKind, StoppedService, SurvivalTimes,
    UntouchedService, Withdrawn, WithdrawnKind,
};
use trefonds_model::{ComponentIx, Effect, EntityIx, Grade, LawIx};

use super::carriers::Aftermath;
use super::combined::{Combined, EVERY, Part, Played};
use super::{Runs, Scenario, ToldIn};
use crate::Analysis;
use trefonds_settle::UnknownHandle;
use trefonds_settle::Withdrawal;
use trefonds_settle::channels::{EntryIx, Target};
use trefonds_settle::circuit::Failure;
use trefonds_settle::search::{Cause, Search};
use trefonds_settle::unknowns::{Subject, UnknownIx};

impl Analysis<'_> {
    /// The services that stop by the horizon in the careful reading at least.
    pub(super) fn stopped(
        &self,
        scenario: &Scenario,
        runs: &Runs,
        services: &[ComponentIx],
    ) -> Vec<StoppedService> {
        let stopping = services.iter().copied();
        let stopping = stopping.filter(|service| runs.may_stop(*service));
        let mut scratch = Search::of(self, Failure::Stops);
        let mut found: Vec<(ComponentIx, StoppedService)> = stopping
            .filter_map(|service| {
                let stopped = self.failing(runs, service, Failure::Stops, &mut scratch)?;
                Some((service, stopped))
            })
            .collect();
        self.add_grades(scenario, runs, &mut found);
        let mut found: Vec<StoppedService> =
            found.into_iter().map(|(_, stopped)| stopped).collect();
        found.sort_by_key(order);
        found
    }

    /// The services that are degraded by the horizon, before they stop or without; as the lists of
    /// single points have it.
    pub(super) fn degraded(&self, runs: &Runs, services: &[ComponentIx]) -> Vec<StoppedService> {
        let mut scratch = Search::of(self, Failure::Degrades);
        let degraded = services.iter().filter(|service| {
            let times = runs.degrades.times(**service);
            let stops = runs.stops.times(**service);
            let earlier = late(times.settled) < late(stops.settled);
            runs.is_by(times.careful) && (earlier || late(times.careful) < late(stops.careful))
        });
        let mut found: Vec<StoppedService> = degraded
            .filter_map(|service| self.failing(runs, *service, Failure::Degrades, &mut scratch))
            // Where stops are worked out in time, a loss that something takes over for is none.
            .filter(|found| !runs.stops.settled.was_in_time() || is_soft(found))
            .collect();
        found.sort_by_key(order);
        found
    }

    pub(super) fn failing(
        &self,
        runs: &Runs,
        service: ComponentIx,
        failure: Failure,
        scratch: &mut Search,
    ) -> Option<StoppedService> {
        let times = runs.pair(failure).times(service);
        let before_stop = failure == Failure::Stops
            || late(times.settled) < late(runs.stops.settled.time(service));
        let certain = runs.is_by(times.settled) && before_stop;
        let reading = if certain { Reading::Settled } else { Reading::Careful };
        let court = runs.court(failure, reading);
        let proof = self.joint_proof(&court, service)?;
        let doubts = if times.careful == times.settled {
            Vec::new()
        } else {
            let worlds = match failure {
                Failure::Stops => runs.told_in.stops,
                Failure::Degrades => runs.told_in.degrades,
            };
            scratch.enter(worlds.careful);
            self.doubts(&runs.joint, service, times.settled, scratch)
        };
        let places = |unknown: &UnknownIx| self.unknowns().get(*unknown).fact == FactKind::Places;
        let (places, facts): (Vec<UnknownIx>, Vec<UnknownIx>) =
            doubts.iter().copied().partition(places);
        Some(StoppedService {
            service: self.component_named(service),
            criticality: self.criticality(service),
            certainty: if certain { Certainty::Certain } else { Certainty::Possible },
            survival_minutes: times,
            outages: match failure {
                Failure::Stops => runs.outages(service),
                Failure::Degrades => Vec::new(),
            },
            by: proof.parts(),
            grades: Vec::new(),
            denied: self.denied_in(&court, &proof),
            hangs_on: self.unknown_facts(&facts),
            stands_elsewhere: (places.iter())
                .filter_map(|unknown| self.elsewhere(*unknown, &runs.careful))
                .collect(),
            witness: self.joint_witness(&proof, court.search),
        })
    }

    fn elsewhere(&self, needed: UnknownIx, played: &Played) -> Option<StandsElsewhere> {
        let Subject::Component(component) = self.unknowns().get(needed).subject else {
            return None;
        };
        let places = self.other_places(component, played).into_iter();
        let mut named: Vec<Named> = places.map(|at| self.place_named(at)).collect();
        named.dedup();
        Some(StandsElsewhere { component: self.component_named(component), places: named })
    }

    fn place_named(&self, at: EntryIx) -> Named {
        let entry = self.channels().get(at);
        match (entry.through, entry.target) {
            (Some(through), _) => self.site_named(through.site),
            (None, target) => self.target_named(target),
        }
    }

    /// How firmly the laws of a scenario must reach for each service to stop when it does: the times
    /// without any law, then with those that reach so firmly or more, wherever that changes them.
    fn add_grades(
        &self,
        scenario: &Scenario,
        runs: &Runs,
        found: &mut [(ComponentIx, StoppedService)],
    ) {
        let mut grades: BTreeSet<Grade> = BTreeSet::new();
        for part in &runs.joint.parts {
            if let Part::Law(_, denied) = part {
                let ways = denied.iter().flat_map(|denial| denial.ways.iter());
                grades.extend(ways.map(|way| way.grade));
            }
        }
        if grades.is_empty() {
            return;
        }
        let mut last = vec![SurvivalTimes { careful: None, settled: None }; found.len()];
        for firmness in [None].into_iter().chain(grades.into_iter().map(Some)) {
            let runs = Runs::new(self, scenario, firmness, runs.told_in);
            for ((service, finding), last) in found.iter_mut().zip(&mut last) {
                let times = runs.stops.times(*service);
                if times != *last {
                    finding.grades.push(GradedTimes { grade: firmness, survival_minutes: times });
                    *last = times;
                }
            }
        }
    }

    /// The services that were hit and stand by the horizon in both readings.
    pub(super) fn held_services(
        &self,
        runs: &Runs,
        after: &Aftermath<'_>,
        standing: &[ComponentIx],
    ) -> Vec<StandingService> {
        let mut held: Vec<StandingService> = (standing.iter())
            .filter(|service| after.is_hit(**service))
            .map(|service| StandingService {
                service: self.component_named(*service),
                criticality: self.criticality(*service),
                survival_minutes: runs.stops.times(*service),
                because: after.carriers(*service),
            })
            .collect();
        held.sort_by_key(|held| held.criticality);
        held
    }

    pub(super) fn untouched(
        &self,
        after: &Aftermath<'_>,
        standing: &[ComponentIx],
        services: &[ComponentIx],
        coverage: &[Coverage],
    ) -> Vec<UntouchedService> {
        let mut found: Vec<UntouchedService> = (services.iter().zip(coverage))
            .filter(|(service, _)| standing.contains(service) && !after.is_hit(**service))
            .map(|(service, coverage)| UntouchedService {
                service: self.component_named(*service),
                criticality: self.criticality(*service),
                coverage: *coverage,
            })
            .collect();
        found.sort_by_key(|untouched| untouched.criticality);
        found
    }

    /// What the laws on denial reach, component by component.
    pub(super) fn law_touches(&self, joint: &Combined) -> Vec<ReachedByLaw> {
        let mut touches = Vec::new();
        for (law, part) in joint.parts.iter().enumerate() {
            let Part::Law(_, denied) = part else { continue };
            for denial in denied {
                let entry = self.channels().get(denial.at);
                let Some((channel, best)) = entry.channel.zip(denial.best()) else { continue };
                let own = |reading| entry.delay(reading).plus(denial.after(reading)?).finite();
                touches.push(ReachedByLaw {
                    law: law as u32,
                    component: self.component_named(entry.owner),
                    through: self.target_named(entry.target),
                    channel,
                    grade: best.grade,
                    certainty: certainty(best.certain),
                    own_minutes: SurvivalTimes {
                        careful: own(Reading::Careful),
                        settled: own(Reading::Settled),
                    },
                });
            }
        }
        touches
    }

    /// What the laws on access reach, which stops nothing.
    pub(super) fn reached_by_access(&self, scenario: &Scenario) -> Vec<ExposureFinding> {
        let played: Vec<LawIx> = (scenario.withdrawals.iter())
            .filter_map(|(_, withdrawal)| match withdrawal {
                Withdrawal::Law(law) if self.model().law(*law).effect == Effect::Access => {
                    Some(*law)
                }
                _ => None,
            })
            .collect();
        let laws: Vec<String> =
            played.iter().map(|law| self.text(self.model().law(*law).id)).collect();
        if laws.is_empty() {
            return Vec::new();
        }
        let findings = self.exposure_with(true, &played).findings.into_iter();
        let of = |finding: &ExposureFinding| {
            finding.law.as_ref().is_some_and(|law| laws.contains(&law.id))
        };
        findings.filter(of).collect()
    }

    pub(super) fn withdrawn(&self, scenario: &Scenario, runs: &Runs) -> Vec<Withdrawn> {
        let each = scenario.withdrawals.iter().enumerate();
        each.map(|(at, (written, withdrawal))| self.one_withdrawn(at, written, *withdrawal, runs))
            .collect()
    }

    /// What the map of a scenario says of it.
    pub(crate) fn map_scenario(&self, scenario: &Scenario) -> MapScenario {
        let runs = Runs::new(self, scenario, EVERY, ToldIn::NOW);
        MapScenario {
            title: scenario.title.clone(),
            withdrawn: self.withdrawn(scenario, &runs),
            by_minutes: scenario.by.map(|by| by.0),
        }
    }

    fn one_withdrawn(
        &self,
        at: usize,
        written: &str,
        withdrawal: Withdrawal,
        runs: &Runs,
    ) -> Withdrawn {
        let (kind, named) = self.withdrawal_named(withdrawal);
        let owners = |played: &Played| -> BTreeSet<ComponentIx> {
            let mine = played.seeds.iter().filter(|(part, _)| *part == at);
            mine.filter(|(_, seed)| seed.time != u32::MAX || self.is_real(seed.cause))
                .map(|(_, seed)| seed.component)
                .collect()
        };
        let (certain, careful) = (owners(&runs.settled), owners(&runs.careful));
        let (parties, all) = (self.parties_of(at, runs, Reading::Settled), {
            self.parties_of(at, runs, Reading::Careful)
        });
        let named_all =
            |of: &mut dyn Iterator<Item = EntityIx>| of.map(|it| self.entity_named(it)).collect();
        Withdrawn {
            written: written.to_owned(),
            kind,
            fault: self.question() == trefonds_model::Question::Fault,
            named,
            effect: match withdrawal {
                Withdrawal::Law(law) => Some(self.model().law(law).effect),
                _ => None,
            },
            in_force: match withdrawal {
                Withdrawal::Law(law) => Some(self.is_in_force(self.model().law(law))),
                _ => None,
            },
            days: match withdrawal {
                Withdrawal::Law(law) => Some(self.law_days(law)),
                _ => None,
            },
            unknown: match withdrawal {
                Withdrawal::Unknown(UnknownHandle(unknown)) => Some(self.unknown_fact(unknown)),
                _ => None,
            },
            countries: match (withdrawal, &runs.joint.parts[at]) {
                (Withdrawal::Union(_), Part::Events(events)) => {
                    events.iter().map(|event| self.event_named(*event).id).collect()
                }
                _ => Vec::new(),
            },
            parties: named_all(&mut parties.iter().copied()),
            possible_parties: named_all(&mut all.difference(&parties).copied()),
            components: certain.len() as u32,
            possible_components: careful.difference(&certain).count() as u32,
        }
    }

    /// Whether a withdrawal reaches a component by this channel, even though it goes on; a site that
    /// closes reaches only what does not go on elsewhere.
    fn is_real(&self, cause: Cause) -> bool {
        match cause {
            Cause::Channel(at) => {
                self.channels().get(at).channel != Some(trefonds_model::Channel::Location)
            }
            _ => true,
        }
    }

    /// The entities of the channels that a withdrawal switches off.
    fn parties_of(&self, at: usize, runs: &Runs, reading: Reading) -> BTreeSet<EntityIx> {
        if matches!(runs.joint.parts[at], Part::Site(_)) {
            return BTreeSet::new();
        }
        let played = match reading {
            Reading::Settled => &runs.settled,
            Reading::Careful => &runs.careful,
        };
        let mine = played.seeds.iter().filter(|(part, _)| *part == at);
        let parties = mine.filter_map(|(_, seed)| match seed.cause {
            Cause::Channel(at) => match self.channels().get(at).target {
                Target::Party(party) => Some(party),
                _ => None,
            },
            _ => None,
        });
        parties.collect()
    }

    fn withdrawal_named(&self, withdrawal: Withdrawal) -> (WithdrawnKind, Named) {
        let code = |code: &str| Named { id: code.to_owned(), name: code.to_owned() };
        match withdrawal {
            Withdrawal::Component(component) => {
                (WithdrawnKind::Component, self.component_named(component))
            }
            Withdrawal::Entity(entity) => (WithdrawnKind::Entity, self.entity_named(entity)),
            Withdrawal::Controller(entity) => {
                (WithdrawnKind::Controller, self.entity_named(entity))
            }
            Withdrawal::Country(country) => (WithdrawnKind::Country, code(country.state().code())),
            Withdrawal::Union(union) => (WithdrawnKind::Union, code(union.code())),
            Withdrawal::Unknown(UnknownHandle(unknown)) => {
                (WithdrawnKind::Unknown, self.target_named(Target::Unknown(unknown)))
            }
            Withdrawal::Site(site) => (WithdrawnKind::Site, self.site_named(site)),
            Withdrawal::Law(law) => {
                let law = self.model().law(law);
                let name = self.text(law.name.unwrap_or(law.id));
                (WithdrawnKind::Law, Named { id: self.text(law.id), name })
            }
        }
    }
}

/// Whether anything that is only agreeable has a part in it.
fn is_soft(found: &StoppedService) -> bool {
    let mut steps = found.witness.steps.iter();
    steps.any(|step| matches!(step.kind, StepKind::Requires { soft: true, .. }))
}

const fn certainty(certain: bool) -> Certainty {
    if certain { Certainty::Certain } else { Certainty::Possible }
}

fn late(time: Option<u32>) -> u32 {
    time.unwrap_or(u32::MAX)
}

/// Certain first, then the most critical, then the earliest.
pub(super) fn order(
    service: &StoppedService,
) -> (Certainty, trefonds_model::Criticality, u32, u32) {
    let times = service.survival_minutes;
    (service.certainty, service.criticality, late(times.settled), late(times.careful))
}
