//! From a party to the entities of a jurisdiction: those above it, and those of its group.

use rustc_hash::{FxHashMap, FxHashSet};
use trefonds_model::Reading;
use trefonds_model::{EntityIx, LawIx, Link};

use crate::Settled;
use crate::proof::Edge;
use crate::stakes::{Proofs, StakeIx};
use crate::unknowns::UnknownIx;

/// Where an entity is incorporated in the jurisdiction of a law, and whether for certain.
pub(super) type Inside = Option<(Edge, bool)>;

/// The best way from a party into a jurisdiction.
pub(super) struct Way {
    pub(crate) certain: bool,
    /// The ranges of votes that the ways take against us, those of the shortest first; none when certain.
    pub(crate) hangs_on: Vec<UnknownIx>,
    pub(crate) edges: Vec<Edge>,
}

/// A way of which the links are still to be found: from the party up to `top`, then down to `member`.
#[derive(Clone, Copy)]
struct Candidate {
    top: EntityIx,
    member: Option<EntityIx>,
    inside: Edge,
    certain: bool,
}

/// Proofs of control, by the entity at the top.
struct Links<'a> {
    analysis: &'a Settled<'a>,
    party: EntityIx,
    reading: Reading,
    proofs: FxHashMap<EntityIx, Proofs<'a>>,
    nothing: &'a FxHashSet<UnknownIx>,
}

impl<'a> Links<'a> {
    fn new(
        analysis: &'a Settled<'a>,
        party: EntityIx,
        reading: Reading,
        nothing: &'a FxHashSet<UnknownIx>,
    ) -> Self {
        Self { analysis, party, reading, proofs: FxHashMap::default(), nothing }
    }

    /// The links of a way, then its country.
    fn edges(&mut self, way: &Candidate) -> Vec<Edge> {
        let (stakes, reading, nothing) = (&self.analysis.stakes, self.reading, self.nothing);
        let proofs = self.proofs.entry(way.top);
        let proofs = proofs.or_insert_with(|| stakes.proofs(way.top, reading, nothing));
        let mut edges = Vec::new();
        for to in [Some(self.party), way.member].into_iter().flatten() {
            edges.extend(proofs.of(to).into_iter().rev().map(Edge::Stake));
        }
        edges.push(way.inside);
        edges
    }

    /// The fewest edges that each way could have: as many links as lie between. The ways of one top stand
    /// side by side, so that its distances are worked out once.
    fn least(&self, ways: &[Candidate]) -> Vec<usize> {
        let stakes = &self.analysis.stakes;
        let mut found = Vec::with_capacity(ways.len());
        for ways in ways.chunk_by(|a, b| a.top == b.top) {
            let top = ways[0].top;
            let below = &self.analysis.control(self.reading).below[top.at()];
            let distances = stakes.distances(top, below);
            let distance = |to| distances.get(&to).copied().unwrap_or(0);
            let up = distance(self.party);
            found.extend(ways.iter().map(|way| up + way.member.map_or(0, distance) + 1));
        }
        found
    }
}

