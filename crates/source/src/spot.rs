use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A place in a source that is no text of lines.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Spot {
    /// A row of a table, such as a CSV file, or one value of it.
    Row {
        /// Which row: 1 is the first, which has the titles where there are any.
        row: u32,
        /// The title of the column, else its number; `null` is the whole row.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        column: Option<String>,
    },
    /// A cell of a sheet of a workbook.
    Cell {
        /// The name of the sheet.
        sheet: String,
        /// Which row: 1 is the first.
        row: u32,
        /// Which column: 1 is the first.
        column: u32,
    },
    /// A value of a JSON document, by its pointer (RFC 6901); empty is the whole.
    Pointer(String),
    /// An entry of a catalogue, by its id.
    Entry(String),
    /// A fact of a snapshot, by its position: 0 is the first.
    Fact(u32),
}

impl Spot {
    /// The name of a cell, as spreadsheets have it: `B12`.
    ///
    /// ```
    /// use trefonds_source::Spot;
    /// assert_eq!(Spot::cell_name(12, 2), "B12");
    /// assert_eq!(Spot::cell_name(1, 703), "AAA1");
    /// ```
    #[must_use]
    pub fn cell_name(row: u32, column: u32) -> String {
        let mut letters = Vec::new();
        let mut left = column;
        while left > 0 {
            left -= 1;
            letters.push(char::from(b'A' + (left % 26) as u8));
            left /= 26;
        }
        format!("{}{row}", letters.iter().rev().collect::<String>())
    }

    /// The pointer to a fact in the file of a snapshot.
    #[must_use]
    pub fn fact_pointer(position: u32) -> String {
        format!("/facts/facts/{position}")
    }
}

/// Without words, behind the name of the source and `#`: what follows it in an address.
impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Row { row, column: None } => write!(f, "row={row}"),
            Self::Row { row, column: Some(column) } => write!(f, "row={row},{column}"),
            Self::Cell { sheet, row, column } => {
                write!(f, "{sheet}!{}", Self::cell_name(*row, *column))
            }
            Self::Pointer(pointer) => f.write_str(pointer),
            Self::Entry(id) => f.write_str(id),
            Self::Fact(position) => f.write_str(&Self::fact_pointer(*position)),
        }
    }
}
