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
