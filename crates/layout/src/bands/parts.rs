//! The parts that no arrow connects.

use super::layers::Layers;
use crate::Drawing;

/// The nodes of each connected part, the largest part first, then in the order of the boxes.
pub(super) fn connected(drawing: &Drawing, layers: &Layers) -> Vec<Vec<usize>> {
    let mut above: Vec<usize> = (0..layers.nodes.len()).collect();
    let inside = drawing.arrows.iter().map(|arrow| (arrow.from, arrow.to));
    let follows = drawing.boxes.iter().enumerate();
    let follows = follows.filter_map(|(index, spec)| Some((index, spec.follows?)));
    let links = layers.links.iter().map(|link| (link.left, link.right));
    for (a, b) in inside.chain(follows).chain(links) {
        let (a, b) = (top(&mut above, a), top(&mut above, b));
        above[a.max(b)] = a.min(b);
    }
    let mut parts = vec![Vec::new(); layers.nodes.len()];
    for node in 0..layers.nodes.len() {
        parts[top(&mut above, node)].push(node);
    }
    parts.retain(|part| !part.is_empty());
    parts.sort_by_key(|part| std::cmp::Reverse(part.len()));
    parts
}

fn top(above: &mut [usize], mut node: usize) -> usize {
    while above[node] != node {
        above[node] = above[above[node]];
        node = above[node];
    }
    node
}
