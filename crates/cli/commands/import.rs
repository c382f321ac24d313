//! What other tools hold, into a folder of the inventory that belongs to the import.

mod folder;

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};

use trefonds_import::{Mapping, Reading, problem_told, told};
use trefonds_inventory::{Code, small};
use trefonds_lang::Lang;

use super::small_file::{refused, style, text_of};
use crate::args::{self, AccountFormat};
use crate::failure::Failure;
use crate::{FINE, World};

pub(super) fn run(args: &args::Import, world: &mut World<'_>) -> Result<u8, Failure> {
    match &args.kind {
        args::ImportKind::Csv(args) => csv(args, world),
    }
}

fn csv(args: &args::ImportCsv, world: &mut World<'_>) -> Result<u8, Failure> {
    let lang: Lang = args.lang.into();
    let mapping = mapping(args, lang, world)?;
    let files = files(&args.files, &mapping, lang)?;
    let folder = folder::Folder::open(&args.into, mapping.name(), args.force, lang)?;
    let mut reading = Reading::new(&mapping);
    let mut problems = Vec::new();
    for (name, path) in files {
        if let Err(more) = reading.file(name, || File::open(path)) {
            problems.extend(more);
        }
    }
    if !problems.is_empty() {
        let lines = problems.iter().map(|it| lang.error_line(&problem_told(it, lang)));
        let sum = lang.import_refused(&lang.errors_found(problems.len()));
        let all: Vec<String> = lines.chain([lang.error_line(&sum)]).collect();
        return Err(Failure::Inventory(all.join("\n")));
    }
    let mut import = reading
        .end(folder.manifest(), lang)
        .map_err(|fault| Failure::Unknown(fault.to_string()))?;
    import.account.by_hand = folder.write(&import.files, lang)?;
    match args.format {
        AccountFormat::Text => write!(world.out, "{}", told(&import.account, lang))?,
        AccountFormat::Json => {
            let json =
                serde_json::to_string_pretty(&import.account).map_err(std::io::Error::from)?;
            writeln!(world.out, "{json}")?;
        }
    }
    Ok(FINE)
}

fn mapping(args: &args::ImportCsv, lang: Lang, world: &World<'_>) -> Result<Mapping, Failure> {
    let style = style(lang, args.color, world);
    let name = args.mapping.display().to_string();
    let text = text_of(&args.mapping, lang)?;
    let sum = |errors: &str| lang.error_line(&lang.import_mapping_refused(errors));
    let (mapping, file) = small::read::<Mapping>(&name, &text, lang)
        .map_err(|faults| refused(&[*faults], style, sum))?;
    let faults = mapping.faults(lang);
    if faults.is_empty() {
        return Ok(mapping);
    }
    let faults = faults.into_iter().map(|it| (file.place(&it.path), it.what)).collect();
    Err(refused(&[file.refused(Code::InvalidMapping, faults)], style, sum))
}

/// The files that the mapping speaks of, in its order: each by its name, whatever its folder.
fn files<'f>(
    given: &'f [PathBuf],
    mapping: &'f Mapping,
    lang: Lang,
) -> Result<Vec<(&'f str, &'f Path)>, Failure> {
    let wanted = mapping.files();
    let mut faults = Vec::new();
    let mut found: BTreeMap<&str, &Path> = BTreeMap::new();
    for path in given {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if !wanted.contains(&name) {
            faults.push(lang.import_unknown_file(name, &wanted.join(", ")));
        } else if found.insert(name, path).is_some() {
            faults.push(lang.import_same_file(name));
        }
    }
    let missing = wanted.iter().filter(|name| !found.contains_key(**name));
    faults.extend(missing.map(|name| lang.import_missing_file(name)));
    if !faults.is_empty() {
        return Err(Failure::Unknown(faults.join("\n")));
    }
    Ok(wanted.into_iter().filter_map(|name| Some((name, *found.get(name)?))).collect())
}
