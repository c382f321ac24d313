//! Small inventories whose shape is the name of their folder, with what the rules of
//! docs/method.md imply for them, worked out by hand. Adding a case is adding a folder.
//!
//! `expected.txt` holds one finding a line; `#` begins a comment, `with` adds arguments:
//!
//! ```text
//! controller   SERVICE EVENT CERTAINTY CAREFUL SETTLED     every single point of foreign control
//! jurisdiction SERVICE EVENT CERTAINTY CAREFUL SETTLED
//! degraded     SERVICE EVENT CERTAINTY CAREFUL SETTLED     by ultimate controllers
//! exposure     SERVICE JURISDICTION LAW CERTAINTY GRADE CHANNEL COMPONENT
//! entity       SERVICE EVENT CERTAINTY CAREFUL SETTLED     only where a line asks for them
//! hangs        SERVICE EVENT FACT                          by ultimate controllers, where asked for
//! one-hand LEVEL SERVICE EVENT FACT... HOURS               possible in one hand; `-` when nobody is named
//! ended    SERVICE THING SINCE                             down since that day; `ever` when it never was up
//! data     SERVICE CERTAINTY COMPONENT CLASS...            what an exposure reaches, where asked for
//! outage   LEVEL SERVICE EVENT CERTAINTY FROM UNTIL        when it is down, where asked for of the level
//! fault    LEVEL SERVICE EVENT CERTAINTY CAREFUL SETTLED   whose fault breaks it, where asked for
//! unmendable COMPONENT NEEDS CERTAINTY                     what cannot be mended
//! nothing                                                  no finding at all
//! ```

use serde_json::Value;

use crate::harness::{Story, duration, list, names_in, text_of, word};

