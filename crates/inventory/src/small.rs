//! Small YAML files other than inventories, such as policies, into serde types: every problem in one run,
//! told like those of an inventory.
//!
//! An inventory is read by hand (decision 0007). Here the events of the same parser become one value, so
//! that `NO` is Norway here too, and serde makes the type of it; what serde refuses is told, taken out of
//! the value, and serde is asked again.
//!
//! ```
//! # use std::collections::BTreeMap;
//! # use trefonds_lang::Lang;
//! type House = BTreeMap<String, Vec<BTreeMap<String, String>>>;
//! let text = "rules:\n  - {id: one}\n";
//! let (value, file) = trefonds_inventory::small::read::<House>("a.yaml", text, Lang::En).unwrap();
//! assert_eq!(value["rules"][0]["id"], "one");
//! assert_eq!(file.place("rules[0].id"), (2, 10));
//! ```

mod tree;
mod typed;

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use trefonds_lang::Lang;
use trefonds_source::{Diagnostic, FileId, Sink, SourceMap, Span};

use crate::{Code, Style, diags, render};

/// The longest text that is read.
const LONGEST: usize = 4 << 20;

/// Line and column, both 1-based, the column in characters.
pub type Position = (u32, u32);

/// Where every value of a file stands, by its path: `rules[0].severity`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Places {
    values: BTreeMap<String, Span>,
    keys: BTreeMap<String, Span>,
}

impl Places {
    /// Where the value of a path stands; where what holds it stands when there is no such value.
    fn of(&self, path: &str) -> Span {
        let mut path = path;
        loop {
            if let Some(span) = self.values.get(path) {
                return *span;
            }
            let Some(end) = path.rfind(['.', '[']) else { return Span::default() };
            path = path.get(..end).unwrap_or_default();
        }
    }

    fn of_key(&self, holder: &str, key: &str) -> Span {
        let path = tree::member(holder, key);
        self.keys.get(&path).copied().unwrap_or_else(|| self.of(holder))
    }
}

/// A small file that was read: where its values stand, and its lines for whoever finds a fault in them.
#[derive(Debug)]
pub struct SmallFile {
    places: Places,
    sources: SourceMap,
}

impl SmallFile {
    /// Where the value of a path such as `rules[0].severity` stands; where what holds it stands when
    /// there is no such value.
    #[must_use]
    pub fn place(&self, path: &str) -> Position {
        let at = self.sources.locate(self.places.of(path));
        (at.line, at.column)
    }

    /// Refuses the file for faults that its reader found: places that [`SmallFile::place`] gave, each with
    /// what is wrong.
    #[must_use]
    pub fn refused(self, code: Code, faults: Vec<(Position, String)>) -> Refused {
        let told = faults.into_iter().map(|((line, column), what)| {
            diags::of_a_small_file(code, self.span_at(line, column), what)
        });
        let diagnostics = sorted(told.collect());
        Refused { diagnostics, sources: self.sources }
    }

    /// The word at a place.
    fn span_at(&self, line: u32, column: u32) -> Span {
        let file = FileId::default();
        let Some((start, text)) = self.sources.file(file).and_then(|file| file.line(line)) else {
            return Span::default();
        };
        let before = text.char_indices().nth(column.saturating_sub(1) as usize);
        let at = before.map_or(text.len(), |(at, _)| at);
        let word = text.get(at..).unwrap_or_default();
        let end = word.find([' ', ',', ']', '}']).unwrap_or(word.len());
        Span::new(file, start + at as u32, start + (at + end) as u32)
    }
}

/// Everything that is wrong with a small file.
#[derive(Debug)]
pub struct Refused {
    diagnostics: Vec<Diagnostic>,
    sources: SourceMap,
}

impl Refused {
    /// How many problems there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.diagnostics.len()
    }

    /// The problems, in the order of the file.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// All of them with their lines, like those of an inventory.
    #[must_use]
    pub fn render(&self, style: Style) -> String {
        render(&self.diagnostics, &self.sources, style)
    }
}

/// Reads a small YAML or JSON text; `name` is the file as messages call it.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read<T: DeserializeOwned>(
    name: &str,
    text: &str,
    lang: Lang,
) -> Result<(T, SmallFile), Box<Refused>> {
    let mut sources = SourceMap::default();
    let refused =
        |diagnostics, sources| Box::new(Refused { diagnostics: sorted(diagnostics), sources });
    if text.len() > LONGEST {
        return Err(refused(vec![diags::too_large(lang, name, LONGEST as u64)], sources));
    }
    let file = sources.add(name, text.to_owned());
    let tree = match tree::read(name, text, file, lang) {
        Ok(tree) => tree,
        Err(diagnostics) => return Err(refused(diagnostics, sources)),
    };
    match typed::read(tree.value, &tree.places, lang) {
        Ok(read) if tree.problems.is_empty() => {
            Ok((read, SmallFile { places: tree.places, sources }))
        }
        Ok(_) => Err(refused(tree.problems, sources)),
        Err(more) => Err(refused(tree.problems.into_iter().chain(more).collect(), sources)),
    }
}

fn sorted(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut sink = Sink::default();
    sink.extend(diagnostics);
    sink.into_sorted()
}

#[cfg(test)]
mod tests;
