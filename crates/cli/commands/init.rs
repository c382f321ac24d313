use std::fs;

use trefonds_lang::Lang;

use crate::args::Init;
use crate::failure::Failure;
use crate::output::write_file;
use crate::{FINE, World};

/// Writes the starter inventory into a new or empty folder.
pub(super) fn run(args: &Init, world: &mut World<'_>) -> Result<u8, Failure> {
    let lang: Lang = args.lang.into();
    let folder = &args.folder;
    let failed = |error| Failure::Write { path: folder.clone(), error };
    if folder.exists() {
        let mut entries = fs::read_dir(folder).map_err(failed)?;
        if entries.next().is_some() {
            return Err(Failure::NotEmpty(folder.clone()));
        }
    }
    fs::create_dir_all(folder).map_err(failed)?;
    for (path, text) in trefonds_inventory::starter(lang) {
        write_file(&folder.join(path), text.as_bytes())?;
    }
    writeln!(world.out, "{}", lang.init_done(&folder.display().to_string()))?;
    Ok(FINE)
}
