//! The map with every place known, as data: for pages that draw it themselves, with the same boxes,
//! words and arrows as the picture.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;
use trefonds_findings::MapGraph;

use super::arrow::{Arrow, Stroke};
use super::arrow_drawing::{self, Drawn};
use super::card::{Card, Line, PlacedTag, Role};
use super::columns;
use super::content::{Alarm, Content, Form};
use super::error::ExportError;
use super::scene::Scene;
use super::{SvgOptions, change_badge, joint};

/// A place, in the units of the picture: left, top, width, height; rounded to a tenth.
pub type Place = [f64; 4];

/// A column's band.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct PlacedColumn {
    /// Its name.
    pub name: String,
    /// Where it is.
    pub place: Place,
}

/// How loud a line of a box is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LineRole {
    /// The name of the box.
    Name,
    /// What is beside it.
    Quiet,
    /// A verdict that alarms.
    Alarm,
}

/// A box, its inside relative to its left and top.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct PlacedBox {
    /// What it is.
    pub form: Form,
    /// The id of what it shows; of its owner, for a joint.
    pub of: String,
    /// Where it is.
    pub place: Place,
    /// The sign of what came, went or is different, on the map of a diff.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub turn: Option<&'static str>,
    /// It has ended, or is not there yet, and is needed.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub ended: bool,
    /// 0: nobody foreign can stop it; 1: possibly; 2: later; 3: at once.
    pub alarm: u8,
    /// Lines of text: text, role, size, bold, left, baseline.
    pub lines: Vec<(String, LineRole, f64, bool, f64, f64)>,
    /// Chips: text, alarm, place.
    pub tags: Vec<(String, u8, Place)>,
    /// The middle of the mark of a single point.
    pub point: Option<[f64; 2]>,
    /// The middle of the mark of what cannot be mended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stuck: Option<[f64; 2]>,
    /// The mark of blind spots: text, left, top, width.
    pub blind: Option<(String, f64, f64, f64)>,
    /// The bar of coverage: left, top, percentage.
    pub bar: Option<(f64, f64, u32)>,
}

/// An arrow.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct PlacedArrow {
    /// The box that it leaves.
    pub from: usize,
    /// The box that it enters.
    pub to: usize,
    /// How it is drawn.
    pub kind: Stroke,
    /// The whole way, as path data of SVG.
    pub way: String,
    /// The part of the way that no arrow before it has drawn, where that is not the whole.
    pub own: Option<String>,
    /// The arrowhead, unless it ends at a joint.
    pub head: Option<String>,
    /// The sign of what came or went, on the map of a diff.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub turn: Option<&'static str>,
    /// Its label and the label's middle.
    pub label: Option<(String, f64, f64)>,
}

/// The whole map.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Placed {
    /// Width and height.
    pub size: [f64; 2],
    /// The bands of the columns.
    pub columns: Vec<PlacedColumn>,
    /// The boxes, in the order of the map's nodes.
    pub boxes: Vec<PlacedBox>,
    /// The arrows.
    pub arrows: Vec<PlacedArrow>,
}

/// Finds the place of everything on the map; the theme makes no difference.
///
/// # Errors
/// When the engine fails.
pub fn placed(map: &MapGraph, options: &SvgOptions<'_>) -> Result<Placed, ExportError> {
    let mut scene = Scene::new(map, options)?;
    scene.below(0.0);
    let owners = joint::owners(map);
    let boxes = scene.contents.iter().zip(&scene.cards).enumerate().map(|(at, (content, card))| {
        let rect = scene.rect(at);
        let place = [rect.left, rect.top, rect.width, rect.height].map(tenth);
        placed_box(content, card, place, owners[at].as_deref())
    });
    let mut drawn = BTreeSet::new();
    let arrows = scene
        .arrows
        .iter()
        .enumerate()
        .map(|(at, arrow)| placed_arrow(&scene, at, arrow, &mut drawn));
    let columns = scene.columns().iter().map(|extent| PlacedColumn {
        name: columns::column_name(extent.column, scene.lang),
        place: scene.band(extent).map(tenth),
    });
    Ok(Placed {
        columns: columns.collect(),
        boxes: boxes.collect(),
        arrows: arrows.collect(),
        size: [scene.width() + 2.0 * super::scene::MARGIN, scene.bottom() + super::scene::MARGIN]
            .map(tenth),
    })
}

fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

const fn level(alarm: Alarm) -> u8 {
    match alarm {
        Alarm::Quiet => 0,
        Alarm::Possible => 1,
        Alarm::Later => 2,
        Alarm::AtOnce => 3,
    }
}

fn placed_box(content: &Content, card: &Card, place: Place, owner: Option<&str>) -> PlacedBox {
    PlacedBox {
        form: content.form,
        of: owner.unwrap_or(&content.key).to_owned(),
        place,
        turn: content.turn.map(change_badge::sign),
        ended: content.ended,
        alarm: level(content.alarm),
        lines: card.lines.iter().map(line).collect(),
        tags: card.tags.iter().map(tag).collect(),
        point: card.single_point.map(|(x, y)| [x, y].map(tenth)),
        stuck: card.unmendable.map(|(x, y)| [x, y].map(tenth)),
        blind: (card.blind_spots.as_ref())
            .map(|(text, x, y, width)| (text.clone(), tenth(*x), tenth(*y), tenth(*width))),
        bar: card.bar.map(|(x, y, percent)| (tenth(x), tenth(y), percent)),
    }
}

fn line(line: &Line) -> (String, LineRole, f64, bool, f64, f64) {
    let role = match line.role {
        Role::Name => LineRole::Name,
        Role::Verdict(Alarm::Quiet) | Role::Second | Role::Coverage => LineRole::Quiet,
        Role::Verdict(_) => LineRole::Alarm,
    };
    (line.text.clone(), role, line.font.size, line.font.bold, tenth(line.x), tenth(line.y))
}

fn tag(placed: &PlacedTag) -> (String, u8, Place) {
    let place = [placed.x, placed.y, placed.width, placed.height].map(tenth);
    (placed.tag.text.clone(), level(placed.tag.alarm), place)
}

fn placed_arrow(scene: &Scene<'_>, at: usize, arrow: &Arrow, drawn: &mut Drawn) -> PlacedArrow {
    let path = scene.path(at);
    let parts = arrow_drawing::parts(arrow, &path, drawn);
    let way = arrow_drawing::data(&path);
    PlacedArrow {
        from: arrow.from,
        to: arrow.to,
        kind: arrow.stroke,
        own: Some(parts.own).filter(|own| *own != way),
        head: parts.head,
        turn: arrow.turn.map(change_badge::sign),
        label: arrow_drawing::label_at(arrow, &path)
            .map(|at| (arrow.label.clone(), tenth(at.x), tenth(at.y))),
        way,
    }
}
