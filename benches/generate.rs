//! Writes a generated inventory: `cargo run --example generate -- 1000 target/generated/1000`.

#![allow(clippy::disallowed_macros, reason = "a program of its own: it may print")]

#[allow(dead_code, reason = "the benchmark uses all of it")]
mod generator;

use std::path::PathBuf;
use std::process::ExitCode;

use generator::{InTime, Layout, generate};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let count = arguments.next().and_then(|count| count.parse().ok());
    let folder = arguments.next().map(PathBuf::from);
    let in_time = match arguments.next().as_deref() {
        None => Some(InTime::Nobody),
        Some("--tenth-in-time") => Some(InTime::Tenth),
        Some("--in-time") => Some(InTime::Everybody),
        Some(_) => None,
    };
    let (Some(count), Some(folder), Some(in_time)) = (count, folder, in_time) else {
        eprintln!("usage: generate COMPONENTS FOLDER [--tenth-in-time | --in-time]");
        return ExitCode::from(2);
    };
    let written = std::fs::create_dir_all(&folder).and_then(|()| {
        generate(count, Layout::Folder, in_time, |name, text| {
            std::fs::write(folder.join(name), text)
        })
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error}", folder.display());
            ExitCode::from(2)
        }
    }
}
