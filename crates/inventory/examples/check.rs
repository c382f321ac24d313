//! Reads an inventory and writes what is wrong with it: `cargo run --example check -- PATH [fr]`.

use std::io::Write;
use std::time::Instant;

use trefonds_inventory::{LoadOptions, Style, load, render};
use trefonds_lang::Lang;

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().unwrap_or_default();
    let lang = if arguments.next().as_deref() == Some("fr") { Lang::Fr } else { Lang::En };
    let start = Instant::now();
    let loaded = load(path.as_ref(), &LoadOptions { lang, ..LoadOptions::default() });
    let elapsed = start.elapsed();
    let style = Style { colour: false, lang };
    let mut out = std::io::stdout().lock();
    write!(out, "{}", render(&loaded.diagnostics, loaded.sources(), style))?;
    let components = loaded.inventory.map(|inventory| inventory.components.len());
    writeln!(out, "{components:?} components in {elapsed:?}")
}
