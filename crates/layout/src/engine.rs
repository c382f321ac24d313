use crate::{Drawing, Placement};

/// Something that finds positions.
pub trait Engine {
    /// Places every box and routes every arrow of `drawing`.
    ///
    /// # Errors
    /// When the drawing is not one (an index out of range, a size that is no number), or when an
    /// outside engine cannot run.
    fn place(&self, drawing: &Drawing) -> Result<Placement, LayoutError>;
}

/// Why there is no placement.
#[derive(Debug, thiserror::Error)]
pub enum LayoutError {
    /// An arrow or a box names a box that does not exist.
    #[error("box {index} does not exist: the drawing has {boxes}")]
    NoSuchBox {
        /// The index.
        index: usize,
        /// How many boxes there are.
        boxes: usize,
    },
    /// A width, height or distance is negative or not a number.
    #[error("a size of box {index} is negative or not a number")]
    BadSize {
        /// Whose size.
        index: usize,
    },
    /// Boxes follow one another in a circle.
    #[error("box {index} follows itself")]
    FollowsItself {
        /// One of the boxes of the circle.
        index: usize,
    },
    /// The `dot` program cannot be run.
    #[error("cannot run `dot` (is Graphviz installed?): {source}")]
    CannotRun {
        /// What the system said.
        source: std::io::Error,
    },
    /// An engine failed or gave an answer that cannot be read.
    #[error("{engine} gave no usable layout: {message}")]
    Unusable {
        /// The engine.
        engine: &'static str,
        /// What is wrong.
        message: String,
    },
}
