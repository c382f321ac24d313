//! Files that are meant to break a reader: it must say no, quickly, on a small stack.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its files has failed")]

use std::fmt::Write;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use trefonds_inventory::{LoadOptions, Loaded, Style, load_texts, render};

/// Reads on a small stack, and checks what holds of every text.
fn read(name: &str, text: Vec<u8>) -> Loaded {
    let name = name.to_owned();
    let reading = std::thread::Builder::new().stack_size(1 << 20).spawn(move || {
        let start = Instant::now();
        let loaded = load_texts(vec![(name, text)], &LoadOptions::default());
        let report = render(&loaded.diagnostics, loaded.sources(), Style::default());
        assert!(loaded.inventory.is_some() || !report.is_empty());
        assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
        loaded
    });
    reading.unwrap().join().unwrap()
}

fn has(loaded: &Loaded, code: &str) -> bool {
    loaded.diagnostics.iter().any(|diagnostic| diagnostic.code == code)
}

#[test]
fn a_million_levels() {
    const LEVELS: usize = 1_000_000;
    for (name, open) in [
        ("a.yaml", "["),
        ("a.yaml", "{a: "),
        ("a.yaml", "- "),
        ("a.yaml", "? "),
        ("a.yaml", "[\n"),
        ("a.json", "["),
        ("a.json", "{\"a\":"),
    ] {
        let text = open.repeat(LEVELS);
        assert!(has(&read(name, text.into_bytes()), "too-deep"), "{name} {open}");
    }
}

#[test]
fn a_billion_laughs() {
    let mut text =
        "trefonds: 1\nhome: [FR]\ncomponents:\n  c0: {layer: service, tags: &c0 [lol, lol]}\n"
            .to_owned();
    for at in 1..40 {
        let before = at - 1;
        writeln!(text, "  c{at}: {{layer: service, depends_on: &c{at} [{{all_of: *c{before}}}, {{any_of: *c{before}}}]}}").unwrap();
    }
    assert!(has(&read("a.yaml", text.into_bytes()), "alias-bomb"));
}

#[test]
fn the_quadratic_bomb() {
    let mut text = format!(
        "trefonds: 1\nhome: [FR]\ncomponents:\n  c: {{layer: service, name: &long {}}}\n",
        "x".repeat(1 << 20)
    );
    for at in 0..10_000 {
        writeln!(text, "  c{at}: {{layer: service, name: *long}}").unwrap();
    }
    assert!(has(&read("a.yaml", text.into_bytes()), "alias-bomb"));
}

#[test]
fn a_hundred_thousand_wrong_names() {
    let mut text = "trefonds: 1\nhome: [FR]\ncomponents:\n".to_owned();
    for at in 0..100_000 {
        writeln!(text, "  component-{at}: {{layer: service, depends_on: [componant-{at}-x]}}")
            .unwrap();
    }
    let loaded =
        load_texts(vec![("a.yaml".to_owned(), text.into_bytes())], &LoadOptions::default());
    assert_eq!(loaded.diagnostics.len(), 100_000);
    // How much is looked for close names is bounded: the first are helped, the last are not.
    let helped = |at: usize| loaded.diagnostics[at].help.iter().any(|it| it.contains("component-"));
    assert!(helped(0) && !helped(99_999));
}

/// Pieces of inventories, and of YAML.
fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "trefonds",
        "home",
        "components",
        "entities",
        "sites",
        "laws",
        "layer",
        "depends_on",
        "owned_by",
        "site",
        "data",
        "keys",
        "any_of",
        "at_least",
        "of",
        "soft",
        "votes",
        "from",
        "until",
        ": ",
        ":",
        "- ",
        "? ",
        "\n",
        "\n  ",
        "\n    ",
        "\r\n",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "&a ",
        "*a",
        "&b ",
        "*b",
        "!!str ",
        "! ",
        "|\n",
        ">-\n",
        "'",
        "\"",
        "\\",
        "#",
        " # x\n",
        "---\n",
        "...\n",
        "%YAML 1.2\n",
        "<<",
        "none",
        "undisclosed",
        "FR",
        "51%",
        "2026-01-01",
        "~",
        "null",
        "true",
        "a",
        "b",
        "é",
        "\u{feff}",
        "\t",
        "\0",
        "😀",
        "\u{85}",
        "\u{2028}",
    ])
}

const VALID: &str = include_str!("sketch/trefonds.yaml");

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn arbitrary_bytes(bytes in prop::collection::vec(any::<u8>(), 0..2000), json in any::<bool>()) {
        read(if json { "a.json" } else { "a.yaml" }, bytes);
    }

    #[test]
    fn arbitrary_pieces(pieces in prop::collection::vec(piece(), 0..200), json in any::<bool>()) {
        read(if json { "a.json" } else { "a.yaml" }, pieces.concat().into_bytes());
    }

    #[test]
    fn inventories_with_pieces_put_in(cuts in prop::collection::vec((0..VALID.len(), 0..40_usize, piece()), 1..6)) {
        let mut bytes = VALID.as_bytes().to_vec();
        for (at, length, piece) in cuts {
            let at = at.min(bytes.len());
            let end = (at + length).min(bytes.len());
            bytes.splice(at..end, piece.bytes());
        }
        read("a.yaml", bytes);
    }
}
