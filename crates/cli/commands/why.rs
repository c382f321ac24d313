use super::session;
use crate::args::Why;
use crate::failure::Failure;
use crate::{World, output};

pub(super) fn run(args: &Why, world: &mut World<'_>) -> Result<u8, Failure> {
    let common = &args.listing.common;
    let lang = common.lang.into();
    let inventory = session::load(common, world)?;
    let analysis = session::analyse_for(&inventory, common, session::question(args.fault));
    let service = session::component(&analysis, &args.service, lang)?;
    let controller = session::controller(&analysis, &args.controller, lang)?;
    let explanation = analysis
        .why(service, controller)
        .ok_or_else(|| Failure::Unknown(lang.not_one_controller(&args.controller)))?;
    output::list(&explanation, &args.listing, world)
}
