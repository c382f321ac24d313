//! Catalogues: what an inventory takes from them, before anything is let in.

use rayon::prelude::*;
use trefonds_declare::forms::Declarations;
use trefonds_declare::{Origin, Shelf, Shelved, Wanted};
use trefonds_source::{FileId, Sink, SourceFile, SourceMap};

use crate::diags;
use crate::discover::discover;
use crate::file::{LoadOptions, parse_file, read};
use crate::parse::Parsed;

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

/// Brings the texts of catalogues that the inventory may take from, behind its own. Whether all were read.
pub(crate) fn bring(
    files: &mut [Declarations<'_>],
    shelf: Option<&dyn Shelf>,
    all: &mut SourceMap,
    options: &LoadOptions<'_>,
    sink: &mut Sink,
) -> bool {
    let mut complete = true;
    let mut folders = options.also.to_vec();
    for file in files.iter() {
        let also = file.catalogue.iter().flat_map(|(said, _)| &said.also);
        for name in also {
            match options.base {
                Some(base) => folders.push(base.join(&*name.text)),
                None => sink.push(diags::no_folder_here(options.lang, name.at, &name.text)),
            }
        }
    }
    let mut further = Vec::new();
    for folder in &folders {
        let (found, problems) = discover(folder, options.lang);
        complete &= problems.is_empty();
        sink.extend(problems);
        for file in found {
            let length = file.path.metadata().map_or(0, |metadata| metadata.len());
            match read(file, length, options) {
                Ok((name, text)) => further.push((name, text)),
                Err(diagnostic) => {
                    complete = false;
                    sink.push(diagnostic);
                }
            }
        }
    }
    if let Some(shelf) = shelf {
        let mut wanted = Wanted::of(files);
        further.iter().for_each(|(_, text)| wanted.add_words(text));
        further.extend(shelf.texts(&wanted));
    }
    for (name, text) in further {
        all.add(name, text);
    }
    complete
}

/// The own offers of an inventory, and what was brought: further sets, the first first. Whether all of it was
/// read to its end.
pub(crate) fn parse<'f>(
    files: &mut [Declarations<'f>],
    all: &'f SourceMap,
    options: &LoadOptions<'_>,
    sink: &mut Sink,
) -> (Vec<Declarations<'f>>, bool) {
    let brought: Vec<(FileId, &SourceFile)> = all.iter().skip(files.len()).collect();
    let parsed: Vec<Parsed<'f>> =
        brought.into_par_iter().map(|(id, file)| parse_file(id, file, options)).collect();
    let mut complete = true;
    let mut further: Vec<Declarations<'f>> =
        files.iter_mut().filter_map(Declarations::take_offers).collect();
    let mut catalogue = Declarations::default();
    for mut file in parsed {
        complete &= file.complete;
        sink.extend(file.diagnostics);
        file.facts.become_a_catalogue();
        catalogue.append(file.facts);
    }
    if !catalogue.is_empty() {
        further.push(catalogue);
    }
    (further, complete)
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
    let origins: Vec<Origin<'_>> = further.iter().map(Origin::of).collect();
    let shelved = Shelved { lang: options.lang, offers: &offers, edition_to_write };
    let joined = trefonds_declare::join(files, &origins, shelved);
    sink.extend(joined.diagnostics);
    joined.files
}

/// Whether a file says of a component what it is.
fn names_an_offer(file: &Declarations<'_>) -> bool {
    let amended = file.amendments.components.iter().map(|it| &it.thing);
    file.components.iter().chain(amended).any(|it| it.is.is_some() || !it.without.is_empty())
}
