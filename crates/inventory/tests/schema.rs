//! The JSON Schema is one, and accepts and rejects what the reader does, as far as a schema can.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its files has failed")]

use serde_json::{Value, json};
use trefonds_declare::forms::Edition;
use trefonds_declare::{Shelf, SubjectKind, Wanted};
use trefonds_inventory::{LoadOptions, load_texts, schema, starter};
use trefonds_lang::Lang;

fn schema_value() -> Value {
    serde_json::from_str(schema()).unwrap()
}

fn is_valid(instance: &Value) -> bool {
    jsonschema::validator_for(&schema_value()).unwrap().is_valid(instance)
}

fn is_read(instance: &Value) -> bool {
    let file = ("a.json".to_owned(), serde_json::to_vec(instance).unwrap());
    load_texts(vec![file], &LoadOptions::default()).inventory.is_some()
}

/// An inventory in which everything is said.
fn full() -> Value {
    json!({
        "trefonds": 1, "title": "All", "home": ["FR", "EEA"], "as_of": "2026-11-01",
        "currency": "EUR", "asks": {"parents": "legal", "on-withdrawal": "purchasing"},
        "components": {
            "a": {
                "layer": "service", "name": "A", "criticality": "vital", "owner": "me", "tags": ["x"],
                "same_as": {"sys_id": "12ab", "purl": ["pkg:a", "pkg:b"]},
                "depends_on": [
                    "b", {"needs": "c", "tolerates": "4h", "because": "so"},
                    {"soft": {"any_of": ["d", "e"]}}, {"at_least": 2, "of": ["d", "e", {"all_of": ["f"], "starts_in": "1d"}]},
                    {"any_of": ["b", {"needs": "c", "starts_in": "4h"}]}
                ],
                "operator": ["o", {"entity": "p", "from": "2020-01-01", "verified": true}],
                "suppliers": ["o", {"entity": "p", "on_withdrawal": "stops after 90d"}, "undisclosed"],
                "changed_by": ["o", {"entity": "p", "how": "automatic updates", "because": "so", "source": "talk"}, "undisclosed"],
                "site": ["FR", {"site": "s"}, {"country": "DE", "source": "map"}], "needs_places": 2,
                "restarts_in": "90min", "recovers_with": ["b", {"needs": "c", "because": "a portal", "until": "2030-01-01"}],
                "data": [{"class": "health", "form": "encrypted", "keys": ["o"]}, {"form": "clear"}],
                "alternatives": {
                    "other-maker": {
                        "cost": 120000, "lead_time": "6mo", "suppliers": ["q"], "depends_on": ["b"],
                        "operator": "o", "site": "DE", "data": "none", "excludes": "stock"
                    },
                    "stock": {
                        "name": "Stock", "cost": 0, "requires": ["twin"], "source": "offer",
                        "terms": [{"entity": "p", "on_withdrawal": "survives"}]
                    },
                    "twin": {"cost": 7, "stand_in": "g", "until": "2030-01-01"},
                    "cold-twin": {"cost": 7, "stand_in": {"needs": "g", "starts_in": "4h"}},
                    "alone": {"cost": 7, "changed_by": "none", "needs_places": "all"},
                    "quick": {"cost": 7, "restarts_in": "0h", "recovers_with": "none"}
                },
                "description": "text", "verified": "2026-01-01"
            },
            "g": {"layer": "service", "planned": true},
            "b": {"layer": "data", "depends_on": "none", "data": "undisclosed"},
            "c": {"layer": "software"}, "d": {"layer": "software"},
            "e": {"layer": "software"}, "f": {"layer": "software"}
        },
        "entities": {
            "o": {"country": {"code": "FR", "until": "2030-01-01"}, "lei": "HWUPKR0MPOU8FGXBT394",
                  "owned_by": ["p", {"entity": "q", "votes": "23.9%"}, {"dispersed": "10%"}, "undisclosed"]},
            "p": {"country": "undisclosed", "controlled_by": ["q", {"entity": "o", "by": "board"}]},
            "q": {"owned_by": [{"entity": "p", "votes": {"at_least": "40%"}}, {"entity": "o", "votes": "1%..2%"}]}
        },
        "sites": {"s": {"country": ["FR"], "operator": "none", "within": "campus"}, "campus": {}},
        "organisation": "o",
        "laws": {"l": {"jurisdiction": "US", "effect": "denial",
                       "reaches": [{"channel": "supply", "link": "technology", "grade": "arguable", "after": "90d"}],
                       "targets": ["organisation", "p", {"entity": "q"}], "spares": "organisation"},
                 "m": {"jurisdiction": "US", "effect": "access", "reaches": {"channel": "change", "link": "direct"}}},
        "sources": {
            "register": {"title": "Register", "publisher": "State", "date": "2026-05", "link": "https://example.org"},
            "talk": {"title": "A talk", "date": 2026}
        },
        "amend": {
            "components": {
                "a": {"owner": "Bob", "depends_on": {"add": [{"needs": "f", "tolerates": "1h"}], "remove": "b"}},
                "b": {"depends_on": {"add": "c"}, "operator": "undisclosed", "candidate": false},
                "g": {"changed_by": "q", "needs_places": "all", "restarts_in": "2h", "recovers_with": "none"}
            },
            "entities": {"p": {"country": "FR", "source": "register"}},
            "sites": {"s": {"operator": {"entity": "o", "source": "lease"}, "within": "campus"}}
        }
    })
}

