//! Loading an inventory, telling its problems, and finding what an id names.

use std::path::{Path, PathBuf};

use trefonds_ask::{Analysis, NameFault, Options, Withdrawal};
use trefonds_declare::{Amended, Refused};
use trefonds_findings::{PassedOver, PassedOverKind};
use trefonds_inventory::{LoadOptions, Loaded, OtherFile, Style, render_in_short};
use trefonds_judge::scenario::Asked;
use trefonds_lang::{Lang, visible};
use trefonds_model::{ComponentIx, Date, Inventory, Level, Question};
use trefonds_source::{Diagnostic, Severity};

use super::names::{self, Wanted};
use super::scenario::what_is_wrong;
use crate::World;
use crate::args::{Colour, Common, LevelName};
use crate::failure::Failure;
use crate::output;
use crate::progress::Progress;

/// How warnings are told; errors always are, all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Warnings {
    /// In one line, where something else was asked.
    Counted,
    /// The first of each code.
    InShort,
    /// All of them.
    All,
}

/// How what is wrong with an inventory is told.
#[derive(Clone, Copy)]
pub(crate) struct Telling<'t> {
    pub lang: Lang,
    pub color: Colour,
    pub warnings: Warnings,
    /// The day that was asked for: what is read need not say one then.
    pub as_of: Option<Date>,
    /// Folders of catalogues that go before what the program brings.
    pub catalogues: &'t [PathBuf],
}

impl<'t> Telling<'t> {
    /// Of a command that was asked for something else.
    pub(crate) fn of(common: &'t Common) -> Self {
        Self {
            lang: common.lang.into(),
            color: common.color,
            warnings: Warnings::Counted,
            as_of: common.as_of,
            catalogues: &common.catalogue,
        }
    }

    /// How files are read.
    pub(crate) fn options(self) -> LoadOptions<'t> {
        LoadOptions {
            lang: self.lang,
            as_of: self.as_of,
            shelf: Some(&trefonds_catalogue::Embedded),
            also: self.catalogues,
            ..LoadOptions::default()
        }
    }
}

/// Loads an inventory; tells of its warnings, and fails with every error if there is one.
pub(crate) fn load(common: &Common, world: &mut World<'_>) -> Result<Inventory, Failure> {
    load_path(&common.inventory, Telling::of(common), world)
}

/// The same, for any path.
pub(crate) fn load_path(
    path: &Path,
    telling: Telling<'_>,
    world: &mut World<'_>,
) -> Result<Inventory, Failure> {
    accepted(read(path, telling, world), &path.display().to_string(), telling, world)
}

/// What stands in the folder of an inventory and is no part of it.
pub(crate) struct Beside {
    /// Scenarios: names and texts.
    pub scenarios: Vec<(String, String)>,
    /// Other files that say what they are.
    pub passed_over: Vec<PassedOver>,
    /// What amendments say.
    pub amended: Vec<Amended>,
}

/// The same, with what stands beside it.
pub(crate) fn load_with_others(
    common: &Common,
    telling: Telling<'_>,
    world: &mut World<'_>,
) -> Result<(Inventory, Beside), Failure> {
    let mut loaded = read(&common.inventory, telling, world);
    let scenarios = std::mem::take(&mut loaded.scenarios);
    let passed_over = std::mem::take(&mut loaded.passed_over);
    let passed_over = passed_over.into_iter().filter_map(|(file, kind)| {
        let kind = match kind {
            OtherFile::Scenario => return None,
            OtherFile::Policy => PassedOverKind::Policy,
            OtherFile::Schema => PassedOverKind::Schema,
            OtherFile::Mapping => PassedOverKind::Mapping,
            OtherFile::Snapshot => PassedOverKind::Snapshot,
            OtherFile::Baseline => PassedOverKind::Baseline,
            OtherFile::Patterns => PassedOverKind::Patterns,
            OtherFile::Suggestions => PassedOverKind::Suggestions,
            OtherFile::Licences => PassedOverKind::Licences,
        };
        Some(PassedOver { file, kind })
    });
    let amended = std::mem::take(&mut loaded.amended);
    let beside = Beside { scenarios, passed_over: passed_over.collect(), amended };
    let name = common.inventory.display().to_string();
    Ok((accepted(loaded, &name, telling, world)?, beside))
}

fn read(path: &Path, telling: Telling<'_>, world: &World<'_>) -> Loaded {
    let name = path.display().to_string();
    let progress = Progress::start(telling.lang.progress_reading(&name), world);
    let loaded = trefonds_inventory::load(path, &telling.options());
    drop(progress);
    loaded
}

