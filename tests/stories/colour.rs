//! Colour only where it is wanted.

use crate::harness::{Story, clinic, program};

const ESCAPE: &str = "\u{1b}[";

#[test]
fn no_colour_into_a_pipe() {
    clinic().args(["spof"]).succeeds().never_says(ESCAPE);
    program().args(["--help"]).succeeds().never_says(ESCAPE);
}

#[test]
fn colour_when_asked_for() {
    clinic().args(["spof", "--color", "always"]).says(ESCAPE);
    let broken = Story::on("tests/invalid/bad-share").args(["check", "--color", "always"]);
    broken.fails_with(2).complains(ESCAPE);
}

#[test]
fn no_colour_where_it_is_refused() {
    clinic().env("NO_COLOR", "1").args(["spof"]).succeeds().never_says(ESCAPE);
    clinic().args(["spof", "--color", "never"]).succeeds().never_says(ESCAPE);
}

#[test]
fn no_colour_in_files() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("list.txt");
    let path = file.to_str().unwrap();
    clinic().args(["spof", "--color", "always", "-o", path]).stdout("");
    assert!(!std::fs::read_to_string(&file).unwrap().contains(ESCAPE));
}
