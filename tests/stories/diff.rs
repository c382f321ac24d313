//! `diff` as people read it: sentences without raw ids, a map whose places are there.

use crate::harness::{Outcome, program, text_of};

const SIDES: [&str; 3] =
    ["diff", "inventories/health-data-before", "inventories/health-data-after"];

fn diff(args: &[&str]) -> Outcome {
    program().args(SIDES).args(args).exits_with(1)
}

/// What ids of unknown facts begin with.
const KINDS: [&str; 8] = [
    "parents:",
    "operator:",
    "suppliers:",
    "site:",
    "data:",
    "data-form:",
    "keys:",
    "on-withdrawal:",
];

#[test]
fn unknown_facts_are_told_in_words() {
    for format in ["text", "markdown"] {
        for lang in ["en", "fr"] {
            let told = diff(&["--format", format, "--lang", lang]).stdout;
            for kind in KINDS {
                let raw = told.lines().find(|line| {
                    line.split([' ', '|', '('])
                        .any(|word| word.starts_with(kind) && word.len() > kind.len())
                });
                assert_eq!(raw, None, "{format} {lang}");
            }
        }
    }
    let told = diff(&[]);
    told.says("not known, and may stop Entraînement de modèles: who is above Anaconda, Inc.")
        .says("possible, 14 d")
        .never_says("possible, possibly");
    diff(&["--lang", "fr"]).says(
        "inconnu, et pourrait arrêter Entraînement de modèles : Anaconda, Inc. : qui est au-dessus",
    );
}

#[test]
fn every_place_of_the_map_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("both.svg");
    diff(&["-o", file.to_str().unwrap()]);
    let svg = std::fs::read_to_string(file).unwrap();
    let document = roxmltree::Document::parse(&svg).unwrap();
    let titles = document.descendants().filter(|node| node.has_tag_name("title"));
    let mut places = 0;
    for title in titles.filter_map(|node| node.text()) {
        let Some((file, line, column)) = title.lines().last().and_then(place) else { continue };
        let text = text_of(file);
        let line = text.lines().nth(line - 1).unwrap_or_else(|| panic!("{title}"));
        assert!(column <= line.chars().count(), "{title}");
        assert!(!line.trim().is_empty() && !line.starts_with('#'), "{title}: {line}");
        places += 1;
    }
    assert!(places > 100, "{places}");
}

/// "inventories/x/a.yaml:3:5".
fn place(line: &str) -> Option<(&str, usize, usize)> {
    let mut parts = line.rsplitn(3, ':');
    let (column, line, file) =
        (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?);
    Some((file, line, column))
}

const BEFORE: &str = "
trefonds: 1
home: [FR, EU]
as_of: 2026-11-01
components:
  care: {name: Emergency, layer: service, depends_on: [{any_of: [a, b]}]}
  mail: {name: Mail, layer: service, depends_on: [cert]}
  cert: {name: Certificate, layer: infrastructure, operator: none, suppliers: [], site: FR, data: none, depends_on: [], until: 2027-01-01}
  a: {layer: application, operator: group, suppliers: [], site: FR, data: none, depends_on: []}
  b: {layer: application, operator: french, suppliers: [], site: FR, data: none, depends_on: []}
entities:
  group: {name: Group Inc., country: US, owned_by: dispersed}
  french: {name: Host SA, country: FR, owned_by: none}
";

#[test]
fn one_hand_and_what_has_ended_are_told_with_their_causes() {
    let folder = tempfile::tempdir().unwrap();
    let after = BEFORE.replace("owned_by: none", "owned_by: undisclosed");
    let after = after.replace("2027-01-01", "2026-10-15");
    let [old, new] = [("old.yaml", BEFORE), ("new.yaml", after.as_str())].map(|(name, text)| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    });
    for format in ["text", "markdown"] {
        let told = |lang| {
            let sides = ["diff", &old, &new, "--format", format, "--lang", lang];
            program().args(sides).exits_with(1)
        };
        told("en")
            .says("Mail is down")
            .says("since 2026-10-16: Certificate (ended on 2026-10-15)")
            .says("Group Inc., if also behind what is not known, stops Emergency")
            .says("possible, at once: who is above Host SA");
        told("fr")
            .says("Mail est à l'arrêt")
            .says("Group Inc., en étant aussi derrière ce qui n'est pas connu, arrête Emergency");
    }
    let csv = program().args(["diff", &old, &new, "--format", "csv"]).exits_with(1);
    csv.says(r#"""kind"":""one-hand"""#).says(r#"""kind"":""ended"""#);
}

const LISTS: &str = "\
trefonds: 1
home: [FR]
as_of: 2026-01-01
components:
  mail:
    layer: service
    depends_on:
      - any_of: [{needs: a, tolerates: 4h}, {needs: b, until: 2030-01-01}]
      - {needs: c, from: 2020-01-01}
      - {needs: c, until: 2019-01-01}
      - all_of: [{needs: c, from: 2020-01-01}, a]
    suppliers: [{entity: us, source: A}, {entity: us, source: B}]
  a: {layer: application}
  b: {layer: application}
  c: {layer: application}
entities:
  us: {country: US}
";

/// The diff of two texts.
fn of_texts(old: &str, new: &str, code: i32) -> Outcome {
    let folder = tempfile::tempdir().unwrap();
    let [old, new] = [("old.yaml", old), ("new.yaml", new)].map(|(name, text)| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    });
    program().args(["diff", &old, &new]).exits_with(code)
}

#[test]
fn the_order_of_items_and_members_means_nothing() {
    for (one, other) in [
        (
            "[{entity: us, source: A}, {entity: us, source: B}]",
            "[{entity: us, source: B}, {entity: us, source: A}]",
        ),
        (
            "- {needs: c, from: 2020-01-01}\n      - {needs: c, until: 2019-01-01}",
            "- {needs: c, until: 2019-01-01}\n      - {needs: c, from: 2020-01-01}",
        ),
        (
            "[{needs: a, tolerates: 4h}, {needs: b, until: 2030-01-01}]",
            "[{needs: b, until: 2030-01-01}, {needs: a, tolerates: 4h}]",
        ),
    ] {
        let new = LISTS.replace(one, other);
        assert_ne!(new, LISTS);
        of_texts(LISTS, &new, 0).says("The same");
    }
}

#[test]
fn what_is_gone_of_two_items_alike_is_told_as_itself() {
    let new = LISTS
        .replace("[{entity: us, source: A}, {entity: us, source: B}]", "{entity: us, source: B}");
    let told = of_texts(LISTS, &new, 1);
    let told = told.says("gone").says("source: A");
    assert!(!told.stdout.contains("source: B"), "{}", told.stdout);
}

#[test]
fn a_change_within_a_group_is_told_in_both_cells() {
    for (old, new, before, after) in [
        (
            "tolerates: 4h",
            "tolerates: 6h",
            "a (bears the loss for 4 h)",
            "a (bears the loss for 6 h)",
        ),
        ("2030-01-01", "2031-01-01", "b (until 1 January 2030)", "b (until 1 January 2031)"),
        (
            "from: 2020-01-01}, a]",
            "from: 2020-01-02}, a]",
            "c (from 1 January 2020)",
            "c (from 2 January 2020)",
        ),
    ] {
        let told = of_texts(LISTS, &LISTS.replace(old, new), 1);
        told.says(before).says(after);
    }
}
