//! Diffs of real and small inventories.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops where it fails"
)]

mod down_and_back;
mod inventories;
mod one_hand;
mod shuffled;
mod stories;
mod there_and_back;
