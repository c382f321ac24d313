use std::sync::{Arc, OnceLock};

use crate::{FileId, Span, Spot};

/// One file as it was read.
#[derive(Debug, Default)]
pub struct SourceFile {
    name: String,
    text: String,
    line_starts: OnceLock<Vec<u32>>,
    checkpoints: OnceLock<Vec<u32>>,
}

/// Bytes between two checkpoints: how much is counted at most to find a column.
const STRIDE: usize = 1 << 10;

impl SourceFile {
    /// The path as the user would write it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Byte offsets at which lines start. Worked out once, O(file size).
    fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let newlines = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(newlines.map(|(at, _)| at as u32 + 1)).collect()
        })
    }

    /// The 1-based line that holds the byte `offset`.
    #[must_use]
    pub fn line_of(&self, offset: u32) -> u32 {
        self.line_starts().partition_point(|start| *start <= offset) as u32
    }

    /// The text of a 1-based line without its line break, with the byte offset at which it starts.
    #[must_use]
    pub fn line(&self, line: u32) -> Option<(u32, &str)> {
        let starts = self.line_starts();
        let index = (line as usize).checked_sub(1)?;
        let start = *starts.get(index)?;
        let end = starts.get(index + 1).map_or(self.text.len(), |next| *next as usize);
        let text = self.text.get(start as usize..end)?;
        Some((start, text.trim_end_matches(['\n', '\r'])))
    }

    /// How many characters begin before each multiple of [`STRIDE`]. Worked out once, O(file size).
    fn checkpoints(&self) -> &[u32] {
        self.checkpoints.get_or_init(|| {
            let strides = self.text.as_bytes().chunks(STRIDE);
            let sums = strides.scan(0, |before, stride| {
                let sum = *before;
                *before += beginning_in(stride);
                Some(sum)
            });
            sums.collect()
        })
    }

    /// How many characters begin in a stretch of the text: O([`STRIDE`]) however long it is, once there
    /// are checkpoints. A file in one line would else be counted from its start for each place.
    fn characters(&self, start: usize, end: usize) -> u32 {
        let bytes = self.text.as_bytes();
        let within = |start: usize, end: usize| bytes.get(start..end).map_or(0, beginning_in);
        if end.saturating_sub(start) <= STRIDE {
            return within(start, end);
        }
        let before = |at: usize| {
            let checkpoints = self.checkpoints();
            let last = (at / STRIDE).min(checkpoints.len().saturating_sub(1));
            checkpoints.get(last).copied().unwrap_or(0) + within(last * STRIDE, at)
        };
        before(end).saturating_sub(before(start))
    }
}

/// How many characters of UTF-8 begin in some bytes.
fn beginning_in(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count() as u32
}

/// A place as a person reads it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Located<'a> {
    /// The path of the file, or the name of the source.
    pub file: &'a str,
    /// 1-based line; 0 where there is a spot.
    pub line: u32,
    /// 1-based column, in characters; 0 where there is a spot.
    pub column: u32,
    /// Where it is, if the source is no text of lines.
    pub spot: Option<&'a Spot>,
}

/// Without words: `file:line:column`, or `source#` and what is behind it in an address.
impl std::fmt::Display for Located<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.spot {
            Some(spot) => write!(f, "{}#{spot}", self.file),
            None => write!(f, "{}:{}:{}", self.file, self.line, self.column),
        }
    }
}

/// All files of one inventory, in the order in which they were read (sorted by path). A copy shares
/// the texts with its original.
#[derive(Clone, Debug, Default)]
pub struct SourceMap {
    files: Vec<Arc<SourceFile>>,
    elsewhere: Arc<Elsewhere>,
}

/// Places in files whose text is not at hand, and in sources that are no texts.
#[derive(Clone, Debug, Default)]
struct Elsewhere {
    names: Vec<String>,
    /// The position of the name, and where.
    places: Vec<(u32, Where)>,
}

/// Where in a source.
#[derive(Clone, Debug)]
enum Where {
    /// Line and column.
    Line(u32, u32),
    /// Not in a text.
    Spot(Box<Spot>),
}

impl SourceMap {
    /// Adds a file and gives its handle. Texts above 4 GiB cannot be addressed: callers refuse them first.
    pub fn add(&mut self, name: impl Into<String>, text: String) -> FileId {
        self.files.push(Arc::new(SourceFile { name: name.into(), text, ..SourceFile::default() }));
        FileId(self.files.len() as u32 - 1)
    }

    /// Adds a place in a file whose text is not at hand, such as one that a snapshot kept. Its span
    /// comes after those added before.
    pub fn add_place(&mut self, file: &str, line: u32, column: u32) -> Span {
        self.add_elsewhere(file, Where::Line(line, column))
    }

    /// Adds a place in a source that is no text of lines, such as a cell of a sheet. Its span comes after
    /// those added before.
    pub fn add_spot(&mut self, source: &str, spot: Spot) -> Span {
        self.add_elsewhere(source, Where::Spot(Box::new(spot)))
    }

    fn add_elsewhere(&mut self, file: &str, place: Where) -> Span {
        let Elsewhere { names, places } = Arc::make_mut(&mut self.elsewhere);
        let known = names.iter().rposition(|name| name == file);
        let name = known.unwrap_or_else(|| {
            names.push(file.to_owned());
            names.len() - 1
        });
        places.push((name as u32, place));
        let at = places.len() as u32 - 1;
        Span::new(FileId::ELSEWHERE, at, at + 1)
    }

