//! The laws: what the program says of random inventories is what the rules say.
//!
//! `TREFONDS_WORLDS=1000..9000 cargo test -p trefonds-oracle` tries them on other worlds.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a law that does not hold has failed")]
#![allow(clippy::disallowed_methods, reason = "a test may ask which worlds to try")]

mod continuity;
mod declarations;
mod ends;
mod exposure;
mod join;
mod monotone;
mod order;
mod outages;
mod program;
mod proof;
mod questions;
mod reading;
mod results;
mod what_if;
