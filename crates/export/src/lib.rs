//! Findings to bytes, into any [`std::io::Write`]: lists and maps. Nothing here computes a finding.

pub mod lists;
pub mod map;
