//! Guessed renames: an id that went and one that came, with the same declarations behind.

use std::collections::BTreeMap;

use trefonds_findings::{
    AlternativeFact, Fact, FactKey, FactValue, Facts, FormFact, HiddenFact, ItemFact, ListFact,
    NeedFact, Rename, RequirementFact, RestFact, SubjectKind,
};

type Ids = BTreeMap<(SubjectKind, String), String>;

/// Pairs of ids of which one went and one came, and whose declarations are the same but for ids that
/// are renamed themselves. An id is paired only when nothing else looks like it.
pub(crate) fn guess(old: &Facts, new: &Facts) -> Vec<Rename> {
    let mut ids = Ids::new();
    loop {
        let renamed = rename(old, &ids);
        let found = pairs(&renamed, new);
        let fresh: Vec<_> = found.into_iter().filter(|(old, _)| !ids.contains_key(old)).collect();
        if fresh.is_empty() {
            break;
        }
        ids.extend(fresh);
    }
    let renames = ids.into_iter().map(|((subject, old), new)| Rename { subject, old, new });
    renames.collect()
}

/// The old facts under the new ids.
pub(crate) fn apply(old: &Facts, renames: &[Rename]) -> Facts {
    let ids = renames.iter().map(|r| ((r.subject, r.old.clone()), r.new.clone())).collect();
    rename(old, &ids)
}

fn pairs(old: &Facts, new: &Facts) -> Vec<((SubjectKind, String), String)> {
    let (before, after) = (signatures(old), signatures(new));
    let gone = by_signature(&before, &after);
    let come = by_signature(&after, &before);
    let mut pairs = Vec::new();
    for (signature, old) in gone {
        if let ([old], Some([new])) = (old.as_slice(), come.get(&signature).map(Vec::as_slice)) {
            pairs.push(((signature.0, (*old).to_owned()), (*new).to_owned()));
        }
    }
    pairs
}

type Signature = (SubjectKind, String);

/// What a subject declares, its own id and places left out.
fn signatures(facts: &Facts) -> BTreeMap<(SubjectKind, &str), String> {
    let mut signatures: BTreeMap<(SubjectKind, &str), String> = BTreeMap::new();
    let mute = [SubjectKind::Inventory, SubjectKind::Source];
    let named = facts.facts.iter().filter(|fact| !mute.contains(&fact.key.subject));
    for fact in named {
        let line =
            format!("{:?} {} {:?} {:?}\n", fact.key.field, fact.key.item, fact.value, fact.note);
        signatures.entry((fact.key.subject, fact.key.id.as_str())).or_default().push_str(&line);
    }
    signatures
}

/// Subjects that the other side lacks, by signature. Those that say next to nothing are no guess.
fn by_signature<'f>(
    own: &BTreeMap<(SubjectKind, &'f str), String>,
    other: &BTreeMap<(SubjectKind, &str), String>,
) -> BTreeMap<Signature, Vec<&'f str>> {
    let mut groups: BTreeMap<Signature, Vec<&str>> = BTreeMap::new();
    for ((kind, id), signature) in own {
        let enough = signature.lines().count() > 2;
        if enough && !other.contains_key(&(*kind, *id)) {
            groups.entry((*kind, signature.clone())).or_default().push(id);
        }
    }
    groups
}

fn rename(facts: &Facts, ids: &Ids) -> Facts {
    if ids.is_empty() {
        return facts.clone();
    }
    let renamer = Renamer { ids };
    let mut renamed: Vec<Fact> = facts.facts.iter().map(|fact| renamer.fact(fact)).collect();
    renamed.sort_by(|a, b| a.key.cmp(&b.key));
    Facts { version: facts.version, facts: renamed }
}

struct Renamer<'a> {
    ids: &'a Ids,
}

