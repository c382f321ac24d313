use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use trefonds_findings::{
    Certainty, Criticality, EventKind, Level, SinglePoint, SubjectKind as Declared,
};

use super::points::{Whose, certainty, event_of, line_of, within};
use super::{controllers, every_service};
use crate::Delay;
use crate::policy::evaluate::{Case, Violation};
use crate::policy::{Message, Subject, SubjectKind};

/// No event of this level stops, by itself, more than so many of the services that matter at least
/// so much.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Concentration {
    /// How many out of a hundred services.
    #[schemars(range(max = 100))]
    pub percent: u32,
    /// Whose withdrawal: `controller`, `entity` or `jurisdiction`.
    #[serde(default = "controllers")]
    pub level: Level,
    /// The services that matter so much or more.
    #[serde(default = "every_service")]
    pub criticality: Criticality,
    /// Whether withdrawals at home count.
    #[serde(default)]
    pub whose: Whose,
    /// What stops later does not count.
    pub by: Option<Delay>,
}

/// What one event stops.
struct Stopped<'e> {
    first: &'e SinglePoint,
    certain: u32,
    possible: u32,
}

impl Concentration {
    pub(crate) fn judge(&self, case: &mut Case<'_>) {
        let of = case.evidence.services(self.criticality).count() as u32;
        let limit = self.by.and_then(within);
        let points = case.evidence.points(self.level, self.criticality);
        let mut events: BTreeMap<&str, Stopped<'_>> = BTreeMap::new();
        // Unknown controllers are told by the rules on single points, a service at a time.
        for point in points.filter(|point| point.event_kind != EventKind::Unknown) {
            let certainty = certainty(point, limit, self.whose);
            let Some(certainty) = certainty.filter(|_| self.whose.has(point)) else { continue };
            let stopped = events.entry(&point.event).or_insert(Stopped {
                first: point,
                certain: 0,
                possible: 0,
            });
            match certainty {
                Certainty::Certain => stopped.certain += 1,
                Certainty::Possible => stopped.possible += 1,
            }
        }
        for stopped in events.values() {
            self.judge_one(case, stopped, of);
        }
    }

    fn judge_one(&self, case: &mut Case<'_>, stopped: &Stopped<'_>, of: u32) {
        let event = event_of(stopped.first);
        let kind = match stopped.first.event_kind {
            EventKind::Jurisdiction => SubjectKind::Country,
            _ => SubjectKind::Entity,
        };
        let subject = Subject::new(kind, &event);
        case.checked(subject.clone());
        let too_many =
            |count: u32| u64::from(count) * 100 > u64::from(self.percent) * u64::from(of);
        let certainty = if too_many(stopped.certain) {
            Certainty::Certain
        } else if too_many(stopped.certain + stopped.possible) {
            Certainty::Possible
        } else {
            return;
        };
        let declared = case.evidence.declared_at(Declared::Entity, &event.id);
        case.violated(Violation {
            subject,
            about: Vec::new(),
            certainty,
            message: Message::Concentrated {
                level: self.level,
                certain: stopped.certain,
                possible: stopped.possible,
                of,
                at_most: self.percent,
                by_minutes: self.by.map(|by| by.0),
            },
            at: declared.or_else(|| line_of(stopped.first)),
        });
    }
}