impl Settled<'_> {
    /// The best way by which a link leads from a party into the jurisdiction of a law: a certain one, then
    /// the shortest, then the first in file order. Without a certain one, it hangs on the ranges of all.
    ///
    /// O(pairs of an entity above the party and a member of its group) time, and the proofs of those that
    /// could be the shortest; without a certain one, of all.
    pub(super) fn way_by_link(&self, link: Link, law: LawIx, party: EntityIx) -> Option<Way> {
        let inside = self.insides(law);
        if matches!(link, Link::Direct | Link::Technology)
            && let Some((edge, true)) = inside[party.at()]
        {
            return Some(Way { certain: true, hangs_on: Vec::new(), edges: vec![edge] });
        }
        let mut ways = Vec::new();
        match link {
            Link::Direct => {}
            Link::ViaControl | Link::Technology => self.ways_above(&inside, party, &mut ways),
            Link::ViaGroup => self.ways_in_group(&inside, party, &mut ways),
        }
        let itself =
            inside[party.at()].filter(|_| link != Link::ViaControl && link != Link::ViaGroup);
        let firm: Vec<Candidate> = ways.iter().filter(|way| way.certain).copied().collect();
        if firm.is_empty() {
            return self.uncertain(party, itself, &ways);
        }
        let edges = self.shortest(party, &firm);
        Some(Way { certain: true, hangs_on: Vec::new(), edges })
    }

    /// Entities above the party that are incorporated there; certain when they control for certain.
    fn ways_above(&self, inside: &[Inside], party: EntityIx, ways: &mut Vec<Candidate>) {
        for top in &self.careful.above[party.at()] {
            let Some((edge, firm)) = inside[top.at()] else { continue };
            let certain = firm && self.settled.above[party.at()].binary_search(top).is_ok();
            ways.push(Candidate { top: *top, member: None, inside: edge, certain });
        }
    }

    /// Entities below the party, or beside it under one that is above it: every way, since the
    /// nearest of them need not be the certain one.
    fn ways_in_group(&self, inside: &[Inside], party: EntityIx, ways: &mut Vec<Candidate>) {
        for top in self.careful.above[party.at()].iter().chain([&party]) {
            for member in &self.careful.below[top.at()] {
                let Some((edge, firm)) = inside[member.at()] else { continue };
                let certain = firm && self.is_settled_group(*top, party, *member);
                let reading = if certain { Reading::Settled } else { Reading::Careful };
                let is_above = self.control(reading).above[party.at()].binary_search(member);
                if *member == party || is_above.is_ok() {
                    continue;
                }
                ways.push(Candidate { top: *top, member: Some(*member), inside: edge, certain });
            }
        }
    }

    fn is_settled_group(&self, top: EntityIx, party: EntityIx, member: EntityIx) -> bool {
        let below = &self.settled.below[top.at()];
        (top == party || below.binary_search(&party).is_ok())
            && below.binary_search(&member).is_ok()
    }

    /// The links of the shortest of some certain ways, the first in order among equals.
    fn shortest(&self, party: EntityIx, ways: &[Candidate]) -> Vec<Edge> {
        let none = FxHashSet::default();
        let mut links = Links::new(self, party, Reading::Settled, &none);
        let mut order: Vec<(usize, usize)> =
            links.least(ways).into_iter().enumerate().map(|(at, least)| (least, at)).collect();
        order.sort_unstable();
        let mut best: Option<((usize, usize), Vec<Edge>)> = None;
        for (least, at) in order {
            if best.as_ref().is_some_and(|(best, _)| *best < (least, at)) {
                break;
            }
            let edges = links.edges(&ways[at]);
            let length = (edges.len(), at);
            if best.as_ref().is_none_or(|(best, _)| length < *best) {
                best = Some((length, edges));
            }
        }
        best.map(|(_, edges)| edges).unwrap_or_default()
    }

    /// The best of ways none of which is certain, and what all of them hang on.
    fn uncertain(
        &self,
        party: EntityIx,
        itself: Option<(Edge, bool)>,
        ways: &[Candidate],
    ) -> Option<Way> {
        let none = FxHashSet::default();
        let mut links = Links::new(self, party, Reading::Careful, &none);
        let own = itself.map(|(edge, _)| vec![edge]);
        let mut all: Vec<Vec<Edge>> = own.into_iter().collect();
        all.extend(ways.iter().map(|way| links.edges(way)));
        all.sort_by_key(Vec::len);
        let mut known: FxHashMap<StakeIx, Vec<UnknownIx>> = FxHashMap::default();
        let (mut seen, mut hangs_on) = (FxHashSet::default(), Vec::new());
        for edge in all.iter().flatten() {
            let ranges = match edge {
                Edge::Stake(stake) => {
                    known.entry(*stake).or_insert_with(|| self.ranges(*stake)).clone()
                }
                _ => self.assumed_by(*edge, Reading::Careful).into_iter().collect(),
            };
            hangs_on.extend(ranges.into_iter().filter(|unknown| seen.insert(*unknown)));
        }
        let edges = all.into_iter().next()?;
        Some(Way { certain: false, hangs_on, edges })
    }

    /// The ranges of votes that a link takes against us: those by which its holder may control what it
    /// holds.
    fn ranges(&self, stake: StakeIx) -> Vec<UnknownIx> {
        let stake = self.stakes.get(stake);
        let Some(assumed) = stake.assumed() else { return Vec::new() };
        let mut ranges = self.control_hangs_on(stake.holder, stake.held);
        ranges.push(assumed);
        ranges
    }
}
