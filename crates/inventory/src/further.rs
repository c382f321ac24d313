//! Catalogues: what an inventory takes from them, before anything is let in.

use std::path::PathBuf;

use rayon::prelude::*;
use trefonds_declare::forms::{Declarations, Edition};
use trefonds_declare::{Ids, Origin, Shelf, Shelved, SubjectKind, Wanted};
use trefonds_source::{FileId, Sink, SourceFile, SourceMap};

use crate::discover::discover;
use crate::file::{LoadOptions, parse_file, read};
use crate::parse::Parsed;
use crate::{OtherFile, diags};

/// The catalogue of the program, if the inventory names an edition of it. One that the program does not have
/// yet is reported, and so is an older one.
pub(crate) fn shelf<'s>(
    files: &[Declarations<'_>],
    options: &LoadOptions<'s>,
    sink: &mut Sink,
) -> Option<&'s dyn Shelf> {
    let said = files.iter().find_map(|file| file.catalogue.as_ref());
    let (edition, at) = said.and_then(|(said, _)| said.edition)?;
    let Some(shelf) = options.shelf else {
        sink.push(diags::no_catalogue_here(options.lang, at));
        return None;
    };
    let known = shelf.edition();
    if edition > known {
        sink.push(trefonds_declare::newer_edition(options.lang, at, edition, known));
    } else if edition < known {
        sink.push(trefonds_declare::older_edition(options.lang, at, edition, known));
    }
    Some(shelf)
}

/// What was brought: how many files each catalogue has, the first first.
pub(crate) struct Brought {
    files: Vec<usize>,
    /// Patterns, rules and licences of those in folders: names and texts.
    pub(crate) beside: Vec<(String, String)>,
    /// Whether all were read.
    pub(crate) complete: bool,
}

/// Brings the texts of catalogues that the inventory may take from, behind its own: those of folders, each
/// of which goes before the next, then that of the program.
pub(crate) fn bring(
    files: &mut [Declarations<'_>],
    shelf: Option<&dyn Shelf>,
    all: &mut SourceMap,
    options: &LoadOptions<'_>,
    sink: &mut Sink,
) -> Brought {
    let mut brought = Brought { files: Vec::new(), beside: Vec::new(), complete: true };
    let mut catalogues: Vec<Vec<(String, String)>> = Vec::new();
    for folder in folders(files, options, sink) {
        let (found, problems) = discover(&folder, options.lang);
        brought.complete &= problems.is_empty();
        sink.extend(problems);
        let mut catalogue = Vec::with_capacity(found.len());
        for file in found {
            let length = file.path.metadata().map_or(0, |metadata| metadata.len());
            match read(file, length, options) {
                Ok(text) => match OtherFile::of(&text.1) {
                    None => catalogue.push(text),
                    Some(kind) if kind.is_of_a_catalogue() => brought.beside.push(text),
                    Some(_) => {}
                },
                Err(diagnostic) => {
                    brought.complete = false;
                    sink.push(diagnostic);
                }
            }
        }
        catalogues.push(catalogue);
    }
    if let Some(shelf) = shelf {
        let mut wanted = Wanted::of(files);
        catalogues.iter().flatten().for_each(|(_, text)| wanted.add_words(text));
        catalogues.push(shelf.texts(&wanted));
    }
    for catalogue in catalogues {
        brought.files.push(catalogue.len());
        for (name, text) in catalogue {
            all.add(name, text);
        }
    }
    brought
}

/// The folders of further catalogues: those that were asked for, then those that the inventory names.
fn folders(files: &[Declarations<'_>], options: &LoadOptions<'_>, sink: &mut Sink) -> Vec<PathBuf> {
    let mut folders = options.also.to_vec();
    for file in files {
        let also = file.catalogue.iter().flat_map(|(said, _)| &said.also);
        for name in also {
            match options.base {
                Some(base) => folders.push(base.join(&*name.text)),
                None => sink.push(diags::no_folder_here(options.lang, name.at, &name.text)),
            }
        }
    }
    folders
}

/// The own offers of an inventory, and what was brought: further sets, the first first. Whether all of it was
/// read to its end.
pub(crate) fn parse<'f>(
    files: &mut [Declarations<'f>],
    brought: &Brought,
    all: &'f SourceMap,
    options: &LoadOptions<'_>,
    sink: &mut Sink,
) -> (Vec<Declarations<'f>>, bool) {
    let behind: Vec<(FileId, &SourceFile)> = all.iter().skip(files.len()).collect();
    let parsed: Vec<Parsed<'f>> =
        behind.into_par_iter().map(|(id, file)| parse_file(id, file, options)).collect();
    let mut complete = true;
    let mut further: Vec<Declarations<'f>> =
        files.iter_mut().filter_map(Declarations::take_offers).collect();
    let mut parsed = parsed.into_iter();
    for count in &brought.files {
        let mut catalogue = Declarations::default();
        for mut file in parsed.by_ref().take(*count) {
            complete &= file.complete;
            sink.extend(file.diagnostics);
            file.facts.become_a_catalogue();
            catalogue.append(file.facts);
        }
        if !catalogue.is_empty() {
            further.push(catalogue);
        }
    }
    (further, complete)
}

/// What may be meant by an id that nothing declares.
pub(crate) struct Known<'k> {
    /// Further sets.
    pub(crate) further: &'k [Declarations<'k>],
    /// The catalogue of the program, of which not all is among them.
    pub(crate) shelf: Option<&'k dyn Shelf>,
    /// The same where the inventory does not use it.
    pub(crate) unused: Option<&'k dyn Shelf>,
}

