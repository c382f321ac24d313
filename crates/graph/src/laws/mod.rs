//! Laws that hold on every inventory, checked on random ones against slow, obvious solvers.
//!
//! [`random`] makes inventories, [`naive`] answers straight from the definitions of the semantics
//! (from the model, never from the flattened structures), [`verifier`] re-checks proofs.

mod control;
mod equations;
mod exposure;
mod invariance;
mod naive;
mod one_hand;
mod proofs;
mod random;
mod stop_formula;
mod survival;
mod verifier;
mod what_if;
