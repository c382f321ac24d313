//! Order, format, files and comments make no difference.

use std::path::Path;

use proptest::prelude::*;
use serde_yaml::{Mapping, Value};
use trefonds_ask::facts;
use trefonds_diff::{DiffOptions, diff};
use trefonds_findings::Facts;
use trefonds_inventory::{LoadOptions, load_texts};

use super::inventories::shipped;

/// Everything that a shipped inventory says, one entry a subject: section, id, what is said.
fn entries(name: &str) -> Vec<(String, Value, Value)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../inventories").join(name);
    let mut entries = Vec::new();
    for file in std::fs::read_dir(root).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "yaml") {
            continue;
        }
        let text = std::fs::read_to_string(path).unwrap();
        let sections: Mapping = serde_yaml::from_str(&text).unwrap();
        for (section, said) in sections {
            let section = section.as_str().unwrap().to_owned();
            match said {
                Value::Mapping(subjects) => entries
                    .extend(subjects.into_iter().map(|(id, said)| (section.clone(), id, said))),
                said => entries.push((section, Value::Null, said)),
            }
        }
    }
    entries.sort_by_key(|(section, id, _)| (section.clone(), id.as_str().map(str::to_owned)));
    entries
}

/// Turns lists and mappings of which the order means nothing.
fn turned(value: Value) -> Value {
    match value {
        Value::Mapping(mapping) => {
            let mut pairs: Vec<(Value, Value)> =
                mapping.into_iter().map(|(key, said)| (key, turned(said))).collect();
            pairs.reverse();
            Value::Mapping(pairs.into_iter().collect())
        }
        Value::Sequence(list) => Value::Sequence(list.into_iter().rev().map(turned).collect()),
        other => other,
    }
}

/// Writes entries into so many files, with a comment on top of each.
fn written(entries: &[(String, Value, Value)], files: usize) -> Facts {
    let mut texts: Vec<Mapping> = vec![Mapping::new(); files];
    for (at, (section, id, said)) in entries.iter().enumerate() {
        let file = &mut texts[at % files];
        let said = if at % 2 == 0 { turned(said.clone()) } else { said.clone() };
        if id.is_null() {
            file.insert(section.as_str().into(), said);
            continue;
        }
        let section = file.entry(section.as_str().into()).or_insert(Value::Mapping(Mapping::new()));
        section.as_mapping_mut().unwrap().insert(id.clone(), said);
    }
    let files = texts.into_iter().enumerate().map(|(at, sections)| {
        let text = format!("# file {at}\n{}", serde_yaml::to_string(&sections).unwrap());
        (format!("{at}.yaml"), text.into_bytes())
    });
    let shelf: Option<&dyn trefonds_declare::Shelf> = Some(&trefonds_catalogue::Embedded);
    let options = LoadOptions { shelf, ..LoadOptions::default() };
    let loaded = load_texts(files.collect(), &options);
    facts(&loaded.inventory.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn shuffling_gives_an_empty_diff(
        entries in Just(entries("health-data-before")).prop_shuffle(),
        files in 1_usize..6,
    ) {
        let old = facts(&shipped("health-data-before"));
        let new = written(&entries, files);
        let found = diff(&old, &new, &DiffOptions::default()).unwrap();
        prop_assert!(found.same, "{:?}", found.changes);
    }
}
