//! The map of a diff: both sides on one picture, what came, went or changed marked.

use std::collections::{BTreeMap, BTreeSet};

use trefonds_ask::{Analysis, MapOptions, Options};
use trefonds_declare::{Refused, aligned, model_again, prune};
use trefonds_findings::{
    ChangeKind, Facts, Field, MapComponent, MapGraph, MapHeader, MapNode, MapNodeIx, SubjectKind,
};
use trefonds_model::Inventory;

use crate::units::{Unit, units};
use crate::{DiffOptions, Side, renames};

/// Draws both sides on one map. Each box says what its own side says: what is there now, the new
/// one; what went, the old one.
///
/// # Errors
/// As [`crate::diff`].
pub fn picture(old: &Side, new: &Side, options: &DiffOptions) -> Result<MapGraph, Refused> {
    let (of_old, of_new) = (old.question(&options.analysis), new.question(&options.analysis));
    let renames = options.renames;
    let guessed = if renames { renames::guess(&old.facts, &new.facts) } else { Vec::new() };
    let old = renames::apply(&old.facts, &guessed);
    let new = aligned(&old, &new.facts);
    let units = units(&old, &new);
    let before = map(&model_again(&old)?, &of_old);
    let after = map(&model_again(&new)?, &of_new);
    let mut both = map(&model_again(&prune(&union(&old, &new, &units)))?, &of_new);
    let turns = turns(&units);
    let (boxes_before, boxes_after) = (boxes(&before), boxes(&after));
    for node in &mut both.nodes {
        if let MapNode::Component(component) = node {
            let id = component.component.id.as_str();
            let own = boxes_after.get(id).or_else(|| boxes_before.get(id));
            if let Some(own) = own {
                *component = (*own).clone();
            }
            component.turn = turns.get(component.component.id.as_str()).copied();
        }
    }
    let (arrows_before, arrows_after) = (arrows(&before), arrows(&after));
    let drawn = ends(&both);
    for (edge, ends) in both.edges.iter_mut().zip(drawn) {
        edge.turn = ends.and_then(|ends| {
            match (arrows_before.contains(&ends), arrows_after.contains(&ends)) {
                (false, true) => Some(ChangeKind::Gained),
                (true, false) => Some(ChangeKind::Lost),
                _ => None,
            }
        });
    }
    let title = of_both(&before.header, &after.header);
    both.header = after.header;
    both.header.title = title;
    Ok(both)
}

/// "Before, 2025-06-01 → After, 2026-11-01"; what both sides share is said once.
fn of_both(before: &MapHeader, after: &MapHeader) -> Option<String> {
    let name = |header: &MapHeader| header.title.clone().unwrap_or_else(|| "?".to_owned());
    let day = |header: &MapHeader| header.as_of.clone().unwrap_or_else(|| "?".to_owned());
    match (before.title == after.title, before.as_of == after.as_of) {
        (true, true) => after.title.clone(),
        (false, true) => Some(format!("{} → {}", name(before), name(after))),
        (true, false) => Some(format!("{}, {} → {}", name(after), day(before), day(after))),
        (false, false) => {
            let whole = |header: &MapHeader| format!("{}, {}", name(header), day(header));
            Some(format!("{} → {}", whole(before), whole(after)))
        }
    }
}

fn map(model: &Inventory, question: &Options) -> MapGraph {
    Analysis::new(model, question).map(&MapOptions::default())
}

/// The new facts, and what went: components with what they name, and requirements.
fn union(old: &Facts, new: &Facts, units: &[Unit]) -> Facts {
    let mut facts: BTreeMap<_, _> =
        new.facts.iter().map(|fact| (fact.key.clone(), fact.clone())).collect();
    let gone = units.iter().filter(|unit| unit.turn == ChangeKind::Lost);
    for unit in gone.filter(|unit| unit.is_subject() || unit.key.field == Field::Requirement) {
        for fact in &unit.before {
            facts.entry(fact.key.clone()).or_insert_with(|| fact.clone());
        }
    }
    let version = old.version.max(new.version);
    Facts { version, facts: facts.into_values().collect() }
}

/// What happened to each component.
fn turns(units: &[Unit]) -> BTreeMap<&str, ChangeKind> {
    let mut turns = BTreeMap::new();
    for unit in units.iter().filter(|unit| unit.key.subject == SubjectKind::Component) {
        let turn = if unit.is_subject() { unit.turn } else { ChangeKind::Changed };
        turns.insert(unit.key.id.as_str(), turn);
    }
    turns
}

fn boxes(map: &MapGraph) -> BTreeMap<&str, &MapComponent> {
    let boxes = map.nodes.iter().filter_map(|node| match node {
        MapNode::Component(component) => Some((component.component.id.as_str(), component)),
        _ => None,
    });
    boxes.collect()
}

/// Who needs whom, through whatever joint, by ids; `None` for what is not such an arrow.
fn ends(map: &MapGraph) -> Vec<Option<(String, String)>> {
    let owner = |at: MapNodeIx| match map.nodes.get(at.0 as usize) {
        Some(MapNode::Joint(joint)) => joint.owner,
        _ => at,
    };
    let id = |at: MapNodeIx| match map.nodes.get(at.0 as usize) {
        Some(MapNode::Component(component)) => Some(component.component.id.clone()),
        _ => None,
    };
    map.edges.iter().map(|edge| Some((id(owner(edge.from))?, id(edge.to)?))).collect()
}

fn arrows(map: &MapGraph) -> BTreeSet<(String, String)> {
    ends(map).into_iter().flatten().collect()
}
