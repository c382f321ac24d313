//! Components, joints, entities and edges put down one by one.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use trefonds_findings::{
    AlternativesKind, Chip, MapAlternatives, MapComponent, MapCountry, MapEdge, MapEdgeKind,
    MapEntity, MapNode, MapNodeIx, Reading, UnknownFact, Unmendable, Verdict,
};
use trefonds_model::{Channel, ComponentIx, Country, EntityIx};

use crate::Analysis;
use trefonds_settle::channels::Target;
use trefonds_settle::circuit::Failure;
use trefonds_settle::circuit::{Gate, NodeIx};
use trefonds_settle::events::Event;
use trefonds_settle::search::Search;
use trefonds_settle::survival::World;
use trefonds_settle::unknowns::Subject;

/// Nodes and edges, and what each of them stands for.
pub(super) struct Canvas<'a> {
    pub analysis: &'a Analysis<'a>,
    pub nodes: Vec<MapNode>,
    pub edges: Vec<MapEdge>,
    /// The component behind a node.
    pub components: FxHashMap<ComponentIx, MapNodeIx>,
    pub joints: FxHashMap<NodeIx, MapNodeIx>,
    pub entities: BTreeMap<EntityIx, MapNodeIx>,
    pub countries: BTreeMap<Country, MapNodeIx>,
    /// The edge that a requirement node draws.
    pub by_node: FxHashMap<NodeIx, usize>,
    shown: Vec<ComponentIx>,
}

/// Nodes and edges as they are drawn.
pub(super) struct Drawn {
    pub nodes: Vec<MapNode>,
    pub edges: Vec<MapEdge>,
    /// The component behind the node at each place, where it is one.
    pub components: Vec<Option<ComponentIx>>,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(
        analysis: &'a Analysis<'a>,
        shown: &[ComponentIx],
        verdicts: BTreeMap<ComponentIx, Verdict>,
    ) -> Self {
        let mut canvas = Self {
            analysis,
            nodes: Vec::new(),
            edges: Vec::new(),
            components: FxHashMap::default(),
            joints: FxHashMap::default(),
            entities: BTreeMap::new(),
            countries: BTreeMap::new(),
            by_node: FxHashMap::default(),
            shown: shown.to_vec(),
        };
        canvas.add_components(verdicts);
        for component in shown {
            canvas.add_requirements(*component);
        }
        canvas
    }

    pub(super) fn finish(self) -> Drawn {
        let mut components = vec![None; self.nodes.len()];
        for (component, node) in self.components.iter().collect::<BTreeMap<_, _>>() {
            components[node.0 as usize] = Some(*component);
        }
        Drawn { nodes: self.nodes, edges: self.edges, components }
    }

    pub(super) fn put(&mut self, node: MapNode) -> MapNodeIx {
        self.nodes.push(node);
        MapNodeIx(self.nodes.len() as u32 - 1)
    }

    fn add_components(&mut self, mut verdicts: BTreeMap<ComponentIx, Verdict>) {
        let analysis = self.analysis;
        let services: Vec<ComponentIx> = verdicts.keys().copied().collect();
        let mut spots: FxHashMap<ComponentIx, Vec<UnknownFact>> = FxHashMap::default();
        for (at, unknown) in analysis.unknowns().iter().filter(|(_, unknown)| unknown.called_for) {
            if let Subject::Component(component) = unknown.subject {
                spots.entry(component).or_default().push(analysis.unknown_fact(at));
            }
        }
        let chips: Vec<Vec<Chip>> =
            self.shown.par_iter().map(|component| analysis.chips(*component)).collect();
        let stopped = analysis.services_stopped(&self.shown, &chips, &services);
        let unmendable = analysis.unmendable().iter();
        let unmendable: FxHashMap<&str, &Unmendable> =
            unmendable.map(|it| (it.component.id.as_str(), it)).collect();
        let shown = std::mem::take(&mut self.shown);
        for ((component, chips), stopped) in shown.iter().zip(chips).zip(stopped) {
            let facts = analysis.model().component(*component);
            let node = MapNode::Component(MapComponent {
                component: analysis.component_named(*component),
                layer: facts.layer,
                criticality: facts.criticality,
                operators: analysis.operators(*component),
                chips,
                verdict: verdicts.remove(component).map(Box::new),
                ended: (analysis.standing().is_down(*component))
                    .then(|| analysis.ended_thing(*component)),
                unmendable: unmendable
                    .get(analysis.model().text(facts.id))
                    .map(|it| Box::new((*it).clone())),
                blind_spots: spots.remove(component).unwrap_or_default(),
                of_catalogue: analysis.model().is_of_the_catalogue(*component),
                single_point_of: stopped,
                at: analysis.source_at(facts.at),
                strong: true,
                turn: None,
                fate: None,
            });
            let at = self.put(node);
            self.components.insert(*component, at);
        }
        self.shown = shown;
    }

