//! Files to an inventory: find, read, parse each by itself, resolve the names together.

use std::path::Path;

use rayon::prelude::*;
use trefonds_declare::{Amended, Door, resolve};
use trefonds_model::Inventory;
use trefonds_source::{Diagnostic, FileId, Sink, SourceFile, SourceMap};

use crate::discover::discover;
use crate::file::{LoadOptions, Text, as_text, parse_file, read};
use crate::further::{self, Known};
use crate::parse::Parsed;
use crate::{OtherFile, diags};

/// What reading gave: an inventory, or what is wrong; and warnings in either case.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The inventory, when there is no error.
    pub inventory: Option<Inventory>,
    /// Every problem of every file, in file order.
    pub diagnostics: Vec<Diagnostic>,
    /// The files that were read, when there is no inventory; else they are in it.
    pub sources: SourceMap,
    /// What amendments say otherwise than it was declared, or for the first time.
    pub amended: Vec<Amended>,
    /// Files that say that they are scenarios: names and texts. They are no part of the inventory, and
    /// were left alone.
    pub scenarios: Vec<(String, String)>,
    /// Files that say that they are something else, such as a policy: names, and what they are.
    pub passed_over: Vec<(String, OtherFile)>,
    /// Patterns, rules and licences in the folders of further catalogues: names and texts.
    pub beside_catalogues: Vec<(String, String)>,
}

impl Loaded {
    /// The files that were read, wherever they are.
    #[must_use]
    pub fn sources(&self) -> &SourceMap {
        self.inventory.as_ref().map_or(&self.sources, |inventory| &inventory.sources)
    }
}

/// Reads the inventory at `path`, a folder or one file.
///
/// ```no_run
/// use trefonds_inventory::{LoadOptions, Style, load, render};
/// let loaded = load(std::path::Path::new("inventory"), &LoadOptions::default());
/// let report = render(&loaded.diagnostics, loaded.sources(), Style::default());
/// ```
#[must_use]
pub fn load(path: &Path, options: &LoadOptions<'_>) -> Loaded {
    let (found, mut diagnostics) = discover(path, options.lang);
    let mut room = options.limits.bytes;
    let mut readable = Vec::with_capacity(found.len());
    for file in found {
        let length = file.path.metadata().map_or(0, |metadata| metadata.len());
        match room.checked_sub(length) {
            Some(left) => {
                room = left;
                readable.push((file, length));
            }
            None => {
                diagnostics.push(diags::too_large(options.lang, &file.name, options.limits.bytes))
            }
        }
    }
    let read = readable.into_par_iter().map(|(file, length)| read(file, length, options));
    let folder = if path.is_dir() { Some(path) } else { path.parent() };
    let options = LoadOptions { base: options.base.or(folder), ..*options };
    assemble(read.collect(), diagnostics, &options)
}

/// Reads an inventory from memory: names and contents of its files, in the order in which they count.
///
/// ```
/// use trefonds_inventory::{LoadOptions, load_texts};
/// let text = "trefonds: 1\nhome: [FR]\ncomponents:\n  mail: {layer: service}\n";
/// let loaded = load_texts(vec![("mail.yaml".to_owned(), text.into())], &LoadOptions::default());
/// assert_eq!(loaded.inventory.unwrap().components.len(), 1);
/// ```
#[must_use]
pub fn load_texts(files: Vec<(String, Vec<u8>)>, options: &LoadOptions<'_>) -> Loaded {
    let (mut texts, mut diagnostics) = (Vec::with_capacity(files.len()), Vec::new());
    let mut room = options.limits.bytes;
    for (name, bytes) in files {
        match room.checked_sub(bytes.len() as u64) {
            Some(left) => {
                room = left;
                texts.push(as_text(name, bytes, options.lang));
            }
            None => diagnostics.push(diags::too_large(options.lang, &name, options.limits.bytes)),
        }
    }
    assemble(texts, diagnostics, options)
}

fn assemble(texts: Vec<Text>, diagnostics: Vec<Diagnostic>, options: &LoadOptions<'_>) -> Loaded {
    let mut sink = Sink::default();
    let mut sources = SourceMap::default();
    let mut complete = diagnostics.is_empty();
    sink.extend(diagnostics);
    let (mut scenarios, mut passed_over) = (Vec::new(), Vec::new());
    let mut first_other: Option<(String, OtherFile)> = None;
    for text in texts {
        match text {
            Ok((name, text)) => match OtherFile::of(&text) {
                Some(kind) => {
                    first_other.get_or_insert_with(|| (name.clone(), kind));
                    match kind {
                        OtherFile::Scenario => scenarios.push((name, text)),
                        _ => passed_over.push((name, kind)),
                    }
                }
                None => drop(sources.add(name, text)),
            },
            Err(diagnostic) => {
                complete = false;
                sink.push(diagnostic);
            }
        }
    }
    if let (Some((name, kind)), None, true) =
        (first_other, sources.iter().next(), !sink.has_errors())
    {
        sink.push(diags::only_others(options.lang, &name, kind));
    }
    // A copy shares the texts; those of catalogues come behind.
    let mut all = sources.clone();
    let Interpreted { mut inventory, amended, beside_catalogues } =
        interpret((&sources, &mut all), options, complete, &mut sink);
    let sources = all;
    let accepted = !sink.has_errors();
    let mut diagnostics = sink.into_sorted();
    // A bad value that aliases repeat is one problem.
    diagnostics.dedup();
    if !accepted {
        return Loaded { diagnostics, sources, scenarios, passed_over, ..Loaded::default() };
    }
    inventory.sources = sources;
    let (inventory, sources) = (Some(inventory), SourceMap::default());
    Loaded { inventory, diagnostics, sources, amended, scenarios, passed_over, beside_catalogues }
}

/// What files say together.
#[derive(Default)]
struct Interpreted {
    inventory: Inventory,
    amended: Vec<Amended>,
    beside_catalogues: Vec<(String, String)>,
}

/// What the files say together; to be dropped when there was an error.
fn interpret(
    (sources, all): (&SourceMap, &mut SourceMap),
    options: &LoadOptions<'_>,
    mut complete: bool,
    sink: &mut Sink,
) -> Interpreted {
    let files: Vec<(FileId, &SourceFile)> = sources.iter().collect();
    let parsed: Vec<Parsed<'_>> =
        files.into_par_iter().map(|(id, file)| parse_file(id, file, options)).collect();
    let mut declarations = Vec::with_capacity(parsed.len());
    for file in parsed {
        complete &= file.complete;
        sink.extend(file.diagnostics);
        declarations.push(file.facts);
    }
    if declarations.is_empty() {
        return Default::default();
    }
    let shelf = further::shelf(&declarations, options, sink);
    let mut brought = further::bring(&mut declarations, shelf, all, options, sink);
    complete &= brought.complete;
    let (further, read) = further::parse(&mut declarations, &brought, all, options, sink);
    complete &= read;
    let declarations = further::join(declarations, &further, shelf, options, sink);
    let unused = if shelf.is_none() { options.shelf } else { None };
    let known = Known { further: &further, shelf, unused };
    let door = Door {
        lang: options.lang,
        complete,
        further: Some(&known),
        first_file: sources.iter().next().map_or("", |(_, file)| file.name()),
        as_of: options.as_of,
        slip: diags::slip_in_name,
    };
    let resolved = resolve(declarations, &door);
    sink.extend(resolved.diagnostics);
    Interpreted {
        inventory: resolved.inventory,
        amended: resolved.amended,
        beside_catalogues: std::mem::take(&mut brought.beside),
    }
}
