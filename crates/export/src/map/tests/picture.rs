//! What must hold for every SVG.

use std::collections::BTreeSet;

use roxmltree::{Document, Node};
use trefonds_lang::Lang;
use trefonds_layout::{Bands, GraphvizPure, InstalledDot};

use super::generated::{aggregated, expanded, generated};
use super::hostile::{NAMES, hostile};
use super::small::small;
use super::town::{town, town_highlighted};
use super::{svg, svg_with};
use crate::map::Theme;

fn texts(document: &Document<'_>) -> String {
    let nodes = document.descendants();
    let nodes = nodes.filter(|node| node.has_tag_name("text"));
    nodes.filter_map(|node| node.text()).collect::<Vec<_>>().join("\n")
}

/// The picture at a glance: well-formed, ids unique, nothing that runs or fetches.
fn sound(picture: &str) {
    let document = Document::parse(picture).unwrap();
    let mut ids = BTreeSet::new();
    for node in document.descendants().filter(Node::is_element) {
        assert!(
            !["script", "foreignObject", "image", "use", "a"].contains(&node.tag_name().name())
        );
        for attribute in node.attributes() {
            assert!(!attribute.name().starts_with("on") && attribute.name() != "href");
            if attribute.name() == "id" {
                assert!(ids.insert(attribute.value().to_owned()), "{}", attribute.value());
            }
        }
    }
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    for id in root.attribute("aria-labelledby").unwrap().split(' ') {
        assert!(ids.contains(id));
    }
}

#[test]
fn every_picture_is_sound() {
    for map in [town(), town_highlighted(), expanded(), aggregated(), hostile(), generated(200)] {
        sound(&svg(&map));
    }
}

#[test]
fn every_engine_and_theme_draws() {
    for engine in [&Bands::default() as &dyn trefonds_layout::Engine, &GraphvizPure, &InstalledDot]
    {
        sound(&svg_with(&town(), Lang::Fr, engine, Theme::Dark));
        sound(&svg_with(&hostile(), Lang::Fr, engine, Theme::Light));
    }
}

#[test]
fn an_empty_map_is_a_picture() {
    let mut map = small();
    map.nodes.clear();
    map.edges.clear();
    sound(&svg(&map));
}

#[test]
fn hostile_names_are_shown_not_obeyed() {
    let picture = svg(&hostile());
    let document = Document::parse(&picture).unwrap();
    let shown = texts(&document);
    assert!(shown.contains("]]> <![CDATA[ x ]]>"));
    assert!(shown.contains("&amp; &lt; &#0;"));
    assert!(shown.contains('␀'));
    assert!(!picture.contains('\u{202E}') && !picture.contains('\0'));
    let titles = document.descendants().filter(|node| node.has_tag_name("title"));
    let titles: Vec<&str> = titles.filter_map(|node| node.text()).collect();
    let whole = |name: &str| titles.iter().any(|title| title.contains(name));
    let harmless = NAMES
        .iter()
        .filter(|name| !name.chars().any(|c| c.is_control() || "\u{202E}\u{fffe}".contains(c)));
    assert!(harmless.filter(|name| !name.trim().is_empty()).all(|name| whole(name)));
}

#[test]
fn the_same_map_gives_the_same_bytes() {
    assert_eq!(svg(&town()), svg(&town()));
    assert_eq!(svg(&generated(60)), svg(&generated(60)));
}

#[test]
fn a_highlight_moves_no_box() {
    let places = |picture: &str| -> Vec<String> {
        let document = Document::parse(picture).unwrap();
        let groups = document.descendants();
        let groups = groups.filter_map(|node| node.attribute("transform").map(str::to_owned));
        groups.collect()
    };
    let strong = svg(&town_highlighted());
    assert_eq!(places(&svg(&town())), places(&strong));
    assert!(strong.contains("opacity=\"0.28\""));
}

#[test]
fn the_legend_names_only_what_occurs() {
    let legend = |picture: &str| {
        let document = Document::parse(picture).unwrap();
        let mut groups = document.descendants();
        let group = groups.find(|node| node.attribute("id") == Some("legend")).unwrap();
        let words = group.descendants().filter_map(|node| node.text().map(str::to_owned));
        words.collect::<Vec<_>>().join("|")
    };
    let all = legend(&svg(&town()));
    for words in [
        "can stop it at once",
        "can stop it later",
        "unknown facts",
        "degraded without",
        "single point of failure",
    ] {
        assert!(all.contains(words), "{words}");
    }
    assert!(!all.contains("several components"));
    assert!(legend(&svg(&aggregated())).contains("several components"));
    assert!(legend(&svg(&expanded())).contains("controlled by"));
}

#[test]
fn what_a_board_reads_first_is_there() {
    let picture = svg(&town());
    let shown = texts(&Document::parse(&picture).unwrap());
    for words in [
        "Ville de Rochebrune: information system",
        "as of 24 November 2026",
        "coverage 87 % (412 of 473 facts)",
        "home France (FR), European Union (EU)",
        "stoppable by US at once",
        "no foreign single point",
        "possibly by ? at once",
        "coverage 96 %",
        "2/3",
        "SERVICES",
    ] {
        assert!(shown.contains(words), "{words}");
    }
    let french = svg_with(&town(), Lang::Fr, &Bands::default(), Theme::Light);
    assert!(french.contains("arrêtable par US immédiat"));
    assert!(svg(&aggregated()).contains("too many to draw one by one"));
}

#[test]
fn tooltips_lead_to_the_declaration() {
    let picture = svg(&town());
    let document = Document::parse(&picture).unwrap();
    let mut nodes = document.descendants();
    let group = nodes.find(|node| node.attribute("id") == Some("c-payroll")).unwrap();
    let tip = group.first_element_child().and_then(|title| title.text()).unwrap();
    for words in [
        "SaaS de paie (payroll)",
        "Operated by Paie SAS",
        "may stop it at once",
        "3 blind spots",
        "town.yaml:",
    ] {
        assert!(tip.contains(words), "{words} in {tip}");
    }
}

#[test]
fn a_small_map_looks_like_this() {
    insta::assert_snapshot!("small_svg", svg(&small()));
}
