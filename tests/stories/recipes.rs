//! The recipes of the documentation, run as they are written.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::harness::{root, text_of};

/// The first block of shell under a heading.
fn shell(page: &str, heading: &str) -> String {
    let text = text_of(page);
    let section = text.split(&format!("## {heading}\n")).nth(1).unwrap();
    let block = section.split("```sh\n").nth(1).unwrap();
    block.split("```").next().unwrap().to_owned()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Runs a script in a folder, the program on its path.
#[track_caller]
fn run(script: &str, folder: &Path) {
    let bin = Path::new(env!("CARGO_BIN_EXE_trefonds")).parent().unwrap().to_owned();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths([bin].into_iter().chain(std::env::split_paths(&path))).unwrap();
    let output = Command::new("sh")
        .args(["-euc", script])
        .current_dir(folder)
        .env("PATH", path)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{script}\n{told}");
}

const GIT: &str = "git -c user.name=A -c user.email=a@example.org";

#[test]
fn a_comment_for_a_merge_request() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path();
    copy(&root().join("inventories/health-data-before"), &place.join("inventories/hospital"));
    run(&format!("git init -q -b main && git add . && {GIT} commit -qm before"), place);
    run("git update-ref refs/remotes/origin/main HEAD && git checkout -qb change", place);
    fs::remove_dir_all(place.join("inventories/hospital")).unwrap();
    copy(&root().join("inventories/health-data-after"), &place.join("inventories/hospital"));
    run(&format!("git add -A && {GIT} commit -qm after"), place);
    run(&shell("docs/diff.md", "In a merge request"), place);
    let comment = fs::read_to_string(place.join("comment.md")).unwrap();
    assert!(comment.starts_with("# "), "{comment}");
    assert!(comment.contains('|'), "{comment}");
}

#[test]
fn a_check_for_a_code_host() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path();
    copy(&root().join("tests/inventories/clinic"), &place.join("my-si"));
    fs::copy(root().join("tests/policies/clinic.yaml"), place.join("policy.yaml")).unwrap();
    run("trefonds check my-si --policy policy.yaml --write-baseline baseline.json", place);
    run(&shell("docs/policy.md", "In CI"), place);
    let sarif = fs::read_to_string(place.join("check.sarif")).unwrap();
    let sarif: serde_json::Value = serde_json::from_str(&sarif).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
}