#[test]
fn every_situation_gives_what_was_worked_out_by_hand() {
    let mut wrong = Vec::new();
    for name in names_in("tests/situations") {
        let expected = Expected::read(&name);
        let found = expected.found(&name);
        if found != expected.lines {
            let (found, lines) = (found.join("\n  "), expected.lines.join("\n  "));
            wrong.push(format!("{name}\n expected\n  {lines}\n found\n  {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

struct Expected {
    with: Vec<String>,
    lines: Vec<String>,
}

impl Expected {
    fn read(situation: &str) -> Self {
        let text = text_of(format!("tests/situations/{situation}/expected.txt"));
        let mut expected = Self { with: Vec::new(), lines: Vec::new() };
        for line in text.lines().map(str::trim) {
            let words: Vec<&str> = line.split_whitespace().collect();
            match words.first() {
                None | Some(&"#" | &"nothing") => {}
                Some(first) if first.starts_with('#') => {}
                Some(&"with") => expected.with.extend(words[1..].iter().map(|w| (*w).to_owned())),
                Some(_) => expected.lines.push(words.join(" ")),
            }
        }
        expected.lines.sort();
        expected
    }

    fn asks_for(&self, kind: &str) -> bool {
        self.lines.iter().any(|line| line.starts_with(kind))
    }

    fn found(&self, situation: &str) -> Vec<String> {
        let story = Story::on(&format!("tests/situations/{situation}"));
        let spof =
            |level: &str| story.clone().args(["spof", "--level", level]).args(&self.with).json();
        let controllers = spof("controller");
        let mut lines = single_points("controller", &controllers);
        let jurisdictions = spof("jurisdiction");
        lines.extend(single_points("jurisdiction", &jurisdictions));
        lines.extend(one_hand("controller", &controllers));
        lines.extend(one_hand("jurisdiction", &jurisdictions));
        lines.extend(ended(&controllers));
        lines.extend(degradations(&controllers));
        if self.asks_for("entity ") || self.asks_for("one-hand entity ") {
            let entities = spof("entity");
            lines.extend(single_points("entity", &entities));
            lines.extend(one_hand("entity", &entities));
        }
        for (level, result) in [("controller", &controllers), ("jurisdiction", &jurisdictions)] {
            if self.asks_for(&format!("outage {level}")) {
                lines.extend(outages(level, result));
            }
        }
        lines.extend(unmendable(&controllers));
        for level in ["component", "entity", "site", "controller"] {
            if self.asks_for(&format!("fault {level}")) {
                let faults = story.clone().args(["spof", "--fault", "--level", level]);
                let faults = faults.args(&self.with).json();
                let told = single_points(level, &faults).into_iter();
                lines.extend(told.map(|line| format!("fault {line}")));
            }
        }
        let hangs = hangs_on(&controllers).into_iter();
        lines.extend(hangs.filter(|line| self.asks_for(&line[..line.rfind(' ').unwrap_or(0)])));
        let horizon = self.with.iter().position(|word| word == "--by");
        let mut with = self.with.clone();
        with.drain(horizon.map_or(0..0, |at| at..at + 2));
        let exposure = story.args(["exposure"]).args(with).json();
        lines.extend(exposures(&exposure));
        if self.asks_for("data ") {
            lines.extend(data(&exposure));
        }
        lines.sort();
        lines
    }
}

fn minutes(times: &Value) -> String {
    let one = |key: &str| times[key].as_u64().map_or("never".to_owned(), duration);
    format!("{} {}", one("careful"), one("settled"))
}

fn single_points(level: &str, result: &Value) -> Vec<String> {
    let line = |finding: &Value| {
        let (service, event) = (word(finding, "/service"), word(finding, "/event"));
        let times = minutes(&finding["survival_minutes"]);
        format!("{level} {service} {event} {} {times}", word(finding, "/certainty"))
    };
    let told = list(result, "findings").iter();
    told.filter(|finding| word(finding, "/event_kind") != "ended").map(line).collect()
}

fn one_hand(level: &str, result: &Value) -> Vec<String> {
    let line = |it: &Value| {
        let event = it["event"]["id"].as_str().unwrap_or("-");
        let other = it["other"]["id"].as_str().map_or(String::new(), |id| format!("{id} "));
        let (service, unknown) = (word(it, "/service/id"), word(it, "/unknown/id"));
        let time = duration(it["minutes"].as_u64().unwrap());
        format!("one-hand {level} {service} {event} {other}{unknown} {time}")
    };
    list(result, "one_hand").iter().map(line).collect()
}

fn outages(level: &str, result: &Value) -> Vec<String> {
    let told = list(result, "findings").iter().flat_map(|finding| {
        let (service, event) = (word(finding, "/service"), word(finding, "/event"));
        let all = finding["outages"].as_array().into_iter().flatten();
        all.map(move |it| {
            let time = |key: &str| it[key].as_u64().map_or("never".to_owned(), duration);
            let certainty = word(it, "/certainty");
            let (from, until) = (time("from_minutes"), time("until_minutes"));
            format!("outage {level} {service} {event} {certainty} {from} {until}")
        })
    });
    told.collect()
}

fn unmendable(result: &Value) -> Vec<String> {
    let line = |it: &Value| {
        let [component, needs] = ["/component/id", "/needs/id"].map(|at| word(it, at));
        format!("unmendable {component} {needs} {}", word(it, "/certainty"))
    };
    result["unmendable"].as_array().into_iter().flatten().map(line).collect()
}

fn ended(result: &Value) -> Vec<String> {
    let lines = result["ended"].as_array().into_iter().flatten().flat_map(|it| {
        let since = it["since"].as_str().unwrap_or("ever");
        let things = list(it, "things").iter();
        things.map(move |thing| {
            format!("ended {} {} {since}", word(it, "/service/id"), word(thing, "/component/id"))
        })
    });
    lines.collect()
}

fn data(result: &Value) -> Vec<String> {
    let line = |finding: &Value| {
        let classes = list(finding, "data").iter().map(|it| it.as_str().unwrap().to_owned());
        let [service, certainty, component] =
            ["/service/id", "/certainty", "/component/id"].map(|pointer| word(finding, pointer));
        let mut words =
            vec!["data".to_owned(), service.to_owned(), certainty.to_owned(), component.to_owned()];
        words.extend(classes);
        words.join(" ")
    };
    list(result, "findings").iter().map(line).collect()
}

fn hangs_on(result: &Value) -> Vec<String> {
    let lines = list(result, "findings").iter().flat_map(|finding| {
        let (service, event) = (word(finding, "/service"), word(finding, "/event"));
        let facts = list(finding, "hangs_on").iter();
        facts.map(move |fact| format!("hangs {service} {event} {}", word(fact, "/id")))
    });
    lines.collect()
}

fn degradations(result: &Value) -> Vec<String> {
    let line = |item: &Value| {
        let (service, event) = (word(item, "/service/id"), word(item, "/event/id"));
        let times = minutes(&item["degraded_minutes"]);
        format!("degraded {service} {event} {} {times}", word(item, "/certainty"))
    };
    list(result, "degradations").iter().map(line).collect()
}

fn exposures(result: &Value) -> Vec<String> {
    let line = |finding: &Value| {
        let law = finding["law"]["id"].as_str().unwrap_or("-");
        let jurisdiction = finding["jurisdiction"].as_str().unwrap_or("?");
        let [service, certainty, grade, channel, component] =
            ["/service/id", "/certainty", "/grade", "/channel", "/component/id"]
                .map(|pointer| word(finding, pointer));
        format!("exposure {service} {jurisdiction} {law} {certainty} {grade} {channel} {component}")
    };
    list(result, "findings").iter().map(line).collect()
}
