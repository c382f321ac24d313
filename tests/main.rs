//! Stories on the real binary.
