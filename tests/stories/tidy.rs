//! The house: only the allowed arrows, no long file, a page that is true, nothing left lying about.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::harness::{names_in, root, text_of};

/// Who may use whom; docs/architecture.md draws it.
const ARROWS: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("read", &[]),
    ("model", &["source"]),
    ("declare", &["source", "model", "lang"]),
    ("findings", &["model", "declare"]),
    ("inventory", &["source", "read", "model", "declare", "lang"]),
    ("catalogue", &["read", "declare", "lang"]),
    ("import", &["source", "read", "model", "declare", "lang"]),
    ("settle", &["source", "model"]),
    ("ask", &["source", "model", "declare", "findings", "settle"]),
    ("cuts", &["source", "model", "findings", "ask"]),
    ("plan", &["model", "findings", "ask"]),
    ("diff", &["source", "model", "declare", "findings", "ask"]),
    ("judge", &["findings"]),
    ("layout", &[]),
    ("export", &["findings", "judge", "layout", "lang"]),
    ("lang", &[]),
    ("report", &["findings", "export", "lang"]),
    ("oracle", &[]),
];

/// Outside crates that few crates may use.
const PRIVATE: [(&str, &[&str]); 9] = [
    ("petgraph", &["settle", "cuts"]),
    ("microlp", &["plan"]),
    ("saphyr-parser", &["read"]),
    ("annotate-snippets", &["inventory"]),
    ("graphviz-pure", &["layout"]),
    ("celes", &["model"]),
    ("calamine", &["read"]),
    ("quick-xml", &["export", "cuts", "read"]),
    ("maud", &["report"]),
];

/// The names under `[dependencies]` of a crate's manifest.
fn dependencies(of: &str) -> BTreeSet<String> {
    let manifest = text_of(format!("crates/{of}/Cargo.toml"));
    let section = manifest.split("[dependencies]\n").nth(1).unwrap_or_default();
    let lines = section.lines().take_while(|line| !line.starts_with('['));
    let names = lines.filter_map(|line| line.split(['.', ' ', '=']).next());
    names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

fn crates() -> Vec<String> {
    names_in("crates").into_iter().filter(|name| name != "cli").collect()
}

#[test]
fn only_the_allowed_arrows_exist() {
    let known: BTreeSet<&str> = ARROWS.iter().map(|(name, _)| *name).collect();
    assert_eq!(crates().iter().map(String::as_str).collect::<BTreeSet<_>>(), known);
    let mut wrong = Vec::new();
    for (name, allowed) in ARROWS {
        for used in dependencies(name).iter().filter_map(|it| it.strip_prefix("trefonds-")) {
            if !allowed.contains(&used) {
                wrong.push(format!("{name} uses {used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn what_is_private_to_a_crate_stays_there() {
    for (library, owners) in PRIVATE {
        for name in crates().into_iter().filter(|name| !owners.contains(&name.as_str())) {
            assert!(!dependencies(&name).contains(library), "{name} uses {library}");
        }
        let root = text_of("Cargo.toml");
        let own = root.split("\n[dependencies]\n").nth(1).unwrap().split("\n[").next().unwrap();
        assert!(!own.contains(library), "the program uses {library}");
    }
}

#[test]
fn the_architecture_page_names_exactly_the_crates() {
    let page = text_of("docs/architecture.md");
    let headings = page.lines().filter_map(|line| line.strip_prefix("## `"));
    let named: BTreeSet<String> =
        headings.filter_map(|line| line.strip_suffix('`')).map(str::to_owned).collect();
    assert_eq!(named, names_in("crates").into_iter().collect());
    for name in &named {
        let section = page.split(&format!("## `{name}`\n")).nth(1).unwrap();
        let section = section.split("\n## ").next().unwrap();
        assert!(section.contains("Absent:"), "{name}: the page does not say what is absent");
    }
    for (name, allowed) in ARROWS.iter().filter(|(_, allowed)| !allowed.is_empty()) {
        let uses = format!("Uses: {}.", allowed.join(", "));
        let section = page.split(&format!("## `{name}`\n")).nth(1).unwrap();
        assert!(section.split("\n## ").next().unwrap().contains(&uses), "{name}: {uses}");
    }
}

pub(super) fn files_under(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files_under(&path, found) } else { found.push(path) }
    }
}

#[test]
fn no_file_is_long() {
    let mut files = Vec::new();
    files_under(&root().join("crates"), &mut files);
    files_under(&root().join("tests/stories"), &mut files);
    for file in files.iter().filter(|file| file.extension().is_some_and(|it| it == "rs")) {
        let lines = std::fs::read_to_string(file).unwrap().lines().count();
        assert!(lines <= 600, "{} has {lines} lines", file.display());
    }
}

#[test]
fn names_of_files_are_portable() {
    for file in tracked() {
        let fine = |c: char| c.is_ascii_alphanumeric() || "-_./".contains(c);
        assert!(file.chars().all(fine), "{file}");
    }
}

/// The files that git knows; none outside a checkout.
fn tracked() -> Vec<String> {
    let listed = Command::new("git").args(["ls-files"]).current_dir(root()).output();
    let Ok(listed) = listed else { return Vec::new() };
    String::from_utf8_lossy(&listed.stdout).lines().map(str::to_owned).collect()
}

#[test]
fn no_tracked_file_tells_of_the_machine_where_it_was_written() {
    // Put together here, so that this file does not hold them.
    let places = ["work/", "root/", "home/", "tmp/target"].map(|place| format!("/{place}"));
    for file in tracked() {
        let Ok(text) = std::fs::read_to_string(root().join(&file)) else { continue };
        for place in &places {
            let outside = |(at, _): &(usize, &str)| {
                let before = text[..*at].chars().next_back();
                before.is_none_or(|c| !c.is_alphanumeric() && !"._-~/}$".contains(c))
            };
            assert!(
                !text.match_indices(place.as_str()).any(|hit| outside(&hit)),
                "{file}: {place}"
            );
        }
    }
}

#[test]
fn the_project_speaks_of_itself_alone() {
    // Put together here, so that this file does not hold them.
    let words =
        [("AI ", "agent"), ("AI ", "assistant"), ("co-authored", "-by"), ("language ", "model")];
    for file in tracked() {
        let Ok(text) = std::fs::read_to_string(root().join(&file)) else { continue };
        let text = text.to_lowercase();
        for (first, second) in words {
            let word = format!("{first}{second}").to_lowercase();
            assert!(!text.contains(&word), "{file}: {word}");
        }
    }
}
