//! Proofs: an irreducible sub-graph by which an event makes a service fail at its time.

use rustc_hash::FxHashSet;
use trefonds_findings::{FactKind, Named, Provenance, Reach, Reading, Step, StepKind, Witness};
use trefonds_model::{Channel, ComponentIx, Country, EntityIx, Minutes, NoteIx};

use crate::Analysis;
use crate::channels::{EntryIx, Target};
use crate::circuit::{Gate, NodeIx};
use crate::events::Event;
use crate::search::{Cause, Search};
use crate::stakes::StakeIx;
use crate::unknowns::{Subject, UnknownIx};

/// One edge of a proof, in indices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Edge {
    /// A leaf requirement and its component.
    Requires(NodeIx),
    /// A channel, through its site where it has one.
    Channel(EntryIx),
    /// A component and the site where it stands, of a location channel.
    Stands(EntryIx),
    /// A link of control.
    Stake(StakeIx),
    /// An entity and the country where it is incorporated.
    Incorporated(EntityIx, Country),
    /// An unknown fact of an entity, taken against us.
    Assumed(UnknownIx),
    /// The component itself is withdrawn.
    Itself(ComponentIx),
    /// The component has ended, or is not there yet.
    Ended(ComponentIx),
}

/// A proof and what it proves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Proof {
    pub service: ComponentIx,
    pub event: Event,
    pub reading: Reading,
    pub fails_at: Minutes,
    /// From the service down.
    pub edges: Vec<Edge>,
}

impl Proof {
    /// The unknown facts that the proof takes against us, sorted.
    pub(crate) fn assumes(&self, analysis: &Analysis<'_>) -> Vec<UnknownIx> {
        let mut found: Vec<UnknownIx> =
            self.edges.iter().filter_map(|edge| analysis.assumed_by(*edge, self.reading)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// By which channel the event reaches the service: that of the first channel of the proof.
    pub(crate) fn reach(&self, analysis: &Analysis<'_>) -> Option<Reach> {
        let through = self.edges.iter().find_map(|edge| match edge {
            Edge::Channel(entry) => analysis.channels.get(*entry).channel,
            _ => None,
        })?;
        let above = self.edges.iter().any(|edge| matches!(edge, Edge::Stake(_)))
            || self.edges.iter().any(|edge| analysis.is_unknown_parent(*edge));
        Some(Reach { channel: if above { Channel::Ownership } else { through }, through })
    }
}

impl Analysis<'_> {
    /// The links of control from a party up to `top` in one reading.
    pub(crate) fn control_edges(
        &self,
        top: EntityIx,
        party: EntityIx,
        reading: Reading,
        settled: &FxHashSet<UnknownIx>,
    ) -> Vec<Edge> {
        let proof = self.stakes.proof(top, party, reading, settled);
        proof.into_iter().rev().map(Edge::Stake).collect()
    }

    fn is_unknown_parent(&self, edge: Edge) -> bool {
        matches!(edge, Edge::Assumed(unknown) if self.unknowns.get(unknown).fact == FactKind::Parents)
    }

    pub(crate) fn assumed_by(&self, edge: Edge, reading: Reading) -> Option<UnknownIx> {
        match edge {
            Edge::Requires(leaf) if reading == Reading::Careful => self.circuit.candidate(leaf),
            Edge::Channel(entry) if reading == Reading::Careful => self.channels.get(entry).unknown,
            Edge::Stake(stake) if reading == Reading::Careful => self.stakes.get(stake).assumed(),
            Edge::Incorporated(entity, country) if reading == Reading::Careful => {
                self.supposed_country(entity, country)
            }
            Edge::Assumed(unknown) => Some(unknown),
            _ => None,
        }
    }

    /// The unknown of a country of an entity that is a candidate alone.
    fn supposed_country(&self, entity: EntityIx, country: Country) -> Option<UnknownIx> {
        let countries = self.entities[entity.at()].countries.iter();
        let mut same = countries.filter(|known| known.value == country).map(|it| it.candidate);
        let first = same.next().flatten();
        first.filter(|_| same.all(|it| it.is_some()))
    }

    /// The proof that `search`, run on `event`, holds of `service`; `None` when it does not fail.
    pub(crate) fn prove(
        &self,
        search: &Search,
        event: Event,
        service: ComponentIx,
        reading: Reading,
        settled: &FxHashSet<UnknownIx>,
    ) -> Option<Proof> {
        let fails_at = Minutes(search.time(service)?);
        let mut edges = self.walk(search, service);
        let mut parties: Vec<EntityIx> = Vec::new();
        for edge in &edges {
            if let Edge::Channel(at) = edge
                && let Target::Party(party) = self.channels.get(*at).target
                && !parties.contains(&party)
            {
                parties.push(party);
            }
        }
        edges.extend(self.upward(event, &parties, reading, settled));
        Some(Proof { service, event, reading, fails_at, edges })
    }

    /// The edges by which a component that has failed did so, from it down to channels; who stands
    /// behind these is not said.
    pub(crate) fn walk(&self, search: &Search, failed: ComponentIx) -> Vec<Edge> {
        let mut walk = Walk { analysis: self, search, edges: Vec::new() };
        walk.components(failed);
        walk.edges
    }
}

/// Collects the edges of a proof.
struct Walk<'a> {
    analysis: &'a Analysis<'a>,
    search: &'a Search,
    edges: Vec<Edge>,
}

