//! What a scenario does, on the map.

use trefonds_findings::{Fate, MapEdge, MapNode, MapNodeIx, Outcome};
use trefonds_model::{ComponentIx, Layer};

use super::READABLE;
use super::canvas::Canvas;
use crate::Analysis;

impl Analysis<'_> {
    /// Of more components than can be drawn, those that stop or are degraded, and the services hit.
    pub(super) fn only_hit(&self, shown: &mut Vec<ComponentIx>, fates: &[Option<Fate>]) {
        if shown.len() <= READABLE {
            return;
        }
        shown.retain(|component| {
            let service = self.model().component(*component).layer == Layer::Service;
            fates[component.at()].is_some_and(|fate| fate.outcome != Outcome::Holds || service)
        });
    }
}

impl Canvas<'_> {
    /// Marks each component with its fate; what is not hit, and what leads to it, is drawn faint.
    pub(super) fn mark_fates(&mut self, fates: &[Option<Fate>]) {
        let mut hit = vec![false; self.nodes.len()];
        let components = self.components.iter().map(|(component, node)| (*component, *node));
        let components: std::collections::BTreeMap<ComponentIx, MapNodeIx> = components.collect();
        for (component, node) in components {
            let fate = fates[component.at()];
            hit[node.0 as usize] = fate.is_some();
            if let MapNode::Component(drawn) = &mut self.nodes[node.0 as usize] {
                drawn.fate = fate;
                drawn.strong = fate.is_some();
            }
        }
        for (at, node) in self.nodes.iter_mut().enumerate() {
            if let MapNode::Joint(joint) = node {
                joint.strong = hit[joint.owner.0 as usize];
                hit[at] = joint.strong;
            }
        }
        let is_hit = |node: MapNodeIx| hit.get(node.0 as usize).copied().unwrap_or(false);
        let strong = |edge: &MapEdge| is_hit(edge.from) && is_hit(edge.to);
        for edge in &mut self.edges {
            edge.strong = strong(edge);
        }
    }
}
