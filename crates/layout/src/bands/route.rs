//! Horizontal positions, and the way of each arrow.

use super::layers::Layers;
use super::pack::Packed;
use crate::{ArrowSpec, Drawing, Extent, Path, Placement, Point, Rect, Segment};

/// The placement that follows from the ranks and the heights.
pub(super) fn placement(drawing: &Drawing, layers: &Layers, packed: &Packed) -> Placement {
    let ranks = across(drawing, layers, packed);
    let boxes: Vec<Rect> = drawing
        .boxes
        .iter()
        .enumerate()
        .map(|(index, spec)| Rect {
            left: ranks[packed.ranks[index]].0,
            top: packed.at[index] - spec.height / 2.0,
            width: spec.width,
            height: spec.height,
        })
        .collect();
    let router = Router { layers, packed, ranks: &ranks, boxes: &boxes };
    let arrows = drawing.arrows.iter().zip(&layers.chains);
    let arrows: Vec<Path> = arrows.map(|(arrow, chain)| router.path(*arrow, chain)).collect();
    let ends = boxes.iter().map(Rect::bottom);
    Placement {
        width: ranks.iter().map(|rank| rank.1).fold(0.0, f64::max),
        height: ends.fold(0.0, f64::max),
        columns: columns(layers, &ranks),
        boxes,
        arrows,
    }
}

/// The left and right side of every rank.
fn across(drawing: &Drawing, layers: &Layers, packed: &Packed) -> Vec<(f64, f64)> {
    let mut widths = vec![0.0_f64; layers.ranks.len()];
    for (spec, &rank) in drawing.boxes.iter().zip(&packed.ranks) {
        widths[rank] = widths[rank].max(spec.width);
    }
    let steep = steepness(layers, packed);
    let mut left = 0.0;
    let mut ranks = Vec::with_capacity(widths.len());
    for (rank, width) in widths.iter().enumerate() {
        ranks.push((left, left + width));
        left += width + gap_after(drawing, layers, rank, steep[rank]);
    }
    ranks
}

fn gap_after(drawing: &Drawing, layers: &Layers, rank: usize, steep: f64) -> f64 {
    let Some(next) = layers.ranks.get(rank + 1) else {
        return 0.0;
    };
    let spacing = &drawing.spacing;
    let least = if next.depth > 0 {
        spacing.follower
    } else if next.column == layers.ranks[rank].column {
        spacing.sub_column
    } else {
        spacing.column
    };
    (steep * 0.09).clamp(0.0, spacing.column) * 0.9 + least
}

/// How far the steepest links between each rank and the next climb, the rare ones aside.
fn steepness(layers: &Layers, packed: &Packed) -> Vec<f64> {
    let mut climbs = vec![Vec::new(); layers.ranks.len()];
    for link in &layers.links {
        let climb = (packed.at[link.left] - packed.at[link.right]).abs();
        climbs[layers.nodes[link.left].rank].push(climb);
    }
    let steep = climbs.iter_mut().map(|climbs| {
        climbs.sort_by(f64::total_cmp);
        climbs.get(climbs.len() * 9 / 10).copied().unwrap_or(0.0)
    });
    steep.collect()
}

fn columns(layers: &Layers, ranks: &[(f64, f64)]) -> Vec<Extent> {
    let mut columns: Vec<Extent> = Vec::new();
    for (of, &(left, right)) in layers.ranks.iter().zip(ranks) {
        match columns.last_mut().filter(|last| last.column == of.column) {
            Some(_) if of.depth > 0 => {}
            Some(last) => last.right = right,
            None => columns.push(Extent { column: of.column, left, right }),
        }
    }
    columns
}

struct Router<'a> {
    layers: &'a Layers,
    packed: &'a Packed,
    ranks: &'a [(f64, f64)],
    boxes: &'a [Rect],
}

impl Router<'_> {
    fn path(&self, arrow: ArrowSpec, chain: &[usize]) -> Path {
        if chain.is_empty() {
            return self.beside(arrow);
        }
        let path = self.along(chain);
        let backward = self.layers.links[chain[0]].backward;
        if backward { path.reversed() } else { path }
    }

    /// From left to right: straight through ranks, curved between them.
    fn along(&self, chain: &[usize]) -> Path {
        let (first, _) = self.ends(chain[0]);
        let mut pen = Pen::at(first);
        for &index in chain {
            let link = &self.layers.links[index];
            let (start, end) = self.ends(index);
            let from = self.ranks[self.layers.nodes[link.left].rank].1;
            let to = self.ranks[self.layers.nodes[link.right].rank].0;
            pen.line(Point::new(from, start.y));
            pen.curve(Point::new(to, end.y));
            pen.line(end);
        }
        pen.path
    }

    /// Where a link leaves and where it arrives.
    fn ends(&self, index: usize) -> (Point, Point) {
        let link = &self.layers.links[index];
        let y =
            |node: usize, on_right: bool| self.packed.at[node] + self.layers.port(index, on_right);
        let left = match self.boxes.get(link.left) {
            Some(rect) => rect.right(),
            None => self.ranks[self.layers.nodes[link.left].rank].1,
        };
        let right = match self.boxes.get(link.right) {
            Some(rect) => rect.left,
            None => self.ranks[self.layers.nodes[link.right].rank].0,
        };
        (Point::new(left, y(link.left, true)), Point::new(right, y(link.right, false)))
    }

    /// Between two boxes of one sub-column: out and back in the gap at their right.
    fn beside(&self, arrow: ArrowSpec) -> Path {
        let (from, to) = (&self.boxes[arrow.from], &self.boxes[arrow.to]);
        let edge = self.ranks[self.packed.ranks[arrow.from]].1;
        let down = if from.middle() <= to.middle() { 1.0 } else { -1.0 };
        let leave = from.middle() + down * from.height / 4.0;
        let enter = if arrow.from == arrow.to {
            from.middle() - from.height / 4.0
        } else {
            to.middle() - down * to.height / 4.0
        };
        let out = (12.0 + (enter - leave).abs() * 0.06).min(30.0);
        let mut pen = Pen::at(Point::new(from.right(), leave));
        pen.line(Point::new(edge, leave));
        pen.path.segments.push(Segment::Curve(
            Point::new(edge + out, leave),
            Point::new(edge + out, enter),
            Point::new(edge, enter),
        ));
        pen.line(Point::new(to.right(), enter));
        pen.path
    }
}

/// Draws a path, a part for each rank and gap, so that shared parts are equal.
struct Pen {
    path: Path,
}

impl Pen {
    const fn at(start: Point) -> Self {
        Self { path: Path { start, segments: Vec::new() } }
    }

    fn line(&mut self, to: Point) {
        let at = self.path.end();
        if (to.x - at.x).abs() < 0.01 && (to.y - at.y).abs() < 0.01 {
            return;
        }
        self.path.segments.push(Segment::Line(to));
    }

    fn curve(&mut self, to: Point) {
        let at = self.path.end();
        if (to.y - at.y).abs() < 0.5 {
            return self.line(to);
        }
        let middle = f64::midpoint(at.x, to.x);
        self.path.segments.push(Segment::Curve(
            Point::new(middle, at.y),
            Point::new(middle, to.y),
            to,
        ));
    }
}