impl Walk<'_> {
    fn components(&mut self, service: ComponentIx) {
        let mut seen = FxHashSet::from_iter([service]);
        let mut stack = vec![service];
        while let Some(component) = stack.pop() {
            match self.search.cause(component) {
                Cause::Itself => self.edges.push(Edge::Itself(component)),
                Cause::Channel(entry) => self.edges.push(Edge::Channel(entry)),
                Cause::Places => {
                    let places = self.search.places_of(component).iter();
                    self.edges.extend(places.map(|entry| Edge::Channel(*entry)));
                }
                Cause::Ended => self.edges.push(Edge::Ended(component)),
                Cause::Requirement(node) => {
                    let mut leaves = Vec::new();
                    self.leaves(node, &mut leaves);
                    let first = stack.len();
                    for (leaf, needed) in leaves {
                        self.edges.push(Edge::Requires(leaf));
                        if seen.insert(needed) {
                            stack.push(needed);
                        }
                    }
                    stack[first..].reverse();
                }
            }
        }
    }

    /// The leaves by which a node failed.
    fn leaves(&self, node: NodeIx, found: &mut Vec<(NodeIx, ComponentIx)>) {
        match self.analysis.circuit.node(node).gate {
            Gate::Component(component) => found.push((node, component)),
            Gate::Group { start, end, .. } => {
                for member in (start..end).map(NodeIx) {
                    if self.search.failed_with(member, node) {
                        self.leaves(member, found);
                    }
                }
            }
        }
    }
}

/// What the steps of one story have in common.
pub(crate) struct Telling<'a> {
    pub reading: Reading,
    /// What the story ends at.
    pub event: Named,
    /// The times, when the story is about failures.
    pub search: Option<&'a Search>,
}

impl Telling<'_> {
    fn time(&self, component: ComponentIx) -> Option<u32> {
        self.search?.time(component)
    }
}

