//! Reading Graphviz's `plain` output.

use std::collections::{BTreeMap, VecDeque};

use super::ask::{INCH, left_to_right};
use crate::ranks::Ranks;
use crate::shape::Shape;
use crate::{Drawing, Extent, LayoutError, Path, Placement, Point, Rect, Segment};

/// The answer of `engine` as a placement.
pub(super) fn placement(
    drawing: &Drawing,
    answer: &str,
    engine: &'static str,
) -> Result<Placement, LayoutError> {
    read(drawing, answer).ok_or_else(|| LayoutError::Unusable {
        engine,
        message: "its answer lacks a box or an arrow".to_owned(),
    })
}

fn read(drawing: &Drawing, answer: &str) -> Option<Placement> {
    let mut placement = Placement::default();
    let mut middles = BTreeMap::new();
    let mut paths: BTreeMap<(usize, usize), VecDeque<Path>> = BTreeMap::new();
    for line in answer.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.first() {
            Some(&"graph") => {
                placement.width = number(&words, 2)?;
                placement.height = number(&words, 3)?;
            }
            Some(&"node") => {
                if let Some(index) = index(words.get(1)?) {
                    middles.insert(index, point(&words, 2, placement.height)?);
                }
            }
            Some(&"edge") => {
                if let (Some(a), Some(b)) = (index(words.get(1)?), index(words.get(2)?)) {
                    let path = path(&words, placement.height)?;
                    paths.entry((a, b)).or_default().push_back(path);
                }
            }
            _ => {}
        }
    }
    boxes(drawing, &middles, &mut placement)?;
    arrows(drawing, &mut paths, &mut placement)?;
    placement.columns = columns(drawing, &placement.boxes);
    Some(placement)
}

fn index(name: &str) -> Option<usize> {
    name.strip_prefix('n')?.parse().ok()
}

fn number(words: &[&str], at: usize) -> Option<f64> {
    let number: f64 = words.get(at)?.parse().ok()?;
    number.is_finite().then_some(number * INCH)
}

/// Graphviz counts upwards.
fn point(words: &[&str], at: usize, height: f64) -> Option<Point> {
    Some(Point::new(number(words, at)?, height - number(words, at + 1)?))
}

fn path(words: &[&str], height: f64) -> Option<Path> {
    let count: usize = words.get(3)?.parse().ok()?;
    let points = (0..count).map(|index| point(words, 4 + 2 * index, height));
    let points: Vec<Point> = points.collect::<Option<_>>()?;
    let (start, rest) = points.split_first()?;
    let curves = rest.chunks_exact(3);
    Some(Path {
        start: *start,
        segments: curves.map(|p| Segment::Curve(p[0], p[1], p[2])).collect(),
    })
}

fn boxes(
    drawing: &Drawing,
    middles: &BTreeMap<usize, Point>,
    placement: &mut Placement,
) -> Option<()> {
    for (index, spec) in drawing.boxes.iter().enumerate() {
        let middle = middles.get(&index)?;
        placement.boxes.push(Rect {
            left: middle.x - spec.width / 2.0,
            top: middle.y - spec.height / 2.0,
            width: spec.width,
            height: spec.height,
        });
    }
    Some(())
}

fn arrows(
    drawing: &Drawing,
    paths: &mut BTreeMap<(usize, usize), VecDeque<Path>>,
    placement: &mut Placement,
) -> Option<()> {
    let ranks = Ranks::new(drawing, &Shape::new(drawing));
    for arrow in &drawing.arrows {
        let asked = left_to_right(&ranks, arrow.from, arrow.to);
        let path = paths.get_mut(&asked)?.pop_front()?;
        let turned = asked != (arrow.from, arrow.to);
        placement.arrows.push(if turned { path.reversed() } else { path });
    }
    Some(())
}

fn columns(drawing: &Drawing, boxes: &[Rect]) -> Vec<Extent> {
    let mut columns: BTreeMap<usize, (f64, f64)> = BTreeMap::new();
    let specs = drawing.boxes.iter().zip(boxes);
    for (spec, rect) in specs.filter(|(spec, _)| spec.follows.is_none()) {
        let column = columns.entry(spec.column).or_insert((f64::INFINITY, f64::NEG_INFINITY));
        *column = (column.0.min(rect.left), column.1.max(rect.right()));
    }
    let extents = columns.into_iter();
    let extents = extents.map(|(column, (left, right))| Extent { column, left, right });
    extents.collect()
}
