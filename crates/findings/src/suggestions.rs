use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use trefonds_model::Layer;

use crate::{Coverage, Head, Named, SourceAt};

/// An offer that a component looks like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LooksLike {
    /// By which it is taken: `component=offer`.
    pub id: String,
    /// The component.
    pub component: Named,
    /// The offer.
    pub offer: Named,
    /// What kind of name led there.
    pub pattern_kind: String,
    /// The pattern; of a party, who runs or supplies it.
    pub pattern: String,
    /// How many offers match as much: more than one is a tie, and somebody must choose.
    pub ties: u32,
    /// Where the component is declared.
    pub at: SourceAt,
}

/// A layer that components of a kind usually rest on, and that nobody declared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HiddenLayer {
    /// By which it is taken, with one of the offers behind it: `component+offer`.
    pub id: String,
    /// The rule.
    pub rule: String,
    /// The component.
    pub component: Named,
    /// Its layer.
    pub layer: Layer,
    /// What is asked.
    pub text: String,
    /// Why.
    pub why: String,
    /// Offers that could be the answer, the first few of their kinds.
    pub offers: Vec<Suggestion>,
    /// Where the component is declared.
    pub at: SourceAt,
}

/// An offer that could be the answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Suggestion {
    /// The offer; none where any of a kind would do.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub offer: Option<String>,
    /// Its kind.
    pub kind: String,
    /// Whether what rests on it only degrades without it.
    pub soft: bool,
}

/// What an inventory could say besides: questions with a ready answer, which count in no analysis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Suggestions {
    /// Of what and of which day it speaks.
    #[serde(flatten)]
    pub head: Head,
    /// Facts known over all services.
    pub coverage: Coverage,
    /// The edition of the catalogue that was asked.
    pub edition: String,
    /// Components that look like offers, in the order of the files.
    pub looks_like: Vec<LooksLike>,
    /// Layers that nobody declared, in the order of the files and of the rules.
    pub layers: Vec<HiddenLayer>,
}
