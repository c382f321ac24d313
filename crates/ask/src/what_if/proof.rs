//! Proofs of what several withdrawals do together: each channel with the withdrawal that switches it
//! off, none of the links above to spare.

use trefonds_findings::{Certainty, DeniedChannel, Named, Reading, Step, Witness};
use trefonds_model::{ComponentIx, Minutes};

use super::combined::{Answered, Combined, Part, Played};
use crate::Analysis;
use crate::witness::Telling;
use trefonds_settle::channels::{EntryIx, Target};
use trefonds_settle::events::Event;
use trefonds_settle::proof::Edge;
use trefonds_settle::search::{Cause, Search};

/// A proof of a scenario and what it proves.
#[derive(Clone, Debug)]
pub(crate) struct JointProof {
    pub reading: Reading,
    pub fails_at: u32,
    /// From the service down.
    pub edges: Vec<Edge>,
    /// The channels of the proof, and what is withdrawn itself, with the position of the withdrawal.
    pub channels: Vec<(EntryIx, usize)>,
    pub itself: Vec<usize>,
}

impl JointProof {
    /// The withdrawals that the proof rests on, in order.
    pub(crate) fn parts(&self) -> Vec<u32> {
        let channels = self.channels.iter().map(|(_, part)| *part);
        let mut parts: Vec<u32> =
            channels.chain(self.itself.iter().copied()).map(|part| part as u32).collect();
        parts.sort_unstable();
        parts.dedup();
        parts
    }
}

/// A channel of a proof and the way from it up to a withdrawal.
struct Channelled {
    at: EntryIx,
    part: usize,
    edges: Vec<Edge>,
}

/// What proofs of one run have in common.
pub(crate) struct Court<'a> {
    pub joint: &'a Combined,
    pub played: &'a Played,
    pub answered: &'a Answered,
    pub search: &'a Search,
}