    /// The file behind a handle, if it is of this map.
    #[must_use]
    pub fn file(&self, file: FileId) -> Option<&SourceFile> {
        self.files.get(file.0 as usize).map(Arc::as_ref)
    }

    /// Every file with its handle, in order.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        let files = self.files.iter().map(Arc::as_ref);
        files.enumerate().map(|(at, file)| (FileId(at as u32), file))
    }

    /// File, line and column of the start of `span`, or the spot that it leads to. A span of no known file
    /// is at line 1 of "".
    ///
    /// O(log(lines)) time, whatever the length of a line, once the file has been gone through.
    #[must_use]
    pub fn locate(&self, span: Span) -> Located<'_> {
        if span.file == FileId::ELSEWHERE
            && let Some((name, place)) = self.elsewhere.places.get(span.start as usize)
        {
            let file = self.elsewhere.names.get(*name as usize).map_or("", String::as_str);
            return match place {
                Where::Line(line, column) => {
                    Located { file, line: *line, column: *column, spot: None }
                }
                Where::Spot(spot) => Located { file, line: 0, column: 0, spot: Some(spot) },
            };
        }
        let Some(file) = self.file(span.file) else {
            return Located { file: "", line: 1, column: 1, spot: None };
        };
        let line = file.line_of(span.start);
        let column = file.line(line).map_or(1, |(start, text)| {
            let inside = (span.start.saturating_sub(start) as usize).min(text.len());
            let inside = if text.is_char_boundary(inside) { inside } else { text.len() };
            file.characters(start as usize, start as usize + inside) + 1
        });
        Located { file: file.name(), line, column, spot: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_end_at_their_break() {
        let mut sources = SourceMap::default();
        let file = sources.add("a.yaml", "é: 1\r\nyy: àb\n".to_owned());
        let b = "é: 1\r\nyy: à".len() as u32;
        let at = sources.locate(Span::new(file, b, b + 1));
        assert_eq!((at.line, at.column), (2, 6));
        assert_eq!(sources.file(file).unwrap().line(1), Some((0, "é: 1")));
        assert_eq!(sources.file(file).unwrap().line(9), None);
    }

    #[test]
    fn columns_of_a_long_line_are_those_that_counting_gives() {
        let long = "aé€𝄞".repeat(2_000);
        let mut sources = SourceMap::default();
        let file = sources.add("a.json", format!("é\n{long}\nb"));
        let start = "é\n".len();
        for (column, (at, _)) in long.char_indices().enumerate() {
            let place = (start + at) as u32;
            let located = sources.locate(Span::new(file, place, place + 1));
            assert_eq!((located.line, located.column), (2, column as u32 + 1));
        }
        let end = (start + long.len()) as u32;
        assert_eq!(sources.locate(Span::new(file, end, end)).column, 8_001);
    }

    #[test]
    fn a_copy_shares_the_texts_and_grows_by_itself() {
        let mut sources = SourceMap::default();
        let file = sources.add("a.yaml", "a: 1\n".to_owned());
        let place = sources.add_place("old.yaml", 3, 5);
        let mut copy = sources.clone();
        assert!(std::ptr::eq(sources.file(file).unwrap(), copy.file(file).unwrap()));
        let later = copy.add_place("new.yaml", 1, 1);
        assert_eq!(copy.locate(later).file, "new.yaml");
        assert_eq!(sources.locate(place), copy.locate(place));
        assert_eq!(sources.locate(later).file, "");
    }

    #[test]
    fn a_place_in_a_file_that_is_not_at_hand() {
        let mut sources = SourceMap::default();
        let [a, b] = [("old.yaml", 3, 5), ("b.yaml", 1, 2)]
            .map(|(file, line, column)| sources.add_place(file, line, column));
        assert!(a < b);
        assert_eq!(sources.locate(a).to_string(), "old.yaml:3:5");
        assert_eq!(sources.locate(b).to_string(), "b.yaml:1:2");
    }

    #[test]
    fn places_of_every_kind() {
        let mut sources = SourceMap::default();
        let file = sources.add("a.yaml", "a: 1\n".to_owned());
        let cell = Spot::Cell { sheet: "Applications".to_owned(), row: 12, column: 28 };
        let value = Spot::Row { row: 3, column: Some("LEI".to_owned()) };
        let places = [
            (Span::new(file, 3, 4), "a.yaml:1:4"),
            (sources.add_place("b.yaml", 2, 1), "b.yaml:2:1"),
            (sources.add_spot("c.csv", Spot::Row { row: 3, column: None }), "c.csv#row=3"),
            (sources.add_spot("c.csv", value), "c.csv#row=3,LEI"),
            (sources.add_spot("d.xlsx", cell), "d.xlsx#Applications!AB12"),
            (sources.add_spot("e.json", Spot::Pointer("/a/0".to_owned())), "e.json#/a/0"),
            (sources.add_spot("catalogue", Spot::Entry("aws".to_owned())), "catalogue#aws"),
            (sources.add_spot("kept.json", Spot::Fact(14)), "kept.json#/facts/facts/14"),
        ];
        assert!(places.is_sorted_by_key(|(span, _)| *span));
        for (span, expected) in places {
            assert_eq!(sources.locate(span).to_string(), expected);
        }
    }

    #[test]
    fn a_span_past_the_end_is_at_the_end() {
        let mut sources = SourceMap::default();
        let file = sources.add("a.yaml", "ab".to_owned());
        assert_eq!(sources.locate(Span::new(file, 99, 99)).column, 3);
        assert_eq!(sources.locate(Span::new(FileId(7), 0, 0)).line, 1);
    }
}
