//! `explain`, `schema`, `completions`, `man`: the program tells of itself.

use crate::harness::{program, text_of};

#[test]
fn every_code_is_explained_in_both_languages() {
    let codes = program().args(["explain"]).succeeds().stdout;
    assert!(codes.lines().count() > 30, "{codes}");
    for line in codes.lines() {
        let (code, what) = line.split_once("  ").unwrap();
        assert!(!what.trim().is_empty(), "{line}");
        let english = program().args(["explain", code]).succeeds().stdout;
        let french = program().args(["explain", code, "--lang", "fr"]).succeeds().stdout;
        assert_ne!(english, french, "{code}");
    }
}

#[test]
fn a_code_that_is_none_is_an_error() {
    program().args(["explain", "no-such-code"]).fails_with(2).complains("lists them all");
}

#[test]
fn the_generated_pages_are_up_to_date() {
    program().args(["explain", "--page"]).stdout(&text_of("docs/diagnostics.md"));
    program().args(["schema"]).stdout(&text_of("docs/trefonds.schema.json"));
}

#[test]
fn shells_complete_and_manuals_are_written() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        program().args(["completions", shell]).says("trefonds");
    }
    program().args(["man"]).says(".TH trefonds");
    let folder = tempfile::tempdir().unwrap();
    program().args(["man", folder.path().to_str().unwrap()]).succeeds();
    assert!(folder.path().join("trefonds-spof.1").exists());
}
