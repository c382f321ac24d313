//! Judgements on findings: rules as data, each of which holds, does not, or is not known to.
//!
//! A [`policy`] says what an organisation does not accept, a [`scenario`] what it expects of withdrawals
//! together. Both are pure functions from data and findings to data: nothing here knows an inventory, and
//! nothing is told in words.

mod delay;
pub mod policy;
pub mod scenario;
mod truth;

pub use delay::Delay;
pub use truth::Truth;