#[test]
fn the_schema_is_one() {
    jsonschema::meta::validate(&schema_value()).unwrap();
}

#[test]
fn what_is_read_is_accepted() {
    assert!(is_read(&full()));
    let validator = jsonschema::validator_for(&schema_value()).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(&full()).map(|error| error.to_string()).collect();
    assert_eq!(errors, [""; 0]);
}

#[test]
fn what_is_not_read_is_rejected() {
    for (path, value) in [
        ("/trefonds", json!(2)),
        ("/home", json!([])),
        ("/as_of", json!("1 May")),
        ("/components/a/layer", json!("midleware")),
        ("/components/a/depends_on", json!([{"needs": "b", "any_of": ["c"]}])),
        ("/components/a/depends_on", json!([{"any_of": []}])),
        ("/components/a/depends_on", json!([{"at_least": 1}])),
        ("/components/a/depends_on", json!(["none"])),
        ("/components/a/operator", json!(null)),
        ("/components/a/site", json!({"site": "s", "country": "FR"})),
        ("/components/a/data", json!({"form": "clear", "keys": "o"})),
        ("/components/a/data", json!("health")),
        ("/components/a/needs_places", json!(0)),
        ("/components/a/needs_places", json!("most")),
        ("/components/a/restarts_in", json!("soon")),
        ("/components/a/recovers_with", json!({"any_of": ["b", "c"]})),
        ("/components/a/recovers_with", json!("undisclosed")),
        ("/components/a/changed_by", json!({"entity": "p", "how": "by hand"})),
        ("/components/a/alternatives/cold-twin/stand_in", json!({"starts_in": "4h"})),
        ("/laws/l/targets", json!([])),
        ("/laws/l/effect", json!("access")),
        ("/laws/m/reaches/channel", json!("ownership")),
        ("/sites/s/within", json!(["campus"])),
        ("/components/b", json!({"name": "no layer"})),
        ("/components/b", json!({"layer": "data", "colour": "red"})),
        ("/amend/components/a/depends_on", json!({"add": ["c"], "needs": "d"})),
        ("/amend/components/a", json!({"colour": "red"})),
        ("/sources/talk", json!({"publisher": "no title"})),
        ("/sources/talk/date", json!("2026-13")),
        ("/amend", json!({"laws": {"l": {"name": "x"}}})),
        ("/entities/o/owned_by", json!([{"votes": "10%"}])),
        ("/entities/o/owned_by", json!([{"entity": "q", "votes": "130%"}])),
        ("/entities/o/country", json!("fr")),
        ("/laws/l", json!({"jurisdiction": "US", "effect": "access"})),
    ] {
        let mut instance = full();
        *instance.pointer_mut(path).unwrap() = value.clone();
        assert!(!is_read(&instance), "read: {path} {value}");
        assert!(!is_valid(&instance), "valid: {path} {value}");
    }
}

/// A catalogue of an edition, and no more.
#[derive(Debug)]
struct Bare(Edition);

impl Shelf for Bare {
    fn edition(&self) -> Edition {
        self.0
    }

    fn offers(&self) -> Vec<&str> {
        Vec::new()
    }

    fn ids(&self, _: SubjectKind) -> Vec<&str> {
        Vec::new()
    }

    fn texts(&self, _: &Wanted) -> Vec<(String, String)> {
        Vec::new()
    }
}

#[test]
fn the_starter_is_read_without_a_word() {
    for lang in [Lang::En, Lang::Fr] {
        let bare = Bare(Edition { year: 2031, month: 2 });
        let files = starter(lang, None, bare.0)
            .into_iter()
            .map(|(path, text)| (path.to_owned(), text.into_bytes()));
        let options = LoadOptions { shelf: Some(&bare), ..LoadOptions::default() };
        let loaded = load_texts(files.collect(), &options);
        assert_eq!(loaded.diagnostics, []);
        assert!(loaded.inventory.is_some());
    }
}
