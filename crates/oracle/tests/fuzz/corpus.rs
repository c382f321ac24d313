//! Real files of the repository, to begin with.

use std::fmt;
use std::path::{Path, PathBuf};

use trefonds_ask::Options;
use trefonds_inventory::{LoadOptions, load};
use trefonds_oracle::{generate, json};

/// Files that are read together.
#[derive(Clone)]
pub struct Case(pub Vec<(String, Vec<u8>)>);

impl fmt::Debug for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, text) in &self.0 {
            writeln!(f, "--- {name}\n{}", String::from_utf8_lossy(text))?;
        }
        Ok(())
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The names in a folder, sorted.
fn names_in(folder: &Path) -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    all.sort();
    all
}

/// The files of a folder with one of these endings.
fn files(folder: &Path, endings: &[&str]) -> Vec<(String, Vec<u8>)> {
    let wanted = |path: &PathBuf| {
        path.is_file() && path.extension().is_some_and(|it| endings.iter().any(|end| it == *end))
    };
    let read = |path: PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, std::fs::read(path).unwrap())
    };
    names_in(folder).into_iter().filter(wanted).map(read).collect()
}

/// The small inventories, each with all of its files, the starter, and each file of the large ones.
pub fn inventories() -> Vec<Case> {
    let small = ["tests/situations", "tests/inventories", "tests/scenarios", "tests/invalid"];
    let folders = small.iter().flat_map(|folder| names_in(&root().join(folder)));
    let mut cases: Vec<Case> =
        folders.filter(|it| it.is_dir()).map(|it| Case(files(&it, &["yaml", "json"]))).collect();
    cases.push(Case(files(&root().join("crates/inventory/src/starter/en"), &["yaml"])));
    for folder in ["hospital", "energy-retailer"] {
        let all = files(&root().join("inventories").join(folder), &["yaml"]);
        cases.extend(all.into_iter().map(|file| Case(vec![file])));
    }
    cases.retain(|case| !case.0.is_empty());
    cases
}

/// Random inventories, as there is none in JSON.
pub fn inventories_in_json() -> Vec<Case> {
    let worlds = (0..60).map(|number| json::one_file(&generate::world(number)));
    worlds.map(|(name, text)| Case(vec![(name, text.into_bytes())])).collect()
}

/// Snapshots of small inventories.
pub fn snapshots() -> Vec<Case> {
    let folders = ["tests/situations/worked_example", "tests/situations/nested_alternatives"];
    let others = ["tests/inventories/ended-and-one-hand", "tests/inventories/four-words"];
    let snapshot = |folder: &str| {
        let loaded = load(&root().join(folder), &LoadOptions::default());
        let snapshot = trefonds_diff::take(&loaded.inventory.unwrap(), &Options::default(), "fuzz");
        Case(vec![("a.json".to_owned(), serde_json::to_vec_pretty(&snapshot).unwrap())])
    };
    folders.into_iter().chain(others).map(snapshot).collect()
}

fn one_by_one(folder: &str, endings: &[&str]) -> Vec<Case> {
    files(&root().join(folder), endings).into_iter().map(|file| Case(vec![file])).collect()
}

/// The policies of the shipped inventories and of the stories.
pub fn policies() -> Vec<Case> {
    let own = one_by_one("tests/policies", &["yaml"]).into_iter();
    own.chain(one_by_one("inventories/policies", &["yaml"])).collect()
}

/// The scenarios of the hospital.
pub fn scenarios() -> Vec<Case> {
    one_by_one("inventories/hospital/scenarios", &["yaml"])
}

/// The fault trees of the stories: alone, and the two that belong together.
pub fn fault_trees() -> Vec<Case> {
    let mut cases = one_by_one("tests/open-psa", &["xml"]);
    cases.push(Case(files(&root().join("tests/open-psa"), &["xml"])));
    cases
}
