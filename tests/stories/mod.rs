//! One file a command or a promise.

mod check;
mod colour;
mod determinism;
mod diff_git;
mod errors;
mod explain;
mod export;
mod exposure;
mod french;
mod history;
mod init;
mod map;
mod pipes;
mod policy;
mod questions;
mod readme;
mod report;
mod resolve;
mod schemas;
mod serve;
mod situations;
mod snapshot;
mod spof;
mod tidy;
mod why;
