//! What each command does: one file a command; what they share is here.

mod catalogue;
mod check;
mod cuts;
mod denial;
mod diff;
mod ends;
mod explain;
mod export;
mod exposure;
mod history;
mod import;
mod init;
mod map;
mod names;
mod plan;
mod questions;
mod rank;
mod report;
mod resolve;
mod scenario;
mod serve;
pub(crate) mod session;
mod small_file;
mod snapshot;
mod spof;
mod suggest;
mod test;
mod whatif;
mod why;

use crate::World;
use crate::args::{Arguments, Command};
use crate::failure::Failure;

/// Runs a command and gives its exit code.
pub(crate) fn run(arguments: &Arguments, world: &mut World<'_>) -> Result<u8, Failure> {
    match &arguments.command {
        Command::Init(args) => init::run(args, world),
        Command::Import(args) => import::run(args, world),
        Command::Check(args) => check::run(args, world),
        Command::Resolve(args) => resolve::run(args, world),
        Command::Spof(args) => spof::run(args, world),
        Command::Questions(args) => questions::run(args, world),
        Command::Suggest(args) => suggest::run(args, world),
        Command::Cuts(args) => cuts::run(args, world),
        Command::Exposure(args) => exposure::run(args, world),
        Command::Denial(args) => denial::run(args, world),
        Command::Ends(args) => ends::run(args, world),
        Command::Why(args) => why::run(args, world),
        Command::Rank(args) => rank::run(args, world),
        Command::Test(args) => test::run(args, world),
        Command::Whatif(args) => whatif::run(args, world),
        Command::Plan(args) => plan::run(args, world),
        Command::Diff(args) => diff::run(args, world),
        Command::Snapshot(args) => snapshot::run(args, world),
        Command::History(args) => history::run(args, world),
        Command::Map(args) => map::run(args, world),
        Command::Report(args) => report::run(args, world),
        Command::Serve(args) => serve::run(args, world),
        Command::Export(args) => export::run(args, world),
        Command::Catalogue(args) => catalogue::run(args, world),
        Command::Schema(args) => explain::schema(args, world),
        Command::Explain(args) => explain::run(args, world),
        Command::Completions(args) => explain::completions(args, world),
        Command::Man(args) => explain::man(args, world),
    }
}
