//! `why`: the proof, step by step.

use crate::harness::{Story, clinic, inventory, text_of, word};

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
        let file = step.pointer("/at/file").unwrap().as_str().unwrap();
        let text = text_of(file.replace("catalogue 2026.11, ", "crates/catalogue/data/"));
        let at = |key: &str| step["at"][key].as_u64().unwrap() as usize;
        let line = text.lines().nth(at("line") - 1).unwrap();
        assert!(at("column") <= line.chars().count(), "{step}");
    }
}

#[test]
fn a_site_is_no_controller() {
    clinic().args(["why", "paie", "salle"]).fails_with(2).complains("is a site");
}

/// A component, a company and a site of one id.
fn one_id() -> Story {
    Story::on("tests/situations/one_id_for_two_things")
}

#[test]
fn an_id_of_two_things_asks_which() {
    for command in [&["why", "desk", "otix"][..], &["whatif", "--withdraw", "otix"]] {
        let asked = one_id().args(command).fails_with(2);
        asked.complains("otix is the name of more than one thing; write component:otix, entity:otix, controller:otix\n");
    }
    let asked = one_id().args(["why", "desk", "otix", "--lang", "fr"]).fails_with(2);
    asked.complains("écrivez component:otix, entity:otix, controller:otix");
    let asked = one_id().args(["resolve", "otix", "--reverse"]).fails_with(2);
    asked.complains("write component:otix, entity:otix, controller:otix, site:otix");
    let asked = one_id().args(["map", "--highlight", "otix"]).fails_with(2);
    asked.complains("write component:otix, entity:otix, controller:otix");
}

#[test]
fn each_of_them_can_be_asked_for() {
    let kind = |name: &str| {
        let result = one_id().args(["why", "desk", name]).json();
        (word(&result, "/event_kind").to_owned(), result["certainty"].is_string())
    };
    assert_eq!(kind("component:otix"), ("component".to_owned(), true));
    assert_eq!(kind("controller:otix"), ("controller".to_owned(), true));
    // Alone, without its subsidiary, it stops one page of two.
    assert_eq!(kind("entity:otix"), ("entity".to_owned(), false));
    assert_eq!(kind("country:US"), ("jurisdiction".to_owned(), true));
    assert_eq!(kind("jurisdiction:us"), ("jurisdiction".to_owned(), true));
    one_id().args(["resolve", "site:otix", "--reverse"]).says("page-a");
    one_id().args(["map", "--highlight", "controller:otix"]).succeeds();
}

#[test]
fn an_entity_alone_and_a_union_are_told_apart() {
    let story = one_id().args(["why", "desk", "entity:otix"]);
    story.says("Why otix (alone, without what it controls) cannot stop desk\n");
    one_id().args(["why", "desk", "EU"]).fails_with(2).complains("EU is a union of countries");
    let alone =
        inventory("hospital").args(["why", "messaging", "entity:microsoft-ireland-operations"]);
    alone.says("certain: 4 h, for good; operation");
}

#[test]
fn an_unknown_fact_is_told_in_words_whatever_the_answer() {
    let story = inventory("hospital").args(["why", "messaging", "parents:lumivue"]);
    story.says("Why who is above Lumivue SAS cannot stop Messagerie");
    let story = clinic().args(["why", "imagerie", "unknown:parents:imageur"]);
    story.succeeds().never_says("parents:imageur can");
}

#[test]
fn the_heading_follows_the_answer() {
    let story = clinic().args(["why", "paie", "nuage"]);
    story.says("Why Nuage");
    story.says(" cannot stop Paie\n");
    clinic().args(["why", "paie", "nuage", "--lang", "fr"]).says(" ne peut pas arrêter Paie\n");
}

#[test]
fn every_finding_of_entities_has_its_proof() {
    let list = clinic().args(["spof", "--level", "entity", "--all"]).json();
    for finding in list["findings"].as_array().unwrap() {
        let (service, event) = (word(finding, "/service"), word(finding, "/event"));
        let name = match word(finding, "/event_kind") {
            "unknown" => event.to_owned(),
            kind => format!("{kind}:{event}"),
        };
        let proof = clinic().args(["why", service, &name]).json();
        assert_eq!(proof["survival_minutes"], finding["survival_minutes"], "{service} {name}");
    }
}

#[test]
fn what_could_be_the_same_hand_is_never_called_impossible() {
    let story = || Story::on("tests/inventories/ended-and-one-hand");
    for event in ["us-corp", "US"] {
        let told = story().args(["why", "mail", event]);
        told.says("could stop mail, in one hand with what is not known");
        story().args(["why", "mail", event]).says("who is above Quiet (undisclosed;");
    }
    story().args(["why", "mail", "US", "--lang", "fr"]).says("dans une seule main");
    let result = story().args(["why", "mail", "US"]).json();
    assert_eq!(result["certainty"], serde_json::Value::Null);
    assert_eq!(result["one_hand"][0]["unknown"]["id"], "parents:quiet-fr");
    // The lobby hangs on nobody that could be it.
    let lobby = story().args(["why", "lobby", "US"]).json();
    assert!(lobby.get("one_hand").is_none());
    story().args(["why", "lobby", "US"]).says("in either reading");
}

#[test]
fn several_hands_are_a_remark() {
    let story = || inventory("hospital").args(["why", "emergency-care", "US"]);
    story().says("cannot stop Urgences by withdrawing alone, in either reading");
    story().says("It would only if all of these were the same hand: who supplies");
}

#[test]
fn a_service_that_is_down_already_says_so_first() {
    let story =
        || Story::on("tests/inventories/ended-and-one-hand").args(["why", "portal", "us-corp"]);
    story().says("if what has ended were back; supply");
    story().says("since 2026-10-24  certificate (ended on 2026-10-20)");
    assert_eq!(story().json()["ended"]["minutes"], -11_520);
}
