//! Minimal cut sets: which events together make something fail, none of them superfluous.

mod arrange;
mod bounded;
mod circles;
mod diagram;
mod formula;
mod inventory;
#[cfg(test)]
mod laws;
mod listing;
mod local;
mod modules;
pub mod open_psa;
mod solve;
mod tidy;

pub use bounded::{Bounded, bounded_cut_sets};
pub use formula::{EventIx, Formula, Gate, GateIx, Input};
pub use inventory::{CutOptions, formula_of, service_cuts};
pub use solve::{Bounds, CutSets, CutsError, cut_sets};
