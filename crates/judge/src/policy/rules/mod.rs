//! The kinds of rules: one file each, the settings that a policy file gives and how they are judged.

mod concentration;
mod coverage;
mod cut_sets;
mod ends;
mod exposure;
mod owners;
mod points;
mod single_points;
mod survival;
mod verified_within;

pub use concentration::Concentration;
pub use coverage::{Coverage, CoverageOf};
pub use cut_sets::{CutSets, CutSetsWanted};
pub use ends::NoEnd;
pub use exposure::{Exposure, GradeName};
pub use owners::Owners;
pub use points::Whose;
pub use single_points::SinglePoints;
pub use survival::Survival;
pub use verified_within::VerifiedWithin;

use trefonds_findings::{Criticality, Level};

/// Ultimate controllers: what is meant when nothing is said.
const fn controllers() -> Level {
    Level::Controller
}

/// Every service: what is meant when nothing is said.
const fn every_service() -> Criticality {
    Criticality::Minor
}
