//! Who stops what, for whoever tries out changes: hits that can be told again in another model, and
//! the declarations that each rests on. No text, no places: a search asks this a thousand times.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};
use trefonds_findings::{EventKind, Named, Reading, TWO_HANDS, Why};
use trefonds_model::{Channel, ComponentIx, EntityIx};

use crate::Analysis;
use crate::coincidence::Coincidence;
use crate::single_points::{Hit, SinglePointOptions};
use trefonds_settle::channels::Target;
use trefonds_settle::circuit::Gate;
use trefonds_settle::events::Event;
use trefonds_settle::proof::Edge;
use trefonds_settle::search::Search;
use trefonds_settle::survival::World;

/// An event that stops a service in the careful reading at least.
#[derive(Clone, Debug)]
pub struct Stop {
    /// The service.
    pub service: ComponentIx,
    /// What the event is.
    pub kind: EventKind,
    /// The event; its id is the same in every model with the same entities.
    pub event: Named,
    /// Whether it stops the service from what is declared.
    pub certain: bool,
    /// Whether it stands for all that stops the service at all, alone or in one hand.
    pub one_hand: bool,
    proof: StopProof,
}

/// What a stop is proven by.
#[derive(Clone, Debug)]
enum StopProof {
    Alone(Hit),
    Together(Coincidence),
}

impl Stop {
    /// Whether it is possible in one hand, beside what stops the service alone.
    #[must_use]
    pub const fn is_together(&self) -> bool {
        matches!(self.proof, StopProof::Together(_))
    }
}

/// The event of unknown hands alone: nobody is named.
fn two_hands() -> Named {
    Named { id: TWO_HANDS.to_owned(), name: TWO_HANDS.to_owned() }
}

/// A declaration of a component that a proof rests on. What it rests on besides, entities, sites and
/// laws, is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reliance {
    /// That one component needs another.
    Need {
        /// Who needs.
        owner: ComponentIx,
        /// What is needed.
        needed: ComponentIx,
    },
    /// What is said, or not said, of everything that a component needs.
    Requirements(ComponentIx),
    /// Who runs a component.
    Operator(ComponentIx),
    /// Who supplies a component, and what the withdrawal does; without an entity, what is not said.
    Supplier(ComponentIx, Option<EntityIx>),
    /// Where a component stands.
    Site(ComponentIx),
    /// That neither a component nor what it rests on says where it stands.
    SiteBelow(ComponentIx),
    /// That a component is there.
    Presence(ComponentIx),
}

