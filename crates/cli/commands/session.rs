//! Loading an inventory, printing its diagnostics, and finding what an id names.

use std::path::Path;

use trefonds_graph::{Analysis, NameFault, Options, Withdrawal};
use trefonds_inventory::{LoadOptions, Loaded, Style};
use trefonds_lang::Lang;
use trefonds_model::{ComponentIx, Inventory};
use trefonds_scenario::Asked;

use super::scenario::what_is_wrong;
use crate::World;
use crate::args::{Colour, Common};
use crate::failure::Failure;
use crate::output;
use crate::progress::Progress;

/// Loads an inventory; prints every diagnostic on standard error, and fails if any is an error.
pub(crate) fn load(common: &Common, world: &mut World<'_>) -> Result<Inventory, Failure> {
    load_path(&common.inventory, common.lang.into(), common.color, world)
}

/// The same, for any path.
pub(crate) fn load_path(
    path: &Path,
    lang: Lang,
    color: Colour,
    world: &mut World<'_>,
) -> Result<Inventory, Failure> {
    accepted(read(path, lang, world), lang, color, world)
}

/// The same, with the scenarios that stand in the folder: names and texts.
pub(crate) fn load_with_scenarios(
    common: &Common,
    world: &mut World<'_>,
) -> Result<(Inventory, Vec<(String, String)>), Failure> {
    let lang = common.lang.into();
    let mut loaded = read(&common.inventory, lang, world);
    let scenarios = std::mem::take(&mut loaded.scenarios);
    Ok((accepted(loaded, lang, common.color, world)?, scenarios))
}

fn read(path: &Path, lang: Lang, world: &World<'_>) -> Loaded {
    let name = path.display().to_string();
    let progress = Progress::start(lang.progress_reading(&name), world.err_is_terminal);
    let options = LoadOptions { lang, ..LoadOptions::default() };
    let loaded = trefonds_inventory::load(path, &options);
    drop(progress);
    loaded
}

/// What was loaded, after every diagnostic has been printed; fails if any is an error.
pub(crate) fn accepted(
    loaded: Loaded,
    lang: Lang,
    color: Colour,
    world: &mut World<'_>,
) -> Result<Inventory, Failure> {
    print_diagnostics(&loaded, lang, color, world)?;
    loaded.inventory.ok_or_else(|| {
        let errors = loaded.diagnostics.iter();
        let errors = errors.filter(|d| d.severity == trefonds_source::Severity::Error).count();
        Failure::Inventory(lang.load_failed(&lang.errors_found(errors)))
    })
}

fn print_diagnostics(
    loaded: &Loaded,
    lang: Lang,
    color: Colour,
    world: &mut World<'_>,
) -> Result<(), Failure> {
    if loaded.diagnostics.is_empty() {
        return Ok(());
    }
    let colour = output::colour(color, world.err_is_terminal, world.no_color);
    let style = Style { colour, lang };
    let text = trefonds_inventory::render(&loaded.diagnostics, loaded.sources(), style);
    Ok(world.err.write_all(text.as_bytes())?)
}

/// Prepares the analysis on the wanted day with the wanted home.
pub(crate) fn analyse<'m>(inventory: &'m Inventory, common: &Common) -> Analysis<'m> {
    Analysis::new(inventory, &Options { as_of: common.as_of, home: common.home.clone() })
}

/// A spinner for an analysis.
pub(crate) fn analysing(common: &Common, world: &World<'_>) -> Progress {
    Progress::start(Lang::from(common.lang).progress_analysing(), world.err_is_terminal)
}

/// What a name means, sites included, or what to write instead.
pub(crate) fn meaning(
    analysis: &Analysis<'_>,
    name: &str,
    lang: Lang,
) -> Result<Withdrawal, Failure> {
    analysis.meaning(name).map_err(|fault| fault_of(analysis, name, fault, lang))
}

/// Who withdraws, or what to write instead.
pub(crate) fn controller(
    analysis: &Analysis<'_>,
    name: &str,
    lang: Lang,
) -> Result<Withdrawal, Failure> {
    analysis.withdrawal(name).map_err(|fault| fault_of(analysis, name, fault, lang))
}

fn fault_of(analysis: &Analysis<'_>, name: &str, fault: NameFault, lang: Lang) -> Failure {
    Failure::Unknown(match fault {
        NameFault::ASite => lang.not_a_controller(name),
        fault => what_is_wrong(analysis, Asked::Withdrawn, name, fault, lang),
    })
}

/// The component that an id names, there on the day, or an error with the nearest id.
pub(crate) fn component(
    analysis: &Analysis<'_>,
    id: &str,
    lang: Lang,
) -> Result<ComponentIx, Failure> {
    let id = id.strip_prefix("component:").unwrap_or(id);
    let found = analysis.find_component(id).ok_or_else(|| unknown(analysis, id, lang))?;
    if analysis.is_present(found) {
        Ok(found)
    } else {
        Err(Failure::Unknown(lang.not_there_on_the_day(id)))
    }
}

fn unknown(analysis: &Analysis<'_>, id: &str, lang: Lang) -> Failure {
    let scored = analysis.ids().map(|known| (strsim::jaro_winkler(id, known), known));
    let best = scored.max_by(|a, b| a.0.total_cmp(&b.0)).filter(|(score, _)| *score > 0.8);
    let message = match best {
        Some((_, near)) => lang.names_nothing_but(id, near),
        None => lang.names_nothing(id),
    };
    Failure::Unknown(message)
}
