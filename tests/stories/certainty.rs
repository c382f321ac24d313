//! One inventory, five services: one that is stopped for certain, one possibly, one possibly in one hand,
//! one that is down from what has ended, and one that is safe. Each command says of each what it is.

use std::fs;

use super::diff_git::Repository;
use super::export::{parts, text_of_pdf};
use crate::harness::{Story, list, program, text_of};

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

/// The words of each service in what is written to files: certain, possible, one hand, ended.
const WRITTEN: [&str; 4] = [
    "US at once",
    "? 1 unknown controller",
    "none known; 1 possible in one hand",
    "down since 2026-10-21",
];

#[test]
fn the_map_says_of_each_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["map.svg", "map.dot"] {
        let map = folder.path().join(name);
        story(&["map", "-o", map.to_str().unwrap()]).succeeds();
        let text = fs::read_to_string(map).unwrap();
        for words in
            ["stoppable by US", "possibly by ?", "none known; 1 possible in one", WRITTEN[3]]
        {
            assert!(text.contains(words), "{name}: {words}");
        }
    }
}

#[test]
fn page_paper_and_workbook_say_of_each_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let written = |name: &str| {
        let path = folder.path().join(name);
        let command = if name.ends_with("html") { "report" } else { "export" };
        story(&[command, "-o", path.to_str().unwrap()]).succeeds();
        path
    };
    let paper = text_of_pdf(&written("report.pdf"));
    for (service, words) in ["sure", "perhaps", "joined", "over"].into_iter().zip(WRITTEN) {
        let told = |line: &str| line.trim_start().starts_with(service) && line.contains(words);
        assert!(paper.lines().any(told), "{service}: {words}\n{paper}");
    }
    let page = fs::read_to_string(written("report.html")).unwrap();
    let lists = fs::read_to_string(written("report.md")).unwrap();
    let sheets: String = parts(&written("report.xlsx")).into_iter().map(|(_, text)| text).collect();
    let verdicts = ["stoppable by 1", "possibly stoppable", WRITTEN[2], WRITTEN[3]];
    for words in verdicts {
        for (name, text) in [("page", &page), ("lists", &lists), ("sheets", &sheets)] {
            assert!(text.contains(words), "{name}: {words}");
        }
    }
}

/// The same inventory where none of it is so.
fn harmless() -> String {
    let text = text_of(format!("{FOLDER}/trefonds.yaml"));
    let text = text.replace("    until: 2026-10-20\n", "");
    text.replace("operator: us-corp", "operator: host-fr")
        .replace("owned_by: undisclosed", "owned_by: dispersed")
        .replace("entity: us-corp, on_withdrawal", "entity: host-fr, on_withdrawal")
}

#[test]
fn a_diff_says_of_each_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let before = folder.path().join("before.yaml");
    fs::write(&before, harmless()).unwrap();
    let text = program().args(["diff", before.to_str().unwrap(), FOLDER]).exits_with(1).stdout;
    for words in [
        ["US Corp stops sure", "certain, at once"],
        ["may stop perhaps", "possible, at once"],
        ["if also behind what is not known, stops joined", "possible, at once"],
        ["over is down", "since 2026-10-21"],
    ] {
        let told = |line: &str| words.iter().all(|word| line.contains(word));
        assert!(text.lines().any(told), "{words:?}\n{text}");
    }
}

#[test]
fn history_counts_each() {
    let repository = Repository::new();
    repository.commit("si/a.yaml", &harmless(), "2026-01-01");
    repository.commit("si/a.yaml", &text_of(format!("{FOLDER}/trefonds.yaml")), "2026-02-01");
    let result = program().args(["history", &repository.name("si")]).json();
    let counts = |at: usize| {
        let measures = &list(&result, "commits")[at]["measures"];
        ["stoppable", "possibly_stoppable", "in_one_hand", "down"].map(|it| measures[it].as_u64())
    };
    // What is down has its own count, and who would stop it if it were back counts as well.
    assert_eq!(counts(0), [Some(2), Some(1), Some(1), Some(1)]);
    assert_eq!(counts(1), [Some(0); 4]);
}

/// What ends and what can be read are certain or possible; nothing of it is in one hand, and what has ended
/// already is told apart. (The words of laws that deny: denial.rs.)
#[test]
fn ends_exposure_and_check_say_what_makes_sense_of_them() {
    story(&["ends"]).says("not told again: over");
    story(&["check"]).says("what came after certificate, which has ended");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.yaml");
    let text = text_of(format!("{FOLDER}/trefonds.yaml"))
        .replace("until: 2026-10-20", "until: 2026-12-20")
        .replace(
            "operator: host-fr, suppliers: none, site: FR",
            "operator: {entity: host-fr, until: 2026-12-20}, suppliers: none, site: FR",
        )
        .replacen("data: none", "data: {class: mail, form: clear}", 2)
        + "laws:\n  act:\n    jurisdiction: US\n    effect: access\n    reaches: [{channel: operation, link: direct, source: the act}, {channel: operation, link: via control, source: the act}]\n";
    fs::write(&path, text).unwrap();
    let on = |command: &str| program().args([command, path.to_str().unwrap()]).succeeds().stdout;
    let ends = on("ends");
    for (service, words) in [("over", "certain"), ("safe", "possible")] {
        let told = |line: &str| line.contains(service) && line.contains(words);
        assert!(ends.lines().any(told), "{service}: {words}\n{ends}");
    }
    let exposure = on("exposure");
    for words in ["certain", "possible"] {
        assert!(
            exposure.lines().any(|line| line.contains("operation") && line.contains(words)),
            "{words}\n{exposure}"
        );
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
