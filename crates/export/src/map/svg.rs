//! Putting the picture together.

use std::fmt::Write as _;

use trefonds_findings::MapGraph;

use super::clean::{Ids, escaped};
use super::error::ExportError;
use super::heading::{self, Heading};
use super::legend::Legend;
use super::metrics::FAMILY;
use super::pen::{Pen, number};
use super::scene::{MARGIN, Scene};
use super::{SvgOptions, arrow_drawing, boxes};

/// The narrowest picture: title and legend need room.
const NARROWEST: f64 = 760.0;

/// The whole picture.
pub(super) fn picture(map: &MapGraph, options: &SvgOptions<'_>) -> Result<String, ExportError> {
    let mut scene = Scene::new(map, options)?;
    let inner = scene.width().max(NARROWEST);
    let heading = Heading::new(&map.header, options.lang, inner);
    scene.below(heading.height());
    let legend = Legend::new(&scene, inner);
    let size = [inner + 2.0 * MARGIN, scene.bottom() + legend.height() + MARGIN];
    let mut pen = Pen::default();
    open(&mut pen, &scene, size);
    let mut ids = Ids::default();
    for name in ["map-title", "map-description"] {
        ids.reserve(name);
    }
    group(&mut pen, "columns", |pen| heading::columns(pen, &scene));
    group(&mut pen, "arrows", |pen| arrow_drawing::draw(pen, &scene, &mut ids));
    group(&mut pen, "boxes", |pen| boxes::draw(pen, &scene, &mut ids));
    group(&mut pen, "heading", |pen| heading.draw(pen, &scene));
    group(&mut pen, "legend", |pen| legend.draw(pen, &scene));
    pen.raw("</svg>\n");
    Ok(pen.text)
}

fn group(pen: &mut Pen, id: &str, draw: impl FnOnce(&mut Pen)) {
    pen.open(id, "", "");
    pen.raw("\n");
    draw(pen);
    pen.close();
}

fn open(pen: &mut Pen, scene: &Scene<'_>, size: [f64; 2]) {
    let [width, height] = size.map(number);
    let title = escaped(&heading::title(scene.header, scene.lang));
    let description = scene.lang.map_description(scene.contents.len(), scene.arrows.len());
    let _ = writeln!(
        pen.text,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"map-title map-description\" font-family=\"{}\">",
        escaped(FAMILY).replace("&#39;", "'"),
    );
    let _ = writeln!(
        pen.text,
        "<title id=\"map-title\">{title}</title>\n<desc id=\"map-description\">{}</desc>",
        escaped(&description),
    );
    let look = format!("fill=\"{}\"", scene.colours.ground);
    pen.rect([0.0, 0.0, size[0], size[1]], 0.0, &look);
    pen.raw("\n");
}
