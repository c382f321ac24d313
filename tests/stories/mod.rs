//! One file a command or a promise.

mod check;
mod colour;
mod cuts;
mod determinism;
mod diff_git;
mod errors;
mod explain;
mod exposure;
mod french;
mod history;
mod init;
mod map;
mod pipes;
mod policy;
mod questions;
mod rank;
mod readme;
mod resolve;
mod schemas;
mod situations;
mod snapshot;
mod spof;
mod test;
mod tidy;
mod whatif;
mod why;
