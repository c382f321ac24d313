//! Changes that are put back as one: a declaration, or a whole subject that came or went.

use std::collections::{BTreeMap, BTreeSet};

use trefonds_findings::{Change, ChangeKind, Fact, FactKey, FactValue, Facts, Field, SubjectKind};

use trefonds_declare::{Pair, differing};

/// One change.
pub(crate) struct Unit {
    pub turn: ChangeKind,
    pub key: FactKey,
    pub name: String,
    pub before: Vec<Fact>,
    pub after: Vec<Fact>,
}

impl Unit {
    /// The change as a finding.
    pub(crate) fn change(&self) -> Change {
        let of_key = |facts: &[Fact]| facts.iter().find(|fact| fact.key == self.key).cloned();
        Change {
            turn: self.turn,
            key: self.key.clone(),
            name: self.name.clone(),
            before: of_key(&self.before),
            after: of_key(&self.after),
            facts: self.before.len().max(self.after.len()) as u32,
        }
    }

    /// Whether it is a whole subject.
    pub(crate) fn is_subject(&self) -> bool {
        self.key.field == Field::Exists && self.turn != ChangeKind::Changed
    }

    /// Whether results can depend on it: names, owners and sources do not matter to them.
    pub(crate) fn matters(&self) -> bool {
        let silent = matches!(
            self.key.field,
            Field::Title
                | Field::Currency
                | Field::Name
                | Field::Owner
                | Field::Tag
                | Field::Alternative
                | Field::Lei
                | Field::SameAs
        );
        if silent || self.key.subject == SubjectKind::Source {
            return false;
        }
        let holds = |facts: &[Fact]| -> Vec<(FactValue, Option<String>, Option<String>, bool)> {
            facts
                .iter()
                .map(|f| {
                    (f.value.clone(), f.note.from.clone(), f.note.until.clone(), f.note.candidate)
                })
                .collect()
        };
        // A new source or a check changes a result only through the day of the newest check.
        holds(&self.before) != holds(&self.after)
            || self
                .before
                .iter()
                .map(|f| &f.note.verified)
                .ne(self.after.iter().map(|f| &f.note.verified))
    }
}

type Subject<'f> = (SubjectKind, &'f str);

/// The changes from one side to the other, in the order of their keys.
pub(crate) fn units(old: &Facts, new: &Facts) -> Vec<Unit> {
    let (before, after) = (subjects(old), subjects(new));
    let names = names(old, new);
    let mut units: Vec<Unit> = Vec::new();
    let mut whole: BTreeMap<Subject<'_>, usize> = BTreeMap::new();
    for pair in differing(old, new) {
        let subject = (pair.key.subject, pair.key.id.as_str());
        let turn = match (before.contains(&subject), after.contains(&subject)) {
            (false, true) => Some(ChangeKind::Gained),
            (true, false) => Some(ChangeKind::Lost),
            _ => None,
        };
        let name = names.get(&subject).copied().unwrap_or(subject.1);
        match (turn, whole.get(&subject)) {
            (Some(_), Some(at)) => extend(&mut units[*at], &pair),
            (Some(turn), None) => {
                whole.insert(subject, units.len());
                let key = FactKey { field: Field::Exists, item: String::new(), ..pair.key.clone() };
                units.push(unit(turn, key, name, &pair));
            }
            (None, _) => {
                let turn = match (pair.before, pair.after) {
                    (None, _) => ChangeKind::Gained,
                    (_, None) => ChangeKind::Lost,
                    _ => ChangeKind::Changed,
                };
                units.push(unit(turn, pair.key.clone(), name, &pair));
            }
        }
    }
    units
}

fn unit(turn: ChangeKind, key: FactKey, name: &str, pair: &Pair<'_>) -> Unit {
    let mut unit = Unit { turn, key, name: name.to_owned(), before: Vec::new(), after: Vec::new() };
    extend(&mut unit, pair);
    unit
}

fn extend(unit: &mut Unit, pair: &Pair<'_>) {
    unit.before.extend(pair.before.cloned());
    unit.after.extend(pair.after.cloned());
}

/// Subjects that exist; the inventory always does.
fn subjects(facts: &Facts) -> BTreeSet<Subject<'_>> {
    let existing = facts.facts.iter().filter(|fact| fact.key.field == Field::Exists);
    let existing = existing.map(|fact| (fact.key.subject, fact.key.id.as_str()));
    existing.chain([(SubjectKind::Inventory, "")]).collect()
}

fn names<'f>(old: &'f Facts, new: &'f Facts) -> BTreeMap<Subject<'f>, &'f str> {
    let all = old.facts.iter().chain(&new.facts).filter(|fact| fact.key.field == Field::Name);
    let named = all.filter_map(|fact| match &fact.value {
        FactValue::Text(name) => Some(((fact.key.subject, fact.key.id.as_str()), name.as_str())),
        _ => None,
    });
    named.collect()
}
