//! One inventory, three services: one that is interrupted, one that cannot be mended, one that somebody's
//! change breaks. Each command says of each what it is.

use std::fs;

use super::export::{parts, text_of_pdf};
use crate::harness::{Story, program, text_of};

const FOLDER: &str = "tests/inventories/three-words";

/// What a command must print: lines that hold all of the words.
struct Row {
    args: &'static [&'static str],
    lines: &'static [&'static [&'static str]],
}

const TABLE: [Row; 14] = [
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
    Row { args: &["rank"], lines: &[&["US Corp", "2 vital", "1 vital"]] },
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
fn page_paper_and_workbook_tell_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let written = |name: &str| {
        let path = folder.path().join(name);
        let command = if name.ends_with("html") { "report" } else { "export" };
        Story::on(FOLDER).args([command, "-o", path.to_str().unwrap()]).succeeds();
        path
    };
    let page = fs::read_to_string(written("report.html")).unwrap();
    let lists = fs::read_to_string(written("report.md")).unwrap();
    let paper =
        text_of_pdf(&written("report.pdf")).split_whitespace().collect::<Vec<_>>().join(" ");
    let sheets: String = parts(&written("report.xlsx")).into_iter().map(|(_, text)| text).collect();
    // Interrupted, not mendable, a fault; withdrawals and faults stand in lists of their own.
    for words in ["interrupted until 4 h", "Cannot be mended", "console → backbone", "Agent Corp"]
    {
        for (name, text) in
            [("page", &page), ("lists", &lists), ("paper", &paper), ("sheets", &sheets)]
        {
            assert!(text.contains(words), "{name}: {words}");
        }
    }
    assert!(page.contains("Who can break it") && page.contains("Coverage of this question alone"));
    assert!(sheets.contains("Breaks, ultimate controllers"));
    assert!(lists.contains("# Whose fault breaks a service: legal entities"));
}

#[test]
fn below_half_who_can_break_it_is_not_known_and_said_so() {
    let folder = tempfile::tempdir().unwrap();
    let text = text_of(format!("{FOLDER}/trefonds.yaml")).replace(", changed_by: none", "");
    let text = text.replace(", owned_by: none", "").replace(", country: US", "");
    fs::write(folder.path().join("trefonds.yaml"), text).unwrap();
    let story = |args: &[&str]| {
        Story::on(folder.path().to_str().unwrap()).args(args.iter().copied()).succeeds()
    };
    let page = folder.path().join("report.html");
    story(&["report", "-o", page.to_str().unwrap()]);
    let page = fs::read_to_string(page).unwrap();
    assert!(page.contains("Not known: less than half of what tells is declared"));
    assert!(!page.contains("Whose fault breaks a service: legal entities"));
    let map = folder.path().join("map.dot");
    story(&["map", "--fault", "-o", map.to_str().unwrap()]);
    let map = fs::read_to_string(map).unwrap();
    assert!(map.contains("of what tells is declared"), "{map}");
}

#[test]
fn the_map_marks_what_cannot_be_mended_and_says_whose_fault_breaks() {
    let folder = tempfile::tempdir().unwrap();
    let map = |name: &str, more: &[&str]| {
        let path = folder.path().join(name);
        let args = ["map", "-o", path.to_str().unwrap()];
        Story::on(FOLDER).args(args.into_iter().chain(more.iter().copied())).succeeds();
        fs::read_to_string(path).unwrap()
    };
    let svg = map("map.svg", &[]);
    for words in
        ["cannot be mended: needs", "down for good with backbone", "cannot be mended once down"]
    {
        assert!(svg.contains(words), "{words}");
    }
    let dot = map("map.dot", &["--lang", "fr"]);
    for words in [
        "⊘",
        "exige console",
        "à terre pour de bon avec backbone",
        "⊘ non réparable une fois à terre.",
    ] {
        assert!(dot.contains(words), "{words}");
    }
    let faults = map("faults.dot", &["--fault"]);
    for words in [
        "broken by Agent Corp at once",
        "no single fault",
        "who can break it, by a fault or a change",
    ] {
        assert!(faults.contains(words), "{words}");
    }
    assert!(!faults.contains("no foreign single point"), "{faults}");
    let plain = Story::on("tests/inventories/four-words");
    let path = folder.path().join("plain.svg");
    plain.args(["map", "-o", path.to_str().unwrap()]).succeeds();
    assert!(!fs::read_to_string(path).unwrap().contains("mended"));
}

#[test]
fn a_scenario_expects_each() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("trefonds.yaml"), text_of(format!("{FOLDER}/trefonds.yaml")))
        .unwrap();
    let scenario = |name: &str, text: &str| {
        let text = format!("trefonds-scenario: 1\ntitle: {name}\n{text}");
        fs::write(folder.path().join(format!("{name}.yaml")), text).unwrap();
    };
    scenario(
        "away",
        "withdraw: [us-corp]\nfor: 1h\nexpect:\n  paused: {stops: certain, back: 1h}\n  stuck: {stops: certain, for_good: true}\n",
    );
    scenario("broken", "faults: [agent]\nexpect:\n  changed: {stops: certain}\n  paused: holds\n");
    let story = Story::on(folder.path().to_str().unwrap()).args(["test"]);
    let tested = story.succeeds().stdout;
    assert!(tested.contains("away") && tested.contains("broken"), "{tested}");
}

#[test]
fn laws_that_deny_and_ends_say_what_is_only_interrupted() {
    let folder = tempfile::tempdir().unwrap();
    let text = text_of(format!("{FOLDER}/trefonds.yaml"));
    let law = "laws:\n  ban: {jurisdiction: US, effect: denial, reaches: [{channel: supply, link: direct, source: the ban}]}\n";
    fs::write(folder.path().join("trefonds.yaml"), format!("{text}{law}")).unwrap();
    let on = |folder: &str, args: &[&str]| {
        Story::on(folder).args(args.iter().copied()).succeeds().stdout
    };
    let path = folder.path().to_str().unwrap().to_owned();
    let denial = on(&path, &["denial"]);
    for (service, words) in [("paused", "interrupted until 4 h"), ("stuck", "for good")] {
        let told = |line: &str| line.contains(service) && line.contains(words);
        assert!(denial.lines().any(told), "{service}: {words}\n{denial}");
    }
    let ends = folder.path().join("trefonds.yaml");
    fs::write(&ends, text.replace("  first: {layer", "  first: {until: 2026-12-31, layer"))
        .unwrap();
    let ends = on(&path, &["ends"]);
    let told = |line: &str| line.contains("paused") && line.contains("interrupted");
    assert!(ends.lines().any(told), "{ends}");
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
