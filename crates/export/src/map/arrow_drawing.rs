//! Drawing the arrows.
//!
//! Arrows of one lane share the last part of their way. A shared part is drawn once, so that
//! dashes stay dashes.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use trefonds_layout::{Path, Point, Segment};

use super::arrow::{Arrow, Stroke};
use super::clean::Ids;
use super::metrics::Font;
use super::pen::{Pen, number};
use super::scene::Scene;

const LABEL: Font = Font::regular(9.5);
const HEAD: f64 = 7.0;

/// Draws every arrow, the faded ones below.
pub(super) fn draw(pen: &mut Pen, scene: &Scene<'_>, ids: &mut Ids) {
    let mut drawn = BTreeSet::new();
    let given: Vec<String> = scene.arrows.iter().map(|w| ids.fresh("e", &w.key)).collect();
    for strong in [false, true] {
        let arrows = scene.arrows.iter().enumerate();
        for (index, arrow) in arrows.filter(|arrow| arrow.1.strong == strong) {
            let path = scene.path(index);
            let faded = scene.faded(arrow.strong);
            pen.open(&given[index], &faded, &arrow.tip);
            line(pen, scene, arrow, &path, &mut drawn);
            pen.close();
        }
    }
    for strong in [false, true] {
        let arrows = scene.arrows.iter().enumerate();
        for (index, arrow) in arrows.filter(|arrow| arrow.1.strong == strong) {
            label(pen, scene, arrow, &scene.path(index));
        }
    }
}

/// What makes two parts of two arrows the same.
pub(super) type Drawn = BTreeSet<(u32, String)>;

/// The line of an arrow, with its head.
fn line(pen: &mut Pen, scene: &Scene<'_>, arrow: &Arrow, path: &Path, drawn: &mut Drawn) {
    let emphasis = scene.emphasis(arrow.strong);
    let colour = if emphasis { scene.colours.text } else { scene.colours.arrow };
    let colour = if arrow.turn.is_some() { scene.colours.change } else { colour };
    let emphasis = emphasis || arrow.turn.is_some();
    let parts = parts(arrow, path, drawn);
    if !parts.own.is_empty() {
        let width = stroke_width(arrow, emphasis);
        pen.path(&parts.own, &line_look(arrow.stroke, colour, width));
    }
    if let Some(head) = &parts.head {
        pen.path(head, &head_look(scene, arrow.stroke, colour));
    }
}

/// What is drawn of an arrow, as path data.
pub(super) struct Parts {
    /// The line, without the stretches that others have drawn; may be empty.
    pub(super) own: String,
    /// The arrowhead.
    pub(super) head: Option<String>,
}

/// What an arrow adds to what has been drawn.
pub(super) fn parts(arrow: &Arrow, path: &Path, drawn: &mut Drawn) -> Parts {
    let apart = arrow.turn.map_or(0, |turn| turn as u32 + 1);
    let lane = (arrow.stroke as u32 * 2 + u32::from(arrow.strong)) * 4 + apart;
    let mut own = own_parts(path, lane, drawn);
    let tip = path.end();
    let towards = direction(path);
    let arrives = own.last().is_some_and(|last| last.end() == tip);
    let head = arrives && !arrow.into_joint;
    if let (true, Some(last)) = (head, own.last_mut()) {
        shorten(last, towards);
    }
    Parts {
        own: own.iter().map(data).collect(),
        head: head.then(|| head_data(tip, towards, arrow.stroke)),
    }
}

/// The stretches of `path` that no arrow of its lane has drawn before.
fn own_parts(path: &Path, lane: u32, drawn: &mut Drawn) -> Vec<Path> {
    let mut own: Vec<Path> = Vec::new();
    let mut at = path.start;
    let mut apart = true;
    for segment in &path.segments {
        let key = format!("{} {}", xy(at), part(segment));
        if drawn.insert((lane, key)) {
            match own.last_mut() {
                Some(last) if !apart => last.segments.push(*segment),
                _ => own.push(Path { start: at, segments: vec![*segment] }),
            }
            apart = false;
        } else {
            apart = true;
        }
        at = segment.end();
    }
    own
}

fn stroke_width(arrow: &Arrow, emphasis: bool) -> f64 {
    let many = f64::from(arrow.count.max(1)).ln() * 0.45;
    let strong = if emphasis { 1.0 } else { 0.0 };
    arrow.stroke.width() + many.min(2.0) + strong
}

/// The attributes of a line.
pub(super) fn line_look(stroke: Stroke, colour: &str, width: f64) -> String {
    let mut look = format!("fill=\"none\" stroke=\"{colour}\" stroke-width=\"{}\"", number(width));
    if !stroke.dashes().is_empty() {
        let _ = write!(look, " stroke-dasharray=\"{}\"", stroke.dashes());
    }
    if stroke == Stroke::Soft {
        look.push_str(" stroke-linecap=\"round\"");
    }
    look
}

