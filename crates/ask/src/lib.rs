//! From a valid model to findings: the two questions of the semantics, in both readings.
//!
//! *Continuity* ("can they stop it?") propagates failures up the hard requirements, redundancy
//! considered ([`Analysis::single_points`]). *Exposure* ("can they reach it?") collects, over all
//! that a service rests on, the data that a law reaches ([`Analysis::exposure`]). Nothing here reads
//! a file, and nothing can fail on a valid model.
//!
//! [`Analysis::new`] settles what depends on the day; every question is a method, one file each.

mod beneath;
mod blast;
mod coincidence;
mod coverage;
mod cut_sets;
mod denial;
mod denials;
mod describe;
mod ended;
mod ends;
mod equations;
mod exposure;
#[cfg(test)]
mod laws;
mod map;
mod names;
mod outages;
mod overview;
mod questions;
mod rank;
mod resolution;
mod shelf;
mod single_points;
mod stops;
mod what_if;
mod why;
mod witness;

pub use beneath::Sketch;
pub use blast::Blast;
pub use cut_sets::CutHead;
pub use ends::ONE_YEAR;
pub use map::{Collapse, MapOptions};
pub use names::{NameFault, NamedKind, NamedThing};
pub use rank::RankOptions;
pub use shelf::{Catalogue, Folded};
pub use single_points::{Detail, SinglePointOptions};
pub use stops::{Reliance, Stop};
pub use trefonds_declare::{facts, requirement_line};
pub use trefonds_settle::{
    Options, StopFormula, StopGate, StopInput, StopOptions, UnknownHandle, Withdrawal,
};
pub use what_if::Scenario;

use std::ops::Deref;
use std::sync::OnceLock;

use trefonds_findings::Unmendable;
use trefonds_model::Inventory;
use trefonds_settle::Settled;

/// What is settled of an inventory on one day, and every question that it can be asked.
pub struct Analysis<'m> {
    settled: Settled<'m>,
    /// What cannot be mended: it hangs on no event, and many questions tell it.
    unmendable: OnceLock<Vec<Unmendable>>,
}

impl<'m> Analysis<'m> {
    /// Settles what depends on the day. It cannot fail: a model is valid.
    ///
    /// O(components + requirements + channels) time and space, and one control fixpoint per entity.
    #[must_use]
    pub fn new(model: &'m Inventory, options: &Options) -> Self {
        Self { settled: Settled::new(model, options), unmendable: OnceLock::new() }
    }
}

impl<'m> Deref for Analysis<'m> {
    type Target = Settled<'m>;

    fn deref(&self) -> &Settled<'m> {
        &self.settled
    }
}