/// What was loaded from `name`, after its warnings have been told; fails with every error if there is one.
pub(crate) fn accepted(
    loaded: Loaded,
    name: &str,
    telling: Telling<'_>,
    world: &mut World<'_>,
) -> Result<Inventory, Failure> {
    world.err.write_all(told(&loaded, name, telling, world).as_bytes())?;
    let failure = not_accepted(&loaded.diagnostics, telling.lang);
    loaded.inventory.ok_or(failure)
}

/// Tells what is wrong with declarations that are not in files, and gives the failure that sums it up.
pub(crate) fn refused(refused: Refused, telling: Telling<'_>, world: &mut World<'_>) -> Failure {
    let Refused { diagnostics, sources } = refused;
    let loaded = Loaded { diagnostics, sources, ..Loaded::default() };
    match world.err.write_all(told(&loaded, "", telling, world).as_bytes()) {
        Ok(()) => not_accepted(&loaded.diagnostics, telling.lang),
        Err(error) => error.into(),
    }
}

fn not_accepted(diagnostics: &[Diagnostic], lang: Lang) -> Failure {
    let errors = lang.errors_found(count(diagnostics, Severity::Error));
    Failure::Inventory(lang.load_failed(&errors))
}

/// What is told of the problems of an inventory.
fn told(loaded: &Loaded, name: &str, telling: Telling<'_>, world: &World<'_>) -> String {
    let lang = telling.lang;
    let colour = output::colour(telling.color, world.err_is_terminal, world.no_color);
    let style = Style { colour, lang };
    let sources = loaded.sources();
    let warnings = count(&loaded.diagnostics, Severity::Warning);
    match telling.warnings {
        Warnings::All if !world.quiet => {
            trefonds_inventory::render(&loaded.diagnostics, sources, style)
        }
        Warnings::InShort if !world.quiet => render_in_short(&loaded.diagnostics, sources, style),
        _ => {
            let errors = loaded.diagnostics.iter().filter(|it| it.severity == Severity::Error);
            let errors: Vec<_> = errors.cloned().collect();
            let mut text = trefonds_inventory::render(&errors, sources, style);
            if warnings > 0 && !world.quiet {
                text += &visible(&lang.warnings_elsewhere(&lang.warnings(warnings), name));
                text.push('\n');
            }
            text
        }
    }
}

fn count(diagnostics: &[Diagnostic], severity: Severity) -> usize {
    diagnostics.iter().filter(|found| found.severity == severity).count()
}

/// Prepares the analysis on the wanted day with the wanted home.
pub(crate) fn analyse<'m>(inventory: &'m Inventory, common: &Common) -> Analysis<'m> {
    analyse_for(inventory, common, Question::Withdrawal)
}

/// The same where it is asked what breaks instead.
pub(crate) fn analyse_for<'m>(
    inventory: &'m Inventory,
    common: &Common,
    question: Question,
) -> Analysis<'m> {
    let (as_of, home) = (common.as_of, common.home.clone());
    Analysis::new(inventory, &Options { as_of, home, question })
}

/// What a command asks of events: whose fault, where that is chosen, else who withdraws.
pub(crate) const fn question(fault: bool) -> Question {
    if fault { Question::Fault } else { Question::Withdrawal }
}

/// A level that a question has.
pub(crate) fn level(name: LevelName, question: Question, lang: Lang) -> Result<Level, Failure> {
    let level = Level::from(name);
    if Level::of(question).contains(&level) {
        return Ok(level);
    }
    Err(Failure::Unknown(match question {
        Question::Fault => lang.level_of_withdrawals(),
        Question::Withdrawal => lang.level_of_faults(),
    }))
}

/// A spinner for an analysis.
pub(crate) fn analysing(common: &Common, world: &World<'_>) -> Progress {
    Progress::start(Lang::from(common.lang).progress_analysing(), world)
}

/// What a name means, sites included, or what to write instead.
pub(crate) fn meaning(
    analysis: &Analysis<'_>,
    name: &str,
    lang: Lang,
) -> Result<Withdrawal, Failure> {
    let id = names::id_of(analysis, name, Wanted::Anything, lang).map_err(Failure::Unknown)?;
    analysis.meaning(&id).map_err(|fault| fault_of(analysis, name, fault, lang))
}

/// Who withdraws, or what to write instead.
pub(crate) fn controller(
    analysis: &Analysis<'_>,
    name: &str,
    lang: Lang,
) -> Result<Withdrawal, Failure> {
    let id = names::id_of(analysis, name, Wanted::Anything, lang).map_err(Failure::Unknown)?;
    analysis.withdrawal(&id).map_err(|fault| fault_of(analysis, name, fault, lang))
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
    let named = names::id_of(analysis, id, Wanted::Component, lang).map_err(Failure::Unknown)?;
    let named = named.strip_prefix("component:").unwrap_or(&named);
    let found = analysis.find_component(named).ok_or_else(|| unknown(analysis, id, lang))?;
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
