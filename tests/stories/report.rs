//! `report`: the page as a file. What a reader does with it is tried in a browser (`just browser`).

use std::fs;

use serde_json::Value;

use crate::harness::{Story, clinic, inventories, inventory, program};

fn page(of: &Story) -> String {
    of.clone().args(["report"]).succeeds().stdout
}

/// The data that the page's script works on.
fn data(page: &str) -> Value {
    let start = page.split("<script id=\"data\" type=\"application/json\">").nth(1).unwrap();
    serde_json::from_str(start.split("</script>").next().unwrap()).unwrap()
}

#[test]
fn a_page_says_what_matters_first_with_its_coverage() {
    let page = page(&inventory("hospital"));
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words:?} is not there"));
    assert!(at("12 of 15") < at("id=\"en-services\""));
    assert!(at("632 of 692 facts known") < at("id=\"en-services\""));
    assert!(at("id=\"en-services\"") < at("id=\"en-controllers\""));
    assert!(at("id=\"en-controllers\"") < at("id=\"explorer\""));
    assert!(at("id=\"explorer\"") < at("id=\"en-questions\""));
    assert!(at("id=\"en-questions\"") < at("id=\"en-method\""));
    assert!(page.contains("inventories/hospital/services.yaml:101:17"));
}

#[test]
fn no_foreign_single_point_never_stands_without_the_coverage() {
    let page = page(&inventory("hospital"));
    for verdict in
        ["<p><span class=\"quiet\">no foreign single point</span> ", "<p>no foreign exposure "]
    {
        assert!(page.contains(verdict), "{verdict}");
        for after in page.split(verdict).skip(1) {
            assert!(after.starts_with("(coverage "), "{verdict}{}", &after[..40]);
        }
    }
}

#[test]
fn the_language_asked_for_comes_first_and_the_other_is_there() {
    let french = inventory("hospital").args(["report", "--lang", "fr"]).succeeds().stdout;
    assert!(french.contains("<html lang=\"fr\">"));
    assert!(french.contains("<div class=\"part\" lang=\"en\" data-lang=\"en\" hidden>"));
    assert!(!french.contains("<div class=\"part\" lang=\"fr\" data-lang=\"fr\" hidden>"));
    assert!(french.contains("Peuvent-ils l'arrêter") && french.contains("Can they stop it?"));
}

#[test]
fn a_page_asks_nothing_of_any_network() {
    for name in inventories() {
        let page = page(&inventory(&name));
        assert!(page.contains("default-src 'none'; script-src 'sha256-"));
        for word in [" src=", "url(", "@import", "<link", "<iframe", "<base"] {
            // Names and sources of an inventory may hold anything but stand in text alone.
            let markup = page.split("<script id=\"data\"").next().unwrap();
            assert!(!markup.contains(word), "{name}: {word}");
        }
        assert!(page.len() < 3_000_000, "{name}: {} bytes", page.len());
    }
}

#[test]
fn same_bytes_on_one_thread_or_four() {
    let on = |threads| page(&clinic().env("RAYON_NUM_THREADS", threads));
    assert!(on("1") == on("4"));
}

#[test]
fn names_are_text_wherever_they_stand() {
    let folder = tempfile::tempdir().unwrap();
    let name = "</script><script>alert(1)</script>";
    let text = format!(
        "trefonds: 1\ntitle: {name:?}\nhome: [FR]\ncomponents:\n  s: {{ name: {name:?}, layer: service, \
         owner: {name:?}, tags: [{name:?}], depends_on: none }}\n"
    );
    fs::write(folder.path().join("trefonds.yaml"), text).unwrap();
    let page = page(&Story::on(folder.path().to_str().unwrap()));
    assert!(!page.contains("<script>alert"));
    assert!(page.contains("&lt;script&gt;alert"));
    assert_eq!(data(&page)["title"], name);
}

#[test]
fn the_data_of_the_page_speaks_of_every_component_and_every_foreign_controller() {
    let page = data(&page(&inventory("hospital")));
    assert_eq!(page["components"].as_array().unwrap().len(), 146);
    let events = page["events"].as_array().unwrap();
    let spof = inventory("hospital").args(["spof", "--level", "controller"]).json();
    for event in spof["events"].as_array().unwrap() {
        assert!(events.iter().any(|known| known["i"] == event["event"]["id"]), "{event}");
    }
}

#[test]
fn nothing_is_written_of_an_inventory_with_errors() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("trefonds.yaml"), "trefonds: 1\ncomponents: 3\n").unwrap();
    let page = folder.path().join("report.html");
    let args = ["report", folder.path().to_str().unwrap(), "-o", page.to_str().unwrap()];
    program().args(args).fails_with(2).complains("trefonds.yaml:2:");
    assert!(!page.exists());
}

#[test]
fn what_changed_stands_before_the_services_and_on_the_map() {
    let after = inventory("health-data-after");
    let page = after.args(["report", "--diff", "inventories/health-data-before"]).succeeds().stdout;
    let changes = page.find("id=\"en-changes\"").unwrap();
    assert!(changes < page.find("id=\"en-services\"").unwrap());
    assert!(page.contains("Anaconda, Inc. stops"));
    let map = &data(&page)["placed"][0];
    let marked =
        |of: &str, sign: &str| map[of].as_array().unwrap().iter().any(|of| of["turn"] == sign);
    assert!(marked("boxes", "+") && marked("boxes", "\u{2260}") && marked("arrows", "\u{2212}"));
}

#[test]
fn without_a_difference_it_says_so() {
    let page = clinic().args(["report", "--diff", "tests/inventories/clinic"]).succeeds().stdout;
    assert!(page.contains("id=\"en-changes\"") && !page.contains("What that did"));
}
