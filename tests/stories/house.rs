//! A house's own catalogue: `--catalogue DIR`, and `also` beside the edition.

use std::fs;

use crate::harness::{Story, list, program, word};

/// An inventory and a catalogue beside it.
struct House {
    folder: tempfile::TempDir,
}

impl House {
    fn new(inventory: &str) -> Self {
        let house = Self { folder: tempfile::tempdir().unwrap() };
        house.put("si/all.yaml", inventory);
        house
    }

    fn put(&self, name: &str, text: &str) {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn with(self, name: &str, text: &str) -> Self {
        self.put(name, text);
        self
    }

    fn at(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    fn story(&self) -> Story {
        Story::on(&self.at("si"))
    }
}

const NAMED: &str = "
trefonds: 1
home: [FR]
as_of: 2026-11-30
components:
  care: {layer: service, depends_on: [mail]}
  mail: {layer: application, is: house/mail}
";

const OFFERS: &str = "
offers:
  house/mail:
    layer: application
    operator: [{entity: mailer, verified: 2026-11-01}]
    suppliers: none
    data: none
    site: FR
entities:
  mailer:
    country: {code: US, source: notice, verified: 2026-11-01}
    owned_by: [{dispersed: 100%, verified: 2026-11-01}]
sources:
  notice: {title: Legal notice of the mailer, date: 2026-10}
";

#[test]
fn a_folder_of_ones_own_is_named_on_the_command_line() {
    let house = House::new(NAMED).with("house/mail.yaml", OFFERS);
    house.story().args(["spof"]).fails_with(2).complains("house/mail");
    let also = ["spof", "--catalogue", &house.at("house")];
    house.story().args(also).says("mailer");
    let found = house.story().args(also).json();
    assert!(found.to_string().contains("\"mailer\""), "{found}");
    let told = house.story().args(["why", "care", "mailer", "--catalogue", &house.at("house")]);
    told.says("house/mail.yaml:5:25");
}

#[test]
fn a_folder_of_ones_own_is_named_by_the_inventory() {
    let named = NAMED.replace("home:", "catalogue: {edition: 2026.11, also: ../house}\nhome:");
    let house = House::new(&named).with("house/mail.yaml", OFFERS);
    house.story().args(["spof"]).says("mailer");
}

#[test]
fn what_is_no_declaration_of_a_catalogue_is_left_alone() {
    let house = House::new(NAMED).with("house/mail.yaml", OFFERS);
    house.put("house/patterns.yaml", "trefonds-patterns: 1\npatterns: {}\n");
    house.put("house/rules.yaml", "trefonds-suggestions: 1\nrules: {}\n");
    house.put("house/licences.yaml", "trefonds-licences: 1\nlicences: {}\n");
    house.story().args(["spof", "--catalogue", &house.at("house")]).says("mailer");
}

#[test]
fn what_is_wrong_with_it_is_told_where_it_stands() {
    let house = House::new(NAMED);
    house.put("house/mail.yaml", &OFFERS.replace("code: US", "code: USA").replace("data:", "dta:"));
    let catalogue = house.at("house");
    let told = house.story().args(["check", "--catalogue", &catalogue]).fails_with(2);
    let told = told.complains("error[unknown-country]").complains("house/mail.yaml:11:21");
    told.complains("error[unknown-key]").complains("house/mail.yaml:7:5");
    let found = house.story().args(["check", "--format", "json", "--catalogue", &catalogue]);
    let found = found.exits_with(2).stdout;
    let found: serde_json::Value = serde_json::from_str(&found).unwrap();
    assert!(found.as_array().unwrap().iter().any(|it| it["code"] == "unknown-country"));
    let gone = house.at("gone");
    let told = house.story().args(["check", "--catalogue", &gone]).fails_with(2);
    told.complains("error[not-found]").complains("gone");
}

#[test]
fn an_unknown_id_is_looked_for_in_both() {
    let unknown = "
trefonds: 1
home: [FR]
catalogue: 2026.11
components:
  care: {layer: service, depends_on: [a, b, c]}
  a: {layer: application, operator: mailr, suppliers: none, data: none, site: FR}
  b: {layer: application, is: house/mial}
  c: {layer: application, operator: amazon-web-servics, suppliers: none, data: none, site: FR}
";
    let house = House::new(unknown).with("house/mail.yaml", OFFERS);
    let told = house.story().args(["check", "--catalogue", &house.at("house")]).fails_with(2);
    told.complains("`mailer`").complains("`house/mail`").complains("`amazon-web-services`");
}

/// Who owns the mailer, by what stands in three places.
fn owner(inventory: &str, house: &str, other: &str) -> String {
    let text = format!(
        "trefonds: 1\nhome: [FR]\nas_of: 2026-11-30\ncatalogue: 2026.11\ncomponents:\n  care: {{layer: service, depends_on: [mail]}}\n  mail: {{layer: application, operator: datadog, suppliers: none, data: none, site: FR}}\nentities:\n  mine: {{country: FR, owned_by: none}}\n{inventory}"
    );
    let entity = "entities:\n  theirs: {country: {code: JP, verified: 2026-11-01}, owned_by: none, verified: true}\n  others: {country: {code: BR, verified: 2026-11-01}, owned_by: none, verified: true}\n";
    let all = House::new(&text).with("one/a.yaml", &format!("{entity}{house}"));
    all.put("two/a.yaml", &format!("{entity}{other}"));
    let (one, two) = (all.at("one"), all.at("two"));
    let found = all.story().args(["resolve", "mail", "--catalogue", &one, "--catalogue", &two]);
    let found: serde_json::Value =
        serde_json::from_str(&found.args(["--format", "json"]).exits_with(0).stdout).unwrap();
    let above = list(&found, "items").iter().filter(|it| it["kind"] == "controller");
    above.map(|it| word(it, "/thing/id").to_owned()).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_inventory_goes_before_the_house_and_the_house_before_the_program() {
    let says = |owner: &str| {
        format!(
            "  datadog: {{owned_by: [{{entity: {owner}, votes: 100%, verified: 2026-11-01}}]}}\n"
        )
    };
    assert_eq!(owner(&says("mine"), &says("theirs"), &says("others")), "mine");
    assert_eq!(owner("", &says("theirs"), &says("others")), "theirs");
    assert_eq!(owner("", "", &says("others")), "others");
    assert_eq!(owner("", "", ""), "");
}

#[test]
fn two_that_disagree_keep_both_places() {
    let text = NAMED
        .replace("components:", "catalogue: 2026.11\ncomponents:")
        .replace("is: house/mail", "operator: datadog, suppliers: none, data: none, site: FR")
        + "entities:\n  datadog: {country: {code: CA, verified: 2020-01-01}, owned_by: none}\n";
    let house = House::new(&text);
    house
        .put("house/a.yaml", "entities:\n  datadog: {country: {code: JP, verified: 2026-11-01}}\n");
    let told = house.story().args(["check", "--catalogue", &house.at("house")]).exits_with(0);
    let told = told.complains("warning[newer-in-catalogue]").complains("si/all.yaml:10:22");
    told.complains("house/a.yaml:2");
}

#[test]
fn every_command_on_an_inventory_takes_one() {
    let house = House::new(NAMED).with("house/mail.yaml", OFFERS);
    let also = house.at("house");
    for command in
        ["check", "spof", "resolve", "questions", "exposure", "denial", "ends", "rank", "plan"]
    {
        house.story().args([command, "--catalogue", &also]).exits_with(0);
    }
    house.story().args(["cuts", "care", "--catalogue", &also]).exits_with(0);
    house.story().args(["whatif", "--withdraw", "US", "--catalogue", &also]).exits_with(0);
    house.story().args(["map", "--catalogue", &also]).says("<svg");
    house.story().args(["snapshot", "--catalogue", &also]).says("mailer");
    let (si, kept) = (house.at("si"), house.at("kept.json"));
    house.story().args(["snapshot", "-o", &kept, "--catalogue", &also]).succeeds();
    program().args(["diff", &kept, &si, "--catalogue", &also]).succeeds();
}
