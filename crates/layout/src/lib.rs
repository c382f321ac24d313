//! Boxes and arrows to positions.
//!
//! A [`Drawing`] says how large each box is and in which column it belongs; an [`Engine`] answers
//! with a [`Placement`]: where each box stands and along which curve each arrow runs. This crate
//! knows nothing of what the boxes mean, nor of colours, text or file formats.
//!
//! [`Bands`] is the engine of the product: fixed columns with sub-columns, straight through the
//! columns and curved only between them, the same bytes on every machine. [`GraphvizPure`] and
//! [`InstalledDot`] answer the same question by Graphviz's algorithm.
//!
//! ```
//! use trefonds_layout::{ArrowSpec, Bands, BoxSpec, Drawing, Engine, Spacing};
//!
//! let drawing = Drawing {
//!     boxes: vec![BoxSpec::new(120.0, 40.0, 0), BoxSpec::new(120.0, 40.0, 1)],
//!     arrows: vec![ArrowSpec { from: 0, to: 1, lane: 0 }],
//!     spacing: Spacing::default(),
//! };
//! let placement = Bands::default().place(&drawing)?;
//! assert!(placement.boxes[0].right() < placement.boxes[1].left);
//! # Ok::<(), trefonds_layout::LayoutError>(())
//! ```

mod bands;
mod drawing;
mod engine;
mod graphviz;
mod placement;
mod random;
mod ranks;
mod shape;
mod sub_columns;

pub use bands::Bands;
pub use drawing::{ArrowSpec, BoxSpec, Drawing, Spacing};
pub use engine::{Engine, LayoutError};
pub use graphviz::{GraphvizPure, InstalledDot};
pub use placement::{Extent, Path, Placement, Point, Rect, Segment};
pub use ranks::{RankOf, rank_boxes};
