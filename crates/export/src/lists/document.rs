use trefonds_lang::Lang;

use super::table::{Rows, Table};

/// A part of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A sub-heading, such as the controller that the next table is about.
    Heading(String),
    /// A line of text.
    Line(String),
    /// A table.
    Table(Table),
}

/// A part of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub heading: String,
    /// What stands under it; nothing is said to be nothing.
    pub items: Vec<Item>,
}

/// A result ready to be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The language that it is in.
    pub lang: Lang,
    /// What it is.
    pub title: String,
    /// Day, home, coverage: what must stand beside every result.
    pub facts: Vec<String>,
    /// The parts.
    pub sections: Vec<Section>,
}

impl Section {
    /// A section of lines.
    pub fn of_lines(heading: String, lines: impl IntoIterator<Item = String>) -> Self {
        Self { heading, items: lines.into_iter().map(Item::Line).collect() }
    }
}

impl<R: Copy> Rows<R> {
    /// As a part of a section; nothing without rows.
    pub(super) fn items(self) -> Vec<Item> {
        let table = self.table();
        if table.rows.is_empty() { Vec::new() } else { vec![Item::Table(table)] }
    }

    /// As a section of its own; without rows, nothing stands in it.
    pub(super) fn section(self, heading: String) -> Section {
        Section { heading, items: self.items() }
    }
}
