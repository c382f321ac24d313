//! The state of an inventory in one file: what it declares and what follows, kept for later.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Exposure, Facts, Overview, SinglePoints};

/// The version of snapshots that this program writes; it reads this one and older ones.
pub const SNAPSHOT_VERSION: u32 = 2;

/// What followed on the day of the snapshot, as the program of that day saw it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SnapshotResults {
    /// What `check` says.
    pub overview: Overview,
    /// What `spof` says: components, these without their proofs; entities, controllers, jurisdictions.
    pub single_points: Vec<SinglePoints>,
    /// What `exposure` says.
    pub exposure: Exposure,
}

/// The day and home that were asked for, in the place of the inventory's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Asked {
    /// The day, `YYYY-MM-DD`; `null` when none was asked for.
    pub as_of: Option<String>,
    /// The trusted jurisdictions; `null` when none were asked for.
    pub home: Option<Vec<String>>,
}

/// Declarations and results of an inventory. A diff reads the declarations alone, so that a later
/// program compares what was declared and not what an earlier one made of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Snapshot {
    /// The version of this document. It stands first: that is how a snapshot is told from an
    /// inventory.
    pub trefonds_snapshot: u32,
    /// The version of the program that wrote it.
    pub program: String,
    /// What was asked for; a diff asks the same of this side, unless it is told otherwise.
    pub asked: Asked,
    /// What is declared.
    pub facts: Facts,
    /// What follows.
    pub results: SnapshotResults,
}
