//! The catalogue that the program brings: legal entities and who controls them, cloud regions, laws that
//! reach across borders, and *offers*, which is what a component can be said to be; each fact with its source
//! and the day of its reading, or marked.
//!
//! The data is in the format of inventories (`data/`). [`Embedded`] hands on those lines of it that an
//! inventory may take from; whoever reads inventories makes declarations of them. [`Patterns`] lead a name
//! that was met somewhere (a mail host, a certificate's issuer, a product) to offers; [`Rules`] name the
//! layers that components of a kind usually rest on.

mod embedded;
mod index;
mod offers;
mod patterns;
mod rules;
mod tree;

pub use embedded::{Embedded, Everything, catalogue_file};
pub use offers::{Kinds, Licence, licences, run_by};
pub use patterns::{Hit, Pattern, PatternKind, Patterns};
pub use rules::{Rule, Rules, Sought, Subject, Suggested};
pub use tree::Fault;

include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// The files of the catalogue, by their paths.
pub fn files() -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES.iter().copied()
}
