use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use trefonds_findings::{
    Certainty, Criticality, ExposureFinding, Grade, Named, SourceAt, SubjectKind as Declared,
};

use super::every_service;
use crate::policy::evaluate::{Case, Violation};
use crate::policy::{Message, Subject, SubjectKind};

/// How firmly a law reaches, in the words of an inventory; the firmest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum GradeName {
    /// By location or incorporation.
    #[serde(rename = "direct")]
    Direct,
    /// Through an entity above.
    #[serde(rename = "via control")]
    ViaControl,
    /// Through an entity below or beside in the group.
    #[serde(rename = "via group")]
    ViaGroup,
    /// Through technology.
    #[serde(rename = "technology")]
    Technology,
    /// Contested.
    #[serde(rename = "arguable")]
    Arguable,
}

impl From<GradeName> for Grade {
    fn from(name: GradeName) -> Self {
        match name {
            GradeName::Direct => Self::Direct,
            GradeName::ViaControl => Self::ViaControl,
            GradeName::ViaGroup => Self::ViaGroup,
            GradeName::Technology => Self::Technology,
            GradeName::Arguable => Self::Arguable,
        }
    }
}

/// No law of this jurisdiction reaches data of this class in a service that matters at least so
/// much.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Exposure {
    /// The class of data, in the inventory's words; all classes when left out.
    pub data: Option<String>,
    /// A country code, or `EU`, `EEA`; every jurisdiction outside home when left out.
    pub jurisdiction: Option<String>,
    /// What is less firm is accepted; `arguable` when left out: nothing is.
    #[serde(default = "any_grade")]
    pub grade: GradeName,
    /// The services that matter so much or more.
    #[serde(default = "every_service")]
    pub criticality: Criticality,
}

const fn any_grade() -> GradeName {
    GradeName::Arguable
}

/// Two answers that make one: certain when both are, no when either is.
fn both(a: Option<Certainty>, b: Option<Certainty>) -> Option<Certainty> {
    Some(a?.max(b?))
}

/// A component that a law reaches, how firmly, and what it holds.
struct Reached<'e> {
    finding: &'e ExposureFinding,
    component: &'e Named,
    grade: Grade,
    data: &'e [String],
}

/// Every component that a finding tells of, the one that it proves first.
fn reached(finding: &ExposureFinding) -> impl Iterator<Item = Reached<'_>> {
    let first = Reached {
        finding,
        component: &finding.component,
        grade: finding.grade,
        data: &finding.data,
    };
    let others = finding.others.iter().map(move |other| Reached {
        finding,
        component: &other.component,
        grade: other.grade,
        data: &other.data,
    });
    std::iter::once(first).chain(others)
}

impl Exposure {
    pub(crate) fn judge(&self, case: &mut Case<'_>) {
        let evidence = case.evidence;
        let mut by_service: BTreeMap<&str, Vec<&ExposureFinding>> = BTreeMap::new();
        for finding in &evidence.exposure.findings {
            by_service.entry(&finding.service.id).or_default().push(finding);
        }
        for service in evidence.services(self.criticality) {
            let subject = Subject::new(SubjectKind::Service, &service.service);
            case.checked(subject.clone());
            for finding in by_service.remove(service.service.id.as_str()).unwrap_or_default() {
                for reached in reached(finding) {
                    self.judge_one(case, &subject, &reached);
                }
            }
        }
    }

    /// One violation a component that is reached, so that one more is new to a baseline.
    fn judge_one(&self, case: &mut Case<'_>, subject: &Subject, reached: &Reached<'_>) {
        let finding = reached.finding;
        let terms =
            [self.whose(finding), self.how_firmly(reached.grade), self.of_class(reached.data)];
        let Some(certainty) = terms.into_iter().fold(Some(finding.certainty), both) else { return };
        let unknown = || "unknown".to_owned();
        let law = finding.law.as_ref().map(|law| law.id.clone());
        let jurisdiction = finding.jurisdiction.clone();
        let component = reached.component;
        let line = (*component == finding.component).then(|| line_of(finding)).flatten();
        let violation = Violation {
            subject: subject.clone(),
            about: vec![
                jurisdiction.clone().unwrap_or_else(unknown),
                law.unwrap_or_else(unknown),
                component.id.clone(),
            ],
            certainty,
            message: Message::Exposed {
                jurisdiction,
                law: finding.law.clone(),
                component: component.clone(),
                data: reached.data.to_vec(),
                grade: reached.grade,
                channel: finding.channel,
            },
            at: line.or_else(|| case.evidence.declared_at(Declared::Component, &component.id)),
        };
        case.violated(violation);
    }

    /// The jurisdiction; one that a missing fact hides could be any.
    fn whose(&self, finding: &ExposureFinding) -> Option<Certainty> {
        match (&self.jurisdiction, &finding.jurisdiction) {
            (None, _) => finding.foreign.then_some(Certainty::Certain),
            (Some(_), None) => Some(Certainty::Possible),
            (Some(wanted), Some(found)) => (wanted == found).then_some(Certainty::Certain),
        }
    }

    /// The grade; one that is not determined could be any.
    fn how_firmly(&self, grade: Grade) -> Option<Certainty> {
        match grade {
            Grade::None => None,
            Grade::Undetermined => Some(Certainty::Possible),
            grade => (grade <= self.grade.into()).then_some(Certainty::Certain),
        }
    }

    /// The class of the data; one that is not said could be any.
    fn of_class(&self, data: &[String]) -> Option<Certainty> {
        match &self.data {
            None => Some(Certainty::Certain),
            Some(_) if data.is_empty() => Some(Certainty::Possible),
            Some(wanted) => data.contains(wanted).then_some(Certainty::Certain),
        }
    }
}

/// The line that lets the law in: the last one of the path that leaves the component.
fn line_of(finding: &ExposureFinding) -> Option<SourceAt> {
    let leaves = finding.path.iter().rfind(|step| step.from == finding.component);
    leaves.or_else(|| finding.path.last()).map(|step| step.provenance.at.clone())
}
