//! One inventory, three services: one that is interrupted, one that cannot be mended, one that somebody's
//! change breaks. Each command says of each what it is.

use std::fs;

use crate::harness::{Story, program, text_of};

const FOLDER: &str = "tests/inventories/three-words";

/// What a command must print: lines that hold all of the words.
struct Row {
    args: &'static [&'static str],
    lines: &'static [&'static [&'static str]],
}

const TABLE: [Row; 13] = [
    Row { args: &["check"], lines: &[&["backbone", "certain", "console", "console → backbone"]] },
    Row {
        args: &["spof"],
        lines: &[
            &["paused", "interrupted until 4 h", "first > us-corp"],
            &["backbone", "certain", "console → backbone"],
            &["stuck", "at once, for good"],
        ],
    },
    Row {
        args: &["spof", "--lasting", "5h"],
        lines: &[&["paused", "no foreign single point"], &["stuck", "stoppable by 1"]],
    },
    Row {
        args: &["spof", "--format", "csv"],
        lines: &[&["paused,", ",us-corp,", ",0-240"], &["stuck,", ",us-corp,", ",0-"]],
    },
    Row {
        args: &["spof", "--fault"],
        lines: &[
            &["changed", "broken by 1"],
            &["paused", "no single fault"],
            &["changed", "at once", "laptop > agent"],
        ],
    },
    Row {
        args: &["why", "paused", "us-corp"],
        lines: &[&["interrupted until 4 h"], &["second takes 4 h to take over for paused"]],
    },
    Row {
        args: &["why", "changed", "agent", "--fault"],
        lines: &[&["laptop can be changed from afar by Agent Corp (automatic updates)"]],
    },
    Row {
        args: &["whatif", "--withdraw", "us-corp", "--for", "1h"],
        lines: &[
            &["paused", "interrupted until 1 h"],
            &["stuck", "at once, for good"],
            &["backbone", "certain", "console → backbone"],
        ],
    },
    Row {
        args: &["whatif", "--withdraw", "us-corp", "--format", "csv"],
        lines: &[&["stops,paused,", ",0-240"], &["stops,stuck,", ",0-"]],
    },
    Row {
        args: &["whatif", "--fault", "agent", "--for", "14h"],
        lines: &[&["changed", "interrupted until 14 h"]],
    },
    Row { args: &["rank", "--fault", "--level", "entity"], lines: &[&["Agent Corp", "1 vital"]] },
    Row { args: &["cuts", "changed", "--fault"], lines: &[&["Agent Corp", "laptop"]] },
    Row { args: &["questions", "--fault"], lines: &[&["coverage 100 %"]] },
];

#[test]
fn each_command_says_of_each_service_what_it_is() {
    for Row { args, lines } in &TABLE {
        let stdout = Story::on(FOLDER).args(args.iter().copied()).succeeds().stdout;
        for words in *lines {
            let told = stdout.lines().any(|line| words.iter().all(|word| line.contains(word)));
            assert!(told, "{args:?} lacks {words:?}:\n{stdout}");
        }
    }
}

#[test]
fn a_policy_takes_what_is_over_soon_enough() {
    let folder = tempfile::tempdir().unwrap();
    let policy = folder.path().join("policy.yaml");
    let rule = |lasting: &str| {
        let text = format!(
            "trefonds-policy: 1\nrules:\n  - id: r\n    severity: error\n    text: r\n    \
             no_foreign_single_point: {{level: controller{lasting}}}\n"
        );
        fs::write(&policy, text).unwrap();
        let path = policy.to_str().unwrap().to_owned();
        Story::on(FOLDER).args(["check", "--policy", &path]).exits_with(1)
    };
    let (all, lasting) = (rule(""), rule(", lasting: 5h"));
    assert!(all.stdout.contains("paused"), "{}{}", all.stdout, all.stderr);
    assert!(lasting.stdout.contains("stuck"), "{}{}", lasting.stdout, lasting.stderr);
    let violations = |text: &str| text.lines().filter(|line| line.contains("US Corp")).count();
    assert!(violations(&lasting.stdout) < violations(&all.stdout), "{}", lasting.stdout);
}

#[test]
fn a_diff_tells_that_a_stop_is_over() {
    let folder = tempfile::tempdir().unwrap();
    let text = text_of(format!("{FOLDER}/trefonds.yaml"));
    let before = folder.path().join("before.yaml");
    fs::write(&before, text.replace(", starts_in: 4h", ", starts_in: 8h")).unwrap();
    let diff = program().args(["diff", before.to_str().unwrap(), FOLDER]).exits_with(1);
    assert!(diff.stdout.contains("interrupted until 8 h"), "{}{}", diff.stdout, diff.stderr);
    assert!(diff.stdout.contains("interrupted until 4 h"), "{}", diff.stdout);
}

#[test]
fn page_and_workbook_tell_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("report.html");
    Story::on(FOLDER).args(["report", "-o", page.to_str().unwrap()]).succeeds();
    let page = fs::read_to_string(page).unwrap();
    for words in ["interrupted until 4 h", "Cannot be mended", "console → backbone"] {
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn cut_sets_are_an_upper_bound_that_is_listed_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let inventory = folder.path().join("cold.yaml");
    // Interrupted for four hours, of which six are borne: no single point, and a cut set all the same.
    let text = text_of(format!("{FOLDER}/trefonds.yaml")).replace(
        "depends_on: [{any_of: [first, {needs: second, starts_in: 4h}]}]",
        "depends_on: [{needs: app, tolerates: 6h}]",
    );
    let app = "  app: {layer: software, suppliers: none, depends_on: [{any_of: [first, {needs: second, starts_in: 4h}]}]}\n";
    fs::write(&inventory, text.replace("entities:\n", &format!("{app}entities:\n"))).unwrap();
    let path = inventory.to_str().unwrap();
    let points = program().args(["spof", path]).succeeds().stdout;
    assert!(
        points
            .lines()
            .any(|line| line.contains("paused") && line.contains("no foreign single point")),
        "{points}"
    );
    let cuts = program().args(["cuts", path, "paused"]).succeeds().stdout;
    assert!(cuts.contains("this is an upper bound"), "{cuts}");
    assert!(cuts.lines().any(|line| line.contains("US Corp") && line.contains("6 h")), "{cuts}");
}

#[test]
fn the_map_draws_who_takes_over_later_as_an_alternative() {
    let folder = tempfile::tempdir().unwrap();
    let map = folder.path().join("map.svg");
    Story::on(FOLDER).args(["map", "-o", map.to_str().unwrap()]).succeeds();
    let svg = fs::read_to_string(map).unwrap();
    assert!(svg.contains("starts in 4 h") && svg.contains("Takes 4 h to take over"), "{svg}");
}
