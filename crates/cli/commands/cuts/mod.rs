//! `cuts`: the minimal cut sets of a service, or of a fault tree model.

mod fault_tree;

use trefonds_cuts::{Bounds, CutOptions, CutsError, service_cuts};
use trefonds_lang::Lang;

use super::session;
use crate::args::Cuts;
use crate::failure::Failure;
use crate::output::{self, Listed};
use crate::{ERROR, FINE, World};

pub(super) fn run(args: &Cuts, world: &mut World<'_>) -> Result<u8, Failure> {
    if args.open_psa.is_empty() { service(args, world) } else { fault_tree::run(args, world) }
}

fn service(args: &Cuts, world: &mut World<'_>) -> Result<u8, Failure> {
    let common = args.common();
    let question = session::question(args.fault);
    let inventory = session::load(&common, world)?;
    let progress = session::analysing(&common, world);
    let analysis = session::analyse_for(&inventory, &common, question);
    let id = args.service.as_deref().unwrap_or_default();
    let service = session::component(&analysis, id, args.lang.into())?;
    let options = CutOptions {
        level: session::level(args.level, question, args.lang.into())?,
        by: args.by,
        foreign_only: args.foreign,
        bounds: bounds(args),
        limit: limit(args),
        proofs: true,
    };
    let cuts = service_cuts(&analysis, service, &options);
    drop(progress);
    let cuts = cuts.map_err(|error| failure(error, args.lang.into()))?;
    let complete = cuts.complete && cuts.careful.complete;
    output::write(&cuts, &listed(args), world)?;
    ended(complete, args, world)
}

fn bounds(args: &Cuts) -> Bounds {
    Bounds { order: args.order, memory: args.memory }
}

fn limit(args: &Cuts) -> usize {
    if args.count { 0 } else { args.limit }
}

fn listed(args: &Cuts) -> Listed<'_> {
    let (format, lang, color) = (args.format, args.lang.into(), args.color);
    Listed { format, lang, color, output: args.output.as_deref() }
}

pub(in crate::commands) fn failure(error: CutsError, lang: Lang) -> Failure {
    Failure::Unknown(match error {
        CutsError::OutOfMemory { .. } => lang.cuts_out_of_memory(),
        CutsError::Uncountable => lang.cuts_uncountable(),
    })
}

/// A result that is not complete is an error for whoever counts on it, and still written.
fn ended(complete: bool, args: &Cuts, world: &mut World<'_>) -> Result<u8, Failure> {
    if complete {
        return Ok(FINE);
    }
    writeln!(world.err, "{}", Lang::from(args.lang).cuts_not_complete())?;
    Ok(ERROR)
}
