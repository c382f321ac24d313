//! The program as its command line uses it: files, inventory, analysis.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

use trefonds_ask::{Analysis, Options};
use trefonds_inventory::{LoadOptions, Style, load_texts, render};
use trefonds_model::Inventory;
use trefonds_oracle::world::{Question, World};
use trefonds_oracle::yaml;

/// Reads files from memory; says why where it cannot.
pub fn read(files: &[(String, String)]) -> Inventory {
    let bytes = files.iter().map(|(name, text)| (name.clone(), text.clone().into_bytes()));
    let loaded = load_texts(bytes.collect(), &LoadOptions::default());
    let report = || {
        let report = render(&loaded.diagnostics, loaded.sources(), Style::default());
        format!("{}\n{report}", shown(files))
    };
    assert!(loaded.inventory.is_some(), "{}", report());
    loaded.inventory.unwrap()
}

/// Files for people.
pub fn shown(files: &[(String, String)]) -> String {
    files.iter().map(|(name, text)| format!("--- {name}\n{text}")).collect()
}

/// Reads a world and asks of it.
pub fn ask<T>(world: &World, question: impl FnOnce(&Analysis<'_>) -> T) -> T {
    let inventory = read(&yaml::one_file(world));
    let asked = match world.question {
        Question::Withdrawal => trefonds_model::Question::Withdrawal,
        Question::Fault => trefonds_model::Question::Fault,
    };
    let options = Options { question: asked, ..Options::default() };
    question(&Analysis::new(&inventory, &options))
}

/// What the rules and the program say differently of each of many worlds.
#[derive(Default)]
pub struct Differences(Vec<(u64, String)>);

impl Differences {
    /// Notes what is said of a world on one side only, or differently: the rules first.
    pub fn note<K: Ord + Clone + Debug, V: PartialEq + Clone + Debug>(
        &mut self,
        (number, world): (u64, &World),
        what: &str,
        rules: &BTreeMap<K, V>,
        program: &BTreeMap<K, V>,
    ) {
        let keys: BTreeSet<&K> = rules.keys().chain(program.keys()).collect();
        let pairs = keys.into_iter().map(|key| (key, rules.get(key), program.get(key)));
        let different: Vec<_> = pairs.filter(|(_, a, b)| a != b).collect();
        if !different.is_empty() {
            let files = shown(&yaml::one_file(world));
            let lines: Vec<String> = (different.iter())
                .map(|(key, rules, program)| {
                    format!("{key:?}\n  the rules:   {rules:?}\n  the program: {program:?}")
                })
                .collect();
            self.0.push((number, format!("{what}\n{files}\n{}", lines.join("\n"))));
        }
    }

    /// Ends the test: there must be none.
    pub fn none(self) {
        let numbers: BTreeSet<u64> = self.0.iter().map(|(number, _)| *number).collect();
        if let Some((number, first)) = self.0.first() {
            panic!("worlds {numbers:?} differ; world {number}: {first}");
        }
    }
}

/// The numbers of the worlds that a law is tried on: so many, or those of `TREFONDS_WORLDS=300..9000`.
pub fn worlds(count: u64) -> std::ops::Range<u64> {
    let asked = std::env::var("TREFONDS_WORLDS").ok();
    let range = asked.as_ref().and_then(|it| it.split_once(".."));
    let range = range.and_then(|(from, to)| Some(from.parse().ok()?..to.parse().ok()?));
    range.unwrap_or(0..count)
}
