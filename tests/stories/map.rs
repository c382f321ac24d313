//! `map`: pictures that every viewer opens, and DOT that `dot` takes.

use std::collections::BTreeSet;
use std::process::Command;

use roxmltree::{Document, Node};

use crate::harness::{clinic, inventories, inventory, list};

fn boxes<'d>(document: &'d Document<'_>) -> Vec<Node<'d, 'd>> {
    let all = document.descendants().find(|node| node.attribute("id") == Some("boxes")).unwrap();
    all.children().filter(Node::is_element).collect()
}

fn has_title(node: &Node<'_, '_>) -> bool {
    node.descendants()
        .any(|it| it.has_tag_name("title") && it.text().is_some_and(|t| !t.is_empty()))
}

#[test]
fn every_box_has_an_id_and_a_title() {
    for name in inventories() {
        let svg = inventory(&name).args(["map"]).succeeds().stdout;
        let document = Document::parse(&svg).unwrap();
        let boxes = boxes(&document);
        assert!(boxes.len() > 40, "{name}: {} boxes", boxes.len());
        for shape in &boxes {
            assert!(shape.attribute("id").is_some(), "{name}: a box without id");
            assert!(has_title(shape), "{name}: {:?} has no title", shape.attribute("id"));
        }
        let ids: Vec<&str> = document.descendants().filter_map(|it| it.attribute("id")).collect();
        assert_eq!(
            ids.iter().collect::<BTreeSet<_>>().len(),
            ids.len(),
            "{name}: an id stands twice"
        );
    }
}

#[test]
fn a_picture_runs_nothing_and_fetches_nothing() {
    for theme in ["light", "dark"] {
        let svg = inventory("hospital").args(["map", "--theme", theme]).succeeds().stdout;
        let document = Document::parse(&svg).unwrap();
        for node in document.descendants().filter(Node::is_element) {
            let tag = node.tag_name().name();
            assert!(!["script", "image", "foreignObject", "iframe"].contains(&tag), "{tag}");
            for attribute in node.attributes() {
                let (name, value) = (attribute.name(), attribute.value());
                assert!(!name.starts_with("on"), "{tag} {name}");
                let outside =
                    value.contains("://") || value.contains("url(h") || value.contains("data:");
                assert!(!outside, "{tag} {name}={value}");
            }
        }
        assert!(!svg.contains("@import"));
    }
}

#[test]
fn hostile_names_stay_text() {
    let folder = tempfile::tempdir().unwrap();
    let yaml = "trefonds: 1\nhome: [FR]\ntitle: \"]]><script>alert(1)</script>\"\ncomponents:\n  \
                a: {name: \"<script>&\\\"'\", layer: service, depends_on: none}\n";
    std::fs::write(folder.path().join("a.yaml"), yaml).unwrap();
    let story = crate::harness::Story::on(folder.path().to_str().unwrap()).args(["map"]);
    let svg = story.succeeds().stdout;
    let document = Document::parse(&svg).unwrap();
    assert!(!document.descendants().any(|node| node.has_tag_name("script")));
}

#[test]
fn every_view_is_well_formed() {
    let views: [&[&str]; 7] = [
        &["--focus", "accueil"],
        &["--focus", "dossiers", "--depth", "1"],
        &["--expand", "entities", "--highlight", "US"],
        &["--collapse", "entity"],
        &["--collapse", "site", "--theme", "dark"],
        &["--layers", "service,application"],
        &["--highlight", "parents:imageur"],
    ];
    for view in views {
        let svg = clinic().args(["map"]).args(view).succeeds().stdout;
        Document::parse(&svg).unwrap_or_else(|error| panic!("{view:?}: {error}"));
    }
    // Nobody stands behind a range of votes: nothing would be drawn strong.
    let nobody = clinic().args(["map", "--highlight", "votes:editeur:fonds"]).fails_with(2);
    nobody.complains("hides nobody who could withdraw");
}

#[test]
fn the_ending_says_what_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str| {
        let file = folder.path().join(name);
        clinic().args(["map", "-o", file.to_str().unwrap()]).stdout("");
        std::fs::read_to_string(file).unwrap()
    };
    assert!(write("map.svg").starts_with("<svg"));
    let json: serde_json::Value = serde_json::from_str(&write("map.json")).unwrap();
    assert!(list(&json, "nodes").len() >= 15);
    assert!(write("map.dot").contains("digraph"));
}

