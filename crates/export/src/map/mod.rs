//! The map as a picture: `MapGraph` to SVG, and to DOT for those who draw it themselves.
//!
//! What a box says (`content`) is shared by both. For SVG, `card` gives the lines and chips of
//! a box their places, an engine of `trefonds-layout` gives the boxes theirs, and the drawing
//! (`boxes`, `arrow_drawing`, `heading`, `legend`) is the same whatever the engine.

mod advances;
mod arrow;
mod arrow_drawing;
mod boxes;
mod card;
mod change_badge;
mod clean;
mod columns;
mod content;
mod dot;
mod dot_label;
mod error;
mod fate;
mod fate_mark;
mod heading;
mod joint;
mod legend;
mod metrics;
mod node_content;
mod pen;
mod placed;
mod scene;
mod svg;
#[cfg(test)]
mod tests;
mod theme;
mod tips;

mod verdict;

use std::io;

use trefonds_findings::MapGraph;
use trefonds_lang::Lang;
use trefonds_layout::Engine;

pub use arrow::Stroke;
pub use content::Form;
pub use error::ExportError;
pub use metrics::{FAMILY, Font};
pub use placed::{LineRole, Place, Placed, PlacedArrow, PlacedBox, PlacedColumn, placed};
pub use theme::{Colours, Theme};

/// How the picture is made.
#[derive(Clone, Copy)]
pub struct SvgOptions<'a> {
    /// The language of its words.
    pub lang: Lang,
    /// Who finds the positions.
    pub engine: &'a dyn Engine,
    /// Its colours.
    pub theme: Theme,
}

/// Draws the map as SVG.
///
/// # Errors
/// When the engine fails, or `out`.
pub fn svg(
    map: &MapGraph,
    options: &SvgOptions<'_>,
    out: &mut dyn io::Write,
) -> Result<(), ExportError> {
    let picture = svg::picture(map, options)?;
    Ok(out.write_all(picture.as_bytes())?)
}

/// Writes the map in the DOT language, styled, for Graphviz and what else reads it.
///
/// # Errors
/// When `out` fails.
pub fn dot(map: &MapGraph, lang: Lang, out: &mut dyn io::Write) -> Result<(), ExportError> {
    Ok(out.write_all(dot::text(map, lang).as_bytes())?)
}
