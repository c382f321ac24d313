//! The judge of the tests: inventories as plain data, and what the rules of docs/method.md say of
//! them, each rule written as it stands there, with no thought of speed.
//!
//! [`world`] has the data, [`yaml`] and [`json`] write it as an
//! inventory, [`generate`] makes random ones. The rest are
//! the rules. Nothing here is shared with what is judged: the arrows of this crate lead nowhere, and only its
//! tests know the program.

pub mod control;
pub mod day;
pub mod ends;
pub mod exposure;
pub mod generate;
pub mod json;
pub mod jurisdiction;
pub mod laws;
pub mod lookup;
pub mod one_hand;
pub mod outages;
pub mod seed;
pub mod single_points;
pub mod standing;
pub mod survival;
pub mod tree;
pub mod unknown;
pub mod what_if;
pub mod withdrawal;
pub mod world;
pub mod yaml;
