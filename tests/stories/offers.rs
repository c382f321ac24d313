//! The catalogue: what a component is says what the inventory does not, who that leads to, and why.

use std::fs;

use crate::harness::{Outcome, Story, list, program, word};

const HEAD: &str = "trefonds: 1\nhome: [FR, EU]\nas_of: 2026-11-30\n";

/// An offer of one's own, on another, with somebody behind it.
const OFFERS: &str = "\
offers:
  house/mail:
    name: House mail
    layer: application
    operator: runner
    suppliers: [{entity: maker, on_withdrawal: stops after 30d}]
    depends_on: [house/directory, {soft: house/filter}]
  house/directory: {name: Directory, layer: middleware, operator: runner, suppliers: none, site: FR, data: none}
  house/filter: {name: Filter, layer: middleware, operator: maker, suppliers: none, site: FR, data: none}
entities:
  runner: {country: US, owned_by: none}
  maker: {country: FR, owned_by: none}
";

fn on(text: &str, args: &[&str]) -> Outcome {
    asked(text, args).succeeds()
}

fn asked(text: &str, args: &[&str]) -> Story {
    let folder = tempfile::tempdir().unwrap().keep();
    fs::write(folder.join("a.yaml"), text).unwrap();
    let (command, rest) = args.split_first().unwrap();
    program().args([*command, folder.to_str().unwrap()].into_iter().chain(rest.iter().copied()))
}

#[test]
fn what_a_component_is_says_the_rest() {
    let text = format!(
        "{HEAD}components:\n  top: {{layer: service, depends_on: mail}}\n  mail: {{is: house/mail}}\n{OFFERS}"
    );
    on(&text, &["spof"]).says("runner (United States, US): stops 1 service").says("mail > runner");
    on(&text, &["why", "top", "runner"]).says("House mail is run by runner");
    on(&text, &["resolve", "mail"]).says("house/directory").says("house/filter");
    on(&text, &["whatif", "--withdraw", "maker"]).says("30 d");
}

#[test]
fn what_it_says_itself_stands_and_what_the_offer_rests_on_is_added_beside_none() {
    let text = format!(
        "{HEAD}components:\n  top: {{layer: service, depends_on: mail}}\n  \
         mail: {{is: house/mail, operator: maker, depends_on: none, without: house/filter}}\n{OFFERS}"
    );
    let told = on(&text, &["spof", "--level", "entity"]);
    told.says("mail > house/directory > runner").never_says("mail > runner");
    on(&text, &["resolve", "mail"]).never_says("house/filter");
}

#[test]
fn what_the_inventory_has_is_not_there_twice() {
    let text = format!(
        "{HEAD}components:\n  top: {{layer: service, depends_on: mail}}\n  mail: {{is: house/mail}}\n  \
         ad: {{is: house/directory, operator: maker}}\n{OFFERS}"
    );
    on(&text, &["resolve", "mail"]).says("ad").never_says("house/directory");
    // Where two are the same offer, nobody says which: it stands by itself.
    let two = text.replace("  ad:", "  ad-2: {is: house/directory}\n  ad:");
    on(&two, &["resolve", "mail"]).says("house/directory");
}

#[test]
fn an_amendment_says_what_a_component_is() {
    let text = format!(
        "{HEAD}components:\n  top: {{layer: service, depends_on: mail}}\n  mail: {{layer: application}}\n\
         amend:\n  components:\n    mail: {{is: house/mail, without: [house/filter]}}\n{OFFERS}"
    );
    on(&text, &["resolve", "mail"]).says("house/directory").never_says("house/filter");
    on(&text, &["check"]).says("what it is");
}

#[test]
fn a_slip_is_told_with_what_to_do() {
    let text =
        |mail: &str| format!("{HEAD}catalogue: 2026.11\ncomponents:\n  mail: {{{mail}}}\n{OFFERS}");
    let of = |mail: &str| asked(&text(mail), &["check"]).fails_with(2);
    of("is: house/male")
        .complains("no offer is called `house/male`")
        .complains("did you mean `house/mail`?");
    of("is: microsoft-365/exchange-onlin")
        .complains("did you mean `microsoft-365/exchange-online`?");
    of("is: house/mail, without: ad")
        .complains("`house/mail` does not rest on `ad`")
        .complains("it rests on: house/directory, house/filter");
    of("layer: service, without: ad").complains("`without` of a component that is no offer");
    of("layer: service, operator: microsft").complains("did you mean `microsoft`?");
    of("name: Mail").complains("`layer`");
    let circle = format!(
        "{HEAD}components:\n  a: {{is: x}}\noffers:\n  x: {{is: y}}\n  y: {{is: x, layer: service}}\n"
    );
    asked(&circle, &["check"]).fails_with(2).complains("the offer `x` is itself");
    let bare = format!("{HEAD}components:\n  mail: {{is: microsoft-365/exchange-online}}\n");
    asked(&bare, &["check"]).fails_with(2).complains("write `catalogue: 2026.11` beside `home`");
}

