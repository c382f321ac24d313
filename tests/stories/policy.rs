//! `check --policy`: rules as data, exceptions, baselines, and the formats that machines take.

use std::fs;

use roxmltree::Document;
use serde_json::Value;

use crate::harness::{Story, clinic, inventories, inventory, list, program, root, text_of, word};

const CLINIC: &str = "tests/policies/clinic.yaml";

/// A check of the clinic by its policy.
fn checked() -> Story {
    clinic().args(["check", "--policy", CLINIC])
}

/// Demands the output of a check that fails, as `tests/snapshots/NAME.snap` has it.
#[track_caller]
fn snapshot(name: &str, args: &[&str]) {
    let output = checked().args(args).exits_with(1).stdout;
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(root().join("tests/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, output));
}

#[test]
fn every_format() {
    snapshot("policy-en", &[]);
    snapshot("policy-fr", &["--lang", "fr"]);
    snapshot("policy-markdown", &["--format", "markdown"]);
    snapshot("policy-csv", &["--format", "csv"]);
    snapshot("policy-sarif", &["--format", "sarif"]);
    snapshot("policy-junit", &["--format", "junit"]);
}

#[test]
fn shipped_inventories_have_the_verdicts_that_their_page_tells() {
    let fails = ["health-data-before", "hospital"];
    for name in inventories() {
        let policy = format!("inventories/policies/{name}.yaml");
        let code = i32::from(fails.contains(&name.as_str()));
        inventory(&name).args(["check", "--policy", &policy]).exits_with(code);
    }
}

#[test]
fn the_hospitals_officer_reads_what_is_accepted_and_what_has_expired() {
    let policy = "inventories/policies/hospital.yaml";
    let outcome = inventory("hospital").args(["check", "--policy", policy]).exits_with(1);
    outcome
        .says("Broadcom Inc.")
        .says("expired on 30 September 2026")
        .says("Accepted by exceptions")
        .says("Rules that hold");
}

/// A validator of a schema of the repository.
fn validator(schema: &str) -> jsonschema::Validator {
    jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap()
}

#[track_caller]
fn holds_to(validator: &jsonschema::Validator, value: &Value) {
    let faults: Vec<String> = validator
        .iter_errors(value)
        .map(|fault| format!("{fault} at {}", fault.instance_path()))
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn sarif_holds_to_the_published_schema() {
    // A bracket too many makes two patterns of the published text no regular expressions.
    let text = text_of("tests/schemas/sarif-2.1.0.json");
    let published = validator(&text.replace("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}$"));
    let sarif = |story: Story, code| -> Value {
        let story = story.args(["--format", "sarif"]);
        serde_json::from_str(&story.exits_with(code).stdout).unwrap()
    };
    let log = sarif(checked(), 1);
    holds_to(&published, &log);
    for name in inventories() {
        let policy = format!("inventories/policies/{name}.yaml");
        let code = i32::from(name == "hospital" || name == "health-data-before");
        holds_to(&published, &sarif(inventory(&name).args(["check", "--policy", &policy]), code));
    }
    // The schema is not empty: it refuses what is wrong.
    let mut wrong = log.clone();
    wrong["runs"][0]["results"][0]["level"] = Value::from("fatal");
    assert!(!published.is_valid(&wrong));
}

#[test]
fn sarif_shows_each_violation_on_its_line() {
    let log: Value =
        serde_json::from_str(&checked().args(["--format", "sarif"]).exits_with(1).stdout).unwrap();
    let run = &log["runs"][0];
    let first = &run["results"][0];
    assert_eq!(word(first, "/ruleId"), "points");
    let place = &first["locations"][0]["physicalLocation"];
    let file = word(place, "/artifactLocation/uri");
    let line = place["region"]["startLine"].as_u64().unwrap() as usize;
    assert!(text_of(file).lines().nth(line - 1).is_some_and(|line| line.contains("nuage")));
    let rules = list(&run["tool"]["driver"], "rules");
    for result in list(run, "results") {
        assert!(rules.iter().any(|rule| rule["id"] == result["ruleId"]), "{result}");
    }
    let results = list(run, "results");
    let accepted = results.iter().filter(|it| !list(it, "suppressions").is_empty());
    assert_eq!(accepted.count(), 1);
}

#[test]
fn junit_is_well_formed_whatever_the_names() {
    let text = checked().args(["--format", "junit"]).exits_with(1).stdout;
    let document = Document::parse(&text).unwrap();
    let suites: Vec<_> =
        document.descendants().filter(|node| node.has_tag_name("testsuite")).collect();
    assert_eq!(suites.len(), 10);
    for suite in &suites {
        let count = |tag: &str| {
            let cases = suite.children().filter(|node| node.has_tag_name("testcase"));
            cases.filter(|case| case.children().any(|node| node.has_tag_name(tag))).count()
        };
        let said = |name: &str| suite.attribute(name).unwrap().parse::<usize>().unwrap();
        assert_eq!((said("failures"), said("skipped")), (count("failure"), count("skipped")));
    }
    assert_eq!(document.root_element().attribute("name"), Some("Règles du Ponant <&\"']]>"));
}

#[test]
fn json_holds_to_its_schema_and_schemas_are_published() {
    let report = checked().args(["--format", "json"]).exits_with(1).stdout;
    let schema = program().args(["schema", "policy-report"]).succeeds().stdout;
    holds_to(&validator(&schema), &serde_json::from_str(&report).unwrap());
    for of in ["policy", "policy-report"] {
        program().args(["schema", of]).stdout(&text_of(format!("docs/schemas/{of}.schema.json")));
    }
}

#[test]
fn a_baseline_fails_on_what_is_new_only() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("baseline.json");
    let path = file.to_str().unwrap();
    checked().args(["--write-baseline", path]).exits_with(0);
    let again = checked().args(["--baseline", path]).exits_with(0);
    again.says("Passes").says("Known by the baseline");
    // Lines move, nothing is new.
    let moved = folder.path().join("si");
    fs::create_dir(&moved).unwrap();
    for name in ["trefonds.yaml", "entites.yaml"] {
        let text = text_of(format!("tests/inventories/clinic/{name}"));
        fs::write(moved.join(name), format!("# one line more\n\n{text}")).unwrap();
    }
    let elsewhere = Story::on(moved.to_str().unwrap());
    elsewhere.args(["check", "--policy", CLINIC, "--baseline", path]).exits_with(0);
    // One violation forgotten: new.
    let mut baseline: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    let results = baseline["results"].as_array_mut().unwrap();
    results.retain(|it| !word(it, "/fingerprint").starts_with("points|accueil"));
    fs::write(&file, baseline.to_string()).unwrap();
    checked().args(["--baseline", path]).exits_with(1).says("1 error");
}

#[test]
fn a_policy_that_is_wrong_is_refused_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("policy.yaml");
    let path = file.to_str().unwrap();
    let refused = |text: &str| {
        fs::write(&file, text).unwrap();
        clinic().args(["check", "--policy", path]).fails_with(2)
    };
    let head = "trefonds-policy: 1\nrules:\n  - id: a\n    severity: error\n    text: t\n";
    let near = refused(&format!("{head}    owner_requird: {{}}\n"));
    near.complains("policy.yaml:6:5").complains("did you mean `owner_required`?");
    refused(&head.replace("error", "fatal")).complains("policy.yaml:4:15");
    refused(head).complains("policy.yaml:3:5").complains("asks for nothing");
    let order = refused(&format!("{head}    cut_sets_at_least: {{order: 1}}\n"));
    order.complains("order: 2");
    let text = format!(
        "{head}    no_exposure: {{}}\nexceptions:\n  - {{rule: b, reason: r, owner: o, until: 2026-13-01}}\n"
    );
    refused(&text).complains("policy.yaml:8:43").complains("2026-13-01");
    refused("a: [").complains("never closed");
    clinic().args(["check", "--policy", "no-such.yaml"]).fails_with(2).complains("no-such.yaml");
}

#[test]
fn pairs_of_withdrawals_break_a_rule_that_asks_for_three() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("policy.yaml");
    let rule = "trefonds-policy: 1\nrules:\n  - id: pairs\n    severity: error\n    text: t\n    \
        certainty: possible\n    cut_sets_at_least: {order: 3, criticality: vital}\n";
    fs::write(&file, rule).unwrap();
    let args = ["check", "--policy", file.to_str().unwrap(), "--format", "json"];
    let outcome = inventory("hospital").args(args).exits_with(1);
    let report: serde_json::Value = serde_json::from_str(&outcome.stdout).unwrap();
    let mine = |it: &&serde_json::Value| word(it, "/subject/id") == "emergency-care";
    let kind = |it: &serde_json::Value, kind| it.pointer("/message/kind").unwrap() == kind;
    let results: Vec<_> = list(&report, "results").iter().filter(mine).collect();
    // The two may be one hand: then they are no pair, and the rule is broken for that too.
    assert!(results.iter().any(|it| kind(it, "one-hand")), "{results:?}");
    let pair = results.into_iter().find(|it| kind(it, "cut-set")).unwrap();
    assert_eq!(pair["about"], serde_json::json!(["suppliers:power-grid", "suppliers:generators"]));
    assert_eq!(word(pair, "/certainty"), "possible");
}

