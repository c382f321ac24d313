//! `whatif`: several withdrawals at once, what stops, what is degraded, and why the rest holds.

use serde_json::Value;

use crate::harness::{Story, clinic, duration, inventory, list, names_in, text_of, word};

/// Both suppliers of the clinic's clouds, and its room.
const TOGETHER: [&str; 7] =
    ["whatif", "--withdraw", "us", "--close-site", "salle", "--withdraw", "entity:telephone"];

#[test]
fn the_result_in_both_languages_and_every_format() {
    clinic().args(TOGETHER).snapshot("whatif-en");
    clinic().args(TOGETHER).args(["--lang", "fr"]).snapshot("whatif-fr");
    clinic().args(TOGETHER).args(["--format", "markdown"]).snapshot("whatif-markdown-en");
    clinic().args(TOGETHER).args(["--format", "csv"]).snapshot("whatif-csv");
    clinic().args(TOGETHER).args(["--format", "json"]).snapshot("whatif-json");
    clinic()
        .args(["whatif", "--withdraw", "JP", "--by", "30d", "--proofs"])
        .snapshot("whatif-proofs");
}

#[test]
fn a_single_withdrawal_is_the_single_point() {
    for (level, prefix) in [("entity", "entity:"), ("controller", ""), ("jurisdiction", "")] {
        let points = inventory("hospital").args(["spof", "--level", level, "--all"]).json();
        let mut events: Vec<&str> =
            list(&points, "findings").iter().map(|point| word(point, "/event")).collect();
        events.dedup();
        for event in events.into_iter().filter(|event| !event.contains(':')).take(6) {
            let name = format!("{prefix}{event}");
            let result = inventory("hospital").args(["whatif", "--withdraw", &name]).json();
            let mut expected: Vec<String> = (list(&points, "findings").iter())
                .filter(|point| word(point, "/event") == event)
                .map(|point| format!("{} {}", word(point, "/service"), point["survival_minutes"]))
                .collect();
            let mut found: Vec<String> = (list(&result, "stopped").iter())
                .map(|it| format!("{} {}", word(it, "/service/id"), it["survival_minutes"]))
                .collect();
            expected.sort();
            found.sort();
            assert_eq!(found, expected, "{level} {event}");
        }
    }
}

fn ids(list: &[Value]) -> Vec<&str> {
    list.iter().map(|it| word(it, "/service/id")).collect()
}

#[test]
fn every_service_stops_holds_or_is_not_hit() {
    let all = inventory("hospital").args(["check"]).json()["services"].as_array().unwrap().len();
    for args in [["--withdraw", "us"], ["--withdraw", "EU"], ["--close-site", "room-b"]] {
        let result = inventory("hospital").args(["whatif"]).args(args).json();
        let told = ["stopped", "held", "untouched"].map(|key| list(&result, key).len());
        assert_eq!(told.iter().sum::<usize>(), all, "{args:?}");
    }
}

#[test]
fn what_holds_says_why() {
    let result = inventory("hospital").args(["whatif", "--withdraw", "us"]).json();
    let held = list(&result, "held");
    let care = held.iter().find(|it| word(it, "/service/id") == "emergency-care").unwrap();
    let why =
        list(care, "because").iter().find(|it| word(it, "/component/id") == "emergency-analysers");
    let why = why.unwrap();
    assert_eq!(word(why, "/kind"), "redundancy");
    assert!(word(why, "/at/file").starts_with("inventories/hospital/"), "{why}");
}

#[test]
fn two_rooms_together_stop_for_certain_what_one_may_stop() {
    let stopped = |rooms: &[&str]| {
        let args = rooms.iter().flat_map(|room| ["--close-site", room]);
        let result = inventory("hospital").args(["whatif", "--by", "7d"]).args(args).json();
        let stopped = list(&result, "stopped").to_vec();
        let certain = stopped.iter().filter(|it| word(it, "/certainty") == "certain").count();
        (certain, stopped.len(), stopped)
    };
    let (certain, all, one) = stopped(&["room-a"]);
    assert_eq!(certain, 0);
    assert!(one.iter().all(|it| !list(it, "stands_elsewhere").is_empty()), "each says on what");
    let (both_certain, both, _) = stopped(&["room-a", "room-b"]);
    assert_eq!((both_certain, both), (all, all));
}

