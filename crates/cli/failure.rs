use std::io;

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
    /// A picture that could not be made.
    #[error("error: {0}")]
    Drawing(#[from] trefonds_export::map::ExportError),
    /// Output that cannot be written.
    #[error("error: cannot write the output: {0}")]
    Io(#[from] io::Error),
}
