//! What was declared differently between two inventories, and what that did.
//!
//! A diff is over facts, never over text: the declarations of both sides by name
//! ([`trefonds_graph::facts`]) are compared key by key, then both sides are analysed and their
//! results compared, and each consequence is traced to the declarations that cause it by putting
//! declarations back and analysing again. Reordering, reformatting and moving between files give
//! an empty diff.

mod causes;
mod compare;
mod consequences;
mod picture;
mod rebuild;
mod renames;
mod snapshot;
mod units;

pub use picture::picture;
pub use rebuild::{RebuildError, rebuild};
pub use snapshot::{SnapshotError, is_snapshot, read_snapshot, take};

use trefonds_findings::{Diff, DiffSide, Facts, VERSION};
use trefonds_graph::Options;

use consequences::Results;

/// How to compare.
#[derive(Clone, Debug)]
pub struct DiffOptions {
    /// Guess renames of ids.
    pub renames: bool,
    /// The day and home of both sides, instead of their own.
    pub analysis: Options,
    /// How many analyses the search for joint causes may take.
    pub effort: u32,
}

impl Default for DiffOptions {
    fn default() -> Self {
        Self { renames: true, analysis: Options::default(), effort: 4_000 }
    }
}

/// Compares two inventories by their declarations.
///
/// One analysis a side and one a changed declaration, and up to `effort` more for what only several
/// declarations together explain.
///
/// # Errors
/// When a side is not a valid set of declarations, as a snapshot that was edited by hand.
pub fn diff(old: &Facts, new: &Facts, options: &DiffOptions) -> Result<Diff, RebuildError> {
    let renames = if options.renames { renames::guess(old, new) } else { Vec::new() };
    let old = renames::apply(old, &renames);
    let units = units::units(&old, new);
    let before = Results::of(&rebuild(&old)?, &options.analysis);
    let after = Results::of(&rebuild(new)?, &options.analysis);
    let found = consequences::compare(&before, &after);
    let sides = causes::Sides { old: &old, new, units: &units, options };
    let consequences = sides.trace(found, &before);
    let changes = units.iter().map(units::Unit::change).collect::<Vec<_>>();
    Ok(Diff {
        version: VERSION,
        old: side(&before),
        new: side(&after),
        same: changes.is_empty() && consequences.is_empty() && renames.is_empty(),
        renames,
        changes,
        consequences,
    })
}

fn side(results: &Results) -> DiffSide {
    DiffSide {
        title: results.title.clone(),
        as_of: results.as_of.clone(),
        home: results.home.clone(),
        coverage: results.coverage,
    }
}
