//! What has ended, and what is possible in one hand only, on the page, on paper, in the workbook and on
//! the map. The inventory says beside each service what is to be expected.

use std::fs::{self, File};
use std::io::Read;
use std::process::Command;

use serde_json::{Value, json};

use crate::harness::Story;

fn story() -> Story {
    Story::on("tests/inventories/ended-and-one-hand")
}

/// What is written in the page, in one language, for a service: its summary line and its fold.
fn fold<'p>(page: &'p str, lang: &str, service: &str) -> &'p str {
    let part = page.split(&format!("<section id=\"{lang}-services\">")).nth(1).unwrap();
    let fold = part.split(&format!("data-service=\"{service}\"")).nth(1).unwrap();
    fold.split("<details class=\"service\"").next().unwrap().split("</section>").next().unwrap()
}

#[test]
fn the_page_says_first_who_is_down_since_when_and_by_what() {
    let page = story().args(["report"]).succeeds().stdout;
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words:?} is not there"));
    assert!(at("3 of 6") < at("4 of 6"));
    assert!(at("id=\"en-ended\"") < at("id=\"en-services\""));
    let ended = page.split("id=\"en-ended\"").nth(1).unwrap().split("</section>").next().unwrap();
    for words in [
        "down since 2026-10-24",
        "down from 2026-11-20 on",
        "certificate (ended on 2026-10-20)",
        "down: what it needs is not there yet",
        "vault (not there yet)",
        "trefonds.yaml:27:3",
    ] {
        assert!(ended.contains(words), "{words}");
    }
    assert!(page.contains("à l'arrêt depuis le 2026-10-24"));
}

#[test]
fn what_has_ended_hides_nobody_and_is_no_controller() {
    let page = story().args(["report"]).succeeds().stdout;
    let portal = fold(&page, "en", "portal");
    assert!(portal.contains("at once, if what has ended were back"));
    assert!(fold(&page, "en", "desk").contains("<span class=\"when\">at once</span>"));
    let controllers = page.split("id=\"en-controllers\"").nth(1).unwrap();
    let controllers = controllers.split("</section>").next().unwrap();
    assert!(!controllers.contains("<span class=\"name\">certificate"));
}

#[test]
fn the_clean_words_stand_only_where_nothing_is_left_to_settle() {
    let page = story().args(["report"]).succeeds().stdout;
    let mail = fold(&page, "en", "mail");
    assert!(mail.contains("none known; 1 possible in one hand"));
    assert!(mail.contains("United States (US) = who is above Quiet"));
    assert!(
        fold(&page, "fr", "mail").contains("aucun connu\u{a0}; 1 possible dans une seule main")
    );
    let clean = "no foreign single point";
    let names = ["portal", "mail", "desk", "archive", "pay", "lobby"];
    let told: Vec<&str> =
        names.into_iter().filter(|name| fold(&page, "en", name).contains(clean)).collect();
    assert_eq!(told, ["lobby"]);
}

#[test]
fn paper_and_workbook_tell_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("it.pdf");
    story().args(["export", "-o", path.to_str().unwrap()]).succeeds();
    let read = Command::new("pdftotext").args(["-layout"]).arg(&path).arg("-").output().unwrap();
    let text = String::from_utf8(read.stdout).unwrap();
    assert!(text.find("down since 2026-10-24").unwrap() < text.find("US at once").unwrap());
    assert!(text.contains("portal · certificate (ended on 2026-10-20) · down since 2026-10-24"));
    assert!(text.contains("none known; 1 possible in one"));
    let path = folder.path().join("it.xlsx");
    story().args(["export", "-o", path.to_str().unwrap()]).succeeds();
    let mut archive = zip::ZipArchive::new(File::open(&path).unwrap()).unwrap();
    let mut strings = String::new();
    archive.by_name("xl/sharedStrings.xml").unwrap().read_to_string(&mut strings).unwrap();
    for words in [
        "down since 2026-10-24",
        "vault (not there yet)",
        "none known; 1 possible in one hand",
        "United States (US) = who is above Quiet",
        "at once, if what has ended were back",
    ] {
        assert!(strings.contains(words), "{words}");
    }
}

/// The nodes of the map, by id.
fn node(map: &Value, id: &str) -> Value {
    let nodes = map["nodes"].as_array().unwrap().iter();
    let mut found = nodes.filter_map(|node| node.get("component"));
    found.find(|node| node["component"]["id"] == id).unwrap().clone()
}

fn map(more: &[&str], ending: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("map.{ending}"));
    story().args(more.iter().copied()).args(["-o", path.to_str().unwrap()]).succeeds();
    fs::read_to_string(path).unwrap()
}

