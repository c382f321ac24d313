use trefonds_export::map::{ExportError, SvgOptions, Theme, placed, svg};
use trefonds_findings::{Level, MapGraph};
use trefonds_graph::{Analysis, Detail, MapOptions, SinglePointOptions};
use trefonds_lang::Lang;
use trefonds_layout::Bands;
use trefonds_model::Inventory;
use trefonds_report::{LANGUAGES, Picture, Report as Page};

use super::session;
use crate::args::Report;
use crate::failure::Failure;
use crate::output::write_file;
use crate::{FINE, World};

/// Above this many components the page has summaries: proofs of everything would fill a book.
const BOOK: usize = 2_000;

/// Above this many components the page finds the places of what is opened by itself.
const WHOLE: usize = 1_500;

pub(super) fn run(args: &Report, world: &mut World<'_>) -> Result<u8, Failure> {
    let inventory = session::load(&args.common, world)?;
    let progress = session::analysing(&args.common, world);
    let analysis = session::analyse(&inventory, &args.common);
    let page = page(&inventory, &analysis, args.common.lang.into())?;
    let mut bytes = Vec::new();
    trefonds_report::write(&page, &mut bytes)?;
    drop(progress);
    match &args.output {
        Some(path) => write_file(path, &bytes)?,
        None => world.out.write_all(&bytes)?,
    }
    Ok(FINE)
}

/// Everything that a page shows.
pub(super) fn page(
    inventory: &Inventory,
    analysis: &Analysis<'_>,
    lang: Lang,
) -> Result<Page, Failure> {
    let large = inventory.components.len() > BOOK;
    let detail = if large { Detail::Summary } else { Detail::Full };
    let points = |level| {
        analysis.single_points(&SinglePointOptions { detail, ..SinglePointOptions::at(level) })
    };
    let (still, whole) = maps(analysis, inventory.components.len());
    let [first, second] = LANGUAGES
        .map(|lang| (&still, &whole, lang))
        .map(|(still, whole, lang)| move || picture(still, whole.as_ref(), lang));
    let (first, second) = rayon::join(first, second);
    Ok(Page {
        lang,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        overview: analysis.overview(),
        jurisdictions: points(Level::Jurisdiction),
        controllers: points(Level::Controller),
        entities: points(Level::Entity),
        exposure: analysis.exposure(false),
        questions: analysis.questions(),
        equations: analysis.equations(),
        pictures: [first?, second?],
    })
}

/// The map that is printed, and the one that is explored where it can be drawn whole.
fn maps(analysis: &Analysis<'_>, components: usize) -> (MapGraph, Option<MapGraph>) {
    let still = analysis.map(&MapOptions::default());
    let whole = (components <= WHOLE).then(|| match still.header.aggregation {
        None => still.clone(),
        Some(_) => analysis.map(&MapOptions { whole: true, ..MapOptions::default() }),
    });
    (still, whole)
}

fn picture(still: &MapGraph, whole: Option<&MapGraph>, lang: Lang) -> Result<Picture, ExportError> {
    let options = SvgOptions { lang, engine: &Bands::default(), theme: Theme::Light };
    let mut picture = Vec::new();
    svg(still, &options, &mut picture)?;
    Ok(Picture {
        svg: String::from_utf8_lossy(&picture).into_owned(),
        placed: whole.map(|map| placed(map, &options)).transpose()?,
    })
}
