//! Workbooks (XLSX, ISO/IEC 29500), sheet by sheet and row by row: every value is a text with its place.
//!
//! A formula has the value that was saved with it, and is marked; a day is written `2026-11-01` whatever the
//! sheet shows; a whole number has no decimals.

mod guard;
mod rows;
mod sheet;

use std::io::{BufReader, Read, Seek};

use calamine::{Reader as _, Xlsx, XlsxError};
use thiserror::Error;
use zip::ZipArchive;

pub use rows::SheetTable;
pub use sheet::{Cell, Sheet, SheetRow};

/// The most bytes of all parts of a workbook, unpacked.
pub const MOST_UNPACKED: u64 = 512 << 20;
/// The most parts of a workbook.
pub const MOST_PARTS: usize = 10_000;

/// What is wrong with a workbook.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum WorkbookFault {
    /// The system refused to read on.
    #[error("cannot be read: {0}")]
    Unreadable(std::io::ErrorKind),
    /// Another file than a workbook of Excel 2007 or later.
    #[error("not a workbook in XLSX")]
    NotWorkbook,
    /// It is locked by a password.
    #[error("locked by a password")]
    Locked,
    /// It unpacks to more than is read.
    #[error("unpacks to more than {MOST_UNPACKED} bytes")]
    TooLarge,
    /// It has more parts than are read.
    #[error("more than {MOST_PARTS} parts")]
    TooManyParts,
    /// A part of it is not whole, or lies about itself.
    #[error("damaged: {0}")]
    Damaged(String),
    /// A sheet that is not there.
    #[error("no sheet {0:?}")]
    NoSheet(String),
}

/// A workbook that is open.
pub struct Workbook<R: Read + Seek> {
    inner: Xlsx<BufReader<R>>,
}

impl<R: Read + Seek> Workbook<R> {
    /// Opens a workbook: all of it is looked at once, and its texts that several cells share are held.
    /// `open` opens the file, each time from its start. O(n) for n unpacked bytes.
    ///
    /// # Errors
    /// Anything but a workbook that can be read within bounds.
    pub fn open(mut open: impl FnMut() -> std::io::Result<R>) -> Result<Self, WorkbookFault> {
        let unreadable = |error: std::io::Error| WorkbookFault::Unreadable(error.kind());
        let mut reopen = || Ok(BufReader::new(open().map_err(unreadable)?));
        match ZipArchive::new(reopen()?) {
            Ok(package) => guard::look(package, MOST_UNPACKED)?,
            // What is locked is no package, and the reader knows it; of what is none it reads nothing else.
            Err(error) => {
                return Err(match Xlsx::new(reopen()?) {
                    Err(XlsxError::Password) => WorkbookFault::Locked,
                    _ => of_zip(error),
                });
            }
        }
        let inner = Xlsx::new(reopen()?).map_err(of_xlsx)?;
        Ok(Self { inner })
    }

    /// The names of its sheets, in their order.
    #[must_use]
    pub fn sheets(&self) -> Vec<String> {
        self.inner.sheet_names()
    }

    /// The rows of a sheet.
    ///
    /// # Errors
    /// A sheet that is not there, or cannot be read.
    pub fn sheet(&mut self, name: &str) -> Result<Sheet<'_, R>, WorkbookFault> {
        let merged = self.inner.merge_cells_by_sheet_name(name).map_err(of_xlsx)?;
        let cells = self.inner.worksheet_cells_reader(name).map_err(of_xlsx)?;
        Ok(Sheet::of(cells, merged))
    }
}

fn of_zip(error: zip::result::ZipError) -> WorkbookFault {
    match error {
        zip::result::ZipError::Io(error) => match error.kind() {
            std::io::ErrorKind::UnexpectedEof | std::io::ErrorKind::InvalidData => {
                WorkbookFault::Damaged(error.to_string())
            }
            kind => WorkbookFault::Unreadable(kind),
        },
        zip::result::ZipError::InvalidArchive(_) => WorkbookFault::NotWorkbook,
        other => WorkbookFault::Damaged(other.to_string()),
    }
}

fn of_xlsx(error: XlsxError) -> WorkbookFault {
    match error {
        XlsxError::Password => WorkbookFault::Locked,
        XlsxError::WorksheetNotFound(name) => WorkbookFault::NoSheet(name),
        XlsxError::Zip(_) | XlsxError::RelationshipNotFound | XlsxError::FileNotFound(_) => {
            WorkbookFault::NotWorkbook
        }
        other => WorkbookFault::Damaged(other.to_string()),
    }
}

#[cfg(test)]
mod tests;
