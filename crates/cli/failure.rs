use std::io;

use trefonds_export::map::ExportError;
use trefonds_lang::Lang;
use trefonds_layout::LayoutError;

/// Why a command could not do what it was asked.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The diagnostics have been printed already; this line sums them up.
    Inventory(String),
    /// An id that names nothing of the right kind.
    Unknown(String),
    /// A picture that could not be made.
    Drawing(ExportError),
    /// Output that cannot be written.
    Io(io::Error),
}

impl Failure {
    /// The failure as it is printed.
    pub(crate) fn told(&self, lang: Lang) -> String {
        match self {
            Self::Inventory(text) => text.clone(),
            Self::Unknown(what) => lang.error_line(what),
            Self::Drawing(error) => lang.error_line(&drawing(error, lang)),
            Self::Io(error) => {
                lang.error_line(&lang.cannot_write_output(&lang.system_error(error)))
            }
        }
    }
}

fn drawing(error: &ExportError, lang: Lang) -> String {
    match error {
        ExportError::Io(error) => lang.cannot_write_output(&lang.system_error(error)),
        ExportError::Layout(LayoutError::CannotRun { source }) => {
            lang.no_graphviz(&lang.system_error(source))
        }
        ExportError::Layout(error) => lang.no_layout(&error.to_string()),
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<ExportError> for Failure {
    fn from(error: ExportError) -> Self {
        Self::Drawing(error)
    }
}
