//! `rank`: who and what matters most, and how concentrated control is.

use crate::harness::{clinic, inventory, list, word};

#[test]
fn the_ranking_in_both_languages_and_every_format() {
    clinic().args(["rank"]).snapshot("rank-en");
    clinic().args(["rank", "--lang", "fr"]).snapshot("rank-fr");
    clinic().args(["rank", "--format", "markdown"]).snapshot("rank-markdown-en");
    clinic().args(["rank", "--format", "csv"]).snapshot("rank-csv");
    clinic().args(["rank", "--level", "controller", "--format", "json"]).snapshot("rank-json");
}

#[test]
fn an_event_counts_what_the_single_points_list() {
    for level in ["component", "entity", "controller", "jurisdiction"] {
        let args = ["--level", level, "--by", "90d", "--all"];
        let points = inventory("hospital").args(["spof"]).args(args).json();
        let rank = inventory("hospital").args(["rank"]).args(args).json();
        let level = &list(&rank, "levels")[0];
        for event in list(level, "events").iter().chain(list(level, "unknown")) {
            let mine = list(&points, "findings").iter().filter(|point| {
                word(point, "/event") == word(event, "/event/id")
                    && point["event_kind"] == event["kind"]
                    && point["event"] != point["service"]
            });
            let (certain, possible): (Vec<_>, Vec<_>) =
                mine.partition(|point| word(point, "/certainty") == "certain");
            let total = |counts: &serde_json::Value| -> u64 {
                let counts = counts.as_object().unwrap().values();
                counts.map(|count| count.as_u64().unwrap()).sum()
            };
            assert_eq!(total(&event["certain"]), certain.len() as u64, "{event}");
            assert_eq!(total(&event["possible"]), possible.len() as u64, "{event}");
        }
    }
}

#[test]
fn pairs_are_the_cut_sets_of_two() {
    let rank = clinic().args(["rank", "--level", "component"]).json();
    let all = &list(&rank, "levels")[0]["pairs"];
    let (mut certain, mut possible) = (0, 0);
    for service in ["accueil", "rendez-vous", "imagerie", "paie"] {
        let cuts = clinic().args(["cuts", service, "--level", "component", "--order", "2"]).json();
        for set in list(&cuts, "sets").iter().filter(|set| list(set, "events").len() == 2) {
            match word(set, "/certainty") {
                "certain" => certain += 1,
                _ => possible += 1,
            }
        }
    }
    assert_eq!(
        (all["certain"].as_u64(), all["possible"].as_u64()),
        (Some(certain), Some(possible))
    );
    assert!(certain > 0);
}

#[test]
fn the_index_is_that_of_a_hand_count() {
    let story = crate::harness::Story::on("tests/scenarios/two_makers_together");
    let rank = story.args(["rank"]).json();
    let software = list(&rank, "concentration")
        .iter()
        .find(|it| word(it, "/layer") == "software" && word(it, "/by") == "controller")
        .unwrap();
    // Two makers, one component each: 50² + 50² = 5,000.
    assert_eq!((&software["at_least"], &software["at_most"]), (&5_000.into(), &5_000.into()));
    assert_eq!(software["components"], 2);
}

#[test]
fn unknown_parties_are_counted_apart() {
    let rank = clinic().args(["rank", "--level", "controller"]).json();
    let level = &list(&rank, "levels")[0];
    assert!(list(level, "events").iter().all(|event| word(event, "/kind") != "unknown"));
    assert!(list(level, "unknown").iter().any(|it| word(it, "/event/id") == "parents:imageur"));
    let wide = list(&rank, "concentration").iter().find(|it| it["layer"].is_null()).unwrap();
    assert!(wide["at_least"].as_u64() < wide["at_most"].as_u64(), "{wide}");
    assert_ne!(wide["unknown_millionths"], 0);
}

#[test]
fn shares_are_whole_and_the_bounds_in_order() {
    for name in crate::harness::inventories() {
        let rank = inventory(&name).args(["rank", "--level", "jurisdiction"]).json();
        for it in list(&rank, "concentration") {
            let number = |key: &str| it[key].as_u64().unwrap();
            assert!(number("at_least") <= number("at_most") && number("at_most") <= 10_000, "{it}");
            let shares =
                list(it, "shares").iter().map(|share| share["millionths"].as_u64().unwrap());
            let whole = shares.sum::<u64>() + number("unknown_millionths");
            // Each share is rounded down.
            let parts = list(it, "shares").len() as u64 + 1;
            assert!(whole <= 1_000_000 && whole + parts >= 1_000_000, "{whole} {it}");
        }
    }
}
