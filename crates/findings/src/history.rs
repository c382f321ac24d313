//! What an inventory said over the commits that touched it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Coverage;

/// What follows from an inventory, in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HistoryMeasures {
    /// How many components.
    pub components: u32,
    /// How many business services are there on the day of the results.
    pub services: u32,
    /// Services that a foreign ultimate controller, withdrawing alone, stops for certain.
    pub stoppable: u32,
    /// Of these, the services that one stops for good; left out where whatever stops does so for good.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub for_good: Option<u32>,
    /// Services that one possibly stops, unknown controllers included, and none for certain.
    pub possibly_stoppable: u32,
    /// Services that nobody stops, certainly or possibly, but in one hand.
    #[serde(default)]
    pub in_one_hand: u32,
    /// Services that are down on the day of the results from what has ended.
    #[serde(default)]
    pub down: u32,
    /// Services of which a foreign jurisdiction reaches data for certain.
    pub exposed: u32,
    /// Services of which one possibly reaches data, and none for certain.
    pub possibly_exposed: u32,
    /// Facts known over all services.
    pub coverage: Coverage,
}

/// A commit that changed the inventory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HistoryCommit {
    /// The id of the commit, whole.
    pub commit: String,
    /// The day of its author, `YYYY-MM-DD`.
    pub date: String,
    /// The name of its author.
    pub author: String,
    /// The first line of its message.
    pub subject: String,
    /// What follows; `null` when the inventory of this commit does not load.
    pub measures: Option<HistoryMeasures>,
    /// Why it does not load.
    pub problem: Option<String>,
}

/// The commits that changed an inventory, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct History {
    /// The version of this document.
    pub version: u32,
    /// The path of the inventory in its repository.
    pub inventory: String,
    /// The day or the revision that the history begins after; `null` is from the beginning.
    pub since: Option<String>,
    /// The commits.
    pub commits: Vec<HistoryCommit>,
}

impl History {
    /// Whether what stops may be up again, at any of the commits.
    #[must_use]
    pub fn interrupts(&self) -> bool {
        let measures = self.commits.iter().filter_map(|it| it.measures);
        measures.into_iter().any(|it| it.for_good.is_some())
    }
}
