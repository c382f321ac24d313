//! Findings to bytes, into any [`std::io::Write`]: lists, maps, reports of policies. Nothing here
//! computes a finding.

pub mod calendar;
pub mod chart;
pub mod json;
mod junit;
pub mod lists;
pub mod map;
pub mod policy;
pub mod scenario;
