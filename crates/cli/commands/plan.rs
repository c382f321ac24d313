use trefonds_graph::Options;
use trefonds_plan::PlanOptions;

use super::session;
use crate::args::Plan;
use crate::failure::Failure;
use crate::{World, output};

pub(super) fn run(args: &Plan, world: &mut World<'_>) -> Result<u8, Failure> {
    let common = &args.listing.common;
    let inventory = session::load(common, world)?;
    let progress = session::analysing(common, world);
    let options = PlanOptions {
        analysis: Options { as_of: common.as_of, home: common.home.clone() },
        level: args.level.into(),
        by: args.by,
        counted: args.reading.into(),
        criticality: args.criticality.into(),
        budget: args.budget,
        effort: args.effort,
    };
    let plan = trefonds_plan::plan(&inventory, &options);
    drop(progress);
    output::list(&plan, &args.listing, world)
}
