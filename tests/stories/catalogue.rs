//! `catalogue`: what the program brings, and what a house puts before it.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::harness::{Story, list, program, word};

const OFFERS: &str = "
offers:
  house/mail:
    name: House Mail
    layer: application
    operator: [{entity: house-mailer, source: notice, verified: 2026-11-01}]
    suppliers: [{entity: house-mailer, on_withdrawal: stops, source: notice, verified: 2026-11-01}]
    changed_by: [{entity: house-mailer, how: automatic updates, verified: false}]
    site: aws/eu-west-3
    depends_on: [{needs: house/storage, source: notice, verified: 2026-11-01}, {soft: house/identity}]
  house/storage: {layer: infrastructure, operator: amazon-web-services, depends_on: [house/identity]}
  house/identity: {layer: middleware, is: house/directory}
  house/directory: {name: Annuaire, layer: middleware, operator: house-mailer}
";

const ENTITIES: &str = "
entities:
  house-mailer:
    name: Mailer, Inc.
    country: {code: US, source: notice, verified: 2025-11-01}
    owned_by: [{entity: house-holding, votes: 60%, source: notice, verified: 2025-06-01}, {entity: house-fund, votes: 40%, until: 2024-12-31}]
  house-holding: {name: Holding, country: {code: LU, source: house-roots, verified: 2026-06-01}, owned_by: [{dispersed: 100%, verified: 2026-11-01}]}
  house-fund: {name: Fund, owned_by: undisclosed}
  house-left: {name: Left, controlled_by: house-fund}
sites:
  house/xq1: {name: One, country: {code: FR, source: notice, verified: 2026-03-01}, operator: [{entity: house-mailer, verified: true}]}
  house/xq1-a: {name: One A, within: house/xq1}
  second/xq1: {name: Another one, country: DE}
