//! What people get wrong when they write YAML by hand: each mistake with the code, the place and the remedy
//! that it must get, and in French without a word of the parser's English.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

#[path = "mistakes/table.rs"]
mod table;

use trefonds_inventory::{LoadOptions, Loaded, load_texts};
use trefonds_lang::Lang;

fn read(text: &str, lang: Lang) -> Loaded {
    let options = LoadOptions { lang, ..LoadOptions::default() };
    load_texts(vec![("a.yaml".to_owned(), text.into())], &options)
}

/// The first problem: code, line, column, message and help together.
fn first(text: &str, lang: Lang) -> (&'static str, u32, u32, String) {
    let loaded = read(text, lang);
    let diagnostic = loaded.diagnostics.first().expect(text);
    let at = diagnostic.labels.first().map(|label| loaded.sources().locate(label.span)).unwrap();
    let help = diagnostic.help.clone().unwrap_or_default();
    (diagnostic.code, at.line, at.column, format!("{}; {help}", diagnostic.message))
}

#[test]
fn every_mistake_gets_its_place_and_its_remedy() {
    let mut wrong = Vec::new();
    for mistake in table::MISTAKES {
        let text = mistake.text();
        let (code, line, column, told) = first(&text, Lang::En);
        let right = (code, line, column) == (mistake.code, mistake.line, mistake.column)
            && told.contains(mistake.remedy);
        if !right {
            wrong.push(format!("{}: {code} {line}:{column} {told}", mistake.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(table::MISTAKES.len() >= 50);
}

#[test]
fn a_mistake_is_one_problem() {
    for mistake in table::MISTAKES.iter().filter(|mistake| mistake.code == "syntax") {
        let loaded = read(&mistake.text(), Lang::En);
        let codes: Vec<_> = loaded.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
        assert_eq!(codes, ["syntax"], "{}", mistake.name);
    }
}

#[test]
fn nothing_is_left_of_the_parsers_english() {
    const ENGLISH: [&str; 12] = [
        "the", "while", "not", "expected", "found", "this", "write", "is", "key", "a text", "with",
        "in",
    ];
    for mistake in table::MISTAKES {
        let (_, _, _, told) = first(&mistake.text(), Lang::Fr);
        // What stands between backquotes is the file's own.
        let prose: String = told.split('`').step_by(2).collect();
        let words: Vec<&str> = prose.split(|c: char| !c.is_alphabetic()).collect();
        assert!(!ENGLISH.iter().any(|word| words.contains(word)), "{}: {told}", mistake.name);
    }
}

#[test]
fn whatever_the_parser_says_is_told_in_the_users_language() {
    // Mutilations of a good file: every cut, and every sign put in at every place.
    let good = "trefonds: 1\nhome: [FR]\ncomponents:\n  a: {layer: service, name: 'x y'}\n  b:\n    layer: data\n    tags:\n      - t\n";
    let mut texts: Vec<String> = (0..good.len()).map(|at| good[..at].to_owned()).collect();
    for sign in [
        "\t", ":", ": ", "- ", "'", "\"", "[", "}", "#", " ", "\n", "%", "@", "&", "*", "!", "|",
        "?",
    ] {
        texts.extend((0..good.len()).map(|at| format!("{}{sign}{}", &good[..at], &good[at..])));
    }
    let english =
        ["did not find", "while parsing", "while scanning", "not allowed", "expected", "invalid"];
    for text in texts {
        for lang in [Lang::En, Lang::Fr] {
            let loaded = read(&text, lang);
            for diagnostic in loaded.diagnostics.iter().filter(|it| it.code == "syntax") {
                assert!(diagnostic.help.is_some(), "{text}");
                let told = &diagnostic.message;
                assert!(!english.iter().any(|words| told.contains(words)), "{told}\n{text}");
            }
        }
    }
}

/// Words that people write, in a file where each stands, and the word that must be suggested.
const WORDS: &[(&str, &str)] = &[
    ("components: {a: {layer: infra}}", "infrastructure"),
    ("components: {a: {layer: appli}}", "application"),
    ("components: {a: {layer: Hébergement}}", "hosting"),
    ("components: {a: {layer: logiciel}}", "software"),
    ("components: {a: {layer: données}}", "data"),
    ("components: {a: {layer: service, criticality: critique}}", "vital"),
    ("components: {a: {layer: service, criticality: majeure}}", "important"),
    ("components: {a: {layer: service, criticality: critical}}", "vital"),
    ("components: {a: {layer: data, operator: aucun}}", "none"),
    ("components: {a: {layer: data, depends_on: aucune}}", "none"),
    ("components: {a: {layer: data, operator: inconnu}}", "undisclosed"),
    ("components: {a: {layer: data, site: Suisse}}", "CH"),
    ("components: {a: {layer: data, site: états-unis}}", "US"),
    ("components: {a: {layer: data, data: [{class: c, form: chiffré}]}}", "encrypted"),
    ("components: {a: {layer: data, planned: oui}}", "true"),
    ("entities: {e: {country: USA}}", "US"),
    ("entities: {e: {country: Royaume-Uni}}", "GB"),
    ("entities: {e: {country: Allemagne}}", "DE"),
    ("entities: {e: {country: Germany}}", "DE"),
    ("entities: {e: {country: che}}", "CH"),
    ("entities: {e: {country: inconnu}}", "undisclosed"),
    ("entities: {e: {country: FR, owned_by: aucun}}", "none"),
    ("laws: {l: {jurisdiction: Union européenne, effect: access, reaches: []}}", "EU"),
    ("laws: {l: {jurisdiction: US, effect: accès, reaches: []}}", "access"),
];

#[test]
fn everyday_words_get_those_of_the_format() {
    let mut wrong = Vec::new();
    for (file, word) in WORDS {
        let loaded = read(&format!("trefonds: 1\nhome: [FR]\n{file}\n"), Lang::Fr);
        let wanted = format!("vouliez-vous dire `{word}`");
        let helps: Vec<_> = loaded.diagnostics.iter().filter_map(|it| it.help.clone()).collect();
        if !helps.iter().any(|help| help.contains(&wanted)) {
            wrong.push(format!("{file}: {helps:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_list_without_brackets_gets_them() {
    for (file, list) in [
        ("components: {a: {layer: data, depends_on: 'appli, autre'}}", "`[appli, autre]`"),
        ("components: {a: {layer: data}, b: {layer: data, site: 'FR, DE'}}", "`[FR, DE]`"),
        ("entities: {e: {country: 'FR; US'}}", "`[FR, US]`"),
    ] {
        let (_, _, _, told) = first(&format!("trefonds: 1\nhome: [FR]\n{file}\n"), Lang::En);
        assert!(told.contains(list), "{file}: {told}");
    }
}
