//! Our side of the comparison with other tools; `benches/compare/run.sh` runs both sides.
//!
//! ```text
//! compare write N DIR    a graph of N components, twice as many requirements, as an inventory and as CSV
//! compare run DIR        the tasks on it: seconds and results, as JSON in DIR/ours.json
//! ```
//!
//! Two graphs of the same edges: in `all`, a component needs all that it names; in `any`, one of it is
//! enough, so that the single points of a service are the dominators of its node.

#[allow(dead_code)] // The generator of inventories asks for more.
#[path = "generator/random.rs"]
mod random;

use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::time::Instant;

use random::Random;
use serde_json::{Value, json};
use trefonds_ask::{Analysis, Options, StopOptions, Withdrawal};
use trefonds_cuts::{Bounds, cut_sets, formula_of};
use trefonds_findings::{Level, Reading};
use trefonds_inventory::{LoadOptions, load};
use trefonds_model::{ComponentIx, Inventory};

type Fallible<T> = Result<T, Box<dyn Error>>;

/// Withdrawals that are worked out.
const WITHDRAWALS: usize = 200;
/// Services whose cones are counted.
const SERVICES: usize = 100;
/// Samples of one measurement; the median counts.
const RUNS: usize = 5;

fn main() -> Fallible<()> {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["write", components, folder] => write(components.parse()?, Path::new(folder)),
        ["run", folder] => run(Path::new(folder)),
        // A bare `cargo bench` has nothing to compare with.
        _ => Ok(()),
    }
}

/// What a component needs: two others behind it, one near, one anywhere.
fn needs(at: usize, components: usize) -> Vec<usize> {
    let behind = components - at - 1;
    let mut random = Random::of(at, 9);
    let near = at + 1 + random.below(behind.min(components / 50 + 2));
    let far = at + 1 + random.below(behind);
    match behind {
        0 => Vec::new(),
        _ if near == far => vec![near],
        _ => vec![near, far],
    }
}

/// Components that are withdrawn: spread over the last fifth, on which most of the graph rests.
fn withdrawn(components: usize) -> Vec<usize> {
    let last = components / 5;
    (0..WITHDRAWALS).map(|at| components - 1 - at * last / WITHDRAWALS).collect()
}

fn write(components: usize, folder: &Path) -> Fallible<()> {
    let mut edges = String::new();
    let head =
        "trefonds: 1\ntitle: Comparison (invented)\nhome: [FR]\nas_of: 2026-11-01\ncomponents:\n";
    let (mut all, mut any) = (head.to_owned(), head.to_owned());
    for at in 0..components {
        let needs = needs(at, components);
        for need in &needs {
            writeln!(edges, "{at},{need}")?;
        }
        let names: Vec<String> = needs.iter().map(|need| format!("c{need}")).collect();
        let names = names.join(", ");
        let layer = if at < SERVICES { "service" } else { "software, suppliers: []" };
        writeln!(all, "  c{at}: {{layer: {layer}, depends_on: [{names}]}}")?;
        let one = if needs.is_empty() { String::new() } else { format!("{{any_of: [{names}]}}") };
        writeln!(any, "  c{at}: {{layer: {layer}, depends_on: [{one}]}}")?;
    }
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join("edges.csv"), edges)?;
    std::fs::write(folder.join("all.yaml"), all)?;
    std::fs::write(folder.join("any.yaml"), any)?;
    let asked = json!({
        "components": components,
        "withdrawn": withdrawn(components),
        "services": SERVICES,
    });
    Ok(std::fs::write(folder.join("asked.json"), serde_json::to_vec(&asked)?)?)
}

fn run(folder: &Path) -> Fallible<()> {
    let mut tasks = serde_json::Map::new();
    let all = read(&folder.join("all.yaml"))?;
    let analysis = Analysis::new(&all, &Options::default());
    let events: Vec<Withdrawal> = (withdrawn(all.components.len()).into_iter())
        .map(|at| Withdrawal::Component(ComponentIx(at as u32)))
        .collect();
    let stopped = |events: &[Withdrawal]| -> Vec<u32> {
        let blasts = analysis.blasts(events, Reading::Settled);
        blasts.into_iter().map(|blast| blast.components).collect()
    };
    tasks.insert("one withdrawal".to_owned(), measure(|| json!(stopped(&events[..1]))));
    tasks.insert("200 withdrawals".to_owned(), measure(|| json!(stopped(&events))));
    let services: Vec<ComponentIx> = (0..SERVICES as u32).map(ComponentIx).collect();
    tasks.insert("100 closures".to_owned(), measure(|| json!(analysis.cone_sizes(&services))));
    let any = read(&folder.join("any.yaml"))?;
    let analysis = Analysis::new(&any, &Options::default());
    tasks.insert("dominators".to_owned(), measure(|| json!(dominators(&analysis))));
    Ok(std::fs::write(folder.join("ours.json"), serde_json::to_vec(&tasks)?)?)
}

fn read(file: &Path) -> Fallible<Inventory> {
    let loaded = load(file, &LoadOptions::default());
    loaded.inventory.ok_or_else(|| format!("{}: refused", file.display()).into())
}

/// The single points of the first service among components.
fn dominators(analysis: &Analysis<'_>) -> Vec<u32> {
    let options = StopOptions {
        level: Level::Component,
        reading: Reading::Settled,
        by: None,
        foreign_only: false,
    };
    let stops = analysis.stop_formula(&[ComponentIx(0)], options);
    let (formula, tops) = formula_of(&stops);
    let bounds = Bounds { order: Some(1), ..Bounds::default() };
    let Ok(found) = cut_sets(&formula, tops[0], bounds) else { return Vec::new() };
    let mut points: Vec<u32> = (found.list(usize::MAX).iter().flatten())
        .filter_map(|event| match stops.events[event.at()] {
            Withdrawal::Component(component) => Some(component.0),
            _ => None,
        })
        .collect();
    points.sort_unstable();
    points
}

/// Seconds on the clock, the median of a few runs, and the result.
fn measure(task: impl Fn() -> Value) -> Value {
    let mut seconds = Vec::new();
    let mut result = Value::Null;
    for _ in 0..RUNS {
        let start = Instant::now();
        result = task();
        seconds.push(start.elapsed().as_secs_f64());
    }
    seconds.sort_by(f64::total_cmp);
    json!({"seconds": seconds[RUNS / 2], "result": result})
}
