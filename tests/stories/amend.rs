//! `amend:`: what people know besides, in files of their own.

use crate::harness::{Outcome, program};

const DECLARED: &str = "\
trefonds: 1
home: [FR]
as_of: 2026-01-01
components:
  mail: {name: Mail, layer: service, depends_on: [a, {any_of: [b, c]}], operator: us, tags: [x], same_as: {sys_id: 1}}
  a: {layer: application, operator: undisclosed, candidate: true, source: cmdb}
  b: {layer: application, data: [{class: health, form: encrypted, keys: us}]}
  c: {layer: application}
entities:
  us: {country: US}
  fr: {country: FR, owned_by: none}
sites:
  paris: {country: FR}
";

const AMENDS: &str = "\
amend:
  components:
    mail:
      operator: {entity: fr, source: contract 12}
      depends_on: {add: [c, {needs: b, tolerates: 4h}], remove: [{any_of: [c, b]}]}
      owner: Alice
      tags: [y, z]
      same_as: {sys_id: [1, 2], purl: pkg/mail}
    a: {operator: {undisclosed: {name: x, not: [US]}}, candidate: false, verified: 2026-01-01}
    b: {data: [{class: health, form: encrypted, keys: {undisclosed: x}}], site: paris}
  entities:
    us: {owned_by: dispersed, name: ACME}
  sites:
    paris: {operator: fr}
";

/// What the two say together, written as one.
const TOGETHER: &str = "\
trefonds: 1
home: [FR]
as_of: 2026-01-01
components:
  mail:
    name: Mail
    layer: service
    depends_on: [a, c, {needs: b, tolerates: 4h}]
    operator: {entity: fr, source: contract 12}
    owner: Alice
    tags: [y, z]
    same_as: {sys_id: [1, 2], purl: pkg/mail}
  a:
    layer: application
    operator: {undisclosed: {name: x, not: [US]}}
    source: cmdb
    verified: 2026-01-01
  b:
    layer: application
    data: [{class: health, form: encrypted, keys: {undisclosed: x}}]
    site: paris
  c: {layer: application}
entities:
  us: {name: ACME, country: US, owned_by: dispersed}
  fr: {country: FR, owned_by: none}
sites:
  paris: {country: FR, operator: fr}
";

/// Runs a command on a folder with these files.
fn on(files: &[(&str, &str)], args: &[&str], code: i32) -> Outcome {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let place = |arg: &&str| arg.replace("SI", folder.path().to_str().unwrap());
    let args: Vec<String> = args.iter().map(place).collect();
    program().args(args.iter().map(String::as_str).collect::<Vec<_>>()).exits_with(code)
}

#[test]
fn an_amended_inventory_is_the_one_that_says_so_itself() {
    let files = [("old/b.yaml", DECLARED), ("old/a.yaml", AMENDS), ("new.yaml", TOGETHER)];
    let turned = [("old/a.yaml", DECLARED), ("old/b.yaml", AMENDS), ("new.yaml", TOGETHER)];
    for files in [files, turned] {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("old")).unwrap();
        for (name, text) in files {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        let side = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
        program().args(["diff", &side("old"), &side("new.yaml")]).succeeds().says("The same");
    }
}

#[test]
fn check_lists_what_is_amended_with_both_places() {
    let files = [("a.yaml", DECLARED), ("b.yaml", AMENDS)];
    let told = on(&files, &["check", "SI"], 0);
    let told =
        told.says("Amended").says("component Mail: operator: ").says("b.yaml:4:7 instead of ");
    let told =
        told.says("a.yaml:5:").says("component Mail: owner: ").says("b.yaml:6:7, not said before");
    told.says("entity ACME: owned by: ").says("site paris: operator: ");
    on(&files, &["check", "SI", "--lang", "fr"], 0).says("Amendé").says(" au lieu de ");
    let json = on(&files, &["check", "SI", "--format", "json"], 0).stdout;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let amended = json["amended"].as_array().unwrap();
    assert_eq!(amended.len(), 14, "{amended:#?}");
    assert!(amended.iter().all(|it| it["now"]["file"].as_str().unwrap().ends_with("b.yaml")));
}

#[test]
fn a_finding_has_the_place_and_the_source_of_the_amendment() {
    let files = [("a.yaml", DECLARED), ("b.yaml", AMENDS)];
    let told = on(&files, &["why", "SI", "mail", "fr"], 0);
    told.says("b.yaml:4:26").says("source: contract 12");
}

#[test]
fn an_amendment_that_amends_nothing_is_an_error() {
    for (amends, complaint) in [
        ("amend: {components: {gone: {owner: X}}}", "no component is called `gone`"),
        ("amend: {entities: {usa: {country: US}}}", "did you mean `us`?"),
        ("amend: {sites: {lyon: {country: FR}}}", "no site is called `lyon`"),
        ("amend: {components: {mail: {depends_on: {remove: b}}}}", "nothing-to-remove"),
        ("amend: {components: {mail: {depends_on: {add: gone}}}}", "no component is called `gone`"),
        ("amend: {laws: {x: {name: y}}}", "unknown key `laws`"),
        ("amend: {components: {mail: {layer: sky}}}", "unknown-value"),
        ("amend: {components: {mail: {operator: us}, a: {operator: us}}}", "amended-twice"),
    ] {
        let files = [("a.yaml", DECLARED), ("b.yaml", AMENDS), ("c.yaml", amends)];
        on(&files, &["check", "SI"], 2).complains(complaint).complains("c.yaml:1:");
    }
}

#[test]
fn identifiers_add_up_and_a_diff_shows_them() {
    let more = "amend: {components: {mail: {same_as: {arn: \"arn:x\"}}}}";
    let folder = tempfile::tempdir().unwrap();
    let sides = [("old", vec![DECLARED]), ("new", vec![DECLARED, AMENDS_IDS, more])];
    for (side, texts) in &sides {
        std::fs::create_dir(folder.path().join(side)).unwrap();
        for (at, text) in texts.iter().enumerate() {
            std::fs::write(folder.path().join(side).join(format!("{at}.yaml")), text).unwrap();
        }
    }
    let side = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let told = program().args(["diff", &side("old"), &side("new")]).exits_with(1);
    told.says("sys_id 2").says("arn arn:x").never_says("sys_id 1");
    let told = program().args(["diff", &side("old"), &side("new"), "--lang", "fr"]).exits_with(1);
    told.says("identifiant");
}

/// Two amendments may both add identifiers.
const AMENDS_IDS: &str = "amend: {components: {mail: {same_as: {sys_id: [1, 2]}}}}";
