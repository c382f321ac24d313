use trefonds_diff::{DiffOptions, diff};
use trefonds_findings::Facts;
use trefonds_graph::{Options, facts};
use trefonds_lang::Lang;

use super::session;
use crate::args::Diff;
use crate::failure::Failure;
use crate::output::{self, Listed};
use crate::progress::Progress;
use crate::{FINDINGS, FINE, World};

/// Compares two sides; 0 when they are the same, 1 when they differ, as diff(1) does.
pub(super) fn run(args: &Diff, world: &mut World<'_>) -> Result<u8, Failure> {
    let lang: Lang = args.lang.into();
    let old = side(&args.old, args, world)?;
    let new = side(&args.new, args, world)?;
    let progress = Progress::start(lang.progress_analysing(), world.err_is_terminal);
    let options = DiffOptions {
        renames: !args.no_renames,
        analysis: Options { as_of: args.as_of, home: args.home.clone() },
        ..DiffOptions::default()
    };
    let difference =
        diff(&old, &new, &options).map_err(|error| Failure::Unknown(error.to_string()))?;
    drop(progress);
    let wanted =
        Listed { format: args.format, lang, color: args.color, output: args.output.as_deref() };
    output::write(&difference, &wanted, world)?;
    Ok(if difference.same { FINE } else { FINDINGS })
}

fn side(path: &std::path::Path, args: &Diff, world: &mut World<'_>) -> Result<Facts, Failure> {
    let inventory = session::load_path(path, args.lang.into(), args.color, world)?;
    Ok(facts(&inventory))
}
