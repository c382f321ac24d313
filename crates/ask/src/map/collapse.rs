//! Many components drawn as one, with counts and the worst chip of the members.

use std::collections::BTreeMap;

use trefonds_findings::{
    Aggregation, Certainty, Chip, Fate, GroupFates, MapComponent, MapEdge, MapEdgeKind, MapGroup,
    MapNode, MapNodeIx, Named, Outcome,
};
use trefonds_model::{ComponentIx, Layer};

use super::canvas::Drawn;
use super::{Collapse, MapOptions};
use crate::Analysis;

/// Services stay boxes of their own up to this number, unless layers are drawn as one.
const SERVICES: usize = 60;

type Collapsed = (Vec<MapNode>, Vec<MapEdge>, Option<Aggregation>);

impl Analysis<'_> {
    /// Draws components together when asked to, or when there are more than `readable`: by the
    /// first way that leaves few enough boxes.
    pub(super) fn collapse(
        &self,
        drawn: Drawn,
        options: &MapOptions,
        readable: usize,
    ) -> Collapsed {
        let count = drawn.components.iter().flatten().count();
        let automatic = options.collapse.is_none();
        let by = options.collapse.or_else(|| {
            let ways = [Collapse::Entity, Collapse::Site, Collapse::Jurisdiction];
            let fits = |by: &Collapse| self.boxes(&drawn, *by) <= readable;
            (count > readable).then(|| ways.into_iter().find(fits).unwrap_or(Collapse::Layer))
        });
        let Some(by) = by else { return (drawn.nodes, drawn.edges, None) };
        let (nodes, edges) = self.merge(drawn, by);
        let by = match by {
            Collapse::Entity => "entity",
            Collapse::Site => "site",
            Collapse::Campus => "campus",
            Collapse::Jurisdiction => "jurisdiction",
            Collapse::Layer => "layer",
        };
        let components = count as u32;
        (nodes, edges, Some(Aggregation { by: by.to_owned(), automatic, components }))
    }

    fn boxes(&self, drawn: &Drawn, by: Collapse) -> usize {
        let keys = drawn.components.iter().flatten().map(|component| self.key(*component, by));
        keys.collect::<std::collections::BTreeSet<_>>().len()
    }

    /// What a component is drawn together by: its layer and one thing that it has in common.
    fn key(&self, component: ComponentIx, by: Collapse) -> (Layer, String, String) {
        let facts = self.model().component(component);
        let calendar = self.calendar();
        let named = match by {
            Collapse::Entity => {
                let mut parties = facts.operators.items.iter();
                parties.find(|p| calendar.holds(p.note)).map(|p| self.entity_named(p.entity))
            }
            Collapse::Site => {
                let mut ways = self.channels().of(component).iter().filter_map(|e| e.through);
                ways.next().map(|way| self.site_named(way.site)).or_else(|| self.place(component))
            }
            Collapse::Campus => {
                let mut ways = self.channels().of(component).iter().filter_map(|e| e.through);
                let outermost = ways.next().map(|way| {
                    let around = self.sites()[way.site.at()].around();
                    self.site_named(around.last().copied().unwrap_or(way.site))
                });
                outermost.or_else(|| self.place(component))
            }
            Collapse::Jurisdiction => self.place(component),
            Collapse::Layer => None,
        };
        let named = named.unwrap_or_else(|| Named { id: String::new(), name: String::new() });
        (facts.layer, named.id, named.name)
    }

    fn place(&self, component: ComponentIx) -> Option<Named> {
        let country = self.places(component).into_iter().next()?;
        Some(Named { id: country.code().to_owned(), name: country.code().to_owned() })
    }

    fn merge(&self, drawn: Drawn, by: Collapse) -> (Vec<MapNode>, Vec<MapEdge>) {
        let services = drawn.components.iter().flatten();
        let services = services
            .filter(|component| self.model().component(**component).layer == Layer::Service)
            .count();
        let keep_services = by != Collapse::Layer && services <= SERVICES;
        let joints = joint_owners(&drawn.nodes);
        let mut nodes: Vec<MapNode> = Vec::new();
        let mut places: Vec<Option<MapNodeIx>> = vec![None; drawn.nodes.len()];
        let mut groups: BTreeMap<(Layer, String, String), MapNodeIx> = BTreeMap::new();
        for (at, node) in drawn.nodes.into_iter().enumerate() {
            let next = MapNodeIx(nodes.len() as u32);
            match (node, drawn.components[at]) {
                (MapNode::Component(member), Some(component)) => {
                    if keep_services && member.layer == Layer::Service {
                        places[at] = Some(next);
                        nodes.push(MapNode::Component(member));
                        continue;
                    }
                    let key = self.key(component, by);
                    let group = *groups.entry(key.clone()).or_insert(next);
                    if group == next {
                        nodes.push(MapNode::Group(empty_group(&key)));
                    }
                    places[at] = Some(group);
                    if let Some(MapNode::Group(group)) = nodes.get_mut(group.0 as usize) {
                        add_member(group, member);
                    }
                }
                (MapNode::Joint(_), _) => {}
                (other, _) => {
                    places[at] = Some(next);
                    nodes.push(other);
                }
            }
        }
        for (joint, owner) in joints {
            places[joint] = places[owner.0 as usize];
        }
        (nodes, merge_edges(drawn.edges, &places))
    }
}

