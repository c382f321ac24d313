//! `resolve`: what something rests on, and what rests on it.

use crate::harness::{clinic, list, word};

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