impl Renamer<'_> {
    fn id(&self, kind: SubjectKind, id: &str) -> String {
        self.ids.get(&(kind, id.to_owned())).cloned().unwrap_or_else(|| id.to_owned())
    }

    fn fact(&self, fact: &Fact) -> Fact {
        let value = self.value(&fact.value);
        let item = match (&value, named(&fact.value).zip(named(&value))) {
            (FactValue::Requirement(requirement), _) => {
                renumbered(&fact.key.item, line(requirement))
            }
            (_, Some((old, new))) => fact.key.item.replacen(old, new, 1),
            _ => fact.key.item.clone(),
        };
        let key = FactKey { id: self.id(fact.key.subject, &fact.key.id), item, ..fact.key.clone() };
        Fact { key, value, note: fact.note.clone(), at: fact.at.clone() }
    }

    fn value(&self, value: &FactValue) -> FactValue {
        let entity = |id: &String| self.id(SubjectKind::Entity, id);
        match value {
            FactValue::Requirement(requirement) => {
                FactValue::Requirement(self.requirement(requirement))
            }
            FactValue::Party(id) => FactValue::Party(entity(id)),
            FactValue::Supply { entity: id, on_withdrawal } => {
                FactValue::Supply { entity: entity(id), on_withdrawal: *on_withdrawal }
            }
            FactValue::Change { entity: id, how, because } => {
                FactValue::Change { entity: entity(id), how: *how, because: because.clone() }
            }
            FactValue::Recovery { component, because } => FactValue::Recovery {
                component: self.id(SubjectKind::Component, component),
                because: because.clone(),
            },
            FactValue::Site(id) => FactValue::Site(self.id(SubjectKind::Site, id)),
            FactValue::Holding { holder, at_least, at_most, said } => FactValue::Holding {
                holder: holder.as_ref().map(entity),
                at_least: *at_least,
                at_most: *at_most,
                said: *said,
            },
            FactValue::Control { entity: id, by } => {
                FactValue::Control { entity: entity(id), by: by.clone() }
            }
            FactValue::Data { class, form: FormFact::Encrypted { keys, rest } } => {
                let mut keys: Vec<String> = keys.iter().map(entity).collect();
                keys.sort_unstable();
                let form =
                    FormFact::Encrypted { keys, rest: rest.as_ref().map(|rest| self.rest(rest)) };
                FactValue::Data { class: class.clone(), form }
            }
            FactValue::Rest(rest) => FactValue::Rest(self.rest(rest)),
            FactValue::Alternative(alternative) => {
                FactValue::Alternative(Box::new(self.alternative(alternative)))
            }
            other => other.clone(),
        }
    }

    /// The bounds of what is hidden, under the new ids.
    fn rest(&self, rest: &RestFact) -> RestFact {
        let RestFact::Hidden(hidden) = rest else { return rest.clone() };
        let name = |name: &String| match HiddenFact::named(name) {
            Some((kind, id)) => HiddenFact::bound(kind, &self.id(kind, id)),
            None => name.clone(),
        };
        let names = |names: &[String]| -> Vec<String> {
            let mut names: Vec<String> = names.iter().map(name).collect();
            names.sort_unstable();
            names
        };
        RestFact::Hidden(HiddenFact {
            name: hidden.name.clone(),
            not: names(&hidden.not),
            among: hidden.among.as_deref().map(names),
        })
    }

    fn alternative(&self, fact: &AlternativeFact) -> AlternativeFact {
        let items = |items: &[ItemFact]| -> Vec<ItemFact> {
            let renamed = items.iter();
            let mut renamed: Vec<ItemFact> = renamed
                .map(|it| ItemFact { value: self.value(&it.value), note: it.note.clone() })
                .collect();
            renamed.sort();
            renamed
        };
        let list = |list: &Option<ListFact>| {
            list.as_ref().map(|list| ListFact {
                items: items(&list.items),
                rest: list.rest.as_ref().map(|rest| self.rest(rest)),
            })
        };
        AlternativeFact {
            requirements: list(&fact.requirements),
            operators: list(&fact.operators),
            suppliers: list(&fact.suppliers),
            locations: list(&fact.locations),
            data: list(&fact.data),
            terms: items(&fact.terms),
            changed_by: list(&fact.changed_by),
            recovers_with: fact.recovers_with.as_deref().map(items),
            stand_in: fact.stand_in.as_ref().map(|id| self.id(SubjectKind::Component, id)),
            ..fact.clone()
        }
    }

    fn requirement(&self, fact: &RequirementFact) -> RequirementFact {
        let list = |of: &[RequirementFact]| {
            let mut of: Vec<RequirementFact> = of.iter().map(|m| self.requirement(m)).collect();
            of.sort_by_cached_key(|member| (line(member), member.clone()));
            of
        };
        let need = match &fact.need {
            NeedFact::Component(id) => NeedFact::Component(self.id(SubjectKind::Component, id)),
            NeedFact::AllOf(of) => NeedFact::AllOf(list(of)),
            NeedFact::AnyOf(of) => NeedFact::AnyOf(list(of)),
            NeedFact::AtLeast { k, of } => NeedFact::AtLeast { k: *k, of: list(of) },
        };
        RequirementFact { need, ..fact.clone() }
    }
}

fn line(fact: &RequirementFact) -> String {
    trefonds_ask::requirement_line(fact)
}

/// The item of a requirement whose line changed, its number kept.
fn renumbered(item: &str, line: String) -> String {
    let number = item.rsplit_once('#').filter(|(_, n)| n.parse::<u32>().is_ok()).map(|(_, n)| n);
    number.map_or(line.clone(), |number| format!("{line}#{number}"))
}

/// The id by which an item is known.
fn named(value: &FactValue) -> Option<&str> {
    match value {
        FactValue::Party(id) | FactValue::Site(id) => Some(id),
        FactValue::Supply { entity, .. }
        | FactValue::Control { entity, .. }
        | FactValue::Change { entity, .. } => Some(entity),
        FactValue::Recovery { component, .. } => Some(component),
        FactValue::Holding { holder, .. } => holder.as_deref(),
        _ => None,
    }
}
