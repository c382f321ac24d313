//! Inventories of one extreme shape each, and what is asked of them: work that grew with the square of
//! something shows here first. `docs/performance.md` records the figures.
//!
//! ```text
//! cargo bench --bench bounds              every case
//! cargo bench --bench bounds -- mesh      those whose name holds this
//! ```

#[path = "bounds/cases.rs"]
mod cases;

use std::error::Error;
use std::io::Write;
use std::time::Instant;

use cases::{Case, Question};
use trefonds_ask::{Analysis, Detail, Options, SinglePointOptions, facts};
use trefonds_cuts::{Bounds, CutOptions, service_cuts};
use trefonds_diff::{DiffOptions, diff, take};
use trefonds_findings::Level;
use trefonds_inventory::{LoadOptions, load_texts};
use trefonds_model::{ComponentIx, Inventory, Minutes};
use trefonds_plan::{PlanOptions, plan};

type Fallible<T> = Result<T, Box<dyn Error>>;

fn main() -> Fallible<()> {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|it| it != "--bench").collect();
    let mut out = std::io::stdout().lock();
    writeln!(out, "| case | reading, s | asking, s |\n|---|---|---|")?;
    for case in cases::all() {
        if wanted.is_empty() || wanted.iter().any(|word| case.name.contains(word.as_str())) {
            let (reading, asking) = measure(&case)?;
            writeln!(out, "| {} | {reading:.3} | {asking:.3} |", case.name)?;
        }
    }
    Ok(())
}

/// Seconds on the clock of one run: to read the case, and to answer its question.
fn measure(case: &Case) -> Fallible<(f64, f64)> {
    let start = Instant::now();
    let model = read(&case.text)?;
    let reading = start.elapsed().as_secs_f64();
    let other = match &case.question {
        Question::Diff(text) => Some(read(text)?),
        _ => None,
    };
    let start = Instant::now();
    let found = ask(&case.question, &model, other.as_ref())?;
    let asking = start.elapsed().as_secs_f64();
    if found == 0 {
        return Err(format!("{}: nothing found", case.name).into());
    }
    Ok((reading, asking))
}

fn read(text: &str) -> Fallible<Inventory> {
    let name = if text.starts_with('{') { "inventory.json" } else { "inventory.yaml" };
    let files = vec![(name.to_owned(), text.as_bytes().to_vec())];
    let loaded = load_texts(files, &LoadOptions::default());
    Ok(loaded.inventory.ok_or("the case is not valid")?)
}

/// Answers, and says how much was found.
fn ask(question: &Question, model: &Inventory, other: Option<&Inventory>) -> Fallible<usize> {
    let today = || Analysis::new(model, &Options::default());
    Ok(match question {
        Question::Places => {
            let places = model.components.iter().map(|it| model.sources.locate(it.at).column);
            places.max().unwrap_or(0) as usize
        }
        Question::Controllers => {
            let options = SinglePointOptions::at(Level::Controller);
            today().single_points(&options).events.len()
        }
        Question::Jurisdictions => {
            let options = SinglePointOptions {
                detail: Detail::Unproven,
                ..SinglePointOptions::at(Level::Jurisdiction)
            };
            today().single_points(&options).services.len()
        }
        Question::Exposure => today().exposure(false).findings.len(),
        Question::Diff(_) => {
            let other = other.ok_or("a diff has two sides")?;
            diff(&facts(model), &facts(other), &DiffOptions::default())?.changes.len()
        }
        Question::Snapshot => {
            let snapshot = take(model, &Options::default(), "bench");
            serde_json::to_vec(&snapshot)?.len()
        }
        Question::Cuts => {
            let options = CutOptions {
                level: Level::Controller,
                by: Some(Minutes(87_600)),
                foreign_only: false,
                bounds: Bounds::default(),
                limit: 100,
                proofs: false,
            };
            service_cuts(&today(), ComponentIx(0), &options)?.sets.len()
        }
        Question::Plan => plan(model, &PlanOptions::default()).steps.len(),
    })
}
