//! Tables of separated values, row by row, in bounded memory.

mod quotes;

use std::io::Read;

use encoding_rs::WINDOWS_1252;
use quotes::Quotes;
use thiserror::Error;

use crate::workbook::WorkbookFault;

/// The most columns of a table.
pub const MOST_COLUMNS: usize = 16_384;
/// The longest value of a table, in bytes.
pub const LONGEST_CELL: usize = 1 << 20;

/// How characters are written as bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with a byte order mark or without.
    #[default]
    Utf8,
    /// Windows-1252, of which ISO 8859-1 is a part.
    Windows1252,
}

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// What stands between values.
    pub delimiter: u8,
    /// How characters are written.
    pub encoding: Encoding,
    /// Which row has the titles: 1 is the first.
    pub header: u32,
    /// How many rows behind the titles hold no data.
    pub skip: u32,
}

impl Default for Dialect {
    fn default() -> Self {
        Self { delimiter: b',', encoding: Encoding::Utf8, header: 1, skip: 0 }
    }
}

/// What is wrong with a table.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TableFault {
    /// The system refused to read on.
    #[error("cannot be read: {0}")]
    Unreadable(std::io::ErrorKind),
    /// Bytes that are no text in the encoding that was said.
    #[error("not UTF-8")]
    NotUtf8,
    /// UTF-16, a workbook, or another file that is no table of separated values.
    #[error("not a table of separated values")]
    Binary,
    /// There is no row with titles.
    #[error("no row of titles")]
    NoTitles,
    /// One title only, in which another sign separates.
    #[error("one column, with {0:?} in its title")]
    OtherDelimiter(char),
    /// Two columns of one title.
    #[error("two columns {0:?}")]
    SameTitle(String),
    /// Another number of values than of titles.
    #[error("{found} values under {titles} titles")]
    Width {
        /// How many values the row has.
        found: usize,
        /// How many titles there are.
        titles: usize,
    },
    /// More columns than are read.
    #[error("more than {MOST_COLUMNS} columns")]
    TooWide,
    /// A longer value than is read.
    #[error("a value of more than {LONGEST_CELL} bytes")]
    TooLong,
    /// A value in quotes that runs to the end of the file.
    #[error("a quote that is never closed")]
    OpenQuote,
    /// Cells of a sheet that are merged into one.
    #[error("merged cells")]
    Merged,
    /// The workbook in which the table is.
    #[error(transparent)]
    Workbook(#[from] WorkbookFault),
}

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableProblem {
    /// On which line it begins: 1 is the first; 0 is the table as a whole.
    pub row: u32,
    /// Which column: 1 is the first; `None` is the whole row.
    pub column: Option<u32>,
    /// What.
    pub fault: TableFault,
    /// Whether nothing behind it can be read.
    pub last: bool,
}

/// A table that is being read.
pub struct Table<R> {
    reader: csv::Reader<Quotes<R>>,
    dialect: Dialect,
    titles: Vec<String>,
    record: csv::ByteRecord,
    row: u32,
}

