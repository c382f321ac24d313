use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use trefonds_source::{SourceMap, Span};

/// A place in the inventory's files.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct SourceAt {
    /// The path of the file.
    pub file: String,
    /// 1-based line.
    pub line: u32,
    /// 1-based column, in characters.
    pub column: u32,
}

impl SourceAt {
    /// The start of a span.
    #[must_use]
    pub fn of(sources: &SourceMap, span: Span) -> Self {
        let at = sources.locate(span);
        Self { file: at.file.to_owned(), line: at.line, column: at.column }
    }
}

impl std::fmt::Display for SourceAt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}
