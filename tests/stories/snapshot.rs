//! `snapshot`: one file that a diff reads on either side, today and years later.

use serde_json::Value;

use crate::harness::{Story, inventory, list, program, text_of};

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
    let without_sides = |text: String| -> Vec<String> {
        text.lines().filter(|line| !line.contains("coverage 9")).map(str::to_owned).collect()
    };
    let of_snapshots = diff(&old, &new).exits_with(1);
    let of_folders = of_folders.exits_with(1);
    assert_eq!(without_sides(of_snapshots.stdout.clone()), without_sides(of_folders.stdout));
    of_snapshots.says("results as trefonds 0.1.0 kept them");
}

#[test]
fn a_newer_version_is_refused() {
    let (_folder, file) = place("kept.json");
    let text = inventory("hospital").args(["snapshot"]).succeeds().stdout;
    let version = |version: u32| {
        let now = format!("\"trefonds_snapshot\": {version}");
        std::fs::write(&file, text.replacen("\"trefonds_snapshot\": 2", &now, 1)).unwrap();
        diff(&file, "inventories/hospital")
    };
    let refused = version(3).fails_with(2);
    refused.complains("kept.json: this snapshot has version 3").complains("versions up to 2");
}

#[test]
fn what_is_no_snapshot_is_refused_with_its_path() {
    let (_folder, file) = place("kept.json");
    for (text, complaint) in [
        ("{\"trefonds_snapshot\": 1,", "cannot be read: EOF"),
        ("{\"trefonds_snapshot\": 1}", "cannot be read: missing field `facts`"),
        (
            "{\"trefonds_snapshot\": 2, \"facts\": {\"version\": 2, \"facts\": [{\"subject\": \
             \"component\", \"id\": \"mail\", \"field\": \"exists\", \"item\": \"\", \"value\": \
             \"exists\", \"at\": {\"file\": \"\", \"line\": 1, \"column\": 1}}]}}",
            "kept.json#/facts/facts/0",
        ),
    ] {
        std::fs::write(&file, text).unwrap();
        let refused = diff("inventories/hospital", &file).fails_with(2);
        refused.complains("kept.json").complains(complaint);
    }
}

/// A snapshot as its file has it: what says that it is one stands first.
fn written(snapshot: &Value) -> String {
    let rest = snapshot.to_string();
    format!("{{\"trefonds_snapshot\": 2, {}", rest.trim_start_matches('{'))
}

/// What a snapshot says, but that it is one.
fn read(text: &str) -> Value {
    let mut snapshot: Value = serde_json::from_str(text).unwrap();
    snapshot.as_object_mut().unwrap().remove("trefonds_snapshot");
    snapshot
}

/// The fact of a snapshot that has this key.
fn fact<'s>(snapshot: &'s mut Value, id: &str, field: &str, item: &str) -> &'s mut Value {
    let facts = snapshot["facts"]["facts"].as_array_mut().unwrap();
    let is = |fact: &&mut Value| fact["id"] == id && fact["field"] == field && fact["item"] == item;
    facts.iter_mut().find(is).unwrap_or_else(|| panic!("{id} {field} {item}"))
}

#[test]
fn one_that_was_edited_by_hand_is_read_as_strictly_as_a_file() {
    const TEXT: &str = "trefonds: 1\nhome: [FR]\nas_of: 2026-01-01\ncomponents:\n  mail:\n    \
                        layer: service\n    depends_on: [{at_least: 1, of: [db, disk]}]\n    \
                        suppliers: [{entity: acme, until: 2027-01-01}]\n  db: {layer: data}\n  \
                        disk: {layer: hosting}\nentities:\n  acme: {country: US, owned_by: \
                        {entity: top, votes: 60%}}\n  top: {country: US}\n";
    let (folder, file) = place("kept.json");
    let source = folder.path().join("si.yaml").to_str().unwrap().to_owned();
    std::fs::write(&source, TEXT).unwrap();
    let taken = program().args(["snapshot", &source]).succeeds().stdout;
    type Edit = fn(&mut Value);
    let edits: [(Edit, &str); 10] = [
        (
            |it| fact(it, "mail", "supplier", "acme")["value"]["supply"]["entity"] = "acne".into(),
            "acne",
        ),
        (|it| fact(it, "mail", "layer", "")["value"] = "exists".into(), "component mail, layer"),
        (
            |it| fact(it, "mail", "layer", "")["id"] = "post".into(),
            "`post`, which is not said to exist",
        ),
        (|it| fact(it, "acme", "country", "US")["value"]["country"] = "ZZ".into(), "`ZZ`"),
        (
            |it| fact(it, "mail", "supplier", "acme")["note"]["from"] = "2028-01-01".into(),
            "error[dates-reversed]",
        ),
        (
            |it| fact(it, "mail", "supplier", "acme")["note"]["until"] = "2027-02-30".into(),
            "`2027-02-30` is not a day",
        ),
        (
            |it| {
                fact(it, "mail", "requirement", "1 of [db, disk]")["value"]["requirement"]["need"]
                    ["at-least"]["k"] = 3.into()
            },
            "error[at-least-range]",
        ),
        (
            |it| {
                fact(it, "acme", "owned-by", "top")["value"]["holding"]["at_most"] =
                    1_000_001.into()
            },
            "error[bad-share]",
        ),
        (
            |it| fact(it, "top", "country", "US")["field"] = "supplier".into(),
            "entity top, supplier US",
        ),
        (
            |it| {
                let again = fact(it, "mail", "layer", "").clone();
                it["facts"]["facts"].as_array_mut().unwrap().push(again);
            },
            "declared twice: component mail, layer",
        ),
    ];
    for (edit, complaint) in edits {
        let mut snapshot = read(&taken);
        edit(&mut snapshot);
        std::fs::write(&file, written(&snapshot)).unwrap();
        let refused = diff(&file, &source).fails_with(2).complains(complaint);
        let refused = refused.complains("kept.json#/facts/facts/").complains("si.yaml:");
        assert!(refused.stdout.is_empty());
    }
}

