//! Who stops what, for whoever tries out changes: hits that can be told again in another model, and
//! the declarations that each rests on. No text, no places: a search asks this a thousand times.

use rustc_hash::{FxHashMap, FxHashSet};
use trefonds_findings::{EventKind, Named, Reading, Why};
use trefonds_model::{Channel, ComponentIx, EntityIx};

use crate::Analysis;
use crate::channels::Target;
use crate::circuit::Gate;
use crate::events::Event;
use crate::search::Search;
use crate::single_points::{Hit, SinglePointOptions};
use crate::survival::World;
use crate::witness::Edge;

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
    hit: Hit,
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
        let stop = |hit: Hit| Stop {
            service: hit.service,
            kind: hit.event.kind(),
            event: named(hit.event),
            certain: hit.certain,
            hit,
        };
        hits.into_iter().map(stop).collect()
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
            let (event, reading) = (stop.hit.event, *reading);
            let world = stop.hit.worlds.of(reading);
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
            let edges = proof.map(|proof| proof.edges).unwrap_or_default();
            let mut relies: Vec<Reliance> =
                edges.iter().filter_map(|edge| self.reliance(*edge)).collect();
            relies.sort_unstable();
            relies.dedup();
            found.push(relies);
        }
        found
    }

    fn reliance(&self, edge: Edge) -> Option<Reliance> {
        match edge {
            Edge::Requires(leaf) => match self.circuit.node(leaf).gate {
                Gate::Component(needed) => {
                    Some(Reliance::Need { owner: self.circuit.owner(leaf), needed })
                }
                Gate::Group { .. } => None,
            },
            Edge::Channel(entry) => {
                let entry = self.channels.get(entry);
                let owner = entry.owner;
                if entry.through.is_some() {
                    return Some(Reliance::Site(owner));
                }
                Some(match (entry.channel, entry.target) {
                    (None | Some(Channel::Ownership), _) => Reliance::Requirements(owner),
                    (Some(Channel::Operation), _) => Reliance::Operator(owner),
                    (Some(Channel::Location), Target::Unknown(unknown))
                        if self.unknowns.get(unknown).why == Why::NotSaid =>
                    {
                        Reliance::SiteBelow(owner)
                    }
                    (Some(Channel::Location), _) => Reliance::Site(owner),
                    (Some(Channel::Supply), Target::Party(e)) => Reliance::Supplier(owner, Some(e)),
                    (Some(Channel::Supply), _) => Reliance::Supplier(owner, None),
                })
            }
            Edge::Stands(entry) => Some(Reliance::Site(self.channels.get(entry).owner)),
            Edge::Itself(component) => Some(Reliance::Presence(component)),
            Edge::Ended(component) => Some(Reliance::Presence(component)),
            Edge::Stake(_) | Edge::Incorporated(..) | Edge::Assumed(_) => None,
        }
    }
}
