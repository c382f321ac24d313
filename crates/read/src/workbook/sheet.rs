//! The rows of a sheet as they are stored: cells without a value, and rows without a cell, are not there.

use std::io::{BufReader, Read, Seek};

use calamine::{DataRef, Dimensions, ExcelDateTime, XlsxCellReader};

use super::{WorkbookFault, of_xlsx};
use crate::table::{LONGEST_CELL, MOST_COLUMNS};

/// A value of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its column: 1 is the first.
    pub column: u32,
    /// Its text.
    pub text: String,
    /// Whether a formula made it.
    pub formula: bool,
}

/// A row of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// Its number: 1 is the first.
    pub number: u32,
    /// Its values, from the left.
    pub cells: Vec<Cell>,
}

impl SheetRow {
    /// The text of a column; empty where there is none. 1 is the first.
    #[must_use]
    pub fn text(&self, column: u32) -> &str {
        self.cell(column).map_or("", |cell| &cell.text)
    }

    /// The value of a column. 1 is the first.
    #[must_use]
    pub fn cell(&self, column: u32) -> Option<&Cell> {
        let at = self.cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        self.cells.get(at)
    }
}

/// The rows of a sheet.
pub struct Sheet<'w, R: Read + Seek> {
    cells: XlsxCellReader<'w, BufReader<R>>,
    /// Cells that are merged into one, the lowest first.
    merged: Vec<Dimensions>,
    ahead: Option<(u32, Cell)>,
    last: u32,
    ended: bool,
}

impl<'w, R: Read + Seek> Sheet<'w, R> {
    pub(super) fn of(cells: XlsxCellReader<'w, BufReader<R>>, mut merged: Vec<Dimensions>) -> Self {
        merged.sort_by_key(|it| std::cmp::Reverse((it.start.0, it.end.0)));
        Self { cells, merged, ahead: None, last: 0, ended: false }
    }

    /// The first column of cells that are merged into one somewhere in a row, and that begin left of a column,
    /// if any. Rows are asked for in their order; 1 is the first, of rows and of columns.
    pub(super) fn merged(&mut self, row: u32, columns: u32) -> Option<u32> {
        let (over, holds) =
            (|it: &Dimensions| it.end.0 + 1 < row, |it: &Dimensions| it.start.0 < row);
        while self.merged.last().is_some_and(over) {
            self.merged.pop();
        }
        let begun = self.merged.iter().rev().take_while(|it| holds(it));
        let here = begun.filter(|it| !over(it)).map(|it| it.start.1 + 1);
        here.filter(|column| *column <= columns).min()
    }

    /// The next row with any value; `None` at the end.
    ///
    /// # Errors
    /// A part that is not whole, rows out of order, too many or too long values.
    pub fn next_row(&mut self) -> Result<Option<SheetRow>, WorkbookFault> {
        let Some((number, cell)) = self.next_cell()? else { return Ok(None) };
        let mut cells = vec![cell];
        while let Some((row, cell)) = self.next_cell()? {
            if row != number {
                self.ahead = Some((row, cell));
                break;
            }
            if cells.last().is_some_and(|last| last.column >= cell.column) {
                return Err(damaged(row));
            }
            cells.push(cell);
        }
        if number <= self.last {
            return Err(damaged(number));
        }
        self.last = number;
        Ok(Some(SheetRow { number, cells }))
    }

    fn next_cell(&mut self) -> Result<Option<(u32, Cell)>, WorkbookFault> {
        if let Some(ahead) = self.ahead.take() {
            return Ok(Some(ahead));
        }
        while !self.ended {
            let Some(record) = self.cells.next_cell_with_formula_metadata().map_err(of_xlsx)?
            else {
                self.ended = true;
                break;
            };
            let text = text_of(record.value);
            let formula = record.formula.is_some();
            if text.is_empty() && !formula {
                continue;
            }
            let (row, column) = (record.pos.0 + 1, record.pos.1 + 1);
            if text.len() > LONGEST_CELL || column as usize > MOST_COLUMNS {
                return Err(damaged(row));
            }
            return Ok(Some((row, Cell { column, text, formula })));
        }
        Ok(None)
    }
}

fn damaged(row: u32) -> WorkbookFault {
    WorkbookFault::Damaged(format!("row {row}"))
}

fn text_of(value: DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text,
        DataRef::SharedString(text) => text.to_owned(),
        DataRef::Bool(is) => is.to_string(),
        DataRef::DateTime(at) => moment(&at),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// A day, with the time where there is one; a span of time is a number of days.
fn moment(at: &ExcelDateTime) -> String {
    if at.is_duration() {
        return at.as_f64().to_string();
    }
    let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    match (hour, minute, second) {
        (0, 0, 0) => date,
        _ => format!("{date} {hour:02}:{minute:02}:{second:02}"),
    }
}
