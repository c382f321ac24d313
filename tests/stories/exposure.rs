//! `exposure`: who can reach which data.

use crate::harness::{clinic, inventory, list, word};

#[test]
fn the_list_in_both_languages_and_every_format() {
    clinic().args(["exposure"]).snapshot("exposure-en");
    clinic().args(["exposure", "--lang", "fr"]).snapshot("exposure-fr");
    clinic().args(["exposure", "--format", "csv"]).snapshot("exposure-csv");
    clinic().args(["exposure", "--format", "markdown"]).snapshot("exposure-markdown");
}

#[test]
fn the_way_to_the_data_is_given_step_by_step() {
    let exposure = clinic().args(["exposure"]).json();
    let findings = list(&exposure, "findings");
    let finding = findings.iter().find(|it| word(it, "/service/id") == "rendez-vous").unwrap();
    let steps: Vec<&str> = list(finding, "path").iter().map(|it| word(it, "/kind")).collect();
    assert_eq!(steps, ["requires", "operation", "votes", "country"]);
    assert_eq!(word(finding, "/law/id"), "loi-us");
}

#[test]
fn moving_to_a_qualified_provider_leaves_less_within_firm_reach() {
    let firm = |name: &str| {
        let exposure = inventory(name).args(["exposure"]).json();
        let grades = list(&exposure, "findings").iter().map(|it| word(it, "/grade").to_owned());
        grades.filter(|grade| grade == "direct" || grade == "via-control").count()
    };
    assert!(firm("health-data-after") < firm("health-data-before"));
}
