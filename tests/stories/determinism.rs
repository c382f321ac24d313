//! The same input gives the same bytes: twice, on one thread or four, and from the same facts in
//! other files and another order.

use std::fs;

use serde_json::Value;

use crate::harness::{Story, clinic, inventory, text_of};

const COMMANDS: [&[&str]; 11] = [
    &["spof", "--format", "json"],
    &["spof", "--level", "jurisdiction"],
    &["exposure", "--format", "json"],
    &["questions"],
    &["ends"],
    &["denial"],
    &["resolve"],
    &["map"],
    &["whatif", "--withdraw", "us", "--close-site", "room-a", "--format", "json"],
    &["test"],
    &["rank", "--format", "json"],
];

#[test]
fn same_bytes_twice_on_one_thread_or_four() {
    for args in COMMANDS {
        let one = inventory("hospital").env("RAYON_NUM_THREADS", "1").args(args).succeeds().stdout;
        let four = inventory("hospital").env("RAYON_NUM_THREADS", "4").args(args);
        assert!(four.succeeds().stdout == one, "{args:?} differs between one thread and four");
        assert!(four.succeeds().stdout == one, "{args:?} differs from run to run");
    }
}

/// The clinic again: its facts in files of other names, the blocks of each file in reverse order.
fn shuffled() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("deep")).unwrap();
    let facts = reversed(&text_of("tests/inventories/clinic/trefonds.yaml"));
    fs::write(folder.path().join("zz.yaml"), facts).unwrap();
    let entities = reversed(&text_of("tests/inventories/clinic/entites.yaml"));
    fs::write(folder.path().join("deep/aa.yaml"), entities).unwrap();
    folder
}

/// A file with the entries of each root key in reverse order.
fn reversed(yaml: &str) -> String {
    let mut text = String::new();
    let mut entries: Vec<String> = Vec::new();
    let lines = yaml.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    for line in lines.chain(["end:"]) {
        let deeper = line.starts_with("   ");
        match (line.starts_with("  "), deeper, entries.last_mut()) {
            (true, true, Some(entry)) => *entry += &format!("{line}\n"),
            (true, ..) => entries.push(format!("{line}\n")),
            (false, ..) => {
                text.extend(entries.drain(..).rev());
                text += &format!("{line}\n");
            }
        }
    }
    text.trim_end_matches("end:\n").to_owned()
}

/// A result without what moves with the files: places, and orders that follow them.
fn findings(result: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for key in ["findings", "degradations", "unexposed", "questions"] {
        for finding in result[key].as_array().into_iter().flatten() {
            let [event, service] = [&finding["event"], &finding["service"]];
            let [times, soft] = [&finding["survival_minutes"], &finding["degraded_minutes"]];
            let [certainty, law] = [&finding["certainty"], &finding["law"]];
            let fact = &finding["fact"]["id"];
            found.push(format!("{key} {service} {event} {times} {soft} {certainty} {law} {fact}"));
        }
    }
    found.sort();
    found
}

#[test]
fn the_same_facts_in_other_files_and_another_order_give_the_same_findings() {
    let folder = shuffled();
    let moved = Story::on(folder.path().to_str().unwrap());
    let levels = ["component", "entity", "controller", "jurisdiction"];
    let commands = levels.map(|level| vec!["spof", "--all", "--level", level]);
    for args in commands.into_iter().chain([vec!["exposure"], vec!["questions"]]) {
        let (here, there) = (clinic().args(&args).json(), moved.clone().args(&args).json());
        assert_eq!(findings(&here), findings(&there), "{args:?}");
        assert_eq!(here["coverage"], there["coverage"], "{args:?}");
        assert!(!findings(&here).is_empty(), "{args:?}");
    }
}

#[test]
fn the_day_is_the_inventorys_never_the_clocks() {
    assert_eq!(inventory("hospital").args(["check"]).json()["as_of"], "2026-11-01");
    let later = clinic().args(["check", "--as-of", "2031-01-01"]).json();
    assert_eq!(later["as_of"], "2031-01-01");
}
