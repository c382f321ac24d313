use std::path::Path;

use trefonds_ask::{Analysis, MapOptions};
use trefonds_export::map::{SvgOptions, dot, svg};
use trefonds_export::{json, lists};
use trefonds_findings::MapGraph;
use trefonds_lang::Lang;
use trefonds_layout::{Bands, Engine, GraphvizPure, InstalledDot};
use trefonds_model::Layer;

use super::session;
use crate::args::{EngineName, Map};
use crate::destination::is_stdout;
use crate::failure::Failure;
use crate::output::{not_on_a_terminal, write_bytes};
use crate::{FINE, World};

/// What is written, by the ending of the file.
enum Kind {
    Svg,
    Dot,
    Json,
}

pub(super) fn run(args: &Map, world: &mut World<'_>) -> Result<u8, Failure> {
    let lang: Lang = args.common.lang.into();
    not_on_a_terminal(args.output.as_deref(), "-o map.svg", lang, world)?;
    let kind = kind(args.output.as_deref(), lang)?;
    let inventory = session::load(&args.common, world)?;
    let progress = session::analysing(&args.common, world);
    let analysis = session::analyse_for(&inventory, &args.common, session::question(args.fault));
    let map = analysis.map(&options(args, &analysis, lang)?);
    let bytes = draw(&map, &kind, args, lang)?;
    drop(progress);
    write_bytes(args.output.as_deref(), &bytes, lang, world)?;
    Ok(FINE)
}

fn kind(output: Option<&Path>, lang: Lang) -> Result<Kind, Failure> {
    let Some(path) = output.filter(|path| !is_stdout(path)) else { return Ok(Kind::Svg) };
    let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    match ending.as_deref() {
        Some("svg") => Ok(Kind::Svg),
        Some("dot" | "gv") => Ok(Kind::Dot),
        Some("json") => Ok(Kind::Json),
        _ => Err(Failure::Unknown(lang.unknown_ending(&path.display().to_string()))),
    }
}

fn options(args: &Map, analysis: &Analysis<'_>, lang: Lang) -> Result<MapOptions, Failure> {
    let focus = args.focus.as_ref().map(|id| session::component(analysis, id, lang)).transpose()?;
    let highlight =
        args.highlight.as_ref().map(|id| session::controller(analysis, id, lang)).transpose()?;
    let layers = args.layers.as_ref();
    let layers: Option<Vec<Layer>> =
        layers.map(|layers| layers.iter().map(|layer| (*layer).into()).collect());
    if let Some(layers) = &layers {
        there_are(analysis, layers, lang)?;
    }
    Ok(MapOptions {
        focus,
        depth: args.depth,
        layers,
        collapse: args.collapse.map(Into::into),
        whole: false,
        expand_entities: args.expand.is_some(),
        highlight,
    })
}

/// Refuses layers that no component is of: they would show nothing, and look as if nothing were there.
fn there_are(analysis: &Analysis<'_>, layers: &[Layer], lang: Lang) -> Result<(), Failure> {
    let known = analysis.layers();
    let name = |layer: &Layer| lists::phrases::layer_key(*layer);
    let missing: Vec<String> =
        layers.iter().filter(|layer| !known.contains(layer)).map(name).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let known: Vec<String> = known.iter().map(name).collect();
    Err(Failure::Unknown(lang.map_no_layer(&missing.join(", "), &known.join(", "))))
}

fn draw(map: &MapGraph, kind: &Kind, args: &Map, lang: Lang) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    match kind {
        Kind::Svg => {
            let engine: &dyn Engine = match args.engine {
                EngineName::Bands => &Bands::default(),
                EngineName::Graphviz => &GraphvizPure,
                EngineName::Dot => &InstalledDot,
            };
            svg(map, &SvgOptions { lang, engine, theme: args.theme.into() }, &mut bytes)?;
        }
        Kind::Dot => dot(map, lang, &mut bytes)?,
        Kind::Json => json::write(map, &mut bytes)?,
    }
    Ok(bytes)
}
