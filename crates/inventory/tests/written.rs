//! What is written reads back: the same declarations, and the same text again.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a file that does not come back has failed")]

#[path = "written/down_and_back.rs"]
mod down_and_back;

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use trefonds_declare::forms::{Component, Declarations, Entity, Name, Need, Note, Requirement};
use trefonds_declare::{
    Fact, Remarks, SourceAt, SubjectKind, declarations, facts, model_again, write,
};
use trefonds_inventory::{LoadOptions, Style, load, load_texts, parse_file, render};
use trefonds_lang::Lang;
use trefonds_model::{Inventory, Jurisdiction, Layer, Minutes, Stated};
use trefonds_source::{SourceMap, Span};

/// Every declaration, without its place.
fn placeless(model: &Inventory) -> Vec<Fact> {
    let mut all = facts(model).facts;
    for fact in &mut all {
        fact.at = SourceAt::default();
    }
    all
}

fn with_the_catalogue() -> LoadOptions<'static> {
    LoadOptions { shelf: Some(&trefonds_catalogue::Embedded), ..LoadOptions::default() }
}

fn read(files: Vec<(String, String)>) -> Inventory {
    let bytes = files.iter().map(|(name, text)| (name.clone(), text.clone().into_bytes()));
    let loaded = load_texts(bytes.collect(), &with_the_catalogue());
    let report = || render(&loaded.diagnostics, loaded.sources(), Style::default());
    assert!(loaded.inventory.is_some(), "{}\n{files:?}", report());
    loaded.inventory.unwrap()
}

/// A file, read and written again.
fn rewritten(name: &str, text: &str) -> String {
    let mut sources = SourceMap::default();
    let id = sources.add(name, text.to_owned());
    let parsed = parse_file(id, sources.file(id).unwrap(), &LoadOptions::default());
    write(&parsed.facts, &Remarks::default()).unwrap_or_else(|why| panic!("{name}: {why}"))
}

/// The law, of files and of the model that they make.
fn comes_back(files: &[(String, String)], name: &str) {
    let model = read(files.to_vec());
    let again: Vec<(String, String)> = (files.iter())
        .map(|(name, text)| (Path::new(name).with_extension("yaml"), rewritten(name, text)))
        .map(|(path, text)| (path.display().to_string(), text))
        .collect();
    assert_eq!(placeless(&read(again.clone())), placeless(&model), "{name}");
    for (name, text) in &again {
        assert_eq!(rewritten(name, text), *text, "{name}");
    }

    let said = facts(&model);
    assert_eq!(facts(&model_again(&said).unwrap()), said, "{name}");
    let declared = declarations(&said, Lang::En, &mut SourceMap::default()).unwrap();
    let whole = write(&declared, &Remarks::default()).unwrap();
    let model_again = read(vec![("whole.yaml".to_owned(), whole.clone())]);
    assert_eq!(placeless(&model_again), placeless(&model), "{name}: {whole}");
    let said = facts(&model_again);
    let declared = declarations(&said, Lang::En, &mut SourceMap::default()).unwrap();
    assert_eq!(write(&declared, &Remarks::default()).unwrap(), whole, "{name}");
}

/// The inventories of the repository.
fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut folders = Vec::new();
    for parent in ["inventories", "tests/inventories", "tests/situations", "tests/scenarios"] {
        let entries = std::fs::read_dir(root.join(parent)).unwrap();
        folders.extend(entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()));
    }
    folders.sort();
    folders
}

#[test]
fn every_inventory_of_the_repository_comes_back() {
    let mut read = 0;
    for folder in folders() {
        let Some(model) = load(&folder, &with_the_catalogue()).inventory else { continue };
        let own = model.sources.iter().filter(|(_, it)| !it.name().starts_with("catalogue "));
        let files = own.map(|(_, it)| (it.name().to_owned(), it.text().to_owned()));
        comes_back(&files.collect::<Vec<_>>(), &folder.display().to_string());
        read += 1;
    }
    assert!(read > 70, "{read}");
}

#[test]
fn all_that_can_be_said_comes_back() {
    let text = include_str!("../../diff/tests/diff/everything.yaml");
    comes_back(&[("all.yaml".to_owned(), text.to_owned())], "everything");
}

const DECLARED: &str = "\
trefonds: 1
home: [FR]
components:
  a: {layer: service, depends_on: [b, {any_of: [b, c]}], tags: [x], planned: true, candidate: true}
  b: {layer: software, depends_on: [c]}
  c: {layer: software, suppliers: [acme], changed_by: none, needs_places: all, restarts_in: 2h, recovers_with: a}
entities:
  acme: {country: FR}
sites:
  paris: {country: FR}
  campus: {country: FR}
";

const AMENDS: &str = "\
amend:
  components:
    a:
      name: A
      tags: []
      same_as: {sys_id: [x1, x2], purl: pkg/generic}
      depends_on:
        add:
          - c
          - needs: b
            tolerates: 4h
            because: there is a paper procedure for the first hours of it
        remove: [{any_of: [c, b]}]
      planned: false
      candidate: false
    b:
      depends_on: none
      site: undisclosed
      alternatives:
        other: {cost: 1, suppliers: none}
      verified: true
    c:
      suppliers: [acme, {undisclosed: {not: [US]}}]
      changed_by:
        - entity: acme
          how: remote maintenance
          because: on call, and its agent is always there
          verified: 2026-01-01
        - {undisclosed: {not: [US]}}
      site: [paris, FR]
      needs_places: 2
      restarts_in: 0h
      recovers_with: none
      source: answer of the supplier
  entities:
    acme: {name: Acme, owned_by: dispersed}
  sites:
    paris: {operator: acme, within: campus, until: 2030-01-01, verified: 2026-01-01}
