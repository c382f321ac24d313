//! Re-checks a proof with nothing but its own edges: what is not in it never fails, controls
//! nobody, and stands nowhere.

use std::collections::BTreeSet;

use trefonds_findings::Reading;
use trefonds_model::{Channel, ComponentIx, EntityIx, Link, Share};

use super::countries::{belongs_to, runs_in};
use crate::Analysis;
use crate::what_if::testing::{Combined, Part};
use trefonds_settle::channels::{EntryIx, Target};
use trefonds_settle::circuit::Failure;
use trefonds_settle::circuit::{Gate, NodeIx};
use trefonds_settle::events::Event;
use trefonds_settle::proof::{Edge, Proof};
use trefonds_settle::stakes::StakeIx;
use trefonds_settle::unknowns::Subject;

/// Whether some stakes alone let `top` control `entity`.
pub(super) fn proves_control(
    analysis: &Analysis<'_>,
    stakes: &[StakeIx],
    top: EntityIx,
    entity: EntityIx,
    reading: Reading,
) -> bool {
    let mut controlled = BTreeSet::from([top]);
    loop {
        let before = controlled.len();
        let candidates: BTreeSet<EntityIx> =
            stakes.iter().map(|stake| analysis.stakes().get(*stake).held).collect();
        for held in candidates {
            let held_by = stakes.iter().map(|stake| analysis.stakes().get(*stake));
            let own = held_by
                .filter(|stake| stake.held == held && controlled.contains(&stake.holder))
                .map(|stake| match (stake.votes, reading) {
                    (None, _) => (Share::WHOLE, Share::WHOLE),
                    (Some(votes), Reading::Settled) => (votes.at_least, votes.at_least),
                    (Some(votes), Reading::Careful) => (votes.at_most, votes.at_least),
                });
            let (most, least) = own.fold((0, 0), |sum, own| (sum.0 + own.0, sum.1 + own.1));
            let said = analysis.model().entity(held).owned_by.items.iter();
            let said: u32 = said.map(|holding| holding.votes.at_least).sum();
            let left = Share::WHOLE.saturating_sub(said.saturating_sub(least));
            if most > Share::HALF && (least > Share::HALF || left > Share::HALF) {
                controlled.insert(held);
            }
        }
        if controlled.len() == before {
            return entity != top && controlled.contains(&entity);
        }
    }
}

/// When the service fails by some edges alone; `None` for never.
pub(super) fn fails_at(analysis: &Analysis<'_>, proof: &Proof, edges: &[Edge]) -> Option<u32> {
    let check = Check { analysis, proof, edges };
    let mut failed: Vec<Option<u32>> = vec![None; analysis.model().components.len()];
    loop {
        let next: Vec<Option<u32>> =
            (0..failed.len() as u32).map(|at| check.component(ComponentIx(at), &failed)).collect();
        if next == failed {
            return failed[proof.service.at()];
        }
        failed = next;
    }
}

struct Check<'a> {
    analysis: &'a Analysis<'a>,
    proof: &'a Proof,
    edges: &'a [Edge],
}

impl Check<'_> {
    fn has(&self, edge: Edge) -> bool {
        self.edges.contains(&edge)
    }

    fn component(&self, component: ComponentIx, failed: &[Option<u32>]) -> Option<u32> {
        let itself =
            self.has(Edge::Itself(component)) && self.proof.event == Event::Component(component);
        let channels = self.analysis.channels().indexed(component);
        let channels = channels.filter(|(at, _)| self.has(Edge::Channel(*at)));
        let by_channels = channels.filter_map(|(at, entry)| {
            let delay = entry.delay(self.proof.reading).finite()?;
            self.reaches(at).then_some(delay)
        });
        let tops = self.analysis.circuit().tops(component);
        let by_needs = tops.filter_map(|node| {
            let soft = self.analysis.circuit().node(node).soft;
            if soft { None } else { self.node(node, failed) }
        });
        let taken = |at| self.has(Edge::Channel(at)) && self.reaches(at);
        let places = places_gone(self.analysis, component, taken).then_some(0);
        itself.then_some(0).into_iter().chain(by_channels).chain(by_needs).chain(places).min()
    }

    fn node(&self, node: NodeIx, failed: &[Option<u32>]) -> Option<u32> {
        let facts = self.analysis.circuit().node(node);
        let time = match facts.gate {
            Gate::Component(needed) => {
                failed[needed.at()].filter(|_| self.has(Edge::Requires(node)))
            }
            Gate::Group { must_fail, start, end } => {
                let mut times: Vec<u32> =
                    (start..end).filter_map(|at| self.node(NodeIx(at), failed)).collect();
                times.sort_unstable();
                times.get(must_fail as usize - 1).copied()
            }
        };
        time.map(|time| time + facts.tolerates.0)
    }

    /// Whether the event reaches the far end of a channel by the edges of the proof.
    fn reaches(&self, at: EntryIx) -> bool {
        let target = self.analysis.channels().get(at).target;
        match (self.proof.event, target) {
            (Event::Country(country), Target::Country(place)) => country == belongs_to(place),
            (Event::Unknown(unknown), Target::Unknown(gap)) => unknown == gap,
            (_, Target::Party(party)) => self.party(party),
            _ => false,
        }
    }

    fn party(&self, party: EntityIx) -> bool {
        match self.proof.event {
            Event::Component(_) | Event::Site(_) | Event::Ended(_) => false,
            Event::Entity(entity) => entity == party,
            Event::Controller(top) => self.controls(top, party),
            Event::Country(country) => self.edges.iter().any(|edge| {
                matches!(edge, Edge::Incorporated(entity, own) if belongs_to(*own) == country
                    && self.analysis.model().entity(*entity).country.items.iter().any(|it| it.country == *own)
                    && self.controls(*entity, party))
            }),
            Event::Unknown(unknown) => {
                let assumed = self.has(Edge::Assumed(unknown));
                let subject = self.analysis.unknowns().get(unknown).subject;
                assumed && matches!(subject, Subject::Entity(top) if self.controls(top, party))
            }
        }
    }

    fn controls(&self, top: EntityIx, party: EntityIx) -> bool {
        let stakes: Vec<StakeIx> = (self.edges.iter())
            .filter_map(|edge| match edge {
                Edge::Stake(stake) => Some(*stake),
                _ => None,
            })
            .collect();
        top == party || proves_control(self.analysis, &stakes, top, party, self.proof.reading)
    }
}