/// The attributes of an arrowhead.
pub(super) fn head_look(scene: &Scene<'_>, stroke: Stroke, colour: &str) -> String {
    if stroke == Stroke::Control {
        let ground = scene.colours.ground;
        return format!("fill=\"{ground}\" stroke=\"{colour}\" stroke-width=\"1.2\"");
    }
    format!("fill=\"{colour}\"")
}

/// The triangle of an arrow that ends at `tip`.
pub(super) fn head_data(tip: Point, towards: (f64, f64), stroke: Stroke) -> String {
    let (dx, dy) = towards;
    let half = if stroke == Stroke::Control { 4.0 } else { 3.2 };
    let back = Point::new(tip.x - dx * HEAD, tip.y - dy * HEAD);
    let corner = |side: f64| Point::new(back.x - dy * half * side, back.y + dx * half * side);
    let [a, b] = [corner(1.0), corner(-1.0)];
    format!("M{}L{}L{}Z", xy(tip), xy(a), xy(b))
}

/// The direction in which a path arrives.
fn direction(path: &Path) -> (f64, f64) {
    let end = path.end();
    let before = match path.segments.as_slice() {
        [.., Segment::Curve(_, b, _)] => *b,
        [.., last, Segment::Line(_)] => last.end(),
        _ => path.start,
    };
    let (dx, dy) = (end.x - before.x, end.y - before.y);
    let length = dx.hypot(dy);
    if length < 0.01 {
        return (1.0, 0.0);
    }
    (dx / length, dy / length)
}

/// Ends a line inside its arrowhead.
fn shorten(path: &mut Path, (dx, dy): (f64, f64)) {
    let back = |p: Point| Point::new(p.x - dx * (HEAD - 2.0), p.y - dy * (HEAD - 2.0));
    match path.segments.last_mut() {
        Some(Segment::Line(end)) => *end = back(*end),
        Some(Segment::Curve(_, b, end)) => {
            *b = back(*b);
            *end = back(*end);
        }
        None => {}
    }
}

fn xy(point: Point) -> String {
    format!("{} {}", number(point.x), number(point.y))
}

fn part(segment: &Segment) -> String {
    match segment {
        Segment::Line(end) => format!("L{}", xy(*end)),
        Segment::Curve(a, b, end) => format!("C{} {} {}", xy(*a), xy(*b), xy(*end)),
    }
}

/// The path as SVG path data, level lines joined.
pub(super) fn data(path: &Path) -> String {
    let mut data = format!("M{}", xy(path.start));
    let mut segments = path.segments.iter().peekable();
    while let Some(segment) = segments.next() {
        let joins = match (segment, segments.peek()) {
            (Segment::Line(a), Some(Segment::Line(b))) => number(a.y) == number(b.y),
            _ => false,
        };
        if !joins {
            data.push_str(&part(segment));
        }
    }
    data
}

fn label(pen: &mut Pen, scene: &Scene<'_>, arrow: &Arrow, path: &Path) {
    let Some(at) = label_at(arrow, path) else { return };
    let width = LABEL.width(&arrow.label);
    let faded = scene.faded(arrow.strong);
    let ground = format!("fill=\"{}\" fill-opacity=\"0.85\"{faded}", scene.colours.ground);
    pen.rect([at.x - width / 2.0 - 2.0, at.y - 6.5, width + 4.0, 13.0], 2.0, &ground);
    let look = format!("fill=\"{}\"{faded}", scene.colours.quiet);
    pen.words(at.x - width / 2.0, at.y + 3.5, LABEL, &look, &arrow.label);
    pen.raw("\n");
}

/// The middle of an arrow's label, if it has one.
pub(super) fn label_at(arrow: &Arrow, path: &Path) -> Option<Point> {
    let room = LABEL.width(&arrow.label) + 12.0;
    (!arrow.label.is_empty()).then(|| label_place(path, room))
}

/// The middle of the first part that is long enough for a label, or of the longest.
fn label_place(path: &Path, room: f64) -> Point {
    let mut at = path.start;
    let mut longest = (0.0, at);
    for segment in &path.segments {
        let end = segment.end();
        let length = (end.x - at.x).abs();
        let part = Path { start: at, segments: vec![*segment] };
        let middle = match segment {
            Segment::Line(_) => Point::new(f64::midpoint(at.x, end.x), at.y),
            Segment::Curve(..) => part.flattened(2)[1],
        };
        if length > room {
            return middle;
        }
        let length = length.max((end.y - at.y).abs());
        if length > longest.0 {
            longest = (length, middle);
        }
        at = end;
    }
    longest.1
}
