//! A sheet as a table: titles, and rows of as many values.

use std::io::{Read, Seek};

use super::{Sheet, SheetRow, WorkbookFault};
use crate::table::{TableFault, TableProblem, add_title};

/// A table that is being read from a sheet.
pub struct SheetTable<'w, R: Read + Seek> {
    sheet: Sheet<'w, R>,
    titles: Vec<String>,
    /// Rows before this one hold no data.
    first: u32,
}

impl<'w, R: Read + Seek> SheetTable<'w, R> {
    /// The table of a sheet: `header` is the row of the titles, `skip` so many rows behind it hold no data.
    ///
    /// # Errors
    /// Titles that cannot be used, or merged.
    pub fn open(mut sheet: Sheet<'w, R>, header: u32, skip: u32) -> Result<Self, TableProblem> {
        let header = header.max(1);
        let of = |row, column, fault| TableProblem { row, column, fault, last: true };
        let damaged = |fault: WorkbookFault| of(0, None, TableFault::Workbook(fault));
        let row = loop {
            match sheet.next_row().map_err(damaged)? {
                Some(row) if row.number < header => {}
                Some(row) if row.number == header => break row,
                _ => return Err(of(0, None, TableFault::NoTitles)),
            }
        };
        let wide = row.cells.last().map_or(0, |cell| cell.column);
        if let Some(column) = sheet.merged(header, wide) {
            return Err(of(header, Some(column), TableFault::Merged));
        }
        let mut titles: Vec<String> = Vec::with_capacity(wide as usize);
        for column in 1..=wide {
            let added = add_title(&mut titles, row.text(column));
            added.map_err(|fault| of(header, Some(column), fault))?;
        }
        Ok(Self { sheet, titles, first: header.saturating_add(skip).saturating_add(1) })
    }

    /// The titles of the columns, without spaces around them.
    #[must_use]
    pub fn titles(&self) -> &[String] {
        &self.titles
    }

    /// The next row: its number and its values; `None` at the end.
    pub fn next_row(&mut self) -> Option<Result<(u32, Vec<String>), TableProblem>> {
        loop {
            let row = match self.sheet.next_row() {
                Ok(row) => row?,
                Err(fault) => {
                    let fault = TableFault::Workbook(fault);
                    return Some(Err(TableProblem { row: 0, column: None, fault, last: true }));
                }
            };
            if row.number >= self.first && row.cells.iter().any(|it| !it.text.trim().is_empty()) {
                return Some(self.values(row));
            }
        }
    }

    fn values(&mut self, row: SheetRow) -> Result<(u32, Vec<String>), TableProblem> {
        let number = row.number;
        let of = |column, fault| TableProblem { row: number, column, fault, last: false };
        if let Some(column) = self.sheet.merged(number, self.titles.len() as u32) {
            return Err(of(Some(column), TableFault::Merged));
        }
        let mut values = vec![String::new(); self.titles.len()];
        for cell in row.cells {
            match values.get_mut(cell.column as usize - 1) {
                Some(value) => *value = cell.text,
                // What stands beside a table, as notes do, has no title.
                None if cell.text.trim().is_empty() => {}
                None => {
                    let (found, titles) = (cell.column as usize, self.titles.len());
                    return Err(of(Some(cell.column), TableFault::Width { found, titles }));
                }
            }
        }
        Ok((number, values))
    }
}
