//! `resolve`: what something rests on, and what rests on it.

use crate::harness::{Story, clinic, list, word};

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
