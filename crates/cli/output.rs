//! Files written whole or not at all, and colour where it is wanted.

use std::io::Write;
use std::path::Path;

use trefonds_export::lists::{self, Listed, Paint};

use crate::args::{Colour, Listing};
use crate::failure::Failure;
use crate::{FINE, World};

/// Writes a file beside its final place, then moves it there: never a half.
pub(crate) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failed = |error| Failure::Write { path: path.to_owned(), error };
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    readable(file.as_file()).map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}

/// Temporary files are private; results are as readable as any file that a user makes.
#[cfg(unix)]
fn readable(file: &std::fs::File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_file: &std::fs::File) -> std::io::Result<()> {
    Ok(())
}

/// Whether a stream gets colour.
pub(crate) fn colour(wanted: Colour, terminal: bool, no_color: bool) -> bool {
    match wanted {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => terminal && !no_color,
    }
}

/// Prints a result in the wanted format, or writes it to the wanted file.
pub(crate) fn list<R: Listed>(
    result: &R,
    listing: &Listing,
    world: &mut World<'_>,
) -> Result<u8, Failure> {
    let lang = listing.common.lang.into();
    if let Some(path) = &listing.output {
        let mut bytes = Vec::new();
        lists::write(result, listing.format.into(), lang, Paint::Plain, &mut bytes)?;
        write_file(path, &bytes)?;
        return Ok(FINE);
    }
    let coloured = colour(listing.common.color, world.out_is_terminal, world.no_color);
    let paint = if coloured { Paint::Colour } else { Paint::Plain };
    lists::write(result, listing.format.into(), lang, paint, world.out)?;
    Ok(FINE)
}