sources:
  notice: {title: Legal notice of the mailer, publisher: Mailer, date: 2026-10, link: \"https://mailer.example/legal\"}
  house-roots: {title: Roots of the house}
laws:
  house-law: {name: Law of the house, jurisdiction: CH, effect: denial, reaches: [{channel: supply, link: technology, after: 30d}], targets: house-mailer, from: 2026-01-01, source: notice}
";

const PATTERNS: &str = "trefonds-patterns: 1
patterns:
  house/mail:
    - {mx: mailer.example, source: notice, verified: 2026-11-01}
    - {name: House Mail}
    - {issuer: Old Root, until: 2023-12-31}
  house/storage:
    - {domain: store.mailer.example}
    - {issuer: Old Root, from: 2024-01-01}
    - {domain: shared.example, shared: true}
  house/directory:
    - {domain: shared.example, shared: true}
";

const RULES: &str = "trefonds-suggestions: 1
rules:
  mail-needs-a-zone:
    when: {layer: application, names: [mail]}
    lacks: {names: [zone]}
    suggest: [{offer: house/storage}]
    text: {en: Where is its zone?, fr: Où est sa zone ?}
    why: {en: Mail needs a zone., fr: Le courrier a besoin d'une zone.}
    source: notice
";

/// A catalogue of a house, and what is said of it.
struct House {
    folder: tempfile::TempDir,
}

impl House {
    fn new() -> Self {
        let house = Self { folder: tempfile::tempdir().unwrap() };
        house.put("house/offers/mail-hosting.yaml", OFFERS);
        house.put("house/entities.yaml", ENTITIES);
        house.put("house/patterns.yaml", PATTERNS);
        house.put("house/rules.yaml", RULES);
        house.put(
            "house/licences.yaml",
            "trefonds-licences: 1\nlicences:\n  notice: {licence: none, snapshot: of October, taken: names}\n",
        );
        house
    }

    fn put(&self, name: &str, text: &str) {
        let path = self.at(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn asked(&self, args: &[&str]) -> Story {
        let folder = self.at("house");
        program().args(["catalogue"]).args(args).args(["--catalogue", folder.to_str().unwrap()])
    }
}

fn values<'v>(entry: &'v Value, part: &str) -> Vec<(&'v str, &'v str, u64)> {
    let steps = list(entry, part).iter();
    let told = steps.map(|it| {
        let value = it["value"]["thing"]["id"].as_str().or(it["value"].as_str());
        (word(it, "/fact"), value.unwrap_or("-"), it["depth"].as_u64().unwrap_or(0))
    });
    told.collect()
}

#[test]
fn it_tells_how_much_it_holds() {
    program().args(["catalogue"]).says("2026.11").says("catalogue: 2026.11");
    program().args(["catalogue", "--lang", "fr"]).says("Catalogue, édition 2026.11");
    let (alone, with) = (program().args(["catalogue"]).json(), House::new().asked(&[]).json());
    let more = |key: &str| with[key].as_u64().unwrap() - alone[key].as_u64().unwrap();
    assert_eq!((more("entities"), more("regions"), more("laws")), (4, 3, 1));
    assert_eq!((more("offers"), more("offers_whole")), (4, 1));
    assert_eq!((more("patterns"), more("rules"), more("sources")), (7, 1, 2));
    assert_eq!(more("entities_read_to_the_top"), 2);
    assert_eq!(more("regions_verified"), 1);
    let kinds = list(&with, "kinds").iter().find(|it| it["kind"] == "mail-hosting").unwrap();
    assert!(kinds["offers"].as_u64().unwrap() >= 4);
    assert!(alone["entities"].as_u64().unwrap() > 300 && alone["laws"].as_u64().unwrap() > 5);
    assert_eq!(
        House::new().asked(&["--format", "csv"]).succeeds().stdout.lines().next(),
        Some("what,kind,number,complete")
    );
}

#[test]
fn words_find_entries_the_best_first() {
    let house = House::new();
    let ids = |words: &[&str]| {
        let args: Vec<&str> = ["search"].iter().chain(words).copied().collect();
        let found = house.asked(&args).json();
        list(&found, "found").iter().map(|it| word(it, "/id").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&["HOUSE", "mail"]), ["house/mail", "house-mailer", "house/storage"]);
    // What is another offer has its name, where it has none of its own.
    assert_eq!(ids(&["annuàire"])[..2], ["house/directory", "house/identity"]);
    // By a pattern alone.
    assert_eq!(ids(&["store.mailer"]), ["house/storage"]);
    assert_eq!(ids(&["house", "law"]), ["house-law"]);
    assert!(ids(&["no-such-word"]).is_empty());
    house.asked(&["search", "no-such-word"]).says("nothing has all of these words");
    house.asked(&["search", "annuaire", "--format", "csv"]).says("house/directory,offer,Annuaire");
    house
        .asked(&["search", "annuaire", "--format", "markdown"])
        .says("| house/directory | offer |");
}

#[test]
fn an_offer_is_told_with_what_it_rests_on_and_what_leads_to_it() {
    let house = House::new();
    let entry = house.asked(&["show", "house/mail"]).json();
    assert_eq!((word(&entry, "/kind"), word(&entry, "/offer_kind")), ("offer", "mail-hosting"));
    assert_eq!(entry["complete"], true);
    let beneath = values(&entry, "rests_on");
    assert_eq!(
        beneath,
        [
            ("rests-on", "house/storage", 1),
            ("rests-on", "house/identity", 2),
            ("rests-on", "house/identity", 1),
        ]
    );
    assert_eq!(entry["rests_on"][2]["again"], true);
    let supplier = list(&entry, "facts").iter().find(|it| it["fact"] == "supplier").unwrap();
    assert_eq!(supplier["on_withdrawal"]["stops-after"], 0);
    assert_eq!(
        word(supplier, "/source"),
        "Legal notice of the mailer, Mailer, 2026-10, https://mailer.example/legal"
    );
    let change = list(&entry, "facts").iter().find(|it| it["fact"] == "changed-by").unwrap();
    assert_eq!(change["candidate"], true);
    assert_eq!(list(&entry, "patterns").len(), 3);
    let told = house.asked(&["show", "house/mail"]).succeeds();
    let told = told.says("offers/mail-hosting.yaml:6:").says("https://mailer.example/legal");
    let told = told.says("candidate: nobody verified it").says("verified 1 November 2026");
    let told = told.says("automatic updates").says("· rests on: Annuaire (house/identity)");
    told.says("in an inventory: `is: house/mail`");
    let storage = house.asked(&["show", "house/storage"]).json();
    assert_eq!(list(&storage, "beside")[0]["of"]["id"], "house/mail");
    // What another offer says of it is told of it.
    house.asked(&["show", "house/identity"]).says("operator: Mailer, Inc. (house-mailer)");
    house
        .asked(&["show", "house/mail", "--format", "csv"])
        .says("rests-on,2,house/storage,rests-on,house/identity");
}

#[test]
fn an_entity_is_told_up_to_its_top_and_down() {
    let house = House::new();
    let entry = house.asked(&["show", "house-mailer"]).json();
    assert_eq!(entry["complete"], true);
    // What held until some day is told, and not followed.
    assert_eq!(
        values(&entry, "above"),
        [("owner", "house-holding", 1), ("owner", "dispersed", 2), ("owner", "house-fund", 1)]
    );
    assert_eq!(entry["above"][2]["until"], "2024-12-31");
    assert_eq!(entry["above"][0]["votes"], serde_json::json!([600_000, 600_000]));
    let runs: Vec<&str> = list(&entry, "beside").iter().map(|it| word(it, "/of/id")).collect();
    assert_eq!(
        runs,
        [
            "house/directory",
            "house/identity",
            "house/mail",
            "house/xq1",
            "house/mail",
            "house/mail"
        ]
    );
    let above = house.asked(&["show", "Holding"]).json();
    assert_eq!(values(&above, "beneath"), [("owner", "house-holding", 1)]);
    assert_eq!(above["beneath"][0]["of"]["id"], "house-mailer");
    let fund = house.asked(&["show", "house-fund", "--as-of", "2024-06-01"]).succeeds();
    let fund = fund.says("not every link up to the top was verified");
    fund.says("Mailer, Inc. (house-mailer): owned by, 40 % of the votes, until 31 December 2024");
    house.asked(&["show", "house-fund", "--lang", "fr"]).says("non divulgué");
    let one = house.asked(&["show", "amazon-web-services"]).json();
    assert_eq!(one["above"][0]["value"]["thing"]["id"], "amazoncom");
    assert!(word(&one, "/above/0/at/file").starts_with("catalogue 2026.11, entities/"));
}

#[test]
fn regions_and_laws_are_told() {
    let house = House::new();
    let entry = house.asked(&["show", "house/xq1"]).json();
    assert_eq!(list(&entry, "beneath")[0]["of"]["id"], "house/xq1-a");
    house
        .asked(&["show", "aws/eu-west-3"])
        .says("House Mail (house/mail): stands in")
        .says("France (FR)");
    let law = house.asked(&["show", "house-law"]).succeeds();
    let law = law.says("Switzerland (CH): denial").says("from 1 January 2026");
    law.says("technology from there").says("30 d").says("means: Mailer, Inc. (house-mailer)");
    program().args(["catalogue", "show", "us-cloud-act"]).says("access").says("via control");
}

#[test]
fn what_is_not_there_gets_the_nearest() {
    let told = program().args(["catalogue", "show", "amazon-web-servces"]).fails_with(2);
    told.complains("did you mean amazon-web-services?");
    let told = program().args(["catalogue", "show", "qqqqqqqq", "--lang", "fr"]).fails_with(2);
    told.complains("le catalogue n'a pas");
    House::new().asked(&["show", "house/mial"]).fails_with(2).complains("house/mail");
}

#[test]
fn names_lead_to_offers() {
    let house = House::new();
    let found = |args: &[&str]| {
        let args: Vec<&str> = ["identify"].iter().chain(args).copied().collect();
        let found = house.asked(&args).json();
        let names = list(&found, "names").iter().map(|it| {
            let winners = list(it, "hits").iter().filter(|hit| hit["wins"] == true);
            let winners: Vec<String> =
                winners.map(|hit| word(hit, "/offer/id").to_owned()).collect();
            (word(it, "/verdict").to_owned(), winners.join(" "))
        });
        names.collect::<Vec<_>>()
    };
    let of = |verdict: &str, winners: &str| (verdict.to_owned(), winners.to_owned());
    assert_eq!(
        found(&["a.store.mailer.example", "our house-mail", "shared.example", "nobody.invalid"]),
        [
            of("offer", "house/storage"),
            of("offer", "house/mail"),
            of("tie", "house/directory house/storage"),
            of("not-recognised", ""),
        ]
    );
    assert_eq!(found(&["Old Root"]), [of("offer", "house/storage")]);
    assert_eq!(found(&["Old Root", "--as-of", "2020-01-01"]), [of("offer", "house/mail")]);
    assert_eq!(found(&["mx.mailer.example", "--kind", "ns"]), [of("not-recognised", "")]);
    assert_eq!(found(&["mx.mailer.example", "--kind", "mx"]), [of("offer", "house/mail")]);
    let told = house.asked(&["identify", "shared.example", "nobody.invalid"]).succeeds();
    told.says("a tie").says("not recognised").says("shared").says("patterns.yaml");
    house.asked(&["identify", "mx.mailer.example"]).says("https://mailer.example/legal");
    house.asked(&["identify", "x.invalid", "--format", "csv"]).says("x.invalid,not-recognised");
}

#[test]
fn a_region_is_never_recognised_without_its_provider() {
    let house = House::new();
    let found = house.asked(&["identify", "xq1", "HOUSE/xq1", "eu-west-2"]).json();
    let [bare, whole, other] = list(&found, "names") else { panic!("{found}") };
    assert_eq!(word(bare, "/verdict"), "region-without-provider");
    let ids: Vec<&str> = list(bare, "regions").iter().map(|it| word(it, "/0/id")).collect();
    assert_eq!(ids, ["house/xq1", "second/xq1"]);
    assert_eq!(word(whole, "/verdict"), "region");
    assert_eq!(word(other, "/verdict"), "region-without-provider");
    assert!(list(other, "regions").len() >= 2);
    let told = program().args(["catalogue", "identify", "eu-west-2"]).succeeds();
    told.says("United Kingdom (GB)").says("France (FR)").says("a region without its provider");
}

#[test]
fn sources_tell_their_licences_and_how_many_facts_name_them() {
    let house = House::new();
    let found = house.asked(&["sources"]).json();
    let of = |id: &str| list(&found, "sources").iter().find(|it| it["id"] == id).unwrap().clone();
    let notice = of("notice");
    assert_eq!((word(&notice, "/licence"), word(&notice, "/snapshot")), ("none", "of October"));
    // Facts, a pattern and a rule.
    assert_eq!(notice["facts"], 9);
    assert_eq!(of("house-roots")["facts"], 1);
    assert!(word(&of("gleif-level-1"), "/licence").starts_with("CC0"));
    house.asked(&["sources"]).says("with their licences").says("Legal notice of the mailer");
    house.asked(&["sources", "--format", "csv"]).says("id,title,publisher");
}

#[test]
fn what_is_old_depends_on_the_day_that_is_asked_for() {
    let house = House::new();
    house.asked(&["stale"]).fails_with(2).complains("--as-of");
    house.asked(&["stale", "--lang", "fr"]).fails_with(2).complains("AAAA-MM-JJ");
    let old = |day: &str| {
        let found = house.asked(&["stale", "--as-of", day]).json();
        let mine = list(&found, "stale").iter().filter(|it| word(it, "/id").starts_with("house"));
        let told = mine.map(|it| {
            format!("{} {} {}", word(it, "/term"), word(it, "/id"), word(it, "/fresh_until"))
        });
        told.collect::<Vec<_>>()
    };
    let first = ["region house/xq1 -", "control house-mailer 2026-06-01"];
    assert_eq!(old("2026-06-01"), first[..1]);
    assert_eq!(old("2026-06-02"), first);
    assert_eq!(
        old("2026-09-30"),
        [first[0], first[1], "root house-holding 2026-09-01", "region house/xq1 2026-09-01"]
    );
    house.asked(&["stale", "--as-of", "2027-12-01"]).says("ownership and control");
}

fn files(folder: &Path) -> usize {
    files_in(folder).len()
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files_in(&path)) } else { found.push(path) }
    }
    found
}

