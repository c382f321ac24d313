//! Small pieces of SVG, the same bytes everywhere.

use std::fmt::Write as _;

use super::clean::escaped;
use super::metrics::Font;

/// A number with at most one decimal.
pub(super) fn number(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, tenth) = (tenths.abs() / 10, tenths.abs() % 10);
    if tenth == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{tenth}") }
}

/// Text that grows.
#[derive(Default)]
pub(super) struct Pen {
    pub(super) text: String,
}

impl Pen {
    pub(super) fn raw(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// A group with an id, further attributes, and a tooltip.
    pub(super) fn open(&mut self, id: &str, attributes: &str, tip: &str) {
        let _ = write!(self.text, "<g id=\"{id}\"{attributes}>");
        if !tip.is_empty() {
            let _ = write!(self.text, "<title>{}</title>", escaped(tip));
        }
    }

    pub(super) fn close(&mut self) {
        self.text.push_str("</g>\n");
    }

    /// A rectangle; `look` holds the other attributes.
    pub(super) fn rect(&mut self, place: [f64; 4], radius: f64, look: &str) {
        let [x, y, width, height] = place.map(number);
        let _ =
            write!(self.text, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"",);
        if radius > 0.0 {
            let _ = write!(self.text, " rx=\"{}\"", number(radius));
        }
        let _ = write!(self.text, " {look}/>");
    }

    pub(super) fn circle(&mut self, x: f64, y: f64, radius: f64, look: &str) {
        let [x, y, radius] = [x, y, radius].map(number);
        let _ = write!(self.text, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" {look}/>");
    }

    pub(super) fn path(&mut self, data: &str, look: &str) {
        let _ = write!(self.text, "<path d=\"{data}\" {look}/>");
    }

    /// A line of text; `y` is its baseline.
    pub(super) fn words(&mut self, x: f64, y: f64, font: Font, look: &str, words: &str) {
        let [x, y, size] = [x, y, font.size].map(number);
        let _ = write!(self.text, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" {look}");
        if font.bold {
            self.text.push_str(" font-weight=\"700\"");
        }
        if font.tracking > 0.0 {
            let _ = write!(self.text, " letter-spacing=\"{}\"", number(font.tracking));
        }
        let _ = write!(self.text, ">{}</text>", escaped(words));
    }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_short_and_have_no_negative_zero() {
        assert_eq!(number(12.0), "12");
        assert_eq!(number(-0.04), "0");
        assert_eq!(number(-3.25), "-3.3");
        assert_eq!(number(7.96), "8");
    }
}
