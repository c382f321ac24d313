//! `resolve`: what something rests on, and what rests on it.

use crate::harness::{Story, clinic, list, program, word};

#[test]
fn downwards_and_upwards_in_both_languages() {
    clinic().args(["resolve", "rendez-vous"]).snapshot("resolve-en");
    clinic().args(["resolve", "rendez-vous", "--lang", "fr"]).snapshot("resolve-fr");
    clinic().args(["resolve", "US", "--reverse"]).snapshot("resolve-reverse-en");
    clinic().args(["resolve", "rendez-vous", "--format", "csv"]).snapshot("resolve-csv");
}

#[test]
fn it_goes_down_to_the_countries() {
    let result = clinic().args(["resolve", "rendez-vous"]).json();
    let ids: Vec<&str> = list(&result, "items").iter().map(|it| word(it, "/thing/id")).collect();
    assert_eq!(ids, ["agenda", "nuage-irlande", "nuage", "IE", "US"]);
}

#[test]
fn soft_means_by_soft_requirements_only() {
    let result = clinic().args(["resolve", "US", "--reverse"]).json();
    let soft = |id: &str| {
        let found = list(&result, "items").iter().find(|it| word(it, "/thing/id") == id);
        found.unwrap()["soft_only"].as_bool().unwrap()
    };
    // The admissions rest on American hands through the records too, which they cannot do without.
    assert!(!soft("accueil"));
    assert!(soft("imagerie"));
}

const NEAR_AND_FAR: &str = "
trefonds: 1
home: [FR]
components:
  shop: {layer: service, depends_on: [near, middle]}
  near: {layer: application, operator: perhaps, suppliers: none, site: FR, data: none}
  middle: {layer: application, depends_on: [far], operator: shopkeeper, suppliers: none, site: FR, data: none}
  far: {layer: application, operator: us-corp, suppliers: none, site: FR, data: none}
entities:
  shopkeeper: {country: FR, owned_by: none}
  perhaps: {country: FR, owned_by: [{entity: us-corp, votes: 40%..60%}, dispersed]}
  us-corp: {country: US, owned_by: dispersed}
";

#[test]
fn a_long_certain_way_beats_a_short_possible_one() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("all.yaml"), NEAR_AND_FAR).unwrap();
    let story = Story::on(folder.path().to_str().unwrap());
    let result = story.args(["resolve", "US", "--reverse"]).json();
    let shop = list(&result, "items").iter().find(|it| word(it, "/thing/id") == "shop");
    assert_eq!(word(shop.unwrap(), "/certainty"), "certain");
}

/// A service on a chain of so many components, the last one run from abroad.
fn chain(folder: &std::path::Path, length: usize) -> String {
    use std::fmt::Write;
    let mut text =
        "trefonds: 1\nhome: [FR]\ncomponents:\n  s: {layer: service, depends_on: [c0]}\n"
            .to_owned();
    for at in 0..length {
        let next = if at + 1 < length { format!("[c{}]", at + 1) } else { "none".to_owned() };
        let operator = if at + 1 < length { "none" } else { "far" };
        writeln!(text, "  c{at}: {{layer: infrastructure, operator: {operator}, suppliers: [], site: FR, data: none, depends_on: {next}}}").unwrap();
    }
    text += "entities:\n  far: {country: US, owned_by: none}\n";
    let file = folder.join("chain.yaml");
    std::fs::write(&file, text).unwrap();
    file.to_str().unwrap().to_owned()
}

#[test]
fn what_is_printed_grows_with_the_chain_and_not_with_its_square() {
    let folder = tempfile::tempdir().unwrap();
    for args in [&["resolve"][..], &["resolve", "--reverse", "far"]] {
        let size = |length: usize, format: &str| {
            let path = chain(folder.path(), length);
            let story = program().args([args[0], &path]).args(&args[1..]);
            story.args(["--format", format]).succeeds().stdout.len()
        };
        for format in ["text", "json", "csv", "markdown"] {
            let (short, long) = (size(500, format), size(5_000, format));
            assert!(long < 13 * short, "{args:?} {format}: {short} then {long}");
        }
    }
    let path = chain(folder.path(), 5_000);
    let told = program().args(["resolve", &path]).succeeds();
    told.says("s > c0 > c1 > c2 > ... 4993 steps left out ... > c4996 > c4997 > c4998 > c4999");
    let french = program().args(["resolve", &path, "--lang", "fr"]).succeeds();
    french.says("... 4993 étapes omises ...");
}

#[test]
fn json_tells_a_way_by_what_stands_before() {
    let folder = tempfile::tempdir().unwrap();
    let path = chain(folder.path(), 40);
    let found = program().args(["resolve", &path]).json();
    let ways = list(&found, "ways");
    let far = list(&found, "items").iter().find(|item| item["thing"]["id"] == "far").unwrap();
    let mut way = Vec::new();
    let mut after = far["after"].as_u64();
    while let Some(at) = after {
        way.push(ways[at as usize]["id"].as_str().unwrap().to_owned());
        let before = ways[at as usize]["after"].as_u64();
        assert!(before.is_none_or(|before| before < at));
        after = before;
    }
    way.reverse();
    let mut expected = vec!["s".to_owned()];
    expected.extend((0..40).map(|at| format!("c{at}")));
    assert_eq!(way, expected);
    assert_eq!(far["steps"], 41);
}