";

#[test]
fn amendments_are_written_as_such_and_made() {
    let files = [("a.yaml", DECLARED), ("b.yaml", AMENDS)];
    let files = files.map(|(name, text)| (name.to_owned(), text.to_owned()));
    comes_back(&files, "amendments");
    assert_eq!(rewritten("b.yaml", AMENDS), AMENDS);
    // Those that say nothing but a candidate, and those of a file that declares what it amends.
    comes_back(&[("one.yaml".to_owned(), format!("{DECLARED}{AMENDS}"))], "in one file");
}

#[test]
fn what_is_said_badly_is_not_written() {
    let text = "components:\n  a b: {depends_on: {any_of: []}}\nlaws:\n  l: {effect: access}\n";
    let mut sources = SourceMap::default();
    let id = sources.add("a.yaml", text.to_owned());
    let parsed = parse_file(id, sources.file(id).unwrap(), &LoadOptions::default());
    let refused = write(&parsed.facts, &Remarks::default()).unwrap_err();
    let faults = refused.faults.iter().map(ToString::to_string);
    let expected = [
        "a b : not an id",
        "a b layer: is not said",
        "l jurisdiction: is not said",
        "l reaches: has no item",
    ];
    assert_eq!(faults.collect::<Vec<_>>(), expected);
}

/// Texts that are more than letters to somebody.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a",
        "é",
        " ",
        "  ",
        ":",
        ": ",
        "#",
        " #",
        "-",
        "- ",
        "?",
        ",",
        "[",
        "]",
        "{",
        "}",
        "'",
        "\"",
        "\\",
        "\n",
        "\r",
        "\t",
        "\0",
        "\u{7f}",
        "\u{85}",
        "\u{a0}",
        "\u{2028}",
        "\u{202e}",
        "\u{feff}",
        "\u{fffe}",
        "\u{1f600}",
        "&",
        "*",
        "!",
        "|",
        ">",
        "%",
        "@",
        "`",
        "~",
        "null",
        "true",
        "NO",
        "yes",
        "2026",
        "0x1",
        ".",
        "e3",
        "...",
        "---",
        "<<",
        "none",
        "undisclosed",
        "/",
        "http://x",
        "=",
        "東",
    ]);
    let joined = prop::collection::vec(pieces, 0..8).prop_map(|pieces| pieces.concat());
    prop_oneof![joined, any::<String>()]
}

proptest! {
    #[test]
    fn any_text_comes_back(texts in prop::collection::vec(text(), 7)) {
        let at = Span::default();
        let name = |text: &'static str| Name { text: text.into(), at };
        let said = |at: usize| Some(Cow::Borrowed(texts[at].as_str()));
        let needed = Requirement {
            need: Need::Component(name("b")),
            soft: false,
            tolerates: Minutes::ZERO,
            starts_in: None,
            because: said(0),
            note: Some(Box::new(Note {
                source: Some(Name { text: Cow::Borrowed(&texts[1]), at }),
                ..Note::default()
            })),
            at,
        };
        let service = Component {
            layer: Some(Layer::Service),
            name: said(2),
            owner: said(3),
            tags: vec![Cow::Borrowed(texts[4].as_str()), "x".into()],
            requirements: Stated::complete(vec![needed], at),
            ..Component::unsaid(name("a"))
        };
        let other = Component { layer: Some(Layer::Software), ..Component::unsaid(name("b")) };
        let declared = Declarations {
            version: Some(at),
            title: Some(Name { text: Cow::Borrowed(&texts[5]), at }),
            home: Some((vec![Jurisdiction::parse("NO").unwrap()], at)),
            components: vec![service, other],
            entities: vec![Entity { name: said(6), ..Entity::unsaid(name("e")) }],
            ..Declarations::default()
        };
        let mut remarks = Remarks::default().with_head(texts[0].clone());
        remarks.add(SubjectKind::Component, "a", &texts[1]);
        let written = write(&declared, &remarks).unwrap();
        let model = read(vec![("a.yaml".to_owned(), written.clone())]);
        let component = &model.components[0];
        let requirement = &component.requirements.items[0];
        let source = model.notes.get(requirement.note).source.unwrap();
        let found = [
            requirement.because.map(|it| model.text(it)),
            Some(model.source_id(source)),
            component.name.map(|it| model.text(it)),
            component.owner.map(|it| model.text(it)),
            component.tags.first().map(|it| model.text(*it)),
            model.title.map(|it| model.text(it)),
            model.entities[0].name.map(|it| model.text(it)),
        ];
        let expected: Vec<Option<&str>> = texts.iter().map(|it| Some(it.as_str())).collect();
        prop_assert_eq!(found.to_vec(), expected, "{}", written);
        prop_assert_eq!(rewritten("a.yaml", &written), write(&declared, &Remarks::default()).unwrap());
    }
}
