//! Files written whole or not at all, and colour where it is wanted.

use std::io::Write;
use std::path::Path;

use trefonds_export::lists::{self, Paint};
use trefonds_lang::Lang;

use crate::args::{Colour, ListFormat, Listing};
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

/// Writes a result to the wanted file, whole or not at all, or prints it.
pub(crate) fn write_bytes(
    output: Option<&Path>,
    bytes: &[u8],
    world: &mut World<'_>,
) -> Result<(), Failure> {
    match output {
        Some(path) => write_file(path, bytes),
        None => Ok(world.out.write_all(bytes)?),
    }
}

/// Whether a stream gets colour.
pub(crate) fn colour(wanted: Colour, terminal: bool, no_color: bool) -> bool {
    match wanted {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => terminal && !no_color,
    }
}

/// How a list is written, and where.
pub(crate) struct Listed<'a> {
    pub format: ListFormat,
    pub lang: Lang,
    pub color: Colour,
    pub output: Option<&'a Path>,
}

/// Prints a result in the wanted format, or writes it to the wanted file.
pub(crate) fn list<R: lists::Listed>(
    result: &R,
    listing: &Listing,
    world: &mut World<'_>,
) -> Result<u8, Failure> {
    let wanted = Listed {
        format: listing.format,
        lang: listing.common.lang.into(),
        color: listing.common.color,
        output: listing.output.as_deref(),
    };
    write(result, &wanted, world)?;
    Ok(FINE)
}

/// The same for any command.
pub(crate) fn write<R: lists::Listed>(
    result: &R,
    wanted: &Listed<'_>,
    world: &mut World<'_>,
) -> Result<(), Failure> {
    let (format, lang) = (wanted.format.into(), wanted.lang);
    if let Some(path) = wanted.output {
        let mut bytes = Vec::new();
        lists::write(result, format, lang, Paint::Plain, &mut bytes)?;
        return write_file(path, &bytes);
    }
    let coloured = colour(wanted.color, world.out_is_terminal, world.no_color);
    let paint = if coloured { Paint::Colour } else { Paint::Plain };
    Ok(lists::write(result, format, lang, paint, world.out)?)
}