fn joint_owners(nodes: &[MapNode]) -> Vec<(usize, MapNodeIx)> {
    let joints = nodes.iter().enumerate().filter_map(|(at, node)| match node {
        MapNode::Joint(joint) => Some((at, joint.owner)),
        _ => None,
    });
    joints.collect()
}

fn empty_group((layer, id, name): &(Layer, String, String)) -> MapGroup {
    MapGroup {
        group: Named { id: id.clone(), name: name.clone() },
        layer: *layer,
        members: 0,
        stoppable_services: 0,
        services: 0,
        ended: 0,
        unmendable: 0,
        blind_spots: 0,
        chips: Vec::new(),
        strong: false,
        fates: None,
    }
}

fn add_member(group: &mut MapGroup, member: MapComponent) {
    group.members += 1;
    group.ended += u32::from(member.ended.is_some());
    group.unmendable += u32::from(member.unmendable.is_some());
    group.blind_spots += member.blind_spots.len() as u32;
    group.strong |= member.strong;
    if let Some(fate) = member.fate {
        count_fate(group.fates.get_or_insert_default(), fate);
    }
    if let Some(verdict) = &member.verdict {
        group.services += 1;
        let certain = verdict.lines.iter().any(|line| line.certainty == Certainty::Certain);
        group.stoppable_services += u32::from(certain);
    }
    for chip in member.chips {
        match group.chips.iter_mut().find(|own| own.country == chip.country) {
            Some(own) => worsen(own, chip),
            None => group.chips.push(chip),
        }
    }
    let late = |time: Option<u32>| time.unwrap_or(u32::MAX);
    group.chips.sort_by_key(|chip| {
        (chip.country.is_none(), late(chip.own_minutes.settled), late(chip.own_minutes.careful))
    });
}

fn count_fate(fates: &mut GroupFates, fate: Fate) {
    let count = match (fate.outcome, fate.certainty) {
        (Outcome::Stops, Certainty::Certain) => &mut fates.stop,
        (Outcome::Stops, Certainty::Possible) => &mut fates.possibly_stop,
        (Outcome::Degrades, _) => &mut fates.degrade,
        (Outcome::Holds, _) => &mut fates.hold,
    };
    *count += 1;
}

/// The worst of two chips of one country, and everybody through whom it reaches.
fn worsen(own: &mut Chip, other: Chip) {
    let earlier = |a: Option<u32>, b: Option<u32>| [a, b].into_iter().flatten().min();
    own.own_minutes.careful = earlier(own.own_minutes.careful, other.own_minutes.careful);
    own.own_minutes.settled = earlier(own.own_minutes.settled, other.own_minutes.settled);
    for party in other.through {
        if !own.through.contains(&party) {
            own.through.push(party);
        }
    }
    for channel in other.channels {
        if !own.channels.contains(&channel) {
            own.channels.push(channel);
        }
    }
}

/// Edges between boxes, counted; those inside one box are gone.
fn merge_edges(edges: Vec<MapEdge>, places: &[Option<MapNodeIx>]) -> Vec<MapEdge> {
    let mut merged: Vec<MapEdge> = Vec::new();
    let mut seen: BTreeMap<(MapNodeIx, MapNodeIx, MapEdgeKind, bool), usize> = BTreeMap::new();
    for mut edge in edges {
        let place = |node: MapNodeIx| places.get(node.0 as usize).copied().flatten();
        let (Some(from), Some(to)) = (place(edge.from), place(edge.to)) else { continue };
        if from == to {
            continue;
        }
        let key = (from, to, edge.kind, edge.through.is_empty());
        match seen.get(&key) {
            Some(at) => {
                let known = &mut merged[*at].through;
                known.extend(
                    edge.through.into_iter().filter(|it| !known.contains(it)).collect::<Vec<_>>(),
                );
                merged[*at].count += 1;
                merged[*at].strong |= edge.strong;
            }
            None => {
                seen.insert(key, merged.len());
                edge.from = from;
                edge.to = to;
                edge.at = None;
                edge.because = None;
                edge.tolerates = 0;
                merged.push(edge);
            }
        }
    }
    merged
}
