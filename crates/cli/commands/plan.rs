use std::collections::BTreeSet;

use trefonds_ask::Options;
use trefonds_export::lists::phrases::criticality_key;
use trefonds_findings::Criticality;
use trefonds_lang::Lang;
use trefonds_model::Inventory;
use trefonds_plan::PlanOptions;

use super::session;
use crate::args::Plan;
use crate::failure::Failure;
use crate::{World, output};

pub(super) fn run(args: &Plan, world: &mut World<'_>) -> Result<u8, Failure> {
    let common = &args.listing.common;
    let inventory = session::load(common, world)?;
    so_critical(args, &inventory)?;
    let progress = session::analysing(common, world);
    let options = PlanOptions {
        analysis: Options { as_of: common.as_of, home: common.home.clone(), ..Options::default() },
        level: args.level.into(),
        by: args.by,
        lasting: args.lasting,
        counted: args.reading.into(),
        criticality: args.criticality.into(),
        budget: args.budget,
        effort: args.effort,
    };
    let plan = trefonds_plan::plan(&inventory, &options);
    drop(progress);
    output::list(&plan, &args.listing, world)
}

/// Refuses a criticality that no service has: a plan for nothing would look as if nothing were to do.
fn so_critical(args: &Plan, inventory: &Inventory) -> Result<(), Failure> {
    let common = &args.listing.common;
    let wanted: Criticality = args.criticality.into();
    let analysis = session::analyse(inventory, common);
    let services = analysis.business_services().into_iter();
    let known: BTreeSet<Criticality> = services.map(|it| analysis.matters(it)).collect();
    if known.is_empty() || known.iter().any(|own| *own <= wanted) {
        return Ok(());
    }
    let known: Vec<String> = known.into_iter().map(criticality_key).collect();
    let lang: Lang = common.lang.into();
    let wanted = criticality_key(wanted);
    Err(Failure::Unknown(lang.plan_nothing_so_critical(&wanted, &known.join(", "))))
}
