//! The legend: only the marks that occur.

use trefonds_layout::{Path, Point, Segment};

use super::arrow::{Arrow, Stroke};
use super::arrow_drawing::{data, head_data, head_look, line_look};
use super::boxes;
use super::card::tag_width;
use super::content::{Alarm, Content, Form, Tag};
use super::fate_mark::FateMark;
use super::metrics::Font;
use super::pen::Pen;
use super::scene::{MARGIN, Scene};
use super::{change_badge, fate, tips};
use trefonds_findings::Channel;
use trefonds_findings::{ChangeKind, MapEdgeKind, QuestionKind};

const WORDS: Font = Font::regular(10.5);
const ROW: f64 = 24.0;
const GAP: f64 = 22.0;

/// A mark of the legend.
#[derive(Clone, Debug, PartialEq)]
enum Mark {
    Line(Stroke),
    Chip(Tag),
    SinglePoint,
    BlindSpots,
    Ended,
    Unmendable,
    Joint,
    Group,
    ChangeKind(ChangeKind),
    Fate(FateMark),
    Label(&'static str),
}

struct Item {
    mark: Mark,
    words: String,
    x: f64,
    y: f64,
}

/// The marks that occur, in rows.
pub(super) struct Legend {
    items: Vec<Item>,
    rows: f64,
}

impl Legend {
    pub(super) fn new(scene: &Scene<'_>, width: f64) -> Self {
        let mut items = Vec::new();
        let (mut x, mut y) = (0.0, 0.0);
        for (mark, words) in marks(scene) {
            let wide = mark.width() + 7.0 + WORDS.width(&words);
            if x > 0.0 && x + wide > width {
                (x, y) = (0.0, y + ROW);
            }
            items.push(Item { mark, words, x, y });
            x += wide + GAP;
        }
        Self { rows: y / ROW + 1.0, items }
    }

    pub(super) fn height(&self) -> f64 {
        16.0 + self.rows * ROW
    }

    pub(super) fn draw(&self, pen: &mut Pen, scene: &Scene<'_>) {
        let top = scene.bottom() + 16.0 + ROW / 2.0;
        for item in &self.items {
            let (x, y) = (MARGIN + item.x, top + item.y);
            item.mark.draw(pen, scene, x, y);
            let look = format!("fill=\"{}\"", scene.colours.quiet);
            let words = x + item.mark.width() + 7.0;
            pen.words(words, y + 3.8, WORDS, &look, &item.words);
            pen.raw("\n");
        }
    }
}

impl Mark {
    fn width(&self) -> f64 {
        match self {
            Self::Line(_) => 34.0,
            Self::Chip(tag) => tag_width(tag),
            Self::BlindSpots => 24.0,
            Self::SinglePoint => 26.0,
            Self::Unmendable => 12.0,
            Self::Joint => 30.0,
            Self::Ended | Self::Group => 28.0,
            Self::ChangeKind(_) => 16.0,
            Self::Fate(_) => 18.0,
            Self::Label(text) => WORDS.width(text),
        }
    }

