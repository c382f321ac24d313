//! Inventories of the tests, from texts and from the shipped folders.

use std::path::Path;

use trefonds_ask::facts;
use trefonds_findings::Facts;
use trefonds_inventory::{LoadOptions, load, load_texts};
use trefonds_model::Inventory;

pub const SHIPPED: [&str; 4] =
    ["hospital", "health-data-before", "health-data-after", "energy-retailer"];

pub fn shipped(name: &str) -> Inventory {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../inventories").join(name);
    let shelf: Option<&dyn trefonds_declare::Shelf> = Some(&trefonds_catalogue::Embedded);
    let loaded = load(&root, &LoadOptions { shelf, ..LoadOptions::default() });
    loaded.inventory.unwrap_or_else(|| panic!("{name}: {:?}", loaded.diagnostics))
}

pub fn inventory(text: &str) -> Inventory {
    let loaded = load_texts(vec![("a.yaml".to_owned(), text.into())], &LoadOptions::default());
    loaded.inventory.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics))
}

pub fn declared(text: &str) -> Facts {
    facts(&inventory(text))
}
