use trefonds_lang::{Code, Lang};
use trefonds_source::{Diagnostic, Span};

use super::{error, shown};
use crate::forms::{Edition, Name};

/// An edition that is not there yet.
#[must_use]
pub fn newer_edition(lang: Lang, at: Span, said: Edition, known: Edition) -> Diagnostic {
    let (said, known) = (said.to_string(), known.to_string());
    let diagnostic = error(Code::NewerEdition, at, lang.newer_edition(&said, &known));
    diagnostic.help(lang.newer_edition_help(&known))
}

/// An edition of before.
#[must_use]
pub fn older_edition(lang: Lang, at: Span, said: Edition, known: Edition) -> Diagnostic {
    let (said, known) = (said.to_string(), known.to_string());
    let diagnostic = error(Code::OlderEdition, at, lang.older_edition(&said, &known)).warning();
    diagnostic.help(lang.older_edition_help(&known))
}

/// An offer that is declared nowhere; perhaps a close one is.
pub(crate) fn unknown_offer(
    lang: Lang,
    name: &Name<'_>,
    close: Option<&str>,
    help: String,
) -> Diagnostic {
    let message = lang.no_such_offer(&shown(&name.text));
    let help = match close {
        Some(close) => lang.did_you_mean(close),
        None => help,
    };
    error(Code::UnknownReference, name.at, message).help(help)
}

/// Something to do without that an offer does not rest on.
pub(crate) fn nothing_without(
    lang: Lang,
    name: &Name<'_>,
    offer: &str,
    beneath: &[String],
) -> Diagnostic {
    let message = lang.nothing_without(&shown(&name.text), offer);
    let help = match beneath {
        [] => lang.nothing_at_all_help(),
        beneath => lang.nothing_without_help(&beneath.join(", ")),
    };
    error(Code::NothingWithout, name.at, message).help(help)
}

/// `without` of what is no offer.
pub(crate) fn without_no_offer(lang: Lang, at: Span) -> Diagnostic {
    error(Code::NothingWithout, at, lang.without_no_offer()).help(lang.without_no_offer_help())
}

/// Offers that are one another.
pub(crate) fn circle_of_offers(lang: Lang, name: &Name<'_>) -> Diagnostic {
    let message = lang.circle_of_offers(&shown(&name.text));
    error(Code::CircleOfOffers, name.at, message).help(lang.circle_of_offers_help())
}

/// A fact of which the catalogue has a newer one that differs.
pub(crate) fn newer_in_catalogue(
    lang: Lang,
    (at, further): (Span, Span),
    id: &str,
    (field, day): (&str, &str),
) -> Diagnostic {
    let message = lang.newer_in_catalogue(&shown(id), field, day);
    let diagnostic = error(Code::NewerInCatalogue, at, message).warning();
    diagnostic.and_at(further, lang.catalogue_here()).help(lang.newer_in_catalogue_help())
}