    fn draw(&self, pen: &mut Pen, scene: &Scene<'_>, x: f64, y: f64) {
        let colours = scene.colours;
        let place = [x, y - 8.0, self.width(), 16.0];
        match self {
            Self::Line(stroke) => line(pen, scene, *stroke, x, y),
            Self::Chip(tag) => boxes::chip(pen, colours, place, &tag.text, tag.alarm),
            Self::SinglePoint => frame(pen, scene, place, Form::Component, true),
            Self::BlindSpots => boxes::blind_spots(pen, colours, "?n", [x, y - 7.5, 24.0]),
            Self::Unmendable => boxes::unmendable(pen, colours, x + 6.0, y),
            Self::Ended => {
                let content = Content { ended: true, ..Content::blank() };
                pen.rect(place, 4.0, &boxes::look(colours, &content));
            }
            Self::Joint => {
                frame(pen, scene, place, Form::Joint, false);
                let look = format!("fill=\"{}\"", colours.text);
                pen.words(x + 6.0, y + 3.6, Font::bold(10.0), &look, "k/n");
            }
            Self::Group => {
                let behind = [x + 3.0, y - 5.0, 25.0, 14.0];
                frame(pen, scene, behind, Form::Component, false);
                let front = [x, y - 8.0, 25.0, 14.0];
                frame(pen, scene, front, Form::Component, false);
            }
            Self::ChangeKind(of) => change_badge::badge(pen, colours, *of, x + 8.0, y),
            Self::Fate(of) => fate::badge(pen, colours, *of, x + 9.0, y),
            Self::Label(text) => {
                let look = format!("fill=\"{}\"", colours.text);
                pen.words(x, y + 3.8, WORDS, &look, text);
            }
        }
    }
}

fn frame(pen: &mut Pen, scene: &Scene<'_>, place: [f64; 4], form: Form, single_point: bool) {
    let content = Content { form, single_point, ..Content::blank() };
    let radius = if form == Form::Joint { 8.0 } else { 4.0 };
    pen.rect(place, radius, &boxes::look(scene.colours, &content));
    if single_point {
        let look = format!("fill=\"{}\"", scene.colours.text);
        let [x, y, width, height] = place;
        pen.circle(x + width / 2.0, y + height / 2.0, 4.2, &look);
    }
}

fn line(pen: &mut Pen, scene: &Scene<'_>, stroke: Stroke, x: f64, y: f64) {
    let path =
        Path { start: Point::new(x, y), segments: vec![Segment::Line(Point::new(x + 29.0, y))] };
    let colour = scene.colours.arrow;
    pen.path(&data(&path), &line_look(stroke, colour, stroke.width()));
    let look = head_look(scene, stroke, colour);
    let tip = Point::new(x + 34.0, y);
    pen.path(&head_data(tip, (1.0, 0.0), stroke), &look);
}

fn marks(scene: &Scene<'_>) -> Vec<(Mark, String)> {
    let mut marks = fates(scene);
    marks.extend(chips(scene));
    marks.extend(shapes(scene));
    marks.extend(lines(scene));
    marks
}

/// What happens to components in a scenario.
fn fates(scene: &Scene<'_>) -> Vec<(Mark, String)> {
    let occurs = |mark: &FateMark| scene.contents.iter().any(|c| c.fate == Some(*mark));
    let all = FateMark::ALL.into_iter().filter(occurs);
    let mut marks: Vec<(Mark, String)> =
        all.map(|mark| (Mark::Fate(mark), mark.words(scene.lang))).collect();
    if !marks.is_empty() {
        marks.push((Mark::Label(""), scene.lang.map_fate_none()));
    }
    marks
}

/// The first chip of each kind stands for it.
fn chips(scene: &Scene<'_>) -> Vec<(Mark, String)> {
    let lang = scene.lang;
    let first = |alarm: Alarm| {
        let mut tags = scene.contents.iter().flat_map(|content| &content.tags);
        tags.find(|tag| tag.alarm == alarm && !tag.text.starts_with('+'))
    };
    let at_once = match scene.header.question {
        QuestionKind::Withdrawal => lang.map_legend_at_once(),
        QuestionKind::Fault => lang.map_legend_breaks(),
    };
    let all = [
        (Alarm::AtOnce, at_once),
        (Alarm::Later, lang.map_legend_later()),
        (Alarm::Possible, lang.map_legend_possible()),
        (Alarm::Quiet, lang.map_legend_present()),
    ];
    let occurring = all.into_iter();
    occurring
        .filter_map(|(alarm, words)| Some((Mark::Chip(first(alarm)?.clone()), words)))
        .collect()
}

fn shapes(scene: &Scene<'_>) -> Vec<(Mark, String)> {
    let lang = scene.lang;
    let content = |is: fn(&Content) -> bool| scene.contents.iter().any(is);
    let arrow = |is: fn(&Arrow) -> bool| scene.arrows.iter().any(is);
    let turned = |of: ChangeKind| {
        scene.contents.iter().any(|c| c.turn == Some(of))
            || scene.arrows.iter().any(|w| w.turn == Some(of))
    };
    let all = [
        (turned(ChangeKind::Gained), Mark::ChangeKind(ChangeKind::Gained), lang.turn_gained()),
        (turned(ChangeKind::Lost), Mark::ChangeKind(ChangeKind::Lost), lang.turn_lost()),
        (turned(ChangeKind::Changed), Mark::ChangeKind(ChangeKind::Changed), lang.turn_changed()),
        (content(|c| c.single_point), Mark::SinglePoint, lang.map_legend_single_point()),
        (content(|c| c.blind_spots > 0), Mark::BlindSpots, lang.map_legend_blind_spots()),
        (content(|c| c.ended), Mark::Ended, lang.map_legend_ended()),
        (content(|c| c.unmendable), Mark::Unmendable, lang.map_legend_unmendable()),
        (content(|c| c.form == Form::Group), Mark::Group, lang.map_legend_group()),
        (content(|c| c.form == Form::Joint), Mark::Joint, lang.map_legend_joint()),
        (arrow(|w| w.tolerates), Mark::Label("4 h"), lang.map_legend_tolerates()),
        (arrow(|w| w.indirect), Mark::Label("…2"), lang.map_legend_indirect()),
        (arrow(|w| w.count > 1), Mark::Label("×2"), lang.map_legend_count()),
        (
            arrow(|w| w.possible)
                && !content(|c| c.tags.iter().any(|tag| tag.alarm == Alarm::Possible)),
            Mark::Label("?"),
            lang.map_legend_possible(),
        ),
    ];
    let occurring = all.into_iter().filter(|mark| mark.0);
    occurring.map(|(_, mark, words)| (mark, words)).collect()
}

fn lines(scene: &Scene<'_>) -> Vec<(Mark, String)> {
    let all = [
        (Stroke::Hard, MapEdgeKind::Hard),
        (Stroke::Alternative, MapEdgeKind::Alternative),
        (Stroke::Soft, MapEdgeKind::Soft),
        (Stroke::Operation, MapEdgeKind::Channel(Channel::Operation)),
        (Stroke::Supply, MapEdgeKind::Channel(Channel::Supply)),
        (Stroke::Location, MapEdgeKind::Channel(Channel::Location)),
        (Stroke::Control, MapEdgeKind::Control),
    ];
    let occurs = |stroke: Stroke| scene.arrows.iter().any(|arrow| arrow.stroke == stroke);
    let occurring = all.into_iter().filter(|(stroke, _)| occurs(*stroke));
    occurring.map(|(stroke, kind)| (Mark::Line(stroke), tips::kind(kind, scene.lang))).collect()
}
