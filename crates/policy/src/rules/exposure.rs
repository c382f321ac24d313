use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Deserialize;
use trefonds_findings::{
    Certainty, Criticality, ExposureFinding, FactValue, Field, Grade, SubjectKind as Declared,
};

use super::every_service;
use crate::evaluate::{Case, Violation};
use crate::{Message, Subject, SubjectKind};

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

impl Exposure {
    pub(crate) fn judge(&self, case: &mut Case<'_>) {
        let mut by_service: BTreeMap<&str, Vec<&ExposureFinding>> = BTreeMap::new();
        for finding in &case.evidence.exposure.findings {
            by_service.entry(&finding.service.id).or_default().push(finding);
        }
        for service in case.evidence.services(self.criticality) {
            let subject = Subject::new(SubjectKind::Service, &service.service);
            case.checked(subject.clone());
            for finding in by_service.remove(service.service.id.as_str()).unwrap_or_default() {
                self.judge_one(case, &subject, finding);
            }
        }
    }

    fn judge_one(&self, case: &mut Case<'_>, subject: &Subject, finding: &ExposureFinding) {
        let terms = [self.whose(finding), self.how_firmly(finding), self.of_class(case, finding)];
        let found = terms.into_iter().fold(Some(finding.certainty), both);
        let Some(certainty) = found else { return };
        let first = finding.path.iter().rfind(|step| step.from == finding.component);
        let at = first.or_else(|| finding.path.last()).map(|step| step.provenance.at.clone());
        let component = case.evidence.declared_at(Declared::Component, &finding.component.id);
        let law = finding.law.as_ref().map_or("", |law| law.id.as_str());
        let message = Message::Exposed {
            jurisdiction: finding.jurisdiction.clone(),
            law: finding.law.clone(),
            component: finding.component.clone(),
            others: finding.others.len() as u32,
            data: finding.data.clone(),
            grade: finding.grade,
            channel: finding.channel,
        };
        case.violated(Violation {
            subject: subject.clone(),
            about: Some(finding.jurisdiction.clone().unwrap_or_else(|| "unknown".to_owned())),
            detail: Some(format!("{law}|{}|{}", finding.component.id, grade_word(finding.grade))),
            certainty,
            message,
            at: at.or(component),
        });
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
    fn how_firmly(&self, finding: &ExposureFinding) -> Option<Certainty> {
        match finding.grade {
            Grade::None => None,
            Grade::Undetermined => Some(Certainty::Possible),
            grade => (grade <= self.grade.into()).then_some(Certainty::Certain),
        }
    }

    /// The class of the data; one that is not said could be any. Components that are reached in the
    /// same way hold classes of their own, which only their declarations tell.
    fn of_class(&self, case: &Case<'_>, finding: &ExposureFinding) -> Option<Certainty> {
        let Some(wanted) = &self.data else { return Some(Certainty::Certain) };
        let others: BTreeSet<&str> = finding.others.iter().map(|other| other.id.as_str()).collect();
        let of_others = if others.is_empty() { Vec::new() } else { classes(case, &others) };
        let said = finding.data.iter().any(|class| class == wanted)
            || of_others.iter().any(|class| class.as_ref() == Some(wanted));
        if said {
            return Some(Certainty::Certain);
        }
        let silent = finding.data.is_empty() || of_others.iter().any(Option::is_none);
        silent.then_some(Certainty::Possible)
    }
}

/// The classes of the data of components; none for data whose class is not said.
fn classes(case: &Case<'_>, components: &BTreeSet<&str>) -> Vec<Option<String>> {
    let facts = case.evidence.holding();
    let data = facts.filter(|fact| {
        fact.key.subject == Declared::Component
            && fact.key.field == Field::Data
            && components.contains(fact.key.id.as_str())
    });
    let class = |value: &FactValue| match value {
        FactValue::Data { class, .. } => class.clone(),
        _ => None,
    };
    data.map(|fact| class(&fact.value)).collect()
}

const fn grade_word(grade: Grade) -> &'static str {
    match grade {
        Grade::Direct => "direct",
        Grade::ViaControl => "via-control",
        Grade::ViaGroup => "via-group",
        Grade::Technology => "technology",
        Grade::Arguable => "arguable",
        Grade::Undetermined => "undetermined",
        Grade::None => "none",
    }
}