#[test]
fn editions_are_held_against_that_of_the_program() {
    let text = |edition: &str| {
        format!(
            "{HEAD}catalogue: {edition}\ncomponents:\n  a: {{layer: service, depends_on: none}}\n"
        )
    };
    let of = |edition: &str| asked(&text(edition), &["check"]);
    of("2026.11").succeeds().says("catalogue 2026.11: 0 facts");
    of("none").succeeds().never_says("catalogue");
    of("2099.01").fails_with(2).complains("newer than what this program brings, 2026.11");
    of("2025.01").exits_with(0).complains("written against the edition 2025.01");
    of("26.1").fails_with(2).complains("is not an edition of the catalogue");
    of("{edition: 2026.11, laws: [XX]}").fails_with(2).complains("`XX`");
    of("{laws: all}").fails_with(2).complains("`edition`");
}

#[test]
fn a_proof_leads_to_the_catalogue_and_to_its_source() {
    Story::on("inventories/first-hour")
        .args(["why", "accueil", "US"])
        .succeeds()
        .says("catalogue 2026.11, entities/us-groups.yaml:")
        .says("[verified 2");
}

#[test]
fn laws_come_where_they_are_asked_for() {
    let text = |laws: &str| {
        format!(
            "{HEAD}catalogue: {{edition: 2026.11{laws}}}\ncomponents:\n  mail: {{is: microsoft-365/exchange-online, data: {{class: mail, form: clear}}}}\n  top: {{layer: service, depends_on: mail}}\n"
        )
    };
    on(&text(", laws: [US]"), &["exposure"]).says("CLOUD Act").never_says("Investigatory Powers");
    on(&text(""), &["exposure"]).never_says("CLOUD Act");
    on(&text(", laws: all"), &["check"]).says("14 laws");
}

#[test]
fn what_nobody_verified_is_never_certain() {
    // Zoom on Amazon's cloud is a candidate: Amazon stops it possibly, and the finding hangs on that.
    let text = format!(
        "{HEAD}catalogue: 2026.11\ncomponents:\n  top: {{layer: service, depends_on: zoom}}\n  zoom: {{is: zoom/meetings}}\n"
    );
    let points = asked(&text, &["spof"]).json();
    let amazon = list(&points, "findings")
        .iter()
        .find(|it| word(it, "/event").contains("amazoncom"))
        .unwrap()
        .clone();
    assert_eq!(word(&amazon, "/certainty"), "possible", "{amazon:#}");
    assert!(
        list(&amazon, "hangs_on").iter().any(|it| it["id"].to_string().contains("zoom")),
        "{amazon:#}"
    );
}

#[test]
fn where_the_catalogue_knows_newer_check_says_so() {
    let text = |note: &str| {
        format!(
            "{HEAD}catalogue: 2026.11\ncomponents:\n  a: {{layer: service, depends_on: none}}\nentities:\n  gandi: {{country: FR, owned_by: {{entity: montefiore{note}}}}}\n  montefiore: {{country: FR, owned_by: none}}\n"
        )
    };
    let old = asked(&text(""), &["check"]).exits_with(0);
    old.complains("the catalogue says otherwise of `gandi` (owned_by)");
    let later = asked(&text(", verified: 2026-11-30"), &["check"]).succeeds();
    assert!(!later.stderr.contains("otherwise"), "{}", later.stderr);
}

#[test]
fn a_snapshot_keeps_what_it_used_and_a_diff_names_the_catalogue() {
    let folder = tempfile::tempdir().unwrap();
    let kept = folder.path().join("kept.json");
    let path = kept.to_str().unwrap();
    Story::on("inventories/first-hour").args(["snapshot", "-o", path]).succeeds();
    program().args(["diff", path, "inventories/first-hour"]).succeeds();
    // As an edition before would have had it: nobody knew yet who holds Gandi.
    let text = fs::read_to_string(&kept).unwrap();
    let mut value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let facts = value["facts"]["facts"].as_array_mut().unwrap();
    facts.retain(|it| !(it["id"] == "gandi" && it["field"] == "owned-by" && it["item"] != ""));
    // What a file is, it says by its first key.
    let version = value.as_object_mut().unwrap().remove("trefonds_snapshot").unwrap();
    let rest = serde_json::to_string(&value).unwrap();
    let text = rest.replacen('{', &format!("{{\"trefonds_snapshot\":{version},"), 1);
    fs::write(&kept, text).unwrap();
    program()
        .args(["diff", path, "inventories/first-hour"])
        .exits_with(1)
        .says("the catalogue: entity Gandi SAS: owned by youronline")
        .says("catalogue 2026.11, entities/names.yaml:");
}

