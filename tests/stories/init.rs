//! `init`: a starter that passes `check`, in both languages, with the schema that it names.

use std::fs;
use std::path::Path;

use crate::harness::{Story, list, program, text_of};

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
fn the_starter_names_the_edition_that_the_program_brings() {
    let overview = program().args(["catalogue"]).json();
    let line = format!("\ncatalogue: {} ", overview["edition"].as_str().unwrap());
    for (lang, comment) in
        [("en", "is looked up in this edition"), ("fr", "est cherché dans cette édition")]
    {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().to_str().unwrap();
        program().args(["init", path, "--lang", lang]).succeeds();
        let root = folder.path().join("trefonds.yaml");
        let text = fs::read_to_string(&root).unwrap();
        assert!(text.contains(&line) && text.contains(comment), "{text}");
        fs::write(folder.path().join("more.yaml"), "components:\n  more: {layer: application, operator: amazon-web-services, suppliers: none, data: none, site: aws/eu-west-3, depends_on: none}\n").unwrap();
        Story::on(path).args(["resolve", "more"]).says("Amazon.com, Inc.");
    }
}

#[test]
fn the_schema_stands_where_the_first_lines_point() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    program().args(["init", path]).succeeds();
    let root = fs::read_to_string(folder.path().join("trefonds.yaml")).unwrap();
    let named = root.lines().next().unwrap().rsplit('=').next().unwrap();
    assert_eq!(
        fs::read_to_string(folder.path().join(named)).unwrap().trim(),
        text_of("docs/trefonds.schema.json").trim()
    );
    let overview = Story::on(path).args(["check"]).json();
    let passed = list(&overview, "passed_over");
    assert_eq!(passed[0]["kind"], "schema");
    Story::on(path).args(["spof"]).succeeds();
}

#[test]
fn other_files_of_ours_stand_beside_an_inventory_and_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    program().args(["init", path]).succeeds();
    let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    put(
        "rules.yaml",
        "trefonds-policy: 1\nrules:\n  - {id: one, severity: error, text: t, coverage_at_least: {percent: 1}}\n",
    );
    put("mapping.yml", "trefonds-mapping: 1\n");
    put("drill.YAML", "trefonds-scenario: 1\ntitle: drill\nwithdraw: [US]\n");
    let kept = folder.path().join("kept.json");
    Story::on(path).args(["snapshot", "-o", kept.to_str().unwrap()]).succeeds();
    let base = folder.path().join("known.json");
    let rules = folder.path().join("rules.yaml");
    let [rules, base] = [&rules, &base].map(|path| path.to_str().unwrap());
    Story::on(path).args(["check", "--policy", rules, "--write-baseline", base]).succeeds();
    let told = Story::on(path).args(["check"]).succeeds();
    let told = told.says("rules.yaml: a policy").says("mapping.yml: a mapping");
    let told = told.says("kept.json: a snapshot").says("known.json: a baseline");
    told.says("trefonds.schema.json: a JSON Schema").says("drill.YAML");
    let french = Story::on(path).args(["check", "--lang", "fr"]);
    french.says("rules.yaml : une politique");
    for command in ["spof", "questions", "test"] {
        Story::on(path).args([command]).succeeds();
    }
    program().args(["check", rules]).fails_with(2).complains("this is a policy, not an inventory");
}

#[test]
fn a_new_repository_gets_an_inventory() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| {
        let place = folder.path().join(name);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
    };
    put(".git/HEAD", "ref: refs/heads/main\n");
    put(".github/workflows/ci.yml", "on: push\n");
    put("README.md", "# Mine\n");
    put(".gitignore", "target\n");
    put("LICENSE", "mine\n");
    let mut command = program().args(["init", "."]).command();
    assert!(command.current_dir(folder.path()).status().unwrap().success());
    let path = folder.path().to_str().unwrap();
    Story::on(path).args(["check"]).succeeds();
    assert_eq!(fs::read_to_string(folder.path().join("README.md")).unwrap(), "# Mine\n");
}

/// The names and texts in a folder.
fn contents(folder: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut all: Vec<_> = entries
        .map(|path| (path.display().to_string(), fs::read_to_string(&path).unwrap()))
        .collect();
    all.sort();
    all
}

#[test]
fn nothing_is_overwritten_and_nothing_mixed() {
    for name in ["trefonds.yaml", "entities.yaml", "trefonds.schema.json", "compose.yml"] {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(name), "mine: 1\n").unwrap();
        let before = contents(folder.path());
        let path = folder.path().to_str().unwrap();
        program().args(["init", path]).fails_with(2).complains(name).complains("is there already");
        let french = program().args(["init", path, "--lang", "fr"]).fails_with(2);
        french.complains("existe déjà");
        assert_eq!(contents(folder.path()), before);
    }
}

#[test]
fn files_are_read_whatever_the_case_of_their_ending() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    put("infra.YAML", "trefonds: 1\nhome: [FR]\n");
    put("b.YML", "components:\n  mail: {layer: service, depends_on: [db]}\n");
    put("c.Json", "{\"components\": {\"db\": {\"layer\": \"data\"}}}");
    Story::on(folder.path().to_str().unwrap()).args(["resolve", "mail"]).says("db");
}

#[test]
fn an_empty_folder_will_do() {
    let folder = tempfile::tempdir().unwrap();
    program().args(["init", folder.path().to_str().unwrap()]).succeeds();
    assert!(folder.path().join("trefonds.yaml").exists());
}
