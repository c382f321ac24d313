//! What is promised of plans, against the trial of every subset.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod laws;
mod oracle;
mod random;
mod situations;

use trefonds_inventory::{LoadOptions, load_texts};
use trefonds_model::Inventory;

/// An inventory from its text.
fn inventory(text: &str) -> Inventory {
    let files = vec![("a.yaml".to_owned(), text.as_bytes().to_vec())];
    let loaded = load_texts(files, &LoadOptions::default());
    let faults: Vec<&str> = loaded.diagnostics.iter().map(|it| it.message.as_str()).collect();
    loaded.inventory.unwrap_or_else(|| panic!("{faults:?}\n{text}"))
}
