use trefonds_lang::{Code, Lang};
use trefonds_source::{Diagnostic, Span};

use super::{error, shown};

/// Sites that stand within one another in a circle: each with where that is said.
pub(crate) fn site_circle(lang: Lang, sites: &[(&str, Span)]) -> Diagnostic {
    let ids: Vec<String> = sites.iter().map(|(id, _)| shown(id)).collect();
    let at = sites.first().map_or(Span::default(), |(_, at)| *at);
    let message = match ids.as_slice() {
        [only] => lang.own_site(only),
        ids => lang.site_circle(&ids.join(", ")),
    };
    let diagnostic = error(Code::SiteCircle, at, message).help(lang.site_circle_help());
    let others = sites.iter().skip(1);
    others.fold(diagnostic, |told, (_, at)| told.and_at(*at, lang.and_here()))
}

/// A site in another country than the site around it.
pub(crate) fn other_country(
    lang: Lang,
    (at, around_at): (Span, Span),
    (id, around): (&str, &str),
    (code, other): (&str, &str),
) -> Diagnostic {
    let message = lang.other_country(&shown(id), code, &shown(around), other);
    let diagnostic = error(Code::OtherCountry, at, message).and_at(around_at, lang.and_here());
    diagnostic.help(lang.other_country_help())
}
