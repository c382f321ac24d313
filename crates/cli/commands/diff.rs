use trefonds_ask::Options;
use trefonds_diff::{DiffOptions, Side, diff_sides, picture};
use trefonds_export::map::{SvgOptions, Theme, svg};
use trefonds_lang::Lang;
use trefonds_layout::Bands;

use super::session::{Telling, Warnings};
use crate::args::Diff;
use crate::failure::Failure;
use crate::git::Kept;
use crate::output::{self, Listed};
use crate::progress::Progress;
use crate::sides;
use crate::{FINDINGS, FINE, World};

/// Compares two sides; 0 when they are the same, 1 when they differ, as diff(1) does.
pub(super) fn run(args: &Diff, world: &mut World<'_>) -> Result<u8, Failure> {
    let lang: Lang = args.lang.into();
    let telling = Telling {
        lang,
        color: args.color,
        warnings: Warnings::Counted,
        as_of: args.as_of,
        catalogues: &args.catalogue,
    };
    let [old, new] = both(args, telling, world)?;
    let progress = Progress::start(lang.progress_analysing(), world);
    let options = DiffOptions {
        renames: !args.no_renames,
        analysis: Options { as_of: args.as_of, home: args.home.clone(), ..Options::default() },
        program: env!("CARGO_PKG_VERSION").to_owned(),
        ..DiffOptions::default()
    };
    let difference =
        diff_sides(&old, &new, &options).map_err(|error| Failure::Unknown(error.to_string()))?;
    if let Some(path) = args.output.as_deref().filter(|path| output::ends_in(path, "svg")) {
        let map =
            picture(&old, &new, &options).map_err(|error| Failure::Unknown(error.to_string()))?;
        let mut bytes = Vec::new();
        svg(
            &map,
            &SvgOptions { lang, engine: &Bands::default(), theme: Theme::Light },
            &mut bytes,
        )?;
        drop(progress);
        output::write_bytes(Some(path), &bytes, lang, world)?;
        return Ok(if difference.same { FINE } else { FINDINGS });
    }
    drop(progress);
    let wanted =
        Listed { format: args.format, lang, color: args.color, output: args.output.as_deref() };
    output::write(&difference, &wanted, world)?;
    Ok(if difference.same { FINE } else { FINDINGS })
}

fn both(args: &Diff, telling: Telling<'_>, world: &mut World<'_>) -> Result<[Side; 2], Failure> {
    let Some(revisions) = &args.git else {
        // Without --git, the arguments ask for a second side.
        let new = args.new.as_ref().unwrap_or(&args.old);
        return Ok([
            sides::of_path(&args.old, telling, world)?,
            sides::of_path(new, telling, world)?,
        ]);
    };
    let path = &args.old;
    let (old, new) = match revisions.split_once("..") {
        Some((_, new)) if new.starts_with('.') => {
            return Err(Failure::Unknown(telling.lang.history_three_points(revisions)));
        }
        Some((old, new)) => (old, Some(new)),
        None => (revisions.as_str(), None),
    };
    let kept = Kept::find(path).map_err(|error| Failure::Unknown(error.told(telling.lang)))?;
    let old = sides::of_revision(&kept, or_head(old), telling, world)?;
    let new = match new {
        Some(new) => sides::of_revision(&kept, or_head(new), telling, world)?,
        None => sides::of_path(path, telling, world)?,
    };
    Ok([old, new])
}

/// An end that is not written is the last commit, as git has it.
fn or_head(revision: &str) -> &str {
    if revision.is_empty() { "HEAD" } else { revision }
}
