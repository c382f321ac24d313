//! Looks at every part of a workbook before it is read: what it unpacks to, and the numbers by which a reader
//! makes room.
//!
//! The parts of a package are small files that may unpack to anything, and may say that a million cells follow
//! where none does. Whoever reads them believes both.

use std::io::{BufReader, Read, Seek};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::{MOST_PARTS, WorkbookFault};

/// The highest row and column of a sheet, by the format.
const ROWS: u32 = 1_048_576;
const COLUMNS: u32 = 16_384;

/// Refuses what unpacks to more than `most` bytes, and what lies about itself. O(n) for n unpacked bytes, in
/// the memory of one value.
pub(super) fn look<R: Read + Seek>(
    mut package: ZipArchive<R>,
    most: u64,
) -> Result<(), WorkbookFault> {
    if package.len() > MOST_PARTS {
        return Err(WorkbookFault::TooManyParts);
    }
    let mut left = most;
    for at in 0..package.len() {
        let part = package.by_index(at).map_err(super::of_zip)?;
        let mut part = Counted { inner: part, left, over: false };
        let sound = numbers(&mut part);
        // What is not looked at is unpacked later all the same.
        let rest = std::io::copy(&mut part, &mut std::io::sink());
        if part.over {
            return Err(WorkbookFault::TooLarge);
        }
        rest.map_err(|error| WorkbookFault::Damaged(error.to_string()))?;
        if !sound {
            let name = part.inner.name().map(|name| name.into_owned());
            return Err(WorkbookFault::Damaged(name.unwrap_or_default()));
        }
        left = part.left;
    }
    Ok(())
}

/// Whether the numbers by which room is made are such as a sheet can have. What is no XML has none.
fn numbers<R: Read>(part: R) -> bool {
    let mut xml = Reader::from_reader(BufReader::new(part));
    xml.config_mut().check_end_names = false;
    xml.config_mut().allow_unmatched_ends = true;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) if !plausible(&element) => {
                return false;
            }
            Ok(Event::DocType(_)) => return false,
            Ok(Event::Eof) | Err(_) => return true,
            Ok(_) => {}
        }
    }
}

fn plausible(element: &BytesStart<'_>) -> bool {
    element.attributes().with_checks(false).flatten().all(|it| {
        let value = it.value.as_ref();
        match it.key.local_name().as_ref() {
            "r" | "ref" | "topLeftCell" | "activeCell" => value.split(':').all(is_reference),
            "si" | "uniqueCount" | "count" | "s" | "numFmtId" => {
                value.parse::<u64>().is_ok_and(|it| it <= u64::from(ROWS) * 16)
            }
            _ => true,
        }
    })
}

/// Whether this is a cell, a row or a column that a sheet can have; or no reference at all.
fn is_reference(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (column, row) = text.split_at(letters);
    if !row.bytes().all(|byte| byte.is_ascii_digit()) {
        return true;
    }
    let column = column
        .bytes()
        .take(4)
        .fold(0, |sum: u32, byte| sum * 26 + u32::from(byte.to_ascii_uppercase() - b'A') + 1);
    letters <= 3
        && column <= COLUMNS
        && (row.is_empty() || row.parse::<u32>().is_ok_and(|it| it <= ROWS))
}

/// Hands on so many bytes and no more.
struct Counted<R> {
    inner: R,
    left: u64,
    over: bool,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let length = self.inner.read(buffer)?;
        self.over |= length as u64 > self.left;
        self.left = self.left.saturating_sub(length as u64);
        Ok(if self.over { 0 } else { length })
    }
}