#[test]
fn a_law_on_access_stops_nothing_and_is_told_apart() {
    let result = inventory("hospital").args(["whatif", "--law", "us-cloud-act"]).json();
    assert!(list(&result, "stopped").is_empty() && list(&result, "degraded").is_empty());
    assert!(!list(&result, "reached").is_empty());
    inventory("hospital")
        .args(["whatif", "--law", "us-cloud-act"])
        .says("Another question")
        .says("a law on access stops nothing")
        .never_says("Not hit")
        .never_says("holds in both readings");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("law.svg");
    let drawn = ["whatif", "--law", "us-cloud-act", "-o", file.to_str().unwrap()];
    inventory("hospital").args(drawn).fails_with(2).complains("there is no map");
    assert!(!file.exists());
    // Beside a withdrawal both questions are answered, each in its own lists.
    inventory("hospital")
        .args(["whatif", "--law", "us-cloud-act", "--withdraw", "CN"])
        .says("Another question")
        .says("Hit, and holds in both readings");
}

#[test]
fn a_law_on_denial_is_graded() {
    let result = inventory("hospital").args(["whatif", "--law", "us-sanctions"]).json();
    let portal = list(&result, "stopped")
        .iter()
        .find(|it| word(it, "/service/id") == "patient-portal-service")
        .unwrap();
    let grades: Vec<&str> = list(portal, "grades").iter().map(|it| word(it, "/grade")).collect();
    assert_eq!(grades, ["direct", "technology", "arguable"]);
    assert!(list(&result, "reached").is_empty());
}

#[test]
fn an_unknown_that_could_make_it_worse_is_told() {
    let result = inventory("hospital").args(["whatif", "--withdraw", "us", "--by", "30d"]).json();
    let hidden = list(&result, "hidden");
    assert!(hidden.iter().any(|it| word(it, "/unknown/id") == "parents:youronline"), "{hidden:?}");
    let alone = inventory("hospital").args(["whatif", "--withdraw", "component:pacs"]).json();
    assert!(list(&alone, "hidden").is_empty(), "a component is nobody's to hide");
}

#[test]
fn names_that_are_wrong_are_all_told_at_once() {
    inventory("hospital")
        .args(["whatif", "--withdraw", "entity:microsft-ireland", "--withdraw", "room-a"])
        .args(["--law", "us-sanction", "--close-site", "nowhere"])
        .fails_with(2)
        .complains("did you mean entity:microsoft-ireland-operations?")
        .complains("room-a is a site: it closes, with --close-site room-a")
        .complains("did you mean us-sanctions?")
        .complains("nowhere: no site of this inventory is called so")
        .complains("4 errors");
    inventory("hospital").args(["whatif"]).fails_with(2).complains("nothing is withdrawn");
    let day = ["whatif", "--law", "us-fisa-702", "--as-of", "2028-01-01"];
    inventory("hospital").args(day).says("FISA, section 702");
    clinic()
        .args(["whatif", "--withdraw", "on-withdrawal:visionneuse:puces"])
        .fails_with(2)
        .complains("hides nobody");
}

#[test]
fn a_name_of_two_things_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let text = "trefonds: 1\nhome: [FR]\ncomponents:\n  acme: {layer: service, depends_on: none}\n\
                entities:\n  acme: {country: US, owned_by: none}\n";
    std::fs::write(folder.path().join("trefonds.yaml"), text).unwrap();
    let story = Story::on(folder.path().to_str().unwrap());
    story
        .clone()
        .args(["whatif", "--withdraw", "acme"])
        .fails_with(2)
        .complains("write component:acme, entity:acme, controller:acme");
    story.args(["whatif", "--withdraw", "component:acme"]).says("acme fails");
}

#[test]
fn the_map_names_the_scenario_and_marks_what_happens() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("us.svg");
    let path = file.to_str().unwrap();
    let drawn = |args: &[&str]| {
        clinic().args(["whatif", "-o", path]).args(args).succeeds();
        let svg = std::fs::read_to_string(&file).unwrap();
        roxmltree::Document::parse(&svg).unwrap();
        svg
    };
    let svg = drawn(&["--withdraw", "us", "--by", "30d"]);
    for words in ["What if: United States (US) withdraws", "stops: at once", "degraded: 24 h"] {
        assert!(svg.contains(words), "{words}");
    }
    let french = drawn(&["--withdraw", "JP", "--by", "30d", "--lang", "fr"]);
    let french = french.replace('\u{a0}', " ");
    for words in
        ["Et si : le pays Japon (JP) se retire", "touché, et tient", "peut s'arrêter : immédiat"]
    {
        assert!(
            french.contains(&words.replace('\'', "&#39;")) || french.contains(words),
            "{words}"
        );
    }
}

