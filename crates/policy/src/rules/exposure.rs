use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use trefonds_findings::{
    Certainty, Channel, Criticality, ExposureFinding, Fact, FactValue, Field, Grade, Named,
    RestFact, SourceAt, SubjectKind as Declared,
};

use super::every_service;
use crate::evaluate::{Case, Violation};
use crate::{Evidence, Message, Subject, SubjectKind};

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

/// In which way a law reaches a component, whatever the service.
type Way<'e> = (&'e str, Option<&'e str>, Option<&'e str>, Option<Channel>, Certainty);

/// How firmly, and which data: told of the component that a finding names first.
type Told<'e> = BTreeMap<Way<'e>, &'e ExposureFinding>;

fn way<'e>(finding: &'e ExposureFinding, component: &'e Named) -> Way<'e> {
    let law = finding.law.as_ref().map(|law| law.id.as_str());
    let jurisdiction = finding.jurisdiction.as_deref();
    (&component.id, jurisdiction, law, finding.channel, finding.certainty)
}

/// A component that a law reaches, and what is known of that.
struct Reached<'e> {
    finding: &'e ExposureFinding,
    component: &'e Named,
    grade: Grade,
    data: Vec<String>,
    /// Whether the grade and the data are those of this component.
    exact: bool,
}

impl Exposure {
    pub(crate) fn judge(&self, case: &mut Case<'_>) {
        let evidence = case.evidence;
        let mut by_service: BTreeMap<&str, Vec<&ExposureFinding>> = BTreeMap::new();
        let mut told = Told::new();
        for finding in &evidence.exposure.findings {
            by_service.entry(&finding.service.id).or_default().push(finding);
            told.insert(way(finding, &finding.component), finding);
        }
        for service in evidence.services(self.criticality) {
            let subject = Subject::new(SubjectKind::Service, &service.service);
            case.checked(subject.clone());
            for finding in by_service.remove(service.service.id.as_str()).unwrap_or_default() {
                for component in std::iter::once(&finding.component).chain(&finding.others) {
                    self.judge_one(case, &subject, &reached(evidence, &told, finding, component));
                }
            }
        }
    }

    /// One violation a component that is reached, so that one more is new to a baseline.
    fn judge_one(&self, case: &mut Case<'_>, subject: &Subject, reached: &Reached<'_>) {
        let finding = reached.finding;
        let terms =
            [self.whose(finding), self.how_firmly(reached.grade), self.of_class(&reached.data)];
        let Some(certainty) = terms.into_iter().fold(Some(finding.certainty), both) else { return };
        let guessed = !self.is_sure(reached);
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
            certainty: if guessed { Certainty::Possible } else { certainty },
            message: Message::Exposed {
                jurisdiction,
                law: finding.law.clone(),
                component: component.clone(),
                data: reached.data.clone(),
                grade: reached.grade,
                channel: finding.channel,
            },
            at: line.or_else(|| case.evidence.declared_at(Declared::Component, &component.id)),
        };
        // A gate errs on the side of telling: that the law reaches the component is certain.
        if guessed && certainty == Certainty::Certain {
            case.violated_anyway(violation);
        } else {
            case.violated(violation);
        }
    }

    /// Whether the answer is that of the component itself, or could not be another.
    fn is_sure(&self, reached: &Reached<'_>) -> bool {
        let one_class = self.data.is_none() || reached.data.len() == 1;
        reached.exact || (self.grade == any_grade() && one_class)
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

/// A finding tells grade and data of one component; those of the others stand in the findings that
/// name them first, in whichever service. Of one that none names first, the grade is no firmer than
/// that of the finding, and its data are among those that it declares.
fn reached<'e>(
    evidence: &Evidence<'e>,
    told: &Told<'e>,
    finding: &'e ExposureFinding,
    component: &'e Named,
) -> Reached<'e> {
    let first = if *component == finding.component {
        Some(finding)
    } else {
        told.get(&way(finding, component)).copied()
    };
    match first {
        Some(first) => {
            let (grade, data) = (first.grade, first.data.clone());
            Reached { finding, component, grade, data, exact: true }
        }
        None => {
            let (grade, data) = (finding.grade, classes(evidence, &component.id));
            Reached { finding, component, grade, data, exact: false }
        }
    }
}

/// The line that lets the law in: the last one of the path that leaves the component.
fn line_of(finding: &ExposureFinding) -> Option<SourceAt> {
    let leaves = finding.path.iter().rfind(|step| step.from == finding.component);
    leaves.or_else(|| finding.path.last()).map(|step| step.provenance.at.clone())
}

/// The classes of the data of a component on the day; none when one is not said.
fn classes<'e>(evidence: &Evidence<'e>, component: &'e str) -> Vec<String> {
    let data = evidence.facts_of(Declared::Component, component, Field::Data);
    let said = data.filter(|fact| fact.value != FactValue::Rest(RestFact::Nothing));
    let class = |fact: &Fact| match &fact.value {
        FactValue::Data { class, .. } => class.clone(),
        _ => None,
    };
    said.map(class).collect::<Option<Vec<String>>>().unwrap_or_default()
}
