//! Inventories that are accepted, and states of the file system that are not.

#![allow(clippy::panic, reason = "a refused inventory fails the test with its report")]

use std::fs;
use std::path::{Path, PathBuf};

use trefonds_inventory::{
    Limits, LoadOptions, Loaded, Style, diagnostics_json, load, load_texts, render,
};
use trefonds_lang::Lang;
use trefonds_model::{Inventory, Need, OnWithdrawal, Place, Rest};

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn accepted(loaded: Loaded) -> Inventory {
    let report = render(&loaded.diagnostics, loaded.sources(), Default::default());
    loaded.inventory.unwrap_or_else(|| panic!("{report}"))
}

fn codes(loaded: &Loaded) -> Vec<&str> {
    loaded.diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
}

fn texts(files: &[(&str, &str)]) -> Loaded {
    let files = files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
    load_texts(files.collect(), &LoadOptions::default())
}

#[test]
fn the_sketch_of_the_format() {
    let inventory = accepted(load(&here("tests/sketch"), &LoadOptions::default()));
    assert_eq!(inventory.day().unwrap().to_string(), "2026-11-01");
    assert_eq!(inventory.newest_verified, None, "no end of a contract makes the day");
    let names: Vec<&str> = inventory.components.iter().map(|it| inventory.text(it.id)).collect();
    assert_eq!(names[0], "lab-results", "others.yaml comes before trefonds.yaml");
    let record =
        inventory.components.iter().find(|it| inventory.text(it.id) == "patient-record").unwrap();
    assert_eq!(record.suppliers.rest, Rest::Nothing);
    assert_eq!(record.suppliers.items[0].on_withdrawal, OnWithdrawal::NotSaid);
    assert!(
        matches!(record.suppliers.items[1].on_withdrawal, OnWithdrawal::StopsAfter(minutes) if minutes.0 == 90 * 24 * 60)
    );
    let mail = inventory.components.iter().find(|it| inventory.text(it.id) == "mail").unwrap();
    assert!(
        matches!(mail.locations.items[0].place, Place::Country(country) if country.code() == "FR")
    );
    let care =
        inventory.components.iter().find(|it| inventory.text(it.id) == "emergency-care").unwrap();
    assert!(
        matches!(&care.requirements.items[2].need, Need::AtLeast { k: 2, of } if of.len() == 3)
    );
    assert!(care.requirements.items[4].soft);
}

#[test]
fn text_is_taken_as_it_is_written() {
    let text = "trefonds: 1\ntitle: 2026\nhome: [NO]\ncomponents:\n  1e3: {layer: service, owner: 12, name: on, tags: [yes, 1.0]}\n";
    let inventory = accepted(texts(&[("a.yaml", text)]));
    let component = &inventory.components[0];
    assert_eq!(inventory.text(inventory.title.unwrap()), "2026");
    assert_eq!(inventory.home[0].code(), "NO");
    assert_eq!(inventory.text(component.id), "1e3");
    assert_eq!(inventory.text(component.owner.unwrap()), "12");
    assert_eq!(inventory.text(component.name.unwrap()), "on");
}

#[test]
fn one_file_is_an_inventory_and_json_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("all.json");
    fs::write(&path, "{\"trefonds\": 1, \"home\": [\"FR\"],\n\t\"components\": {\"a\": {\"layer\": \"service\"}}}").unwrap();
    assert_eq!(accepted(load(&path, &LoadOptions::default())).components.len(), 1);
}

#[test]
fn missing_folder_and_folder_without_inventory() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(".hidden.yaml"), "x").unwrap();
    fs::write(folder.path().join("notes.txt"), "x").unwrap();
    fs::create_dir(folder.path().join("node_modules")).unwrap();
    fs::write(folder.path().join("node_modules/a.yaml"), "x").unwrap();
    let options = LoadOptions::default();
    assert_eq!(codes(&load(folder.path(), &options)), ["no-inventory-file"]);
    assert_eq!(codes(&load(&folder.path().join("nowhere"), &options)), ["not-found"]);
}

#[cfg(unix)]
#[test]
fn links_to_nowhere_and_links_to_above() {
    let folder = tempfile::tempdir().unwrap();
    let link = |target: &Path, name: &str| {
        std::os::unix::fs::symlink(target, folder.path().join(name)).unwrap()
    };
    link(folder.path(), "loop");
    link(Path::new("nowhere"), "broken.yaml");
    link(Path::new("nowhere"), ".#locked.yaml");
    let loaded = load(folder.path(), &LoadOptions::default());
    assert_eq!(codes(&loaded), ["unreadable", "symlink-loop"]);
    assert!(loaded.diagnostics[1].path.as_ref().unwrap().ends_with("/loop"));
}

#[test]
fn more_text_than_the_limit_is_refused_unread() {
    let limits = Limits { bytes: 20, ..Limits::default() };
    let options = LoadOptions { limits, ..LoadOptions::default() };
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.yaml"), "trefonds: 1\n").unwrap();
    fs::write(folder.path().join("b.yaml"), "home: [FR, EU]\n").unwrap();
    assert_eq!(codes(&load(folder.path(), &options)), ["too-large"]);
}

#[test]
fn an_unreadable_file_keeps_references_from_being_called_unknown() {
    let loaded = texts(&[
        (
            "a.yaml",
            "trefonds: 1\nhome: [FR]\ncomponents:\n  a: {layer: service, depends_on: [b]}\n",
        ),
        ("b.yaml", "components: {b: {layer: service}\n"),
    ]);
    assert_eq!(codes(&loaded), ["syntax"]);
}

#[test]
fn reports_are_in_the_language_asked_for_and_hold_no_control_characters() {
    let text = "trefonds: 1\nhome: [FR]\ncolour: \"\\e[31m\" # \u{9b}x\n".as_bytes().to_vec();
    let options = LoadOptions { lang: Lang::Fr, ..LoadOptions::default() };
    let loaded = load_texts(vec![("a.yaml".to_owned(), text)], &options);
    let style = Style { colour: false, lang: Lang::Fr };
    let report = render(&loaded.diagnostics, loaded.sources(), style);
    assert!(report.starts_with("erreur[unknown-key]: clé inconnue `colour`"), "{report}");
    assert!(report.contains("aide: clés possibles ici"), "{report}");
    assert!(!report.chars().any(|c| c.is_control() && c != '\n'), "{report:?}");
    let json = diagnostics_json(&loaded.diagnostics, loaded.sources());
    assert_eq!(
        (&json[0]["file"], &json[0]["line"], &json[0]["column"]),
        (&"a.yaml".into(), &3.into(), &1.into())
    );
}

#[test]
fn a_problem_in_a_very_long_line_is_quoted_with_its_true_column() {
    let components: Vec<String> =
        (0..2000).map(|at| format!("\"c{at}\":{{\"layer\":\"servce\"}}")).collect();
    let text =
        format!("{{\"trefonds\":1,\"home\":[\"FR\"],\"components\":{{{}}}}}", components.join(","));
    let loaded = texts(&[("a.json", &text)]);
    let report = render(&loaded.diagnostics[..1], loaded.sources(), Style::default());
    let column = text.find("\"servce\"").unwrap() + 1;
    assert!(report.contains(&format!("--> a.json:1:{column}\n")), "{report}");
    assert!(report.len() < 500 && report.contains("\"servce\""), "{report}");
}
