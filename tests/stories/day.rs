//! The day of a result: asked for, the inventory's own, that of the newest verification; nothing else.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::diff_git::Repository;
use crate::harness::{Story, list, program, word};

/// An American operator until a day, and a contract that ends later.
fn inventory(folder: &Path, more: &str) -> String {
    let text = format!(
        "trefonds: 1\nhome: [FR]\n{more}components:\n  mail:\n    layer: service\n    depends_on: [server]\n  \
         server:\n    layer: application\n    operator: {{entity: host, until: 2027-06-30}}\n    \
         suppliers: []\n    data: none\n    site: FR\n    depends_on: none\nentities:\n  \
         host: {{country: US, owned_by: none}}\n  \
         maker: {{country: FR, owned_by: [{{entity: host, votes: 10%, until: 2031-12-31}}]}}\n"
    );
    fs::write(folder.join("a.yaml"), text).unwrap();
    folder.to_str().unwrap().to_owned()
}

#[test]
fn without_a_day_dated_facts_ask_for_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = inventory(folder.path(), "");
    for command in ["check", "spof", "resolve", "exposure", "questions", "rank", "map", "plan"] {
        let refused = Story::on(&path).args([command]).fails_with(2);
        refused
            .complains("error[missing-day]")
            .complains("a.yaml:9:37")
            .complains("as_of: 2026-11-01")
            .complains("--as-of");
    }
    let french = Story::on(&path).args(["spof", "--lang", "fr"]).fails_with(2);
    french.complains("rien ne dit à quel jour le regarder");
}

#[test]
fn no_contract_hides_who_is_there_today() {
    let folder = tempfile::tempdir().unwrap();
    let path = inventory(folder.path(), "as_of: 2026-11-01\n");
    Story::on(&path).args(["spof"]).says("host (United States, US): stops 1 service");
    let asked = Story::on(&path).args(["spof", "--as-of", "2028-01-01"]);
    asked.succeeds().never_says("host (United States, US)");
}

#[test]
fn a_heading_says_where_its_day_comes_from() {
    let folder = tempfile::tempdir().unwrap();
    let own = inventory(folder.path(), "as_of: 2026-11-01\n");
    for (args, english, french, from) in [
        (
            &["--as-of", "2026-12-01"][..],
            "as of 1 December 2026 (asked for)",
            "au 1er décembre 2026 (demandé)",
            "asked",
        ),
        (
            &[],
            "as of 1 November 2026 (the inventory's day)",
            "au 1er novembre 2026 (jour de l'inventaire)",
            "inventory",
        ),
    ] {
        for command in ["check", "spof", "resolve", "exposure", "questions", "rank"] {
            let story = Story::on(&own).args([command]).args(args);
            story.says(english);
            story.clone().args(["--lang", "fr"]).says(french);
            assert_eq!(word(&story.json(), "/day_from"), from, "{command}");
        }
        let why = Story::on(&own).args(["why"]).args(["mail", "host"]).args(args);
        why.says(english);
        Story::on(&own).args(["map"]).args(args).says(english.split(" (").next().unwrap());
        Story::on(&own).args(["report", "-o", "-"]).args(args).says(english);
    }
    let checked = own.replace("a.yaml", "");
    fs::write(
        Path::new(&checked).join("a.yaml"),
        "trefonds: 1\nhome: [FR]\ncomponents:\n  mail: {layer: service, verified: 2025-03-01, until: 2031-01-01}\n  \
         old: {layer: service, verified: 2024-03-01}\n",
    )
    .unwrap();
    let newest = Story::on(&checked).args(["check"]);
    newest.says("as of 1 March 2025 (newest verification)");
    newest.clone().args(["--lang", "fr"]).says("au 1er mars 2025 (vérification la plus récente)");
    assert_eq!(word(&newest.json(), "/day_from"), "verified");
}

#[test]
fn where_nothing_has_dates_no_day_is_needed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.yaml");
    fs::write(&file, "trefonds: 1\nhome: [FR]\ncomponents:\n  mail: {layer: service}\n").unwrap();
    let story = Story::on(file.to_str().unwrap()).args(["check"]);
    story.says("undated");
    assert_eq!(story.json()["day_from"], Value::Null);
}

#[test]
fn each_side_of_a_diff_has_its_day_or_is_asked_for_one() {
    let (old, new) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let old = inventory(old.path(), "as_of: 2026-11-01\n");
    let new_path = inventory(new.path(), "");
    let refused = program().args(["diff", &old, &new_path]).fails_with(2);
    refused.complains("error[missing-day]");
    let asked = program().args(["diff", &old, &new_path, "--as-of", "2026-11-01"]).exits_with(1);
    asked.says("as of 1 November 2026 (asked for)");
    let snapshot = new.path().join("kept.json");
    let kept = snapshot.to_str().unwrap();
    Story::on(&new_path).args(["snapshot", "-o", kept]).fails_with(2);
    Story::on(&old).args(["snapshot", "-o", kept]).succeeds();
    program().args(["diff", kept, &old]).exits_with(0).says("the inventory's day");
}

#[test]
fn init_writes_the_day_and_never_asks_the_clock() {
    let folder = tempfile::tempdir().unwrap();
    let new = folder.path().join("si");
    let path = new.to_str().unwrap();
    program().args(["init", path, "--as-of", "2027-02-28"]).succeeds();
    Story::on(path).args(["spof"]).says("as of 28 February 2027 (the inventory's day)");
    let other = folder.path().join("default");
    program().args(["init", other.to_str().unwrap()]).succeeds();
    // Whatever the contracts of the starter say.
    Story::on(other.to_str().unwrap()).args(["check"]).says("as of 28 November 2026 (");
}

/// A service whose operator's contract ends.
const UNDATED: &str =
    "trefonds: 1\nhome: [FR]\ncomponents:\n  mail: {layer: service, until: 2031-01-01}\n";

#[test]
fn revisions_of_one_inventory_each_have_their_day() {
    let repository = Repository::new();
    repository.commit("si/a.yaml", UNDATED, "2026-01-01");
    let dated = format!("{UNDATED}as_of: 2026-02-01\n");
    repository.commit("si/a.yaml", &dated, "2026-02-01");
    let path = repository.name("si");
    let history = program().args(["history", &path]);
    let told = history.json();
    let problems: Vec<&str> =
        list(&told, "commits").iter().map(|commit| word(commit, "/problem")).collect();
    assert_eq!(problems[0], "-");
    assert!(problems[1].starts_with("si/a.yaml:4: this fact has dates"), "{problems:?}");
    let asked = history.args(["--as-of", "2026-03-01"]).json();
    assert!(list(&asked, "commits").iter().all(|commit| word(commit, "/problem") == "-"));
    let diff = program().args(["diff", "--git", "HEAD~1..HEAD", &path]);
    diff.fails_with(2).complains("error[missing-day]").complains("HEAD~1:si/a.yaml:4:");
    diff.args(["--as-of", "2026-03-01"]).exits_with(1).says("(asked for)");
}
