//! How a law reaches the party or the place of a channel, and how firmly.
//!
//! The rules are data of the inventory (`laws:`); this file only follows the links that they name. Many
//! components share an operator, so what reaches a party is worked out once ([`Reaches`]).

mod group;
mod technology;

use std::sync::Arc;

use rustc_hash::FxHashSet;
use trefonds_model::{
    Channel, Country, Effect, EntityIx, Grade, Jurisdiction, Law, LawIx, Link, Minutes, ReachRule,
    Reading, Why,
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
    /// How long after the order what is denied stops; of a law on access at once.
    pub after: Minutes,
    /// From the party up to an entity of the jurisdiction.
    pub edges: Vec<Edge>,
}

/// On which day a law is asked.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Force {
    OnTheDay,
    /// All its rules, whatever their dates.
    Played,
}

/// What reaches parties, by law, channel and day; who is incorporated where, and what rests on technology
/// from there, by law.
#[derive(Default)]
pub struct Reaches {
    parties: Memo<(LawIx, Channel, EntityIx, Force), Option<Reached>>,
    ways: Memo<(LawIx, Channel, EntityIx, Force), Vec<Reached>>,
    insides: Memo<LawIx, Vec<group::Inside>>,
    technology: Memo<LawIx, technology::Technology>,
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
        self.law_reaches_on(law, channel, target, self.played(law))
    }

    /// How a law counts that is played: one that is not in force as if it were.
    pub(crate) fn played(&self, law: LawIx) -> Force {
        if self.is_in_force(self.model.law(law)) { Force::OnTheDay } else { Force::Played }
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
            return best_of(self.rules_reach(law, channel, target, force).into_iter());
        };
        let known = self.reaches.parties.get((law, channel, party, force), || {
            best_of(self.ways_to(law, channel, target, force).iter().cloned())
        });
        known.as_ref().clone()
    }

    /// Every way in which a law reaches the far end of a channel, one a rule.
    pub(crate) fn ways_to(
        &self,
        law: LawIx,
        channel: Channel,
        target: Target,
        force: Force,
    ) -> Arc<Vec<Reached>> {
        let ways = || self.rules_reach(law, channel, target, force);
        match target {
            Target::Party(party) => self.reaches.ways.get((law, channel, party, force), ways),
            _ => Arc::new(ways()),
        }
    }

    fn rules_reach(
        &self,
        of: LawIx,
        channel: Channel,
        target: Target,
        force: Force,
    ) -> Vec<Reached> {
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
            if self.is_supposed(law, rule) {
                reached.certain = false;
                reached.hangs_on.extend(self.doubt_about(of, Why::Candidate));
            }
            if is_contested(law, rule) {
                reached.certain = false;
                reached.hangs_on.extend(self.doubt_about(of, Why::Arguable));
            }
            Some(reached)
        });
        ways.collect()
    }

    /// Whether a rule, or its law, is a candidate.
    fn is_supposed(&self, law: &Law, rule: &ReachRule) -> bool {
        let calendar = self.calendar();
        calendar.candidate(law.note) || calendar.candidate(rule.note)
    }

    /// The unknown of a law whose rules are contested, or not confirmed.
    fn doubt_about(&self, law: LawIx, why: Why) -> Option<UnknownIx> {
        let of = |unknown: &&UnknownIx| {
            let unknown = self.unknowns.get(**unknown);
            unknown.subject == Subject::Law(law) && unknown.why == why
        };
        self.doubtful_laws.iter().find(of).copied()
    }

    /// Whether some edges alone let `law` reach a party over a channel, what it denies stopping no later
    /// than `by` after the order.
    pub fn law_reaches_by(
        &self,
        law: &Law,
        (channel, party): (Channel, EntityIx),
        edges: &[Edge],
        reading: Reading,
        by: Minutes,
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
            let firm = !self.is_supposed(law, rule) && !is_contested(law, rule);
            let counts = reading == Reading::Careful || firm;
            rule.channel == channel
                && rule.grade != Grade::None
                && holds
                && counts
                && rule.after <= by
        });
        // Who supplies, by the edges, what the party runs rests on.
        let makers = match technology::looked_at(law, channel) {
            true => self.makers_by(party, edges, reading),
            false => Vec::new(),
        };
        rules.any(|rule| {
            inside.iter().any(|entity| match rule.link {
                Link::Direct => *entity == party,
                Link::ViaControl => controls(*entity, party),
                Link::Technology => {
                    let mut from_there = std::iter::once(&party).chain(&makers);
                    from_there.any(|it| entity == it || controls(*entity, *it))
                }
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
            after: rule.after,
            edges: Vec::new(),
        })
    }

    fn rule_reaches(&self, rule: &ReachRule, law: LawIx, party: EntityIx) -> Option<Reached> {
        let way = self.way_by_link(rule.link, law, party);
        let technology = rule.link == Link::Technology
            && technology::looked_at(self.model.law(law), rule.channel);
        let way = if technology { self.way_by_technology(law, party, way) } else { way };
        let group::Way { certain, hangs_on, edges } = way?;
        Some(Reached { grade: rule.grade, certain, hangs_on, after: rule.after, edges })
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

/// Whether a rule of a law on denial is contested: what rests on it is possible.
fn is_contested(law: &Law, rule: &ReachRule) -> bool {
    law.effect == Effect::Denial && rule.grade == Grade::Arguable
}

/// The best way. When it is not certain it hangs on the unknown facts of every way, as answering
/// those of one alone would leave the others.
pub(crate) fn best_of(ways: impl Iterator<Item = Reached>) -> Option<Reached> {
    let mut ways: Vec<Reached> = ways.collect();
    ways.sort_by_key(Reached::key);
    let hangs_on = ways.iter().flat_map(|way| way.hangs_on.clone()).collect();
    let best = ways.into_iter().next()?;
    Some(if best.certain { best } else { Reached { hangs_on, ..best } })
}
