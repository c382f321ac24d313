use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use trefonds_model::{Channel, Criticality, Grade};

use crate::{Certainty, Coverage, Head, Named, Step, UnknownFact};

/// A jurisdiction that can reach data of a service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ExposureFinding {
    /// The service.
    pub service: Named,
    /// How much it matters.
    pub criticality: Criticality,
    /// The jurisdiction; `null` when a missing fact hides which.
    pub jurisdiction: Option<String>,
    /// Whether it is outside home.
    pub foreign: bool,
    /// The law; `null` when the inventory declares none of this jurisdiction that gives access.
    pub law: Option<Named>,
    /// The channel at the component; `null` when nobody has said what the component rests on.
    pub channel: Option<Channel>,
    /// How firmly the law reaches.
    pub grade: Grade,
    /// Certain or possible.
    pub certainty: Certainty,
    /// The component that is reached.
    pub component: Named,
    /// The classes of data that it holds; empty when not said.
    pub data: Vec<String>,
    /// The unknown facts that it hangs on.
    pub hangs_on: Vec<UnknownFact>,
    /// The path from the service to the component, then to the party and its controllers.
    pub path: Vec<Step>,
    /// The other components of the service that are reached by the same law over the same channel,
    /// as certainly.
    pub others: Vec<AlsoReached>,
}

/// Another component that is reached, how firmly, and what it holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AlsoReached {
    /// The component.
    #[serde(flatten)]
    pub component: Named,
    /// How firmly the law reaches it.
    pub grade: Grade,
    /// The classes of data that it holds; empty when not said.
    pub data: Vec<String>,
}

/// Exposure of the data of every service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Exposure {
    /// Of what and of which day it speaks.
    #[serde(flatten)]
    pub head: Head,
    /// Facts known over all services.
    pub coverage: Coverage,
    /// Services of which no data is exposed in either reading, with their coverage.
    pub unexposed: Vec<(Named, Coverage)>,
    /// The findings, by service.
    pub findings: Vec<ExposureFinding>,
}
