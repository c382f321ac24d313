use schemars::JsonSchema;
use serde::Deserialize;
use trefonds_findings::{Criticality, Level};

use super::points::{self, Coincidences, Scope, Whose, event_of};
use super::{controllers, every_service};
use crate::Delay;
use crate::policy::Message;
use crate::policy::evaluate::Case;

/// A service that matters at least so much bears every withdrawal for at least so long.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Survival {
    /// How long.
    pub time: Delay,
    /// Whose withdrawal: `controller`, `entity` or `jurisdiction`.
    #[serde(default = "controllers")]
    pub level: Level,
    /// The services that matter so much or more.
    #[serde(default = "every_service")]
    pub criticality: Criticality,
    /// Whether withdrawals at home count.
    #[serde(default)]
    pub whose: Whose,
    /// `1`: what stops a service if one unknown fact is the same hand counts too (when nothing is
    /// said); `0`: it does not.
    #[serde(default = "points::one")]
    pub coincidences: Coincidences,
    /// What is over sooner is accepted: only outages that last so long count, those for good among them.
    pub lasting: Option<Delay>,
}

impl Survival {
    pub(crate) fn judge(&self, case: &mut Case<'_>) {
        let (level, criticality, whose) = (self.level, self.criticality, self.whose);
        let at_least_minutes = self.time.0;
        let coincidences = self.coincidences;
        let lasting = self.lasting.map(|lasting| lasting.0);
        let scope = Scope { level, criticality, whose, coincidences, lasting };
        points::judge(case, scope, Some(at_least_minutes), |point| Message::TooEarly {
            event: event_of(point),
            event_kind: point.event_kind,
            stops: point.survival_minutes,
            at_least_minutes,
        });
    }
}
