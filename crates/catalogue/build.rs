//! Lists the files of the catalogue, so that the program holds them: one constant of paths and texts.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "cargo and a build script speak by the environment and the standard output"
)]

use std::fmt::Write;
use std::io;
use std::path::{Path, PathBuf};

fn main() -> io::Result<()> {
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?);
    let data = root.join("data");
    let mut files = Vec::new();
    walk(&data, &mut files)?;
    files.sort();
    let mut text = String::from(
        "/// Every file of the catalogue: its path in the data, and its text.\npub(crate) const FILES: &[(&str, &str)] = &[\n",
    );
    for file in &files {
        let inner = file.strip_prefix(&data).map_err(io::Error::other)?;
        let name = inner.to_string_lossy().replace('\\', "/");
        writeln!(text, "    ({name:?}, include_str!({:?})),", file.to_string_lossy())
            .map_err(io::Error::other)?;
    }
    text.push_str("];\n");
    let out = PathBuf::from(std::env::var("OUT_DIR").map_err(io::Error::other)?);
    println!("cargo::rerun-if-changed=data");
    std::fs::write(out.join("files.rs"), text)
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            walk(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "yaml") {
            files.push(path);
        }
    }
    Ok(())
}
