use super::session;
use crate::args::Listing;
use crate::failure::Failure;
use crate::{World, output};

pub(super) fn run(args: &Listing, world: &mut World<'_>) -> Result<u8, Failure> {
    let inventory = session::load(&args.common, world)?;
    let progress = session::analysing(&args.common, world);
    let questions = session::analyse(&inventory, &args.common).questions();
    drop(progress);
    output::list(&questions, args, world)
}
