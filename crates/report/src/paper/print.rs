//! Pages that are set, as PDF.

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
use trefonds_export::map::{Font as Measure, Theme};
use trefonds_lang::visible;

use super::press::{Bookmark, HEIGHT, Ink, MARGIN, Mark, Press, ROOM, WIDTH};
use super::{BOLD, PaperError, REGULAR};

impl Press {
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
