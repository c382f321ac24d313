//! `cargo +nightly fuzz run loader`: no text makes the reader, or the rendering of its messages, panic.

#![no_main]

use libfuzzer_sys::fuzz_target;
use trefonds_inventory::{LoadOptions, Style, diagnostics_json, load_texts, render};

fuzz_target!(|data: &[u8]| {
    for name in ["a.yaml", "a.json"] {
        let loaded = load_texts(vec![(name.to_owned(), data.to_vec())], &LoadOptions::default());
        let report = render(&loaded.diagnostics, loaded.sources(), Style::default());
        let _ = diagnostics_json(&loaded.diagnostics, loaded.sources());
        assert!(loaded.inventory.is_some() || !report.is_empty());
    }
});
