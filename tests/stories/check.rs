//! `check`: what an inventory holds, and every problem of every file.

use serde_json::Value;

use crate::harness::{Story, clinic, inventories, inventory, list, program};

#[test]
fn every_shipped_inventory_passes() {
    for name in inventories() {
        inventory(&name).args(["check"]).succeeds();
    }
}

#[test]
fn the_overview_in_both_languages() {
    clinic().args(["check"]).snapshot("check-en");
    clinic().args(["check", "--lang", "fr"]).snapshot("check-fr");
}

#[test]
fn coverage_and_blind_spots_are_counted() {
    let overview = clinic().args(["check"]).json();
    let (declared, called_for) =
        (&overview["coverage"]["declared"], &overview["coverage"]["called_for"]);
    assert!(declared.as_u64() < called_for.as_u64());
    assert_eq!(overview["services"].as_array().map(Vec::len), Some(4));
    let unreached = list(&overview, "unreached");
    assert_eq!(unreached.first().map(|it| &it["id"]), Some(&Value::from("telecopieur")));
}

#[test]
fn every_problem_of_every_file_is_told_in_one_run() {
    let broken = Story::on("tests/invalid/duplicate-id").args(["check"]).fails_with(2);
    broken.complains("error[duplicate-id]").complains("a.yaml").complains("b.yaml");
}

#[test]
fn an_editor_gets_the_problems_as_json() {
    let story = program().args(["check", "tests/invalid/unknown-reference", "--format", "json"]);
    let outcome = story.exits_with(2);
    let problems: Value = serde_json::from_str(&outcome.stdout).unwrap();
    assert!(problems.to_string().contains("unknown-reference"), "{problems}");
}
