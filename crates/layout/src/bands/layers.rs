//! The drawing cut into ranks, each arrow into links between neighbouring ranks.

use std::collections::BTreeMap;

use crate::ranks::{RankOf, Ranks};
use crate::{ArrowSpec, Drawing};

/// A box, or the place where arrows pass through a rank.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) rank: usize,
    pub(super) height: f64,
    pub(super) is_box: bool,
}

/// Arrows that leave or enter a box on one side, side by side with others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Port {
    pub(super) node: usize,
    pub(super) on_right: bool,
    pub(super) lane: u32,
    pub(super) backward: bool,
}

/// A part of one or more arrows between two neighbouring ranks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    pub(super) left: usize,
    pub(super) right: usize,
    pub(super) lane: u32,
    pub(super) backward: bool,
    pub(super) weight: f64,
}

impl Link {
    pub(super) const fn port(&self, on_right: bool) -> Port {
        Port {
            node: if on_right { self.left } else { self.right },
            on_right,
            lane: self.lane,
            backward: self.backward,
        }
    }
}

/// The drawing as ranks of nodes and links between them. The boxes are the first nodes.
pub(super) struct Layers {
    pub(super) ranks: Vec<RankOf>,
    pub(super) nodes: Vec<Node>,
    pub(super) links: Vec<Link>,
    /// Links at each node's left.
    pub(super) left: Vec<Vec<usize>>,
    /// Links at each node's right.
    pub(super) right: Vec<Vec<usize>>,
    /// The boxes of the same rank that each box is linked to.
    pub(super) beside: Vec<Vec<usize>>,
    /// The links of each arrow from left to right; none inside a rank.
    pub(super) chains: Vec<Vec<usize>>,
    /// How far below its box's middle each port is.
    pub(super) ports: BTreeMap<Port, f64>,
}

impl Layers {
    pub(super) fn new(drawing: &Drawing, ranks: Ranks) -> Self {
        let boxes = drawing.boxes.iter().zip(&ranks.of);
        let nodes = boxes.map(|(spec, &rank)| Node { rank, height: spec.height, is_box: true });
        let mut builder = Builder { nodes: nodes.collect(), ..Builder::default() };
        let chains = drawing.arrows.iter().map(|arrow| builder.chain(*arrow));
        let chains = chains.collect();
        let beside = builder.beside(drawing);
        builder.finish(ranks.all, chains, beside)
    }

    /// How far below the middle of `node` the arrows of `link` touch it.
    pub(super) fn port(&self, link: usize, on_right: bool) -> f64 {
        let port = self.links[link].port(on_right);
        self.ports.get(&port).copied().unwrap_or(0.0)
    }

    pub(super) fn gap(&self, drawing: &Drawing, above: usize, below: usize) -> f64 {
        let spacing = &drawing.spacing;
        match (self.nodes[above].is_box, self.nodes[below].is_box) {
            (true, true) => spacing.row,
            (false, false) => spacing.arrow * 0.8,
            _ => spacing.arrow,
        }
    }

    /// The least distance between the middles of two nodes, one right below the other.
    pub(super) fn distance(&self, drawing: &Drawing, above: usize, below: usize) -> f64 {
        let heights = self.nodes[above].height + self.nodes[below].height;
        heights / 2.0 + self.gap(drawing, above, below)
    }
}

#[derive(Default)]
struct Builder {
    nodes: Vec<Node>,
    links: Vec<Link>,
    /// The place in a rank shared by the arrows of one lane into one box.
    passages: BTreeMap<(usize, u32, bool, usize), usize>,
    known: BTreeMap<(usize, usize, u32, bool), usize>,
}

impl Builder {
    fn chain(&mut self, arrow: ArrowSpec) -> Vec<usize> {
        let (from, to) = (self.nodes[arrow.from].rank, self.nodes[arrow.to].rank);
        let backward = to < from;
        let (first, last) = if backward { (arrow.to, arrow.from) } else { (arrow.from, arrow.to) };
        let mut chain = Vec::new();
        if from == to {
            return chain;
        }
        let mut at = first;
        for rank in from.min(to) + 1..from.max(to) {
            let next = self.passage(arrow, backward, rank);
            chain.push(self.link(at, next, arrow.lane, backward));
            at = next;
        }
        chain.push(self.link(at, last, arrow.lane, backward));
        chain
    }

    fn passage(&mut self, arrow: ArrowSpec, backward: bool, rank: usize) -> usize {
        let nodes = &mut self.nodes;
        *self.passages.entry((arrow.to, arrow.lane, backward, rank)).or_insert_with(|| {
            nodes.push(Node { rank, height: 0.0, is_box: false });
            nodes.len() - 1
        })
    }

    fn link(&mut self, left: usize, right: usize, lane: u32, backward: bool) -> usize {
        let passing = !self.nodes[left].is_box as u8 + !self.nodes[right].is_box as u8;
        let stiff = [1.0, 2.5, 8.0][usize::from(passing)];
        let links = &mut self.links;
        let index = *self.known.entry((left, right, lane, backward)).or_insert_with(|| {
            links.push(Link { left, right, lane, backward, weight: 0.0 });
            links.len() - 1
        });
        let link = &mut self.links[index];
        link.weight = (link.weight + stiff).min(3.0 * stiff);
        index
    }

    fn beside(&self, drawing: &Drawing) -> Vec<Vec<usize>> {
        let mut beside = vec![Vec::new(); self.nodes.len()];
        for arrow in &drawing.arrows {
            let (from, to) = (arrow.from, arrow.to);
            if from != to && self.nodes[from].rank == self.nodes[to].rank {
                beside[from].push(to);
                beside[to].push(from);
            }
        }
        beside
    }

    fn finish(
        self,
        ranks: Vec<RankOf>,
        chains: Vec<Vec<usize>>,
        beside: Vec<Vec<usize>>,
    ) -> Layers {
        let mut left = vec![Vec::new(); self.nodes.len()];
        let mut right = left.clone();
        for (index, link) in self.links.iter().enumerate() {
            right[link.left].push(index);
            left[link.right].push(index);
        }
        Layers {
            ranks,
            nodes: self.nodes,
            links: self.links,
            left,
            right,
            beside,
            chains,
            ports: BTreeMap::new(),
        }
    }
}
