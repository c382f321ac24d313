//! French is French throughout: no English word of the program is left in it.

use crate::harness::clinic;

/// English words that no French text has, and that the program's English is full of.
const ENGLISH: [&str; 44] = [
    "the",
    "of",
    "by",
    "and",
    "which",
    "who",
    "whom",
    "with",
    "from",
    "stops",
    "stop",
    "home",
    "needs",
    "holds",
    "runs",
    "unknown",
    "none",
    "never",
    "legal",
    "entities",
    "entity",
    "controllers",
    "layer",
    "name",
    "where",
    "why",
    "declared",
    "laws",
    "coverage",
    "supply",
    "share",
    "data",
    "operation",
    "ownership",
    "undisclosed",
    "said",
    "once",
    "foreign",
    "facts",
    "path",
    "stands",
    "hosting",
    "software",
    "unverified",
];

fn english_words(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for line in text.lines() {
        // Places and sources are the inventory's, not the program's.
        let words = line.split_whitespace().filter(|word| !word.contains(['/', '`']));
        for word in words.flat_map(|word| word.split(|c: char| !c.is_alphabetic())) {
            if ENGLISH.contains(&word.to_lowercase().as_str()) {
                found.push((word.to_owned(), line.to_owned()));
            }
        }
    }
    found
}

#[test]
fn no_english_word_is_left_in_a_french_list() {
    let levels = ["component", "entity", "controller", "jurisdiction"];
    let spof = levels.map(|level| vec!["spof", "--level", level, "--all", "--by", "90d"]);
    let others = [
        vec!["check"],
        vec!["exposure", "--all"],
        vec!["questions"],
        vec!["ends"],
        vec!["denial"],
        vec!["resolve"],
        vec!["resolve", "dossiers"],
        vec!["resolve", "nuage", "--reverse"],
        vec!["why", "rendez-vous", "nuage"],
        vec!["why", "accueil", "fonds"],
        vec!["why", "paie", "nuage"],
        vec!["why", "imagerie", "puces"],
        vec!["whatif", "--withdraw", "US", "--close-site", "salle", "--by", "30d"],
        vec!["whatif", "--law", "loi-us", "--withdraw", "EU", "--proofs"],
        vec!["whatif", "--withdraw", "puces", "--by", "30d", "--proofs"],
        vec!["rank", "--all"],
    ];
    for args in spof.into_iter().chain(others) {
        for format in ["text", "markdown"] {
            let story = clinic().args(&args).args(["--lang", "fr", "--format", format]);
            let found = english_words(&story.succeeds().stdout);
            assert_eq!(found, [], "{args:?}");
        }
    }
}

#[test]
fn french_has_a_space_that_does_not_break_before_its_colons() {
    for args in [
        vec!["spof"],
        vec!["exposure"],
        vec!["questions"],
        vec!["ends"],
        vec!["denial"],
        vec!["why", "rendez-vous", "US"],
        vec!["whatif", "--withdraw", "US", "--close-site", "salle"],
        vec!["rank"],
    ] {
        let text = clinic().args(&args).args(["--lang", "fr"]).succeeds().stdout;
        for sign in [": ", "; "] {
            let mut before = text.match_indices(sign).map(|(at, _)| text[..at].chars().next_back());
            let space = before.all(|c| c == Some('\u{a0}'));
            assert!(space, "{args:?}: {sign:?} without its space:\n{text}");
        }
    }
}

#[test]
fn french_and_english_say_the_same_things() {
    for args in [
        vec!["spof"],
        vec!["exposure"],
        vec!["questions"],
        vec!["ends"],
        vec!["denial"],
        vec!["resolve"],
        vec!["check"],
        vec!["whatif", "--withdraw", "US", "--by", "30d"],
        vec!["rank"],
    ] {
        let english = clinic().args(&args).succeeds().stdout.lines().count();
        let french = clinic().args(&args).args(["--lang", "fr"]).succeeds().stdout.lines().count();
        assert_eq!(english, french, "{args:?}");
    }
}

#[test]
fn a_picture_speaks_french() {
    let map = clinic().args(["map", "--lang", "fr"]).succeeds().stdout;
    let document = roxmltree::Document::parse(&map).unwrap();
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    let text: Vec<&str> =
        texts.flat_map(|node| node.descendants()).filter_map(|it| it.text()).collect();
    assert_eq!(english_words(&text.join("\n")), []);
}

#[test]
fn data_is_the_same_in_both_languages() {
    for format in ["json", "csv"] {
        let english = clinic().args(["spof", "--format", format]).succeeds().stdout;
        clinic().args(["spof", "--format", format, "--lang", "fr"]).stdout(&english);
    }
}
