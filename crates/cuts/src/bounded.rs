//! As many orders as the memory allows.

use trefonds_findings::CutCounts;

use crate::formula::{Formula, GateIx};
use crate::solve::{Bounds, CutSets, CutsError, cut_sets};

/// Cut sets, and how far they are known.
pub struct Bounded {
    /// The sets of every order that is known completely.
    pub sets: CutSets,
    /// How many there are of each.
    pub counts: CutCounts,
}

/// The minimal cut sets up to the order of `bounds` or, where memory does not allow it, of the
/// orders 1, 2, ... up to the last that it allows: complete as far as they go, and said to end there.
///
/// # Errors
/// When not even order 1 fits, or there are too many sets to count.
pub fn bounded_cut_sets(
    formula: &Formula,
    top: GateIx,
    bounds: Bounds,
) -> Result<Bounded, CutsError> {
    let refused = match cut_sets(formula, top, bounds) {
        Ok(sets) => return Bounded::new(sets, formula, bounds.order, true),
        Err(error) => error,
    };
    let mut best = None;
    for order in 1..bounds.order.unwrap_or(u16::MAX) {
        match cut_sets(formula, top, Bounds { order: Some(order), ..bounds }) {
            Ok(sets) => best = Some((sets, order)),
            Err(_) => break,
        }
    }
    let (sets, order) = best.ok_or(refused)?;
    Bounded::new(sets, formula, Some(order), false)
}

impl Bounded {
    fn new(
        sets: CutSets,
        formula: &Formula,
        order: Option<u16>,
        complete: bool,
    ) -> Result<Self, CutsError> {
        let by_order = sets.by_order()?;
        // Orders without a set are said to have none, as far as was looked.
        let met = by_order.len().saturating_sub(1);
        let asked = order.map_or(0, |order| u32::from(order).min(formula.events) as usize);
        let highest = met.max(asked);
        let count = |at: usize| by_order.get(at).copied().unwrap_or(0);
        let first = usize::from(count(0) == 0);
        let counts = CutCounts {
            by_order: (first..=highest).map(|at| (at as u32, count(at))).collect(),
            total: by_order.iter().sum(),
            complete,
        };
        Ok(Self { sets, counts })
    }
}