    fn add_requirements(&mut self, component: ComponentIx) {
        let Some(owner) = self.components.get(&component).copied() else { return };
        for node in self.analysis.circuit().told(component) {
            self.add_node(node, owner, owner, false);
        }
    }

    /// Draws a requirement from `from`; groups that offer a choice, or stand inside one, get a joint.
    fn add_node(&mut self, node: NodeIx, from: MapNodeIx, owner: MapNodeIx, inside: bool) {
        let circuit = &self.analysis.circuit();
        match circuit.node(node).gate {
            Gate::Component(needed) => {
                if let Some(to) = self.components.get(&needed).copied() {
                    self.connect(node, from, to, inside);
                }
            }
            Gate::Group { .. } => {
                let (must_fail, n) = circuit.choice(node).unwrap_or((1, 0));
                let members: Vec<NodeIx> = circuit.members(node).collect();
                if must_fail <= 1 && (!inside || n == 1) {
                    for member in members {
                        self.add_node(member, from, owner, inside);
                    }
                } else if members.iter().any(|member| self.is_shown(*member)) {
                    let kind = match must_fail {
                        1 => AlternativesKind::AllOf { n },
                        fails => AlternativesKind::AtLeast { k: n - fails + 1, n },
                    };
                    let joint = self.add_joint(node, owner, kind);
                    self.connect(node, from, joint, true);
                    for member in members {
                        self.add_node(member, joint, owner, true);
                    }
                }
            }
        }
    }

    fn is_shown(&self, node: NodeIx) -> bool {
        match self.analysis.circuit().node(node).gate {
            Gate::Component(needed) => self.components.contains_key(&needed),
            Gate::Group { .. } => {
                self.analysis.circuit().members(node).any(|member| self.is_shown(member))
            }
        }
    }

    fn add_joint(&mut self, node: NodeIx, owner: MapNodeIx, kind: AlternativesKind) -> MapNodeIx {
        let requirement = self.analysis.circuit().requirements[node.at()];
        let because = requirement.because.map(|because| self.analysis.text(because));
        let at = self.analysis.source_at(requirement.at);
        let joint =
            self.put(MapNode::Joint(MapAlternatives { owner, kind, because, at, strong: true }));
        self.joints.insert(node, joint);
        joint
    }

    fn connect(&mut self, node: NodeIx, from: MapNodeIx, to: MapNodeIx, inside: bool) {
        let analysis = self.analysis;
        let requirement = analysis.circuit().requirements[node.at()];
        let facts = analysis.circuit().node(node);
        // A candidate of a group stands beside it: nobody may count on it.
        let kind = match (analysis.circuit().is_soft(node), inside || facts.silent) {
            (true, _) => MapEdgeKind::Soft,
            (false, true) => MapEdgeKind::Alternative,
            (false, false) => MapEdgeKind::Hard,
        };
        self.by_node.insert(node, self.edges.len());
        self.edges.push(MapEdge {
            from,
            to,
            kind,
            tolerates: requirement.tolerates.0,
            starts_in: facts.starts_in.0,
            count: 1,
            possible: facts.candidate.is_some(),
            because: requirement.because.map(|because| analysis.text(because)),
            at: Some(analysis.source_at(requirement.at)),
            strong: true,
            turn: None,
            through: Vec::new(),
        });
    }

    /// Draws the parties of what is shown, who is above them, and their countries.
    pub(super) fn add_entities(&mut self) {
        let analysis = self.analysis;
        let mut seen = FxHashSet::default();
        for component in self.shown.clone() {
            let Some(from) = self.components.get(&component).copied() else { continue };
            for entry in analysis.channels().of(component) {
                let Some(channel) = entry.channel else { continue };
                let to = match entry.target {
                    Target::Party(party) => self.entity(party),
                    Target::Country(country) => self.country(country),
                    Target::Unknown(_) | Target::Site(_) => continue,
                };
                if seen.insert((from, to, channel)) {
                    let at = analysis.source_at(entry.at);
                    self.link(from, to, MapEdgeKind::Channel(channel), false, Some(at));
                }
            }
        }
        self.add_owners();
    }

