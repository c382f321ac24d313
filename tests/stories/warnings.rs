//! Warnings never drown errors, nor the result that was asked for.

use std::fmt::Write;
use std::fs;

use crate::harness::{Story, program};

/// Requirements written twice, each a warning; and an error after so many of them, if wanted.
fn inventory(folder: &std::path::Path, warnings: usize, error: bool) -> String {
    let mut text = "trefonds: 1\nhome: [FR]\ncomponents:\n  base: {layer: data}\n".to_owned();
    for at in 0..warnings {
        if at == warnings / 2 && error {
            text += "  wrong: {layer: service, depends_on: [nowhere]}\n";
        }
        writeln!(text, "  c{at}: {{layer: service, depends_on: [base, base]}}").unwrap();
    }
    fs::write(folder.join("a.yaml"), text).unwrap();
    folder.to_str().unwrap().to_owned()
}

#[test]
fn the_error_comes_first_and_three_of_three_thousand_warnings_are_shown() {
    let folder = tempfile::tempdir().unwrap();
    let path = inventory(folder.path(), 3_000, true);
    let told = Story::on(&path).args(["check"]).fails_with(2).stderr;
    assert!(told.starts_with("error[unknown-reference]"), "{told}");
    assert_eq!(told.matches("warning[repeated-requirement]: ").count(), 4);
    assert!(told.contains("and 2,997 more: `trefonds check --all`"), "{told}");
    assert!(told.lines().count() < 60, "{}", told.lines().count());
    let french = Story::on(&path).args(["check", "--lang", "fr"]).fails_with(2).stderr;
    assert!(french.contains(" de plus\u{a0}: `trefonds check --all`"), "{french}");
    let all = Story::on(&path).args(["check", "--all"]).fails_with(2).stderr;
    assert_eq!(all.matches("warning[repeated-requirement]").count(), 3_000);
    let json = Story::on(&path).args(["check", "--format", "json"]).exits_with(2).stdout;
    assert_eq!(json.matches("repeated-requirement").count(), 3_000);
}

#[test]
fn a_result_has_one_line_of_warnings_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = inventory(folder.path(), 5, false);
    for command in ["spof", "resolve", "questions", "ends", "denial", "exposure", "rank"] {
        let told = Story::on(&path).args([command]).exits_with(0).stderr;
        assert_eq!(told, format!("5 warnings: `trefonds check {path}` shows them\n"), "{command}");
        let quiet = Story::on(&path).args([command, "--quiet"]);
        quiet.succeeds();
    }
    let french = Story::on(&path).args(["spof", "--lang", "fr"]).exits_with(0).stderr;
    assert_eq!(french, format!("5 avertissements\u{a0}: `trefonds check {path}` les montre\n"));
    program().args(["--quiet", "spof", &path]).succeeds();
    program().args(["-q", "check", &path]).succeeds();
}

#[test]
fn one_or_three_warnings_are_shown_in_full() {
    let folder = tempfile::tempdir().unwrap();
    let path = inventory(folder.path(), 3, false);
    let told = Story::on(&path).args(["check"]).exits_with(0).stderr;
    assert_eq!(told.matches("warning[repeated-requirement]").count(), 3);
    assert!(!told.contains("more"), "{told}");
    let path = inventory(folder.path(), 1, false);
    let told = Story::on(&path).args(["spof"]).exits_with(0).stderr;
    assert!(told.starts_with("1 warning: "), "{told}");
}

#[test]
fn quiet_never_hides_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let path = inventory(folder.path(), 4, true);
    for command in ["check", "spof"] {
        let told = Story::on(&path).args([command, "-q"]).fails_with(2).stderr;
        assert!(
            told.starts_with("error[unknown-reference]") && !told.contains("warning"),
            "{told}"
        );
    }
}
