//! Facts without what names something that is not among them.

use std::collections::BTreeSet;

use crate::{
    AlternativeFact, Fact, FactKey, FactValue, Facts, Field, FormFact, HiddenFact, ItemFact,
    ListFact, NeedFact, RequirementFact, RestFact, SubjectKind,
};

/// The facts that can stand without the things that are not there, such as those of a picture of two
/// inventories, or of one into which some of another was put back.
///
/// What names something that is not there is left out; of a group, so is the member, and no more
/// members are needed than are left. A list that loses its last item is not said, never "none"; a law
/// that loses its last target is left out.
/// O(F log F) for F facts.
#[must_use]
pub fn prune(facts: &Facts) -> Facts {
    let there = There::of(facts);
    let mut kept: Vec<Fact> = Vec::with_capacity(facts.facts.len());
    let mut lost: BTreeSet<(SubjectKind, &str, Field)> = BTreeSet::new();
    let mut listed: BTreeSet<(SubjectKind, &str, Field)> = BTreeSet::new();
    for fact in facts.facts.iter().filter(|fact| there.has_subject(&fact.key)) {
        let list = (fact.key.subject, fact.key.id.as_str(), fact.key.field);
        match there.value(&fact.value, &fact.key.id) {
            Some(value) => {
                if !matches!(value, FactValue::Rest(_)) {
                    listed.insert(list);
                }
                kept.push(Fact { value, ..fact.clone() });
            }
            None => drop(lost.insert(list)),
        }
    }
    kept.retain(|fact| {
        let list = (fact.key.subject, fact.key.id.as_str(), fact.key.field);
        let nothing_else = fact.value == FactValue::Rest(RestFact::Nothing);
        !(nothing_else && lost.contains(&list) && !listed.contains(&list))
    });
    // A law whose targets are all gone denies nobody; without a target it would deny everybody.
    let no_target = |id: &str| {
        let list = (SubjectKind::Law, id, Field::Targets);
        lost.contains(&list) && !listed.contains(&list)
    };
    kept.retain(|fact| fact.key.subject != SubjectKind::Law || !no_target(&fact.key.id));
    Facts { version: facts.version, facts: kept }
}

/// What there is, by kind and id.
struct There<'f> {
    subjects: BTreeSet<(SubjectKind, &'f str)>,
    alternatives: BTreeSet<&'f str>,
    /// Who supplies what: component, supplier.
    suppliers: BTreeSet<(&'f str, &'f str)>,
    /// Whether an entity is left that the inventory speaks for.
    organisation: bool,
}

impl<'f> There<'f> {
    fn of(facts: &'f Facts) -> Self {
        let mut there = Self {
            subjects: BTreeSet::from([(SubjectKind::Inventory, "")]),
            alternatives: BTreeSet::new(),
            suppliers: BTreeSet::new(),
            organisation: false,
        };
        for fact in facts.facts.iter().filter(|fact| fact.key.field == Field::Exists) {
            there.subjects.insert((fact.key.subject, &fact.key.id));
        }
        for fact in &facts.facts {
            let owner = fact.key.id.as_str();
            match &fact.value {
                FactValue::Party(id) if fact.key.field == Field::Organisation => {
                    there.organisation |= there.has(SubjectKind::Entity, id);
                }
                FactValue::Alternative(_) if there.has_subject(&fact.key) => {
                    there.alternatives.insert(&fact.key.item);
                }
                FactValue::Supply { entity, .. } => {
                    there.suppliers.insert((owner, entity));
                }
                _ => {}
            }
        }
        there
    }

    fn has_subject(&self, key: &FactKey) -> bool {
        self.has(key.subject, &key.id)
    }

    fn has(&self, kind: SubjectKind, id: &str) -> bool {
        self.subjects.contains(&(kind, id))
    }

    fn entity(&self, id: &str) -> Option<()> {
        self.has(SubjectKind::Entity, id).then_some(())
    }

    /// A value of a subject; `None` when what it names is not there.
    fn value(&self, value: &FactValue, owner: &str) -> Option<FactValue> {
        match value {
            FactValue::Rest(rest) => return Some(FactValue::Rest(self.rest(rest))),
            FactValue::Requirement(wanted) => {
                return self.needed(wanted).map(FactValue::Requirement);
            }
            FactValue::Party(id) => self.entity(id)?,
            FactValue::Organisation => self.organisation.then_some(())?,
            FactValue::Supply { entity, .. }
            | FactValue::Control { entity, .. }
            | FactValue::Change { entity, .. } => {
                self.entity(entity)?;
            }
            FactValue::Recovery { component, .. } => {
                self.has(SubjectKind::Component, component).then_some(())?;
            }
            FactValue::Holding { holder: Some(holder), .. } => self.entity(holder)?,
            FactValue::Site(id) => self.has(SubjectKind::Site, id).then_some(())?,
            FactValue::Data { class, form } => {
                return Some(FactValue::Data { class: class.clone(), form: self.form(form) });
            }
            FactValue::Alternative(option) => {
                let option = Box::new(self.alternative(option, owner));
                return option.changes().then_some(FactValue::Alternative(option));
            }
            _ => {}
        }
        Some(value.clone())
    }

