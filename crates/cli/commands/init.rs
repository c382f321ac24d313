use std::fs;
use std::path::Path;

use trefonds_catalogue::Embedded;
use trefonds_declare::Shelf;
use trefonds_lang::Lang;

use crate::args::Init;
use crate::failure::Failure;
use crate::output::{cannot_write, write_bytes};
use crate::{FINE, World};

/// Writes the starter inventory into a folder, over nothing that is there.
pub(super) fn run(args: &Init, world: &mut World<'_>) -> Result<u8, Failure> {
    let lang: Lang = args.lang.into();
    let folder = &args.folder;
    let files = trefonds_inventory::starter(lang, args.as_of, Embedded.edition());
    refuse_to_mix(folder, files.iter().map(|(path, _)| *path), lang)?;
    fs::create_dir_all(folder).map_err(|error| cannot_write(folder, &error, lang))?;
    for (path, text) in files {
        write_bytes(Some(&folder.join(path)), text.as_bytes(), lang, world)?;
    }
    writeln!(world.out, "{}", lang.init_done(&folder.display().to_string()))?;
    Ok(FINE)
}

/// Refuses a folder that holds a file of the starter, or of another inventory: the two would be read as
/// one.
fn refuse_to_mix<'p>(
    folder: &Path,
    mut files: impl Iterator<Item = &'p str>,
    lang: Lang,
) -> Result<(), Failure> {
    if folder.symlink_metadata().is_err() {
        return Ok(());
    }
    let there = files.find(|file| folder.join(file).symlink_metadata().is_ok());
    if let Some(file) = there {
        let path = folder.join(file).display().to_string();
        return Err(Failure::Unknown(lang.init_is_there(&path)));
    }
    match trefonds_inventory::inventory_files(folder).first() {
        Some(file) => Err(Failure::Unknown(lang.init_would_be_read(file))),
        None => Ok(()),
    }
}
