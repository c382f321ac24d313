//! Setting text and pictures on pages: where everything stands.

use resvg::usvg::Tree;
use trefonds_export::map::Font as Measure;
use trefonds_lang::visible;

/// A4, lying, in points.
pub(super) const WIDTH: f64 = 842.0;
pub(super) const HEIGHT: f64 = 595.0;
pub(super) const MARGIN: f64 = 44.0;
/// Where text ends: the foot stands below.
pub(super) const BOTTOM: f64 = HEIGHT - MARGIN - 8.0;
pub(super) const ROOM: f64 = WIDTH - 2.0 * MARGIN;
pub(super) const LINE: f64 = 1.36;

/// Who speaks, for the colour of a text.
#[derive(Clone, Copy)]
pub(super) enum Ink {
    Text,
    Quiet,
    Accent,
}

pub(super) enum Mark {
    Words { x: f64, y: f64, font: Measure, ink: Ink, text: String },
    Rule { y: f64, from: f64, to: f64, thick: f64 },
    Picture { tree: Box<Tree>, x: f64, y: f64, width: f64, height: f64 },
}

#[derive(Default)]
pub(super) struct Page {
    pub(super) marks: Vec<Mark>,
}

pub(super) struct Bookmark {
    pub(super) level: usize,
    pub(super) title: String,
    pub(super) page: usize,
    pub(super) y: f64,
}

/// Pages that are being set.
pub(super) struct Press {
    pub(super) pages: Vec<Page>,
    pub(super) bookmarks: Vec<Bookmark>,
    pub(super) y: f64,
}

impl Press {
    pub(super) fn new() -> Self {
        Self { pages: vec![Page::default()], bookmarks: Vec::new(), y: MARGIN }
    }

    pub(super) fn new_page(&mut self) {
        self.pages.push(Page::default());
        self.y = MARGIN;
    }

    /// A new page unless so much room is left.
    pub(super) fn need(&mut self, height: f64) {
        if self.y + height > BOTTOM && self.y > MARGIN {
            self.new_page();
        }
    }

    pub(super) fn mark(&mut self, mark: Mark) {
        if let Some(page) = self.pages.last_mut() {
            page.marks.push(mark);
        }
    }

    pub(super) fn skip(&mut self, height: f64) {
        self.y += height;
    }

    fn bookmark(&mut self, level: usize, title: &str) {
        let page = self.pages.len() - 1;
        self.bookmarks.push(Bookmark {
            level,
            title: visible(title).into_owned(),
            page,
            y: self.y,
        });
    }

    /// A chapter begins a page.
    pub(super) fn chapter(&mut self, title: &str) {
        if self.y > MARGIN {
            self.new_page();
        }
        self.bookmark(0, title);
        self.text(title, Measure::bold(17.0), Ink::Text, 0.0);
        self.skip(4.0);
    }

    /// A section keeps what follows beside it.
    pub(super) fn section(&mut self, title: &str) {
        self.need(96.0);
        self.skip(10.0);
        self.bookmark(1, title);
        self.text(title, Measure::bold(11.5), Ink::Text, 0.0);
        self.skip(2.0);
    }

    pub(super) fn heading(&mut self, title: &str) {
        self.need(74.0);
        self.skip(6.0);
        self.text(title, Measure::bold(9.0), Ink::Text, 0.0);
    }

    /// Lines of text, as many as it takes.
    pub(super) fn text(&mut self, text: &str, font: Measure, ink: Ink, indent: f64) {
        for line in font.wrapped(&visible(text), ROOM - indent, usize::MAX) {
            let height = font.size * LINE;
            self.need(height);
            let y = self.y + font.size;
            self.mark(Mark::Words { x: MARGIN + indent, y, font, ink, text: line });
            self.y += height;
        }
    }

    /// A paragraph of the body.
    pub(super) fn prose(&mut self, text: &str) {
        self.text(text, Measure::regular(9.0), Ink::Text, 0.0);
        self.skip(4.0);
    }

    /// Big numbers side by side, each with its words.
    pub(super) fn numbers(&mut self, all: &[(String, String, bool)]) {
        let width = ROOM / all.len().max(1) as f64;
        let top = self.y + 6.0;
        let mut lowest = top;
        for (at, (number, words, alarm)) in all.iter().enumerate() {
            let x = MARGIN + at as f64 * width;
            let ink = if *alarm { Ink::Accent } else { Ink::Text };
            let big = Measure::bold(20.0);
            self.mark(Mark::Words { x, y: top + 20.0, font: big, ink, text: number.clone() });
            let small = Measure::regular(8.0);
            let mut y = top + 34.0;
            for text in small.wrapped(&visible(words), width - 14.0, 4) {
                self.mark(Mark::Words { x, y, font: small, ink: Ink::Quiet, text });
                y += 8.0 * LINE;
            }
            lowest = lowest.max(y);
        }
        self.y = lowest + 6.0;
    }

    /// A picture under a title, on a page of its own, as large as it fits.
    pub(super) fn plate(&mut self, title: &str, tree: Tree, level: usize) {
        if self.y > MARGIN {
            self.new_page();
        }
        self.bookmark(level, title);
        self.text(title, Measure::bold(11.5), Ink::Text, 0.0);
        let size = tree.size();
        let (wide, tall) = (f64::from(size.width()), f64::from(size.height()));
        let scale = (ROOM / wide).min((BOTTOM - self.y) / tall).min(1.0);
        let (width, height) = (wide * scale, tall * scale);
        let x = MARGIN + (ROOM - width) / 2.0;
        self.mark(Mark::Picture { tree: Box::new(tree), x, y: self.y, width, height });
        self.y = BOTTOM;
    }
}
