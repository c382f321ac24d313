use super::session;
use crate::args::Resolve;
use crate::failure::Failure;
use crate::{World, output};

pub(super) fn run(args: &Resolve, world: &mut World<'_>) -> Result<u8, Failure> {
    let common = &args.listing.common;
    let lang = common.lang.into();
    let inventory = session::load(common, world)?;
    let analysis = session::analyse(&inventory, common);
    let resolution = match (&args.subject, args.reverse) {
        (Some(id), true) => analysis.reverse(session::meaning(&analysis, id, lang)?),
        (Some(id), false) => analysis.resolve(Some(session::component(&analysis, id, lang)?)),
        (None, _) => analysis.resolve(None),
    };
    output::list(&resolution, &args.listing, world)
}
