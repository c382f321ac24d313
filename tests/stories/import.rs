//! `import`: tables of other tools, in a folder of their own, with an account of every row.

use std::path::{Path, PathBuf};

use crate::harness::{Outcome, Story, program};

const MAPPING: &str = "\
trefonds-mapping: 1
name: cmdb
source: CMDB export 2026-11-20
read: {delimiter: \";\", encoding: windows-1252, not_said: [N/A], none: [aucun], undisclosed: [\"?\"]}
tables:
  - file: ci.csv
    where: {status: [Operational]}
    component:
      id: sys_id
      name: name
      layer: {column: class, values: {cmdb_ci_service: service, cmdb_ci_appl: application, cmdb_ci_server: infrastructure}}
      criticality: {column: crit, values: {\"1 - most critical\": vital}}
      suppliers: {column: vendor, split: \",\", match: name}
      country: country
  - file: firms.csv
    entity: {id: num, name: name, country: country, lei: lei}
  - file: rel.csv
    edges:
      {from: parent, to: child, match: name, by: type, values: {\"Depends on::Used by\": needs, \"Contains::Contained by\": ignore}}
";

/// Windows-1252: a row too many, a class that no line names, two of one name, a country that is none.
const CI: &[u8] = b"sys_id;name;class;status;crit;vendor;country\n\
a1;Courriel;cmdb_ci_service;Operational;1 - most critical;aucun;France\n\
a2;H\xF4te 1;cmdb_ci_server;Operational;;Acme,Globex;Deutschland\n\
a3;Vieux;cmdb_ci_server;Retired;;;\n\
a4;Twin;cmdb_ci_appl;Operational;4 - low;?;Ruritania\n\
a5;Twin;cmdb_ci_appl;Operational;;N/A;\n\
a6;Switch;cmdb_ci_netgear;Operational;;;\n\
a1;Courriel bis;cmdb_ci_service;Operational;;;\n";

const FIRMS: &str = "num;name;country;lei\n\
1;Acme;US;HWUPKR0MPOU8FGXBT394\n\
2;Acme Inc.;US;HWUPKR0MPOU8FGXBT394\n";

const REL: &[u8] = b"parent;type;child\n\
Courriel;Depends on::Used by;H\xF4te 1\n\
Courriel;Depends on::Used by;H\xF4te 1\n\
H\xF4te 1;Depends on::Used by;Baie 7\n\
Courriel;Contains::Contained by;Twin\n\
Courriel;Depends on::Used by;Twin\n\
Courriel;Owns::Owned by;H\xF4te 1\n";

struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        let files: [(&str, &[u8]); 5] = [
            ("map.yaml", MAPPING.as_bytes()),
            ("ci.csv", CI),
            ("firms.csv", FIRMS.as_bytes()),
            ("rel.csv", REL),
            ("si/trefonds.yaml", b"trefonds: 1\nhome: [FR]\n"),
        ];
        std::fs::create_dir(place.path("si")).unwrap();
        files.iter().for_each(|(name, text)| place.write(name, text));
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), text).unwrap();
    }

    fn text(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    fn story(&self, more: &[&str]) -> Story {
        let at = |name: &str| self.path(name).to_str().unwrap().to_owned();
        let args = ["ci.csv", "firms.csv", "rel.csv"].map(at);
        let story = program().args(["import", "csv"]).args(args);
        story.args(["--mapping", &at("map.yaml"), "--into", &at("si")]).args(more)
    }

    fn check(&self, code: i32) -> Outcome {
        program().args(["check", self.path("si").to_str().unwrap()]).exits_with(code)
    }
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|it| it.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn every_row_is_a_fact_or_in_the_account() {
    let place = Place::new();
    let told = place.story(&[]).succeeds();
    let told = told.says("Written: imported/cmdb, from CMDB export 2026-11-20");
    let told = told.says("ci.csv: rows 7 = things 4 + edges 0 + left out 3");
    let told = told.says("firms.csv: rows 2 = things 1 + edges 0 + left out 1");
    let told = told.says("rel.csv: rows 6 = things 0 + edges 2 + left out 4");
    let told = told.says("rows without a layer, first `a6`").says("1 × cmdb_ci_netgear");
    let told = told.says("1 × Owns::Owned by (rel.csv, line 7, type)").says("Ruritania");
    let told = told.says(
        "names that several things have, all of which may be meant, first `Courriel -> Twin`",
    );
    told.says("1 × ? = undisclosed")
        .says("1 × aucun = none")
        .says("Baie 7 (rel.csv, line 4, child)");
    let json = place.story(&["--format", "json"]).succeeds().stdout;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    for table in json["tables"].as_array().unwrap() {
        let of = |key: &str| table[key].as_u64().unwrap();
        assert_eq!(of("rows"), of("things") + of("edges") + of("left_out"), "{table}");
    }
    assert_eq!(json["came"].as_array().unwrap().len(), 0);
    let schema = program().args(["schema", "import"]).succeeds().stdout;
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    jsonschema::validate(&schema, &json).unwrap();
    place.story(&["--lang", "fr"]).says("Écrit : imported/cmdb").says("Laissé de côté");
}

#[test]
fn what_is_written_is_an_inventory_that_a_person_can_read() {
    let place = Place::new();
    place.story(&[]).succeeds();
    place.check(0);
    let text = place.text("si/imported/cmdb/components.yaml");
    let expected = "\
  cmdb/a1:
    layer: service
    name: Courriel
    criticality: vital
    same_as: {cmdb.sys_id: a1}
    depends_on:
      - {needs: cmdb/a2, source: imported/cmdb}
      - {needs: cmdb/a4, source: imported/cmdb, verified: false, candidate: true}
      - {needs: cmdb/a5, source: imported/cmdb, verified: false, candidate: true}
    suppliers: none
    site: {country: FR, source: imported/cmdb}
    source: imported/cmdb
";
    assert!(text.contains(expected), "{text}");
    assert!(text.contains("name: Hôte 1") && text.contains("# country: Ruritania"), "{text}");
    assert!(text.contains("candidate: true"), "{text}");
    let firms = place.text("si/imported/cmdb/entities.yaml");
    assert!(firms.contains("lei: HWUPKR0MPOU8FGXBT394") && !firms.contains("Inc."), "{firms}");
}

#[test]
fn twice_is_once_and_amendments_stay() {
    let place = Place::new();
    place.story(&[]).succeeds();
    let first = place.text("si/imported/cmdb/components.yaml");
    place.write("si/known.yaml", "amend: {components: {cmdb/a2: {operator: none}}}\n");
    place.story(&[]).succeeds();
    assert_eq!(place.text("si/imported/cmdb/components.yaml"), first);
    assert_eq!(names_in(&place.path("si/imported")), ["cmdb"]);
    place.check(0).says("component Hôte 1: operator: ");
    // What is amended and gone is an error, and the account says what went.
    place.write("ci.csv", String::from_utf8_lossy(CI).replace("a2;H", "b2;H"));
    place.story(&[]).says("Gone since the last run: 1").says("component:cmdb/a2");
    place.check(2).complains("cmdb/a2");
}

#[test]
fn what_was_changed_by_hand_is_refused_or_moved_aside() {
    let place = Place::new();
    place.story(&[]).succeeds();
    place.write("si/imported/cmdb/entities.yaml", "entities: {}\n");
    place.write("si/imported/cmdb/more.yaml", "entities: {}\n");
    let refused = place.story(&[]).fails_with(2);
    refused
        .complains("entities.yaml was changed since")
        .complains("more.yaml")
        .complains("--force");
    let told = place.story(&["--force"]).succeeds();
    told.says("Moved aside to ").says(".cmdb-1: entities.yaml, more.yaml");
    assert_eq!(names_in(&place.path("si/imported")), [".cmdb-1", "cmdb"]);
    place.check(0);
    std::fs::remove_file(place.path("si/imported/cmdb/.trefonds-import.json")).unwrap();
    place.story(&["--lang", "fr"]).fails_with(2).complains("n'a pas été écrit par un import");
}

#[test]
fn bad_tables_are_told_with_their_places_and_nothing_is_written() {
    let place = Place::new();
    place.write("map.yaml", MAPPING.replace("encoding: windows-1252, ", ""));
    let refused = place.story(&[]).fails_with(2);
    refused
        .complains("ci.csv, line 3, column 2: these bytes are not UTF-8")
        .complains("rel.csv, line 2");
    for (ci, complaint) in [
        (&b"PK\x03\x04\x14\x00half a zip"[..], "ci.csv, line 1: this is not text in columns"),
        (b"sys_id,name\n1,2\n", "one column only, with ','"),
        (b"sys_id;name\n1;2\n", "no column is called `class`"),
        (
            b"sys_id;name;class;status;crit;vendor;country\n1;a;;;;;\n2;\"Por",
            "ci.csv, line 3: the quotes that open",
        ),
        (b"", "ci.csv: no row with the titles"),
    ] {
        place.write("ci.csv", ci);
        place.story(&[]).fails_with(2).complains(complaint).complains("nothing was written");
    }
    place.write("ci.csv", ";".repeat(20_000));
    place.story(&["--lang", "fr"]).fails_with(2).complains("plus de 16384 colonnes");
    assert!(!place.path("si/imported").exists());
}

#[test]
fn a_bad_mapping_is_told_with_its_lines() {
    let place = Place::new();
    let bad = MAPPING.replace("name: cmdb\n", "name: ../x\n").replace(": needs,", ": need,");
    place.write("map.yaml", bad.replace("file: firms.csv", "file: /etc/firms.csv"));
    let refused = place.story(&[]).fails_with(2);
    let refused = refused.complains("map.yaml:2:7").complains("invalid-mapping");
    refused.complains("`need` is none of needs, needed_by, ignore").complains("without folders");
    place.write("map.yaml", MAPPING.replace("layer:", "layers:"));
    place.story(&[]).fails_with(2).complains("unknown key `layers`");
}

#[test]
fn edges_that_mostly_run_upwards_are_asked_about() {
    let place = Place::new();
    place.write("rel.csv", b"parent;type;child\nH\xF4te 1;Depends on::Used by;Courriel\n");
    place.story(&[]).says("The wrong way? Of the edges `Depends on::Used by`, 1 of 1");
    place.write("map.yaml", MAPPING.replace("by\": needs", "by\": needed_by"));
    place.story(&[]).succeeds().never_says("The wrong way?");
}