#[test]
fn the_order_of_its_declarations_means_nothing() {
    let (_folder, file) = place("kept.json");
    let text = inventory("health-data-before").args(["snapshot"]).succeeds().stdout;
    let mut snapshot = read(&text);
    snapshot["facts"]["facts"].as_array_mut().unwrap().reverse();
    std::fs::write(&file, written(&snapshot)).unwrap();
    diff(&file, "inventories/health-data-before").succeeds().says("The same");
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

/// A snapshot of the hospital as an earlier program would have written it, which had not found
/// something, and said so of itself.
fn by_an_earlier_program(file: &str, forgets: &str) {
    let text = inventory("hospital").args(["snapshot"]).succeeds().stdout;
    let mut kept: serde_json::Value = serde_json::from_str(&text).unwrap();
    kept["program"] = "0.0.7".into();
    for points in kept["results"]["single_points"].as_array_mut().unwrap() {
        let findings = points["findings"].as_array_mut().unwrap();
        findings.retain(|finding| finding["event"] != forgets);
    }
    // The first key tells a snapshot: order kept by hand.
    let rest = serde_json::to_string(&kept).unwrap();
    let version = "\"trefonds_snapshot\":2";
    let rest = rest.replacen(&format!(",{version}"), "", 1);
    std::fs::write(file, format!("{{{version},{}", &rest[1..])).unwrap();
}

#[test]
fn what_was_kept_counts_as_it_was_kept() {
    let (_folder, old) = place("old.json");
    let (_folder_too, new) = place("new.json");
    by_an_earlier_program(&old, "broadcom");
    inventory("hospital").args(["snapshot", "-o", &new]).succeeds();
    let difference = diff(&old, &new).args(["--format", "json"]).exits_with(1).stdout;
    let difference: serde_json::Value = serde_json::from_str(&difference).unwrap();
    // Nothing was declared differently: what is new is the work of the program, and is said to be.
    assert_eq!(difference["changes"].as_array().unwrap().len(), 0);
    let consequences = difference["consequences"].as_array().unwrap();
    assert_eq!(consequences.len(), 11);
    assert!(consequences.iter().all(|it| it["causes"] == "the-program" && it["turn"] == "gained"));
    assert_eq!(difference["old"]["results"], "snapshot");
    assert_eq!(difference["old"]["program"], "0.0.7");
    assert_eq!(difference["old"]["answers"].as_array().unwrap().len(), 11);
    assert!(difference["new"]["answers"].as_array().unwrap().is_empty());
    let told = diff(&old, "inventories/hospital").exits_with(1);
    told.says("differs in 11 answers from trefonds 0.0.7").says("the program");
    // Two results of one earlier program are compared as they are: nothing of today comes in.
    diff(&old, &old).says("The same").never_says("broadcom stops");
}

#[test]
fn another_day_is_another_question_than_the_one_that_was_kept() {
    let (_folder, file) = place("old.json");
    by_an_earlier_program(&file, "broadcom");
    let asked = diff(&file, "inventories/hospital").args(["--as-of", "2026-12-01"]);
    asked.succeeds().says("those of the snapshot are of another day or home");
}

#[test]
fn a_snapshot_of_a_chain_grows_with_the_chain_and_not_with_its_square() {
    let size = |length: usize| {
        let (folder, file) = place("kept.json");
        let mut text =
            "trefonds: 1\nhome: [FR]\ncomponents:\n  s: {layer: service, depends_on: [c1]}\n"
                .to_owned();
        for at in 1..=length {
            let next = if at < length { format!("[c{}]", at + 1) } else { "none".to_owned() };
            text += &format!(
                "  c{at}: {{layer: hosting, operator: none, suppliers: none, site: FR, data: none, depends_on: {next}}}\n"
            );
        }
        let path = folder.path().join("chain.yaml");
        std::fs::write(&path, text).unwrap();
        Story::on(path.to_str().unwrap()).args(["snapshot", "-o", &file]).succeeds();
        std::fs::metadata(&file).unwrap().len()
    };
    let (short, long) = (size(60), size(600));
    assert!(long < 13 * short, "{short} then {long}");
}

/// A service that an American firm runs until the end of 2026.
fn contract() -> (tempfile::TempDir, String) {
    let (folder, path) = place("si.yaml");
    let text = "trefonds: 1\nas_of: 2026-06-01\nhome: [FR]\ncomponents:\n  \
        shop: {layer: service, depends_on: [till]}\n  \
        till:\n    layer: application\n    operator:\n      \
        - {entity: firm, until: 2026-12-31}\n      - {entity: own, from: 2027-01-01}\n    \
        suppliers: none\n    site: FR\n    data: none\n\
        entities:\n  firm: {country: US, owned_by: dispersed}\n  \
        own: {country: FR, owned_by: dispersed}\n";
    std::fs::write(&path, text).unwrap();
    (folder, path)
}

#[test]
fn a_snapshot_keeps_the_day_that_was_asked_for() {
    let (_folder, si) = contract();
    let (_folder_too, kept) = place("kept.json");
    Story::on(&si).args(["snapshot", "--as-of", "2027-06-01", "-o", &kept]).succeeds();
    let told = diff(&si, &kept).exits_with(1);
    told.says("The sides speak of different days: 2026-06-01 and 2027-06-01.")
        .says("firm stops shop")
        .says("the day")
        .never_says("The same");
    let told = diff(&kept, &si).args(["--lang", "fr"]).exits_with(1);
    told.says("à des dates différentes : 2027-06-01 et 2026-06-01");
    // One day for both sides is another question.
    diff(&si, &kept).args(["--as-of", "2026-06-01"]).says("The same");
    // A snapshot of before that was kept has it in its results.
    let text = std::fs::read_to_string(&kept).unwrap();
    let start = text.find("\"asked\"").unwrap();
    let end = start + text[start..].find("\"facts\"").unwrap();
    std::fs::write(&kept, format!("{}{}", &text[..start], &text[end..])).unwrap();
    diff(&si, &kept).exits_with(1).says("firm stops shop");
}

#[test]
fn a_snapshot_keeps_the_home_that_was_asked_for() {
    let (_folder, si) = contract();
    let (_folder_too, kept) = place("kept.json");
    Story::on(&si).args(["snapshot", "--home", "FR,US", "-o", &kept]).succeeds();
    let told = diff(&kept, &si).exits_with(1);
    told.says("The sides trust different jurisdictions: FR, US and FR.")
        .says("firm stops shop")
        .says("the home that was asked for");
    let map = kept.replace("kept.json", "both.svg");
    diff(&kept, &si).args(["-o", &map]).exits_with(1);
    diff(&kept, &si).args(["--home", "FR"]).says("The same");
}

#[test]
fn a_day_and_a_home_are_told_apart() {
    let (_folder, si) = contract();
    let (_folder_too, kept) = place("kept.json");
    let both = ["snapshot", "--as-of", "2027-06-01", "--home", "DE", "-o", &kept];
    Story::on(&si).args(both).succeeds();
    let result = diff(&si, &kept).args(["--format", "json"]).exits_with(1).stdout;
    let result: serde_json::Value = serde_json::from_str(&result).unwrap();
    let causes =
        result["consequences"].as_array().unwrap().iter().map(|it| {
            (it["matter"]["event"]["id"].as_str().unwrap(), it["causes"].as_str().unwrap())
        });
    let causes: std::collections::BTreeSet<_> = causes.collect();
    // The firm goes and our own comes by the day; what stands in France is foreign to Germany.
    let wanted = [("FR", "the-home"), ("US", "the-day"), ("firm", "the-day"), ("own", "the-day")];
    assert_eq!(causes, wanted.into());
}

/// Written by a program whose times were hours, before there were minutes.
#[test]
fn a_snapshot_of_version_1_says_what_its_inventory_does() {
    let (old, new) = ("tests/kept/version-1.json", "tests/kept/version-1");
    diff(old, new).says("The same");
    let difference = diff(old, new).json();
    assert_eq!(list(&difference, "changes").len(), 0);
    assert_eq!(list(&difference, "consequences").len(), 0);
    let later = text_of("tests/kept/version-1/trefonds.yaml");
    let (_folder, file) = place("later.yaml");
    std::fs::write(&file, later.replace("tolerates: 4h", "tolerates: 255min")).unwrap();
    let changed = diff(old, &file).exits_with(1);
    changed.says("4 h 15 min").says("30 d 4 h");
}
