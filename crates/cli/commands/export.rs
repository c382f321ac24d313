use std::path::Path;

use rayon::prelude::*;
use trefonds_ask::MapOptions;
use trefonds_export::map::{SvgOptions, Theme, svg};
use trefonds_lang::Lang;
use trefonds_layout::Bands;
use trefonds_model::Inventory;
use trefonds_report::{LANGUAGES, Plate, Report};

use super::{report, session};
use crate::args::{Common, Export, Kind};
use crate::failure::Failure;
use crate::output::write_bytes;
use crate::{FINE, World};

/// So many services get a map of their own; of the others the file says that they have none.
const PLATES: usize = 60;

pub(super) fn run(args: &Export, world: &mut World<'_>) -> Result<u8, Failure> {
    let lang: Lang = args.common.lang.into();
    let kind = args.to.or_else(|| ending(&args.output)).ok_or_else(|| {
        Failure::Unknown(lang.export_unknown_ending(&args.output.display().to_string()))
    })?;
    let inventory = session::load(&args.common, world)?;
    let progress = session::analysing(&args.common, world);
    let everything = report::everything(&inventory, &args.common, None)?;
    let bytes = bytes(&everything, &inventory, &args.common, kind)?;
    drop(progress);
    write_bytes(Some(&args.output), &bytes, lang, world)?;
    Ok(FINE)
}

/// What the ending of a file names.
fn ending(path: &Path) -> Option<Kind> {
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "pdf" => Some(Kind::Pdf),
        "png" => Some(Kind::Png),
        "svg" => Some(Kind::Svg),
        "xlsx" => Some(Kind::Xlsx),
        "md" | "markdown" => Some(Kind::Markdown),
        _ => None,
    }
}

fn bytes(
    report: &Report,
    inventory: &Inventory,
    common: &Common,
    kind: Kind,
) -> Result<Vec<u8>, Failure> {
    let failed = |why: String| Failure::Unknown(report.lang.export_failed(&why));
    let mut bytes = Vec::new();
    match kind {
        Kind::Svg => bytes.extend_from_slice(picture(report).as_bytes()),
        Kind::Markdown => trefonds_report::markdown(report, &mut bytes)?,
        Kind::Xlsx => {
            trefonds_report::xlsx(report, &mut bytes).map_err(|e| failed(e.to_string()))?
        }
        Kind::Png => {
            trefonds_report::png(picture(report), &mut bytes).map_err(|e| failed(e.to_string()))?;
        }
        Kind::Pdf => {
            let plates = plates(report, inventory, common)?;
            trefonds_report::pdf(report, &plates, &mut bytes).map_err(|e| failed(e.to_string()))?;
        }
    }
    Ok(bytes)
}

/// The map in the language of the report.
fn picture(report: &Report) -> &str {
    let mut pictures = LANGUAGES.iter().zip(&report.pictures);
    pictures.find(|(lang, _)| **lang == report.lang).map_or("", |(_, picture)| &picture.svg)
}

/// The whole map, then one a service, the most critical first.
fn plates(report: &Report, inventory: &Inventory, common: &Common) -> Result<Vec<Plate>, Failure> {
    let analysis = session::analyse(inventory, common);
    let lang = report.lang;
    let services = &report.overview.services;
    let services = &services[..services.len().min(PLATES)];
    let own: Result<Vec<Plate>, Failure> = services
        .par_iter()
        .map(|line| {
            let focus = Some(session::component(&analysis, &line.service.id, lang)?);
            let map = analysis.map(&MapOptions { focus, ..MapOptions::default() });
            let options = SvgOptions { lang, engine: &Bands::default(), theme: Theme::Light };
            let mut bytes = Vec::new();
            svg(&map, &options, &mut bytes)?;
            let svg = String::from_utf8_lossy(&bytes).into_owned();
            Ok(Plate { title: line.service.name.clone(), svg })
        })
        .collect();
    let whole = Plate { title: lang.report_nav_map(), svg: picture(report).to_owned() };
    let mut plates = vec![whole];
    plates.extend(own?);
    Ok(plates)
}
