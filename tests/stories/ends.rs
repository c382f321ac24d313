//! `ends`: what ends, what that stops, and that the program says so too on the day after.

use std::collections::BTreeSet;

use serde_json::Value;
use trefonds_model::Date;

use crate::harness::{Story, inventories, list, word};

const FOLDER: &str = "tests/inventories/ends";

fn story() -> Story {
    Story::on(FOLDER).args(["ends"])
}

#[test]
fn what_ends_in_each_format_and_both_languages() {
    story().snapshot("ends-en");
    story().args(["--lang", "fr"]).snapshot("ends-fr");
    story().args(["--format", "markdown"]).snapshot("ends-markdown");
    story().args(["--format", "csv"]).snapshot("ends-csv");
    story().args(["--format", "json"]).snapshot("ends-json");
    story().args(["--format", "ics"]).snapshot("ends-ics");
}

/// The ends of a result, by their ids.
fn ids(result: &Value) -> Vec<&str> {
    list(result, "ends").iter().map(|end| word(end, "/id")).collect()
}

fn end<'r>(result: &'r Value, id: &str) -> &'r Value {
    list(result, "ends").iter().find(|end| word(end, "/id") == id).unwrap()
}

#[test]
fn the_horizon_is_the_last_day_that_counts() {
    let by = |time: &str| story().args(["--by", time]).json();
    assert_eq!(word(&by("60d"), "/last_day"), "2026-12-31");
    assert_eq!(ids(&by("60d")), ["law:secrecy", "operator:mailbox:host-a"]);
    assert_eq!(ids(&by("59d")), ["law:secrecy"]);
    assert!(ids(&by("2y")).contains(&"operator:mailbox:host-b"));
}

#[test]
fn what_is_followed_by_something_stops_nothing() {
    let result = story().json();
    let operator = end(&result, "operator:mailbox:host-a");
    assert_eq!(word(operator, "/followed_by/who/id"), "host-b");
    assert_eq!(list(operator, "stops").len(), 0);
}

#[test]
fn what_is_borne_counts_from_the_day_after_the_end() {
    let result = story().json();
    let stop = &list(end(&result, "component:certificate"), "stops")[0];
    assert_eq!((word(stop, "/service/id"), word(stop, "/day")), ("counter", "2027-01-17"));
    assert_eq!((word(stop, "/certainty"), stop["minutes"].as_u64()), ("certain", Some(36 * 60)));
}

#[test]
fn a_contract_without_a_successor_may_stop_as_it_says() {
    let result = story().json();
    let contract = end(&result, "supplier:till:till-maker");
    let stop = &list(contract, "stops")[0];
    assert_eq!((word(stop, "/certainty"), word(stop, "/day")), ("possible", "2027-03-31"));
    assert_eq!(word(&list(stop, "hangs_on")[0], "/id"), "suppliers:till");
    assert_eq!(list(contract, "ask")[0], "contracts desk");
}

#[test]
fn members_whose_need_ends_leave_a_group_short_together() {
    let result = story().json();
    for (line, other) in [("line-b", "line-e"), ("line-e", "line-b")] {
        let stop = &list(end(&result, &format!("need:telephony:{line}")), "stops")[0];
        assert_eq!((word(stop, "/service/id"), word(stop, "/day")), ("telephony", "2027-04-01"));
        let with: Vec<&str> =
            list(stop, "with").iter().map(|it| word(it, "/component/id")).collect();
        assert_eq!(with, ["line-a", other]);
    }
}

#[test]
fn a_service_that_is_down_already_is_not_told_again() {
    let result = story().json();
    assert_eq!(word(&list(&result, "ended")[0], "/service/id"), "archive");
    assert_eq!(list(end(&result, "component:new-disk"), "stops").len(), 0);
}

#[test]
fn an_end_that_comes_later_is_not_hidden_by_an_earlier_one() {
    let result = story().json();
    let stop = &list(end(&result, "component:root"), "stops")[0];
    assert_eq!((word(stop, "/service/id"), &stop["already"]), ("counter", &Value::Bool(true)));
}

#[test]
fn the_end_of_a_legal_entity_is_shown_and_not_computed_with() {
    let result = story().json();
    assert_eq!(list(end(&result, "entity:till-maker"), "stops").len(), 0);
}

/// What the single points of a day say of what has ended and of unknown facts: the event, the service and
/// the minutes.
fn said(of: &Story, day: Date) -> BTreeSet<(String, String, u64)> {
    let all = ["spof", "--level", "jurisdiction", "--all", "--as-of", &day.to_string()];
    let result = of.clone().args(all).json();
    let points = list(&result, "findings").iter();
    let points = points.filter(|it| ["ended", "unknown"].contains(&word(it, "/event_kind")));
    let time = |it: &Value| {
        let times = &it["survival_minutes"];
        times["settled"].as_u64().or_else(|| times["careful"].as_u64()).unwrap()
    };
    let told =
        points.map(|it| (word(it, "/event").to_owned(), word(it, "/service").to_owned(), time(it)));
    told.collect()
}

/// Each stop of an end as the single points have it.
fn told(end: &Value) -> Vec<(String, String, u64)> {
    let stops = list(end, "stops").iter();
    let told = stops.map(|stop| {
        let hangs_on = list(stop, "hangs_on");
        let event = match word(stop, "/certainty") {
            "certain" => word(end, "/subject/id"),
            _ => word(&hangs_on[0], "/id"),
        };
        let service = word(stop, "/service/id").to_owned();
        (event.to_owned(), service, stop["minutes"].as_u64().unwrap())
    });
    told.collect()
}

