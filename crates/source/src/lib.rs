//! Files, spans and diagnostics: where a thing was said, and how a problem with it is reported.
//!
//! This crate knows nothing of YAML nor of an information system. A [`Span`] is a file and two
//! byte offsets; lines and columns are worked out only when somebody asks ([`SourceMap::locate`]). What is
//! said elsewhere than in a text, such as in a cell of a sheet, has a span too, which leads to a [`Spot`].
//!
//! ```
//! use trefonds_source::{SourceMap, Span};
//! let mut sources = SourceMap::default();
//! let file = sources.add("a.yaml", "x: 1\ny: 2\n".to_owned());
//! let at = sources.locate(Span::new(file, 5, 6));
//! assert_eq!((at.line, at.column), (2, 1));
//! ```

mod diagnostic;
mod files;
mod span;
mod spot;

pub use diagnostic::{Diagnostic, Label, Severity, Sink};
pub use files::{Located, SourceFile, SourceMap};
pub use span::{FileId, Span};
pub use spot::Spot;
