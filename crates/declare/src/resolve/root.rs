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
    let title = once(files, |file| placed(file.title.take()), "title", lang, diagnostics);
    let home = once(files, |file| file.home.take(), "home", lang, diagnostics);
    let as_of = once(files, |file| file.as_of.take(), "as_of", lang, diagnostics);
    let currency = once(files, |file| placed(file.currency.take()), "currency", lang, diagnostics);
    if let Some((code, at)) = currency.as_ref().filter(|(code, _)| !is_currency(&code.text)) {
        diagnostics.push(diags::bad_currency(lang, *at, &code.text));
    }
    let catalogue = once(files, |file| file.catalogue.take(), "catalogue", lang, diagnostics);
    let asks = once(files, |file| file.asks.take(), "asks", lang, diagnostics);
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
    let root = &mut inventory.root;
    inventory.title = said(title, &mut root.title).map(|it| inventory.texts.add(&it.text));
    inventory.home = said(home, &mut root.home).unwrap_or_default();
    inventory.as_of = said(as_of, &mut root.as_of);
    inventory.currency = said(currency, &mut root.currency).map(|it| inventory.texts.add(&it.text));
    let catalogue = said(catalogue, &mut root.catalogue).and_then(|it| it.edition);
    inventory.catalogue = catalogue.map(|(edition, _)| inventory.texts.add(&edition.to_string()));
    let asks = said(asks, &mut root.asks).unwrap_or_default().into_iter();
    inventory.asks = asks.map(|(kind, who)| (kind, inventory.texts.add(&who))).collect();
}

/// A name with its place beside it.
fn placed(name: Option<Name<'_>>) -> Option<(Name<'_>, Span)> {
    name.map(|name| {
        let at = name.at;
        (name, at)
    })
}

/// A value, once its place is kept.
fn said<T>(value: Option<(T, Span)>, place: &mut Span) -> Option<T> {
    value.map(|(value, at)| {
        *place = at;
        value
    })
}

/// Three capital letters, as ISO 4217 has them.
fn is_currency(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The names under `organisation`, and where they stand.
pub(super) fn organisation<'a>(
    files: &mut [Declarations<'a>],
    lang: Lang,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<Name<'a>>, Span) {
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
) -> Option<(T, Span)> {
    let mut first: Option<(T, Span)> = None;
    for (value, at) in files.iter_mut().filter_map(take) {
        match &first {
            None => first = Some((value, at)),
            Some((_, before)) => {
                diagnostics.push(diags::duplicate_root_key(lang, at, *before, key))
            }
        }
    }
    first
}
