//! The inventory as it would be with some alternatives taken.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Alternative, AlternativeIx, Component, ComponentIx, Inventory, Minutes, Need, NoteIx,
    Requirement, StandIn,
};

impl Inventory {
    /// The inventory once these alternatives are taken: an inventory like any other, which every
    /// analysis takes as it is. Alternatives stay listed in it.
    ///
    /// What an alternative says stands in the place of its component's own facts. A stand-in joins
    /// its component wherever that is needed, as a second member of an any-of. Components that are
    /// only planned are there once a taken alternative names them, and so are the planned ones that
    /// these need.
    ///
    /// The order of `taken` does not matter as long as no two of them are
    /// [at odds](Alternative::is_at_odds). O(facts) time and space; texts, notes and files are shared
    /// with the original.
    #[must_use]
    pub fn with(&self, taken: &[AlternativeIx]) -> Self {
        let mut changed = self.clone();
        let mut taken: Vec<AlternativeIx> = taken.to_vec();
        taken.sort_unstable();
        taken.dedup();
        let taken: Vec<&Alternative> =
            taken.iter().filter_map(|at| self.alternatives.get(at.at())).collect();
        for alternative in &taken {
            if let Some(component) = changed.components.get_mut(alternative.component.at()) {
                replace(component, alternative);
            }
        }
        for at in self.named_by(&taken) {
            if let Some(component) = changed.components.get_mut(at.at()) {
                component.planned = false;
            }
        }
        let mut joins: Joins = BTreeMap::new();
        for taken in &taken {
            if let Some(join) = Join::of(taken) {
                joins.entry(taken.component).or_default().push(join);
            }
        }
        if !joins.is_empty() {
            for (at, component) in changed.components.iter_mut().enumerate() {
                let owner = ComponentIx(at as u32);
                component.requirements.items.iter_mut().for_each(|it| join(it, owner, &joins));
            }
        }
        changed
    }

    /// The planned components that some alternatives bring: those that they name, and those that
    /// these need, through planned ones. Sorted.
    #[must_use]
    pub fn brought_by(&self, taken: &[AlternativeIx]) -> Vec<ComponentIx> {
        let taken: Vec<&Alternative> =
            taken.iter().filter_map(|at| self.alternatives.get(at.at())).collect();
        self.named_by(&taken)
    }

    fn named_by(&self, taken: &[&Alternative]) -> Vec<ComponentIx> {
        let mut stack = Vec::new();
        for alternative in taken {
            stack.extend(alternative.changes.stand_in.map(|it| it.component));
            let repair = alternative.changes.recovers_with.iter().flatten();
            stack.extend(repair.map(|it| it.component));
            let needed = alternative.changes.requirements.iter().flat_map(|stated| &stated.items);
            needed.for_each(|requirement| stack.extend(requirement.components()));
        }
        let mut found = BTreeSet::new();
        while let Some(component) = stack.pop() {
            let facts = self.component(component);
            if facts.planned && found.insert(component) {
                facts.requirements.items.iter().for_each(|it| stack.extend(it.components()));
            }
        }
        found.into_iter().collect()
    }
}

fn replace(component: &mut Component, alternative: &Alternative) {
    let changes = &alternative.changes;
    if let Some(requirements) = &changes.requirements {
        component.requirements = requirements.clone();
    }
    if let Some(operators) = &changes.operators {
        component.operators = operators.clone();
    }
    if let Some(suppliers) = &changes.suppliers {
        component.suppliers = suppliers.clone();
    }
    if let Some(locations) = &changes.locations {
        component.locations = locations.clone();
    }
    if let Some(data) = &changes.data {
        component.data = data.clone();
    }
    if let Some(changed_by) = &changes.changed_by {
        component.changes = changed_by.clone();
    }
    if let Some(needed) = changes.needs_places {
        component.needs_places = Some(needed);
    }
    if let Some(restarts_in) = changes.restarts_in {
        component.restarts_in = restarts_in;
    }
    if let Some(recovers_with) = &changes.recovers_with {
        component.recovers_with.clone_from(recovers_with);
    }
    for terms in &changes.terms {
        let same = component.suppliers.items.iter_mut().filter(|it| it.entity == terms.entity);
        for supply in same {
            supply.on_withdrawal = terms.on_withdrawal;
            supply.note = terms.note;
            supply.at = terms.at;
        }
    }
}

/// The stand-ins by the component that they join.
type Joins = BTreeMap<ComponentIx, Vec<Join>>;

/// A stand-in that joins a component.
struct Join {
    stand_in: ComponentIx,
    starts_in: Minutes,
    at: trefonds_source::Span,
    note: NoteIx,
}

impl Join {
    fn of(alternative: &Alternative) -> Option<Self> {
        let StandIn { component, starts_in, at } = alternative.changes.stand_in?;
        Some(Self { stand_in: component, starts_in, at, note: alternative.note })
    }
}

fn join(requirement: &mut Requirement, owner: ComponentIx, joins: &Joins) {
    match &mut requirement.need {
        Need::Component(component) => {
            let component = *component;
            let mut members = Vec::new();
            for join in joins.get(&component).into_iter().flatten() {
                // What stands in for another may need it, and does not need itself instead.
                if join.stand_in != owner {
                    let member = plain(join.stand_in, join.note, join.at);
                    members.push(Requirement { starts_in: join.starts_in, ..member });
                }
            }
            if !members.is_empty() {
                members.insert(0, plain(component, requirement.note, requirement.at));
                requirement.need = Need::AnyOf(members.into());
            }
        }
        Need::AllOf(of) | Need::AnyOf(of) | Need::AtLeast { of, .. } => {
            of.iter_mut().for_each(|member| join(member, owner, joins));
        }
    }
}

fn plain(component: ComponentIx, note: NoteIx, at: trefonds_source::Span) -> Requirement {
    Requirement {
        need: Need::Component(component),
        soft: false,
        tolerates: Minutes::ZERO,
        starts_in: Minutes::ZERO,
        because: None,
        note,
        at,
    }
}
