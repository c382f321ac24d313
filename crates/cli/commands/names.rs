//! Names as search keys: what people call a thing, wherever its id is asked for.
//!
//! An id always wins; case, accents and hyphens of a name do not matter, and a name that several things
//! have asks which one is meant.

use trefonds_ask::{Analysis, NamedKind};
use trefonds_lang::{Lang, country_code, fold, known_country};

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// A component.
    Component,
    /// Whatever may withdraw or be rested on: a component, a legal entity, a country.
    Anything,
    /// A site.
    Site,
    /// A law.
    Law,
}

impl Wanted {
    const fn takes(self, kind: NamedKind) -> bool {
        match self {
            Self::Component => matches!(kind, NamedKind::Component),
            Self::Anything => !matches!(kind, NamedKind::Law),
            Self::Site => matches!(kind, NamedKind::Site),
            Self::Law => matches!(kind, NamedKind::Law),
        }
    }
}

/// The id of the one thing that is called so; the text itself when it is an id, or nothing is called so.
///
/// # Errors
/// What to write instead, when several things are called so.
pub(crate) fn id_of(
    analysis: &Analysis<'_>,
    written: &str,
    wanted: Wanted,
    lang: Lang,
) -> Result<String, String> {
    if is_id(analysis, written) {
        return Ok(written.to_owned());
    }
    let key = fold(written);
    let called: Vec<_> = (analysis.names())
        .filter(|thing| wanted.takes(thing.kind) && fold(thing.name) == key)
        .collect();
    match called.as_slice() {
        [] if wanted == Wanted::Anything => Ok(country(written).unwrap_or(written).to_owned()),
        [] => Ok(written.to_owned()),
        [one] => Ok(one.id.to_owned()),
        several => {
            let ids = several.iter().map(|thing| match (wanted, thing.kind) {
                // As `whatif` tells them apart.
                (Wanted::Anything, NamedKind::Component) => format!("component:{}", thing.id),
                (Wanted::Anything, NamedKind::Entity) => format!("controller:{}", thing.id),
                _ => thing.id.to_owned(),
            });
            let ids: Vec<String> = ids.collect();
            Err(lang.name_of_several(written, &ids.join(", ")))
        }
    }
}

/// Whether a text is an id, or means something by its form.
fn is_id(analysis: &Analysis<'_>, written: &str) -> bool {
    written.contains(':')
        || known_country(&written.to_ascii_uppercase()).is_some()
        || analysis.ids().any(|id| id == written)
        || analysis.site_names().iter().chain(&analysis.law_names()).any(|id| id == written)
}

/// The code of a country that is written by its name. Two letters are a code, right or wrong.
fn country(written: &str) -> Option<&'static str> {
    (written.chars().count() > 2).then(|| country_code(written)).flatten()
}
