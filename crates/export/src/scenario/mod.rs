//! What came of scenarios, for CI.

mod junit;

pub use junit::junit;
