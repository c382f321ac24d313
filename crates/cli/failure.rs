use std::io;
use std::path::PathBuf;

use thiserror::Error;

/// Why a command could not do what it was asked; printed as it is.
#[derive(Debug, Error)]
pub(crate) enum Failure {
    /// The diagnostics have been printed already; this line sums them up.
    #[error("{0}")]
    Inventory(String),
    /// An id that names nothing of the right kind.
    #[error("error: {0}")]
    Unknown(String),
    /// A file that cannot be written.
    #[error("error: cannot write {}: {error}; nothing was written", .path.display())]
    Write { path: PathBuf, error: io::Error },
    /// `init` on something that is there.
    #[error("error: {} is there already and is not empty; choose another folder", .0.display())]
    NotEmpty(PathBuf),
    /// A picture that could not be made.
    #[error("error: {0}")]
    Drawing(#[from] trefonds_export::map::ExportError),
    /// Output that cannot be written.
    #[error("error: cannot write the output: {0}")]
    Io(#[from] io::Error),
}
