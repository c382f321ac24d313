//! From the parties of a proof up to its event: the links of control and the country, irreducible.

use rustc_hash::FxHashSet;
use trefonds_model::Reading;
use trefonds_model::{Country, EntityIx};

use crate::Settled;
use crate::events::Event;
use crate::proof::Edge;
use crate::unknowns::{Subject, UnknownIx};

impl Settled<'_> {
    /// The edges by which an event reaches some parties, each once, and none to spare.
    pub fn upward(
        &self,
        event: Event,
        parties: &[EntityIx],
        reading: Reading,
        settled: &FxHashSet<UnknownIx>,
    ) -> Vec<Edge> {
        let up = Upward { analysis: self, event, reading, settled };
        let mut edges: Vec<Edge> = Vec::new();
        for party in parties {
            for edge in up.way(*party) {
                if !edges.contains(&edge) {
                    edges.push(edge);
                }
            }
        }
        // What one party needs may prove another: with several, something may be to spare.
        if parties.len() > 1 {
            for at in (0..edges.len()).rev() {
                let mut less = edges.clone();
                less.remove(at);
                if up.are_proven(parties, &less) {
                    edges = less;
                }
            }
        }
        edges
    }

    /// The edges from one party up to one event; none when the party is the event itself.
    pub fn way_up(
        &self,
        event: Event,
        party: EntityIx,
        reading: Reading,
        settled: &FxHashSet<UnknownIx>,
    ) -> Vec<Edge> {
        Upward { analysis: self, event, reading, settled }.way(party)
    }

    /// Whether some edges alone lead from a party to an event.
    pub fn is_way_up(
        &self,
        event: Event,
        party: EntityIx,
        edges: &[Edge],
        reading: Reading,
        settled: &FxHashSet<UnknownIx>,
    ) -> bool {
        match event {
            Event::Component(_) => false,
            Event::Entity(entity) => entity == party,
            _ => Upward { analysis: self, event, reading, settled }.are_proven(&[party], edges),
        }
    }

    /// Whether the links of control among some edges alone let `top` control a party.
    pub(crate) fn edges_control(
        &self,
        top: EntityIx,
        party: EntityIx,
        edges: &[Edge],
        reading: Reading,
        settled: &FxHashSet<UnknownIx>,
    ) -> bool {
        let event = Event::Controller(top);
        let up = Upward { analysis: self, event, reading, settled };
        top != party && up.are_proven(&[party], edges)
    }
}

/// The way from a party up to an event.
struct Upward<'a> {
    analysis: &'a Settled<'a>,
    event: Event,
    reading: Reading,
    settled: &'a FxHashSet<UnknownIx>,
}

impl Upward<'_> {
    fn way(&self, party: EntityIx) -> Vec<Edge> {
        match self.event {
            Event::Component(_) | Event::Site(_) | Event::Entity(_) | Event::Ended(_) => Vec::new(),
            Event::Controller(top) => self.control(top, party),
            Event::Country(country) => self.country_way(party, country),
            Event::Unknown(unknown) => match self.analysis.unknowns.get(unknown).subject {
                Subject::Entity(entity) => {
                    let mut edges = self.control(entity, party);
                    edges.push(Edge::Assumed(unknown));
                    edges
                }
                _ => Vec::new(),
            },
        }
    }

    fn control(&self, top: EntityIx, party: EntityIx) -> Vec<Edge> {
        self.analysis.control_edges(top, party, self.reading, self.settled)
    }

    /// The shortest way from a party into a country.
    fn country_way(&self, party: EntityIx, country: Country) -> Vec<Edge> {
        let inside = |entity: &EntityIx| {
            let own = self.analysis.entities[entity.at()].within(country, self.reading)?;
            Some(Edge::Incorporated(*entity, own))
        };
        if let Some(edge) = inside(&party) {
            return vec![edge];
        }
        let above = &self.analysis.control(self.reading).above[party.at()];
        let distances = self.analysis.stakes.distances_up(party);
        let mut ways: Vec<(usize, usize, EntityIx, Edge)> = (above.iter().enumerate())
            .filter_map(|(at, top)| {
                let least = distances.get(top).map_or(1, |links| links + 1);
                Some((least, at, *top, inside(top)?))
            })
            .collect();
        ways.sort_unstable_by_key(|(least, at, ..)| (*least, *at));
        let mut best: Option<((usize, usize), Vec<Edge>)> = None;
        for (least, at, top, inside) in ways {
            // No later one has fewer links, nor as few and comes first in file order.
            if best.as_ref().is_some_and(|(best, _)| *best < (least, at)) {
                break;
            }
            let mut edges = self.control(top, party);
            if edges.is_empty() {
                continue;
            }
            edges.push(inside);
            let length = (edges.len(), at);
            if best.as_ref().is_none_or(|(best, _)| length < *best) {
                best = Some((length, edges));
            }
        }
        best.map(|(_, edges)| edges).unwrap_or_default()
    }

    /// Whether these edges alone lead from each of some parties to the event.
    ///
    /// O(T x E + P) time for E edges, P parties and T entities of the country: one for other events.
    fn are_proven(&self, parties: &[EntityIx], edges: &[Edge]) -> bool {
        let tops: Vec<EntityIx> = match self.event {
            Event::Component(_) | Event::Site(_) | Event::Entity(_) | Event::Ended(_) => {
                return true;
            }
            Event::Controller(top) => vec![top],
            Event::Country(country) => {
                let inside = edges.iter().filter_map(|edge| match edge {
                    Edge::Incorporated(top, own) if own.state() == country => Some(*top),
                    _ => None,
                });
                inside.collect()
            }
            Event::Unknown(unknown) => match self.analysis.unknowns.get(unknown).subject {
                Subject::Entity(top) if edges.contains(&Edge::Assumed(unknown)) => vec![top],
                _ => Vec::new(),
            },
        };
        let mut reached: FxHashSet<EntityIx> = FxHashSet::default();
        for top in tops {
            if parties.iter().all(|party| reached.contains(party)) {
                break;
            }
            reached.insert(top);
            reached.extend(self.controlled(top, edges));
        }
        parties.iter().all(|party| reached.contains(party))
    }

    fn controlled(&self, top: EntityIx, edges: &[Edge]) -> Vec<EntityIx> {
        let stakes = edges.iter().filter_map(|edge| match edge {
            Edge::Stake(stake) => Some(*stake),
            _ => None,
        });
        self.analysis.stakes.fixpoint_by(stakes, top, self.reading, self.settled)
    }
}