/// Whether every place of a component is taken away.
fn places_gone(
    analysis: &Analysis<'_>,
    component: ComponentIx,
    taken: impl Fn(EntryIx) -> bool,
) -> bool {
    let places = &analysis.model().component(component).locations;
    let mut gone = vec![false; places.items.len()];
    for (at, entry) in analysis.channels().indexed(component) {
        let place = places.items.iter().position(|it| match entry.through {
            Some(through) => it.at == through.at,
            None => entry.channel == Some(Channel::Location) && it.at == entry.at,
        });
        if let Some(place) = place.filter(|_| taken(at)) {
            gone[place] = true;
        }
    }
    let all_named = places.rest == trefonds_model::Rest::Nothing;
    // A place that is named twice is one.
    let same = |a: usize, b: usize| places.items[a].place == places.items[b].place;
    let every = (0..gone.len()).all(|a| (0..gone.len()).any(|b| gone[b] && same(a, b)));
    gone.len() > 1 && all_named && every
}

/// The same for several withdrawals at once.
pub(super) struct JointCheck<'a> {
    pub analysis: &'a Analysis<'a>,
    pub joint: &'a Combined,
    pub reading: Reading,
    pub failure: Failure,
}

impl JointCheck<'_> {
    /// When a component fails by some edges alone; `None` for never.
    pub(super) fn fails_at(&self, component: ComponentIx, edges: &[Edge]) -> Option<u32> {
        let mut failed: Vec<Option<u32>> = vec![None; self.analysis.model().components.len()];
        loop {
            let all = (0..failed.len() as u32).map(ComponentIx);
            let next: Vec<Option<u32>> = all.map(|at| self.component(at, edges, &failed)).collect();
            if next == failed {
                return failed[component.at()];
            }
            failed = next;
        }
    }

    fn component(
        &self,
        component: ComponentIx,
        edges: &[Edge],
        failed: &[Option<u32>],
    ) -> Option<u32> {
        let withdrawn = self.joint.parts.iter().any(|part| {
            matches!(part, Part::Events(events) if events.contains(&Event::Component(component)))
        });
        let itself = (withdrawn && edges.contains(&Edge::Itself(component))).then_some(0);
        let channels = self.analysis.channels().indexed(component);
        let by_channels = channels.filter_map(|(at, entry)| {
            let delay = entry.delay(self.reading).finite()?;
            (edges.contains(&Edge::Channel(at)) && self.reaches(at, edges)).then_some(delay)
        });
        let by_needs = self.analysis.circuit().tops(component).filter_map(|node| {
            let soft = self.analysis.circuit().node(node).soft;
            if soft && self.failure == Failure::Stops {
                None
            } else {
                self.node(node, edges, failed)
            }
        });
        let taken = |at| {
            let closes = |site| {
                let mut parts = self.joint.parts.iter();
                parts.any(|part| matches!(part, Part::Site(own) if *own == site))
            };
            let through = self.analysis.channels().get(at).through;
            (edges.contains(&Edge::Stands(at)) && through.is_some_and(|it| closes(it.site)))
                || (edges.contains(&Edge::Channel(at)) && self.reaches(at, edges))
        };
        let gone = places_gone(self.analysis, component, taken);
        let by_places = (gone || self.is_closed(component, edges)).then_some(0);
        itself.into_iter().chain(by_channels).chain(by_needs).chain(by_places).min()
    }

    fn node(&self, node: NodeIx, edges: &[Edge], failed: &[Option<u32>]) -> Option<u32> {
        let facts = self.analysis.circuit().node(node);
        let time = match facts.gate {
            Gate::Component(needed) => {
                failed[needed.at()].filter(|_| edges.contains(&Edge::Requires(node)))
            }
            Gate::Group { must_fail, start, end } => {
                let mut times: Vec<u32> =
                    (start..end).filter_map(|at| self.node(NodeIx(at), edges, failed)).collect();
                times.sort_unstable();
                times.get(must_fail as usize - 1).copied()
            }
        };
        time.map(|time| time + facts.tolerates.0)
    }

    /// By the edges alone: any place closed in the careful reading, every place in the settled one.
    fn is_closed(&self, component: ComponentIx, edges: &[Edge]) -> bool {
        let closes = |site| {
            self.joint.parts.iter().any(|part| matches!(part, Part::Site(own) if *own == site))
        };
        let places = self.analysis.channels().indexed(component);
        let places = places.filter(|(_, entry)| entry.channel == Some(Channel::Location));
        let closed: Vec<bool> = places
            .map(|(at, entry)| {
                edges.contains(&Edge::Stands(at)) && entry.through.is_some_and(|it| closes(it.site))
            })
            .collect();
        match self.reading {
            Reading::Careful => closed.contains(&true),
            // What stands in one place only; several are asked for apart.
            Reading::Settled => {
                let places = &self.analysis.model().component(component).locations;
                let mut all = places.items.iter().map(|it| it.place);
                let first = all.next();
                let one = first.is_some() && all.all(|it| Some(it) == first);
                let one = one && places.rest == trefonds_model::Rest::Nothing;
                one && closed.contains(&true)
            }
        }
    }

    fn reaches(&self, at: EntryIx, edges: &[Edge]) -> bool {
        let entry = self.analysis.channels().get(at);
        self.joint.parts.iter().any(|part| match part {
            Part::Site(_) => false,
            Part::Law(law, _) => self.law_reaches(*law, at, edges),
            Part::Events(events) => events.iter().any(|event| match (*event, entry.target) {
                (Event::Country(country), Target::Country(place)) => country == belongs_to(place),
                (Event::Unknown(unknown), Target::Unknown(gap)) => unknown == gap,
                (event, Target::Party(party)) => self.party(event, party, edges),
                _ => false,
            }),
        })
    }

    fn party(&self, event: Event, party: EntityIx, edges: &[Edge]) -> bool {
        match event {
            Event::Component(_) | Event::Site(_) | Event::Ended(_) => false,
            Event::Entity(entity) => entity == party,
            Event::Controller(top) => self.controls(top, party, edges),
            Event::Country(country) => edges.iter().any(|edge| {
                matches!(edge, Edge::Incorporated(entity, own) if belongs_to(*own) == country
                    && self.controls(*entity, party, edges))
            }),
            Event::Unknown(unknown) => {
                let subject = self.analysis.unknowns().get(unknown).subject;
                edges.contains(&Edge::Assumed(unknown))
                    && matches!(subject, Subject::Entity(top) if self.controls(top, party, edges))
            }
        }
    }

    fn controls(&self, top: EntityIx, party: EntityIx, edges: &[Edge]) -> bool {
        let stakes: Vec<StakeIx> = (edges.iter())
            .filter_map(|edge| match edge {
                Edge::Stake(stake) => Some(*stake),
                _ => None,
            })
            .collect();
        top == party || proves_control(self.analysis, &stakes, top, party, self.reading)
    }

    /// Whether a law reaches the far end of a channel, its links taken from the edges alone.
    fn law_reaches(&self, law: trefonds_model::LawIx, at: EntryIx, edges: &[Edge]) -> bool {
        let law = self.analysis.model().law(law);
        let entry = self.analysis.channels().get(at);
        let rules = law.reaches.iter().filter(|rule| Some(rule.channel) == entry.channel);
        let party = match entry.target {
            Target::Unknown(_) | Target::Site(_) => return false,
            Target::Country(place) => {
                let mut direct = rules.filter(|rule| rule.link == Link::Direct);
                return direct.any(|_| runs_in(law, place));
            }
            Target::Party(party) => party,
        };
        let inside: Vec<EntityIx> = (edges.iter())
            .filter_map(|edge| match edge {
                Edge::Incorporated(entity, country) => runs_in(law, *country).then_some(*entity),
                _ => None,
            })
            .collect();
        let above = |top: EntityIx, of: EntityIx| top != of && self.controls(top, of, edges);
        let all = || (0..self.analysis.model().entities.len() as u32).map(EntityIx);
        rules.into_iter().any(|rule| {
            inside.iter().any(|entity| match rule.link {
                Link::Direct => *entity == party,
                Link::ViaControl => above(*entity, party),
                Link::Technology => *entity == party || above(*entity, party),
                Link::ViaGroup => {
                    *entity != party
                        && !self.analysis.control(Reading::Settled).above[party.at()]
                            .contains(entity)
                        && all()
                            .any(|top| above(top, *entity) && (top == party || above(top, party)))
                }
            })
        })
    }
}
