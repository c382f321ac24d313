//! The readers, and what holds of each whatever it reads.

use trefonds_ask::{Analysis, Detail, Options, SinglePointOptions};
use trefonds_cuts::open_psa::{self, Negations};
use trefonds_findings::{Level, SourceAt};
use trefonds_inventory::small::{self, SmallFile};
use trefonds_inventory::{LoadOptions, Style, diagnostics_json, load_texts, render};
use trefonds_judge::policy::{Policy, PolicyFile};
use trefonds_judge::scenario::{Scenario, ScenarioFile};
use trefonds_lang::Lang;
use trefonds_model::Inventory;
use trefonds_source::{Diagnostic, SourceMap, Span};

use crate::corpus::Case;
use crate::written;

/// Accepted or not; or what does not hold.
type Read = Result<bool, String>;

fn holds(it: bool, what: impl FnOnce() -> String) -> Result<(), String> {
    if it { Ok(()) } else { Err(what()) }
}

/// A place is one of a text that was read.
fn is_place(span: Span, sources: &SourceMap) -> bool {
    let at = sources.locate(span);
    let Some(file) = sources.iter().find(|(_, file)| file.name() == at.file) else { return false };
    let lines = file.1.text().split('\n').count() as u32;
    at.line >= 1 && at.column >= 1 && at.line <= lines.max(1)
}

/// Every problem says where it is, in a text or as a file, and can be shown in both forms.
fn told(diagnostics: &[Diagnostic], sources: &SourceMap) -> Result<(), String> {
    for it in diagnostics {
        let in_text =
            !it.labels.is_empty() && it.labels.iter().all(|label| is_place(label.span, sources));
        holds(in_text || it.path.is_some(), || format!("a problem without a place: {it:?}"))?;
        holds(!it.message.is_empty(), || format!("a problem without a word: {it:?}"))?;
    }
    let report = render(diagnostics, sources, Style::default());
    let _ = diagnostics_json(diagnostics, sources);
    holds(diagnostics.is_empty() || !report.is_empty(), || "a report without a word".to_owned())
}

pub fn inventory(case: &Case) -> Read {
    let read = || load_texts(case.0.clone(), &LoadOptions::default());
    let (once, twice) = (read(), read());
    told(&once.diagnostics, once.sources())?;
    let Some(inventory) = &once.inventory else {
        holds(!once.diagnostics.is_empty(), || "refused without a reason".to_owned())?;
        return Ok(false);
    };
    let (facts, again) =
        (trefonds_ask::facts(inventory), twice.inventory.as_ref().map(trefonds_ask::facts));
    holds(Some(&facts) == again.as_ref(), || "it differs when it is read twice".to_owned())?;
    written::files(inventory)?;
    analyse(inventory);
    Ok(true)
}

/// A valid model cannot fail: no question panics on it.
fn analyse(inventory: &Inventory) {
    let analysis = Analysis::new(inventory, &Options::default());
    for level in [Level::Controller, Level::Jurisdiction] {
        let options =
            SinglePointOptions { detail: Detail::Within(2_000), ..SinglePointOptions::at(level) };
        let _ = analysis.single_points(&options);
    }
    let _ = (analysis.exposure(true), analysis.overview());
}

pub fn snapshot(case: &Case) -> Read {
    let text = &case.0[0].1;
    let read = || trefonds_diff::read_snapshot(text, trefonds_declare::model_again);
    match (read(), read()) {
        (Ok(once), Ok(twice)) => {
            holds(once.facts == twice.facts, || "it differs when it is read twice".to_owned())?;
            let inventory = trefonds_declare::model_again(&once.facts);
            let inventory = inventory.map_err(|error| format!("it was accepted: {error}"))?;
            written::facts(&once.facts)?;
            analyse(&inventory);
            Ok(true)
        }
        (Err(error), Err(_)) => {
            holds(!error.to_string().is_empty(), || "refused without a reason".to_owned())?;
            Ok(false)
        }
        _ => Err("it differs when it is read twice".to_owned()),
    }
}

/// A small file, or that it was refused as it should be.
fn small<T: serde::de::DeserializeOwned>(case: &Case) -> Result<Option<(T, SmallFile)>, String> {
    let (name, bytes) = &case.0[0];
    // The command line refuses what is no text.
    let Ok(text) = std::str::from_utf8(bytes) else { return Ok(None) };
    match small::read::<T>(name, text, Lang::En) {
        Ok(read) => Ok(Some(read)),
        Err(refused) => {
            holds(refused.count() > 0, || "refused without a reason".to_owned())?;
            for it in refused.diagnostics() {
                holds(!it.labels.is_empty() || it.path.is_some(), || format!("no place: {it:?}"))?;
            }
            let report = refused.render(Style::default());
            holds(!report.is_empty(), || "a report without a word".to_owned())?;
            Ok(None)
        }
    }
}

fn place_in(file: &SmallFile) -> impl Fn(&str) -> SourceAt + '_ {
    |path| {
        let (line, column) = file.place(path);
        SourceAt::text("a.yaml", line, column)
    }
}

pub fn policy(case: &Case) -> Read {
    let Some((written, file)) = small::<PolicyFile>(case)? else { return Ok(false) };
    match Policy::new(written, &place_in(&file)) {
        Ok(policy) => {
            let Some((again, file)) = small::<PolicyFile>(case)? else {
                return Err("refused the second time".to_owned());
            };
            let again = Policy::new(again, &place_in(&file));
            let same = again.is_ok_and(|it| format!("{it:?}") == format!("{policy:?}"));
            holds(same, || "it differs when it is read twice".to_owned())?;
            Ok(true)
        }
        Err(faults) => {
            holds(!faults.is_empty(), || "refused without a reason".to_owned())?;
            holds(faults.iter().all(|it| it.at.line > 0), || format!("no place: {faults:?}"))?;
            Ok(false)
        }
    }
}

pub fn scenario(case: &Case) -> Read {
    let Some((written, file)) = small::<ScenarioFile>(case)? else { return Ok(false) };
    let (scenario, faults) = Scenario::new(written, &place_in(&file));
    holds(faults.iter().all(|it| it.at.line > 0), || format!("no place: {faults:?}"))?;
    if !faults.is_empty() {
        return Ok(false);
    }
    let Some((again, file)) = small::<ScenarioFile>(case)? else {
        return Err("refused the second time".to_owned());
    };
    let (again, _) = Scenario::new(again, &place_in(&file));
    let same = format!("{again:?}") == format!("{scenario:?}");
    holds(same, || "it differs when it is read twice".to_owned())?;
    Ok(true)
}

pub fn fault_tree(case: &Case) -> Read {
    let mut sources = SourceMap::default();
    for (name, bytes) in &case.0 {
        let Ok(text) = std::str::from_utf8(bytes) else { return Ok(false) };
        sources.add(name.as_str(), text.to_owned());
    }
    let mut accepted = false;
    for negations in [Negations::Refused, Negations::Allowed] {
        match (open_psa::read(&sources, negations), open_psa::read(&sources, negations)) {
            (Err(faults), _) => {
                holds(!faults.is_empty(), || "refused without a reason".to_owned())?;
                let wrong = faults.iter().find(|it| !is_place(it.at, &sources));
                holds(wrong.is_none(), || format!("a fault without a place: {wrong:?}"))?;
            }
            (once, twice) => {
                holds(once == twice, || "it differs when it is read twice".to_owned())?;
                accepted = true;
            }
        }
    }
    Ok(accepted)
}
