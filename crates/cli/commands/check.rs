mod policy;
mod policy_file;

use std::time::Duration;

use trefonds_declare::Amended;
use trefonds_findings::{AmendedFact, Named, SourceAt};
use trefonds_lang::Lang;
use trefonds_model::Inventory;

use super::session::{self, Telling, Warnings};
use crate::args::{Check, CheckFormat, ListFormat};
use crate::failure::Failure;
use crate::output::{self, Listed};
use crate::watch::Watch;
use crate::{ERROR, FINE, World};

/// Clears a terminal and goes to its top.
const CLEAR: &[u8] = b"\x1b[2J\x1b[H";

/// Diagnostics on standard error (in JSON: on standard output when the inventory has errors), then
/// the overview, or what a policy says.
pub(super) fn run(args: &Check, world: &mut World<'_>) -> Result<u8, Failure> {
    if args.watch { watched(args, world) } else { once(args, world) }
}

/// Checks again whenever a file has changed, until the program is ended.
fn watched(args: &Check, world: &mut World<'_>) -> Result<u8, Failure> {
    let lang: Lang = args.common.lang.into();
    let watch = Watch::new(&args.common.inventory, lang)?;
    loop {
        if world.out_is_terminal {
            world.out.write_all(CLEAR)?;
        }
        match once(args, world) {
            // Nobody reads any more.
            Err(Failure::Io(error)) => return Err(Failure::Io(error)),
            Err(failure) => writeln!(world.err, "{}", failure.told(lang))?,
            Ok(_) => {}
        }
        writeln!(world.out, "\n{}", lang.watch_waiting())?;
        world.out.flush()?;
        while !watch.changed_within(Duration::from_secs(3600)) {}
    }
}

fn once(args: &Check, world: &mut World<'_>) -> Result<u8, Failure> {
    if let Some(file) = &args.policy {
        return policy::run(args, file, world);
    }
    let lang: Lang = args.common.lang.into();
    let Some(format) = args.format.of_list() else {
        let name = if args.format == CheckFormat::Sarif { "sarif" } else { "junit" };
        return Err(Failure::Inventory(lang.format_needs_policy(name)));
    };
    if matches!(format, ListFormat::Json) && tell_problems(args, world)? {
        return Ok(ERROR);
    }
    let (inventory, beside) = session::load_with_others(&args.common, telling(args), world)?;
    let progress = session::analysing(&args.common, world);
    let mut overview = session::analyse(&inventory, &args.common).overview();
    overview.scenarios = beside.scenarios.into_iter().map(|(name, _)| name).collect();
    overview.passed_over = beside.passed_over;
    overview.amended = beside.amended.iter().map(|it| amended(&inventory, it)).collect();
    drop(progress);
    let (color, output) = (args.common.color, args.output.as_deref());
    output::write(&overview, &Listed { format, lang, color, output }, world)?;
    Ok(FINE)
}

/// What an amendment says, with places for people.
fn amended(inventory: &Inventory, amended: &Amended) -> AmendedFact {
    let place = |at| SourceAt::of(&inventory.sources, at);
    AmendedFact {
        subject: amended.subject,
        of: Named { id: amended.id.clone(), name: amended.name.clone() },
        field: amended.field,
        was: amended.was.map(place),
        now: place(amended.now),
    }
}

/// What is wrong is what was asked for.
fn telling(args: &Check) -> Telling<'_> {
    let warnings = if args.all { Warnings::All } else { Warnings::InShort };
    Telling { warnings, ..Telling::of(&args.common) }
}

/// The problems of an inventory that has errors, as JSON; whether it has any.
fn tell_problems(args: &Check, world: &mut World<'_>) -> Result<bool, Failure> {
    let loaded = trefonds_inventory::load(&args.common.inventory, &telling(args).options());
    if loaded.inventory.is_some() {
        return Ok(false);
    }
    let json = trefonds_inventory::diagnostics_json(&loaded.diagnostics, loaded.sources());
    trefonds_export::json::write(&json, world.out)?;
    Ok(true)
}