    fn add_owners(&mut self) {
        let analysis = self.analysis;
        let mut done = FxHashSet::default();
        loop {
            let fresh: Vec<EntityIx> =
                self.entities.keys().copied().filter(|entity| done.insert(*entity)).collect();
            if fresh.is_empty() {
                return;
            }
            for held in fresh {
                let from = self.entity(held);
                for country in &analysis.entities()[held.at()].countries {
                    let to = self.country(country.value);
                    let at = analysis.source_at(country.at);
                    let kind = MapEdgeKind::Channel(Channel::Location);
                    self.link(from, to, kind, country.candidate.is_some(), Some(at));
                }
                for stake in analysis.stakes().iter().filter(|stake| stake.held == held) {
                    let to = self.entity(stake.holder);
                    let possible = !analysis.control(Reading::Settled).above[held.at()]
                        .contains(&stake.holder);
                    let at = analysis.source_at(stake.at);
                    self.link(from, to, MapEdgeKind::Control, possible, Some(at));
                }
            }
        }
    }

    fn link(
        &mut self,
        from: MapNodeIx,
        to: MapNodeIx,
        kind: MapEdgeKind,
        possible: bool,
        at: Option<trefonds_findings::SourceAt>,
    ) {
        self.edges.push(MapEdge {
            from,
            to,
            kind,
            tolerates: 0,
            starts_in: 0,
            count: 1,
            possible,
            because: None,
            at,
            strong: true,
            turn: None,
            through: Vec::new(),
        });
    }

    fn entity(&mut self, entity: EntityIx) -> MapNodeIx {
        if let Some(node) = self.entities.get(&entity) {
            return *node;
        }
        let analysis = self.analysis;
        let foreign = analysis.foreign_entity(entity);
        let node = MapNode::Entity(MapEntity {
            entity: analysis.entity_named(entity),
            country: analysis.entities()[entity.at()].country_codes(),
            foreign: (foreign.settled == foreign.careful).then_some(foreign.settled),
            at: analysis.source_at(analysis.model().entity(entity).at),
            strong: true,
        });
        let node = self.put(node);
        self.entities.insert(entity, node);
        node
    }

    fn country(&mut self, country: Country) -> MapNodeIx {
        if let Some(node) = self.countries.get(&country) {
            return *node;
        }
        let foreign = self.analysis.is_foreign_country(country);
        let code = country.code().to_owned();
        let node = self.put(MapNode::Country(MapCountry { country: code, foreign, strong: true }));
        self.countries.insert(country, node);
        node
    }
}

impl Analysis<'_> {
    fn operators(&self, component: ComponentIx) -> Vec<trefonds_findings::Named> {
        let calendar = self.calendar();
        let parties = self.model().component(component).operators.items.iter();
        let parties = parties.filter(|party| calendar.holds(party.note));
        parties.map(|party| self.entity_named(party.entity)).collect()
    }

    /// How many services stop with each component alone, for those that a foreign country or an
    /// unknown can stop by their own channels; 0 for all others.
    fn services_stopped(
        &self,
        shown: &[ComponentIx],
        chips: &[Vec<Chip>],
        services: &[ComponentIx],
    ) -> Vec<u32> {
        let none = FxHashSet::default();
        let jobs: Vec<_> = shown.iter().zip(chips).collect();
        let counts = jobs.into_par_iter().map_init(
            || Search::new(self),
            |search, (component, chips)| {
                if !chips.iter().any(|chip| chip.own_minutes.careful.is_some()) {
                    return 0;
                }
                let scope = self.scope(Event::Component(*component), Reading::Settled, &none);
                // What is down from what has ended is counted as if that were back.
                let mut stopped: FxHashSet<ComponentIx> = FxHashSet::default();
                for world in self.worlds() {
                    search.enter(*world);
                    search.run(self, &scope, Reading::Settled, &none);
                    let others = search.failed().iter().filter(|failed| *failed != component);
                    let services = others.filter(|failed| services.binary_search(failed).is_ok());
                    let told = services.filter(|failed| {
                        let told =
                            |time| self.told_in(**failed, time, Reading::Settled, Failure::Stops);
                        *world == World::Back || told(search.time(**failed)) == World::Now
                    });
                    stopped.extend(told);
                }
                stopped.len() as u32
            },
        );
        counts.collect()
    }
}
