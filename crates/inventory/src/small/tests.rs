use serde::Deserialize;

use super::*;

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Colour {
    Red,
    DarkBlue,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Door {
    colour: Colour,
    height: Option<u32>,
    name: Option<String>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct House {
    doors: Vec<Door>,
}

/// What is wrong: code, line and column of each problem.
fn problems(text: &str) -> Vec<(&'static str, u32, u32)> {
    let refused = read::<House>("a.yaml", text, Lang::En).unwrap_err();
    let place = |diagnostic: &Diagnostic| {
        let at =
            refused.sources.locate(diagnostic.labels.first().map(|it| it.span).unwrap_or_default());
        (diagnostic.code, at.line, at.column)
    };
    refused.diagnostics().iter().map(place).collect()
}

fn told(text: &str, lang: Lang) -> String {
    read::<House>("a.yaml", text, lang).unwrap_err().render(Style { colour: false, lang })
}

#[test]
fn values_and_their_places() {
    let text = "doors:\n  - colour: dark-blue\n    height: 3\n    name: 'no'\n";
    let (house, file) = read::<House>("a.yaml", text, Lang::En).unwrap();
    let name = Some("no".to_owned());
    assert_eq!(house.doors, [Door { colour: Colour::DarkBlue, height: Some(3), name }]);
    assert_eq!(file.place("doors[0]"), (2, 5));
    assert_eq!(file.place("doors[0].height"), (3, 13));
    assert_eq!(file.place("doors[0].width"), (2, 5));
    assert_eq!(file.place("windows"), (1, 1));
}

#[test]
fn an_unknown_key_gets_the_nearest() {
    let text = "doors:\n  - colour: red\n    hieght: 3\n";
    assert_eq!(problems(text), [("unknown-key", 3, 5)]);
    assert!(told(text, Lang::En).contains("did you mean `height`?"));
    assert_eq!(problems("dors: []\n"), [("missing-key", 1, 1), ("unknown-key", 1, 1)]);
}

#[test]
fn words_and_kinds_that_are_wrong() {
    let text = "doors: [{colour: dark-bleu}]";
    assert_eq!(problems(text), [("unknown-value", 1, 18)]);
    assert!(told(text, Lang::Fr).contains("vouliez-vous dire `dark-blue`"));
    assert_eq!(problems("doors: [{height: 2}]"), [("missing-key", 1, 9)]);
    assert_eq!(problems("doors: [{colour: red, height: tall}]"), [("wrong-type", 1, 31)]);
    assert_eq!(problems("[]"), [("wrong-type", 1, 1)]);
}

#[test]
fn all_problems_are_told_at_once() {
    let text = "doors:\n  - colour: bleu\n    height: tall\n  - {colour: red}\n  - hieght: 3\n    \
                name: [a]\n  - {colour: red, colour: red, width: 2}\n";
    let found = [
        ("unknown-value", 2, 13),
        ("wrong-type", 3, 13),
        ("missing-key", 5, 5),
        ("unknown-key", 5, 5),
        ("wrong-type", 6, 11),
        ("duplicate-key", 7, 19),
        ("unknown-key", 7, 32),
    ];
    assert_eq!(problems(text), found);
}

#[test]
fn what_is_not_read_is_refused() {
    for (text, code) in [
        ("doors: [", "syntax"),
        ("a: &x 1\nb: *x\n", "syntax"),
        ("doors: []\n---\ndoors: []\n", "several-documents"),
        ("", "empty-file"),
        ("? [a]\n: b\n", "key-not-text"),
        ("doors: !x []\n", "tag"),
    ] {
        assert!(
            problems(text).iter().any(|problem| problem.0 == code),
            "{text:?}: {:?}",
            problems(text)
        );
    }
    let deep = "[".repeat(100_000);
    assert_eq!(problems(&deep)[0].0, "too-deep");
    assert_eq!(problems("doors:\n\t- colour: red\n"), [("syntax", 2, 1)]);
}

#[test]
fn nothing_of_serdes_english_is_left() {
    for text in [
        "doors: [{colour: red, height: tall}]",
        "doors: [{colour: red, height: -2}]",
        "doors: [{colour: red, name: 3}]",
        "doors: [{colour: [red]}]",
        "doors: red",
        "doors: [red]",
    ] {
        let told = told(text, Lang::Fr);
        for word in ["invalid", "expected", "string", "struct", "integer", "sequence", "variant"] {
            assert!(!told.contains(word), "{text}: {told}");
        }
    }
}
