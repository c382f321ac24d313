//! `snapshot`: one file that a diff reads on either side, today and years later.

use crate::harness::{Story, inventory, program};

const SHIPPED: [&str; 4] =
    ["energy-retailer", "health-data-after", "health-data-before", "hospital"];

/// A folder of its own, and a path in it.
fn place(name: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name).to_str().unwrap().to_owned();
    (folder, path)
}

fn diff(old: &str, new: &str) -> Story {
    program().args(["diff", old, new])
}

#[test]
fn a_snapshot_and_its_inventory_are_the_same() {
    for name in SHIPPED {
        let (_folder, file) = place("kept.json");
        inventory(name).args(["snapshot", "-o", &file]).succeeds();
        diff(&file, &format!("inventories/{name}")).says("The same");
        diff(&format!("inventories/{name}"), &file).succeeds();
    }
}

#[test]
fn the_same_inventory_gives_the_same_bytes() {
    let twice = [0, 1].map(|_| inventory("hospital").args(["snapshot"]).succeeds().stdout);
    assert_eq!(twice[0], twice[1]);
    let (_folder, file) = place("kept.json");
    inventory("hospital").args(["snapshot", "-o", &file]).succeeds();
    assert_eq!(std::fs::read_to_string(&file).unwrap(), twice[0]);
}

#[test]
fn two_snapshots_differ_as_their_inventories_do() {
    let (_folder, old) = place("old.json");
    let (_folder_too, new) = place("new.json");
    inventory("health-data-before").args(["snapshot", "-o", &old]).succeeds();
    inventory("health-data-after").args(["snapshot", "-o", &new]).succeeds();
    let of_folders = diff("inventories/health-data-before", "inventories/health-data-after");
    assert_eq!(diff(&old, &new).exits_with(1).stdout, of_folders.exits_with(1).stdout);
}

#[test]
fn a_newer_version_is_refused_and_an_older_one_read() {
    let (_folder, file) = place("kept.json");
    let text = inventory("hospital").args(["snapshot"]).succeeds().stdout;
    let version = |version: u32| {
        let now = format!("\"trefonds_snapshot\": {version}");
        std::fs::write(&file, text.replacen("\"trefonds_snapshot\": 1", &now, 1)).unwrap();
        diff(&file, "inventories/hospital")
    };
    version(0).succeeds();
    let refused = version(2).fails_with(2);
    refused.complains("kept.json: this snapshot has version 2").complains("versions up to 1");
}

#[test]
fn what_is_no_snapshot_is_refused_with_its_path() {
    let (_folder, file) = place("kept.json");
    for (text, complaint) in [
        ("{\"trefonds_snapshot\": 1,", "cannot be read: EOF"),
        ("{\"trefonds_snapshot\": 1}", "cannot be read: missing field `facts`"),
        (
            "{\"trefonds_snapshot\": 1, \"facts\": {\"version\": 1, \"facts\": [{\"subject\": \
             \"component\", \"id\": \"mail\", \"field\": \"exists\", \"item\": \"\", \"value\": \
             \"exists\", \"at\": {\"file\": \"\", \"line\": 1, \"column\": 1}}]}}",
            "make no inventory: mail lacks",
        ),
    ] {
        std::fs::write(&file, text).unwrap();
        let refused = diff("inventories/hospital", &file).fails_with(2);
        refused.complains("kept.json: ").complains(complaint);
    }
}

#[test]
fn a_snapshot_that_cannot_be_written_leaves_nothing() {
    let (folder, _) = place("");
    let file = folder.path().join("missing/kept.json");
    let story = inventory("hospital").args(["snapshot", "-o", file.to_str().unwrap()]);
    story.fails_with(2).complains("nothing was written");
}

#[test]
fn a_json_inventory_is_no_snapshot() {
    let (_folder, file) = place("si.json");
    let text = "{\"trefonds\": 1, \"home\": [\"FR\"], \"components\": {\"mail\": {\"layer\": \"service\"}}}";
    std::fs::write(&file, text).unwrap();
    diff(&file, &file).says("The same");
}