#[test]
fn wrong_arguments_are_errors() {
    clinic().args(["check", "--format", "sarif"]).fails_with(2).complains("--policy");
    clinic().args(["check", "--format", "junit"]).fails_with(2).complains("--policy");
    clinic().args(["check", "--baseline", "b.json"]).fails_with(2).complains("--policy");
    checked().args(["--baseline", CLINIC]).fails_with(2).complains("--write-baseline");
}

#[test]
fn without_a_day_the_check_says_what_it_cannot_judge() {
    let folder = tempfile::tempdir().unwrap();
    let si = "trefonds: 1\nhome: [FR]\ncomponents: {s: {layer: service, depends_on: none}}\n";
    fs::create_dir(folder.path().join("si")).unwrap();
    fs::write(folder.path().join("si/trefonds.yaml"), si).unwrap();
    let rules = "trefonds-policy: 1\nrules: [{id: a, severity: error, text: t, verified_within: {days: 3}}]\n";
    let policy = folder.path().join("policy.yaml");
    fs::write(&policy, rules).unwrap();
    let story = Story::on(folder.path().join("si").to_str().unwrap());
    let story = story.args(["check", "--policy", policy.to_str().unwrap()]);
    story.exits_with(1).says("cannot be judged");
    story.args(["--as-of", "2026-11-01"]).exits_with(0);
}

