use super::session;
use crate::args::Exposure;
use crate::failure::Failure;
use crate::{World, output};

pub(super) fn run(args: &Exposure, world: &mut World<'_>) -> Result<u8, Failure> {
    let common = &args.listing.common;
    let inventory = session::load(common, world)?;
    let progress = session::analysing(common, world);
    let exposure = session::analyse(&inventory, common).exposure(args.all);
    drop(progress);
    output::list(&exposure, &args.listing, world)
}
