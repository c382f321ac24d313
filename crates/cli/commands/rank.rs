use rayon::prelude::*;
use trefonds_ask::{Analysis, RankOptions};
use trefonds_cuts::{Bounds, CutOptions, service_cuts};
use trefonds_findings::{Cuts, Level};

use super::session;
use crate::args::Rank;
use crate::failure::Failure;
use crate::{World, output};

/// Above this many components, pairs are left out: each is proven, and there may be millions.
const MOST: usize = 2_000;

/// More pairs of one service than this are too many to count one by one.
const MOST_PAIRS: usize = 20_000;

/// The memory of the decision diagrams of one service.
const MEMORY: usize = 256 << 20;

pub(super) fn run(args: &Rank, world: &mut World<'_>) -> Result<u8, Failure> {
    let common = &args.listing.common;
    let question = session::question(args.fault);
    let inventory = session::load(common, world)?;
    let progress = session::analysing(common, world);
    let analysis = session::analyse_for(&inventory, common, question);
    // The widest first: a board asks of countries and groups before components.
    let levels: Vec<Level> = match args.level {
        None => Level::of(question).into_iter().rev().collect(),
        Some(level) => vec![session::level(level, question, common.lang.into())?],
    };
    let small = inventory.components.len() <= MOST;
    let cuts: Vec<(Level, Option<Vec<Cuts>>)> = (levels.into_iter())
        .map(|level| (level, small.then(|| pairs(&analysis, level, args)).flatten()))
        .collect();
    let options = RankOptions {
        levels: cuts.iter().map(|(level, cuts)| (*level, cuts.as_deref())).collect(),
        by: args.by,
        home_too: args.all || args.fault,
    };
    let rank = analysis.rank(&options);
    drop(progress);
    output::list(&rank, &args.listing, world)
}

/// The cut sets of every service up to two withdrawals; `None` when not all of them were found.
fn pairs(analysis: &Analysis<'_>, level: Level, args: &Rank) -> Option<Vec<Cuts>> {
    let options = CutOptions {
        level,
        by: args.by,
        foreign_only: !(args.all || args.fault),
        bounds: Bounds { order: Some(2), memory: MEMORY },
        limit: MOST_PAIRS,
        proofs: false,
    };
    let services = analysis.service_names();
    let found: Option<Vec<Cuts>> = (services.par_iter())
        .map(|id| {
            let service = analysis.find_component(id)?;
            service_cuts(analysis, service, &options).ok().filter(is_whole)
        })
        .collect();
    found
}

/// Whether every set is counted and listed.
fn is_whole(cuts: &Cuts) -> bool {
    let listed = |listed: u64, total: u128| u128::from(listed) == total;
    cuts.complete
        && cuts.careful.complete
        && listed(cuts.listed_certain, cuts.total)
        && listed(cuts.listed_careful, cuts.careful.total)
}
