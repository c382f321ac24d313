//! How a law reaches the party or the place of a channel, and how firmly.
//!
//! The rules are data of the inventory (`laws:`); this file only follows the links that they name.

use rustc_hash::FxHashSet;
use trefonds_findings::{Certainty, LawReach, Named, Reading};
use trefonds_model::{
    Channel, Country, Effect, EntityIx, Grade, Jurisdiction, Law, Link, ReachRule,
};

use crate::Analysis;
use crate::channels::Target;
use crate::events::Event;
use crate::unknowns::{Subject, UnknownIx};
use crate::witness::{Edge, Proof};

/// How a law reaches something.
#[derive(Clone, Debug)]
pub(crate) struct Reached {
    pub grade: Grade,
    pub certain: bool,
    /// The unknown facts that it hangs on; empty when certain.
    pub hangs_on: Vec<UnknownIx>,
    /// From the party up to an entity of the jurisdiction.
    pub edges: Vec<Edge>,
}

/// On which day a law is asked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Force {
    OnTheDay,
    /// All its rules, whatever their dates.
    Played,
}

impl Reached {
    /// Better first: certain, then firmer, then shorter.
    pub(crate) fn key(&self) -> (bool, Grade, usize) {
        (!self.certain, self.grade, self.edges.len())
    }
}

