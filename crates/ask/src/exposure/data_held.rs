//! What data a component holds, and who could read it.

use rustc_hash::FxHashMap;
use trefonds_findings::{FactKind, Why};
use trefonds_model::{ComponentIx, Country, DataForm, EntityIx, LawIx, Text};
use trefonds_source::Span;

use crate::Analysis;
use trefonds_settle::memo::Memo;
use trefonds_settle::proof::Edge;
use trefonds_settle::unknowns::{Subject, UnknownIx};

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
pub(super) struct DataHeld {
    pub class: Option<Text>,
    pub condition: Condition,
    /// Set when that it is held is only a candidate.
    pub candidate: Option<UnknownIx>,
}

/// A country, and the way there from an entity.
pub(super) type Reachable = (Country, Vec<Edge>);

/// The unknown facts about data and laws, by what they are about, and what many components ask alike.
pub(super) struct DataContext {
    /// By what they are about and where they are said: data of several classes has several.
    by_component: FxHashMap<(ComponentIx, FactKind), Vec<UnknownIx>>,
    pub law_of: FxHashMap<Country, UnknownIx>,
    played: Vec<LawIx>,
    /// The countries of an entity and of those above it.
    pub countries: Memo<EntityIx, Vec<Reachable>>,
    /// The unknown facts that hide a jurisdiction of an entity or of those above it.
    pub hidden: Memo<EntityIx, Vec<UnknownIx>>,
}

impl DataContext {
    /// Laws that are asked whether they are in force or not.
    pub(super) fn played(&self) -> &[LawIx] {
        &self.played
    }
}

impl Analysis<'_> {
    pub(super) fn data_context(&self, played: &[LawIx]) -> DataContext {
        let mut context = DataContext {
            by_component: FxHashMap::default(),
            law_of: FxHashMap::default(),
            played: played.to_vec(),
            countries: Memo::default(),
            hidden: Memo::default(),
        };
        for (at, unknown) in self.unknowns().iter() {
            match unknown.subject {
                Subject::Component(component) => {
                    let key = (component, unknown.fact);
                    context.by_component.entry(key).or_default().push(at);
                }
                Subject::Country(country) => {
                    context.law_of.insert(country, at);
                }
                Subject::Entity(_) | Subject::Site(_) | Subject::Law(_) => {}
            }
        }
        context
    }

    /// What a component holds on the day; what is not said is held under an unknown condition.
    pub(super) fn held(&self, component: ComponentIx, context: &DataContext) -> Vec<DataHeld> {
        let calendar = self.calendar();
        let all =
            |fact| context.by_component.get(&(component, fact)).into_iter().flatten().copied();
        let at = |fact, at: Span| all(fact).find(|unknown| self.unknowns().get(*unknown).at == at);
        let facts = &self.model().component(component).data;
        let items = facts.items.iter().filter(|data| calendar.holds(data.note));
        let mut held: Vec<DataHeld> = items
            .map(|data| {
                let condition = match &data.form {
                    DataForm::Clear => Condition::Clear,
                    DataForm::NotSaid => {
                        at(FactKind::DataForm, data.at).map_or(Condition::Clear, Condition::Unknown)
                    }
                    DataForm::Encrypted { keys } => Condition::Keys {
                        holders: keys.items.to_vec(),
                        unknown: at(FactKind::Keys, data.at)
                            .filter(|_| keys.rest != trefonds_model::Rest::Nothing),
                    },
                };
                let candidate = at(FactKind::Data, data.at);
                let candidate =
                    candidate.filter(|it| self.unknowns().get(*it).why == Why::Candidate);
                DataHeld { class: data.class, condition, candidate }
            })
            .collect();
        held.extend(
            all(FactKind::Data)
                .filter(|unknown| self.unknowns().get(*unknown).why != Why::Candidate)
                .map(|unknown| DataHeld {
                    class: None,
                    condition: Condition::Unknown(unknown),
                    candidate: None,
                }),
        );
        held
    }
}
