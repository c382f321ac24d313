//! How many sets of which order, on the diagram, without listing them.

use super::{Diagram, Family};

/// How many sets there are of each order: `counts[i]` of order i.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct ByOrder {
    pub(crate) counts: Vec<u128>,
}

/// More sets than can be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooMany;

impl ByOrder {
    /// One set, the empty one.
    pub(crate) fn unit() -> Self {
        Self { counts: vec![1] }
    }

    /// One set of one element.
    pub(crate) fn single() -> Self {
        Self { counts: vec![0, 1] }
    }

    fn add(&mut self, other: &Self) -> Result<(), TooMany> {
        if self.counts.len() < other.counts.len() {
            self.counts.resize(other.counts.len(), 0);
        }
        for (here, there) in self.counts.iter_mut().zip(&other.counts) {
            *here = here.checked_add(*there).ok_or(TooMany)?;
        }
        Ok(())
    }

    /// The unions of a set of each, of at most the order `bound`.
    fn times(&self, other: &Self, bound: usize) -> Result<Self, TooMany> {
        let mut product = Self::default();
        for (i, left) in self.counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            for (j, right) in other.counts.iter().enumerate().filter(|(_, count)| **count > 0) {
                if i + j > bound {
                    break;
                }
                if product.counts.len() <= i + j {
                    product.counts.resize(i + j + 1, 0);
                }
                let both = left.checked_mul(*right).ok_or(TooMany)?;
                let sum = product.counts[i + j].checked_add(both).ok_or(TooMany)?;
                product.counts[i + j] = sum;
            }
        }
        Ok(product)
    }
}

impl Diagram {
    /// Counts the sets of a family by order, up to `bound`; `elements` says what each level stands
    /// for: itself, or the sets of a module.
    ///
    /// O(nodes x orders) for plain elements.
    pub(crate) fn count(
        &self,
        family: Family,
        elements: &[ByOrder],
        bound: usize,
    ) -> Result<ByOrder, TooMany> {
        let mut wanted = vec![false; family.0 as usize + 1];
        wanted[family.0 as usize] = true;
        for at in (2..wanted.len()).rev() {
            if wanted[at] {
                let node = self.nodes[at];
                wanted[node.lo.0 as usize] = true;
                wanted[node.hi.0 as usize] = true;
            }
        }
        let mut known: Vec<ByOrder> = Vec::with_capacity(wanted.len());
        for (at, wanted) in wanted.iter().enumerate() {
            known.push(match at {
                _ if !wanted => ByOrder::default(),
                0 => ByOrder::default(),
                1 => ByOrder::unit(),
                _ => {
                    let node = self.nodes[at];
                    let element = &elements[node.level as usize];
                    let mut sum = known[node.hi.0 as usize].times(element, bound)?;
                    sum.add(&known[node.lo.0 as usize])?;
                    sum
                }
            });
        }
        Ok(known.pop().unwrap_or_default())
    }
}
