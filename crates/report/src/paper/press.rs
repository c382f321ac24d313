//! Setting text, tables and pictures on pages: first where everything stands, then the PDF.

use krilla::Document as Pdf;
use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::text::{Font, TextDirection};
use krilla_svg::{SurfaceExt, SvgSettings};
use resvg::usvg::Tree;
use trefonds_export::lists::Table;
use trefonds_export::map::{Font as Measure, Theme};
use trefonds_lang::visible;

use super::{BOLD, PaperError, REGULAR};

/// A4, lying, in points.
const WIDTH: f64 = 842.0;
const HEIGHT: f64 = 595.0;
const MARGIN: f64 = 44.0;
/// Where text ends: the foot stands below.
const BOTTOM: f64 = HEIGHT - MARGIN - 8.0;
const ROOM: f64 = WIDTH - 2.0 * MARGIN;
/// A cell of a table has at most so many lines, the last one shortened.
const MOST_LINES: usize = 36;
const CELL: Measure = Measure::regular(7.5);
const HEAD: Measure = Measure::bold(7.5);
const LINE: f64 = 1.36;
const GAP: f64 = 8.0;
/// A column of a small table takes so much more than it asks for.
const SPARE: f64 = 50.0;

/// Who speaks, for the colour of a text.
#[derive(Clone, Copy)]
pub(super) enum Ink {
    Text,
    Quiet,
    Accent,
}

enum Mark {
    Words { x: f64, y: f64, font: Measure, ink: Ink, text: String },
    Rule { y: f64, from: f64, to: f64, thick: f64 },
    Picture { tree: Box<Tree>, x: f64, y: f64, width: f64, height: f64 },
}

#[derive(Default)]
struct Page {
    marks: Vec<Mark>,
}

struct Bookmark {
    level: usize,
    title: String,
    page: usize,
    y: f64,
}

/// Pages that are being set.
pub(super) struct Press {
    pages: Vec<Page>,
    bookmarks: Vec<Bookmark>,
    y: f64,
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
    fn need(&mut self, height: f64) {
        if self.y + height > BOTTOM && self.y > MARGIN {
            self.new_page();
        }
    }

