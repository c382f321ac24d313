//! Every JSON that the program prints holds to the schema that the program prints, and that docs/
//! publishes.

use serde_json::Value;

use crate::harness::{Story, clinic, inventory, program, root, text_of};

const RESULTS: [(&str, &[&str]); 22] = [
    ("check", &["check"]),
    ("cuts", &["cuts", "rendez-vous"]),
    ("cuts", &["cuts", "rendez-vous", "--level", "component", "--count"]),
    ("spof", &["spof"]),
    ("spof", &["spof", "--level", "component"]),
    ("spof", &["spof", "--level", "entity", "--all"]),
    ("spof", &["spof", "--level", "jurisdiction", "--by", "30d"]),
    ("ends", &["ends", "--by", "5y"]),
    ("exposure", &["exposure", "--all"]),
    ("questions", &["questions"]),
    ("plan", &["plan"]),
    ("plan", &["plan", "--budget", "1000", "--reading", "possible", "--level", "jurisdiction"]),
    ("resolve", &["resolve"]),
    ("resolve", &["resolve", "US", "--reverse"]),
    ("rank", &["rank"]),
    ("rank", &["rank", "--level", "component", "--all"]),
    ("whatif", &["whatif", "--withdraw", "us", "--close-site", "salle"]),
    ("whatif", &["whatif", "--law", "loi-us", "--withdraw", "EU"]),
    ("whatif", &["whatif", "--withdraw", "operator:ligne-b", "--proofs"]),
    ("whatif", &["whatif", "--withdraw", "JP", "--by", "30d"]),
    ("why", &["why", "rendez-vous", "nuage"]),
    ("why", &["why", "imagerie", "parents:imageur"]),
];

fn schema(of: &str) -> jsonschema::Validator {
    let text = program().args(["schema", of]).succeeds().stdout;
    jsonschema::validator_for(&serde_json::from_str(&text).unwrap()).unwrap()
}

#[track_caller]
fn holds_to(validator: &jsonschema::Validator, result: &Value) {
    let faults: Vec<String> = validator
        .iter_errors(result)
        .map(|fault| format!("{fault} at {}", fault.instance_path()))
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_result_holds_to_its_schema() {
    for (of, args) in RESULTS {
        holds_to(&schema(of), &clinic().args(args).json());
    }
    holds_to(&schema("spof"), &inventory("hospital").args(["spof"]).json());
    holds_to(&schema("whatif"), &inventory("hospital").args(["whatif", "--law", "us-ear"]).json());
    let ends = Story::on("tests/inventories/ends").args(["ends"]);
    holds_to(&schema("ends"), &ends.json());
    let denial = Story::on("tests/inventories/denial").args(["denial"]);
    holds_to(&schema("denial"), &denial.json());
    holds_to(&schema("test"), &inventory("hospital").args(["test"]).json());
    holds_to(&schema("plan"), &inventory("hospital").args(["plan"]).json());
}

#[test]
fn the_map_holds_to_its_schema() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("map.json");
    for view in [&["--theme", "light"][..], &["--collapse", "entity"], &["--expand", "entities"]] {
        let story = clinic().args(["map", "-o", file.to_str().unwrap()]).args(view);
        story.succeeds();
        let text = std::fs::read_to_string(&file).unwrap();
        holds_to(&schema("map"), &serde_json::from_str(&text).unwrap());
    }
}

#[test]
fn the_catalogue_holds_to_its_schemas() {
    let asked: [(&str, &[&str]); 8] = [
        ("catalogue", &[]),
        ("catalogue-search", &["search", "amazon"]),
        ("catalogue-show", &["show", "amazon-web-services"]),
        ("catalogue-show", &["show", "aws/eu-west-3"]),
        ("catalogue-show", &["show", "us-cloud-act"]),
        ("catalogue-identify", &["identify", "eu-west-2", "aws/eu-west-3", "nobody.invalid"]),
        ("catalogue-sources", &["sources"]),
        ("catalogue-stale", &["stale", "--as-of", "2030-01-01"]),
    ];
    for (of, args) in asked {
        holds_to(&schema(of), &program().args(["catalogue"]).args(args).json());
    }
}

#[test]
fn fault_trees_hold_to_their_schema() {
    let model = root().join("tests/open-psa/prevented.xml").display().to_string();
    for more in [&["--allow-not"][..], &["--allow-not", "--count"]] {
        let story = program().args(["cuts", "--open-psa", &model]).args(more);
        holds_to(&schema("fault-tree"), &story.json());
    }
}

#[test]
fn the_published_schemas_are_the_programs() {
    for of in [
        "check",
        "cuts",
        "denial",
        "ends",
        "exposure",
        "fault-tree",
        "history",
        "map",
        "questions",
        "rank",
        "resolve",
        "scenario",
        "snapshot",
        "spof",
        "test",
        "whatif",
        "exposure",
        "history",
        "map",
        "plan",
        "questions",
        "resolve",
        "snapshot",
        "spof",
        "why",
    ] {
        program().args(["schema", of]).stdout(&text_of(format!("docs/schemas/{of}.schema.json")));
    }
}

#[test]
fn a_snapshot_holds_to_its_schema() {
    let text = clinic().args(["snapshot"]).succeeds().stdout;
    holds_to(&schema("snapshot"), &serde_json::from_str(&text).unwrap());
}
