//! Arrows for what connects through components that the map leaves out.
//!
//! With some layers only, a service and the data that it rests on may be shown and what stands between
//! them not. An arrow then leads from the one to the other, and says through what.

use std::collections::VecDeque;

use rustc_hash::{FxHashMap, FxHashSet};
use trefonds_findings::{MapEdge, MapEdgeKind, MapNodeIx};
use trefonds_model::ComponentIx;

use super::canvas::Canvas;
use trefonds_settle::circuit::{NodeIx, Parent};

/// How firmly one component rests on another, the firmest first.
const FIRMNESS: [MapEdgeKind; 3] = [MapEdgeKind::Hard, MapEdgeKind::Alternative, MapEdgeKind::Soft];

impl Canvas<'_> {
    /// Draws an arrow between two components shown wherever one rests on the other through hidden ones
    /// alone: as firmly as the firmest of these ways, and the shortest of those; nothing where they are
    /// joined directly as firmly.
    ///
    /// O(what is shown x what is hidden) time at worst.
    pub(super) fn add_indirect(&mut self, shown: &[ComponentIx], hidden: &FxHashSet<ComponentIx>) {
        if hidden.is_empty() {
            return;
        }
        for component in shown {
            let Some(from) = self.components.get(component).copied() else { continue };
            let mut joined: FxHashSet<ComponentIx> = FxHashSet::default();
            for kind in FIRMNESS {
                let direct = self.analysis.circuit().needs(*component).into_iter();
                let direct = direct.filter(|(leaf, _)| self.firmness(*leaf) == kind);
                joined.extend(direct.map(|(_, needed)| needed));
                for (to, way) in self.ways(*component, kind, hidden) {
                    if to != *component && joined.insert(to) {
                        self.draw_indirect(from, to, kind, &way);
                    }
                }
            }
        }
    }

    /// Every component shown that this one rests on through hidden ones, at least so firmly, each with
    /// its shortest way: requirements, the last of them that of the component shown.
    fn ways(
        &self,
        start: ComponentIx,
        firmly: MapEdgeKind,
        hidden: &FxHashSet<ComponentIx>,
    ) -> Vec<(ComponentIx, Vec<NodeIx>)> {
        let circuit = &self.analysis.circuit();
        let mut came: FxHashMap<ComponentIx, NodeIx> = FxHashMap::default();
        let mut queue = VecDeque::from([start]);
        let mut found: Vec<ComponentIx> = Vec::new();
        while let Some(at) = queue.pop_front() {
            for (leaf, needed) in circuit.needs(at) {
                let through = at != start || hidden.contains(&needed);
                if !through || self.firmness(leaf) > firmly || came.contains_key(&needed) {
                    continue;
                }
                if hidden.contains(&needed) {
                    came.insert(needed, leaf);
                    queue.push_back(needed);
                } else if self.components.contains_key(&needed) {
                    came.insert(needed, leaf);
                    found.push(needed);
                }
            }
        }
        let way = |to: ComponentIx| {
            let mut way = Vec::new();
            let mut at = to;
            while let Some(leaf) = came.get(&at) {
                way.push(*leaf);
                at = circuit.owner(*leaf);
                if at == start {
                    break;
                }
            }
            way.reverse();
            way
        };
        found.into_iter().map(|to| (to, way(to))).collect()
    }

    /// How firmly a component rests on the one that a requirement names.
    fn firmness(&self, leaf: NodeIx) -> MapEdgeKind {
        let circuit = &self.analysis.circuit();
        if circuit.is_soft(leaf) {
            return MapEdgeKind::Soft;
        }
        let mut at = leaf;
        while let Parent::Group(group) = circuit.node(at).parent {
            if circuit.choice(group).is_some_and(|(must_fail, _)| must_fail > 1) {
                return MapEdgeKind::Alternative;
            }
            at = group;
        }
        MapEdgeKind::Hard
    }

    fn draw_indirect(
        &mut self,
        from: MapNodeIx,
        to: ComponentIx,
        kind: MapEdgeKind,
        way: &[NodeIx],
    ) {
        let analysis = self.analysis;
        let (Some(to), Some(first)) = (self.components.get(&to).copied(), way.first()) else {
            return;
        };
        let through = way.iter().skip(1).map(|leaf| analysis.circuit().owner(*leaf));
        self.edges.push(MapEdge {
            from,
            to,
            kind,
            tolerates: 0,
            starts_in: 0,
            count: 1,
            possible: false,
            because: None,
            at: Some(analysis.source_at(analysis.circuit().requirements[first.at()].at)),
            strong: true,
            turn: None,
            through: through.map(|hidden| analysis.component_named(hidden)).collect(),
        });
    }
}
