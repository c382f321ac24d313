//! Errors: exit code 2, told on standard error, nothing written.

use crate::harness::{Story, clinic, program};

#[test]
fn an_id_that_names_nothing_gets_the_nearest() {
    let story = clinic().args(["why", "imageri", "US"]).fails_with(2);
    story.complains("did you mean imagerie?");
    let story = clinic().args(["why", "imageri", "US", "--lang", "fr"]).fails_with(2);
    story.complains("vouliez-vous dire imagerie");
    clinic().args(["resolve", "dosiers"]).fails_with(2).complains("did you mean dossiers?");
    let map = clinic().args(["map", "--highlight", "nuge"]).fails_with(2);
    map.complains("did you mean nuage?");
}

#[test]
fn nothing_is_written_when_something_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("out.svg");
    let path = file.to_str().unwrap();
    Story::on("tests/invalid/bad-share").args(["map", "-o", path]).fails_with(2);
    Story::on("tests/invalid/bad-share").args(["spof", "-o", path]).fails_with(2);
    clinic().args(["map", "--focus", "nowhere", "-o", path]).fails_with(2);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn an_old_result_stays_when_the_new_one_fails() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("list.csv");
    std::fs::write(&file, "old").unwrap();
    let story = Story::on("tests/invalid/bad-share");
    story.args(["spof", "-o", file.to_str().unwrap()]).fails_with(2);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "old");
}

#[test]
fn a_file_that_cannot_be_written_is_an_error() {
    let path = "no/such/folder/list.txt";
    clinic().args(["spof", "-o", path]).fails_with(2).complains(path);
    clinic().args(["map", "-o", "no/such/folder/map.svg"]).fails_with(2);
}

#[test]
fn wrong_arguments_are_errors() {
    program().args(["frobnicate"]).fails_with(2).complains("frobnicate");
    clinic().args(["spof", "--by", "soon"]).fails_with(2).complains("30d");
    clinic().args(["spof", "--home", "Mars"]).fails_with(2).complains("ISO 3166-1");
    clinic().args(["spof", "--as-of", "tomorrow"]).fails_with(2).complains("2026-11-01");
    clinic().args(["map", "-o", "map.png"]).fails_with(2).complains(".svg");
}

#[test]
fn no_inventory_is_an_error() {
    program().args(["check", "no-such-folder"]).fails_with(2).complains("error[not-found]");
    program().args(["check", "docs/schemas"]).fails_with(2);
}

#[test]
fn help_and_version_are_fine() {
    program().args(["--help"]).says("Exit codes: 0 fine");
    program().args(["--version"]).says("trefonds 0.");
}

#[test]
fn a_filter_that_can_match_nothing_is_an_error() {
    let small = crate::harness::Story::on("tests/situations/territory_of_a_home_state");
    let map = |layers: &str| small.clone().args(["map", "--layers", layers]).fails_with(2);
    map("service,data").complains("--layers data: no component of this inventory is of that layer; there are service, application, infrastructure");
    small.clone().args(["plan", "--criticality", "vital"]).fails_with(2).complains(
        "--criticality vital: no service of this inventory matters so much; there are standard",
    );
    small
        .clone()
        .args(["plan", "--criticality", "vital", "--lang", "fr"])
        .fails_with(2)
        .complains("aucun service de cet inventaire n'est aussi critique ; il y a standard");
    for (home, near) in [("USA", "US"), ("fr", "FR"), ("UK", "GB"), ("eea", "EEA")] {
        let refused = small.clone().args(["spof", "--home", home]).fails_with(2);
        refused.complains(&format!("did you mean {near}?"));
    }
}