#[test]
fn situations_worked_out_by_hand() {
    let mut wrong = Vec::new();
    for name in names_in("tests/scenarios") {
        let expected = text_of(format!("tests/scenarios/{name}/expected.txt"));
        let mut lines = expected.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let args: Vec<&str> = lines.next().unwrap().split_whitespace().collect();
        let story = Story::on(&format!("tests/scenarios/{name}"));
        let result = story.args(["whatif"]).args(args).json();
        let found = told(&result);
        let lines: Vec<&str> = lines.collect();
        if found != lines {
            wrong.push(format!("{name}\n expected {lines:#?}\n found {found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// One line a service, as `expected.txt` of tests/scenarios has them.
fn told(result: &Value) -> Vec<String> {
    let minutes = |times: &Value| {
        ["careful", "settled"]
            .map(|key| times[key].as_u64().map_or("never".to_owned(), duration))
            .join(" ")
    };
    let mut lines = Vec::new();
    for (key, verb) in [("stopped", "stops"), ("degraded", "degrades")] {
        for it in list(result, key) {
            let by: Vec<String> =
                list(it, "by").iter().map(|at| (at.as_u64().unwrap() + 1).to_string()).collect();
            lines.push(format!(
                "{verb} {} {} {} by {}",
                word(it, "/service/id"),
                word(it, "/certainty"),
                minutes(&it["survival_minutes"]),
                by.join("+"),
            ));
        }
    }
    for it in list(result, "held") {
        let why: Vec<String> = list(it, "because").iter().map(why).collect();
        lines.push(format!("holds {} {}", word(it, "/service/id"), why.join(", ")));
    }
    lines.extend(ids(list(result, "untouched")).iter().map(|id| format!("not-hit {id}")));
    for it in list(result, "hidden") {
        let with = it["with"].as_array().into_iter().flatten();
        let facts = [&it["unknown"]].into_iter().chain(with);
        let facts: Vec<&str> = facts.map(|fact| word(fact, "/id")).collect();
        let services = list(it, "services").iter().map(|service| word(service, "/id"));
        let services = services.collect::<Vec<_>>().join("+");
        lines.push(format!("worse {services} {}", facts.join("+")));
    }
    lines
}

fn why(carrier: &Value) -> String {
    let names = |key: &str| {
        let list = carrier[key].as_array().into_iter().flatten();
        list.map(|it| word(it, "/id")).collect::<Vec<_>>().join("+")
    };
    let at = word(carrier, "/component/id");
    let until = || carrier["until"].as_u64().map_or_else(String::new, duration);
    match word(carrier, "/kind") {
        "redundancy" => format!("{at}:{} for {}", names("standing"), names("lost")),
        "tolerance" => format!("{at}:bears {} until {}", names("lost"), until()),
        "soft" => format!("{at}:spares {}", names("lost")),
        "delay" => {
            format!("{at}:until {} without {}", until(), word(carrier, "/party/id"))
        }
        other => format!("{at}:{other} {}", word(carrier, "/party/id")),
    }
}

#[test]
fn what_goes_on_under_a_law_never_stops_and_not_possibly() {
    for (lang, never, possibly) in
        [("en", "never", "possibly never"), ("fr", "jamais", "peut-être jamais")]
    {
        let law = inventory("hospital").args(["whatif", "--law", "us-sanctions", "--lang", lang]);
        let told = law.succeeds().stdout;
        assert!(told.contains(never) && !told.contains(possibly), "{told}");
    }
}

#[test]
fn what_has_ended_stands_before_what_is_asked() {
    let story = || crate::harness::Story::on("tests/inventories/ended-and-one-hand");
    let text = story().args(["whatif", "--withdraw", "us-corp"]).succeeds().stdout;
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words:?} is not there"));
    assert!(at("Already ended, and still needed") < at("Stops, certain"));
    assert!(text.contains("93 d, possibly at once, if what has ended were back"));
    assert!(text.contains("who is above Quiet (undisclosed)"));
}
