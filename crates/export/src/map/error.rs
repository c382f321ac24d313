use std::io;

use trefonds_layout::LayoutError;

/// Why there is no map.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The engine found no positions.
    #[error(transparent)]
    Layout(#[from] LayoutError),
    /// The map could not be written.
    #[error(transparent)]
    Io(#[from] io::Error),
}
