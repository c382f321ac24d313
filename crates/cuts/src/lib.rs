//! Minimal cut sets: which events together make something fail, none of them superfluous.

mod arrange;
mod circles;
mod diagram;
mod formula;
#[cfg(test)]
mod laws;
mod listing;
mod local;
mod modules;
pub mod open_psa;
mod solve;
mod tidy;

pub use formula::{EventIx, Formula, Gate, GateIx, Input};
pub use solve::{Bounds, CutSets, CutsError, cut_sets};
