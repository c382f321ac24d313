//! Each rule on a few findings made by hand; laws on random ones.

mod exceptions;
mod faults;
mod laws;
mod rules;
mod samples;
