//! What is wrong with how things come down and back.

use trefonds_lang::{Code, Lang};
use trefonds_source::{Diagnostic, Span};

use super::{error, shown};

/// A time to take over, where nothing is taken over.
pub(crate) fn starts_in_no_group(lang: Lang, at: Span) -> Diagnostic {
    error(Code::StartsInNoGroup, at, lang.starts_in_no_group()).help(lang.starts_in_no_group_help())
}

/// A group in which cold members run all the time.
pub(crate) fn too_few_hot(lang: Lang, at: Span, needed: u64, hot: usize) -> Diagnostic {
    let diagnostic = error(Code::TooFewHot, at, lang.too_few_hot(needed, hot)).warning();
    diagnostic.help(lang.too_few_hot_help())
}

/// A component whose repair needs the component.
pub(crate) fn own_repair(lang: Lang, at: Span, id: &str) -> Diagnostic {
    error(Code::OwnRepair, at, lang.own_repair(&shown(id))).help(lang.own_repair_help())
}

/// More places than there are.
pub(crate) fn too_many_places(
    lang: Lang,
    at: Span,
    places: Span,
    needed: u32,
    listed: usize,
) -> Diagnostic {
    let diagnostic = error(Code::TooManyPlaces, at, lang.too_many_places(needed, listed));
    diagnostic.and_at(places, lang.places_here()).help(lang.too_many_places_help())
}
