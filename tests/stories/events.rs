//! Real events, asked the day before: modelled from public accounts, which the inventories name.

use serde_json::Value;

use crate::harness::{Story, list, names_in, word};

fn event(name: &str) -> Story {
    Story::on(&format!("tests/events/{name}"))
}

#[test]
fn each_event_does_what_its_scenarios_expect() {
    for name in names_in("tests/events") {
        // What a root certificate's last day does is no withdrawal.
        if name != "dst-root-2021" {
            event(&name).args(["test"]).succeeds();
        }
    }
}

#[test]
fn what_the_repair_needs_is_told_unasked() {
    let check = event("facebook-2021").args(["check"]).json();
    let found = list(&check, "unmendable");
    let told: Vec<(&str, &str)> =
        found.iter().map(|it| (word(it, "/component/id"), word(it, "/needs/id"))).collect();
    assert_eq!(told, [("backbone", "access-to-routers")]);
    let circle: Vec<&str> = list(&found[0], "circle").iter().map(|it| word(it, "/id")).collect();
    assert_eq!(circle.first(), Some(&"access-to-routers"));
    assert_eq!(circle.last(), Some(&"backbone"));
    for command in
        [&["spof", "--level", "component"][..], &["whatif", "--withdraw", "component:backbone"]]
    {
        let told = event("facebook-2021").args(command.iter().copied()).json();
        assert_eq!(list(&told, "unmendable").len(), 1, "{command:?}");
    }
}

#[test]
fn backups_of_which_nobody_says_where_they_stand_could_burn_too() {
    let fire = event("strasbourg-2021").args(["whatif", "--close-site", "sbg"]).json();
    let told: Vec<(&str, &str, bool)> = list(&fire, "hidden")
        .iter()
        .flat_map(|it| {
            let for_good = it["for_good"].as_bool().unwrap_or(false);
            let services = list(it, "services").iter();
            services.map(move |of| (word(it, "/unknown/id"), word(of, "/id"), for_good))
        })
        .collect();
    assert!(told.contains(&("site:accounts-backup", "invoices", false)), "{told:?}");
    assert!(told.contains(&("site:shop-backup", "shop-front", true)), "{told:?}");
}

#[test]
fn the_end_of_a_root_certificate_is_seen_before() {
    let args = ["ends", "--by", "30d"];
    let ends = event("dst-root-2021").args(args).json();
    let text = event("dst-root-2021").args(args).succeeds().stdout;
    assert!(text.contains("30 September 2021 (in 2 days): component DST Root CA X3"), "{text}");
    let all: Vec<&Value> = list(&ends, "ends").iter().collect();
    assert_eq!(all.len(), 1, "{ends}");
    let stopped: Vec<&str> =
        list(all[0], "stops").iter().map(|it| word(it, "/service/id")).collect();
    assert_eq!(stopped, ["lab-results"], "a fax, browsers and a cross-sign carry the others");
}

#[test]
fn a_change_is_no_withdrawal() {
    let list_of = |fault: &[&str]| {
        let points = event("crowdstrike-2024").args(["spof"]).args(fault.iter().copied()).json();
        let mut who: Vec<String> =
            list(&points, "findings").iter().map(|it| word(it, "/event").to_owned()).collect();
        who.sort();
        who.dedup();
        who
    };
    assert!(list_of(&[]).is_empty());
    assert_eq!(list_of(&["--fault"]), ["carrier", "crowdstrike", "microsoft"]);
}
