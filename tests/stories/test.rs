//! `test`: the scenarios beside an inventory, and where they do not do what they expect.

use std::fs;

use trefonds_lang::Lang;

use crate::harness::{Story, clinic, inventory, list, program, root, text_of, word};

#[test]
fn the_hospitals_scenarios_do_what_they_expect() {
    let outcome = inventory("hospital").args(["test"]).succeeds();
    outcome.says("3 of 3 scenarios as expected").never_says("DIFFERENT");
}

/// The clinic with one scenario that fails.
fn failing() -> Story {
    clinic().args(["test", "--scenario", "tests/policies/clinic-scenario.yaml"])
}

#[track_caller]
fn snapshot(name: &str, args: &[&str]) {
    let output = failing().args(args).exits_with(1).stdout;
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(root().join("tests/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, output));
}

#[test]
fn the_difference_is_shown_in_every_format() {
    snapshot("test-en", &[]);
    snapshot("test-fr", &["--lang", "fr"]);
    snapshot("test-markdown", &["--format", "markdown"]);
    snapshot("test-csv", &["--format", "csv"]);
    snapshot("test-json", &["--format", "json"]);
    snapshot("test-junit", &["--format", "junit"]);
}

#[test]
fn junit_counts_what_is_different() {
    let text = failing().args(["--format", "junit"]).exits_with(1).stdout;
    let xml = roxmltree::Document::parse(&text).unwrap();
    let failures = xml.descendants().filter(|node| node.has_tag_name("failure")).count();
    let counted = xml.root_element().attribute("failures").unwrap();
    assert_eq!(counted, failures.to_string());
    assert!(failures >= 3);
}

/// A folder with an inventory and a scenario beside it.
fn beside(scenario: &str) -> (tempfile::TempDir, Story) {
    let folder = tempfile::tempdir().unwrap();
    let inventory = text_of("tests/scenarios/two_makers_together/trefonds.yaml");
    fs::write(folder.path().join("trefonds.yaml"), inventory).unwrap();
    fs::create_dir(folder.path().join("drills")).unwrap();
    fs::write(folder.path().join("drills/one.yaml"), scenario).unwrap();
    let story = Story::on(folder.path().to_str().unwrap());
    (folder, story)
}

#[test]
fn a_scenario_beside_the_inventory_is_no_part_of_it() {
    let (_folder, story) = beside(
        "trefonds-scenario: 1\nwithdraw: [maker-a, maker-b]\nexpect: {shop: {stops: certain, at_most: 5d}}\n",
    );
    story.clone().args(["test"]).says("1 of 1 scenarios as expected");
    let overview = story.clone().args(["check"]).json();
    assert!(overview["scenarios"][0].as_str().unwrap().ends_with("drills/one.yaml"));
    story.clone().args(["check"]).says("Scenarios in this folder, no part of the inventory");
    story.args(["spof", "--level", "component"]).says("shop");
}

#[test]
fn declarations_in_a_scenario_are_not_left_out_in_silence() {
    let (_folder, story) =
        beside("trefonds-scenario: 1\ncomponents:\n  mail: {layer: service, depends_on: none}\n");
    story.args(["check"]).fails_with(2).complains("trefonds-scenario");
}

#[test]
fn everything_that_is_wrong_is_told_with_its_place() {
    let (_folder, story) = beside(
        "trefonds-scenario: 2\nwithdraw: [makr-a]\nlaws: ban\nexpect:\n  shpo: holds\n  shop: {at_most: 4d}\n",
    );
    story
        .args(["test"])
        .fails_with(2)
        .complains("one.yaml:1:20")
        .complains("version 2 of scenarios is not known")
        .complains("one.yaml:2:12")
        .complains("makr-a: nothing in this inventory is called so; did you mean maker-a?")
        .complains("one.yaml:3:7")
        .complains("ban: no law of this inventory is called so")
        .complains("one.yaml:5:9")
        .complains("shpo is no service of this inventory on that day; did you mean shop?")
        .complains("one.yaml:6:9")
        .complains("expects nothing, or two things")
        .complains("5 errors in scenarios");
    for (text, place, what) in [
        ("trefonds-scenario: 1\nwithdrow: US\n", "one.yaml:2:1", "unknown key `withdrow`"),
        (
            "trefonds-scenario: 1\nwithdraw: US\nexpect: {shop: hold}\n",
            "one.yaml:3:16",
            "did you mean `holds`?",
        ),
        (
            "trefonds-scenario: 1\nwithdraw: US\nby: 30\n",
            "one.yaml:3:5",
            "this must be a duration (such as 4h), not the text `30`",
        ),
        ("trefonds-scenario: 1\n", "one.yaml:1:20", "nothing is withdrawn"),
        (
            "trefonds-scenario: 1\nwithdraw: US\nexpect: {shop: {stops: maybe}}\n",
            "one.yaml:3:",
            "`maybe` is not a value that is known here",
        ),
    ] {
        let (_folder, story) = beside(text);
        story.args(["test"]).fails_with(2).complains(place).complains(what);
    }
}

#[test]
fn no_scenario_is_no_success() {
    clinic().args(["test"]).fails_with(2).complains("holds no scenario");
    let file = "inventories/hospital/scenarios/us-withdraws.yaml";
    Story::on(file).args(["check"]).fails_with(2).complains("this is a scenario, not an inventory");
}

#[test]
fn a_scenario_is_played_by_whatif_too() {
    let file = "inventories/hospital/scenarios/us-withdraws.yaml";
    let result = inventory("hospital").args(["whatif", "--scenario", file]).json();
    assert_eq!(word(&result, "/scenario"), "Un mois sans les fournisseurs américains");
    assert_eq!(result["by_minutes"], 43_200);
    let more = ["whatif", "--scenario", file, "--close-site", "room-a", "--by", "7d"];
    let result = inventory("hospital").args(more).json();
    assert_eq!(word(&result, "/scenario"), "-", "the title would speak of less");
    assert_eq!((list(&result, "withdrawn").len(), &result["by_minutes"]), (2, &10_080.into()));
}

#[test]
fn scenario_files_hold_to_the_schema() {
    let schema = program().args(["schema", "scenario"]).succeeds().stdout;
    let schema = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    for name in crate::harness::names_in("inventories/hospital/scenarios") {
        let text = text_of(format!("inventories/hospital/scenarios/{name}"));
        let (value, _) =
            trefonds_inventory::small::read::<serde_json::Value>("s.yaml", &text, Lang::En)
                .unwrap();
        assert!(schema.is_valid(&value), "{name}: {value}");
    }
    for bad in [
        serde_json::json!({"trefonds-scenario": 1, "withdraw": 3}),
        serde_json::json!({"trefonds-scenario": 1, "withdraw": "US", "expect": {"a": {"at_least": "4h"}}}),
        serde_json::json!({"withdraw": "US"}),
    ] {
        assert!(!schema.is_valid(&bad), "{bad}");
    }
}

#[test]
fn expected_times_are_told_in_words_that_go_together() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("times.yaml");
    let of = |bounds: &str, lang: &str| {
        let expect = format!("expect:\n  rendez-vous: {{stops: certain, {bounds}}}\n");
        let text = format!("trefonds-scenario: 1\nwithdraw: [US]\n{expect}");
        fs::write(&file, text).unwrap();
        let story = clinic().args(["test", "--scenario", file.to_str().unwrap(), "--lang", lang]);
        let outcome = story.command().output().unwrap();
        String::from_utf8(outcome.stdout).unwrap()
    };
    for (bounds, en, fr) in [
        (
            "at_least: 4h, at_most: 4h",
            "certain, after exactly 4 h",
            "certain, après 4 h exactement",
        ),
        (
            "at_least: 4h, at_most: 30d",
            "certain, between 4 h and 30 d",
            "certain, entre 4 h et 30 j",
        ),
        ("at_least: 4h", "certain, not before 4 h", "certain, pas avant 4 h"),
        ("at_most: 4h", "certain, by 4 h", "certain, en 4 h au plus"),
        ("at_most: 0h", "certain, at once", "certain, immédiat"),
    ] {
        let (told, dit) = (of(bounds, "en"), of(bounds, "fr"));
        assert!(told.contains(en), "{told}");
        assert!(dit.contains(fr), "{dit}");
        assert!(!told.contains("before at once") && !told.contains("by at once"), "{told}");
    }
    assert!(of("at_most: 0h", "en").contains("not at once"));
}

#[test]
fn a_scenario_that_can_stop_nothing_is_an_error() {
    let (_folder, story) = beside("trefonds-scenario: 1\nwithdraw: [BR]\nexpect: {shop: holds}\n");
    let refused = story.clone().args(["test"]).fails_with(2);
    refused
        .complains("BR: nothing stands there")
        .complains("one.yaml:2:12")
        .complains("there are ");
    // Asked on the command line, the answer says that it touches nothing.
    story.args(["whatif", "--withdraw", "BR"]).says("nothing in this inventory");
}
