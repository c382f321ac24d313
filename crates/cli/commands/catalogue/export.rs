//! The data as files, whole or not at all.

use std::fs;
use std::io;
use std::path::Path;

use trefonds_lang::Lang;

use crate::failure::Failure;
use crate::output::cannot_write;
use crate::{FINE, World};

pub(super) fn run(folder: &Path, lang: Lang, world: &mut World<'_>) -> Result<u8, Failure> {
    let fails = |error: io::Error| cannot_write(folder, &error, lang);
    let shown = folder.display().to_string();
    let is_there = match fs::read_dir(folder) {
        Ok(mut entries) => match entries.next() {
            Some(_) => return Err(Failure::Unknown(lang.catalogue_not_empty(&shown))),
            None => true,
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(error) => return Err(fails(error)),
    };
    let files = write_beside(folder, is_there).map_err(fails)?;
    writeln!(world.out, "{}", lang.catalogue_exported(files, &shown))?;
    Ok(FINE)
}

/// Writes all files beside the folder, then moves them there at once; how many there are.
fn write_beside(folder: &Path, is_there: bool) -> io::Result<usize> {
    let parent = folder.parent().filter(|it| !it.as_os_str().is_empty());
    let parent = parent.unwrap_or_else(|| Path::new("."));
    let beside = tempfile::Builder::new().prefix(".catalogue").tempdir_in(parent)?;
    let data = beside.path().join("data");
    let mut files = 0;
    for (path, text) in trefonds_catalogue::files() {
        let place = data.join(path);
        place.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(place, text)?;
        files += 1;
    }
    if is_there {
        fs::remove_dir(folder)?;
    }
    fs::rename(data, folder)?;
    Ok(files)
}
