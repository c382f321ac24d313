//! Records as CSV (RFC 4180). A cell that a spreadsheet would take for a formula gets a leading
//! apostrophe.

use std::io::{self, Write};

use trefonds_lang::{is_formula, visible};

use super::table::Table;

pub(super) fn write(records: &Table, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    let names = records.columns.iter().map(|column| &column.text);
    writer.write_record(names).map_err(as_io)?;
    for row in &records.rows {
        writer.write_record(row.iter().map(|cell| tame(&cell.key()))).map_err(as_io)?;
    }
    writer.flush()
}

/// A pipe that was closed stays one.
fn as_io(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn tame(cell: &str) -> String {
    let shown = visible(cell);
    if is_formula(cell) { format!("'{shown}") } else { shown.into_owned() }
}
