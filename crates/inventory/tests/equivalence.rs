//! The same facts give the same model, in YAML and in JSON, in one file and in several.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its files has failed")]

use trefonds_inventory::{LoadOptions, load_texts};
use trefonds_model::Inventory;

fn read(files: &[(&str, &str)]) -> Inventory {
    let files = files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
    let loaded = load_texts(files.collect(), &LoadOptions::default());
    assert_eq!(loaded.diagnostics, []);
    loaded.inventory.unwrap()
}

/// The whole model in words, without the places in files.
fn facts(inventory: &Inventory) -> String {
    let Inventory {
        title,
        home,
        as_of,
        newest_verified,
        components,
        entities,
        sites,
        laws,
        texts,
        notes,
        ..
    } = inventory;
    let all = format!(
        "{title:?}{home:?}{as_of:?}{newest_verified:?}{components:?}{entities:?}{sites:?}{laws:?}{texts:?}{notes:?}"
    );
    let mut pieces = all.split("Span {");
    let first = pieces.next().unwrap().to_owned();
    pieces.fold(first, |kept, piece| kept + piece.split_once('}').unwrap().1)
}

const YAML: &str = r#"
trefonds: 1
title: "Été \U0001F600"
home: [FR, EU]
as_of: 2026-11-01
components:
  a:
    layer: service
    depends_on:
    - b
    - any_of: [b, {all_of: [c]}]
      because: 'it''s so'
    operator: {entity: o, verified: 2026-01-01}
    site: [FR, s]
  b: {layer: data, data: {class: health, form: encrypted, keys: o}}
  c: {layer: software, suppliers: [{entity: o, on_withdrawal: survives}, undisclosed]}
entities:
  o: {country: FR, owned_by: [dispersed]}
sites:
  s: &s {country: FR}
  t: *s
laws: {}
"#;

const JSON: &str = r#"{
	"trefonds": 1, "title": "\u00c9t\u00e9 \ud83d\ude00", "home": ["FR", "EU"], "as_of": "2026-11-01",
	"components": {
		"a": {
			"layer": "service",
			"depends_on": ["b", {"any_of": ["b", {"all_of": ["c"]}], "because": "it's so"}],
			"operator": {"entity": "o", "verified": "2026-01-01"},
			"site": ["FR", "s"]
		},
		"b": {"layer": "data", "data": {"class": "health", "form": "encrypted", "keys": "o"}},
		"c": {"layer": "software", "suppliers": [{"entity": "o", "on_withdrawal": "survives"}, "undisclosed"]}
	},
	"entities": {"o": {"country": "FR", "owned_by": ["dispersed"]}},
	"sites": {"s": {"country": "FR"}, "t": {"country": "FR"}},
	"laws": {}
}"#;

#[test]
fn yaml_and_json() {
    let (yaml, json) = (read(&[("a.yaml", YAML)]), read(&[("a.json", JSON)]));
    assert_eq!(yaml.components.len(), 3);
    assert_eq!(facts(&yaml), facts(&json));
}

#[test]
fn json_is_yaml_too() {
    // But for escapes of surrogate pairs, which YAML does not join.
    let json = JSON.replace("\\ud83d\\ude00", "😀");
    assert_eq!(facts(&read(&[("a.json", &json)])), facts(&read(&[("a.yml", &json)])));
}

#[test]
fn files_are_read_as_if_they_were_one() {
    let (first, second) = YAML.split_at(YAML.find("entities:").unwrap());
    let several = read(&[("a.yaml", first), ("b.yaml", second)]);
    let one = read(&[("a.yaml", YAML)]);
    let ids = |inventory: &Inventory| format!("{:?}", inventory.texts).len();
    assert_eq!(ids(&several), ids(&one));
    assert_eq!(several.entities.len(), one.entities.len());
}
