//! Which changes can have to do with a service: those of what it rests on, and those of no component.

use std::collections::{BTreeMap, BTreeSet};

use trefonds_findings::{FactValue, Facts, SubjectKind};

use crate::consequences::MatterKey;
use crate::put_back::each_need;
use crate::units::Unit;

/// What each component needs on either side, for its repair too, by id.
pub(crate) struct Near<'f> {
    needs: BTreeMap<&'f str, BTreeSet<&'f str>>,
}

impl<'f> Near<'f> {
    /// O(F log F) for the facts of both sides.
    pub(crate) fn new(old: &'f Facts, new: &'f Facts) -> Self {
        let mut needs: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for fact in old.facts.iter().chain(&new.facts) {
            let mut add = |id| {
                needs.entry(fact.key.id.as_str()).or_default().insert(id);
            };
            match &fact.value {
                FactValue::Requirement(wanted) => each_need(wanted, &mut add),
                FactValue::Recovery { component, .. } => add(component.as_str()),
                _ => {}
            }
        }
        Self { needs }
    }

    /// Of some changes, those that can have to do with a matter. O(V + E) for what the service rests on.
    pub(crate) fn candidates(
        &self,
        of: &MatterKey,
        all: &[usize],
        units: &[Unit],
    ) -> BTreeSet<usize> {
        let Some(service) = of.service() else { return all.iter().copied().collect() };
        let mut cone = BTreeSet::from([service]);
        let mut next = vec![service];
        while let Some(component) = next.pop() {
            let needed = self.needs.get(component).into_iter().flatten();
            next.extend(needed.copied().filter(|needed| cone.insert(needed)));
        }
        let in_cone = |at: &usize| {
            units.get(*at).is_some_and(|unit| {
                unit.key.subject != SubjectKind::Component || cone.contains(unit.key.id.as_str())
            })
        };
        all.iter().copied().filter(in_cone).collect()
    }
}
