//! Coincidences as findings, with their proofs.

use std::collections::BTreeSet;

use rayon::prelude::*;
use rustc_hash::FxHashSet;
use trefonds_findings::{OneHand, Reading, Witness};
use trefonds_model::{ComponentIx, EntityIx};

use super::{Coincidence, Coincidences, Couple};
use crate::Analysis;
use crate::witness::Telling;
use trefonds_settle::channels::Target;
use trefonds_settle::events::{Event, Scope};
use trefonds_settle::proof::Edge;
use trefonds_settle::search::Search;
use trefonds_settle::unknowns::{Subject, UnknownIx};

/// What is told as one: the best of it, all of it, and its place among the lines.
struct Line<'c> {
    at: usize,
    best: &'c Coincidence,
    all: Vec<&'c Coincidence>,
}

impl Analysis<'_> {
    /// Coincidences as findings: those that meet at one group of one service are one, with a count.
    ///
    /// One run for each couple that is the best of any line, and a proof a line.
    pub(crate) fn one_hands(&self, all: &Coincidences) -> Vec<OneHand> {
        let lines = all.lines().into_iter().enumerate();
        let mut lines: Vec<Line<'_>> = lines
            .filter_map(|(at, all)| {
                let best = all.iter().copied().min_by_key(|one| (one.time, one.couple))?;
                Some(Line { at, best, all })
            })
            .collect();
        let run = |line: &Line<'_>| {
            (line.best.world == trefonds_settle::survival::World::Back, line.best.couple)
        };
        lines.sort_by_key(|line| (run(line), line.at));
        let runs: Vec<&[Line<'_>]> = lines.chunk_by(|a, b| run(a) == run(b)).collect();
        let mut found: Vec<(usize, OneHand)> = (runs.par_iter())
            .map_init(|| Search::new(self), |search, lines| self.one_hands_of(search, lines))
            .flatten_iter()
            .collect();
        found.sort_by_key(|(at, it)| (it.event.is_none(), it.criticality, it.minutes, *at));
        found.into_iter().map(|(_, it)| it).collect()
    }

    /// The findings of lines with one and the same couple.
    fn one_hands_of(&self, search: &mut Search, lines: &[Line<'_>]) -> Vec<(usize, OneHand)> {
        let Some(first) = lines.first() else { return Vec::new() };
        search.enter(first.best.world);
        let services: Vec<ComponentIx> = lines.iter().map(|line| line.best.service).collect();
        search.confine(self, &services);
        self.run_couple(search, first.best.couple);
        let couple = first.best.couple;
        let event = couple.event.unwrap_or(Event::Unknown(couple.hand));
        let own = self.scope(event, Reading::Careful, &FxHashSet::default());
        let told = lines.iter().filter_map(|line| {
            let edges = self.walk(search, line.best.service);
            let witness = self.couple_story(search, line.best, event, &own, edges)?;
            Some((line.at, self.one_hand(line, witness)))
        });
        told.collect()
    }

    fn one_hand(&self, line: &Line<'_>, witness: Witness) -> OneHand {
        let best = line.best;
        let couple = best.couple;
        let mut facts: BTreeSet<UnknownIx> = BTreeSet::new();
        facts.extend(line.all.iter().flat_map(|one| one.couple.hands()));
        facts.remove(&couple.hand);
        if let Some(other) = couple.other {
            facts.remove(&other);
        }
        let also: Vec<UnknownIx> = facts.into_iter().collect();
        let event = couple.event;
        OneHand {
            service: self.component_named(best.service),
            criticality: self.criticality(best.service),
            event: event.map(|event| self.event_named(event)),
            event_kind: event.map(Event::kind),
            country: event.and_then(|event| self.event_country(event)),
            foreign: event
                .filter(|event| !event.kind().is_thing())
                .map(|event| self.foreign(event).careful),
            unknown: self.unknown_fact(couple.hand),
            other: couple.other.map(|other| self.unknown_fact(other)),
            minutes: best.time.0,
            count: line.all.len() as u32,
            also: self.unknown_facts(&also),
            witness,
        }
    }

    /// What a coincidence rests on below whoever it is.
    pub(crate) fn couple_edges(&self, search: &mut Search, one: &Coincidence) -> Vec<Edge> {
        search.enter(one.world);
        self.run_couple(search, one.couple);
        self.walk(search, one.service)
    }

    /// The proof of a couple: what each of the two switches off, and the links from there up to it.
    fn couple_story(
        &self,
        search: &Search,
        one: &Coincidence,
        event: Event,
        own: &Scope,
        edges: Vec<Edge>,
    ) -> Option<Witness> {
        let none = FxHashSet::default();
        let reading = Reading::Careful;
        let mut all = edges.clone();
        for edge in &edges {
            let Edge::Channel(at) = edge else { continue };
            let Target::Party(party) = self.channels().get(*at).target else { continue };
            let by_event = own.parties.binary_search(&party).is_ok();
            let way = if by_event {
                self.way_up(event, party, reading, &none)
            } else {
                self.way_to_hands(one.couple, party)
            };
            for edge in way {
                if !all.contains(&edge) {
                    all.push(edge);
                }
            }
        }
        let telling = Telling { reading, event: self.event_named(event), search: Some(search) };
        let steps = all.iter().flat_map(|edge| self.steps(*edge, &telling)).collect();
        Some(Witness { reading, fails_at: search.time(one.service)?, steps })
    }

    /// The links from a party up to one of the unknown facts of a couple.
    fn way_to_hands(&self, couple: Couple, party: EntityIx) -> Vec<Edge> {
        let none = FxHashSet::default();
        let hidden = couple.hands().into_iter().flat_map(|hand| self.unknowns().hidden_with(hand));
        let ways = hidden.filter_map(|unknown| {
            let Subject::Entity(entity) = self.unknowns().get(unknown).subject else { return None };
            let below = self.with_below(entity, Reading::Careful, &none);
            below.binary_search(&party).ok()?;
            let mut edges = self.control_edges(entity, party, Reading::Careful, &none);
            edges.push(Edge::Assumed(unknown));
            Some(edges)
        });
        ways.min_by_key(Vec::len).unwrap_or_default()
    }
}
