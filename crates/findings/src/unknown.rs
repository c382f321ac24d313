use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Named, SourceAt};

/// Which kind of fact is unknown.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum FactKind {
    /// What a component needs.
    Requirements,
    /// Who runs a component.
    Operator,
    /// Who makes, licenses or supports a component.
    Suppliers,
    /// Where a component stands.
    Site,
    /// What data a component holds.
    Data,
    /// Whether data is held clear or encrypted.
    DataForm,
    /// Who holds the keys of encrypted data.
    Keys,
    /// What a supplier's withdrawal does to a component.
    OnWithdrawal,
    /// Where a legal entity is incorporated.
    Country,
    /// In which country a site stands.
    SiteCountry,
    /// Who runs a site.
    SiteOperator,
    /// Who is above a legal entity.
    Parents,
    /// How much of the votes a holder has.
    Votes,
    /// Which law of a country gives access to data.
    Law,
    /// How many of its places a component needs.
    Places,
    /// What came after a component that has ended, or when one begins that is not there yet.
    Presence,
    /// Whether the arguable rules of a law reach.
    Rule,
}

/// Why a fact is unknown.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// Nobody has said anything.
    NotSaid,
    /// Declared as not disclosed.
    Undisclosed,
    /// It was declared, and does not hold on the day of the result.
    Lapsed,
    /// A range that allows more than one answer.
    Range,
    /// A pattern found it, or it was made as a stub: nobody has confirmed it.
    Candidate,
    /// The law's reach is contested.
    Arguable,
}

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
    /// Where the answer belongs.
    pub at: SourceAt,
}
