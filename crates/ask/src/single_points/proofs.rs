//! Witnesses of hits, and the unknown facts that they hang on.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use trefonds_findings::{Certainty, EventSummary, Reach, Reading, SinglePoint, Witness};
use trefonds_model::Minutes;

use super::{Detail, Hit, SinglePointOptions};
use crate::Analysis;
use trefonds_settle::events::Event;
use trefonds_settle::proof::Proof;
use trefonds_settle::search::Search;
use trefonds_settle::survival::World;
use trefonds_settle::unknowns::UnknownIx;

/// So many events are proven before their steps are counted, where these are bounded.
const BLOCK: usize = 32;

/// Two scratch spaces a thread: one holds the run that all services of an event share.
struct Scratch {
    shared: Search,
    own: Search,
}

impl Analysis<'_> {
    /// None when none are wanted or their proofs have more steps than wanted; else one finding a hit, certain ones first, then possible ones, then unknown facts, each by the
    /// rank of its event.
    pub(super) fn findings(
        &self,
        hits: &[Hit],
        events: &[(Event, EventSummary)],
        options: &SinglePointOptions,
    ) -> Vec<SinglePoint> {
        let (proven, most_steps) = match options.detail {
            Detail::Full => (true, usize::MAX),
            Detail::Within(steps) => (true, steps),
            Detail::Unproven => (false, usize::MAX),
            Detail::Summary => return Vec::new(),
        };
        let by = options.by;
        let rank: FxHashMap<Event, usize> =
            events.iter().enumerate().map(|(at, (event, _))| (*event, at)).collect();
        let groups: Vec<&[Hit]> = hits.chunk_by(|a, b| a.event == b.event).collect();
        let block = if most_steps == usize::MAX { groups.len().max(1) } else { BLOCK };
        let (mut found, mut steps): (Vec<(Hit, SinglePoint)>, usize) = (Vec::new(), 0);
        for groups in groups.chunks(block) {
            let more = groups.par_iter().map_init(
                || Scratch { shared: Search::new(self), own: Search::new(self) },
                |scratch, group| self.findings_of_event(group, scratch, by, proven),
            );
            let more: Vec<(Hit, SinglePoint)> = more.flatten_iter().collect();
            steps += more.iter().map(|(_, finding)| finding.witness.steps.len()).sum::<usize>();
            if steps > most_steps {
                return Vec::new();
            }
            found.extend(more);
        }
        found.sort_by_key(|(hit, finding)| {
            let rank = rank.get(&hit.event).copied();
            (hit.order(), finding.certainty, rank, finding.criticality, hit.service)
        });
        found.into_iter().map(|(_, finding)| finding).collect()
    }

    fn findings_of_event(
        &self,
        group: &[Hit],
        scratch: &mut Scratch,
        by: Option<Minutes>,
        proven: bool,
    ) -> Vec<(Hit, SinglePoint)> {
        let none = FxHashSet::default();
        let by = by.unwrap_or(Minutes(u32::MAX - 1));
        let mut found = Vec::with_capacity(group.len());
        if let Some(Event::Ended(thing)) = group.first().map(|hit| hit.event) {
            for hit in group {
                let proof = self.prove_ended(&mut scratch.shared, thing, hit.service);
                let told = proof.map(|proof| {
                    let witness = self.proof_told(&proof, &scratch.shared, proven);
                    self.finding(hit, &proof, &proof.assumes(self), witness)
                });
                found.extend(told.map(|told| (*hit, told)));
            }
            return found;
        }
        if !proven && group.iter().all(is_bare) && !self.circuit().any_cold() {
            let told = group
                .iter()
                .map(|hit| (*hit, self.single_point(hit, None, &[], bare_witness(hit))));
            return told.collect();
        }
        let mut downtimes = self.downtimes(group, &mut scratch.own);
        let runs = [
            (Reading::Settled, World::Now),
            (Reading::Settled, World::Back),
            (Reading::Careful, World::Now),
            (Reading::Careful, World::Back),
        ];
        for (reading, world) in runs {
            let mine = |hit: &&Hit| {
                let settled = (hit.settled <= by) == (reading == Reading::Settled);
                settled && hit.worlds.of(reading) == world
            };
            let Some(event) = group.iter().find(mine).map(|hit| hit.event) else {
                continue;
            };
            scratch.shared.enter(world);
            scratch.shared.run(self, &self.scope(event, reading, &none), reading, &none);
            for hit in group.iter().filter(mine) {
                let proof = self.prove(&scratch.shared, event, hit.service, reading, &none);
                let Some(proof) = proof else { continue };
                let hangs_on = self.hit_hangs_on(hit, &mut scratch.own);
                let witness = self.proof_told(&proof, &scratch.shared, proven);
                let outages = downtimes.remove(&hit.service).unwrap_or_default();
                let finding = self.finding(hit, &proof, &hangs_on, witness);
                found.push((*hit, SinglePoint { outages, ..finding }));
            }
        }
        found
    }

    /// The proof in words, or what it proves alone.
    fn proof_told(&self, proof: &Proof, search: &Search, proven: bool) -> Witness {
        if proven {
            return self.witness(proof, search);
        }
        Witness { reading: proof.reading, fails_at: proof.fails_at.0, steps: Vec::new() }
    }

    fn finding(
        &self,
        hit: &Hit,
        proof: &Proof,
        hangs_on: &[UnknownIx],
        witness: Witness,
    ) -> SinglePoint {
        self.single_point(hit, proof.reach(self), hangs_on, witness)
    }

    fn single_point(
        &self,
        hit: &Hit,
        reach: Option<Reach>,
        hangs_on: &[UnknownIx],
        witness: Witness,
    ) -> SinglePoint {
        let (service, event) = (self.component_named(hit.service), self.event_named(hit.event));
        let kind = hit.event.kind();
        SinglePoint {
            service: service.id,
            service_name: service.name,
            criticality: self.criticality(hit.service),
            event: event.id,
            event_name: event.name,
            event_kind: kind,
            foreign: (!kind.is_thing()).then_some(hit.foreign.careful),
            certainty: hit.certainty(),
            stop_certainty: certainty(hit.stops_for_certain),
            foreign_certainty: hit.foreign.careful.then(|| certainty(hit.foreign.settled)),
            if_back: hit.best_world() == World::Back,
            one_hand: false,
            survival_minutes: hit.times(),
            outages: Vec::new(),
            channel: reach.map(|reach| reach.channel),
            through: reach.map(|reach| reach.through),
            hangs_on: self.unknown_facts(hangs_on),
            witness,
        }
    }

    /// The unknown facts that a hit hangs on: those that its careful time takes against us, and
    /// those by which the event may be foreign.
    pub(crate) fn hit_hangs_on(&self, hit: &Hit, search: &mut Search) -> Vec<UnknownIx> {
        let mut found = self.time_hangs_on(hit, search);
        if let (false, Event::Entity(entity) | Event::Controller(entity)) =
            (hit.foreign.settled, hit.event)
        {
            found.extend(self.foreign_hangs_on(entity));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Takes the unknowns of one careful proof after the other as answered in our favour, until
    /// what is left is the settled time; then spares those without which it is left all the same.
    fn time_hangs_on(&self, hit: &Hit, search: &mut Search) -> Vec<UnknownIx> {
        if hit.careful == hit.settled {
            return Vec::new();
        }
        if let Event::Ended(thing) = hit.event {
            let proof = self.prove_ended(search, thing, hit.service);
            return proof.map(|proof| proof.assumes(self)).unwrap_or_default();
        }
        // Nothing counts but what is below the service: no run looks further.
        search.confine(self, &[hit.service]);
        let found = self.unknowns_against(hit, search);
        search.widen();
        found
    }

    fn unknowns_against(&self, hit: &Hit, search: &mut Search) -> Vec<UnknownIx> {
        let mut answered = FxHashSet::default();
        let mut found = Vec::new();
        while !self.is_settled_by(hit, &answered, search) {
            let proof = self.prove(search, hit.event, hit.service, Reading::Careful, &answered);
            let assumed = proof.map(|proof| proof.assumes(self)).unwrap_or_default();
            let before = found.len();
            found.extend(assumed.into_iter().filter(|unknown| answered.insert(*unknown)));
            if found.len() == before {
                return found;
            }
        }
        found.retain(|unknown| {
            answered.remove(unknown);
            let spared = self.is_settled_by(hit, &answered, search);
            if !spared {
                answered.insert(*unknown);
            }
            !spared
        });
        found
    }

    /// Whether these answers make the careful time the settled one.
    fn is_settled_by(
        &self,
        hit: &Hit,
        answered: &FxHashSet<UnknownIx>,
        search: &mut Search,
    ) -> bool {
        let scope = self.scope(hit.event, Reading::Careful, answered);
        let (time, _) = self.time_in(search, &scope, hit.service, Reading::Careful, answered);
        time >= hit.settled
    }
}

/// Whether all that is said of a hit without its proof stands in the hit: a component that is withdrawn
/// reaches a service by no channel, and where both readings agree, nothing is taken against us.
fn is_bare(hit: &Hit) -> bool {
    matches!(hit.event, Event::Component(_)) && hit.careful == hit.settled
}

fn bare_witness(hit: &Hit) -> Witness {
    Witness { reading: Reading::Settled, fails_at: hit.settled.0, steps: Vec::new() }
}

const fn certainty(certain: bool) -> Certainty {
    if certain { Certainty::Certain } else { Certainty::Possible }
}
