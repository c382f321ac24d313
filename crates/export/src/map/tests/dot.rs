//! What must hold for every DOT.

use graphviz_rust::cmd::{CommandArg, Format};

use super::dot;
use super::generated::{aggregated, expanded, generated};
use super::hostile::hostile;
use super::small::small;
use super::town::{town, town_highlighted};

#[test]
fn every_text_reads_back() {
    for map in [small(), town(), expanded(), aggregated(), hostile()] {
        graphviz_rust::parse(&dot(&map)).unwrap();
    }
}

/// Needs Graphviz on the machine: the project's set-up installs it.
#[test]
fn the_installed_dot_draws_them() {
    for map in [town(), town_highlighted(), expanded(), aggregated(), hostile(), generated(60)] {
        let text = dot(&map);
        let picture = graphviz_rust::exec_dot(text, vec![CommandArg::Format(Format::Svg)])
            .unwrap_or_else(|error| panic!("dot, which the project's set-up installs: {error}"));
        let picture = String::from_utf8(picture).unwrap();
        let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
        roxmltree::Document::parse_with_options(&picture, options).unwrap();
    }
}

#[test]
fn names_do_not_stand_for_the_node() {
    let text = dot(&hostile());
    assert!(text.contains("&#92;N &#92;G"));
    let picture = graphviz_rust::exec_dot(text, vec![CommandArg::Format(Format::Plain)]).unwrap();
    assert!(String::from_utf8_lossy(&picture).contains("node n8 "));
}

#[test]
fn the_same_map_gives_the_same_text() {
    assert_eq!(dot(&town()), dot(&town()));
}

#[test]
fn a_small_map_is_written_like_this() {
    insta::assert_snapshot!("small_dot", dot(&small()));
}
