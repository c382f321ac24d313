//! Functions that need not be monotone: binary decision diagrams, and their minimal solutions.
//!
//! A node (level, lo, hi) read as a function is "hi if the element of the level has failed, else lo"
//! (Bryant 1986). Operations take a bound: the result agrees with the exact one wherever at most so
//! many elements have failed, and is free elsewhere, so that nothing above the bound is worked out.

use super::{ANY_ORDER, Diagram, Family, Full, Order};

/// A handle on a function of a [`Diagram`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Function(pub(crate) u32);

impl Function {
    /// Never holds.
    pub(crate) const FALSE: Self = Self(0);
    /// Always holds.
    pub(crate) const TRUE: Self = Self(1);

    const fn constant(holds: bool) -> Self {
        if holds { Self::TRUE } else { Self::FALSE }
    }
}

const ALL: u32 = 5;
const ANY: u32 = 6;
const MINIMAL: u32 = 7;

fn bounded(op: u32, bound: Order) -> u32 {
    op | u32::from(bound) << 3
}

/// The two joins of two functions.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Join {
    All,
    Any,
}

impl Join {
    /// The constant that decides the join.
    const fn decides(self) -> Function {
        Function::constant(matches!(self, Self::Any))
    }

    /// The constant that leaves the other side as it is.
    const fn neutral(self) -> Function {
        Function::constant(matches!(self, Self::All))
    }
}

impl Diagram {
    /// "The element has failed", or that it has not.
    pub(crate) fn literal(&mut self, level: u32, failed: bool) -> Result<Function, Full> {
        let (lo, hi) = (Function::constant(!failed), Function::constant(failed));
        self.decide(level, lo, hi)
    }

    /// "One of these elements has failed"; levels go down.
    pub(crate) fn any_failed(&mut self, levels: &[u32]) -> Result<Function, Full> {
        let mut any = Function::FALSE;
        for level in levels.iter().rev() {
            any = self.decide(*level, any, Function::TRUE)?;
        }
        Ok(any)
    }

    fn decide(&mut self, level: u32, lo: Function, hi: Function) -> Result<Function, Full> {
        if lo == hi {
            return Ok(lo);
        }
        Ok(Function(self.unique(level, Family(lo.0), Family(hi.0))?.0))
    }

    /// Whether a function holds when nothing has failed: the way down by `lo`.
    fn holds_at_rest(&self, function: Function) -> bool {
        self.least(Family(function.0)) == 0
    }

    /// "Both" or "either", wherever at most `bound` elements have failed.
    pub(crate) fn join(
        &mut self,
        join: Join,
        left: Function,
        right: Function,
        bound: Order,
    ) -> Result<Function, Full> {
        let (left, right) = if left <= right { (left, right) } else { (right, left) };
        if left == join.decides() || right == join.decides() {
            return Ok(join.decides());
        }
        if left == join.neutral() || left == right {
            return Ok(right);
        }
        if right == join.neutral() {
            return Ok(left);
        }
        if bound == 0 {
            let (left, right) = (self.holds_at_rest(left), self.holds_at_rest(right));
            let both = if join == Join::All { left && right } else { left || right };
            return Ok(Function::constant(both));
        }
        // A bound that no way exceeds is no bound: more results are then one and the same.
        let most = self.most(Family(left.0)).saturating_add(self.most(Family(right.0)));
        let bound = if most <= bound { ANY_ORDER } else { bound };
        let op = bounded(if join == Join::All { ALL } else { ANY }, bound);
        if let Some(known) = self.recall(op, Family(left.0), Family(right.0)) {
            return Ok(Function(known.0));
        }
        let (l, r) = (self.node(Family(left.0)), self.node(Family(right.0)));
        let level = l.level.min(r.level);
        let part = |node: super::Node, whole: Function| {
            if node.level == level {
                (Function(node.lo.0), Function(node.hi.0))
            } else {
                (whole, whole)
            }
        };
        let ((l0, l1), (r0, r1)) = (part(l, left), part(r, right));
        let lo = self.join(join, l0, r0, bound)?;
        let hi = match self.below(bound, level) {
            Some(below) => self.join(join, l1, r1, below)?,
            // What cannot fail within the bound is free: alike is smallest.
            None => lo,
        };
        let result = self.decide(level, lo, hi)?;
        self.remember(op, Family(left.0), Family(right.0), Family(result.0));
        Ok(result)
    }

    /// "At least `k` of `members`", by a table as for families.
    pub(crate) fn at_least_of(
        &mut self,
        k: usize,
        members: &[Function],
        bound: Order,
    ) -> Result<Function, Full> {
        if k > members.len() {
            return Ok(Function::FALSE);
        }
        let mut rows = vec![Function::FALSE; k + 1];
        rows[0] = Function::TRUE;
        for (seen, member) in members.iter().enumerate() {
            for j in (1..=k.min(seen + 1)).rev() {
                if k - j > members.len() - seen - 1 {
                    continue;
                }
                let with = self.join(Join::All, rows[j - 1], *member, bound)?;
                rows[j] = self.join(Join::Any, rows[j], with, bound)?;
            }
        }
        Ok(rows[k])
    }

    /// The minimal sets of failed elements with which a function holds, all others working, of at
    /// most the order `bound` (the minimal solutions of Rauzy 1993).
    pub(crate) fn minimal(&mut self, function: Function, bound: Order) -> Result<Family, Full> {
        if self.holds_at_rest(function) {
            return Ok(Family::UNIT);
        }
        if function == Function::FALSE || bound == 0 {
            return Ok(Family::EMPTY);
        }
        let op = bounded(MINIMAL, bound);
        if let Some(known) = self.recall(op, Family(function.0), Family::EMPTY) {
            return Ok(known);
        }
        let node = self.node(Family(function.0));
        let lo = self.minimal(Function(node.lo.0), bound)?;
        let hi = match self.below(bound, node.level) {
            Some(below) => self.minimal(Function(node.hi.0), below)?,
            None => Family::EMPTY,
        };
        let hi = self.without(hi, lo)?;
        let result = self.make(node.level, lo, hi)?;
        self.remember(op, Family(function.0), Family::EMPTY, result);
        Ok(result)
    }

    /// What is left of a bound below a level; `None` when its element alone exceeds it.
    pub(super) fn below(&self, bound: Order, level: u32) -> Option<Order> {
        if bound == ANY_ORDER {
            Some(ANY_ORDER)
        } else {
            bound.checked_sub(self.weights[level as usize])
        }
    }
}
