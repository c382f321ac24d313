//! The catalogue, looked at by itself: it is let in as an inventory that refers to all of it.

mod export;
mod identify;
mod whole;

use trefonds_findings::{CatalogueEntry, CatalogueSource, CatalogueSources};
use trefonds_lang::{Lang, fold};

use self::whole::Whole;
use crate::args::{Catalogue, CatalogueAction, Look};
use crate::failure::Failure;
use crate::output::{self, Listed};
use crate::{FINE, World};

pub(super) fn run(args: &Catalogue, world: &mut World<'_>) -> Result<u8, Failure> {
    let look = &args.look;
    let lang: Lang = look.lang.into();
    match &args.action {
        Some(CatalogueAction::Export { folder }) => return export::run(folder, lang, world),
        Some(CatalogueAction::Stale) if look.as_of.is_none() => {
            return Err(Failure::Unknown(lang.stale_needs_day()));
        }
        _ => {}
    }
    let whole = Whole::load(look, world)?;
    let shown = whole.shown();
    match &args.action {
        None => {
            let (patterns, rules) = (whole.patterns.all().len(), whole.rules.all().len());
            tell(&shown.overview(patterns as u32, rules as u32), look, world)
        }
        Some(CatalogueAction::Search { words }) => {
            let patterns = whole.patterns.all().iter().map(|it| (&*it.offer, &*it.value));
            tell(&shown.search(words, patterns, fold), look, world)
        }
        Some(CatalogueAction::Show { id }) => tell(&entry(&whole, id, lang)?, look, world),
        Some(CatalogueAction::Identify { names, kind }) => {
            let kind = kind.map(Into::into);
            tell(&identify::identified(&whole, names, kind), look, world)
        }
        Some(CatalogueAction::Sources) => tell(&sources(&whole), look, world),
        Some(CatalogueAction::Stale) => tell(&shown.stale(), look, world),
        Some(CatalogueAction::Export { .. }) => Ok(FINE),
    }
}

fn tell<R: trefonds_export::lists::Listed>(
    result: &R,
    look: &Look,
    world: &mut World<'_>,
) -> Result<u8, Failure> {
    let wanted = Listed {
        format: look.format,
        lang: look.lang.into(),
        color: look.color,
        output: look.output.as_deref(),
    };
    output::write(result, &wanted, world)?;
    Ok(FINE)
}

/// The entry of an id, or of the one thing that is called so.
fn entry(whole: &Whole, written: &str, lang: Lang) -> Result<CatalogueEntry, Failure> {
    let shown = whole.shown();
    let id = match shown.entry(written) {
        Some(_) => written.to_owned(),
        None => called(whole, written, lang)?,
    };
    let Some(mut entry) = shown.entry(&id) else {
        return Err(Failure::Unknown(lang.catalogue_has_no(written)));
    };
    let patterns = whole.patterns.all().iter().filter(|it| it.offer == id);
    entry.patterns = patterns.map(|it| identify::told(&shown, it)).collect();
    Ok(entry)
}

/// The id of what has a name; what to write instead, where nothing or several have it.
fn called(whole: &Whole, written: &str, lang: Lang) -> Result<String, Failure> {
    let things = whole.shown().things();
    let key = fold(written);
    let mut ids: Vec<&str> = things
        .iter()
        .map(|it| &it.thing)
        .filter(|it| fold(&it.name) == key)
        .map(|it| &*it.id)
        .collect();
    ids.dedup();
    match ids.as_slice() {
        [id] => Ok((*id).to_owned()),
        [] => {
            let known = things.iter().map(|it| it.thing.id.as_str());
            Err(Failure::Unknown(match trefonds_declare::closest(written, known) {
                Some(near) => lang.catalogue_has_no_but(written, near),
                None => lang.catalogue_has_no(written),
            }))
        }
        several => Err(Failure::Unknown(lang.catalogue_several(written, &several.join(", ")))),
    }
}

/// The sources, with the licences of those that are sets of data.
fn sources(whole: &Whole) -> CatalogueSources {
    let patterns = whole.patterns.all().iter().filter_map(|it| it.source.as_deref());
    let rules = whole.rules.all().iter().filter_map(|it| it.source.as_deref());
    let mut listed = whole.shown().sources(patterns.chain(rules));
    for licence in &whole.licences {
        let at = listed.sources.iter().position(|it| it.id == licence.source);
        let at = at.unwrap_or_else(|| {
            listed.sources.push(CatalogueSource {
                id: licence.source.clone(),
                title: String::new(),
                publisher: None,
                date: None,
                link: None,
                licence: None,
                snapshot: None,
                taken: None,
                facts: 0,
            });
            listed.sources.len() - 1
        });
        if let Some(source) = listed.sources.get_mut(at) {
            // The first that tells of a source is that of the house.
            source.licence.get_or_insert_with(|| licence.licence.clone());
            source.snapshot.get_or_insert_with(|| licence.snapshot.clone());
            source.taken.get_or_insert_with(|| licence.taken.clone());
        }
    }
    listed.sources.sort_by(|one, other| one.id.cmp(&other.id));
    listed
}
