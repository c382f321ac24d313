//! Families of minimal sets on zero-suppressed decision diagrams.
//!
//! A node (level, lo, hi) is the family of the sets of `lo`, which lack the element of the level, and
//! of those of `hi`, each with that element added (Minato 1993). Every family here is an antichain:
//! no set of it contains another. It is then the canonical form of a monotone function, its minimal
//! cut sets, and equal functions are equal handles.
//!
//! Each node knows the least and the greatest weight of its sets, so that an operation with a bound
//! on the order stops as soon as nothing below can meet it.

mod algebra;
mod collect;
mod count;
mod functions;
mod sets;

pub(crate) use count::{ByOrder, TooMany};
pub(crate) use functions::{Function, Join};
pub(crate) use sets::Sets;

/// A handle on a family of a [`Diagram`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Family(pub(crate) u32);

impl Family {
    /// No set at all: the function that never holds.
    pub(crate) const EMPTY: Self = Self(0);
    /// The empty set alone: the function that always holds.
    pub(crate) const UNIT: Self = Self(1);
}

/// The order (number of basic events) that sets may have; [`Order::ANY`] is no bound.
pub(crate) type Order = u16;

/// No bound on the order.
pub(crate) const ANY_ORDER: Order = Order::MAX;

/// More nodes than allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Full;

#[derive(Clone, Copy, Debug)]
struct Node {
    level: u32,
    lo: Family,
    hi: Family,
    least: Order,
    most: Order,
}

/// The level of the two terminals: below every other.
const TERMINAL: u32 = u32::MAX;

#[derive(Clone, Copy)]
struct Remembered {
    op: u32,
    left: u32,
    right: u32,
    result: u32,
}

/// A store of families over elements in a fixed order, element 0 at the top.
///
/// Equal families are equal handles. Space: 16 bytes a node, 6 more in the table of unique nodes.
pub(crate) struct Diagram {
    nodes: Vec<Node>,
    /// Open addressing; 0 is a free place, as node 0 is never looked up.
    table: Vec<u32>,
    /// Direct mapped; a newer result takes the place of an older one.
    remembered: Vec<Remembered>,
    /// What each element counts in the order of a set.
    weights: Vec<Order>,
    limit: usize,
    peak: usize,
}

const FORGOTTEN: Remembered = Remembered { op: 0, left: 0, right: 0, result: 0 };

impl Diagram {
    /// An empty store that never grows above `limit` nodes.
    pub(crate) fn new(weights: Vec<Order>, limit: usize) -> Self {
        let terminal = |least, most| Node {
            level: TERMINAL,
            lo: Family::EMPTY,
            hi: Family::EMPTY,
            least,
            most,
        };
        let nodes = vec![terminal(ANY_ORDER, 0), terminal(0, 0)];
        let (table, remembered) = (vec![0; 1 << 6], vec![FORGOTTEN; 1 << 6]);
        let limit = limit.min(u32::MAX as usize - 1);
        Self { nodes, table, remembered, weights, limit, peak: 0 }
    }

    /// The most nodes that were alive at once.
    pub(crate) fn peak(&self) -> usize {
        self.peak.max(self.nodes.len())
    }

    fn node(&self, family: Family) -> Node {
        self.nodes[family.0 as usize]
    }

    /// The least order among the sets of a family; [`ANY_ORDER`] when it has none.
    pub(crate) fn least(&self, family: Family) -> Order {
        self.nodes[family.0 as usize].least
    }

    /// The topmost level of a family.
    pub(crate) fn level(&self, family: Family) -> u32 {
        self.nodes[family.0 as usize].level
    }

    fn most(&self, family: Family) -> Order {
        self.nodes[family.0 as usize].most
    }

    /// The family of one set of one element.
    pub(crate) fn single(&mut self, level: u32) -> Result<Family, Full> {
        self.make(level, Family::EMPTY, Family::UNIT)
    }

    /// The family of `lo`, and of `hi` with the element of the level added.
    fn make(&mut self, level: u32, lo: Family, hi: Family) -> Result<Family, Full> {
        if hi == Family::EMPTY { Ok(lo) } else { self.unique(level, lo, hi) }
    }

    /// The node of a level, made only once.
    fn unique(&mut self, level: u32, lo: Family, hi: Family) -> Result<Family, Full> {
        let mask = self.table.len() - 1;
        let mut place = hash(level, lo.0, hi.0) & mask;
        loop {
            let at = self.table[place];
            if at == 0 {
                break;
            }
            let node = &self.nodes[at as usize];
            if node.level == level && node.lo == lo && node.hi == hi {
                return Ok(Family(at));
            }
            place = (place + 1) & mask;
        }
        if self.nodes.len() >= self.limit {
            return Err(Full);
        }
        let weight = self.weights[level as usize];
        let least = self.least(lo).min(self.least(hi).saturating_add(weight));
        let most = self.most(lo).max(self.most(hi).saturating_add(weight));
        let made = Family(self.nodes.len() as u32);
        self.nodes.push(Node { level, lo, hi, least, most });
        self.table[place] = made.0;
        if self.nodes.len() * 3 > self.table.len() * 2 {
            self.grow();
        }
        Ok(made)
    }

    fn grow(&mut self) {
        let size = self.table.len() * 2;
        self.index(size);
        // Results are worth remembering in proportion to the nodes that they speak of.
        let remembered = std::mem::replace(&mut self.remembered, vec![FORGOTTEN; size]);
        for entry in remembered.into_iter().filter(|entry| entry.op != 0) {
            let place = hash(entry.op, entry.left, entry.right) & (size - 1);
            self.remembered[place] = entry;
        }
    }

    /// Builds the table of unique nodes anew.
    fn index(&mut self, size: usize) {
        self.table.clear();
        self.table.resize(size, 0);
        for (at, node) in self.nodes.iter().enumerate().skip(2) {
            let mut place = hash(node.level, node.lo.0, node.hi.0) & (size - 1);
            while self.table[place] != 0 {
                place = (place + 1) & (size - 1);
            }
            self.table[place] = at as u32;
        }
    }

    fn recall(&self, op: u32, left: Family, right: Family) -> Option<Family> {
        let entry = &self.remembered[hash(op, left.0, right.0) & (self.remembered.len() - 1)];
        let hit = entry.op == op && entry.left == left.0 && entry.right == right.0;
        hit.then_some(Family(entry.result))
    }

    fn remember(&mut self, op: u32, left: Family, right: Family, result: Family) {
        let place = hash(op, left.0, right.0) & (self.remembered.len() - 1);
        let (left, right, result) = (left.0, right.0, result.0);
        self.remembered[place] = Remembered { op, left, right, result };
    }
}

/// Mixes three words (multiplications by odd constants, as in Fibonacci hashing).
fn hash(a: u32, b: u32, c: u32) -> usize {
    let mixed = (u64::from(a) << 32 | u64::from(b)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mixed = (mixed ^ (mixed >> 32) ^ u64::from(c)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    (mixed ^ (mixed >> 32)) as usize
}
