//! Parts that no arrow connects, one under another but each as high as it fits.

use super::layers::Layers;
use crate::Drawing;

/// What is taken in each rank, and where the nodes are.
pub(super) struct Skyline {
    bottom: Vec<f64>,
    /// The holes between boxes, by rank: top and bottom.
    holes: Vec<Vec<(f64, f64)>>,
    at: Vec<f64>,
    ranks: Vec<usize>,
}

impl Skyline {
    pub(super) fn new(drawing: &Drawing, layers: &Layers) -> Self {
        let boxes = layers.nodes[..drawing.boxes.len()].iter();
        Self {
            bottom: vec![f64::NEG_INFINITY; layers.ranks.len()],
            holes: vec![Vec::new(); layers.ranks.len()],
            at: vec![0.0; layers.nodes.len()],
            ranks: boxes.map(|node| node.rank).collect(),
        }
    }

    /// Puts a part at the highest place where it hits nothing.
    pub(super) fn put(
        &mut self,
        drawing: &Drawing,
        layers: &Layers,
        order: &[Vec<usize>],
        heights: &[f64],
    ) {
        let alone = order.iter().flatten().count() == 1;
        let Some(&first) = order.iter().flatten().next() else {
            return;
        };
        if alone && self.fill_hole(drawing, layers, first) {
            return;
        }
        let down = self.shift(drawing, layers, order, heights);
        for (rank, nodes) in order.iter().enumerate() {
            for &node in nodes {
                self.at[node] = heights[node] + down;
            }
            self.take(drawing, layers, rank, nodes);
        }
    }

    fn shift(
        &self,
        drawing: &Drawing,
        layers: &Layers,
        order: &[Vec<usize>],
        heights: &[f64],
    ) -> f64 {
        let tops = order.iter().enumerate().filter_map(|(rank, nodes)| {
            let first = *nodes.first()?;
            let top = heights[first] - layers.nodes[first].height / 2.0;
            Some((rank, top))
        });
        let tops: Vec<_> = tops.collect();
        let highest = tops.iter().map(|top| top.1).fold(f64::INFINITY, f64::min);
        let shifts = tops.iter().map(|&(rank, top)| {
            let free = self.bottom[rank] + drawing.spacing.row;
            (free - top).max(-highest)
        });
        shifts.fold(-highest, f64::max)
    }

    fn take(&mut self, drawing: &Drawing, layers: &Layers, rank: usize, nodes: &[usize]) {
        let row = drawing.spacing.row;
        for &node in nodes {
            let half = layers.nodes[node].height / 2.0;
            let (top, bottom) = (self.at[node] - half, self.at[node] + half);
            let above = if self.bottom[rank].is_finite() { self.bottom[rank] } else { -row };
            if top - above > 2.0 * row {
                self.holes[rank].push((above + row, top - row));
            }
            self.bottom[rank] = bottom;
        }
    }

    /// Puts a box that no arrow touches into the first hole of its column that is large enough.
    fn fill_hole(&mut self, drawing: &Drawing, layers: &Layers, node: usize) -> bool {
        let height = layers.nodes[node].height;
        let column = layers.ranks[self.ranks[node]].column;
        let ranks = layers.ranks.iter().enumerate();
        let ranks = ranks.filter(|(_, rank)| rank.column == column && rank.depth == 0);
        let ranks: Vec<usize> = ranks.map(|(index, _)| index).collect();
        for &rank in &ranks {
            let holes = &mut self.holes[rank];
            if let Some(hole) = holes.iter_mut().find(|hole| hole.1 - hole.0 >= height) {
                self.at[node] = hole.0 + height / 2.0;
                hole.0 += height + drawing.spacing.row;
                self.ranks[node] = rank;
                return true;
            }
        }
        let shortest = ranks.iter().copied().min_by(|&a, &b| {
            let (a, b) = (self.bottom[a], self.bottom[b]);
            a.total_cmp(&b)
        });
        let rank = shortest.unwrap_or(self.ranks[node]);
        let top = (self.bottom[rank] + drawing.spacing.row).max(0.0);
        self.at[node] = top + height / 2.0;
        self.bottom[rank] = top + height;
        self.ranks[node] = rank;
        true
    }

    /// The middles of all nodes, none of them above 0, and the rank of each box.
    pub(super) fn finish(self) -> Packed {
        Packed { at: self.at, ranks: self.ranks }
    }
}

/// The heights of all nodes, and the rank in which each box came to stand.
pub(super) struct Packed {
    pub(super) at: Vec<f64>,
    pub(super) ranks: Vec<usize>,
}
