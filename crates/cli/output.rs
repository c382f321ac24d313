//! Results to where they are wanted, with colour where it is.

use std::io;
use std::path::Path;

use trefonds_export::lists::{self, Paint};
use trefonds_lang::Lang;

use crate::args::{Colour, ListFormat, Listing};
use crate::failure::Failure;
use crate::{FINE, World, destination};

/// Writes a result to the wanted place: `-`, or none, is standard output.
pub(crate) fn write_bytes(
    output: Option<&Path>,
    bytes: &[u8],
    lang: Lang,
    world: &mut World<'_>,
) -> Result<(), Failure> {
    let Some(path) = output.filter(|path| !destination::is_stdout(path)) else {
        return Ok(world.out.write_all(bytes)?);
    };
    destination::write(path, bytes).map_err(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Failure::Io(error),
        _ => cannot_write(path, &error, lang),
    })
}

/// A place that nothing can be written to.
pub(crate) fn cannot_write(path: &Path, error: &io::Error, lang: Lang) -> Failure {
    Failure::Unknown(lang.cannot_write(&path.display().to_string(), &lang.system_error(error)))
}

/// Refuses to fill a terminal with what nobody reads there, unless `-` asks for it.
pub(crate) fn not_on_a_terminal(
    output: Option<&Path>,
    example: &str,
    lang: Lang,
    world: &World<'_>,
) -> Result<(), Failure> {
    if output.is_none() && world.out_is_terminal {
        return Err(Failure::Unknown(lang.not_on_a_terminal(example)));
    }
    Ok(())
}

/// Whether the name of a file ends so, in capitals or not.
pub(crate) fn ends_in(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending))
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
    if wanted.output.is_some() {
        let mut bytes = Vec::new();
        lists::write(result, format, lang, Paint::Plain, &mut bytes)?;
        return write_bytes(wanted.output, &bytes, lang, world);
    }
    let coloured = colour(wanted.color, world.out_is_terminal, world.no_color);
    let paint = if coloured { Paint::Colour } else { Paint::Plain };
    Ok(lists::write(result, format, lang, paint, world.out)?)
}
