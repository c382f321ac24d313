//! Laws of the inner forms, that hold on every inventory: proofs hold and have nothing to spare, the
//! equations say what the times say.
//!
//! [`random`] makes inventories, [`verifier`] re-checks proofs. Whether what is told is what the method says,
//! the tests of `crates/oracle` judge, which share nothing with this crate.

mod control;
mod countries;
mod equations;
mod exposure;
mod invariance;
mod one_hand;
mod proofs;
#[path = "../../../settle/src/laws/random.rs"]
mod random;
mod verifier;
mod what_if;
