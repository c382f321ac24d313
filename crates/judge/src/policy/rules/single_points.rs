use schemars::JsonSchema;
use serde::Deserialize;
use trefonds_findings::{Criticality, Level, SinglePoint};

use super::points::{self, Coincidences, Scope, Whose, event_of};
use super::{controllers, every_service};
use crate::Delay;
use crate::policy::Message;
use crate::policy::evaluate::Case;

/// No foreign event of this level stops, by itself, a service that matters at least so much.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SinglePoints {
    /// Whose withdrawal: `controller`, `entity` or `jurisdiction`.
    #[serde(default = "controllers")]
    pub level: Level,
    /// The services that matter so much or more.
    #[serde(default = "every_service")]
    pub criticality: Criticality,
    /// What stops later is accepted.
    pub by: Option<Delay>,
    /// `1`: what stops a service if one unknown fact is the same hand counts too (when nothing is
    /// said); `0`: it does not.
    #[serde(default = "points::one")]
    pub coincidences: Coincidences,
    /// What is over sooner is accepted: only outages that last so long count, those for good among them.
    pub lasting: Option<Delay>,
}

impl SinglePoints {
    pub(crate) fn judge(&self, case: &mut Case<'_>) {
        let by = self.by.map(|by| by.0);
        let (level, criticality) = (self.level, self.criticality);
        let coincidences = self.coincidences;
        let lasting = self.lasting.map(|lasting| lasting.0);
        let scope = Scope { level, criticality, whose: Whose::Foreign, coincidences, lasting };
        let limit = self.by.and_then(points::within);
        points::judge(case, scope, limit, |point| single_point(point, by));
    }
}

pub(super) fn single_point(point: &SinglePoint, by_minutes: Option<u32>) -> Message {
    Message::SinglePoint {
        event: event_of(point),
        event_kind: point.event_kind,
        stops: point.survival_minutes,
        channel: point.channel,
        through: point.through,
        by_minutes,
    }
}
