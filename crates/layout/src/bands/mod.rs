//! The engine of the product.
//!
//! 1. [`shape`](crate::shape): how many sub-columns each column gets.
//! 2. [`layers`]: long arrows get a place in every rank that they pass through.
//! 3. [`order`]: who stands above whom, so that few arrows cross.
//! 4. [`rows`]: heights, so that straight arrows dominate ([`isotonic`] keeps the distances,
//!    [`straight`] evens out long arrows).
//! 5. [`pack`]: parts that no arrow connects share the page.
//! 6. [`route`]: horizontal positions and curves.

mod crossings;
mod isotonic;
mod layers;
mod order;
mod pack;
mod parts;
mod route;
mod rows;
mod straight;

use crate::ranks::Ranks;
use crate::shape::Shape;
use crate::{Drawing, Engine, LayoutError, Placement};
use layers::Layers;

/// Fixed columns with sub-columns; arrows straight through the columns, curved between them.
#[derive(Clone, Copy, Debug)]
pub struct Bands {
    /// How many beginnings are tried for the order; more cross less and take longer.
    pub restarts: u32,
}

impl Default for Bands {
    fn default() -> Self {
        Self { restarts: 8 }
    }
}

impl Engine for Bands {
    fn place(&self, drawing: &Drawing) -> Result<Placement, LayoutError> {
        drawing.check()?;
        let ranks = Ranks::new(drawing, &Shape::new(drawing));
        let mut layers = Layers::new(drawing, ranks);
        let mut tops = pack::Skyline::new(drawing, &layers);
        for part in parts::connected(drawing, &layers) {
            let order = order::order(&layers, &part, self.restarts);
            let heights = rows::rows(drawing, &mut layers, &order);
            tops.put(drawing, &layers, &order, &heights);
        }
        Ok(route::placement(drawing, &layers, &tops.finish()))
    }
}