#[test]
fn every_example_of_the_page_is_a_rule() {
    let page = text_of("docs/policy.md");
    let folder = tempfile::tempdir().unwrap();
    let examples = page.split("```yaml\n").skip(1).filter_map(|block| block.split("```").next());
    let kinds: Vec<&str> = examples
        .flat_map(str::lines)
        .filter(|line| line.contains(": {") && !line.starts_with(' '))
        .collect();
    assert!(kinds.len() >= 9, "{kinds:?}");
    for kind in kinds {
        let file = folder.path().join("policy.yaml");
        let text = format!(
            "trefonds-policy: 1\nrules:\n  - id: a\n    severity: note\n    text: t\n    {kind}\n"
        );
        fs::write(&file, text).unwrap();
        // The page speaks of the classes of data that the hospital has.
        let args = ["check", "--policy", file.to_str().unwrap()];
        inventory("hospital").args(args).exits_with(0);
    }
}

/// What a check of an inventory by one rule is refused with.
#[track_caller]
fn refused(inventory: &Story, rule: &str, lang: &str, complaint: &str) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("p.yaml");
    let text = format!(
        "trefonds-policy: 1\nrules:\n  - id: r\n    severity: error\n    text: t\n    {rule}\n"
    );
    fs::write(&file, text).unwrap();
    let check =
        inventory.clone().args(["check", "--policy", file.to_str().unwrap(), "--lang", lang]);
    check.fails_with(2).complains(complaint);
}

#[test]
fn a_rule_that_can_match_nothing_is_an_error() {
    let of = |rule: &str, complaint: &str| refused(&inventory("hospital"), rule, "en", complaint);
    of("no_exposure: {jurisdiction: USA}", "USA is no country of ISO 3166-1");
    of("no_exposure: {jurisdiction: USA}", "can match nothing; did you mean US?");
    of("no_exposure: {jurisdiction: Absurdistan}", "can match nothing; the inventory has ");
    of("no_exposure: {jurisdiction: RE}", "RE is a territory of FR");
    of("no_exposure: {data: sante}", "no component holds data of class sante");
    of("no_exposure: {data: sante}", "the inventory has health, personal");
    of("no_exposure: {data: helath}", "did you mean health?");
    of("verified_within: {days: 90, fields: [name]}", "no fact of these fields");
    let french = inventory("hospital");
    refused(&french, "no_exposure: {data: sante}", "fr", "la règle ne peut rien trouver");
    let one = Story::on("tests/situations/territory_of_a_home_state");
    let of = |rule: &str, complaint: &str| refused(&one, rule, "en", complaint);
    of(
        "owner_required: {layers: [data]}",
        "the inventory has service, application, infrastructure",
    );
    for kind in ["no_foreign_single_point", "survival_at_least", "concentration_at_most"] {
        let more = match kind {
            "survival_at_least" => ", time: 4h",
            "concentration_at_most" => ", percent: 30",
            _ => "",
        };
        let rule = format!("{kind}: {{criticality: vital{more}}}");
        of(
            &rule,
            "no service matters so much, so that the rule can match nothing; the inventory has standard",
        );
    }
}

#[test]
fn a_country_that_may_come_is_guarded_against() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("p.yaml");
    let text = "trefonds-policy: 1\nrules:\n  - {id: r, severity: error, text: t, no_exposure: {jurisdiction: BR}}\n";
    fs::write(&file, text).unwrap();
    inventory("hospital").args(["check", "--policy", file.to_str().unwrap()]).exits_with(0);
}
