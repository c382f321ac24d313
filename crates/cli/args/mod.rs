//! What the user types: one file a command, shared options here.

mod catalogue;
mod check;
mod common;
mod cuts;
mod denial;
mod diff;
mod ends;
mod explain;
mod export;
mod exposure;
mod fault;
mod history;
mod import;
mod init;
mod map;
mod plan;
mod questions;
mod rank;
mod report;
mod resolve;
mod serve;
mod snapshot;
mod spof;
mod suggest;
mod test;
mod whatif;
mod why;

use clap::{Parser, Subcommand};

pub(crate) use catalogue::{Catalogue, CatalogueAction, Look};
pub(crate) use check::{Check, CheckFormat};
pub(crate) use common::{Colour, Common, Language, ListFormat, Listing};
pub(crate) use cuts::Cuts;
pub(crate) use denial::Denial;
pub(crate) use diff::Diff;
pub(crate) use ends::Ends;
pub(crate) use explain::{Completions, Explain, Man, Schema, SchemaOf};
pub(crate) use export::{Export, Kind};
pub(crate) use exposure::Exposure;
pub(crate) use fault::ArgumentFault;
pub(crate) use history::History;
pub(crate) use import::{AccountFormat, Import, ImportCsv, ImportKind};
pub(crate) use init::Init;
pub(crate) use map::{EngineName, Map};
pub(crate) use plan::Plan;
pub(crate) use questions::Questions;
pub(crate) use rank::Rank;
pub(crate) use report::Report;
pub(crate) use resolve::Resolve;
pub(crate) use serve::Serve;
pub(crate) use snapshot::Snapshot;
pub(crate) use spof::{LevelName, Spof};
pub(crate) use suggest::Suggest;
pub(crate) use test::Test;
pub(crate) use whatif::Whatif;
pub(crate) use why::Why;

/// Maps the invisible dependencies of an information system: who, under which law, can stop a
/// service or read its data, by which path.
#[derive(Debug, Parser)]
#[command(name = "trefonds", version, about, max_term_width = 100)]
#[command(after_help = "Examples:
  trefonds init my-si                           a commented starter inventory
  trefonds check my-si                          every problem of every file, and the coverage
  trefonds spof my-si                           which foreign controllers can stop which services
  trefonds why my-si billing vendor             the proof, with file, line and source
  trefonds whatif my-si --withdraw US --by 30d  what stops, what holds, and why
  trefonds map my-si -o map.svg                 the map
  trefonds report my-si -o report.html          one page to read and explore

Exit codes: 0 fine, 1 findings of a gate or differences, 2 error (nothing was written).")]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    /// Tell nothing but errors beside the result: no warning, no progress
    #[arg(short, long, global = true)]
    pub quiet: bool,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Init(Init),
    Import(Import),
    Check(Check),
    Resolve(Resolve),
    Spof(Spof),
    Cuts(Cuts),
    Questions(Questions),
    Suggest(Suggest),
    Exposure(Exposure),
    Denial(Denial),
    Ends(Ends),
    Why(Why),
    Rank(Rank),
    Whatif(Whatif),
    Test(Test),
    Plan(Plan),
    Diff(Diff),
    Snapshot(Snapshot),
    History(History),
    Map(Map),
    Report(Report),
    Serve(Serve),
    Export(Export),
    Catalogue(Catalogue),
    Schema(Schema),
    Explain(Explain),
    Completions(Completions),
    Man(Man),
}
