//! Findings to one page that opens anywhere: what matters first, the map to explore, the proofs.
//!
//! The page is one HTML file. What is written in it (`parts`) needs no script; the map (`data`, and
//! the script built from `page/`) adds searching, filtering and withdrawals. Its policy (`policy`)
//! allows the one script and the one style that it carries, and no request at all.

mod data;
mod faults;
mod figures;
mod markdown;
mod page;
mod palette;
mod paper;
mod parts;
mod policy;
mod words;
mod workbook;

use std::io::{self, Write};

use trefonds_export::map::Placed;
use trefonds_findings::{Diff, Ends, Equations, Exposure, Overview, Questions, SinglePoints};
use trefonds_lang::Lang;

pub use faults::Faults;
pub use markdown::markdown;
pub use paper::{PaperError, Plate, pdf, png};
pub use trefonds_export::lists::WorkbookError;
pub use workbook::xlsx;

/// Both languages of the page.
pub const LANGUAGES: [Lang; 2] = [Lang::En, Lang::Fr];

/// The map in one language.
#[derive(Clone, Debug)]
pub struct Picture {
    /// As SVG, for reading without script and for paper.
    pub svg: String,
    /// The whole map with every place known; `None` when it is too large to be drawn whole.
    pub placed: Option<Placed>,
}

/// What a page shows.
#[derive(Clone, Debug)]
pub struct Report {
    /// The state of the inventory that it shows, when it is served: it asks for a newer one.
    pub served: Option<u64>,
    /// The language that it opens in.
    pub lang: Lang,
    /// The version of the program.
    pub version: String,
    /// What the inventory holds.
    pub overview: Overview,
    /// Single points at the level of countries.
    pub jurisdictions: SinglePoints,
    /// Single points at the level of ultimate controllers.
    pub controllers: SinglePoints,
    /// Single points at the level of legal entities.
    pub entities: SinglePoints,
    /// Whose faults break services.
    pub faults: Faults,
    /// Who can reach the data.
    pub exposure: Exposure,
    /// What ends.
    pub ends: Ends,
    /// What is not known.
    pub questions: Questions,
    /// What changed since an earlier inventory, if one is compared with.
    pub diff: Option<Diff>,
    /// What the page works out withdrawals from.
    pub equations: Equations,
    /// The same of faults; `None` where the page would become too large.
    pub breaks: Option<Equations>,
    /// The map, in the languages of [`LANGUAGES`].
    pub pictures: [Picture; 2],
}

/// A page that tells what is wrong with an inventory instead of showing one, until it is put right.
#[must_use]
pub fn problems(text: &str, lang: Lang, state: u64) -> String {
    page::problems(text, lang, state)
}

/// Writes the page.
///
/// # Errors
/// Whatever `out` returns.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(page::page(report)?.as_bytes())
}
