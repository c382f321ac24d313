//! How a law reaches the party or the place of a channel, and how firmly.
//!
//! The rules are data of the inventory (`laws:`); this file only follows the links that they name. Many
//! components share an operator, so what reaches a party is worked out once ([`Reaches`]).

mod group;

use std::sync::Arc;

use rustc_hash::FxHashSet;
use trefonds_model::{
    Channel, Country, Effect, EntityIx, Grade, Jurisdiction, Law, LawIx, Link, ReachRule, Reading,
};

use crate::Settled;
use crate::channels::Target;
use crate::memo::Memo;
use crate::proof::Edge;
use crate::unknowns::{Subject, UnknownIx};

/// How a law reaches something.
#[derive(Clone, Debug)]
pub struct Reached {
    /// How firmly.
    pub grade: Grade,
    /// Whether from what is declared.
    pub certain: bool,
    /// The unknown facts that it hangs on; empty when certain.
    pub hangs_on: Vec<UnknownIx>,
    /// From the party up to an entity of the jurisdiction.
    pub edges: Vec<Edge>,
}

/// On which day a law is asked.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Force {
    OnTheDay,
    /// All its rules, whatever their dates.
    Played,
}

/// What reaches parties, by law, channel and day, and who is incorporated where, by law.
#[derive(Default)]
pub struct Reaches {
    parties: Memo<(LawIx, Channel, EntityIx, Force), Option<Reached>>,
    insides: Memo<LawIx, Vec<group::Inside>>,
}

impl Reached {
    /// Better first: certain, then firmer, then shorter.
    pub fn key(&self) -> (bool, Grade, usize) {
        (!self.certain, self.grade, self.edges.len())
    }
}

impl Settled<'_> {
    /// The best way in which `law` reaches the far end of a channel.
    pub fn law_reaches(&self, law: LawIx, channel: Channel, target: Target) -> Option<Reached> {
        self.law_reaches_on(law, channel, target, Force::OnTheDay)
    }

    /// The same when the law is played, in force on the day or not.
    pub fn played_law_reaches(
        &self,
        law: LawIx,
        channel: Channel,
        target: Target,
    ) -> Option<Reached> {
        let force =
            if self.is_in_force(self.model.law(law)) { Force::OnTheDay } else { Force::Played };
        self.law_reaches_on(law, channel, target, force)
    }

    /// Whether a law, and any of its rules, holds on the day.
    pub fn is_in_force(&self, law: &Law) -> bool {
        let calendar = self.calendar();
        calendar.holds(law.note) && law.reaches.iter().any(|rule| calendar.holds(rule.note))
    }

    fn law_reaches_on(
        &self,
        law: LawIx,
        channel: Channel,
        target: Target,
        force: Force,
    ) -> Option<Reached> {
        let Target::Party(party) = target else {
            return self.rules_reach(law, channel, target, force);
        };
        let known = self
            .reaches
            .parties
            .get((law, channel, party, force), || self.rules_reach(law, channel, target, force));
        known.as_ref().clone()
    }

    fn rules_reach(
        &self,
        of: LawIx,
        channel: Channel,
        target: Target,
        force: Force,
    ) -> Option<Reached> {
        let law = self.model.law(of);
        let calendar = self.calendar();
        let rules = law.reaches.iter().filter(|rule| {
            let holds = force == Force::Played || calendar.holds(rule.note);
            rule.channel == channel && rule.grade != Grade::None && holds
        });
        let ways = rules.filter_map(|rule| {
            let mut reached = match target {
                Target::Party(party) => self.rule_reaches(rule, of, party),
                Target::Country(country) => self.place_reached(rule, law.jurisdiction, country),
                Target::Unknown(_) | Target::Site(_) => None,
            }?;
            let candidate = calendar.candidate(law.note) || calendar.candidate(rule.note);
            reached.certain &= !candidate;
            if law.effect == Effect::Denial && rule.grade == Grade::Arguable {
                reached.certain = false;
                reached.hangs_on.extend(self.contested_by(of));
            }
            Some(reached)
        });
        best_of(ways)
    }

    /// The unknown of a law whose rules are contested.
    fn contested_by(&self, law: LawIx) -> Option<UnknownIx> {
        let of = |unknown: &&UnknownIx| self.unknowns.get(**unknown).subject == Subject::Law(law);
        self.contested.iter().find(of).copied()
    }

    /// Whether some edges alone let `law` reach a party over a channel.
    pub fn law_reaches_by(
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

    fn rule_reaches(&self, rule: &ReachRule, law: LawIx, party: EntityIx) -> Option<Reached> {
        let group::Way { certain, hangs_on, edges } = self.way_by_link(rule.link, law, party)?;
        Some(Reached { grade: rule.grade, certain, hangs_on, edges })
    }

    /// Of every entity, where it is incorporated in the jurisdiction of a law.
    fn insides(&self, law: LawIx) -> Arc<Vec<group::Inside>> {
        let of = self.model.law(law).jurisdiction;
        let entities = (0..self.entities.len() as u32).map(EntityIx);
        self.reaches.insides.get(law, || entities.map(|it| self.incorporated(of, it)).collect())
    }

    /// Where an entity is incorporated there, and whether for certain.
    fn incorporated(&self, of: Jurisdiction, entity: EntityIx) -> Option<(Edge, bool)> {
        let countries = self.entities[entity.at()].countries.iter();
        let inside = countries.filter(|known| of.law_runs_in(known.value, self.day));
        let best = inside.min_by_key(|known| known.candidate.is_some())?;
        Some((Edge::Incorporated(entity, best.value), best.candidate.is_none()))
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