impl Analysis<'_> {
    /// Every event that stops a service, by event, then by service, in file order. O((V + E) x
    /// events) time.
    #[must_use]
    pub fn stops(&self, options: &SinglePointOptions) -> Vec<Stop> {
        let services = self.services();
        let hits = self.hits(options, &services);
        let mut names: FxHashMap<Event, Named> = FxHashMap::default();
        let mut named =
            |event| names.entry(event).or_insert_with(|| self.event_named(event)).clone();
        let mut stops: Vec<Stop> = (hits.into_iter())
            .map(|hit| Stop {
                service: hit.service,
                kind: hit.event.kind(),
                event: named(hit.event),
                certain: hit.certain,
                one_hand: false,
                proof: StopProof::Alone(hit),
            })
            .collect();
        stops.extend(self.at_all(options, &services, &stops));
        stops
    }

    /// One stop a service that anything stops, alone or in one hand: it goes with the last of them.
    /// It is proven by the best coincidence where there is one.
    fn at_all(
        &self,
        options: &SinglePointOptions,
        services: &[ComponentIx],
        alone: &[Stop],
    ) -> Vec<Stop> {
        let mut best: BTreeMap<ComponentIx, StopProof> = BTreeMap::new();
        for stop in alone {
            best.entry(stop.service).or_insert_with(|| stop.proof.clone());
        }
        let mut coincidences = self.coincidences(options, services).found;
        coincidences.sort_by_key(|one| (one.service, std::cmp::Reverse((one.time, one.couple))));
        best.extend(coincidences.into_iter().map(|one| (one.service, StopProof::Together(one))));
        let stop = |(service, proof)| Stop {
            service,
            kind: EventKind::Unknown,
            event: two_hands(),
            certain: false,
            one_hand: true,
            proof,
        };
        best.into_iter().map(stop).collect()
    }

    /// For each stop, of this very analysis, the declarations of components that its proof in a
    /// reading rests on, sorted: while these hold, whatever else changes among components, the
    /// event stops the service no later than now. Empty when it does not in that reading.
    ///
    /// O(F log F) time a run of stops of one event and reading, F components that fail.
    #[must_use]
    pub fn reliances(&self, stops: &[(&Stop, Reading)]) -> Vec<Vec<Reliance>> {
        let none = FxHashSet::default();
        let mut search = Search::new(self);
        let mut last: Option<(Event, Reading, World)> = None;
        let mut found = Vec::with_capacity(stops.len());
        for (stop, reading) in stops {
            let hit = match &stop.proof {
                StopProof::Alone(hit) => hit,
                StopProof::Together(one) => {
                    last = None;
                    found.push(self.relies(self.couple_edges(&mut search, one)));
                    continue;
                }
            };
            let (event, reading) = (hit.event, *reading);
            let world = hit.worlds.of(reading);
            let proof = if let Event::Ended(thing) = event {
                last = None;
                self.prove_ended(&mut search, thing, stop.service)
            } else {
                if last != Some((event, reading, world)) {
                    search.enter(world);
                    search.run(self, &self.scope(event, reading, &none), reading, &none);
                    last = Some((event, reading, world));
                }
                self.prove(&search, event, stop.service, reading, &none)
            };
            found.push(self.relies(proof.map(|proof| proof.edges).unwrap_or_default()));
        }
        found
    }

    fn relies(&self, edges: Vec<Edge>) -> Vec<Reliance> {
        let mut relies: Vec<Reliance> =
            edges.into_iter().filter_map(|edge| self.reliance(edge)).collect();
        relies.sort_unstable();
        relies.dedup();
        relies
    }

    fn reliance(&self, edge: Edge) -> Option<Reliance> {
        match edge {
            Edge::Requires(leaf) => match self.circuit().node(leaf).gate {
                Gate::Component(needed) => {
                    Some(Reliance::Need { owner: self.circuit().owner(leaf), needed })
                }
                Gate::Group { .. } => None,
            },
            Edge::Channel(entry) => {
                let entry = self.channels().get(entry);
                let owner = entry.owner;
                if entry.through.is_some() {
                    return Some(Reliance::Site(owner));
                }
                Some(match (entry.channel, entry.target) {
                    (None | Some(Channel::Ownership | Channel::Change), _) => {
                        Reliance::Requirements(owner)
                    }
                    (Some(Channel::Operation), _) => Reliance::Operator(owner),
                    (Some(Channel::Location), Target::Unknown(unknown))
                        if self.unknowns().get(unknown).why == Why::NotSaid =>
                    {
                        Reliance::SiteBelow(owner)
                    }
                    (Some(Channel::Location), _) => Reliance::Site(owner),
                    (Some(Channel::Supply), Target::Party(e)) => Reliance::Supplier(owner, Some(e)),
                    (Some(Channel::Supply), _) => Reliance::Supplier(owner, None),
                })
            }
            Edge::Stands(entry) => Some(Reliance::Site(self.channels().get(entry).owner)),
            Edge::Itself(component) => Some(Reliance::Presence(component)),
            Edge::Ended(component) => Some(Reliance::Presence(component)),
            Edge::Starts(member) => Some(Reliance::Requirements(self.circuit().owner(member))),
            Edge::Stake(_)
            | Edge::Incorporated(..)
            | Edge::Assumed(_)
            | Edge::Party(_)
            | Edge::Rests(_) => None,
        }
    }
}
