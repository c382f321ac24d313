//! Problems with what stands in no text say where it is, to people and to programs.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its files has failed")]

use trefonds_declare::forms::{Component, Declarations, Entity, Name, Noted};
use trefonds_declare::{Door, SourceAt, facts, model_again, resolve};
use trefonds_inventory::{Style, diagnostics_json, render};
use trefonds_lang::Lang;
use trefonds_model::{Country, Inventory, Jurisdiction, Layer, Stated};
use trefonds_source::{Diagnostic, SourceMap, Spot};

/// What an import of a workbook and of a table might declare; `operator` is named in a cell.
fn imported(operator: &'static str) -> (Inventory, Vec<Diagnostic>, SourceMap) {
    let mut sources = SourceMap::default();
    let mut cell = |row, column| {
        sources.add_spot("si.xlsx", Spot::Cell { sheet: "Applis".to_owned(), row, column })
    };
    let (id, run_by) = (cell(12, 1), cell(12, 3));
    let mut row = |row| sources.add_spot("companies.csv", Spot::Row { row, column: None });
    let (first, again) = (row(2), row(3));
    let root = sources.add_spot("catalogue", Spot::Entry("fr".to_owned()));
    let name = |text: &'static str, at| Name { text: text.into(), at };
    let operator = Noted { value: name(operator, run_by), note: None, at: run_by };
    let mail = Component {
        layer: Some(Layer::Application),
        operators: Stated::complete(vec![operator], run_by),
        ..Component::unsaid(name("mail", id))
    };
    let company = |id, at| {
        let country = Noted { value: Country::parse("FR").unwrap(), note: None, at };
        Entity { country: Stated::complete(vec![country], at), ..Entity::unsaid(name(id, at)) }
    };
    let other = if operator_is_known(&mail) { "other" } else { "acme" };
    let declared = Declarations {
        version: Some(root),
        home: Some((vec![Jurisdiction::parse("FR").unwrap()], root)),
        components: vec![mail],
        entities: vec![company("acme", first), company(other, again)],
        ..Declarations::default()
    };
    let (lang, slip) = (Lang::En, |_, _: &str| None);
    let door = Door { lang, complete: true, first_file: "", as_of: None, further: None, slip };
    let resolved = resolve(vec![declared], &door);
    let inventory = Inventory { sources: sources.clone(), ..resolved.inventory };
    (inventory, resolved.diagnostics, sources)
}

fn operator_is_known(mail: &Component<'_>) -> bool {
    mail.operators.items.iter().all(|it| it.value.text == "acme")
}

#[test]
fn problems_are_told_with_the_cell_and_the_row() {
    let (_, diagnostics, sources) = imported("nobody");
    let told = |lang| render(&diagnostics, &sources, Style { lang, ..Style::default() });
    let (english, french) = (told(Lang::En), told(Lang::Fr));
    for words in
        ["--> si.xlsx, sheet Applis, cell C12", "companies.csv, row 2", "companies.csv, row 3"]
    {
        assert!(english.contains(words), "{english}");
    }
    for words in ["--> si.xlsx, feuille Applis, cellule C12", "companies.csv, ligne 3"] {
        assert!(french.contains(words), "{french}");
    }
    let json = diagnostics_json(&diagnostics, &sources);
    let problems = json.as_array().unwrap();
    let unknown = problems.iter().find(|it| it["code"] == "unknown-reference").unwrap();
    assert_eq!(unknown["file"], "si.xlsx");
    assert_eq!(unknown["spot"]["cell"]["row"], 12);
    assert!(unknown["line"].is_null() && unknown["column"].is_null());
    let twice = problems.iter().find(|it| it["code"] == "duplicate-id").unwrap();
    assert_eq!(twice["spot"]["row"]["row"], 3);
    assert_eq!(twice["related"][0]["spot"]["row"]["row"], 2);
}

#[test]
fn facts_keep_them_on_the_way_through_a_snapshot() {
    let (inventory, diagnostics, _) = imported("acme");
    assert_eq!(diagnostics, []);
    let said = facts(&inventory);
    let place = |id: &str| said.facts.iter().find(|it| it.key.id == id).unwrap().at.clone();
    assert_eq!(place("acme").to_string(), "companies.csv#row=2");
    assert_eq!(place("mail").to_string(), "si.xlsx#Applis!A12");
    let kept = serde_json::to_string(&said).unwrap();
    let read: trefonds_declare::Facts = serde_json::from_str(&kept).unwrap();
    assert_eq!(facts(&model_again(&read).unwrap()), said);
    // A place in a file is kept as it was before there were others.
    let text = serde_json::to_value(SourceAt::text("a.yaml", 1, 2)).unwrap();
    assert_eq!(text, serde_json::json!({"file": "a.yaml", "line": 1, "column": 2}));
}
