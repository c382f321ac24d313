//! Tables, described column by column: its heading and what stands in it, side by side.

use trefonds_lang::Lang;

use super::cell::Cell;

/// The top of a column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// What stands there.
    pub text: String,
    /// How many characters wide the column is in a workbook.
    pub width: u32,
}

/// Rows under headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Headings.
    pub columns: Vec<Heading>,
    /// Rows, as long as the headings.
    pub rows: Vec<Vec<Cell>>,
}

/// A table of a workbook.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name; the format has room for 31 characters.
    pub name: String,
    /// What it holds.
    pub table: Table,
}

/// A column that several outputs show, of rows of one kind.
pub(super) struct Column<R: ?Sized> {
    heading: fn(Lang) -> String,
    width: u32,
    cell: fn(&R, Lang) -> Cell,
}

impl<R: ?Sized> Column<R> {
    /// Its heading, how wide it is in a workbook, and what it says of a row.
    pub(super) const fn new(
        heading: fn(Lang) -> String,
        width: u32,
        cell: fn(&R, Lang) -> Cell,
    ) -> Self {
        Self { heading, width, cell }
    }
}

/// A table that is being made, a column at a time.
pub struct Rows<R> {
    of: Vec<R>,
    table: Table,
}

impl<R: Copy> Rows<R> {
    /// One row each.
    pub fn of(rows: impl IntoIterator<Item = R>) -> Self {
        let of: Vec<R> = rows.into_iter().collect();
        let rows = of.iter().map(|_| Vec::new()).collect();
        Self { of, table: Table { columns: Vec::new(), rows } }
    }

    /// One more column: its heading, and what stands in it.
    #[must_use]
    pub fn column<C: Into<Cell>>(
        mut self,
        heading: impl Into<String>,
        cell: impl Fn(R) -> C,
    ) -> Self {
        self.table.columns.push(Heading { text: heading.into(), width: 0 });
        for (row, of) in self.table.rows.iter_mut().zip(&self.of) {
            row.push(cell(*of).into());
        }
        self
    }

    /// One more column where something is so.
    #[must_use]
    pub fn column_if<C: Into<Cell>>(
        self,
        so: bool,
        heading: impl Into<String>,
        cell: impl Fn(R) -> C,
    ) -> Self {
        if so { self.column(heading, cell) } else { self }
    }

    /// How wide the last column is in a workbook.
    #[must_use]
    pub fn wide(mut self, width: u32) -> Self {
        if let Some(heading) = self.table.columns.last_mut() {
            heading.width = width;
        }
        self
    }

    /// The table.
    #[must_use]
    pub fn table(self) -> Table {
        self.table
    }

    /// As a sheet of a workbook.
    #[must_use]
    pub fn sheet(self, name: String) -> Sheet {
        Sheet { name, table: self.table }
    }
}

impl<'r, R> Rows<&'r R> {
    /// These columns.
    #[must_use]
    pub(super) fn columns<'c>(
        self,
        lang: Lang,
        columns: impl IntoIterator<Item = &'c Column<R>>,
    ) -> Self
    where
        R: 'c,
    {
        self.columns_of(lang, columns, |row| row)
    }

    /// These columns, of a part of each row.
    #[must_use]
    pub(super) fn columns_of<'c, T: 'c + 'r>(
        self,
        lang: Lang,
        columns: impl IntoIterator<Item = &'c Column<T>>,
        part: impl Fn(&'r R) -> &'r T,
    ) -> Self {
        columns.into_iter().fold(self, |rows, column| {
            let cell = |row| (column.cell)(part(row), lang);
            rows.column((column.heading)(lang), cell).wide(column.width)
        })
    }
}