    fn needed(&self, wanted: &RequirementFact) -> Option<RequirementFact> {
        let members = |of: &[RequirementFact]| -> Option<Vec<RequirementFact>> {
            let of: Vec<RequirementFact> = of.iter().filter_map(|it| self.needed(it)).collect();
            (!of.is_empty()).then_some(of)
        };
        let need = match &wanted.need {
            NeedFact::Component(id) => {
                self.has(SubjectKind::Component, id).then(|| NeedFact::Component(id.clone()))?
            }
            NeedFact::AllOf(of) => NeedFact::AllOf(members(of)?),
            NeedFact::AnyOf(of) => NeedFact::AnyOf(members(of)?),
            NeedFact::AtLeast { k, of } => {
                let of = members(of)?;
                NeedFact::AtLeast { k: (*k).min(of.len() as u32), of }
            }
        };
        Some(RequirementFact { need, ..wanted.clone() })
    }

    fn form(&self, form: &FormFact) -> FormFact {
        let FormFact::Encrypted { keys, rest } = form else { return form.clone() };
        let left: Vec<String> =
            keys.iter().filter(|id| self.entity(id).is_some()).cloned().collect();
        let rest = rest.as_ref().map(|rest| self.rest(rest));
        let nothing_else = rest == Some(RestFact::Nothing);
        let rest = rest.filter(|_| !(nothing_else && left.is_empty() && !keys.is_empty()));
        FormFact::Encrypted { keys: left, rest }
    }

    fn rest(&self, rest: &RestFact) -> RestFact {
        let RestFact::Hidden(hidden) = rest else { return rest.clone() };
        let there =
            |name: &String| HiddenFact::named(name).is_none_or(|(kind, id)| self.has(kind, id));
        let left = |names: &Vec<String>| -> Vec<String> {
            names.iter().filter(|name| there(name)).cloned().collect()
        };
        // One of some that are not there could be anybody, never nobody.
        let among = hidden.among.as_ref().map(left).filter(|left| !left.is_empty());
        RestFact::Hidden(HiddenFact { name: hidden.name.clone(), not: left(&hidden.not), among })
    }

    fn list(&self, list: &ListFact, owner: &str) -> ListFact {
        let items: Vec<ItemFact> =
            list.items.iter().filter_map(|it| self.item(it, owner)).collect();
        let lost = items.is_empty() && !list.items.is_empty();
        let rest = list.rest.as_ref().map(|rest| self.rest(rest));
        ListFact { items, rest: rest.filter(|rest| !(lost && *rest == RestFact::Nothing)) }
    }

    fn item(&self, item: &ItemFact, owner: &str) -> Option<ItemFact> {
        Some(ItemFact { value: self.value(&item.value, owner)?, note: item.note.clone() })
    }

    fn alternative(&self, option: &AlternativeFact, owner: &str) -> AlternativeFact {
        let list = |list: &Option<ListFact>| list.as_ref().map(|list| self.list(list, owner));
        let supplied = |item: &&ItemFact| match &item.value {
            FactValue::Supply { entity, .. } => self.suppliers.contains(&(owner, entity.as_str())),
            _ => true,
        };
        let options = |ids: &[String]| -> Vec<String> {
            ids.iter().filter(|id| self.alternatives.contains(id.as_str())).cloned().collect()
        };
        let there = |id: &&String| self.has(SubjectKind::Component, id);
        let stand_in = option.stand_in.as_ref().filter(there).cloned();
        AlternativeFact {
            requirements: list(&option.requirements),
            operators: list(&option.operators),
            suppliers: list(&option.suppliers),
            locations: list(&option.locations),
            data: list(&option.data),
            changed_by: list(&option.changed_by),
            recovers_with: option.recovers_with.as_ref().and_then(|items| {
                let left: Vec<ItemFact> =
                    items.iter().filter_map(|item| self.item(item, owner)).collect();
                (items.is_empty() || !left.is_empty()).then_some(left)
            }),
            starts_in: if stand_in.is_some() { option.starts_in } else { 0 },
            terms: (option.terms.iter().filter(supplied))
                .filter_map(|item| self.item(item, owner))
                .collect(),
            stand_in,
            excludes: options(&option.excludes),
            requires: options(&option.requires),
            ..option.clone()
        }
    }
}