impl Analysis<'_> {
    /// A proof as text and places.
    pub(crate) fn witness(&self, proof: &Proof, search: &Search) -> Witness {
        let telling = Telling {
            reading: proof.reading,
            event: self.event_named(proof.event),
            search: Some(search),
        };
        let steps = proof.edges.iter().flat_map(|edge| self.steps(*edge, &telling)).collect();
        Witness { reading: proof.reading, fails_at: proof.fails_at.0, steps }
    }

    pub(crate) fn steps(&self, edge: Edge, telling: &Telling<'_>) -> Vec<Step> {
        let assumes =
            self.assumed_by(edge, telling.reading).map(|unknown| self.unknown_fact(unknown));
        let step = |kind, from, to, fails_at, provenance| Step {
            kind,
            from,
            to,
            fails_at,
            provenance,
            assumes: assumes.clone(),
        };
        match edge {
            Edge::Requires(leaf) => {
                let owner = self.circuit.owner(leaf);
                let (kind, provenance) = self.requirement_step(leaf);
                let needed = match self.circuit.node(leaf).gate {
                    Gate::Component(needed) => self.component_named(needed),
                    Gate::Group { .. } => self.component_named(owner),
                };
                vec![step(
                    kind,
                    self.component_named(owner),
                    needed,
                    telling.time(owner),
                    provenance,
                )]
            }
            Edge::Channel(entry) => self.channel_steps(entry, telling, &step),
            Edge::Stands(entry) => {
                self.channel_steps(entry, telling, &step).into_iter().take(1).collect()
            }
            Edge::Stake(stake) => {
                let stake = self.stakes.get(stake);
                let kind = stake.votes.map_or(StepKind::ControlByOtherMeans, |votes| {
                    StepKind::Votes { at_least: votes.at_least, at_most: votes.at_most }
                });
                let (from, to) = (self.entity_named(stake.held), self.entity_named(stake.holder));
                vec![step(kind, from, to, None, self.provenance(stake.at, stake.note))]
            }
            Edge::Incorporated(entity, country) => {
                let provenance = self.country_provenance(entity);
                let to = self.subject_named(Subject::Country(country));
                vec![step(StepKind::Country, self.entity_named(entity), to, None, provenance)]
            }
            Edge::Assumed(unknown) => {
                let unknown = self.unknowns.get(unknown);
                let from = self.subject_named(unknown.subject);
                let to = telling.event.clone();
                let provenance = self.provenance(unknown.at, NoteIx::default());
                vec![step(StepKind::Unknown, from, to, None, provenance)]
            }
            Edge::Ended(component) => {
                let named = self.component_named(component);
                let facts = self.model.component(component);
                let provenance = self.provenance(facts.at, facts.note);
                let until = self.model.notes.get(facts.note).validity.until;
                let past = until.filter(|until| self.day.is_some_and(|day| *until < day));
                let kind = StepKind::Ended { until: past.map(|day| day.to_string()) };
                vec![step(kind, named.clone(), named, Some(0), provenance)]
            }
            Edge::Itself(component) => {
                let named = self.component_named(component);
                let facts = self.model.component(component);
                let provenance = self.provenance(facts.at, facts.note);
                vec![step(StepKind::Itself, named.clone(), named, Some(0), provenance)]
            }
        }
    }

    /// Where the country of an entity is declared.
    pub(crate) fn country_provenance(&self, entity: EntityIx) -> Provenance {
        let facts = self.model.entity(entity);
        let calendar = self.calendar();
        let stated = facts.country.items.iter().find(|fact| calendar.holds(fact.note));
        stated.map_or_else(
            || self.provenance(facts.at, facts.note),
            |fact| self.provenance(fact.at, fact.note),
        )
    }

    /// The innermost group that offers a choice, and all tolerances on the way up.
    pub(crate) fn requirement_step(&self, leaf: NodeIx) -> (StepKind, Provenance) {
        let mut tolerates = Minutes::ZERO;
        let mut group = None;
        let mut at = leaf;
        let mut note = NoteIx::default();
        loop {
            let node = self.circuit.node(at);
            tolerates = tolerates.plus(node.tolerates);
            if note == NoteIx::default() {
                note = self.circuit.requirements[at.at()].note;
            }
            if let Gate::Group { must_fail, start, end } = node.gate
                && must_fail > 1
                && group.is_none()
            {
                group = Some((must_fail, end - start));
            }
            match node.parent {
                crate::circuit::Parent::Component(_) => break,
                crate::circuit::Parent::Group(parent) => at = parent,
            }
        }
        let provenance = self.provenance(self.circuit.requirements[leaf.at()].at, note);
        let soft = self.circuit.is_soft(leaf);
        (StepKind::Requires { group, tolerates: tolerates.0, soft }, provenance)
    }

    fn channel_steps(
        &self,
        at: EntryIx,
        telling: &Telling<'_>,
        step: &dyn Fn(StepKind, Named, Named, Option<u32>, Provenance) -> Step,
    ) -> Vec<Step> {
        let entry = self.channels.get(at);
        let owner = self.component_named(entry.owner);
        let fails_at = telling.time(entry.owner);
        let to = match entry.target {
            Target::Party(entity) => self.entity_named(entity),
            Target::Country(country) => self.subject_named(Subject::Country(country)),
            Target::Unknown(unknown) => {
                let id = self.unknown_fact(unknown).id;
                Named { name: id.clone(), id }
            }
        };
        let kind = match (entry.target, entry.channel) {
            (Target::Unknown(_), _) | (_, None) => StepKind::Unknown,
            (_, Some(Channel::Location)) => StepKind::Location,
            (_, Some(Channel::Supply)) => {
                StepKind::Supply { after: entry.delay(telling.reading).0 }
            }
            (_, Some(_)) => StepKind::Operation,
        };
        let own = self.provenance(entry.at, entry.note);
        let Some(through) = entry.through else {
            return vec![step(kind, owner, to, fails_at, own)];
        };
        let site = self.site_named(through.site);
        let place = self.provenance(through.at, through.note);
        let mut stands = step(StepKind::Location, owner, site.clone(), fails_at, place);
        stands.assumes = None;
        let second = match entry.target {
            Target::Country(_) => {
                step(StepKind::Country, site, to, None, self.site_country(through.site))
            }
            _ => step(kind, site, to, None, own),
        };
        vec![stands, second]
    }

    fn site_country(&self, site: trefonds_model::SiteIx) -> Provenance {
        let facts = self.model.site(site);
        let calendar = self.calendar();
        let stated = facts.country.items.iter().find(|fact| calendar.holds(fact.note));
        stated.map_or_else(
            || self.provenance(facts.at, facts.note),
            |fact| self.provenance(fact.at, fact.note),
        )
    }
}
