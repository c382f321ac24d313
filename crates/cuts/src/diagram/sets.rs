//! The sets of a family, one after the other.

use super::{Diagram, Family, Order};

/// Goes through the sets of a family, as lists of levels, in the order of the diagram.
pub(crate) struct Sets<'d> {
    diagram: &'d Diagram,
    /// What is left to walk: a family, how much of the path leads to it, the order left for it.
    stack: Vec<(Family, usize, Order)>,
    chosen: Vec<u32>,
}

impl Diagram {
    /// The sets of a family of at most the order `bound`, as lists of levels from the top down, each
    /// with the order that it leaves of the bound.
    ///
    /// Ways on which every set exceeds the bound are not walked. Space: one path.
    pub(crate) fn sets(&self, family: Family, bound: Order) -> Sets<'_> {
        Sets { diagram: self, stack: vec![(family, 0, bound)], chosen: Vec::new() }
    }
}

impl Iterator for Sets<'_> {
    type Item = (Vec<u32>, Order);

    fn next(&mut self) -> Option<Self::Item> {
        while let Some((family, depth, left)) = self.stack.pop() {
            self.chosen.truncate(depth);
            if self.diagram.least(family) > left {
                continue;
            }
            if family == Family::UNIT {
                return Some((self.chosen.clone(), left));
            }
            let node = self.diagram.node(family);
            self.stack.push((node.lo, depth, left));
            // The way with the element is walked first: it needs it on the path.
            if let Some(below) = self.diagram.below(left, node.level) {
                self.chosen.push(node.level);
                self.stack.push((node.hi, depth + 1, below));
            }
        }
        None
    }
}
