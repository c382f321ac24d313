//! `init`: a starter that passes `check`, in both languages.

use std::fs;

use crate::harness::{Story, program};

#[test]
fn the_starter_passes_check_and_has_findings() {
    for (lang, ready) in [("en", "is ready"), ("fr", "est prêt")] {
        let folder = tempfile::tempdir().unwrap();
        let new = folder.path().join("my-si");
        let path = new.to_str().unwrap();
        program().args(["init", path, "--lang", lang]).says(ready);
        Story::on(path).args(["check"]).succeeds();
        Story::on(path).args(["questions"]).says("undisclosed");
        Story::on(path).args(["map"]).says("<svg");
    }
}

#[test]
fn a_folder_with_something_in_it_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("mine.txt"), "mine").unwrap();
    let path = folder.path().to_str().unwrap();
    program().args(["init", path]).fails_with(2).complains("not empty");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn an_empty_folder_will_do() {
    let folder = tempfile::tempdir().unwrap();
    program().args(["init", folder.path().to_str().unwrap()]).succeeds();
    assert!(folder.path().join("trefonds.yaml").exists());
}
