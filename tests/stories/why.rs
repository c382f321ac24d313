//! `why`: the proof, step by step.

use crate::harness::{clinic, inventory, text_of};

#[test]
fn a_proof_in_both_languages() {
    clinic().args(["why", "rendez-vous", "nuage"]).snapshot("why-en");
    clinic().args(["why", "rendez-vous", "nuage", "--lang", "fr"]).snapshot("why-fr");
    clinic().args(["why", "accueil", "US", "--format", "markdown"]).snapshot("why-markdown");
    clinic().args(["why", "accueil", "fonds"]).snapshot("why-possible");
}

#[test]
fn what_cannot_stop_it_says_so() {
    let story = clinic().args(["why", "paie", "nuage"]);
    story.says("cannot stop Paie by withdrawing alone, in either reading");
}

#[test]
fn every_step_leads_to_a_line_that_is_there() {
    let result = inventory("hospital").args(["why", "messaging", "US"]).json();
    let steps = result.pointer("/settled/steps").unwrap().as_array().unwrap();
    assert_eq!(steps.len(), 4);
    for step in steps {
        let text = text_of(step.pointer("/at/file").unwrap().as_str().unwrap());
        let at = |key: &str| step["at"][key].as_u64().unwrap() as usize;
        let line = text.lines().nth(at("line") - 1).unwrap();
        assert!(at("column") <= line.chars().count(), "{step}");
    }
}

#[test]
fn a_site_is_no_controller() {
    clinic().args(["why", "paie", "salle"]).fails_with(2).complains("is a site");
}
