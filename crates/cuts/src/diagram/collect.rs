//! Forgetting what nobody holds any more.

use super::{Diagram, FORGOTTEN, Family};

impl Diagram {
    /// Whether so many nodes were made since the last collection that one is worth its time.
    pub(crate) fn is_crowded(&self, kept: usize) -> bool {
        self.nodes.len() > (1 << 20) && self.nodes.len() / 4 > kept
    }

    /// How many nodes there are.
    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Gives back the memory of tables that no operation will need.
    pub(crate) fn shrink(&mut self) {
        self.nodes.shrink_to_fit();
        self.table = vec![0];
        self.remembered = vec![FORGOTTEN];
    }

    /// Drops every node that no root reaches; the roots are renumbered in place.
    ///
    /// Children are made before their parents, so one pass down marks and one pass up moves.
    pub(crate) fn collect(&mut self, roots: &mut [Family]) {
        self.peak = self.peak.max(self.nodes.len());
        let mut alive = vec![false; self.nodes.len()];
        alive[0] = true;
        alive[1] = true;
        for root in roots.iter() {
            alive[root.0 as usize] = true;
        }
        for at in (2..self.nodes.len()).rev() {
            if alive[at] {
                let node = self.nodes[at];
                alive[node.lo.0 as usize] = true;
                alive[node.hi.0 as usize] = true;
            }
        }
        let mut moved = vec![0_u32; self.nodes.len()];
        let mut next = 0;
        for at in 0..self.nodes.len() {
            if !alive[at] {
                continue;
            }
            let mut node = self.nodes[at];
            node.lo = Family(moved[node.lo.0 as usize]);
            node.hi = Family(moved[node.hi.0 as usize]);
            self.nodes[next] = node;
            moved[at] = next as u32;
            next += 1;
        }
        self.nodes.truncate(next);
        for root in roots {
            *root = Family(moved[root.0 as usize]);
        }
        self.index(self.table.len());
        self.remembered.fill(FORGOTTEN);
    }
}
