//! The map with every place known.

use trefonds_findings::{MapGraph, MapHeader};
use trefonds_lang::Lang;
use trefonds_layout::{
    ArrowSpec, BoxSpec, Drawing, Extent, Path, Placement, Point, Rect, Segment, Spacing,
};

use super::SvgOptions;
use super::arrow::{Arrow, arrows, lanes};
use super::card::{self, Card};
use super::columns::{HEADER_HEIGHT, header_width};
use super::content::{Content, Form};
use super::error::ExportError;
use super::joint;
use super::node_content::contents;
use super::theme::Colours;

/// Around everything.
pub(super) const MARGIN: f64 = 30.0;
/// Between a column's band and its boxes.
pub(super) const BAND: f64 = 14.0;

/// All that is drawn.
pub(super) struct Scene<'a> {
    pub(super) lang: Lang,
    pub(super) header: &'a MapHeader,
    pub(super) colours: Colours,
    pub(super) contents: Vec<Content>,
    pub(super) cards: Vec<Card>,
    pub(super) arrows: Vec<Arrow>,
    placement: Placement,
    /// Where the placement's origin is in the picture.
    origin: Point,
}

impl<'a> Scene<'a> {
    pub(super) fn new(map: &'a MapGraph, options: &SvgOptions<'_>) -> Result<Self, ExportError> {
        let contents = contents(map, options.lang);
        let cards = cards(&contents, options.lang);
        let arrows = arrows(map, &contents, options.lang);
        let drawing = drawing(&contents, &cards, &arrows, &joint::follows(map));
        Ok(Self {
            lang: options.lang,
            header: &map.header,
            colours: options.theme.colours(),
            placement: options.engine.place(&drawing)?,
            contents,
            cards,
            arrows,
            origin: Point::default(),
        })
    }

    /// Moves the drawing below what stands above it.
    pub(super) fn below(&mut self, heading: f64) {
        let above = HEADER_HEIGHT + BAND;
        self.origin = Point::new(MARGIN + BAND, heading + above);
    }

    /// The bands of the columns: left, top, width, height.
    pub(super) fn band(&self, extent: &Extent) -> [f64; 4] {
        [
            self.origin.x + extent.left - BAND,
            self.origin.y - HEADER_HEIGHT - BAND,
            extent.right - extent.left + 2.0 * BAND,
            self.placement.height + HEADER_HEIGHT + 2.0 * BAND,
        ]
    }

    pub(super) fn columns(&self) -> &[Extent] {
        &self.placement.columns
    }

    /// The width of the whole drawing with its bands.
    pub(super) fn width(&self) -> f64 {
        self.placement.width + 2.0 * BAND
    }

    /// The lower end of the drawing with its bands.
    pub(super) fn bottom(&self) -> f64 {
        self.origin.y + self.placement.height + BAND
    }

    pub(super) fn rect(&self, index: usize) -> Rect {
        let rect = self.placement.boxes[index];
        Rect { left: rect.left + self.origin.x, top: rect.top + self.origin.y, ..rect }
    }

    pub(super) fn path(&self, index: usize) -> Path {
        let path = &self.placement.arrows[index];
        let moved = |p: Point| Point::new(p.x + self.origin.x, p.y + self.origin.y);
        let segments = path.segments.iter().map(|segment| match *segment {
            Segment::Line(end) => Segment::Line(moved(end)),
            Segment::Curve(a, b, end) => Segment::Curve(moved(a), moved(b), moved(end)),
        });
        Path { start: moved(path.start), segments: segments.collect() }
    }

    /// The attribute that fades what is not on the highlighted path.
    pub(super) fn faded(&self, strong: bool) -> String {
        let some_are_strong = self.header.highlight.is_some() || self.header.scenario.is_some();
        if some_are_strong && !strong { " opacity=\"0.28\"".to_owned() } else { String::new() }
    }

    /// Whether to draw it stronger than usual.
    pub(super) const fn emphasis(&self, strong: bool) -> bool {
        self.header.highlight.is_some() && strong
    }
}

/// Cards of one column are equally wide.
fn cards(contents: &[Content], lang: Lang) -> Vec<Card> {
    let last = contents.iter().map(|content| content.column).max();
    let mut widths: Vec<f64> = (0..=last.unwrap_or(0))
        .map(|column| header_width(column, lang) - 2.0 * BAND + 12.0)
        .collect();
    for content in contents.iter().filter(|content| content.form != Form::Joint) {
        let width = &mut widths[content.column];
        *width = width.max(card::natural_width(content));
    }
    let cards = contents.iter().map(|content| {
        let width = match content.form {
            Form::Joint => card::natural_width(content),
            _ => widths[content.column],
        };
        card::card(content, width)
    });
    cards.collect()
}

fn drawing(
    contents: &[Content],
    cards: &[Card],
    arrows: &[Arrow],
    follows: &[Option<usize>],
) -> Drawing {
    let boxes = contents.iter().zip(cards).zip(follows);
    let boxes = boxes.map(|((content, card), follows)| BoxSpec {
        width: card.width,
        height: card.height,
        column: content.column,
        follows: *follows,
    });
    let arrows = arrows.iter().zip(lanes(arrows));
    let arrows = arrows.map(|(arrow, lane)| ArrowSpec { from: arrow.from, to: arrow.to, lane });
    Drawing { boxes: boxes.collect(), arrows: arrows.collect(), spacing: Spacing::default() }
}