impl Ids for Known<'_> {
    fn ids(&self, kind: SubjectKind) -> Vec<&str> {
        let further = self.further.iter().flat_map(|it| match kind {
            SubjectKind::Component => it.components.iter().map(|it| &*it.id.text).collect(),
            SubjectKind::Entity => it.entities.iter().map(|it| &*it.id.text).collect(),
            SubjectKind::Site => it.sites.iter().map(|it| &*it.id.text).collect(),
            _ => Vec::new(),
        });
        further.chain(self.shelf.map(|shelf| shelf.ids(kind)).unwrap_or_default()).collect()
    }

    fn unused(&self, kind: SubjectKind, id: &str) -> Option<Edition> {
        let shelf = self.unused?;
        shelf.ids(kind).contains(&id).then(|| shelf.edition())
    }
}

/// The declarations of an inventory with what they take from further sets.
pub(crate) fn join<'f>(
    files: Vec<Declarations<'f>>,
    further: &'f [Declarations<'f>],
    shelf: Option<&dyn Shelf>,
    options: &LoadOptions<'_>,
    sink: &mut Sink,
) -> Vec<Declarations<'f>> {
    if further.is_empty() && !files.iter().any(names_an_offer) {
        return files;
    }
    let own = further.iter().flat_map(|it| &it.components).map(|it| &*it.id.text);
    let mut offers: Vec<&str> = own.collect();
    offers.extend(shelf.map(Shelf::offers).unwrap_or_default());
    let edition_to_write = match shelf {
        Some(_) => None,
        None => options.shelf.map(Shelf::edition),
    };
    let origins: Vec<Origin<'_>> = further.iter().map(Origin::of_offers).collect();
    let shelved = Shelved {
        lang: options.lang,
        offers: &offers,
        edition_to_write,
        everything: options.everything,
    };
    let joined = trefonds_declare::join(files, &origins, shelved);
    sink.extend(joined.diagnostics);
    joined.files
}

/// Whether a file says of a component what it is.
fn names_an_offer(file: &Declarations<'_>) -> bool {
    let amended = file.amendments.components.iter().map(|it| &it.thing);
    file.components.iter().chain(amended).any(|it| it.is.is_some() || !it.without.is_empty())
}
