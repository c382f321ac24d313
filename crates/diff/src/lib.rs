//! What was declared differently between two inventories, and what that did.
//!
//! A diff is over facts, never over text: the declarations of both sides by name
//! ([`trefonds_ask::facts`]) are compared key by key, then both sides are analysed and their
//! results compared, and each consequence is traced to the declarations that cause it by putting
//! declarations back and analysing again. Reordering, reformatting and moving between files give
//! an empty diff.

mod causes;
mod consequences;
mod joint;
mod kept_results;
mod near;
mod picture;
mod put_back;
mod renames;
mod snapshot;
mod trial;
mod units;

pub use kept_results::{KeptResults, Side};
pub use picture::picture;
pub use snapshot::{SnapshotError, is_snapshot, read_snapshot, take};

use std::collections::BTreeSet;

use trefonds_ask::Options;
use trefonds_declare::{Refused, aligned, model_again};
use trefonds_findings::{Answer, Diff, DiffSide, Facts, Rename, ResultsFrom, VERSION};

use consequences::Results;

/// How to compare.
#[derive(Clone, Debug)]
pub struct DiffOptions {
    /// Guess renames of ids.
    pub renames: bool,
    /// The day and home of both sides, instead of their own or those that a snapshot was asked for.
    pub analysis: Options,
    /// The version of the program that compares.
    pub program: String,
    /// How many analyses the search for joint causes may take.
    pub effort: u32,
}

impl Default for DiffOptions {
    fn default() -> Self {
        Self {
            renames: true,
            analysis: Options::default(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            effort: 4_000,
        }
    }
}

/// Compares two inventories by their declarations, and by what follows from them now.
///
/// # Errors
/// As [`diff_sides`].
pub fn diff(old: &Facts, new: &Facts, options: &DiffOptions) -> Result<Diff, Refused> {
    diff_sides(&Side::from(old.clone()), &Side::from(new.clone()), options)
}

/// Compares two sides by their declarations, and by what followed from them: what a snapshot kept
/// counts as it was kept, so that a later program does not answer in the place of an earlier one.
///
/// One analysis a side and one a changed declaration, and up to `effort` more for what only several
/// declarations together explain.
///
/// # Errors
/// When a side is not a valid set of declarations; one that was read from a snapshot is.
pub fn diff_sides(old: &Side, new: &Side, options: &DiffOptions) -> Result<Diff, Refused> {
    let renames = if options.renames { renames::guess(&old.facts, &new.facts) } else { Vec::new() };
    let facts = renames::apply(&old.facts, &renames);
    let declared = aligned(&facts, &new.facts);
    let units = units::units(&facts, &declared);
    let (of_old, of_new) = (old.question(&options.analysis), new.question(&options.analysis));
    let before = Known::of(&facts, &old.kept, &renames, &of_old)?;
    let after = Known::of(&new.facts, &new.kept, &[], &of_new)?;
    let found = consequences::compare(before.results(), after.results());
    let (old, new) = (&facts, &declared);
    let sides = put_back::Sides { old, new, units: &units, question: &of_new, options };
    let consequences = sides.trace(found, &before.today, &after.today);
    let changes = units.iter().map(units::Unit::change).collect::<Vec<_>>();
    Ok(Diff {
        version: VERSION,
        old: before.side(options),
        new: after.side(options),
        same: changes.is_empty() && consequences.is_empty() && renames.is_empty(),
        renames,
        changes,
        consequences,
    })
}

/// What is known of a side: what follows today and, if it was kept, what followed then.
struct Known {
    today: Results,
    then: Option<(Results, String)>,
    from: ResultsFrom,
}

impl Known {
    fn of(
        facts: &Facts,
        kept: &KeptResults,
        renames: &[Rename],
        question: &Options,
    ) -> Result<Self, Refused> {
        let today = Results::of(&model_again(facts)?, question);
        let (then, from) = match kept {
            KeptResults::Nothing => (None, ResultsFrom::Inventory),
            KeptResults::Unreadable { .. } => (None, ResultsFrom::Unreadable),
            KeptResults::Results { program, results, says_one_hand } => {
                let then = kept_results::results(results, *says_one_hand, renames);
                // Another day or home is another question than the one that was answered then.
                match then.as_of == today.as_of && is_same_home(&then.home, &today.home) {
                    true => (Some((then, program.clone())), ResultsFrom::Snapshot),
                    false => (None, ResultsFrom::OtherQuestion),
                }
            }
        };
        Ok(Self { today, then, from })
    }

    fn results(&self) -> &Results {
        self.then.as_ref().map_or(&self.today, |(then, _)| then)
    }

    fn side(&self, options: &DiffOptions) -> DiffSide {
        let results = self.results();
        let answers = self.then.iter().flat_map(|(then, _)| {
            consequences::compare(then, &self.today).into_iter().map(|difference| Answer {
                matter: difference.matter,
                kept: difference.before,
                today: difference.after,
                turn: difference.turn,
            })
        });
        let program = self.then.as_ref().map_or(&options.program, |(_, program)| program);
        DiffSide {
            title: results.title.clone(),
            as_of: results.as_of.clone(),
            day_from: results.day_from,
            home: results.home.clone(),
            coverage: results.coverage,
            results: self.from,
            program: program.clone(),
            one_hand: results.one_hand,
            answers: answers.collect(),
        }
    }
}

/// The order in which trusted jurisdictions are named means nothing.
pub(crate) fn is_same_home(one: &[String], other: &[String]) -> bool {
    let sorted = |home: &[String]| home.iter().cloned().collect::<BTreeSet<_>>();
    sorted(one) == sorted(other)
}
