//! One inventory, five services: one that is stopped for certain, one possibly, one possibly in one hand,
//! one that is down from what has ended, and one that is safe. Each command says of each what it is.

use std::fs;

use crate::harness::Story;

const FOLDER: &str = "tests/inventories/four-words";

fn story(args: &[&str]) -> Story {
    Story::on(FOLDER).args(args.iter().copied())
}

/// What a command must print: a line that holds all of the words, for each service.
struct Row {
    args: &'static [&'static str],
    cells: [&'static [&'static str]; 4],
}

const fn row(args: &'static [&'static str], cells: [&'static [&'static str]; 4]) -> Row {
    Row { args, cells }
}

/// Certain, possible, possible in one hand, ended.
const TABLE: [Row; 8] = [
    row(
        &["spof"],
        [
            &["sure", "stoppable by 1", "100 %"],
            &["perhaps", "possibly stoppable"],
            &["joined", "none known; 1 possible in one hand"],
            &["over", "down since 2026-10-21"],
        ],
    ),
    row(
        &["spof", "--level", "jurisdiction"],
        [
            &["sure", "stoppable by 1"],
            &["perhaps", "possibly stoppable"],
            &["joined", "none known; 1 possible in one hand"],
            &["over", "down since 2026-10-21"],
        ],
    ),
    row(
        &["spof", "--format", "csv"],
        [
            &["sure,", ",us-corp,", ",certain,certain,certain,"],
            &["perhaps,", ",parents:quiet,", ",possible,possible,possible,"],
            &["joined,", ",us-corp,", ",one-hand,", "parents:quiet"],
            &["over,", ",certificate,ended,", ",certain,"],
        ],
    ),
    row(
        &["whatif", "--withdraw", "US"],
        [
            &["sure", "at once", "cloud > us-corp"],
            &["who is above Quiet", "perhaps"],
            &["who is above Quiet", "joined"],
            &["over", "since 2026-10-21", "certificate (ended on 2026-10-20)"],
        ],
    ),
    row(
        &["whatif", "--withdraw", "US", "--format", "csv"],
        [
            &["stops,sure,", ",certain,0,0,"],
            &["could-stop,perhaps,", "parents:quiet"],
            &["could-stop,joined,", "parents:quiet"],
            &["down,over,", "ended certificate"],
        ],
    ),
    row(
        &["rank"],
        [
            &["US Corp", "2 vital", "1 vital"],
            &["who is above Quiet", "1 vital"],
            &["United States (US)", "2 vital", "1 vital"],
            &["certificate", "1 vital"],
        ],
    ),
    row(
        &["questions"],
        [
            &["coverage 91 %"],
            &["who is above Quiet", "undisclosed"],
            &["who is above Quiet", "undisclosed         2      2"],
            &["what came after certificate, which has ended"],
        ],
    ),
    row(
        &["plan"],
        [
            &["sure", "1 > 0"],
            &["perhaps", "0        2"],
            &["possible single points stay, unknown facts included"],
            &["over", "certificate", "certain"],
        ],
    ),
];

#[test]
fn each_command_says_of_each_service_what_it_is() {
    for row in &TABLE {
        let text = story(row.args).succeeds().stdout;
        for cell in row.cells {
            let holds = |line: &str| cell.iter().all(|words| line.contains(words));
            assert!(text.lines().any(holds), "{:?}: {cell:?} is not in:\n{text}", row.args);
        }
    }
}

#[test]
fn the_proof_of_each() {
    for (service, words) in [
        ("sure", "certain: at once; operation"),
        ("perhaps", "were this the same hand: who is above Quiet"),
        ("joined", "were this the same hand: who is above Quiet"),
        ("over", "at once, if what has ended were back"),
        ("safe", "in either reading"),
    ] {
        story(&["why", service, "US"]).says(words);
    }
}

#[test]
fn the_cut_sets_of_each() {
    for (service, words) in [
        ("sure", "US Corp (United States, US)  at once  cloud > us-corp"),
        ("perhaps", "who is above Quiet  possibly at once"),
        ("joined", "US Corp (United States, US) = who is above Quiet"),
        ("over", "since 2026-10-21  certificate (ended on 2026-10-20)"),
    ] {
        story(&["cuts", service]).says(words);
    }
}

#[test]
fn a_policy_sees_each() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("policy.yaml");
    let text = "trefonds-policy: 1\nrules:\n  - id: sovereign\n    severity: error\n    text: Nobody\n    certainty: possible\n    no_foreign_single_point: {}\n";
    fs::write(&path, text).unwrap();
    let output = story(&["check", "--policy", path.to_str().unwrap()]).exits_with(1).stdout;
    for service in ["sure", "perhaps", "joined", "over"] {
        assert!(output.contains(service), "{service} is not in:\n{output}");
    }
    assert!(output.contains("is also behind what is not known (who is above Quiet)"), "{output}");
}

#[test]
fn a_scenario_does_not_call_down_what_holds() {
    let folder = tempfile::tempdir().unwrap();
    let inventory = fs::read_to_string(crate::harness::root().join(FOLDER).join("trefonds.yaml"));
    fs::write(folder.path().join("trefonds.yaml"), inventory.unwrap()).unwrap();
    let text = "trefonds-scenario: 1\ntitle: Away\nwithdraw: [host-fr]\nexpect: {over: holds, sure: holds}\n";
    fs::write(folder.path().join("away.yaml"), text).unwrap();
    let story = || Story::on(folder.path().to_str().unwrap()).args(["test"]);
    let output = story().exits_with(1).stdout;
    assert!(output.contains("down since 2026-10-21"), "{output}");
    let found = story().args(["--format", "json"]).exits_with(1).stdout;
    let found: serde_json::Value = serde_json::from_str(&found).unwrap();
    let checks = found["scenarios"][0]["checks"].as_array().unwrap();
    let over = checks.iter().find(|it| it["service"]["id"] == "over").unwrap();
    assert_eq!(over["differences"][0]["kind"], "down");
    let sure = checks.iter().find(|it| it["service"]["id"] == "sure").unwrap();
    assert_eq!(sure["differences"].as_array().unwrap().len(), 0);
}

/// Two backups, and nobody has said where either stands: both may stand in the place that closes.
#[test]
fn two_places_that_nobody_said_do_not_hide_one_another() {
    let folder = tempfile::tempdir().unwrap();
    let text = "trefonds: 1\nhome: [FR]\ncomponents:\n  s: {layer: service, depends_on: [{any_of: [one, two]}]}\n  one: {layer: infrastructure, operator: o, suppliers: none, depends_on: none}\n  two: {layer: infrastructure, operator: o, suppliers: none, depends_on: none}\nentities:\n  o: {country: FR, owned_by: dispersed}\nsites:\n  paris: {country: FR, operator: o}\n";
    fs::write(folder.path().join("a.yaml"), text).unwrap();
    let story = || Story::on(folder.path().to_str().unwrap());
    let args = ["whatif", "--close-site", "paris"];
    story().args(args).says("where one stands (not said) + where two stands (not said)");
    let result = story().args(args).json();
    let hidden = result["hidden"][0].clone();
    assert_eq!(hidden["unknown"]["id"], "site:one");
    assert_eq!(hidden["with"][0]["id"], "site:two");
    assert_eq!(hidden["services"][0]["id"], "s");
}
