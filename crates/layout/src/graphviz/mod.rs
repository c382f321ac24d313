//! Graphviz's algorithm, by a port of it or by the installed program: an alternative to
//! [`Bands`](crate::Bands), and its yardstick.
//!
//! Both get the same text ([`ask`]), with our sub-columns as ranks held by a spine of points, and
//! answer in Graphviz's `plain` format ([`plain`]).

mod ask;
mod installed;
mod plain;
mod pure;

pub use installed::InstalledDot;
pub use pure::GraphvizPure;
