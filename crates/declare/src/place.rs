use crate::forms::Edition;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use trefonds_lang::Lang;
use trefonds_source::{Located, SourceMap, Span, Spot};

/// How the names of the files of the catalogue begin.
const CATALOGUE: &str = "catalogue ";

/// What a file of the catalogue is called.
#[must_use]
pub fn catalogue_file(edition: Edition, path: &str) -> String {
    format!("{CATALOGUE}{edition}, {path}")
}

/// Where something is said.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub struct SourceAt {
    /// The path of the file, or the name of the source.
    pub file: String,
    /// 1-based line; 0 where there is a spot.
    pub line: u32,
    /// 1-based column, in characters; 0 where there is a spot.
    pub column: u32,
    /// Where it is, if the source is no text of lines.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub spot: Option<Box<Spot>>,
}

impl SourceAt {
    /// The start of a span.
    #[must_use]
    pub fn of(sources: &SourceMap, span: Span) -> Self {
        let Located { file, line, column, spot } = sources.locate(span);
        Self { file: file.to_owned(), line, column, spot: spot.cloned().map(Box::new) }
    }

    /// A line and a column of a text.
    #[must_use]
    pub fn text(file: impl Into<String>, line: u32, column: u32) -> Self {
        Self { file: file.into(), line, column, spot: None }
    }

    /// A span that leads to it.
    pub fn add_to(&self, sources: &mut SourceMap) -> Span {
        match &self.spot {
            Some(spot) => sources.add_spot(&self.file, (**spot).clone()),
            None => sources.add_place(&self.file, self.line, self.column),
        }
    }

    /// The edition of the catalogue in which it is, if it is in the program's.
    #[must_use]
    pub fn edition(&self) -> Option<Edition> {
        let (edition, path) = self.file.strip_prefix(CATALOGUE)?.split_once(", ")?;
        edition.parse().ok().filter(|_| path.ends_with(".yaml"))
    }

    /// As people read it: `a.yaml:3:5`, "companies.csv, row 12, column LEI".
    #[must_use]
    pub fn told(&self, lang: Lang) -> String {
        told(&self.located(), lang)
    }

    fn located(&self) -> Located<'_> {
        let (line, column, spot) = (self.line, self.column, self.spot.as_deref());
        Located { file: &self.file, line, column, spot }
    }
}

/// A place as people read it.
#[must_use]
pub fn told(at: &Located<'_>, lang: Lang) -> String {
    let source = at.file;
    match at.spot {
        None => at.to_string(),
        Some(Spot::Row { row, column: None }) => lang.at_row(source, *row),
        Some(Spot::Row { row, column: Some(column) }) => lang.at_value(source, *row, column),
        Some(Spot::Cell { sheet, row, column }) => {
            lang.at_cell(source, sheet, &Spot::cell_name(*row, *column))
        }
        Some(Spot::Pointer(pointer)) => lang.at_pointer(source, pointer),
        Some(Spot::Entry(id)) => lang.at_entry(source, id),
        Some(Spot::Fact(position)) => lang.at_fact(source, &Spot::fact_pointer(*position)),
    }
}

/// Without words, as programs read it.
impl std::fmt::Display for SourceAt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.located().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A place of every kind, and what it is for people in both languages.
    fn every_kind() -> Vec<(SourceAt, &'static str, &'static str)> {
        let at = |file: &str, spot| SourceAt {
            file: file.to_owned(),
            spot: Some(Box::new(spot)),
            ..SourceAt::default()
        };
        let text = |text: &str| text.to_owned();
        vec![
            (SourceAt::text("a.yaml", 3, 5), "a.yaml:3:5", "a.yaml:3:5"),
            (at("c.csv", Spot::Row { row: 12, column: None }), "c.csv, row 12", "c.csv, ligne 12"),
            (
                at("c.csv", Spot::Row { row: 12, column: Some(text("LEI")) }),
                "c.csv, row 12, column LEI",
                "c.csv, ligne 12, colonne LEI",
            ),
            (
                at("d.xlsx", Spot::Cell { sheet: text("Applis"), row: 12, column: 2 }),
                "d.xlsx, sheet Applis, cell B12",
                "d.xlsx, feuille Applis, cellule B12",
            ),
            (
                at("e.json", Spot::Pointer(text("/a/0"))),
                "e.json, value /a/0",
                "e.json, valeur /a/0",
            ),
            (
                at("catalogue", Spot::Entry(text("aws"))),
                "catalogue, entry aws",
                "catalogue, entrée aws",
            ),
            (
                at("k.json", Spot::Fact(14)),
                "fact k.json#/facts/facts/14",
                "fait k.json#/facts/facts/14",
            ),
        ]
    }

    #[test]
    fn people_read_every_kind_in_their_language() {
        for (at, english, french) in every_kind() {
            assert_eq!((at.told(Lang::En).as_str(), at.told(Lang::Fr).as_str()), (english, french));
        }
    }

    #[test]
    fn a_span_leads_to_every_kind() {
        let mut sources = SourceMap::default();
        for (at, ..) in every_kind() {
            let span = at.add_to(&mut sources);
            assert_eq!(SourceAt::of(&sources, span), at);
        }
    }
}
