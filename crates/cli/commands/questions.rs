use super::session;
use crate::args::Questions;
use crate::failure::Failure;
use crate::{World, output};

pub(super) fn run(args: &Questions, world: &mut World<'_>) -> Result<u8, Failure> {
    let question = session::question(args.fault);
    let inventory = session::load(&args.listing.common, world)?;
    let progress = session::analysing(&args.listing.common, world);
    let questions = session::analyse_for(&inventory, &args.listing.common, question).questions();
    drop(progress);
    output::list(&questions, &args.listing, world)
}
