//! `denial`: what each law on denial could stop, and that the what-if of the law says the same.

use serde_json::Value;

use crate::harness::{Story, inventories, inventory, list, program, text_of, word};

const FOLDER: &str = "tests/inventories/denial";

fn story() -> Story {
    Story::on(FOLDER).args(["denial"])
}

#[test]
fn what_laws_could_stop_in_each_format_and_both_languages() {
    story().snapshot("denial-en");
    story().args(["--lang", "fr"]).snapshot("denial-fr");
    story().args(["--format", "markdown"]).snapshot("denial-markdown");
    story().args(["--format", "csv"]).snapshot("denial-csv");
    story().args(["--format", "json"]).snapshot("denial-json");
}

fn laws(result: &Value) -> Vec<(&str, &str)> {
    let each = list(result, "laws").iter();
    each.map(|law| (word(law, "/law/id"), word(law, "/days/force"))).collect()
}

fn stop<'r>(result: &'r Value, law: &str, service: &str) -> &'r Value {
    let law = list(result, "laws").iter().find(|it| word(it, "/law/id") == law).unwrap();
    let mut stops = list(law, "stopped").iter();
    stops.find(|it| word(it, "/service/id") == service).unwrap()
}

/// Minutes of a day.
const DAY: u64 = 24 * 60;

#[test]
fn the_laws_in_force_stand_before_the_others() {
    let expected = [
        ("sanctions", "in-force"),
        ("listing", "in-force"),
        ("coming", "not-yet"),
        ("old", "no-more"),
    ];
    assert_eq!(laws(&story().json()), expected);
    let later = story().args(["--as-of", "2027-02-01"]).json();
    assert_eq!(laws(&later)[0], ("coming", "in-force"));
    story()
        .says("NOT YET IN FORCE, from 1 January 2027 on")
        .says("NO LONGER IN FORCE, until 31 December 2020")
        .says("It stops nothing.");
}

#[test]
fn a_what_if_of_the_law_says_the_same() {
    let mut told = 0;
    let own = [FOLDER.to_owned()].into_iter();
    for folder in own.chain(inventories().into_iter().map(|name| format!("inventories/{name}"))) {
        for by in [None, Some("60d")] {
            let args = by.map(|by| ["--by", by]).into_iter().flatten();
            let result = Story::on(&folder).args(["denial"]).args(args.clone()).json();
            for law in list(&result, "laws") {
                let asked = ["whatif", "--law", word(law, "/law/id")];
                let same = Story::on(&folder).args(asked).args(args.clone()).json();
                assert_eq!(law["stopped"], same["stopped"], "{folder} {by:?}");
                assert_eq!(law["days"], same["withdrawn"][0]["days"], "{folder} {by:?}");
                let held: Vec<&Value> =
                    list(&same, "held").iter().map(|it| &it["service"]).collect();
                assert_eq!(list(law, "held").iter().collect::<Vec<_>>(), held);
                assert_eq!(law["untouched"].as_u64(), Some(list(&same, "untouched").len() as u64));
                told += list(law, "stopped").len();
            }
        }
    }
    assert!(told > 10, "{told}");
}

#[test]
fn each_stop_says_when_how_firmly_and_through_whom() {
    let result = story().json();
    let berths = stop(&result, "sanctions", "berths");
    assert_eq!(word(berths, "/certainty"), "certain");
    // 30 days of the contract and 90 of the law; at once if the contested rule reaches who runs the office.
    assert_eq!(berths["survival_minutes"]["settled"].as_u64(), Some(120 * DAY));
    assert_eq!(berths["survival_minutes"]["careful"].as_u64(), Some(0));
    assert_eq!(word(berths, "/denied/0/through/id"), "big-vendor");
    let grades: Vec<&str> = list(berths, "grades").iter().map(|it| word(it, "/grade")).collect();
    assert_eq!(grades, ["technology", "arguable"]);
    let customs = stop(&result, "sanctions", "customs");
    assert_eq!(word(customs, "/certainty"), "possible");
    assert_eq!(word(customs, "/hangs_on/0/id"), "operator:declarations");
    let archive = stop(&result, "listing", "archive");
    assert_eq!(word(archive, "/certainty"), "certain");
    assert_eq!(archive["survival_minutes"]["settled"].as_u64(), Some(0));
}

#[test]
fn the_proof_leads_down_to_the_technology_and_up_to_where_it_comes_from() {
    let proofs = Story::on("tests/scenarios/denial_by_technology");
    let told = proofs.args(["whatif", "--law", "ban", "--proofs"]).succeeds().stdout;
    let mut at = told.find("Proof: files").unwrap();
    for words in [
        "store is run by cloud",
        "office is run by cloud",
        "office rests on suite",
        "suite rests on library",
        "the technology of library comes from daughter",
        "american holds 100 %",
        "american is in United States",
    ] {
        at += told[at..].find(words).unwrap_or_else(|| panic!("{words} not after {at}:\n{told}"));
    }
}

#[test]
fn a_what_if_says_that_a_law_is_not_in_force() {
    let what_if = |law| Story::on(FOLDER).args(["whatif", "--law", law]);
    what_if("coming").says("NOT YET IN FORCE, from 1 January 2027 on; played all the same");
    what_if("old").says("NO LONGER IN FORCE, until 31 December 2020; played all the same");
    what_if("sanctions").succeeds().never_says("IN FORCE");
}

#[test]
fn laws_that_are_none_on_denial_are_refused_all_at_once() {
    story()
        .args(["--law", "access", "--law", "sanction"])
        .fails_with(2)
        .complains("access is a law on access, which stops nothing")
        .complains("did you mean sanctions?")
        .complains("2 errors");
    story().args(["--law", "listing"]).says("Archive").never_says("Sanctions");
}

#[test]
fn an_inventory_without_such_a_law_says_so() {
    Story::on("tests/inventories/clinic").args(["denial"]).exits_with(0);
    let folder = tempfile::tempdir().unwrap();
    let text = "trefonds: 1\nhome: [FR]\ncomponents:\n  a: {layer: service, depends_on: none}\n";
    std::fs::write(folder.path().join("trefonds.yaml"), text).unwrap();
    let bare = Story::on(folder.path().to_str().unwrap()).args(["denial"]);
    bare.says("declares no law on denial");
}

#[test]
fn an_arguable_stop_is_none_for_certain_in_a_scenario() {
    let folder = tempfile::tempdir().unwrap();
    let text = text_of("tests/scenarios/denial_by_arguable_technology/trefonds.yaml");
    std::fs::write(folder.path().join("trefonds.yaml"), text).unwrap();
    let plays = |expected: &str| {
        let scenario = format!("trefonds-scenario: 1\nlaws: [ban]\nexpect:\n  mail: {expected}\n");
        std::fs::write(folder.path().join("drill.yaml"), scenario).unwrap();
        Story::on(folder.path().to_str().unwrap()).args(["test"])
    };
    plays("{stops: certain}").exits_with(1);
    plays("stops").exits_with(1);
    plays("holds").exits_with(1);
    plays("{stops: possible}").exits_with(0);
}

#[test]
fn the_help_has_an_example_that_works() {
    program().args(["denial", "--help"]).says("trefonds denial inventories/hospital");
    inventory("hospital").args(["denial", "--law", "us-sanctions", "--by", "90d"]).succeeds();
}
