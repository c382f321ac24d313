//! `history`: what an inventory said over the commits that touched it.

use std::fs;

use serde_json::Value;

use super::diff_git::{MAIL, Repository};
use crate::harness::{Story, list, program, text_of, word};

fn history(repository: &Repository) -> Story {
    program().args(["history", &repository.name("si")])
}

/// Four commits that touch the inventory, one that does not: the operator is sold, a file is broken,
/// then the first state is back.
fn sold_and_back() -> Repository {
    let repository = Repository::new();
    repository.commit("si/a.yaml", MAIL, "2026-01-01");
    repository.commit("notes.md", "Nothing of the inventory.", "2026-01-15");
    let sold = MAIL.replace("us: {country: FR,", "us: {country: US,");
    repository.commit("si/a.yaml", &sold, "2026-02-01");
    repository.commit(
        "si/a.yaml",
        "trefonds: 1\ncomponents: {mail: {layer: cellar}}\n",
        "2026-03-01",
    );
    repository.commit("si/a.yaml", MAIL, "2026-04-01");
    repository
}

#[test]
fn the_commits_that_touched_the_inventory_the_newest_first() {
    let repository = sold_and_back();
    let result = history(&repository).json();
    let commits = list(&result, "commits");
    let dates: Vec<&str> = commits.iter().map(|commit| word(commit, "/date")).collect();
    assert_eq!(dates, ["2026-04-01", "2026-03-01", "2026-02-01", "2026-01-01"]);
    let stoppable = |at: usize| commits[at].pointer("/measures/stoppable").and_then(Value::as_u64);
    assert_eq!([stoppable(0), stoppable(2), stoppable(3)], [Some(0), Some(1), Some(0)]);
    assert_eq!(commits[0]["measures"], commits[3]["measures"]);
    assert_eq!(word(&commits[2], "/author"), "Camille Exemple");
    assert_eq!(word(&commits[2], "/subject"), "Write si/a.yaml");
    let head = repository.git(&["rev-parse", "HEAD"], "2026-04-01");
    assert_eq!(word(&commits[0], "/commit"), head);
    let schema: Value = serde_json::from_str(&text_of("docs/schemas/history.schema.json")).unwrap();
    assert!(jsonschema::is_valid(&schema, &result));
}

#[test]
fn a_commit_that_does_not_load_is_shown_as_such() {
    let repository = sold_and_back();
    let result = history(&repository).json();
    let broken = &list(&result, "commits")[1];
    assert_eq!(broken["measures"], Value::Null);
    assert!(word(broken, "/problem").starts_with("si/a.yaml:2: "), "{broken}");
    history(&repository).says("does not load: si/a.yaml:2: ");
    history(&repository).args(["--lang", "fr"]).says("ne se charge pas");
}

#[test]
fn an_inventory_that_was_taken_away_and_put_back() {
    let repository = sold_and_back();
    std::fs::remove_dir_all(repository.at("si")).unwrap();
    repository.commit_all("Take away", "2026-05-01");
    repository.commit("si/a.yaml", MAIL, "2026-06-01");
    let said = history(&repository).says("no inventory file is there").stdout;
    assert!(said.contains("2026-06-01"));
}

#[test]
fn it_begins_where_it_is_asked_to() {
    let repository = sold_and_back();
    let count =
        |since: &str| list(&history(&repository).args(["--since", since]).json(), "commits").len();
    assert_eq!(count("2026-02-01"), 3);
    assert_eq!(count("2026-02-02"), 2);
    assert_eq!(count("HEAD~2"), 2);
    assert_eq!(count("HEAD"), 0);
    history(&repository).args(["--since", "HEAD"]).says("none");
    history(&repository).args(["--since", "nowhere"]).fails_with(2).complains("nowhere: no commit");
}

#[test]
fn a_merge_is_one_step() {
    let repository = Repository::new();
    repository.commit("si/a.yaml", MAIL, "2026-01-01");
    repository.git(&["checkout", "--quiet", "-b", "sale"], "2026-01-02");
    let named = MAIL.replace("home: [FR]", "home: [FR]\ntitle: Ours");
    repository.commit("si/a.yaml", &named, "2026-01-02");
    let sold = named.replace("us: {country: FR,", "us: {country: US,");
    repository.commit("si/a.yaml", &sold, "2026-01-03");
    repository.git(&["checkout", "--quiet", "main"], "2026-01-04");
    let message = ["merge", "--quiet", "--no-ff", "-m", "Sell", "sale"];
    repository.git(&message, "2026-01-04");
    let result = history(&repository).json();
    let subjects: Vec<&str> =
        list(&result, "commits").iter().map(|commit| word(commit, "/subject")).collect();
    assert_eq!(subjects, ["Sell", "Write si/a.yaml"]);
}

#[test]
fn the_formats_of_lists() {
    let repository = sold_and_back();
    let text = history(&repository).succeeds().stdout;
    assert_eq!(history(&repository).args(["--format", "table"]).succeeds().stdout, text);
    let csv = history(&repository).args(["--format", "csv"]).succeeds().stdout;
    assert_eq!(csv.lines().count(), 5);
    assert!(csv.starts_with("commit,date,author,subject,components,"), "{csv}");
    history(&repository).args(["--format", "markdown"]).says("| 2026-02-01 |");
    assert_eq!(history(&repository).succeeds().stdout, text);
}

#[test]
fn the_chart_is_a_picture_and_the_same_bytes_twice() {
    let repository = sold_and_back();
    let drawn = [0, 1].map(|_| {
        let file = repository.name("chart.svg");
        history(&repository).args(["-o", &file]).succeeds();
        std::fs::read_to_string(&file).unwrap()
    });
    assert_eq!(drawn[0], drawn[1]);
    roxmltree::Document::parse(&drawn[0]).unwrap();
    for words in ["History of si", "4 commits", "inventory does not load", "2026-02-01"] {
        assert!(drawn[0].contains(words), "{words}");
    }
}

#[test]
fn without_a_history_it_says_so() {
    let repository = Repository::new();
    history(&repository).fails_with(2).complains("HEAD: no commit");
    repository.commit("notes.md", "Not yet.", "2026-01-01");
    history(&repository).fails_with(2).complains("HEAD:si: no inventory file");
}

#[test]
fn one_hand_and_what_has_ended_are_counted_apart() {
    let repository = Repository::new();
    let first = fs::read_to_string(
        crate::harness::root().join("tests/inventories/four-words/trefonds.yaml"),
    );
    let first = first.unwrap();
    repository.commit("si/a.yaml", &first, "2026-01-01");
    let settled = first.replace("owned_by: undisclosed", "owned_by: dispersed");
    let settled = settled.replace("until: 2026-10-20", "until: 2030-10-20");
    repository.commit("si/a.yaml", &settled, "2026-02-01");
    let result = history(&repository).json();
    let commits = list(&result, "commits");
    let of = |at: usize| {
        let count = |key: &str| commits[at]["measures"][key].as_u64().unwrap();
        ["stoppable", "possibly_stoppable", "in_one_hand", "down"].map(count)
    };
    assert_eq!(of(1), [2, 1, 1, 1]);
    assert_eq!(of(0), [2, 0, 0, 0]);
}
