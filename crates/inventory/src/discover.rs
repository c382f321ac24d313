//! Which files an inventory is made of.

use std::path::{Path, PathBuf};

use trefonds_lang::Lang;
use trefonds_source::Diagnostic;
use walkdir::{DirEntry, WalkDir};

use crate::{OtherFile, diags};
use trefonds_read::Format;

/// A file to read.
#[derive(Debug)]
pub(crate) struct Found {
    /// The path as the user would write it.
    pub name: String,
    pub path: PathBuf,
}

/// The inventory files under `path`, in the order of their paths; or `path` itself when it is a file.
pub(crate) fn discover(path: &Path, lang: Lang) -> (Vec<Found>, Vec<Diagnostic>) {
    match path.metadata() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            (Vec::new(), vec![diags::not_found(lang, &shown(path))])
        }
        Err(error) => {
            (Vec::new(), vec![diags::unreadable(lang, &shown(path), &lang.system_error(&error))])
        }
        Ok(metadata) if metadata.is_dir() => walk(path, lang),
        Ok(_) => (vec![Found { name: shown(path), path: path.to_owned() }], Vec::new()),
    }
}

fn walk(root: &Path, lang: Lang) -> (Vec<Found>, Vec<Diagnostic>) {
    let (mut files, mut diagnostics) = (Vec::new(), Vec::new());
    let entries = WalkDir::new(root).follow_links(true).into_iter();
    for entry in entries.filter_entry(|entry| entry.depth() == 0 || !is_passed_over(entry)) {
        match entry {
            Ok(entry) if entry.file_type().is_file() => files.extend(inventory_file(entry)),
            Ok(_) => {}
            Err(error) => diagnostics.extend(problem(&error, root, lang)),
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    if files.is_empty() && diagnostics.is_empty() {
        diagnostics.push(diags::no_inventory_file(lang, &shown(root)));
    }
    (files, diagnostics)
}

/// Whether a file of this name, without its folder, is read as a part of an inventory.
///
/// ```
/// use trefonds_inventory::is_inventory_name;
/// assert!(is_inventory_name("infra.YAML") && is_inventory_name("a.yml") && is_inventory_name("b.Json"));
/// assert!(!is_inventory_name(".hidden.yaml") && !is_inventory_name("notes.txt"));
/// ```
#[must_use]
pub fn is_inventory_name(name: &str) -> bool {
    !name.starts_with('.') && Format::of(name).is_some()
}

/// The files under a folder that would be read as parts of an inventory, by their paths.
#[must_use]
pub fn inventory_files(folder: &Path) -> Vec<String> {
    let (found, _) = discover(folder, Lang::default());
    let reads = |file: &Found| {
        std::fs::read(&file.path)
            .is_ok_and(|bytes| OtherFile::of(&String::from_utf8_lossy(&bytes)).is_none())
    };
    found.into_iter().filter(reads).map(|file| file.name).collect()
}

fn is_passed_over(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with('.') || (name == "node_modules" && entry.file_type().is_dir())
}

fn inventory_file(entry: DirEntry) -> Option<Found> {
    let name = shown(entry.path());
    Format::of(&name)?;
    Some(Found { name, path: entry.into_path() })
}

/// What to say of a part of the folder that could not be looked at; nothing of a hidden one.
fn problem(error: &walkdir::Error, root: &Path, lang: Lang) -> Option<Diagnostic> {
    let path = error.path().unwrap_or(root);
    let inside = path.strip_prefix(root).unwrap_or(path);
    if inside.iter().any(|part| part.to_string_lossy().starts_with('.')) {
        return None;
    }
    Some(match (error.loop_ancestor(), error.io_error()) {
        (Some(ancestor), _) => diags::symlink_loop(lang, &shown(path), &shown(ancestor)),
        (None, Some(reason)) => diags::unreadable(lang, &shown(path), &lang.system_error(reason)),
        (None, None) => diags::unreadable(lang, &shown(path), &lang.os_other()),
    })
}

/// A path as messages show it, with `/` on every system.
fn shown(path: &Path) -> String {
    path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
}
