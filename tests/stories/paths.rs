//! The column "Path": one path that is there, from the service to the event, everywhere.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::harness::{Story, clinic, inventory, list, word};

#[test]
fn a_proof_with_branches_shows_one_path_and_says_how_many_more() {
    let story = Story::on("tests/situations/proof_with_branches");
    let spof = |args: &[&str]| story.clone().args(["spof"]).args(args);
    spof(&[]).says("a > b > u, and 2 more branches\n");
    spof(&["--lang", "fr"]).says("a > b > u, et 2 autres branches\n");
    spof(&["--level", "jurisdiction"]).says("a > b > u > US, and 2 more branches\n");
    story.clone().args(["cuts", "desk"]).says("a > b > u, and 2 more branches\n");
    story.clone().args(["whatif", "--withdraw", "u"]).says("a > b > u, and 2 more branches\n");
    let joint = Story::on("tests/situations/joint_control_51");
    joint.args(["spof"]).says("till > till-maker > sub-two > us-corp, and 1 more branch\n");
}

#[test]
fn a_way_through_a_subsidiary_is_a_path() {
    let hook = Story::on("tests/situations/subsidiary_as_hook");
    hook.args(["exposure"]).says("till       atelier-group > atelier-inc > US\n");
}

/// Every pair of neighbours in a path is a step of some proof of the list, and it ends at the event.
#[test]
fn every_path_is_made_of_steps() {
    for story in [clinic(), inventory("hospital"), inventory("energy-retailer")] {
        for level in ["entity", "controller", "jurisdiction"] {
            let spof = story.clone().args(["spof", "--level", level]);
            let result = spof.clone().json();
            let findings = list(&result, "findings").iter();
            let events: BTreeSet<&str> = findings.clone().map(|of| word(of, "/event")).collect();
            let services: BTreeSet<&str> =
                findings.clone().map(|of| word(of, "/service")).collect();
            let steps: BTreeSet<(String, String)> = findings.flat_map(steps).collect();
            let text = spof.args(["--format", "markdown"]).succeeds().stdout;
            let paths = paths(&text);
            assert!(!paths.is_empty());
            for path in paths {
                let stops: Vec<&str> = path.split(" > ").collect();
                assert!(events.contains(stops.last().unwrap()), "{path}");
                let joined = |a: &str, b: &str| steps.contains(&(a.to_owned(), b.to_owned()));
                assert!(services.iter().any(|service| joined(service, stops[0])), "{path}");
                for pair in
                    stops.windows(2).filter(|pair| pair.iter().all(|id| !id.starts_with('(')))
                {
                    assert!(joined(pair[0], pair[1]), "{path}: {pair:?}");
                }
            }
        }
    }
}

fn steps(finding: &Value) -> impl Iterator<Item = (String, String)> + '_ {
    let steps = finding.pointer("/witness/steps").unwrap().as_array().unwrap().iter();
    steps.map(|step| (word(step, "/from/id").to_owned(), word(step, "/to/id").to_owned()))
}

/// The last cells of the tables that have the column, without marks.
fn paths(markdown: &str) -> Vec<String> {
    let (mut found, mut here) = (Vec::new(), false);
    for line in markdown.lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        if cells.len() < 3 {
            here = false;
        } else if cells.contains(&"Path") {
            here = true;
        } else if here && !cells[1].starts_with("--") {
            let cell = cells[cells.len() - 2].replace('\\', "");
            let cell = cell.replace("&gt;", ">");
            let path = cell.split([',', '[']).next().unwrap_or_default();
            found.push(path.trim().to_owned());
        }
    }
    found
}
