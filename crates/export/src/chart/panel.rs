//! One panel: a title with its legend, a grid, and steps.

use std::fmt::Write as _;

use super::axis::{Days, Scale};
use super::{GREY, GRID, GROUND, QUIET, TEXT, words};

/// More commits than this, and a dot each would hide the line.
const DOTTED: usize = 60;

/// Values over the commits; nothing where an inventory does not load.
pub(super) struct Series {
    /// What it is called in the legend; empty when the title says it.
    pub(super) name: String,
    pub(super) colour: &'static str,
    pub(super) dashed: bool,
    pub(super) values: Vec<Option<u32>>,
}

/// A panel of a chart.
pub(super) struct Panel<'a> {
    pub(super) title: String,
    pub(super) scale: Scale,
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) days: &'a Days,
    pub(super) series: Vec<Series>,
    /// What the mark of a commit that does not load means.
    pub(super) broken: String,
}

impl Panel<'_> {
    pub(super) fn draw(&self, text: &mut String) {
        let left = self.days.left;
        let _ = writeln!(
            text,
            "<text x=\"{left}\" y=\"{:.1}\" font-size=\"13\" font-weight=\"700\" fill=\"{TEXT}\">{}</text>",
            self.top - 34.0,
            super::escaped(&self.title),
        );
        self.legend(text);
        self.grid(text);
        self.names_of_days(text);
        for series in &self.series {
            self.steps(series, text);
        }
        self.marks_of_broken(text);
    }

    fn height_of(&self, value: u32) -> f64 {
        let share = f64::from(value) / f64::from(self.scale.most);
        self.bottom - share * (self.bottom - self.top)
    }

    fn broken_places(&self) -> impl Iterator<Item = f64> + '_ {
        let values = self.series.first().map(|series| series.values.as_slice()).unwrap_or_default();
        let broken = values.iter().zip(&self.days.places).filter(|(value, _)| value.is_none());
        broken.map(|(_, place)| *place)
    }

    fn legend(&self, text: &mut String) {
        let y = self.top - 16.0;
        let mut x = self.days.left;
        for series in self.series.iter().rev().filter(|series| !series.name.is_empty()) {
            let look = look(series);
            let _ = writeln!(text, "<path d=\"M{x:.1} {:.1}h22\" fill=\"none\" {look}/>", y - 3.5);
            words(text, [x + 28.0, y], 11.0, QUIET, &series.name);
            x += 28.0 + width(&series.name) + 24.0;
        }
        if self.broken_places().next().is_some() {
            cross(text, x + 5.0, y - 3.5);
            words(text, [x + 16.0, y], 11.0, QUIET, &self.broken);
        }
    }

    fn grid(&self, text: &mut String) {
        let (left, right) = (self.days.left, self.days.right);
        for mark in self.scale.marks() {
            let y = self.height_of(mark);
            let colour = if mark == 0 { GREY } else { GRID };
            let _ = writeln!(
                text,
                "<path d=\"M{left:.1} {y:.1}H{right:.1}\" stroke=\"{colour}\"/>\n<text x=\"{:.1}\" y=\"{:.1}\" font-size=\"11\" text-anchor=\"end\" fill=\"{QUIET}\">{mark}</text>",
                left - 10.0,
                y + 4.0,
            );
        }
    }

    fn names_of_days(&self, text: &mut String) {
        for (x, day) in &self.days.named {
            let anchor = if *x >= self.days.right - 1.0 { "end" } else { "start" };
            let _ = writeln!(
                text,
                "<path d=\"M{x:.1} {:.1}v5\" stroke=\"{GREY}\"/>\n<text x=\"{x:.1}\" y=\"{:.1}\" font-size=\"11\" text-anchor=\"{anchor}\" fill=\"{QUIET}\">{}</text>",
                self.bottom,
                self.bottom + 19.0,
                super::escaped(day),
            );
        }
    }

    /// A value holds until the next commit; what does not load interrupts the line.
    fn steps(&self, series: &Series, text: &mut String) {
        let mut path = String::new();
        let mut before = None;
        for (value, x) in series.values.iter().zip(&self.days.places) {
            match (before, value) {
                (Some(_), Some(value)) => {
                    let _ = write!(path, "H{x:.1}V{:.1}", self.height_of(*value));
                }
                (Some(_), None) => {
                    let _ = write!(path, "H{x:.1}");
                }
                (None, Some(value)) => {
                    let _ = write!(path, "M{x:.1} {:.1}", self.height_of(*value));
                }
                (None, None) => {}
            }
            before = *value;
        }
        if !path.is_empty() {
            let _ = writeln!(text, "<path d=\"{path}\" fill=\"none\" {}/>", look(series));
        }
        self.dots(series, text);
    }

    fn dots(&self, series: &Series, text: &mut String) {
        if series.values.len() > DOTTED {
            return;
        }
        for (value, x) in series.values.iter().zip(&self.days.places) {
            if let Some(value) = value {
                let _ = writeln!(
                    text,
                    "<circle cx=\"{x:.1}\" cy=\"{:.1}\" r=\"2.8\" fill=\"{}\" stroke=\"{GROUND}\"/>",
                    self.height_of(*value),
                    series.colour,
                );
            }
        }
    }

    fn marks_of_broken(&self, text: &mut String) {
        for x in self.broken_places() {
            cross(text, x, self.bottom);
        }
    }
}

fn look(series: &Series) -> String {
    let dashes = if series.dashed { " stroke-dasharray=\"5 3\"" } else { "" };
    format!("stroke=\"{}\" stroke-width=\"2\" stroke-linejoin=\"round\"{dashes}", series.colour)
}

fn cross(text: &mut String, x: f64, y: f64) {
    let _ = writeln!(
        text,
        "<path d=\"M{:.1} {:.1}l8 8m0 -8l-8 8\" fill=\"none\" stroke=\"{TEXT}\" stroke-width=\"1.6\"/>",
        x - 4.0,
        y - 4.0,
    );
}

/// About how wide a line of the legend is.
fn width(text: &str) -> f64 {
    text.chars().count() as f64 * 6.6
}
