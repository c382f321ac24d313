//! What stands once in the whole inventory: format version, title, home, day.

use trefonds_lang::Lang;
use trefonds_model::Inventory;
use trefonds_source::{Diagnostic, Span};

use super::Door;
use crate::diags;
use crate::forms::{Declarations, Name};

/// Takes the root keys out of the files. One that stands twice, and a required one that stands
/// nowhere, is reported.
pub(super) fn resolve(
    files: &mut [Declarations<'_>],
    inventory: &mut Inventory,
    door: &Door<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let lang = door.lang;
    let version =
        once(files, |file| file.version.take().map(|at| ((), at)), "trefonds", lang, diagnostics);
    let title = once(
        files,
        |file| file.title.take().map(|title| (title.text, title.at)),
        "title",
        lang,
        diagnostics,
    );
    let home = once(files, |file| file.home.take(), "home", lang, diagnostics);
    inventory.as_of = once(files, |file| file.as_of.take(), "as_of", lang, diagnostics);
    let currency = once(
        files,
        |file| file.currency.take().map(|currency| (currency.text, currency.at)),
        "currency",
        lang,
        diagnostics,
    );
    let asks = once(files, |file| file.asks.take(), "asks", lang, diagnostics).unwrap_or_default();
    inventory.asks =
        asks.into_iter().map(|(kind, who)| (kind, inventory.texts.add(&who))).collect();
    inventory.currency = currency.map(|currency| inventory.texts.add(&currency));
    inventory.title = title.map(|title| inventory.texts.add(&title));
    if door.complete {
        for (there, key, example) in [
            (version.is_some(), "trefonds", "trefonds: 1"),
            (home.is_some(), "home", "home: [FR, EU]"),
        ] {
            if !there {
                diagnostics.push(diags::missing_root_key(lang, door.first_file, key, example));
            }
        }
    }
    inventory.home = home.unwrap_or_default();
}

/// The names under `organisation`.
pub(super) fn organisation<'a>(
    files: &mut [Declarations<'a>],
    lang: Lang,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Name<'a>> {
    once(files, |file| file.organisation.take(), "organisation", lang, diagnostics)
        .unwrap_or_default()
}

/// The first value of a root key; every other one is reported.
fn once<'a, T>(
    files: &mut [Declarations<'a>],
    take: fn(&mut Declarations<'a>) -> Option<(T, Span)>,
    key: &str,
    lang: Lang,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<T> {
    let mut first: Option<(T, Span)> = None;
    for (value, at) in files.iter_mut().filter_map(take) {
        match &first {
            None => first = Some((value, at)),
            Some((_, before)) => {
                diagnostics.push(diags::duplicate_root_key(lang, at, *before, key))
            }
        }
    }
    first.map(|(value, _)| value)
}
