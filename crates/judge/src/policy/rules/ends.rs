use schemars::JsonSchema;
use serde::Deserialize;
use trefonds_findings::{Certainty, Criticality, End, EndStop};

use super::every_service;
use crate::Delay;
use crate::policy::evaluate::{Case, Violation};
use crate::policy::{Message, Subject, SubjectKind};

/// Nothing ends within a time that stops a service that matters at least so much, if nothing takes its
/// place. A service that is down already from what has ended violates it too.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoEnd {
    /// Within which time after the day of the results, in whole days: what ends later is accepted.
    pub time: Delay,
    /// The services that matter so much or more.
    #[serde(default = "every_service")]
    pub criticality: Criticality,
}

/// Minutes of a day.
const DAY: u32 = 24 * 60;

impl NoEnd {
    pub(crate) fn judge(&self, case: &mut Case<'_>) {
        let evidence = case.evidence;
        for service in evidence.services(self.criticality) {
            let subject = Subject::new(SubjectKind::Service, &service.service);
            case.checked(subject.clone());
            let Some(ends) = evidence.ends else { continue };
            if let Some(ended) = ends.ended.iter().find(|it| it.service.id == subject.id) {
                let things: Vec<_> = ended.things.iter().map(|it| it.component.clone()).collect();
                case.violated(Violation {
                    subject: subject.clone(),
                    about: things.iter().map(|it| it.id.clone()).collect(),
                    certainty: Certainty::Certain,
                    message: Message::Ended {
                        things,
                        since: ended.since.clone(),
                        minutes: ended.minutes,
                    },
                    at: ended.witness.steps.last().map(|step| step.provenance.at.clone()),
                });
            }
            for end in ends.ends.iter().filter(|end| end.days.saturating_mul(DAY) <= self.time.0) {
                let stops = end.stops.iter().filter(|stop| stop.service.id == subject.id);
                for stop in stops {
                    case.violated(self.violation(subject.clone(), end, stop));
                }
            }
        }
    }

    fn violation(&self, subject: Subject, end: &End, stop: &EndStop) -> Violation {
        let ids = [Some(&end.subject), end.about.as_ref()].into_iter().flatten();
        let ids = ids.map(|named| named.id.clone());
        Violation {
            subject,
            about: [end.kind.word().to_owned()].into_iter().chain(ids).collect(),
            certainty: stop.certainty,
            message: Message::Ends {
                what: end.kind,
                of: end.subject.clone(),
                about: end.about.clone(),
                until: end.until.clone(),
                days: end.days,
                minutes: stop.minutes,
                within_minutes: self.time.0,
            },
            at: Some(end.provenance.at.clone()),
        }
    }
}
