use schemars::JsonSchema;
use serde::Deserialize;
use trefonds_findings::{
    Certainty, Coverage as Known, Criticality, SourceAt, SubjectKind as Declared,
};

use super::every_service;
use crate::policy::evaluate::{Case, Violation};
use crate::policy::{Message, Subject, SubjectKind};

/// Of what the coverage is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CoverageOf {
    /// Of the whole inventory.
    #[default]
    Inventory,
    /// Of each service.
    EachService,
}

/// At least so much of what ought to be known is declared.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// Facts declared out of a hundred called for.
    #[schemars(range(max = 100))]
    pub percent: u32,
    /// Of the whole inventory, or of each service.
    #[serde(default)]
    pub of: CoverageOf,
    /// The services that matter so much or more.
    #[serde(default = "every_service")]
    pub criticality: Criticality,
}

impl Coverage {
    pub(crate) fn judge(&self, case: &mut Case<'_>) {
        let overview = case.evidence.overview;
        if self.of == CoverageOf::Inventory {
            let subject = Subject::inventory(overview.head.title.as_deref());
            let at = overview.blind_spots.iter().find_map(|spot| spot.at.clone());
            self.judge_one(case, subject, overview.coverage, at);
            return;
        }
        let services: Vec<_> = case.evidence.services(self.criticality).collect();
        for service in services {
            let subject = Subject::new(SubjectKind::Service, &service.service);
            let at = case.evidence.declared_at(Declared::Component, &service.service.id);
            self.judge_one(case, subject, service.coverage, at);
        }
    }

    fn judge_one(
        &self,
        case: &mut Case<'_>,
        subject: Subject,
        coverage: Known,
        at: Option<SourceAt>,
    ) {
        case.checked(subject.clone());
        if coverage.percent >= self.percent {
            return;
        }
        case.violated(Violation {
            subject,
            about: Vec::new(),
            certainty: Certainty::Certain,
            message: Message::Uncovered { coverage, at_least: self.percent },
            at,
        });
    }
}
