//! What data a component holds, and who could read it.

use rustc_hash::FxHashMap;
use trefonds_findings::FactKind;
use trefonds_model::{ComponentIx, Country, DataForm, EntityIx, Text};

use crate::Analysis;
use crate::unknowns::{Subject, UnknownIx};

/// Under which condition whoever holds the data can read it.
#[derive(Clone, Debug)]
pub(super) enum Condition {
    /// It is clear.
    Clear,
    /// It is not known what is held, or in which form.
    Unknown(UnknownIx),
    /// It is encrypted: only with the keys.
    Keys { holders: Vec<EntityIx>, unknown: Option<UnknownIx> },
}

/// Data of one class under one condition.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub class: Option<Text>,
    pub condition: Condition,
}

/// The unknown facts about data and laws, by what they are about.
pub(super) struct DataContext {
    by_component: FxHashMap<(ComponentIx, FactKind), UnknownIx>,
    pub law_of: FxHashMap<Country, UnknownIx>,
}

impl Analysis<'_> {
    pub(super) fn data_context(&self) -> DataContext {
        let mut context =
            DataContext { by_component: FxHashMap::default(), law_of: FxHashMap::default() };
        for (at, unknown) in self.unknowns.iter() {
            match unknown.subject {
                Subject::Component(component) => {
                    context.by_component.insert((component, unknown.fact), at);
                }
                Subject::Country(country) => {
                    context.law_of.insert(country, at);
                }
                Subject::Entity(_) | Subject::Site(_) => {}
            }
        }
        context
    }

    /// What a component holds on the day; what is not said is held under an unknown condition.
    pub(super) fn held(&self, component: ComponentIx, context: &DataContext) -> Vec<Held> {
        let calendar = self.calendar();
        let unknown = |fact| context.by_component.get(&(component, fact)).copied();
        let facts = &self.model.component(component).data;
        let items = facts.items.iter().filter(|data| calendar.holds(data.note));
        let mut held: Vec<Held> = items
            .map(|data| {
                let condition = match &data.form {
                    DataForm::Clear => Condition::Clear,
                    DataForm::NotSaid => {
                        unknown(FactKind::DataForm).map_or(Condition::Clear, Condition::Unknown)
                    }
                    DataForm::Encrypted { keys } => Condition::Keys {
                        holders: keys.items.to_vec(),
                        unknown: unknown(FactKind::Keys)
                            .filter(|_| keys.rest != trefonds_model::Rest::Nothing),
                    },
                };
                Held { class: data.class, condition }
            })
            .collect();
        held.extend(
            unknown(FactKind::Data)
                .map(|unknown| Held { class: None, condition: Condition::Unknown(unknown) }),
        );
        held
    }
}
