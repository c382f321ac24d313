//! One file at a time: how it is read, its text, what it declares by itself.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use trefonds_declare::Shelf;
use trefonds_lang::Lang;
use trefonds_model::Date;
use trefonds_read::Format;
use trefonds_source::{Diagnostic, FileId, SourceFile};

use crate::discover::Found;
use crate::parse::{self, Parsed};
use crate::{Limits, diags};

/// How to read.
#[derive(Clone, Copy, Debug, Default)]
pub struct LoadOptions<'s> {
    /// The language of the messages.
    pub lang: Lang,
    /// What files may ask of their reader.
    pub limits: Limits,
    /// The day that is asked for from outside: the inventory need not say one then.
    pub as_of: Option<Date>,
    /// The catalogue that the program brings, for inventories that name its edition.
    pub shelf: Option<&'s dyn Shelf>,
    /// Folders of further catalogues, which go before it, whatever the inventory says.
    pub also: &'s [PathBuf],
    /// The folder from which paths in the inventory lead; without one, these lead nowhere.
    pub base: Option<&'s Path>,
    /// Whether all of the catalogues is let in, not only what the inventory refers to.
    pub everything: bool,
}

/// A name and a text, or why there is no text.
pub(crate) type Text = Result<(String, String), Diagnostic>;

pub(crate) fn read(file: Found, length: u64, options: &LoadOptions<'_>) -> Text {
    let limit = options.limits.bytes;
    // One byte more than there is: the end is then met without a larger buffer.
    let mut bytes = Vec::with_capacity(length.min(limit) as usize + 1);
    let read = File::open(&file.path).and_then(|open| open.take(limit + 1).read_to_end(&mut bytes));
    match read {
        Err(error) => {
            Err(diags::unreadable(options.lang, &file.name, &options.lang.system_error(&error)))
        }
        Ok(length) if length as u64 > limit => {
            Err(diags::too_large(options.lang, &file.name, limit))
        }
        Ok(_) => as_text(file.name, bytes, options.lang),
    }
}

pub(crate) fn as_text(name: String, bytes: Vec<u8>, lang: Lang) -> Text {
    match String::from_utf8(bytes) {
        Ok(text) => Ok((name, text)),
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let before = error.as_bytes().iter().take(good);
            let line = before.filter(|byte| **byte == b'\n').count() + 1;
            Err(diags::not_utf8(lang, &name, line))
        }
    }
}

/// Reads one file by itself: what it declares, before anything is let in. A writer of inventories starts
/// here, and a set of declarations that others are taken from.
#[must_use]
pub fn parse_file<'a>(id: FileId, file: &'a SourceFile, options: &LoadOptions<'_>) -> Parsed<'a> {
    let format = Format::of(file.name()).unwrap_or(Format::Yaml);
    parse::parse(id, file.name(), file.text(), format, options.lang, options.limits)
}
