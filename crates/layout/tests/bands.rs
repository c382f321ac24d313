//! What must hold for every placement of [`trefonds_layout::Bands`], on any drawing.

#[path = "bands/crossings.rs"]
mod crossings;
#[path = "bands/drawings.rs"]
mod drawings;
#[path = "bands/engines.rs"]
mod engines;
#[path = "bands/laws.rs"]
mod laws;