#[test]
fn the_installed_dot_takes_the_dot() {
    let folder = tempfile::tempdir().unwrap();
    for name in inventories() {
        let file = folder.path().join(format!("{name}.dot"));
        inventory(&name).args(["map", "-o", file.to_str().unwrap()]).succeeds();
        // `canon` parses and writes again without a layout: fast.
        let dot = Command::new("dot").arg("-Tcanon").arg(&file).output();
        let dot = dot.expect("`dot` is not installed: run `just setup`");
        let complaints = String::from_utf8_lossy(&dot.stderr).into_owned();
        assert!(dot.status.success() && complaints.is_empty(), "{name}: {complaints}");
    }
}

#[test]
fn the_installed_rsvg_convert_draws_the_picture() {
    let folder = tempfile::tempdir().unwrap();
    let (svg, png) = (folder.path().join("map.svg"), folder.path().join("map.png"));
    clinic().args(["map", "-o", svg.to_str().unwrap()]).succeeds();
    let drawn = Command::new("rsvg-convert").arg(&svg).arg("-o").arg(&png).output();
    let drawn = drawn.expect("`rsvg-convert` is not installed: run `just setup`");
    assert!(drawn.status.success(), "{}", String::from_utf8_lossy(&drawn.stderr));
    assert!(std::fs::read(&png).unwrap().starts_with(b"\x89PNG"));
}

/// Services and data, with an application, software and a machine between them.
const LAYERED: &str = "trefonds: 1
home: [FR]
components:
  shop: {layer: service, depends_on: [till, records]}
  desk: {layer: service, depends_on: [{any_of: [till, paper]}, {soft: board}]}
  idle: {layer: service, depends_on: [paper]}
  paper: {layer: service, depends_on: none}
  till: {layer: application, depends_on: [engine]}
  board: {layer: application, depends_on: [records]}
  engine: {layer: software, depends_on: [records, stock]}
  records: {layer: data, depends_on: none}
  stock: {layer: data, depends_on: none}
";

#[test]
fn what_connects_through_a_hidden_layer_is_drawn() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.yaml"), LAYERED).unwrap();
    let story = crate::harness::Story::on(folder.path().to_str().unwrap());
    let map = |ending: &str, more: &[&str]| {
        let file = folder.path().join(format!("map.{ending}"));
        let output = ["map", "--layers", "service,data", "-o", file.to_str().unwrap()];
        story.clone().args(output).args(more).stdout("");
        let text = std::fs::read_to_string(&file).unwrap();
        std::fs::remove_file(file).unwrap();
        text
    };
    let json: serde_json::Value = serde_json::from_str(&map("json", &[])).unwrap();
    let id = |at: &serde_json::Value| {
        let node = &json["nodes"][at.as_u64().unwrap() as usize];
        node["component"]["component"]["id"].as_str().unwrap_or("joint").to_owned()
    };
    let edges = list(&json, "edges").iter().map(|edge| {
        let through = edge["through"].as_array().into_iter().flatten();
        let through: Vec<&str> = through.map(|it| it["id"].as_str().unwrap()).collect();
        let kind = edge["kind"].as_str().unwrap();
        format!("{} {kind} {} {}", id(&edge["from"]), id(&edge["to"]), through.join("+"))
    });
    let mut edges: Vec<String> = edges.map(|edge| edge.trim_end().to_owned()).collect();
    edges.sort();
    // By hand: what is joined directly is not joined once more, and a softer way not beside a firmer.
    let wanted = [
        "desk alternative joint",
        "desk alternative records till+engine",
        "desk alternative stock till+engine",
        "idle hard paper",
        "joint alternative paper",
        "shop hard records",
        "shop hard stock till+engine",
    ];
    assert_eq!(edges, wanted);
    let svg = map("svg", &[]);
    assert!(svg.contains(">…2</text>"), "{svg}");
    assert!(svg.contains("through so many components that are not shown"));
    assert!(svg.contains("Through what is not shown: till, engine"));
    assert!(map("svg", &["--lang", "fr"]).contains("par autant de composants non montrés"));
    assert!(map("dot", &[]).contains("label=\"…2\""));
    // Drawn whole, nothing is indirect.
    let whole = story.args(["map"]).succeeds().stdout;
    assert!(!whole.contains("not shown"));
}
