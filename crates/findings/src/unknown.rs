use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{FactKind, Named, SourceAt, Why};

/// A fact that is not known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct UnknownFact {
    /// A stable id: kind, subject and, where there is one, the other party: `operator:mail`.
    pub id: String,
    /// Which kind of fact.
    pub fact: FactKind,
    /// Whose fact: a component, an entity, a site or a country.
    pub subject: Named,
    /// The other party, such as the supplier whose withdrawal is not described.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<Named>,
    /// Why it is unknown.
    pub why: Why,
    /// Where the answer belongs; none where nobody wrote anything that it would stand beside.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub at: Option<SourceAt>,
}