impl Analysis<'_> {
    /// Laws of denial that reach the channels of a proof: those of the country when the event is
    /// one, else those of any jurisdiction. The firmest first.
    pub(crate) fn denial_laws(&self, proof: &Proof) -> Vec<LawReach> {
        let calendar = self.calendar();
        let mut found: Vec<LawReach> = Vec::new();
        for law in self.model.laws.iter().filter(|law| law.effect == Effect::Denial) {
            let of_the_event = match proof.event {
                Event::Country(country) => law.jurisdiction.covers(country, self.day),
                _ => true,
            };
            if !of_the_event || !calendar.holds(law.note) {
                continue;
            }
            let ways = proof.edges.iter().filter_map(|edge| match edge {
                Edge::Channel(entry) => {
                    let entry = self.channels.get(*entry);
                    self.law_reaches(law, entry.channel?, entry.target)
                }
                _ => None,
            });
            found.extend(ways.min_by_key(Reached::key).map(|reached| LawReach {
                law: Named { id: self.text(law.id), name: self.text(law.name.unwrap_or(law.id)) },
                jurisdiction: law.jurisdiction.code().to_owned(),
                grade: reached.grade,
                certainty: if reached.certain { Certainty::Certain } else { Certainty::Possible },
            }));
        }
        found.sort_by(|a, b| (a.certainty, a.grade, &a.law).cmp(&(b.certainty, b.grade, &b.law)));
        found
    }

    /// The best way in which `law` reaches the far end of a channel.
    pub(crate) fn law_reaches(
        &self,
        law: &Law,
        channel: Channel,
        target: Target,
    ) -> Option<Reached> {
        self.law_reaches_on(law, channel, target, Force::OnTheDay)
    }

    /// The same when the law is played, in force on the day or not.
    pub(crate) fn played_law_reaches(
        &self,
        law: &Law,
        channel: Channel,
        target: Target,
    ) -> Option<Reached> {
        let force = if self.is_in_force(law) { Force::OnTheDay } else { Force::Played };
        self.law_reaches_on(law, channel, target, force)
    }

    /// Whether a law, and any of its rules, holds on the day.
    pub(crate) fn is_in_force(&self, law: &Law) -> bool {
        let calendar = self.calendar();
        calendar.holds(law.note) && law.reaches.iter().any(|rule| calendar.holds(rule.note))
    }

    fn law_reaches_on(
        &self,
        law: &Law,
        channel: Channel,
        target: Target,
        force: Force,
    ) -> Option<Reached> {
        let calendar = self.calendar();
        let rules = law.reaches.iter().filter(|rule| {
            let holds = force == Force::Played || calendar.holds(rule.note);
            rule.channel == channel && rule.grade != Grade::None && holds
        });
        let ways = rules.filter_map(|rule| {
            let mut reached = match target {
                Target::Party(party) => self.rule_reaches(rule, law.jurisdiction, party),
                Target::Country(country) => self.place_reached(rule, law.jurisdiction, country),
                Target::Unknown(_) => None,
            }?;
            let candidate = calendar.candidate(law.note) || calendar.candidate(rule.note);
            reached.certain &= !candidate;
            if law.effect == Effect::Denial && rule.grade == Grade::Arguable {
                reached.certain = false;
                reached.hangs_on.extend(self.contested_by(law));
            }
            Some(reached)
        });
        best_of(ways)
    }

    /// The unknown of a law whose rules are contested.
    fn contested_by(&self, law: &Law) -> Option<UnknownIx> {
        let mut contested = self.contested.iter();
        let of = |unknown: &&UnknownIx| match self.unknowns.get(**unknown).subject {
            Subject::Law(own) => self.model.law(own).id == law.id,
            _ => false,
        };
        contested.find(of).copied()
    }

    /// Whether some edges alone let `law` reach a party over a channel.
    pub(crate) fn law_reaches_by(
        &self,
        law: &Law,
        channel: Channel,
        party: EntityIx,
        edges: &[Edge],
        reading: Reading,
    ) -> bool {
        let none = FxHashSet::default();
        let controls =
            |top: EntityIx, of: EntityIx| self.edges_control(top, of, edges, reading, &none);
        let holders = || {
            edges.iter().filter_map(|edge| match edge {
                Edge::Stake(stake) => Some(self.stakes.get(*stake).holder),
                _ => None,
            })
        };
        let inside = edges.iter().filter_map(|edge| match edge {
            Edge::Incorporated(entity, country) => {
                law.jurisdiction.law_runs_in(*country, self.day).then_some(*entity)
            }
            _ => None,
        });
        let inside: Vec<EntityIx> = inside.collect();
        let calendar = self.calendar();
        let played = !self.is_in_force(law);
        let mut rules = law.reaches.iter().filter(|rule| {
            let holds = played || calendar.holds(rule.note);
            rule.channel == channel && rule.grade != Grade::None && holds
        });
        rules.any(|rule| {
            inside.iter().any(|entity| match rule.link {
                Link::Direct => *entity == party,
                Link::ViaControl => controls(*entity, party),
                Link::Technology => *entity == party || controls(*entity, party),
                Link::ViaGroup => {
                    // What is below for certain is a hook, though a range may put it above too.
                    let above = &self.settled.above[party.at()];
                    let beside = || {
                        holders().any(|top| {
                            controls(top, *entity) && (top == party || controls(top, party))
                        })
                    };
                    *entity != party && above.binary_search(entity).is_err() && beside()
                }
            })
        })
    }

    fn place_reached(&self, rule: &ReachRule, of: Jurisdiction, place: Country) -> Option<Reached> {
        let inside = rule.link == Link::Direct && of.law_runs_in(place, self.day);
        inside.then(|| Reached {
            grade: rule.grade,
            certain: true,
            hangs_on: Vec::new(),
            edges: Vec::new(),
        })
    }

    fn rule_reaches(&self, rule: &ReachRule, of: Jurisdiction, party: EntityIx) -> Option<Reached> {
        let mut ways = Vec::new();
        if matches!(rule.link, Link::Direct | Link::Technology) {
            ways.extend(self.incorporated(of, party).map(|(edge, firm)| (vec![edge], firm)));
        }
        if matches!(rule.link, Link::ViaControl | Link::Technology) {
            ways.extend(self.ways_above(of, party));
        }
        if rule.link == Link::ViaGroup {
            ways.extend(self.ways_in_group(of, party));
        }
        let ways = ways.into_iter().map(|(edges, certain)| Reached {
            grade: rule.grade,
            certain,
            hangs_on: if certain { Vec::new() } else { self.ranges(&edges) },
            edges,
        });
        best_of(ways)
    }

    /// The ranges of votes that a way takes against us: those by which each holder may control
    /// what it holds.
    fn ranges(&self, edges: &[Edge]) -> Vec<UnknownIx> {
        let stakes = edges.iter().filter_map(|edge| match edge {
            Edge::Stake(stake) => Some(self.stakes.get(*stake)),
            _ => None,
        });
        let open = stakes.filter(|stake| stake.assumed().is_some());
        let alone = open.flat_map(|stake| {
            let by_votes = self.control_hangs_on(stake.holder, stake.held);
            by_votes.into_iter().chain(stake.assumed())
        });
        alone.collect()
    }

    /// Where an entity is incorporated there, and whether for certain.
    fn incorporated(&self, of: Jurisdiction, entity: EntityIx) -> Option<(Edge, bool)> {
        let countries = self.entities[entity.at()].countries.iter();
        let inside = countries.filter(|known| of.law_runs_in(known.value, self.day));
        let best = inside.min_by_key(|known| known.candidate.is_some())?;
        Some((Edge::Incorporated(entity, best.value), best.candidate.is_none()))
    }

    /// Entities above the party that are incorporated there; certain when they control for certain.
    fn ways_above(&self, of: Jurisdiction, party: EntityIx) -> Vec<(Vec<Edge>, bool)> {
        let above = self.careful.above[party.at()].iter();
        let ways = above.filter_map(|top| {
            let (inside, firm) = self.incorporated(of, *top)?;
            let certain = firm && self.settled.above[party.at()].binary_search(top).is_ok();
            let mut edges = self.links(*top, party, certain);
            edges.push(inside);
            Some((edges, certain))
        });
        ways.collect()
    }

    /// Entities below the party, or beside it under one that is above it: every way, since the
    /// nearest of them need not be the certain one.
    fn ways_in_group(&self, of: Jurisdiction, party: EntityIx) -> Vec<(Vec<Edge>, bool)> {
        let mut ways = Vec::new();
        for top in self.careful.above[party.at()].iter().chain([&party]) {
            for member in &self.careful.below[top.at()] {
                let Some((inside, firm)) = self.incorporated(of, *member) else { continue };
                let certain = firm && self.is_settled_group(*top, party, *member);
                let reading = if certain { Reading::Settled } else { Reading::Careful };
                let is_above = self.control(reading).above[party.at()].binary_search(member);
                if *member == party || is_above.is_ok() {
                    continue;
                }
                let mut edges = self.links(*top, party, certain);
                edges.extend(self.links(*top, *member, certain));
                edges.push(inside);
                ways.push((edges, certain));
            }
        }
        ways
    }

    fn is_settled_group(&self, top: EntityIx, party: EntityIx, member: EntityIx) -> bool {
        let below = &self.settled.below[top.at()];
        (top == party || below.binary_search(&party).is_ok())
            && below.binary_search(&member).is_ok()
    }

    fn links(&self, top: EntityIx, party: EntityIx, certain: bool) -> Vec<Edge> {
        let reading = if certain { Reading::Settled } else { Reading::Careful };
        self.control_edges(top, party, reading, &FxHashSet::default())
    }
}

/// The best way. When it is not certain it hangs on the unknown facts of every way, as answering
/// those of one alone would leave the others.
fn best_of(ways: impl Iterator<Item = Reached>) -> Option<Reached> {
    let mut ways: Vec<Reached> = ways.collect();
    ways.sort_by_key(Reached::key);
    let hangs_on = ways.iter().flat_map(|way| way.hangs_on.clone()).collect();
    let best = ways.into_iter().next()?;
    Some(if best.certain { best } else { Reached { hangs_on, ..best } })
}
