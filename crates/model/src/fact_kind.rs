use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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
    /// Who can change a component from afar.
    ChangedBy,
}

impl FactKind {
    /// All of them with their words, in order.
    pub const ALL: [(&'static str, Self); 18] = [
        ("requirements", Self::Requirements),
        ("operator", Self::Operator),
        ("suppliers", Self::Suppliers),
        ("site", Self::Site),
        ("data", Self::Data),
        ("data-form", Self::DataForm),
        ("keys", Self::Keys),
        ("on-withdrawal", Self::OnWithdrawal),
        ("country", Self::Country),
        ("site-country", Self::SiteCountry),
        ("site-operator", Self::SiteOperator),
        ("parents", Self::Parents),
        ("votes", Self::Votes),
        ("law", Self::Law),
        ("places", Self::Places),
        ("presence", Self::Presence),
        ("rule", Self::Rule),
        ("changed-by", Self::ChangedBy),
    ];

    /// The word of the format.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(word, _)| word)
    }

    /// The kind of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind)
    }

    /// Who can be expected to know, when neither the inventory nor the owner of a component says so.
    #[must_use]
    pub const fn desk(self) -> Desk {
        match self {
            Self::Parents | Self::Votes | Self::Law | Self::Rule => Desk::Legal,
            Self::Country | Self::OnWithdrawal => Desk::Purchasing,
            _ => Desk::Owner,
        }
    }
}

/// Who can be expected to know a fact.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Desk {
    /// Whoever owns the component.
    Owner,
    /// Whoever signs contracts with suppliers.
    Purchasing,
    /// Whoever knows companies and laws.
    Legal,
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
