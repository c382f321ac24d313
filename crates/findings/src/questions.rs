use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::common::is_zero;
use crate::{Coverage, Desk, Head, Named, UnknownFact};

/// An unknown fact and what hangs on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Question {
    /// The unknown fact, with the place where the answer belongs.
    pub fact: UnknownFact,
    /// Whom to ask: as the inventory says for this kind of fact; else, where the owner of a component can
    /// be expected to know, the owners of the components concerned; else nobody by name, see `desk`.
    pub ask: Vec<String>,
    /// Who can be expected to know facts of this kind.
    pub desk: Desk,
    /// How many single points hang on it.
    pub single_points: u32,
    /// How many of these only interrupt the service: it is up again in the end.
    #[serde(skip_serializing_if = "is_zero", default)]
    pub interruptions: u32,
    /// How many findings that are possible in one hand only hang on it.
    #[serde(default)]
    pub one_hand: u32,
    /// How many exposures hang on it.
    pub exposures: u32,
    /// The services concerned, the most critical first.
    pub services: Vec<Named>,
    /// Whether the fact counts in the coverage.
    pub called_for: bool,
}

/// The questions to ask next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Questions {
    /// Of what and of which day it speaks.
    #[serde(flatten)]
    pub head: Head,
    /// Facts known over all services.
    pub coverage: Coverage,
    /// The questions, those on which most hangs first.
    pub questions: Vec<Question>,
}

impl Questions {
    /// Whether anything that hangs on any of them is an interruption only.
    #[must_use]
    pub fn interrupts(&self) -> bool {
        self.questions.iter().any(|it| it.interruptions > 0)
    }
}
