//! Every rejection: `tests/invalid/CODE/` holds a small inventory and, in `expected.txt`, the whole
//! report that it must give. `TREFONDS_BLESS=1 cargo test -p trefonds-inventory --test invalid`
//! writes the reports anew; read the difference before you commit it.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its files has failed")]
#![allow(clippy::disallowed_methods, reason = "a test may ask whether to write its expectations")]

use std::fs;
use std::path::{Path, PathBuf};

use trefonds_declare::forms::Edition;
use trefonds_declare::{Shelf, SubjectKind, Wanted};
use trefonds_inventory::{LoadOptions, Style, codes, diagnostics_page, load, load_texts, render};

/// Codes of states of the file system that a folder of this repository cannot hold: `tests/load.rs`
/// has them.
const OF_THE_FILE_SYSTEM: [&str; 5] =
    ["not-found", "no-inventory-file", "unreadable", "symlink-loop", "too-large"];

/// Codes of other files than inventories: the stories of policies, scenarios and snapshots have them.
const OF_SMALL_FILES: [&str; 4] =
    ["invalid-policy", "invalid-scenario", "invalid-mapping", "bad-declaration"];

/// A catalogue of one entity.
#[derive(Debug)]
struct Small;

impl Shelf for Small {
    fn edition(&self) -> Edition {
        Edition { year: 2026, month: 11 }
    }
    fn offers(&self) -> Vec<&str> {
        Vec::new()
    }
    fn ids(&self, _: SubjectKind) -> Vec<&str> {
        vec!["acme"]
    }
    fn texts(&self, _: &Wanted) -> Vec<(String, String)> {
        let text = "entities:\n  acme: {owned_by: [{entity: holdco, verified: 2026-11-01}]}\n  holdco: {country: US}\n";
        vec![("catalogue 2026.11, a.yaml".to_owned(), text.to_owned())]
    }
}

fn with_a_catalogue() -> LoadOptions<'static> {
    LoadOptions { shelf: Some(&Small), ..LoadOptions::default() }
}

fn elsewhere(code: &str) -> bool {
    OF_THE_FILE_SYSTEM.contains(&code) || OF_SMALL_FILES.contains(&code)
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn blessing() -> bool {
    std::env::var_os("TREFONDS_BLESS").is_some()
}

/// The files of a case as the report names them, without the place of the repository.
fn files_of(case: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(case)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension != "txt"))
        .map(|path| {
            (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap())
        })
        .collect();
    files.sort();
    files
}

fn same_as_file(path: &Path, actual: &str) -> bool {
    if blessing() {
        fs::write(path, actual).unwrap();
    }
    let expected = fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
    expected == actual
}

#[test]
fn every_rejection_says_what_is_expected() {
    let folder = repository().join("tests/invalid");
    let mut wrong = Vec::new();
    for code in codes().map(|code| code.as_str()).filter(|code| !elsewhere(code)) {
        let case = folder.join(code);
        assert!(case.is_dir(), "tests/invalid/{code} is missing: every code has a case");
        let loaded = load_texts(files_of(&case), &with_a_catalogue());
        assert!(loaded.diagnostics.iter().any(|diagnostic| diagnostic.code == code), "{code}");
        let report = render(&loaded.diagnostics, loaded.sources(), Style::default());
        if !same_as_file(&case.join("expected.txt"), &report) {
            wrong.push(format!("{code}: expected.txt differs; the report is now\n{report}"));
        }
    }
    assert!(wrong.is_empty(), "{}\nwrite them anew with TREFONDS_BLESS=1", wrong.join("\n"));
}

#[test]
fn folders_and_files_in_memory_give_the_same() {
    for entry in fs::read_dir(repository().join("tests/invalid")).unwrap() {
        let case = entry.unwrap().path();
        let from_disk = load(&case, &with_a_catalogue());
        let from_memory = load_texts(files_of(&case), &with_a_catalogue());
        let codes = |loaded: &trefonds_inventory::Loaded| {
            loaded.diagnostics.iter().map(|diagnostic| diagnostic.code).collect::<Vec<_>>()
        };
        assert_eq!(codes(&from_disk), codes(&from_memory), "{}", case.display());
    }
}

#[test]
fn the_page_of_diagnostics_is_made_from_the_codes() {
    let page = repository().join("docs/diagnostics.md");
    assert!(
        same_as_file(&page, &diagnostics_page()),
        "docs/diagnostics.md is not what the codes say: TREFONDS_BLESS=1 cargo test -p trefonds-inventory --test invalid"
    );
}
