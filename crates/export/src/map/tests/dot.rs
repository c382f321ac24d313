//! What must hold for every DOT.
