use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use trefonds_model::Criticality;

use crate::{
    Certainty, Coverage, Desk, EndedService, EndedThing, Head, Named, Outage, Provenance,
    UnknownFact,
};

/// What ends.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum EndKind {
    /// A component: `subject`.
    Component,
    /// A need of `subject`: a requirement, or a member of a group of it.
    Need,
    /// Somebody who runs `subject`.
    Operator,
    /// Somebody who makes, licenses, supports or updates `subject`.
    Supplier,
    /// Somebody who can change `subject` from afar.
    Change,
    /// A place where `subject` stands.
    Place,
    /// Data that `subject` holds.
    Data,
    /// What the repair of `subject` needs.
    Recovery,
    /// A legal entity: shown, and not computed with.
    Entity,
    /// The country of the legal entity `subject`.
    Country,
    /// Votes that somebody holds in `subject`.
    Holding,
    /// Control of `subject` by other means.
    Control,
    /// A site: shown, and not computed with.
    Site,
    /// The country of the site `subject`.
    SiteCountry,
    /// Somebody who runs the site `subject`.
    SiteOperator,
    /// A law.
    Law,
    /// A rule of the law `subject`: how it reaches.
    Rule,
    /// An option for change of `subject`.
    Alternative,
}

impl EndKind {
    /// Its word in ids, and in JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Component => "component",
            Self::Need => "need",
            Self::Operator => "operator",
            Self::Supplier => "supplier",
            Self::Change => "change",
            Self::Place => "place",
            Self::Data => "data",
            Self::Recovery => "recovery",
            Self::Entity => "entity",
            Self::Country => "country",
            Self::Holding => "holding",
            Self::Control => "control",
            Self::Site => "site",
            Self::SiteCountry => "site-country",
            Self::SiteOperator => "site-operator",
            Self::Law => "law",
            Self::Rule => "rule",
            Self::Alternative => "alternative",
        }
    }
}

/// Who or what comes after something that ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Successor {
    /// Who, or what; `null` for votes that are dispersed.
    pub who: Option<Named>,
    /// Its first day, `YYYY-MM-DD`.
    pub from: String,
}

/// A service that stops from something that ends, if nothing takes its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EndStop {
    /// The service.
    pub service: Named,
    /// How much it matters.
    pub criticality: Criticality,
    /// Certain: what has ended is down. Possible: whoever came next, and is not written down, withdraws,
    /// or what is not confirmed is so.
    pub certainty: Certainty,
    /// Minutes from the first minute of the day after the end until it has stopped.
    pub minutes: u32,
    /// When it is down, in minutes from then too, where the inventory says what takes over, and after how long;
    /// empty: for good.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub outages: Vec<Outage>,
    /// The day on which it has stopped, `YYYY-MM-DD`; `null` when that is after all days.
    pub day: Option<String>,
    /// The service is down by then from something else that ends before: it stops by this end too, once
    /// that is put right.
    pub already: bool,
    /// What else has ended by then, without which it would not stop.
    pub with: Vec<EndedThing>,
    /// The unknown facts that it hangs on.
    pub hangs_on: Vec<UnknownFact>,
}

/// Something that ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct End {
    /// A stable id, made of ids and never of days or places: kind, subject and, where there is one, the
    /// other party; and a number where that would name several.
    pub id: String,
    /// What ends.
    pub kind: EndKind,
    /// The thing itself, or whose fact it is.
    pub subject: Named,
    /// The other party, the place, or what is needed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub about: Option<Named>,
    /// The last day, `YYYY-MM-DD`.
    pub until: String,
    /// Days from the day of the result until then.
    pub days: u32,
    /// Where it is written and where it comes from.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// Who or what comes after it for the same fact, the first of them.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub followed_by: Option<Successor>,
    /// What stops if nothing takes its place, the most critical services first, then the earliest.
    pub stops: Vec<EndStop>,
    /// Whom to ask: as the inventory says for this kind of fact; else, where the owner of a component can
    /// be expected to know, the owners of the components concerned; else nobody by name, see `desk`.
    pub ask: Vec<String>,
    /// Who can be expected to know facts of this kind.
    pub desk: Desk,
}

impl End {
    /// The greatest criticality among the services that it stops.
    #[must_use]
    pub fn criticality(&self) -> Option<Criticality> {
        self.stops.iter().map(|stop| stop.criticality).min()
    }

    /// Whether it stops a service for certain.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.stops.iter().any(|stop| stop.certainty == Certainty::Certain)
    }
}

/// What ends after the day of the result and until a horizon, and what that stops.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Ends {
    /// Of what and of which day it speaks.
    #[serde(flatten)]
    pub head: Head,
    /// Facts known over all services.
    pub coverage: Coverage,
    /// The horizon in minutes after the day of the result.
    pub by_minutes: u32,
    /// The last day that is looked at, `YYYY-MM-DD`; `null` when the result has no day.
    pub last_day: Option<String>,
    /// The services that are down already, or will be, from what has ended: they are not told again.
    pub ended: Vec<EndedService>,
    /// What ends, in the order of the days, then what stops the most critical services first.
    pub ends: Vec<End>,
}

impl Ends {
    /// Whether any service is up again after an end.
    #[must_use]
    pub fn interrupts(&self) -> bool {
        let mut stops = self.ends.iter().flat_map(|end| &end.stops);
        stops.any(|stop| stop.outages.iter().any(|outage| outage.until_minutes.is_some()))
    }
}