#[test]
fn the_data_is_written_whole_and_works_as_a_catalogue() {
    let folder = tempfile::tempdir().unwrap();
    let new = folder.path().join("new");
    let path = new.to_str().unwrap();
    program().args(["catalogue", "export", path]).says("--catalogue");
    assert!(new.join("licences.yaml").exists() && files(&new) > 20);
    // Once more: the folder is not empty now.
    let told = program().args(["catalogue", "export", path]).fails_with(2);
    told.complains("not empty");
    let empty = folder.path().join("empty");
    fs::create_dir(&empty).unwrap();
    program().args(["catalogue", "export", empty.to_str().unwrap()]).succeeds();
    assert_eq!(files(&empty), files(&new));
    let nowhere = folder.path().join("a/b/c");
    program().args(["catalogue", "export", nowhere.to_str().unwrap()]).fails_with(2);
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(left.len(), 2);

    let si = folder.path().join("si.yaml");
    let text = "trefonds: 1\nhome: [FR]\nas_of: 2026-11-30\ncomponents:\n  care: {layer: service, depends_on: [web]}\n  web: {layer: application, operator: amazon-web-services, suppliers: none, data: none, site: aws/eu-west-3}\n";
    fs::write(&si, text).unwrap();
    let told = |args: &[&str]| {
        let found = Story::on(si.to_str().unwrap()).args(["spof"]).args(args).json();
        let events = list(&found, "events").iter();
        events.map(|it| it.get("event").unwrap_or(it).clone()).collect::<Vec<_>>()
    };
    Story::on(si.to_str().unwrap()).args(["spof"]).exits_with(2);
    let from_files = told(&["--catalogue", path]);
    assert!(!from_files.is_empty());
    fs::write(&si, text.replace("home:", "catalogue: 2026.11\nhome:")).unwrap();
    assert_eq!(told(&[]), from_files);
    let counts =
        |args: &[&str]| program().args(["catalogue"]).args(args).json()["entities"].clone();
    assert_eq!(counts(&["--catalogue", path]), counts(&[]));
}

