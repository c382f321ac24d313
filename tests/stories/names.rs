//! Names as search keys: what people call a thing, wherever its id is asked for.

use crate::harness::{Story, inventory};

fn hospital(args: &[&str]) -> Story {
    inventory("hospital").args(args)
}

#[test]
fn a_name_does_what_its_id_does() {
    let mail = "messagerie et travail collaboratif";
    for (by_id, by_name) in [
        (["why", "messaging", "US"], ["why", mail, "États-Unis"]),
        (["why", "messaging", "US"], ["why", "Messagerie et travail collaboratif", "etats-unis"]),
        (["resolve", "messaging", "--all"], ["resolve", mail, "--all"]),
        (["cuts", "messaging", "--foreign"], ["cuts", mail, "--foreign"]),
        (["why", "messaging", "microsoft"], ["why", mail, "MICROSOFT CORPORATION"]),
        (["map", "--focus", "messaging"], ["map", "--focus", mail]),
        (["map", "--highlight", "US"], ["map", "--highlight", "United States"]),
    ] {
        let expected = |args: [&'static str; 3]| {
            let args: Vec<&str> = args.into_iter().filter(|arg| *arg != "--all").collect();
            hospital(&args).succeeds().stdout
        };
        assert!(expected(by_name) == expected(by_id), "{by_name:?}");
    }
}

#[test]
fn names_of_sites_close_them() {
    let site = "salle informatique a, batiment laennec";
    let story = hospital(&["whatif", "--close-site", site, "--by", "30d", "--format", "csv"]);
    let by_id = hospital(&["whatif", "--close-site", "room-a", "--by", "30d", "--format", "csv"]);
    // The result says what was written.
    let by_name = story.succeeds().stdout.replace(&format!("\"{site}\""), "room-a");
    assert!(by_name == by_id.succeeds().stdout);
}

#[test]
fn a_name_of_several_things_asks_which() {
    let folder = tempfile::tempdir().unwrap();
    let text = "trefonds: 1\nhome: [FR]\nas_of: 2026-11-01\ncomponents:\n  a: {layer: service, name: Mail}\n  \
                b: {layer: service, name: mail}\nentities:\n  e: {name: Mail}\n";
    std::fs::write(folder.path().join("a.yaml"), text).unwrap();
    let story = Story::on(folder.path().to_str().unwrap());
    let asked = story.clone().args(["resolve", "MAIL"]).fails_with(2);
    asked.complains("MAIL is the name of several things: write one of a, b");
    let asked = story.clone().args(["whatif", "--withdraw", "mail"]).fails_with(2);
    asked.complains("component:a, component:b, controller:e");
    // An id wins over a name.
    story.args(["resolve", "a"]).says("Mail");
}
