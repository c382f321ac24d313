//! The report on paper: a PDF with bookmarks, embedded fonts and text that can be selected, and the
//! map as PNG. The fonts stand in this crate, so that every machine gives the same pages.

mod book;
mod press;
mod print;
mod table;

use std::io::Write;
use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, Tree, fontdb::Database};

use crate::Report;

const REGULAR: &[u8] = include_bytes!("../../fonts/DejaVuSans.ttf");
const BOLD: &[u8] = include_bytes!("../../fonts/DejaVuSans-Bold.ttf");

/// Why there is no PDF or PNG.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// A picture that is none.
    #[error("a map cannot be read: {0}")]
    Picture(String),
    /// A picture with more dots than can be held.
    #[error("the map is too large for a picture of dots")]
    TooLarge,
    /// The pages could not be put together.
    #[error("the pages cannot be put together: {0}")]
    Pages(String),
    /// It could not be written.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

/// A map of its own page.
#[derive(Clone, Debug)]
pub struct Plate {
    /// What it shows.
    pub title: String,
    /// The picture.
    pub svg: String,
}

/// Writes the report as PDF in its language: findings, proofs, maps, lists, method.
///
/// # Errors
/// When a map is no picture, or `out` fails.
pub fn pdf(report: &Report, plates: &[Plate], out: &mut dyn Write) -> Result<(), PaperError> {
    Ok(out.write_all(&book::book(report, plates)?)?)
}

/// Dots a unit of the picture: sharp on fine screens.
const SCALE: f32 = 2.0;
/// The longest side in dots.
const LONGEST: f32 = 16_000.0;

/// Writes a picture as PNG, twice as fine as it is drawn, or as fine as can be held.
///
/// # Errors
/// When it is no picture, when it is too large, or when `out` fails.
pub fn png(svg: &str, out: &mut dyn Write) -> Result<(), PaperError> {
    let tree = tree(svg, &fonts())?;
    let size = tree.size();
    let scale = SCALE.min(LONGEST / size.width()).min(LONGEST / size.height());
    let (width, height) = (size.width() * scale, size.height() * scale);
    let dots = Pixmap::new(width.ceil() as u32, height.ceil() as u32);
    let mut dots = dots.ok_or(PaperError::TooLarge)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut dots.as_mut());
    let png = dots.encode_png().map_err(|error| PaperError::Picture(error.to_string()))?;
    Ok(out.write_all(&png)?)
}

/// The fonts of this crate, and no others.
fn fonts() -> Arc<Database> {
    let mut fonts = Database::new();
    fonts.load_font_data(REGULAR.to_vec());
    fonts.load_font_data(BOLD.to_vec());
    fonts.set_sans_serif_family("DejaVu Sans");
    Arc::new(fonts)
}

fn tree(svg: &str, fonts: &Arc<Database>) -> Result<Tree, PaperError> {
    let options = usvg::Options {
        fontdb: Arc::clone(fonts),
        font_family: "DejaVu Sans".to_owned(),
        ..usvg::Options::default()
    };
    Tree::from_str(svg, &options).map_err(|error| PaperError::Picture(error.to_string()))
}