#[test]
fn what_is_wrong_with_a_house_is_told_where_it_stands() {
    let house = House::new();
    house.put("house/entities.yaml", &ENTITIES.replace("code: LU", "code: LUX"));
    let told = house.asked(&[]).fails_with(2);
    told.complains("error[unknown-country]").complains("house/entities.yaml:7:");
    house.put("house/entities.yaml", ENTITIES);
    house.put(
        "house/patterns.yaml",
        "trefonds-patterns: 1\npatterns:\n  house/mail:\n    - {mx: a, ns: b}\n",
    );
    let told = house.asked(&["identify", "x"]).fails_with(2);
    told.complains("patterns.yaml").complains("just one kind");
    program().args(["catalogue", "--catalogue", "no-such-folder"]).fails_with(2);
}

#[test]
fn the_same_question_gets_the_same_bytes() {
    let house = House::new();
    for args in [&[][..], &["search", "a"], &["show", "amazon-web-services"], &["sources"]] {
        for format in ["text", "json", "csv", "markdown"] {
            let story = house.asked(args).args(["--format", format]);
            assert_eq!(story.succeeds().stdout, story.succeeds().stdout);
        }
    }
    let file = house.at("out.json");
    let path = file.to_str().unwrap();
    house.asked(&["search", "house", "--format", "json", "-o", path]).succeeds();
    assert!(fs::read_to_string(file).unwrap().contains("house/mail"));
}