/// Everything that is told of an end is a finding of the day after, and not of the last day. Gives how much
/// is told; and what is new on the days after and is told of no end of the night before.
fn compared_with_the_day_after(of: &Story) -> (usize, Vec<String>) {
    let result = of.clone().args(["ends", "--by", "3y"]).json();
    let down: BTreeSet<&str> =
        list(&result, "ended").iter().map(|it| word(it, "/service/id")).collect();
    let (mut stops, mut untold) = (0, Vec::new());
    for night in list(&result, "ends").chunk_by(|a, b| word(a, "/until") == word(b, "/until")) {
        let last: Date = word(&night[0], "/until").parse().unwrap();
        let (eve, next) = (said(of, last), said(of, last.tomorrow().unwrap()));
        let all: BTreeSet<_> = night.iter().flat_map(told).collect();
        for stop in &all {
            assert!(
                next.contains(stop),
                "{last}: {stop:?} is not said on the day after: {next:#?}"
            );
            assert!(!eve.contains(stop), "{last}: {stop:?} is said on the last day");
        }
        stops += all.len();
        let new = |it: &&(String, String, u64)| {
            let before = |known: &(String, String, u64)| (&known.0, &known.1) == (&it.0, &it.1);
            !eve.iter().any(before) && !down.contains(it.1.as_str()) && !all.contains(*it)
        };
        untold.extend(next.iter().filter(new).map(|it| format!("{last}: {it:?}")));
    }
    (stops, untold)
}

#[test]
fn what_is_told_of_an_end_is_what_the_day_after_says_and_all_of_it() {
    let (stops, untold) = compared_with_the_day_after(&Story::on(FOLDER));
    assert_eq!((stops, untold), (9, Vec::new()));
}

#[test]
fn so_it_is_in_the_shipped_inventories() {
    for name in inventories() {
        // What begins on a day may leave new questions too: these are of no end.
        compared_with_the_day_after(&Story::on(&format!("inventories/{name}")));
    }
}

#[test]
fn a_calendar_has_the_lines_that_it_must_have() {
    let text = story().args(["--format", "ics"]).succeeds().stdout;
    assert!(text.ends_with("\r\n") && text.replace("\r\n", "").find(['\r', '\n']).is_none());
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert!(lines.iter().all(|line| line.len() <= 75), "{text}");
    let unfolded = text.replace("\r\n ", "");
    let lines: Vec<&str> = unfolded.lines().collect();
    assert_eq!(&lines[..2], ["BEGIN:VCALENDAR", "VERSION:2.0"]);
    assert!(lines[2].starts_with("PRODID:"));
    assert_eq!(lines[lines.len() - 1], "END:VCALENDAR");
    let result = story().json();
    let events: Vec<&[&str]> = lines
        .chunk_by(|_, next| *next != "BEGIN:VEVENT")
        .filter(|event| event[0] == "BEGIN:VEVENT")
        .collect();
    assert_eq!(events.len(), list(&result, "ends").len());
    let mut names = BTreeSet::new();
    for (event, end) in events.iter().zip(list(&result, "ends")) {
        let value = |name: &str| {
            let found: Vec<&str> =
                event.iter().filter_map(|line| line.strip_prefix(name)).collect();
            assert_eq!(found.len(), 1, "{name} in {event:?}");
            found[0]
        };
        assert!(value("UID:").starts_with(word(end, "/id")));
        assert!(names.insert(value("UID:").to_owned()), "{event:?}");
        assert_eq!(value("DTSTAMP:"), "20261101T000000Z");
        assert_eq!(value("DTSTART;VALUE=DATE:"), word(end, "/until").replace('-', ""));
        assert!(!value("SUMMARY:").is_empty() && !value("DESCRIPTION:").is_empty());
        let stops = !list(end, "stops").is_empty();
        assert_eq!(event.iter().any(|line| line.starts_with("CATEGORIES:")), stops);
    }
}

#[test]
fn nothing_ends_where_nothing_has_dates() {
    let result = Story::on("tests/situations/worked_example").args(["ends"]).json();
    assert_eq!(list(&result, "ends").len(), 0);
}

#[test]
fn a_policy_can_ask_that_nothing_ends_soon() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("policy.yaml");
    let path = file.to_str().unwrap().to_owned();
    let rule = |settings: &str, certainty: &str| {
        let text = format!(
            "trefonds-policy: 1\nrules:\n  - {{id: soon, severity: error, text: renew in time, certainty: \
             {certainty}, no_end_within: {settings}}}\n"
        );
        std::fs::write(&file, text).unwrap();
        Story::on(FOLDER).args(["check", "--policy", &path, "--format", "csv"])
    };
    rule("{time: 74d, criticality: vital}", "possible").succeeds();
    let certain = rule("{time: 75d, criticality: vital}", "certain").exits_with(1);
    certain.says("component certificate,");
    let possible = rule("{time: 119d, criticality: vital}", "possible").exits_with(1);
    possible.says("supplier till till-maker,").says("possible");
    let certain = rule("{time: 119d, criticality: vital}", "certain").exits_with(1).stdout;
    assert!(!certain.contains("till-maker"), "{certain}");
    // What is down already has no clean verdict.
    let minor = rule("{time: 1d}", "certain").exits_with(1);
    minor.says("archive");
}
