//! `sources:`: listed once, referred to by many facts, told in full wherever a fact is.

use crate::harness::program;

const INVENTORY: &str = "\
trefonds: 1
home: [FR]
as_of: 2026-01-01
sources:
  contract: {title: Hosting contract, publisher: ACME SA, date: 2025-06, link: 'https://example.org/12'}
  register: {title: Register of companies}
components:
  mail: {layer: service, operator: {entity: us, source: contract}}
  post: {layer: service, operator: {entity: us, source: a talk with the contract owner}}
entities:
  us: {country: {code: US, source: register}}
";

#[test]
fn a_fact_tells_its_source_in_full() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("si.yaml");
    std::fs::write(&path, INVENTORY).unwrap();
    let si = path.to_str().unwrap();
    let told = program().args(["why", si, "mail", "us"]).succeeds();
    told.says("source: Hosting contract, ACME SA, 2025-06, https://example.org/12");
    program()
        .args(["why", si, "post", "us"])
        .succeeds()
        .says("source: a talk with the contract owner");
    let json = program().args(["why", si, "mail", "us", "--format", "json"]).succeeds();
    json.says("\"Hosting contract, ACME SA, 2025-06, https://example.org/12\"");
}

#[test]
fn a_source_that_changed_is_a_difference_and_survives_a_snapshot() {
    let folder = tempfile::tempdir().unwrap();
    let side = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let old = side("old.yaml", INVENTORY);
    let new = side("new.yaml", &INVENTORY.replace("Register of companies", "Companies House"));
    let told = program().args(["diff", &old, &new]).exits_with(1);
    told.says("source register: title").says("Register of companies").says("Companies House");
    let kept = side("kept.json", &program().args(["snapshot", &old]).succeeds().stdout);
    program().args(["diff", &kept, &old]).succeeds().says("The same");
}

#[test]
fn an_id_that_is_nearly_one_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("si.yaml");
    std::fs::write(&path, INVENTORY.replace("source: contract}", "source: contrat}")).unwrap();
    let told = program().args(["check", path.to_str().unwrap()]).exits_with(0);
    told.complains("warning[like-a-source]").complains("did you mean `contract`?");
}
