//! `spof`: who, by withdrawing alone, stops which service.

use crate::harness::{clinic, inventory, list, word};

#[test]
fn the_list_in_both_languages_and_every_format() {
    clinic().args(["spof"]).snapshot("spof-en");
    clinic().args(["spof", "--lang", "fr"]).snapshot("spof-fr");
    clinic().args(["spof", "--format", "markdown"]).snapshot("spof-markdown-en");
    clinic().args(["spof", "--format", "markdown", "--lang", "fr"]).snapshot("spof-markdown-fr");
    clinic().args(["spof", "--format", "csv"]).snapshot("spof-csv");
    clinic().args(["spof", "--format", "json"]).snapshot("spof-json");
}

#[test]
fn four_levels_each_with_its_own_list() {
    for level in ["component", "entity", "jurisdiction"] {
        clinic().args(["spof", "--level", level]).snapshot(&format!("spof-{level}"));
    }
}

#[test]
fn a_horizon_cuts() {
    let until = |by: &str| {
        let result = clinic().args(["spof", "--by", by]).json();
        list(&result, "findings").iter().filter(|it| word(it, "/event") == "editeur").count()
    };
    assert_eq!((until("89d"), until("90d")), (0, 1));
}

#[test]
fn home_decides_who_is_foreign() {
    let americans = clinic().args(["spof", "--home", "FR,EU,US"]).json();
    assert!(list(&americans, "findings").iter().all(|it| word(it, "/event") != "nuage"));
    let strict = clinic().args(["spof", "--home", "FR", "--level", "jurisdiction"]).json();
    assert!(list(&strict, "findings").iter().any(|it| word(it, "/event") == "IE"));
}

#[test]
fn all_shows_those_at_home_too() {
    let everyone = clinic().args(["spof", "--all"]).json();
    let home = list(&everyone, "findings").iter().find(|it| word(it, "/event") == "clinique");
    assert_eq!(home.map(|it| &it["foreign"]), Some(&serde_json::Value::Bool(false)));
}

#[test]
fn every_finding_proves_itself() {
    let result = inventory("hospital").args(["spof"]).json();
    for finding in list(&result, "findings") {
        let steps = finding.pointer("/witness/steps").unwrap().as_array().unwrap();
        assert!(!steps.is_empty(), "{finding}");
        for step in steps {
            let file = word(step, "/at/file");
            let brought = file.starts_with("catalogue 2026.11, ");
            assert!(brought || file.starts_with("inventories/hospital/"), "{step}");
        }
        let possible = word(finding, "/certainty") == "possible";
        assert!(
            !possible
                || !list(finding, "hangs_on").is_empty()
                || word(finding, "/event_kind") == "unknown"
        );
    }
}

#[test]
fn csv_is_one_record_a_finding() {
    let args = ["spof", "--level", "jurisdiction"];
    let text = inventory("hospital").args(args).args(["--format", "csv"]).succeeds().stdout;
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let width = reader.headers().unwrap().len();
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let findings = inventory("hospital").args(args).json();
    let one_hand = list(&findings, "one_hand").len();
    assert_eq!(records.len(), list(&findings, "findings").len() + one_hand);
    assert!(records.iter().all(|record| record.len() == width));
}

#[test]
fn markdown_tables_have_as_many_cells_in_every_row() {
    let text = inventory("hospital").args(["spof", "--format", "markdown"]).succeeds().stdout;
    let mut width = 0;
    for line in text.lines() {
        // An escaped bar is text.
        let cells = line.replace("\\|", "").matches('|').count();
        if cells == 0 {
            width = 0;
        } else if width == 0 {
            width = cells;
        }
        assert_eq!(cells, width, "{line}");
    }
    assert!(text.starts_with("# "));
}

#[test]
fn the_hospital_hangs_on_the_maker_of_its_hypervisor() {
    let list = inventory("hospital").args(["spof"]).succeeds();
    list.says("Broadcom Inc. (United States, US): stops")
        .says("no foreign single point")
        .says("coverage 9");
}