#[test]
fn suggestions_are_questions_that_can_be_taken() {
    let text = format!(
        "{HEAD}components:\n  portal: {{layer: application, name: Web portal on PostgreSQL 15}}\n  top: {{layer: service, depends_on: portal}}\n"
    );
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap().to_owned();
    fs::write(folder.path().join("a.yaml"), &text).unwrap();
    let before = program().args(["spof", &path]).succeeds().stdout;
    let story =
        |args: &[&str]| program().args(["suggest", &path].into_iter().chain(args.iter().copied()));
    story(&[])
        .succeeds()
        .says("is: postgresql/server")
        .says("A public web front is found through a DNS zone");
    story(&["--lang", "fr"]).succeeds().says("Un site public se trouve par une zone DNS");
    let file = folder.path().join("taken.yaml");
    let taken = [
        "--take",
        "portal=postgresql/server",
        "--take",
        "portal+gandi/registrar",
        "--write",
        file.to_str().unwrap(),
    ];
    story(&taken).succeeds().says("1 component");
    let written = fs::read_to_string(&file).unwrap();
    assert!(
        written.contains("is: postgresql/server") && written.contains("gandi/registrar"),
        "{written}"
    );
    assert!(written.contains("catalogue: 2026.11"), "{written}");
    program().args(["resolve", &path, "portal"]).succeeds().says("gandi/registrar");
    story(&taken).fails_with(2).complains("is there already");
    fs::remove_file(&file).unwrap();
    assert_eq!(program().args(["spof", &path]).succeeds().stdout, before);
    story(&["--take", "nobody=x", "--write", "x.yaml"]).fails_with(2).complains("nobody");
    story(&["--take", "portal=postgres/server", "--write", "x.yaml"])
        .fails_with(2)
        .complains("did you mean `postgresql/server`?");
}

#[test]
fn a_law_of_the_catalogue_that_nobody_verified_is_possible_and_asked_for() {
    let text = format!(
        "{HEAD}catalogue: {{edition: 2026.11, laws: [CN]}}\ncomponents:\n  \
         top: {{layer: service, depends_on: app}}\n  \
         app: {{layer: application, operator: acme, suppliers: none, site: CN, data: {{class: health, form: clear}}}}\n\
         entities:\n  acme: {{country: CN, owned_by: none}}\n"
    );
    let exposure = asked(&text, &["exposure"]).json();
    let of = |law: &str| {
        let all = list(&exposure, "findings").iter();
        all.filter(|it| word(it, "/law/id") == law)
            .map(|it| word(it, "/certainty"))
            .collect::<Vec<_>>()
    };
    assert_eq!(of("cn-intelligence-law"), ["certain"; 2]);
    assert_eq!(of("cn-data-security-law"), ["possible"; 2]);
    on(&text, &["denial"])
        .says("stop for certain: 0, arguably: 0, possibly: 1")
        .says("whether Export Control Law reaches as its rules say (found, not confirmed");
    on(&text, &["questions"]).says("whether Data Security Law (articles 35 and 36) reaches");
    on(&text, &["questions", "--lang", "fr"]).says("porte comme le disent ses règles");
}

#[test]
fn an_id_of_the_catalogue_that_is_not_used_is_told() {
    let text = format!(
        "{HEAD}components:\n  top: {{layer: service, depends_on: app}}\n  \
         app: {{layer: application, operator: ovh, suppliers: none, site: aws/eu-west-3, data: none}}\n"
    );
    let told = asked(&text, &["check"]).fails_with(2);
    told.complains("`aws/eu-west-3` is neither a site nor a country code")
        .complains("write `catalogue: 2026.11` beside `home`, or declare it");
}

#[test]
fn a_question_is_asked_once_and_not_of_its_own_answer() {
    let told = Story::on("inventories/first-hour").args(["suggest"]).json();
    let mut asked: Vec<(&str, &str)> = list(&told, "layers")
        .iter()
        .map(|it| (word(it, "/component/id"), word(it, "/text")))
        .collect();
    let all = asked.len();
    asked.sort_unstable();
    asked.dedup();
    assert_eq!(asked.len(), all);
    // A registry is what stands above a zone, and a payment provider takes the cards.
    assert!(asked.iter().all(|(of, _)| *of != "zone"), "{asked:?}");
    assert!(!asked.iter().any(|(of, it)| *of == "paiement" && it.starts_with("Which payment")));
}
