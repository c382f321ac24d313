//! Where in a source something is said, where that is no line of a text.

messages! {
    /// A row of a table.
    fn at_row(source: &str, row: u32) { en: "{source}, row {row}", fr: "{source}, ligne {row}" }
    /// A value of a row.
    fn at_value(source: &str, row: u32, column: &str) { en: "{source}, row {row}, column {column}", fr: "{source}, ligne {row}, colonne {column}" }
    /// A cell of a sheet.
    fn at_cell(source: &str, sheet: &str, cell: &str) { en: "{source}, sheet {sheet}, cell {cell}", fr: "{source}, feuille {sheet}, cellule {cell}" }
    /// A value of a JSON document.
    fn at_pointer(source: &str, pointer: &str) { en: "{source}, value {pointer}", fr: "{source}, valeur {pointer}" }
    /// An entry of a catalogue.
    fn at_entry(source: &str, id: &str) { en: "{source}, entry {id}", fr: "{source}, entrée {id}" }
    /// A fact of a snapshot.
    fn at_fact(source: &str, pointer: &str) { en: "fact {source}#{pointer}", fr: "fait {source}#{pointer}" }
}