impl<R: Read> Table<R> {
    /// Opens a table and reads its titles.
    ///
    /// # Errors
    /// Titles that cannot be used.
    pub fn open(reader: R, dialect: Dialect) -> Result<Self, TableProblem> {
        let reader = csv::ReaderBuilder::new()
            .delimiter(dialect.delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(Quotes::of(reader, dialect.delimiter));
        let mut table =
            Self { reader, dialect, titles: Vec::new(), record: csv::ByteRecord::new(), row: 0 };
        let of = |row, column, fault| TableProblem { row, column, fault, last: true };
        while table.row < dialect.header.max(1) {
            if !table.read()? {
                return Err(of(0, None, TableFault::NoTitles));
            }
        }
        let cells: Vec<Result<String, TableFault>> =
            (0..table.record.len()).map(|at| table.cell(at)).collect();
        for (at, cell) in cells.into_iter().enumerate() {
            let added = cell.and_then(|cell| add_title(&mut table.titles, &cell));
            added.map_err(|fault| of(table.row, Some(at as u32 + 1), fault))?;
        }
        if let [only] = table.titles.as_slice()
            && let Some(other) = [';', '\t', '|', ','].into_iter().find(|it| only.contains(*it))
        {
            return Err(of(table.row, None, TableFault::OtherDelimiter(other)));
        }
        for _ in 0..dialect.skip {
            table.read()?;
        }
        Ok(table)
    }

    /// The titles of the columns, without spaces around them.
    #[must_use]
    pub fn titles(&self) -> &[String] {
        &self.titles
    }

    /// The next row: the line on which it begins and its values; `None` at the end. Rows without any value are passed over.
    pub fn next_row(&mut self) -> Option<Result<(u32, Vec<String>), TableProblem>> {
        loop {
            match self.read() {
                Ok(true) => {}
                Ok(false) => return None,
                Err(problem) => return Some(Err(problem)),
            }
            if self.record.iter().any(|cell| !cell.trim_ascii().is_empty()) {
                return Some(self.values());
            }
        }
    }

    fn values(&self) -> Result<(u32, Vec<String>), TableProblem> {
        let (row, titles) = (self.row, self.titles.len());
        let of = |column, fault| TableProblem { row, column, fault, last: false };
        let found = self.record.len();
        // Spreadsheets leave empty values at the end of a row out, or write more of them.
        let beyond = self.record.iter().skip(titles).any(|cell| !cell.trim_ascii().is_empty());
        if beyond || found < titles && found <= 1 {
            return Err(of(None, TableFault::Width { found, titles }));
        }
        let mut values = Vec::with_capacity(titles);
        for at in 0..titles {
            values.push(self.cell(at).map_err(|fault| of(Some(at as u32 + 1), fault))?);
        }
        Ok((row, values))
    }

    /// Reads a row; whether there was one.
    fn read(&mut self) -> Result<bool, TableProblem> {
        let row = self.row + 1;
        let of = |fault| TableProblem { row, column: None, fault, last: true };
        let more = self.reader.read_byte_record(&mut self.record).map_err(|error| {
            let kind = match error.into_kind() {
                csv::ErrorKind::Io(error) => error.kind(),
                _ => std::io::ErrorKind::InvalidData,
            };
            of(TableFault::Unreadable(kind))
        })?;
        if !more {
            return match self.reader.get_ref().open() {
                Some(row) => Err(TableProblem { row, ..of(TableFault::OpenQuote) }),
                None => Ok(false),
            };
        }
        // Lines, which are rows but where a value runs over several: empty ones count as well.
        self.row = self.record.position().map_or(row, |at| at.line() as u32);
        if self.record.len() > MOST_COLUMNS {
            return Err(of(TableFault::TooWide));
        }
        if self.record.iter().any(|cell| cell.len() > LONGEST_CELL) {
            return Err(of(TableFault::TooLong));
        }
        if self.record.iter().any(|cell| cell.contains(&0)) || self.begins_like_a_workbook() {
            return Err(of(TableFault::Binary));
        }
        Ok(true)
    }

    fn begins_like_a_workbook(&self) -> bool {
        let first = self.record.get(0).unwrap_or_default();
        let signs: [&[u8]; 4] = [b"PK\x03\x04", b"\xFF\xFE", b"\xFE\xFF", b"\xD0\xCF\x11\xE0"];
        self.row == 1 && signs.iter().any(|sign| first.starts_with(sign))
    }

    fn cell(&self, at: usize) -> Result<String, TableFault> {
        let bytes = self.record.get(at).unwrap_or_default();
        match self.dialect.encoding {
            Encoding::Utf8 => {
                let text = std::str::from_utf8(bytes).map_err(|_| TableFault::NotUtf8)?;
                // A byte order mark stands before everything.
                Ok(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned())
            }
            Encoding::Windows1252 => {
                Ok(WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned())
            }
        }
    }
}

/// Adds the title of the next column, without spaces around it; two columns of one title are none.
pub(crate) fn add_title(titles: &mut Vec<String>, title: &str) -> Result<(), TableFault> {
    let title = title.trim().to_owned();
    if !title.is_empty() && titles.contains(&title) {
        return Err(TableFault::SameTitle(title));
    }
    titles.push(title);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(bytes: &[u8], dialect: Dialect) -> Result<Vec<Vec<String>>, TableProblem> {
        let mut table = Table::open(bytes, dialect)?;
        let mut rows = vec![table.titles().to_vec()];
        while let Some(row) = table.next_row() {
            rows.push(row?.1);
        }
        Ok(rows)
    }

    #[test]
    fn quotes_marks_and_encodings() {
        let marked = b"\xEF\xBB\xBFid;name\r\n1;\"a;b\"\r\n\r\n2;\"say \"\"x\"\"\"\r\n";
        let dialect = Dialect { delimiter: b';', ..Dialect::default() };
        let expected = [["id", "name"], ["1", "a;b"], ["2", "say \"x\""]];
        assert_eq!(rows(marked, dialect).unwrap(), expected);
        let western = Dialect { encoding: Encoding::Windows1252, ..Dialect::default() };
        assert_eq!(rows(b"a,b\nH\xF4tel,\x80\n", western).unwrap()[1], ["Hôtel", "€"]);
    }

    #[test]
    fn every_fault_has_its_row_and_column() {
        let at = |bytes: &[u8]| rows(bytes, Dialect::default()).unwrap_err();
        let problem = at(b"a,b\n1,H\xF4tel\n");
        assert_eq!((problem.row, problem.column), (2, Some(2)));
        assert_eq!(problem.fault, TableFault::NotUtf8);
        assert_eq!(at(b"a;b\n1;2\n").fault, TableFault::OtherDelimiter(';'));
        assert_eq!(at(b"a,a\n").fault, TableFault::SameTitle("a".to_owned()));
        assert_eq!(at(b"a,b\n1,2,3\n").fault, TableFault::Width { found: 3, titles: 2 });
        assert_eq!(at(b"a,b\n1;2\n").fault, TableFault::Width { found: 1, titles: 2 });
        let half = at(b"a,b\n1,\"x\ny\"\n2,\"z\n\n");
        assert_eq!((half.row, half.fault), (4, TableFault::OpenQuote));
        assert_eq!(at(b"PK\x03\x04,b\n").fault, TableFault::Binary);
        assert_eq!(at(b"\xFF\xFEa\0,\0").fault, TableFault::Binary);
        assert_eq!(at(b"").fault, TableFault::NoTitles);
        assert_eq!(at(&b",".repeat(1 << 20)).fault, TableFault::TooWide);
        assert_eq!(at(&b"x".repeat(LONGEST_CELL + 1)).fault, TableFault::TooLong);
    }
}
