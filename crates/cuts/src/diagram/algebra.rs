//! Or, and, at-least over families of minimal sets.
//!
//! Every result is minimal again, and holds no set above the bound on the order. The rules follow
//! from Shannon's decomposition of a monotone function f = f0 + x f1: the minimal sets without x are
//! those of f0, the minimal sets with x those of f1 that contain none of f0's (Rauzy 1993, Minato 1993).
//!
//! Recursion goes as deep as there are levels.

use super::{ANY_ORDER, Diagram, Family, Full, Order};

/// The operation in the low bits, the bound above.
const OR: u32 = 1;
const AND: u32 = 2;
const WITHOUT: u32 = 3;
const TRIM: u32 = 4;

fn bounded(op: u32, bound: Order) -> u32 {
    op | u32::from(bound) << 3
}

impl Diagram {
    /// The minimal sets of "left or right".
    pub(crate) fn or(&mut self, left: Family, right: Family) -> Result<Family, Full> {
        let (left, right) = if left <= right { (left, right) } else { (right, left) };
        match (left, right) {
            (Family::EMPTY, other) => return Ok(other),
            (Family::UNIT, _) => return Ok(Family::UNIT),
            _ if left == right => return Ok(left),
            _ => {}
        }
        if let Some(known) = self.recall(OR, left, right) {
            return Ok(known);
        }
        let (l, r) = (self.node(left), self.node(right));
        let level = l.level.min(r.level);
        let (l0, l1) = if l.level == level { (l.lo, l.hi) } else { (left, Family::EMPTY) };
        let (r0, r1) = if r.level == level { (r.lo, r.hi) } else { (right, Family::EMPTY) };
        let lo = self.or(l0, r0)?;
        let hi = self.or(l1, r1)?;
        let hi = self.without(hi, lo)?;
        let result = self.make(level, lo, hi)?;
        self.remember(OR, left, right, result);
        Ok(result)
    }

    /// The sets of one element each; levels go down.
    pub(crate) fn any_of(&mut self, levels: &[u32]) -> Result<Family, Full> {
        let mut any = Family::EMPTY;
        for level in levels.iter().rev() {
            any = self.make(*level, any, Family::UNIT)?;
        }
        Ok(any)
    }

    /// The minimal sets of "left and right" of at most the order `bound`.
    pub(crate) fn and(
        &mut self,
        left: Family,
        right: Family,
        bound: Order,
    ) -> Result<Family, Full> {
        let (left, right) = if left <= right { (left, right) } else { (right, left) };
        match (left, right) {
            (Family::EMPTY, _) => return Ok(Family::EMPTY),
            (Family::UNIT, other) => return self.trim(other, bound),
            _ if left == right => return self.trim(left, bound),
            _ if self.least(left).max(self.least(right)) > bound => return Ok(Family::EMPTY),
            _ => {}
        }
        // A bound that nothing can exceed is no bound: more results are then one and the same.
        let most = self.most(left).saturating_add(self.most(right));
        let bound = if most <= bound { ANY_ORDER } else { bound };
        let op = bounded(AND, bound);
        if let Some(known) = self.recall(op, left, right) {
            return Ok(known);
        }
        let (l, r) = (self.node(left), self.node(right));
        let level = l.level.min(r.level);
        let below = self.below(bound, level);
        let (lo, hi) = if l.level == r.level {
            let lo = self.and(l.lo, r.lo, bound)?;
            let hi = match below {
                Some(below) => {
                    let (with_left, with_right) =
                        (self.or_within(l.hi, l.lo, below)?, self.or_within(r.hi, r.lo, below)?);
                    self.and(with_left, with_right, below)?
                }
                None => Family::EMPTY,
            };
            (lo, hi)
        } else {
            let (upper, lower) = if l.level < r.level { (l, right) } else { (r, left) };
            let lo = self.and(upper.lo, lower, bound)?;
            let hi = match below {
                Some(below) => self.and(upper.hi, lower, below)?,
                None => Family::EMPTY,
            };
            (lo, hi)
        };
        let hi = self.without(hi, lo)?;
        let result = self.make(level, lo, hi)?;
        self.remember(op, left, right, result);
        Ok(result)
    }

    fn or_within(&mut self, left: Family, right: Family, bound: Order) -> Result<Family, Full> {
        let (left, right) = (self.trim(left, bound)?, self.trim(right, bound)?);
        self.or(left, right)
    }

    /// The sets of `from` that contain no set of `what`.
    pub(crate) fn without(&mut self, from: Family, what: Family) -> Result<Family, Full> {
        match (from, what) {
            (_, Family::EMPTY) => return Ok(from),
            (Family::EMPTY, _) | (_, Family::UNIT) => return Ok(Family::EMPTY),
            (Family::UNIT, _) => return Ok(Family::UNIT),
            _ if from == what => return Ok(Family::EMPTY),
            _ if self.most(from) < self.least(what) => return Ok(from),
            _ => {}
        }
        if let Some(known) = self.recall(WITHOUT, from, what) {
            return Ok(known);
        }
        let (f, w) = (self.node(from), self.node(what));
        let result = if f.level < w.level {
            let (lo, hi) = (self.without(f.lo, what)?, self.without(f.hi, what)?);
            self.make(f.level, lo, hi)?
        } else if w.level < f.level {
            self.without(from, w.lo)?
        } else {
            let lo = self.without(f.lo, w.lo)?;
            let hi = self.without(f.hi, w.lo)?;
            let hi = self.without(hi, w.hi)?;
            self.make(f.level, lo, hi)?
        };
        self.remember(WITHOUT, from, what, result);
        Ok(result)
    }

    /// The sets of at most the order `bound`.
    pub(crate) fn trim(&mut self, family: Family, bound: Order) -> Result<Family, Full> {
        if self.most(family) <= bound {
            return Ok(family);
        }
        if self.least(family) > bound {
            return Ok(Family::EMPTY);
        }
        let op = bounded(TRIM, bound);
        if let Some(known) = self.recall(op, family, Family::EMPTY) {
            return Ok(known);
        }
        let node = self.node(family);
        let lo = self.trim(node.lo, bound)?;
        let hi = match self.below(bound, node.level) {
            Some(below) => self.trim(node.hi, below)?,
            None => Family::EMPTY,
        };
        let result = self.make(node.level, lo, hi)?;
        self.remember(op, family, Family::EMPTY, result);
        Ok(result)
    }

    /// The minimal sets of "at least `k` of `members`" of at most the order `bound`.
    ///
    /// A table of "at least j of the first i", so `k` times `members` operations: nothing is expanded.
    pub(crate) fn at_least(
        &mut self,
        k: usize,
        members: &[Family],
        bound: Order,
    ) -> Result<Family, Full> {
        if k > members.len() {
            return Ok(Family::EMPTY);
        }
        // rows[j]: at least j of the members so far.
        let mut rows = vec![Family::EMPTY; k + 1];
        rows[0] = Family::UNIT;
        for (seen, member) in members.iter().enumerate() {
            for j in (1..=k.min(seen + 1)).rev() {
                // What is still missing at the end could not be made up: leave it out.
                if k - j > members.len() - seen - 1 {
                    continue;
                }
                let with = self.and(rows[j - 1], *member, bound)?;
                rows[j] = self.or(rows[j], with)?;
            }
        }
        Ok(rows[k])
    }
}
