use trefonds_ask::{Analysis, Detail, MapOptions, ONE_YEAR, Options, SinglePointOptions, facts};
use trefonds_diff::{DiffOptions, Side, diff_sides, picture as diff_map};
use trefonds_export::map::{ExportError, SvgOptions, Theme, placed, svg};
use trefonds_findings::{Diff, Level, MapGraph};
use trefonds_lang::Lang;
use trefonds_layout::Bands;
use trefonds_model::{Inventory, Question};
use trefonds_report::{Faults, LANGUAGES, Picture, Report as Page};

use super::session::{self, Telling};
use crate::args::{Common, Report};
use crate::failure::Failure;
use crate::output::{not_on_a_terminal, write_bytes};
use crate::sides;
use crate::{FINE, World};

/// Above this many components the page has summaries: proofs of everything would fill a book.
const BOOK: usize = 2_000;

/// And so they would with more steps than this at one level, as on a long chain.
const MOST_STEPS: usize = 300_000;

/// Above this many components the page finds the places of what is opened by itself.
const WHOLE: usize = 1_500;

pub(super) fn run(args: &Report, world: &mut World<'_>) -> Result<u8, Failure> {
    let telling = Telling::of(&args.common);
    not_on_a_terminal(args.output.as_deref(), "-o report.html", telling.lang, world)?;
    let old = args.diff.as_deref().map(|old| sides::of_path(old, telling, world)).transpose()?;
    let inventory = session::load(&args.common, world)?;
    let progress = session::analysing(&args.common, world);
    let bytes = page(&inventory, &args.common, old.as_ref(), None)?;
    drop(progress);
    write_bytes(args.output.as_deref(), &bytes, telling.lang, world)?;
    Ok(FINE)
}

/// The whole page, as bytes.
pub(super) fn page(
    inventory: &Inventory,
    common: &Common,
    old: Option<&Side>,
    served: Option<u64>,
) -> Result<Vec<u8>, Failure> {
    let contents = everything(inventory, common, old)?;
    let mut bytes = Vec::new();
    trefonds_report::write(&Page { served, ..contents }, &mut bytes)?;
    Ok(bytes)
}

/// Everything that is told of an inventory, and what changed since an earlier one.
pub(super) fn everything(
    inventory: &Inventory,
    common: &Common,
    old: Option<&Side>,
) -> Result<Page, Failure> {
    let analysis = session::analyse(inventory, common);
    let changed = old.map(|old| changes(old, inventory, common)).transpose()?;
    let faults = session::analyse_for(inventory, common, Question::Fault);
    contents(inventory, (&analysis, &faults), common.lang.into(), changed)
}

/// What changed since an earlier inventory, and both sides on one map.
fn changes(
    old: &Side,
    inventory: &Inventory,
    common: &Common,
) -> Result<(Diff, MapGraph), Failure> {
    let options = DiffOptions {
        analysis: Options { as_of: common.as_of, home: common.home.clone(), ..Options::default() },
        program: env!("CARGO_PKG_VERSION").to_owned(),
        ..DiffOptions::default()
    };
    let new: Side = facts(inventory).into();
    let told = |error: trefonds_declare::Refused| Failure::Unknown(error.to_string());
    let difference = diff_sides(old, &new, &options).map_err(told)?;
    let map = diff_map(old, &new, &options).map_err(told)?;
    Ok((difference, map))
}

/// Everything that a page shows.
fn contents(
    inventory: &Inventory,
    (analysis, faults): (&Analysis<'_>, &Analysis<'_>),
    lang: Lang,
    changed: Option<(Diff, MapGraph)>,
) -> Result<Page, Failure> {
    let large = inventory.components.len() > BOOK;
    let detail = if large { Detail::Summary } else { Detail::Within(MOST_STEPS) };
    let points = |level| {
        analysis.single_points(&SinglePointOptions { detail, ..SinglePointOptions::at(level) })
    };
    let breaks = |level| {
        let wanted = SinglePointOptions { detail, home_too: true, ..SinglePointOptions::at(level) };
        faults.single_points(&wanted)
    };
    let (diff, both) = changed.unzip();
    let (still, whole) = maps(analysis, inventory.components.len(), both);
    let [first, second] = LANGUAGES;
    let (first, second) = rayon::join(
        || picture(&still, whole.as_ref(), first),
        || picture(&still, whole.as_ref(), second),
    );
    Ok(Page {
        served: None,
        lang,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        overview: analysis.overview(),
        jurisdictions: points(Level::Jurisdiction),
        controllers: points(Level::Controller),
        entities: points(Level::Entity),
        faults: Faults { entities: breaks(Level::Entity), controllers: breaks(Level::Controller) },
        exposure: analysis.exposure(false),
        ends: analysis.ends(ONE_YEAR),
        questions: analysis.questions(),
        diff,
        equations: analysis.equations(),
        breaks: (inventory.components.len() <= WHOLE).then(|| faults.equations()),
        pictures: [first?, second?],
    })
}

/// The map that is printed, and the one that is explored where it can be drawn whole. The map of a
/// diff is both, unless it had to be drawn together.
fn maps(
    analysis: &Analysis<'_>,
    components: usize,
    both: Option<MapGraph>,
) -> (MapGraph, Option<MapGraph>) {
    let still = both.unwrap_or_else(|| analysis.map(&MapOptions::default()));
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