impl Analysis<'_> {
    /// The proof that a run holds of a service; `None` when it does not fail.
    pub(crate) fn joint_proof(
        &self,
        court: &Court<'_>,
        service: ComponentIx,
    ) -> Option<JointProof> {
        let fails_at = court.search.time(service)?;
        let reading = court.played.reading;
        let mut proof = JointProof {
            reading,
            fails_at,
            edges: self.walk(court.search, service),
            channels: Vec::new(),
            itself: Vec::new(),
        };
        let walked = std::mem::take(&mut proof.edges);
        let mut channels: Vec<Channelled> = Vec::new();
        for edge in walked {
            match edge {
                Edge::Channel(at) => {
                    let way = self.best_way(court, at)?;
                    if matches!(court.joint.parts[way.part], Part::Site(_)) {
                        proof.edges.push(Edge::Stands(way.at));
                        channels.push(way);
                    } else {
                        proof.edges.push(edge);
                        channels.push(way);
                    }
                }
                Edge::Itself(component) => {
                    proof.itself.extend(court.parts_of(component, Cause::Itself).next());
                    proof.edges.push(edge);
                }
                _ => proof.edges.push(edge),
            }
        }
        let upward = self.joint_upward(court, &channels);
        proof.channels =
            (channels.iter()).map(|way| (way.at, self.proven_by(court, way, &upward))).collect();
        proof.edges.extend(upward);
        Some(proof)
    }

    /// The shortest way from a channel up to a withdrawal that switches it off in time; of several
    /// the first in the order of the withdrawals.
    fn best_way(&self, court: &Court<'_>, at: EntryIx) -> Option<Channelled> {
        let parts = court.parts_of(self.channels().get(at).owner, Cause::Channel(at));
        let ways = parts.flat_map(|part| {
            let ways = self.ways_of(court, at, part).into_iter();
            ways.map(move |edges| Channelled { at, part, edges })
        });
        ways.min_by_key(|way| way.edges.len())
    }

    /// The links above the channels, each once, and none to spare.
    fn joint_upward(&self, court: &Court<'_>, channels: &[Channelled]) -> Vec<Edge> {
        // One way of one event has nothing to spare.
        if let ([way], [Part::Events(events)]) = (channels, court.joint.parts.as_slice())
            && events.len() == 1
        {
            return way.edges.clone();
        }
        let mut edges: Vec<Edge> = Vec::new();
        for edge in channels.iter().flat_map(|way| &way.edges) {
            if !edges.contains(edge) {
                edges.push(*edge);
            }
        }
        for at in (0..edges.len()).rev() {
            let mut less = edges.clone();
            less.remove(at);
            if channels.iter().all(|way| self.is_proven(court, way, &less)) {
                edges = less;
            }
        }
        edges
    }

    fn ways_of(&self, court: &Court<'_>, at: EntryIx, part: usize) -> Vec<Vec<Edge>> {
        match &court.joint.parts[part] {
            Part::Site(_) => vec![Vec::new()],
            Part::Law(_, denied) => {
                let Ok(found) = denied.binary_search_by_key(&at, |denial| denial.at) else {
                    return Vec::new();
                };
                let by = self.denied_within(court, at);
                let ways = denied[found].ways_in(court.played.reading, court.answered);
                let mut in_time: Vec<_> = ways.filter(|way| way.after <= by).collect();
                in_time.sort_by_key(|way| way.key());
                in_time.iter().map(|way| way.edges.clone()).collect()
            }
            Part::Events(_) => {
                let Target::Party(party) = self.channels().get(at).target else {
                    return vec![Vec::new()];
                };
                let scopes = court.played.scopes[part].iter();
                let covering =
                    scopes.filter(|(_, scope)| scope.parties.binary_search(&party).is_ok());
                let (reading, answered) = (court.played.reading, court.answered);
                covering.map(|(event, _)| self.way_up(*event, party, reading, answered)).collect()
            }
        }
    }

    /// How long after the order a law may let a channel go on for its component to stop when it does.
    fn denied_within(&self, court: &Court<'_>, at: EntryIx) -> Minutes {
        let component = self.channels().get(at).owner;
        let time = court.search.time(component).unwrap_or(u32::MAX);
        if court.search.cause(component) == Cause::Places {
            return Minutes(time);
        }
        let own = self.channel_seed(at, court.played.reading, court.answered).time;
        Minutes(time.saturating_sub(own))
    }

    /// Whether any withdrawal switches a channel off in time by these edges alone.
    fn is_proven(&self, court: &Court<'_>, way: &Channelled, edges: &[Edge]) -> bool {
        if matches!(court.joint.parts[way.part], Part::Site(_)) {
            return true;
        }
        let mut parts = court.parts_of(self.channels().get(way.at).owner, Cause::Channel(way.at));
        parts.any(|part| self.part_proves(court, way.at, part, edges))
    }

    /// By which withdrawal a channel is proven once the links are no more than needed.
    fn proven_by(&self, court: &Court<'_>, way: &Channelled, edges: &[Edge]) -> usize {
        if matches!(court.joint.parts[way.part], Part::Site(_)) {
            return way.part;
        }
        let parts = court.parts_of(self.channels().get(way.at).owner, Cause::Channel(way.at));
        let mut parts = [way.part].into_iter().chain(parts);
        parts.find(|part| self.part_proves(court, way.at, *part, edges)).unwrap_or(way.part)
    }

    fn part_proves(&self, court: &Court<'_>, at: EntryIx, part: usize, edges: &[Edge]) -> bool {
        let entry = self.channels().get(at);
        let reading = court.played.reading;
        let settled = court.answered;
        match &court.joint.parts[part] {
            Part::Site(site) => self.stands_in(entry, *site),
            Part::Law(law, _) => match (entry.target, entry.channel) {
                (Target::Party(party), Some(channel)) => {
                    let (law, by) = (self.model().law(*law), self.denied_within(court, at));
                    self.law_reaches_by(law, (channel, party), edges, reading, by)
                }
                _ => true,
            },
            Part::Events(events) => events.iter().any(|event| match (event, entry.target) {
                (Event::Country(country), Target::Country(place)) => *country == place.state(),
                (Event::Unknown(unknown), Target::Unknown(gap)) => *unknown == gap,
                (event, Target::Party(party)) => {
                    self.is_way_up(*event, party, edges, reading, settled)
                }
                _ => false,
            }),
        }
    }

    /// The channels of a proof that laws deny, with the best way that is soon enough.
    pub(crate) fn denied_in(&self, court: &Court<'_>, proof: &JointProof) -> Vec<DeniedChannel> {
        let denied = proof.channels.iter().filter_map(|(at, part)| {
            let Part::Law(_, denied) = &court.joint.parts[*part] else { return None };
            let denial = &denied[denied.binary_search_by_key(at, |denial| denial.at).ok()?];
            let by = self.denied_within(court, *at);
            let ways = denial.ways_in(court.played.reading, court.answered);
            let best = ways.filter(|way| way.after <= by).min_by_key(|way| way.key())?;
            let entry = self.channels().get(*at);
            let certain = best.certain && denial.meant.certain;
            Some(DeniedChannel {
                component: self.component_named(entry.owner),
                through: self.target_named(entry.target),
                channel: entry.channel?,
                grade: best.grade,
                certainty: if certain { Certainty::Certain } else { Certainty::Possible },
            })
        });
        denied.collect()
    }

    /// A proof as text and places.
    pub(crate) fn joint_witness(&self, proof: &JointProof, search: &Search) -> Witness {
        // What is a cause of the failure as well is told once.
        let told = |edge: &&Edge| match edge {
            Edge::Party(at) => !proof.edges.contains(&Edge::Channel(*at)),
            Edge::Rests(leaf) => !proof.edges.contains(&Edge::Requires(*leaf)),
            _ => true,
        };
        let steps =
            proof.edges.iter().filter(told).flat_map(|edge| self.joint_steps(*edge, proof, search));
        Witness { reading: proof.reading, fails_at: proof.fails_at, steps: steps.collect() }
    }

    fn joint_steps(&self, edge: Edge, proof: &JointProof, search: &Search) -> Vec<Step> {
        let event = match edge {
            Edge::Assumed(unknown) => self.event_named(Event::Unknown(unknown)),
            _ => Named { id: String::new(), name: String::new() },
        };
        self.steps(edge, &Telling { reading: proof.reading, event, search: Some(search) })
    }
}

impl Court<'_> {
    /// The withdrawals by which a component failed from this cause, in order.
    fn parts_of(&self, component: ComponentIx, cause: Cause) -> impl Iterator<Item = usize> + '_ {
        let time = self.search.time(component);
        let seeds = self.played.seeds_of(component);
        let by_places = self.search.cause(component) == Cause::Places;
        let places = self.played.places_of(component);
        let places = places.filter(move |(at, _)| by_places && cause == Cause::Channel(*at));
        seeds
            .filter(move |(_, seed)| seed.cause == cause && Some(seed.time) == time)
            .map(|(part, _)| part)
            .chain(places.map(|(_, part)| part))
    }
}
