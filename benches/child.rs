//! One measurement in one process: what it does, how its parent starts it, what it answers.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use saphyr_parser::Parser;
use trefonds_ask::{Analysis, Detail, Options, SinglePointOptions};
use trefonds_findings::Level;
use trefonds_inventory::{LoadOptions, load};
use trefonds_model::Inventory;

use crate::Fallible;

/// Seconds and megabytes by name.
pub type Figures = BTreeMap<String, f64>;

/// Samples of one measurement; the median counts.
const RUNS: usize = 5;
/// After so many seconds no further sample is taken.
const LONG: f64 = 30.0;
/// A sample takes so many seconds at least.
const SHORT: f64 = 0.1;

/// What a process measures.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    /// The events of the YAML parser, and nothing done with them.
    Events,
    /// Files to an inventory.
    Reading,
    /// An inventory to resolution and single points.
    Analysis,
    /// An inventory to exposure.
    Exposure,
}

impl Step {
    const ALL: [(&str, Self); 4] = [
        ("events", Self::Events),
        ("reading", Self::Reading),
        ("analysis", Self::Analysis),
        ("exposure", Self::Exposure),
    ];

    pub fn parse(name: &str) -> Fallible<Self> {
        let found = Self::ALL.iter().find(|(known, _)| *known == name);
        Ok(found.ok_or("unknown step")?.1)
    }
}

/// Measures in a process of its own, on one thread or on all.
pub fn start(step: Step, folder: &Path, threads: Option<usize>) -> Fallible<Figures> {
    let mut command = Command::new(std::env::current_exe()?);
    let name = Step::ALL.iter().find(|(_, known)| *known as u8 == step as u8);
    command.arg("--child").arg(name.map_or("", |(name, _)| name)).arg(folder);
    if let Some(threads) = threads {
        command.env("RAYON_NUM_THREADS", threads.to_string());
    }
    let output = command.stderr(std::process::Stdio::inherit()).output()?;
    if !output.status.success() {
        return Err(format!("{step:?} failed").into());
    }
    let text = String::from_utf8(output.stdout)?;
    let figures = text.lines().filter_map(|line| line.split_once('\t'));
    figures.map(|(name, value)| Ok((name.to_owned(), value.parse()?))).collect()
}

/// Measures in this process and writes the figures, one a line.
pub fn run(step: Step, folder: &Path) -> Fallible<()> {
    let mut figures = Figures::new();
    match step {
        Step::Events => {
            let counted = timed("events", &mut figures, || count_events(folder));
            figures.insert("count".to_owned(), counted? as f64);
        }
        Step::Reading => {
            let read = timed("reading", &mut figures, || read(folder));
            figures.insert("components".to_owned(), read?.components.len() as f64);
        }
        Step::Analysis => analyse(&read(folder)?, &mut figures),
        Step::Exposure => {
            let inventory = read(folder)?;
            let analysis = Analysis::new(&inventory, &Options::default());
            let found = timed("exposure", &mut figures, || analysis.exposure(false));
            figures.insert("findings".to_owned(), found.findings.len() as f64);
        }
    }
    let mut out = std::io::stdout().lock();
    figures.iter().try_for_each(|(name, value)| writeln!(out, "{name}\t{value}"))?;
    Ok(())
}

fn count_events(folder: &Path) -> Fallible<usize> {
    let mut events = 0;
    for file in std::fs::read_dir(folder)? {
        let text = std::fs::read_to_string(file?.path())?;
        let mut parser = Parser::new_from_str(&text);
        while let Some(event) = parser.next_event() {
            black_box(event?);
            events += 1;
        }
    }
    Ok(events)
}

fn read(folder: &Path) -> Fallible<Inventory> {
    let loaded = load(folder, &LoadOptions::default());
    Ok(loaded.inventory.ok_or("the generated inventory is not valid")?)
}

fn analyse(inventory: &Inventory, figures: &mut Figures) {
    let analysis = timed("preparing", figures, || Analysis::new(inventory, &Options::default()));
    timed("resolving", figures, || analysis.resolve(None));
    for (name, level, home_too) in [
        ("controllers", Level::Controller, false),
        ("jurisdictions", Level::Jurisdiction, false),
        ("entities", Level::Entity, true),
    ] {
        let options = SinglePointOptions {
            level,
            by: None,
            lasting: None,
            home_too,
            detail: Detail::Summary,
        };
        let found = timed(name, figures, || analysis.single_points(&options));
        figures.insert(format!("{name} events"), found.events.len() as f64);
    }
}

/// The median of several samples: processor time, time on the clock, and the peak of memory so far.
/// A run that is too short for the system's clocks is repeated within its sample.
fn timed<T>(name: &str, figures: &mut Figures, mut run: impl FnMut() -> T) -> T {
    let (mut processor, mut clock) = (Vec::new(), Vec::new());
    loop {
        let (start, used) = (Instant::now(), processor_seconds());
        let mut runs = 0.0;
        let result = loop {
            let result = run();
            runs += 1.0;
            if start.elapsed().as_secs_f64() >= SHORT {
                break result;
            }
        };
        clock.push(start.elapsed().as_secs_f64() / runs);
        processor.push((processor_seconds() - used) / runs);
        let spent: f64 = clock.iter().sum();
        if clock.len() < RUNS && spent < LONG {
            continue;
        }
        figures.insert(name.to_owned(), median(&mut processor));
        figures.insert(format!("{name} clock"), median(&mut clock));
        figures.insert(format!("{name} peak"), peak_megabytes());
        return result;
    }
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Processor time of all threads of this process; 0 where the system does not say.
fn processor_seconds() -> f64 {
    let threads = std::fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    let nanoseconds = threads.filter_map(|thread| {
        let text = std::fs::read_to_string(thread.path().join("schedstat")).ok()?;
        text.split_whitespace().next()?.parse::<f64>().ok()
    });
    nanoseconds.sum::<f64>() / 1e9
}

/// The most memory that this process has held; 0 where the system does not say.
fn peak_megabytes() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or(0.0) * 1024.0 / 1e6
}
