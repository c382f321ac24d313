//! Maps made for the tests, and what must hold for each of their pictures.

mod build;
mod dot;
mod fits;
mod gallery;
mod generated;
mod hostile;
mod picture;
mod small;
mod town;

use trefonds_findings::MapGraph;
use trefonds_lang::Lang;
use trefonds_layout::{Bands, Engine};

use super::{SvgOptions, Theme};

/// The map as SVG.
fn svg_with(map: &MapGraph, lang: Lang, engine: &dyn Engine, theme: Theme) -> String {
    let options = SvgOptions { lang, engine, theme };
    let mut out = Vec::new();
    super::svg(map, &options, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn svg(map: &MapGraph) -> String {
    svg_with(map, Lang::En, &Bands::default(), Theme::Light)
}

/// The map as DOT.
fn dot(map: &MapGraph) -> String {
    let mut out = Vec::new();
    super::dot(map, Lang::En, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}
