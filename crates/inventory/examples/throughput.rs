//! What reading costs against the bare event stream of its YAML parser, on one thread:
//! `cargo run --release -p trefonds-inventory --example throughput -- FILE`.

use std::io::Write;
use std::time::Instant;

use saphyr_parser::Parser;
use trefonds_inventory::{LoadOptions, load_texts};

/// The best of several runs: the others were disturbed.
const RUNS: usize = 5;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("give the path of a YAML file")?;
    rayon::ThreadPoolBuilder::new().num_threads(1).build_global()?;
    let text = std::fs::read_to_string(&path)?;
    let megabytes = text.len() as f64 / 1e6;
    let (mut bare, mut whole) = (f64::MAX, f64::MAX);
    let (mut events, mut components) = (0, None);
    for _ in 0..RUNS {
        let start = Instant::now();
        events = count_events(&text)?;
        bare = bare.min(start.elapsed().as_secs_f64());
        let files = vec![(path.clone(), text.clone().into_bytes())];
        let start = Instant::now();
        let loaded = load_texts(files, &LoadOptions::default());
        whole = whole.min(start.elapsed().as_secs_f64());
        components = loaded.inventory.map(|inventory| inventory.components.len());
    }
    let mut out = std::io::stdout().lock();
    writeln!(out, "{megabytes:.1} MB, {events} events, {components:?} components")?;
    writeln!(out, "events  {bare:.3} s  {:.1} MB/s", megabytes / bare)?;
    writeln!(
        out,
        "reading {whole:.3} s  {:.1} MB/s  ratio {:.2}",
        megabytes / whole,
        whole / bare
    )?;
    Ok(())
}

fn count_events(text: &str) -> Result<usize, saphyr_parser::ScanError> {
    let mut parser = Parser::new_from_str(text);
    let mut events = 0;
    while let Some(event) = parser.next_event() {
        std::hint::black_box(event?);
        events += 1;
    }
    Ok(events)
}
