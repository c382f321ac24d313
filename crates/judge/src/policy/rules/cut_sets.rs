use schemars::JsonSchema;
use serde::Deserialize;
use trefonds_findings::{Certainty, Criticality, CutSet, Cuts, Level, Named, SourceAt, StepKind};

use super::points::{self, Scope, Whose};
use super::single_points::single_point;
use super::{controllers, every_service};
use crate::policy::evaluate::{Case, Violation};
use crate::policy::{Message, Subject, SubjectKind};

/// It takes at least so many withdrawals together to stop a service that matters at least so much.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CutSets {
    /// How many; 2 is "no single point", 3 "no single point and no pair".
    #[schemars(range(min = 2))]
    pub order: u32,
    /// Whose withdrawal: `controller`, `entity` or `jurisdiction`.
    #[serde(default = "controllers")]
    pub level: Level,
    /// The services that matter so much or more.
    #[serde(default = "every_service")]
    pub criticality: Criticality,
    /// Whether withdrawals at home count.
    #[serde(default)]
    pub whose: Whose,
}

/// The cut sets that a rule is judged on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CutSetsWanted {
    /// The level of the withdrawals.
    pub level: Level,
    /// Of the services that matter so much or more.
    pub criticality: Criticality,
    /// Foreign withdrawals only.
    pub foreign_only: bool,
    /// Up to which order.
    pub order: u32,
}

impl CutSets {
    /// Nothing beyond the single points when no pair would violate it.
    pub(crate) fn wanted(&self) -> Option<CutSetsWanted> {
        (self.order > 2).then(|| CutSetsWanted {
            level: self.level,
            criticality: self.criticality,
            foreign_only: self.whose == Whose::Foreign,
            order: self.order - 1,
        })
    }

    pub(crate) fn judge(&self, case: &mut Case<'_>) {
        let (level, criticality, whose) = (self.level, self.criticality, self.whose);
        let coincidences = points::one();
        let lasting = None;
        let scope = Scope { level, criticality, whose, coincidences, lasting };
        points::judge(case, scope, None, |point| single_point(point, None));
        let Some(wanted) = self.wanted() else { return };
        let lists = case.evidence.cut_sets.iter().filter(|cuts| {
            cuts.level == level
                && cuts.criticality <= criticality
                && cuts.foreign_only == wanted.foreign_only
                && cuts.order == Some(wanted.order)
        });
        for cuts in lists {
            self.judge_service(case, cuts);
        }
    }

    fn judge_service(&self, case: &mut Case<'_>, cuts: &Cuts) {
        let subject = Subject::new(SubjectKind::Service, &cuts.service);
        for set in cuts.sets.iter().filter(|set| set.events.len() > 1) {
            let name = |id: &String| {
                let known = cuts.events.iter().find(|event| event.event.id == *id);
                known.map_or_else(
                    || Named { id: id.clone(), name: id.clone() },
                    |event| event.event.clone(),
                )
            };
            case.violated(Violation {
                subject: subject.clone(),
                about: set.events.clone(),
                certainty: set.certainty,
                message: Message::CutSet {
                    events: set.events.iter().map(name).collect(),
                    stops: set.survival_minutes,
                    at_least: self.order,
                },
                at: line_of(set),
            });
        }
        let readings = [
            ("settled", cuts.certain(), cuts.listed_certain, Certainty::Certain),
            ("careful", cuts.careful.clone(), cuts.listed_careful, Certainty::Possible),
        ];
        for (reading, counts, listed, certainty) in readings {
            let message = if !counts.complete {
                let up_to = counts.by_order.keys().next_back().copied().unwrap_or(0);
                Message::CutSetsNotKnown { up_to }
            } else if u128::from(listed) < counts.total {
                let listed = u32::try_from(listed).unwrap_or(u32::MAX);
                Message::MoreCutSets { listed, total: counts.total }
            } else {
                continue;
            };
            // What is not known is possible, whatever the reading.
            let certainty = if counts.complete { certainty } else { Certainty::Possible };
            let about = vec![reading.to_owned()];
            let at = None;
            case.violated(Violation { subject: subject.clone(), about, certainty, message, at });
        }
    }
}

/// The line that lets the first of the events in.
fn line_of(set: &CutSet) -> Option<SourceAt> {
    let channel = |kind: &StepKind| {
        matches!(kind, StepKind::Location | StepKind::Operation | StepKind::Supply { .. })
    };
    let steps = &set.witness.steps;
    let step = steps.iter().find(|step| channel(&step.kind)).or_else(|| steps.last())?;
    Some(step.provenance.at.clone())
}
