//! Inventory files to model: every problem of every file in one run, and nothing invalid gets past.
//!
//! ```text
//! discover -> read -> parse (each file by itself, in parallel) -> declarations
//! ```
//!
//! It consumes the events of text formats (`trefonds_read`) straight into declarations (`parse`) whose texts are borrowed from the files. What these make of
//! an inventory, and whether they may, `trefonds_declare` decides.

mod diags;
mod discover;
mod explain;
mod file;
mod further;
mod load;
mod other_files;
mod parse;
mod render;
mod schema;
mod slips;
pub mod small;
mod starter;

pub use diags::Code;
pub use discover::{inventory_files, is_inventory_name};
pub use explain::{codes, diagnostics_page, explain};
pub use file::{LoadOptions, parse_file};
pub use load::{Loaded, load, load_texts};
pub use other_files::OtherFile;
pub use parse::Parsed;
pub use render::{Style, diagnostics_json, render, render_in_short};
pub use schema::schema;
pub use starter::starter;
pub use trefonds_read::Limits;
