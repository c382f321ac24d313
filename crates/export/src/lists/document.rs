/// Rows under columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Headings.
    pub columns: Vec<String>,
    /// Rows, as long as the headings.
    pub rows: Vec<Vec<String>>,
}

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

/// A result ready to be read, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// What it is.
    pub title: String,
    /// Day, home, coverage: what must stand beside every result.
    pub facts: Vec<String>,
    /// The parts.
    pub sections: Vec<Section>,
    /// What CSV holds: one record a finding.
    pub records: Table,
    /// What is written for a section without items.
    pub nothing: String,
}

impl Table {
    /// A table of these headings and no rows.
    pub(super) fn new<const N: usize>(columns: [String; N]) -> Self {
        Self { columns: columns.into(), rows: Vec::new() }
    }

    /// A table of these machine names, which no language changes.
    pub(super) fn of_fields(columns: &[&str]) -> Self {
        Self { columns: columns.iter().map(|name| (*name).to_owned()).collect(), rows: Vec::new() }
    }
}
