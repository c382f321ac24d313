//! What is only interrupted is told apart from what is down for good, where an inventory says what takes over
//! after a time; elsewhere nothing changes.

use std::fs;

use super::diff_git::Repository;
use crate::harness::{Story, list, program, text_of};

const FOLDER: &str = "tests/inventories/three-words";

/// The inventory of three words, with something replaced.
fn changed(from: &str, to: &str) -> (tempfile::TempDir, Story) {
    let folder = tempfile::tempdir().unwrap();
    let text = text_of(format!("{FOLDER}/trefonds.yaml"));
    assert!(text.contains(from), "{from}");
    fs::write(folder.path().join("trefonds.yaml"), text.replace(from, to)).unwrap();
    let story = Story::on(folder.path().to_str().unwrap());
    (folder, story)
}

#[test]
fn rank_says_how_many_services_are_only_interrupted() {
    let result = Story::on(FOLDER).args(["rank"]).json();
    let levels = list(&result, "levels").iter();
    let mut events = levels.flat_map(|level| list(level, "events"));
    let event = events.find(|it| it["event"]["id"] == "us-corp").unwrap();
    assert_eq!(event["certain"]["vital"], 2);
    assert_eq!(event["interrupted"]["vital"], 1);
    Story::on(FOLDER).args(["rank"]).says("Of these, only interrupts");
    Story::on(FOLDER).args(["rank", "--format", "csv"]).says("interrupted_vital");
    // Where it is borne that long, nothing is.
    let (_folder, story) = changed(", starts_in: 4h", "");
    let text = story.args(["rank"]).succeeds().stdout;
    assert!(!text.contains("interrupts"), "{text}");
}

#[test]
fn questions_say_what_would_only_be_interrupted() {
    let (_folder, story) = changed(
        "first: {layer: software, suppliers: [{entity: us-corp, on_withdrawal: stops}]",
        "first: {layer: software, suppliers: [{entity: us-corp}]",
    );
    let result = story.args(["questions"]).json();
    let asked = list(&result, "questions");
    let effect = asked.iter().find(|it| it["fact"]["fact"] == "on-withdrawal").unwrap();
    assert_eq!(
        (effect["single_points"].as_u64(), effect["interruptions"].as_u64()),
        (Some(2), Some(2))
    );
    let (_folder, story) = changed(
        "first: {layer: software, suppliers: [{entity: us-corp, on_withdrawal: stops}]",
        "first: {layer: software, suppliers: [{entity: us-corp}]",
    );
    story.args(["questions"]).says("Of these, only interrupt");
    let text = Story::on("tests/inventories/four-words").args(["questions"]).succeeds().stdout;
    assert!(!text.contains("only interrupt"), "{text}");
}

#[test]
fn history_has_a_series_of_what_stops_for_good() {
    let repository = Repository::new();
    let text = text_of(format!("{FOLDER}/trefonds.yaml"));
    repository.commit("si/a.yaml", &text.replace(", starts_in: 4h", ""), "2026-01-01");
    let cold =
        text.replace("  stuck:", "  later: {layer: service, depends_on: [paused]}\n  stuck:");
    repository.commit("si/a.yaml", &cold, "2026-02-01");
    let history = || program().args(["history", &repository.name("si")]);
    let result = history().json();
    let measures = |at: usize| list(&result, "commits")[at]["measures"].clone();
    let (now, before) = (measures(0), measures(1));
    assert_eq!((now["stoppable"].as_u64(), now["for_good"].as_u64()), (Some(3), Some(1)));
    assert_eq!((before["stoppable"].as_u64(), before.get("for_good")), (Some(1), None));
    history().says("Of these, for good");
    history().args(["--lang", "fr"]).says("Dont définitivement");
    let chart = repository.at("history.svg");
    history().args(["-o", chart.to_str().unwrap()]).succeeds();
    assert!(fs::read_to_string(chart).unwrap().contains("of these, for good"));
}

#[test]
fn a_plan_leaves_out_what_is_over_soon_enough() {
    let options =
        "backbone: {layer: software, alternatives: {own-backbone: {cost: 10, suppliers: none}}, ";
    let (_folder, story) = changed("backbone: {layer: software, ", options);
    let all = story.args(["plan"]).json();
    assert_eq!(all["outcome"], "infeasible");
    assert_eq!(all["counted_before"], 2);
    let (_folder, story) = changed("backbone: {layer: software, ", options);
    let lasting = story.args(["plan", "--lasting", "5h"]).json();
    assert_eq!((&lasting["outcome"], &lasting["cost"]), (&"complete".into(), &10.into()));
    assert_eq!((&lasting["counted_before"], &lasting["lasting_minutes"]), (&1.into(), &300.into()));
    let (_folder, story) = changed("backbone: {layer: software, ", options);
    let text = story.args(["plan", "--lasting", "5h"]).succeeds().stdout;
    assert!(text.contains("only outages of at least 5 h without a break count"), "{text}");
    assert!(text.contains("Something takes over later here"), "{text}");
}

/// A spare somewhere else makes no difference to what stops for good.
#[test]
fn a_diff_tells_nothing_of_what_stops_for_good_as_before() {
    let folder = tempfile::tempdir().unwrap();
    let text = text_of(format!("{FOLDER}/trefonds.yaml"));
    let before = folder.path().join("before.yaml");
    fs::write(&before, text.replace(", starts_in: 4h", "")).unwrap();
    let diff = program().args(["diff", before.to_str().unwrap(), FOLDER]).exits_with(1).stdout;
    assert!(diff.lines().any(|line| line.contains("stops paused")), "{diff}");
    assert!(!diff.contains("stops stuck"), "{diff}");
}

/// What takes over later somewhere says nothing of when two that are one hand stop something else.
#[test]
fn one_hand_is_timed_from_the_event_where_something_takes_over_later() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.yaml");
    let text = text_of("tests/inventories/four-words/trefonds.yaml")
        .replace("    until: 2026-10-20\n", "");
    let cold = "  later: {layer: service, depends_on: [{any_of: [own-host, {needs: cloud, starts_in: 4h}]}]}\n";
    fs::write(&path, text.replace("  cloud:\n", &format!("{cold}  cloud:\n"))).unwrap();
    let result = program().args(["spof", path.to_str().unwrap()]).json();
    let one = list(&result, "one_hand").iter().find(|it| it["service"]["id"] == "joined").unwrap();
    assert_eq!(one["minutes"], 0);
}

/// "30 d, possibly at once" is no interruption of 30 days.
#[test]
fn what_stops_for_good_in_either_reading_is_not_called_interrupted() {
    let (_folder, story) = changed(
        "backbone: {layer: software, suppliers: [{entity: us-corp, on_withdrawal: stops}]",
        "backbone: {layer: software, operator: undisclosed, suppliers: [{entity: us-corp, on_withdrawal: stops after 30d}, {entity: us-corp}]",
    );
    let (_folder, story) = (_folder, story);
    let text = story.args(["spof"]).succeeds().stdout;
    assert!(text.contains("30 d, possibly at once, for good"), "{text}");
}
