use schemars::JsonSchema;
use serde::Deserialize;
use trefonds_findings::{Certainty, FactValue, Field, Layer, SubjectKind as Declared};

use crate::policy::evaluate::{Case, Violation};
use crate::policy::{Message, Subject, SubjectKind};

/// Every component has somebody who answers for it inside the organisation.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Owners {
    /// The layers of the components; all when left out.
    pub layers: Option<Vec<Layer>>,
}

impl Owners {
    pub(crate) fn judge(&self, case: &mut Case<'_>) {
        let components: Vec<_> = case
            .evidence
            .holding()
            .filter(|fact| {
                fact.key.subject == Declared::Component && fact.key.field == Field::Exists
            })
            .collect();
        for component in components {
            let id = component.key.id.as_str();
            let field = |field| case.evidence.fact(Declared::Component, id, field);
            let layer = match field(Field::Layer).map(|fact| &fact.value) {
                Some(FactValue::Layer(layer)) => Some(*layer),
                _ => None,
            };
            let wanted = |layers: &Vec<Layer>| layer.is_some_and(|layer| layers.contains(&layer));
            if !self.layers.as_ref().is_none_or(wanted) {
                continue;
            }
            let owned = field(Field::Owner).is_some();
            let name = case.evidence.name(Declared::Component, id);
            let subject = Subject { kind: SubjectKind::Component, id: id.to_owned(), name };
            case.checked(subject.clone());
            if owned {
                continue;
            }
            case.violated(Violation {
                subject,
                about: Vec::new(),
                certainty: Certainty::Certain,
                message: Message::NoOwner { layer },
                at: Some(component.at.clone()),
            });
        }
    }
}
