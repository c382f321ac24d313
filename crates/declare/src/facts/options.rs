use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{FactNote, FactValue, PlacesFact, RestFact, is_none};

/// One item of a list that an option puts in the place of another, with its dates and source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct ItemFact {
    /// What is declared.
    pub value: FactValue,
    /// Dates and source.
    #[serde(skip_serializing_if = "FactNote::is_empty", default)]
    pub note: FactNote,
}

/// A list that an option puts in the place of another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct ListFact {
    /// Its items.
    pub items: Vec<ItemFact>,
    /// What is said of the rest.
    pub rest: Option<RestFact>,
}

/// An option for changing a component, by name. What it leaves alone is `null`.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub struct AlternativeFact {
    /// Its name for people.
    pub name: Option<String>,
    /// What it costs, in units of the inventory's currency.
    pub cost: u64,
    /// How many minutes it takes, if said.
    pub lead_time: Option<u32>,
    /// Instead of the requirements.
    pub requirements: Option<ListFact>,
    /// Instead of the operators.
    pub operators: Option<ListFact>,
    /// Instead of the suppliers.
    pub suppliers: Option<ListFact>,
    /// Instead of the places.
    pub locations: Option<ListFact>,
    /// Instead of the data.
    pub data: Option<ListFact>,
    /// New terms with suppliers that stay.
    pub terms: Vec<ItemFact>,
    /// Instead of who can change it from afar.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub changed_by: Option<ListFact>,
    /// Instead of how many of its places it needs.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub needs_places: Option<PlacesFact>,
    /// Minutes instead of those that it takes to be up again.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub restarts_in: Option<u32>,
    /// Instead of what its repair needs.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub recovers_with: Option<Vec<ItemFact>>,
    /// The component that stands in.
    pub stand_in: Option<String>,
    /// Minutes that it needs to take over.
    #[serde(skip_serializing_if = "is_none", default)]
    pub starts_in: u32,
    /// Options that cannot be taken as well.
    pub excludes: Vec<String>,
    /// Options without which it cannot be taken.
    pub requires: Vec<String>,
}

impl AlternativeFact {
    /// Whether taking it makes anything different.
    #[must_use]
    pub fn changes(&self) -> bool {
        let lists = [
            &self.requirements,
            &self.operators,
            &self.suppliers,
            &self.locations,
            &self.data,
            &self.changed_by,
        ];
        lists.iter().any(|list| list.is_some())
            || !self.terms.is_empty()
            || self.stand_in.is_some()
            || self.needs_places.is_some()
            || self.restarts_in.is_some()
            || self.recovers_with.is_some()
    }
}
