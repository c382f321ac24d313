//! Inventory files to model: every problem of every file in one run, and nothing invalid gets past.
//!
//! ```text
//! discover -> read -> parse (each file by itself, in parallel) -> resolve names -> Inventory
//! ```
//!
//! This crate alone knows YAML and JSON. It consumes the events of their parsers (`events`)
//! straight into typed facts (`parse`) whose texts are borrowed from the files, and turns names
//! into indices (`resolve_names`). It knows nothing of control, reach or survival.

mod diags;
mod discover;
mod events;
mod explain;
mod limits;
mod load;
mod other_files;
mod parse;
mod render;
mod resolve_names;
mod schema;
mod slips;
pub mod small;
mod starter;
mod validate;

pub use diags::Code;
pub use discover::{inventory_files, is_inventory_name};
pub use explain::{codes, diagnostics_page, explain};
pub use limits::Limits;
pub use load::{LoadOptions, Loaded, load, load_texts};
pub use other_files::OtherFile;
pub use render::{Style, diagnostics_json, render, render_in_short};
pub use schema::schema;
pub use starter::starter;