#[test]
fn the_map_as_data_tells_what_has_ended_from_what_is_unknown() {
    let map: Value = serde_json::from_str(&map(&["map"], "json")).unwrap();
    assert_eq!(
        node(&map, "portal")["verdict"]["down"],
        json!({
            "minutes": -11_520,
            "since": "2026-10-24",
            "things": [{
                "component": {"id": "certificate", "name": "certificate"},
                "until": "2026-10-20",
            }],
        })
    );
    // Down for ever: before all days.
    assert_eq!(node(&map, "archive")["verdict"]["down"]["since"], Value::Null);
    assert_eq!(node(&map, "certificate")["ended"]["until"], "2026-10-20");
    assert_eq!(node(&map, "vault")["ended"]["until"], Value::Null);
    assert!(node(&map, "web").get("ended").is_none());
    // Neither the certificate nor the vault is an unknown controller; who is above ie-corp is.
    let of = |id: &str| -> Vec<Value> {
        let verdict = node(&map, id)["verdict"].clone();
        let lines = verdict["lines"].as_array().unwrap().iter();
        lines.map(|line| json!([line["country"], line["certainty"]])).collect()
    };
    assert_eq!(
        of("desk"),
        [json!(["US", "certain"]), json!(["IE", "possible"]), json!([null, "possible"])]
    );
    assert_eq!(of("mail"), [] as [Value; 0]);
    assert_eq!(node(&map, "mail")["verdict"]["one_hand"], 1);
    assert!(node(&map, "lobby")["verdict"].get("one_hand").is_none());
    // Ashburn and Dublin are both in the United States: no other place is left.
    let chips = node(&map, "cache")["chips"].clone();
    assert_eq!(chips[0]["country"], "US");
    assert_eq!(chips[0]["own_minutes"]["settled"], 0);
    assert_eq!(chips[1]["country"], "IE");
    assert_eq!(chips[1]["own_minutes"]["settled"], Value::Null);
}

#[test]
fn the_map_says_it_in_words_and_in_its_legend() {
    for (lang, words) in [
        ("en", ["down since 2026-10-24", "ended on 2026-10-20", "none known; 1 possible"]),
        ("fr", ["depuis le 2026-10-24", "a pris fin le 2026-10-20", "aucun connu"]),
    ] {
        for ending in ["svg", "dot"] {
            let picture = map(&["map", "--lang", lang], ending);
            for words in words {
                assert!(picture.contains(words), "{lang} {ending}: {words}");
            }
        }
    }
    assert!(map(&["map"], "svg").contains("ended, or not there yet, and still needed"));
    let hospital = Story::on("inventories/hospital").args(["map"]).succeeds().stdout;
    assert!(!hospital.contains("not there yet"));
}

#[test]
fn a_scenario_does_not_stop_what_has_ended_once_more() {
    let picture = map(&["whatif", "--withdraw", "US"], "svg");
    assert!(picture.contains("down since 2026-10-24"));
    assert!(picture.contains("stops: at once, if what has ended"));
    let certificate = picture.split("id=\"c-certificate\"").nth(1).unwrap();
    let certificate = certificate.split("</g>").next().unwrap();
    assert!(certificate.contains("ended on 2026-10-20"));
    assert!(!certificate.contains("stops: at once"), "{certificate}");
}

#[test]
fn drawn_together_what_has_ended_is_counted() {
    let map: Value = serde_json::from_str(&map(&["map", "--collapse", "layer"], "json")).unwrap();
    let nodes = map["nodes"].as_array().unwrap().iter();
    let ended: Vec<(String, u64)> = nodes
        .filter_map(|node| {
            let group = node.get("group")?;
            Some((group["layer"].as_str()?.to_owned(), group["ended"].as_u64()?))
        })
        .collect();
    let expected = [("application", 1), ("software", 1), ("infrastructure", 1)];
    let mut expected = expected.map(|(layer, count)| (layer.to_owned(), count)).to_vec();
    let mut ended = ended;
    expected.sort();
    ended.sort();
    assert_eq!(ended, expected);
}

#[test]
fn what_is_down_anyway_makes_nothing_a_single_point() {
    let map: Value = serde_json::from_str(&map(&["map"], "json")).unwrap();
    // One of two is lost, and the other is there: nothing stops, though three are down from what has ended.
    for (id, services) in
        [("mail-a", 0), ("mail-b", 0), ("web", 3), ("certificate", 2), ("new-bank", 1)]
    {
        assert_eq!(node(&map, id)["single_point_of"], services, "{id}");
    }
}

#[test]
fn a_highlight_goes_the_way_of_who_withdraws() {
    let strong = |country: &str| -> Vec<String> {
        let map: Value =
            serde_json::from_str(&map(&["map", "--highlight", country], "json")).unwrap();
        let nodes = map["nodes"].as_array().unwrap().iter();
        let strong =
            nodes.filter_map(|node| node.get("component")).filter(|it| it["strong"] == true);
        strong.map(|it| it["component"]["id"].as_str().unwrap().to_owned()).collect()
    };
    // Ireland reaches neither the certificate nor the bank that has ended.
    let ireland = strong("IE");
    assert!(!ireland.contains(&"certificate".to_owned()), "{ireland:?}");
    for id in ["archive", "vault", "pay", "new-bank"] {
        assert!(ireland.contains(&id.to_owned()), "{id} is not in {ireland:?}");
    }
}
