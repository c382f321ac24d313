use trefonds_ask::{Detail, SinglePointOptions};

use super::session;
use crate::args::{ListFormat, Spof};
use crate::failure::Failure;
use crate::{World, output};

/// Above this many components, text shows summaries: proofs of everything would fill a book.
const BOOK: usize = 20_000;

/// Nor are more steps of proofs held than this, for a text that shows little of each.
const MOST_STEPS: usize = 1_000_000;

pub(super) fn run(args: &Spof, world: &mut World<'_>) -> Result<u8, Failure> {
    let common = &args.listing.common;
    let question = session::question(args.fault);
    let inventory = session::load(common, world)?;
    let large = inventory.components.len() > BOOK;
    let progress = session::analysing(common, world);
    let options = SinglePointOptions {
        level: session::level(args.level, question, common.lang.into())?,
        by: args.by,
        lasting: args.lasting,
        // Whoever fails, fails at home too.
        home_too: args.all || args.fault,
        detail: match args.listing.format {
            ListFormat::Text | ListFormat::Markdown if large => Detail::Summary,
            ListFormat::Text | ListFormat::Markdown => Detail::Within(MOST_STEPS),
            ListFormat::Json | ListFormat::Csv => Detail::Full,
        },
    };
    let points = session::analyse_for(&inventory, common, question).single_points(&options);
    drop(progress);
    output::list(&points, &args.listing, world)
}