    fn mark(&mut self, mark: Mark) {
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

    /// A table; its head stands on every page that it reaches.
    pub(super) fn table(&mut self, table: &Table) {
        let widths = widths(table);
        let head = cells(&table.columns, &widths, HEAD);
        let head_height = height(&head, HEAD);
        self.need(head_height + 26.0);
        self.row(&head, &widths, HEAD, Ink::Quiet);
        self.rule(0.9);
        for row in &table.rows {
            let lines = cells(row, &widths, CELL);
            if self.y + height(&lines, CELL) > BOTTOM {
                self.new_page();
                self.row(&head, &widths, HEAD, Ink::Quiet);
                self.rule(0.9);
            }
            self.row(&lines, &widths, CELL, Ink::Text);
            self.rule(0.3);
        }
        self.skip(6.0);
    }

    fn row(&mut self, cells: &[Vec<String>], widths: &[f64], font: Measure, ink: Ink) {
        let mut x = MARGIN;
        let top = self.y + 2.0;
        for (lines, width) in cells.iter().zip(widths) {
            for (at, line) in lines.iter().enumerate() {
                let y = top + font.size + at as f64 * font.size * LINE;
                self.mark(Mark::Words { x, y, font, ink, text: line.clone() });
            }
            x += width + GAP;
        }
        self.y = top + height(cells, font);
    }

    fn rule(&mut self, thick: f64) {
        self.mark(Mark::Rule { y: self.y, from: MARGIN, to: MARGIN + ROOM, thick });
        self.y += 1.5;
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

    /// The PDF. The day of the file is that of the results, so that the bytes are too.
    pub(super) fn print(
        self,
        title: &str,
        language: &str,
        day: Option<&str>,
        foot: &str,
    ) -> Result<Vec<u8>, PaperError> {
        let mut pdf = Pdf::new();
        let fonts = Fonts::new()?;
        let count = self.pages.len();
        for (at, page) in self.pages.into_iter().enumerate() {
            let settings = PageSettings::from_wh(WIDTH as f32, HEIGHT as f32)
                .ok_or_else(|| PaperError::Pages("no such page".to_owned()))?;
            let mut sheet = pdf.start_page_with(settings);
            let mut surface = sheet.surface();
            for mark in page.marks {
                draw(&mut surface, &fonts, mark);
            }
            footer(&mut surface, &fonts, &visible(foot), &format!("{} / {count}", at + 1));
            surface.finish();
            sheet.finish();
        }
        pdf.set_outline(outline(&self.bookmarks));
        let mut metadata = Metadata::new()
            .title(visible(title).into_owned())
            .language(language.to_owned())
            .creator("Tréfonds".to_owned());
        if let Some(day) = day.and_then(date) {
            metadata = metadata.creation_date(day);
        }
        pdf.set_metadata(metadata);
        pdf.finish().map_err(|error| PaperError::Pages(format!("{error:?}")))
    }
}

fn date(day: &str) -> Option<DateTime> {
    let mut parts = day.split('-');
    let (year, month, date) = (parts.next()?, parts.next()?, parts.next()?);
    Some(DateTime::new(year.parse().ok()?).month(month.parse().ok()?).day(date.parse().ok()?))
}

struct Fonts {
    regular: Font,
    bold: Font,
}

impl Fonts {
    fn new() -> Result<Self, PaperError> {
        let font = |bytes: &'static [u8]| {
            Font::new(bytes.to_vec().into(), 0)
                .ok_or_else(|| PaperError::Pages("a font cannot be read".to_owned()))
        };
        Ok(Self { regular: font(REGULAR)?, bold: font(BOLD)? })
    }
}

fn colour(ink: Ink) -> rgb::Color {
    let colours = Theme::Light.colours();
    of_css(match ink {
        Ink::Text => colours.text,
        Ink::Quiet => colours.quiet,
        Ink::Accent => colours.accent,
    })
}

fn of_css(css: &str) -> rgb::Color {
    let number = u32::from_str_radix(css.trim_start_matches('#'), 16).unwrap_or_default();
    let [_, red, green, blue] = number.to_be_bytes();
    rgb::Color::new(red, green, blue)
}

fn fill(surface: &mut Surface<'_>, colour: rgb::Color) {
    surface.set_fill(Some(Fill { paint: colour.into(), ..Fill::default() }));
}

fn draw(surface: &mut Surface<'_>, fonts: &Fonts, mark: Mark) {
    match mark {
        Mark::Words { x, y, font, ink, text } => words(surface, fonts, (x, y), font, ink, &text),
        Mark::Rule { y, from, to, thick } => {
            let mut path = PathBuilder::new();
            let rect = Rect::from_xywh(from as f32, y as f32, (to - from) as f32, thick as f32);
            if let Some(rect) = rect {
                path.push_rect(rect);
            }
            if let Some(path) = path.finish() {
                fill(surface, of_css(Theme::Light.colours().border));
                surface.draw_path(&path);
            }
        }
        Mark::Picture { tree, x, y, width, height } => {
            surface.push_transform(&Transform::from_translate(x as f32, y as f32));
            if let Some(size) = Size::from_wh(width as f32, height as f32) {
                // `None` is a picture without an area.
                let _ = surface.draw_svg(&tree, size, SvgSettings::default());
            }
            surface.pop();
        }
    }
}

fn words(
    surface: &mut Surface<'_>,
    fonts: &Fonts,
    (x, y): (f64, f64),
    font: Measure,
    ink: Ink,
    text: &str,
) {
    fill(surface, colour(ink));
    let face = if font.bold { &fonts.bold } else { &fonts.regular };
    let at = Point::from_xy(x as f32, y as f32);
    surface.draw_text(at, face.clone(), font.size as f32, text, false, TextDirection::Auto);
}

fn footer(surface: &mut Surface<'_>, fonts: &Fonts, foot: &str, number: &str) {
    let font = Measure::regular(7.0);
    let y = HEIGHT - MARGIN + 14.0;
    words(surface, fonts, (MARGIN, y), font, Ink::Quiet, &font.shortened(foot, ROOM - 60.0));
    let x = WIDTH - MARGIN - font.width(number);
    words(surface, fonts, (x, y), font, Ink::Quiet, number);
}

/// Two levels of bookmarks: what stands under a chapter hangs on it.
fn outline(bookmarks: &[Bookmark]) -> Outline {
    let mut outline = Outline::new();
    let mut chapter: Option<OutlineNode> = None;
    for bookmark in bookmarks {
        let at = Point::from_xy(0.0, (bookmark.y - 8.0).max(0.0) as f32);
        let node = OutlineNode::new(bookmark.title.clone(), XyzDestination::new(bookmark.page, at));
        match (&mut chapter, bookmark.level) {
            (Some(open), 1..) => open.push_child(node),
            _ => {
                if let Some(done) = chapter.replace(node) {
                    outline.push_child(done);
                }
            }
        }
    }
    if let Some(last) = chapter {
        outline.push_child(last);
    }
    outline
}

/// What each column takes: what it asks for where all fit; else what its longest word asks for, and
/// of the rest a share by what more it asks for.
fn widths(table: &Table) -> Vec<f64> {
    let columns = table.columns.len();
    let room = ROOM - GAP * columns.saturating_sub(1) as f64;
    let each = |measure: &dyn Fn(&str, Measure) -> f64| -> Vec<f64> {
        (0..columns)
            .map(|at| {
                let cells = table.rows.iter().filter_map(|row| row.get(at));
                let widest = cells.map(|cell| measure(cell, CELL)).fold(0.0, f64::max);
                widest.max(measure(&table.columns[at], HEAD))
            })
            .collect()
    };
    let asked = each(&|text, font| font.width(text) + 0.5);
    let spare = room - asked.iter().sum::<f64>();
    if spare >= 0.0 {
        let more = (spare / columns.max(1) as f64).min(SPARE);
        return asked.into_iter().map(|width| width + more).collect();
    }
    let word = |text: &str, font: Measure| {
        let words = text.split(|c: char| c.is_whitespace() || "-_/.:@·".contains(c));
        words.map(|word| font.width(word)).fold(0.0, f64::max) + 4.0
    };
    let most = room / columns.max(1) as f64;
    let least: Vec<f64> = each(&word).into_iter().map(|width| width.min(most)).collect();
    let more: Vec<f64> = asked.iter().zip(&least).map(|(a, b)| (a - b).max(0.0)).collect();
    let (rest, wanted) = (room - least.iter().sum::<f64>(), more.iter().sum::<f64>());
    // Long texts wrap anyway: their share grows with the root of what they ask for.
    let roots: f64 = more.iter().map(|width| width.sqrt()).sum();
    if wanted <= 0.0 || roots <= 0.0 {
        return least;
    }
    least.iter().zip(&more).map(|(least, more)| least + rest * more.sqrt() / roots).collect()
}

fn cells(row: &[String], widths: &[f64], font: Measure) -> Vec<Vec<String>> {
    let cells = row.iter().zip(widths);
    cells.map(|(text, width)| font.wrapped(&visible(text), *width, MOST_LINES)).collect()
}

fn height(cells: &[Vec<String>], font: Measure) -> f64 {
    let lines = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
    lines as f64 * font.size * LINE + 3.0
}
