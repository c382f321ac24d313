//! What must hold for every SVG.
