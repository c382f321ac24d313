//! Joints: groups of alternatives drawn as one thing.

use trefonds_findings::{AlternativesKind, MapAlternatives, MapGraph, MapNode, MapNodeIx};
use trefonds_lang::Lang;

use super::content::{Content, Form, column};
use super::tips;

/// What a joint says.
pub(super) fn content(map: &MapGraph, joint: &MapAlternatives, lang: Lang) -> Content {
    let owner = node(map, joint.owner);
    let (key, column) = match owner {
        Some(MapNode::Component(owner)) => (owner.component.id.clone(), column(owner.layer)),
        Some(MapNode::Group(owner)) => (owner.group.id.clone(), column(owner.layer)),
        _ => (String::new(), 0),
    };
    Content {
        form: Form::Joint,
        column,
        key,
        name: match joint.kind {
            AlternativesKind::AllOf { n } => lang.map_joint_all(n),
            AlternativesKind::AtLeast { k, n } => format!("{k}/{n}"),
        },
        strong: joint.strong,
        turn: None,
        tip: tips::joint(joint, lang),
        ..Content::blank()
    }
}

/// For each node, which other it stands right after: joints, after who points at them.
pub(super) fn follows(map: &MapGraph) -> Vec<Option<usize>> {
    let mut follows = vec![None; map.nodes.len()];
    for edge in &map.edges {
        let to = edge.to.0 as usize;
        if let Some(MapNode::Joint(_)) = map.nodes.get(to) {
            follows[to].get_or_insert(edge.from.0 as usize);
        }
    }
    for (index, node) in map.nodes.iter().enumerate() {
        if let MapNode::Joint(joint) = node {
            follows[index].get_or_insert(joint.owner.0 as usize);
        }
    }
    follows
}

/// The node at `index`.
pub(super) fn node(map: &MapGraph, index: MapNodeIx) -> Option<&MapNode> {
    map.nodes.get(index.0 as usize)
}

/// For each joint, the id of its owner.
pub(super) fn owners(map: &MapGraph) -> Vec<Option<String>> {
    let owner = |joint: &MapAlternatives| match node(map, joint.owner) {
        Some(MapNode::Component(owner)) => Some(owner.component.id.clone()),
        Some(MapNode::Group(owner)) => Some(owner.group.id.clone()),
        _ => None,
    };
    let nodes = map.nodes.iter();
    let owners = nodes.map(|of| match of {
        MapNode::Joint(joint) => owner(joint),
        _ => None,
    });
    owners.collect()
}
