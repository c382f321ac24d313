//! Stories on the real program: one file a command or a promise. `cargo test --test stories`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a story that cannot go on has failed")]
#![allow(
    clippy::disallowed_methods,
    reason = "stories look at the repository and its surroundings"
)]

mod harness;
mod stories;
